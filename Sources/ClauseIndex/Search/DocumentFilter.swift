// Filters of a query → which documents are looked at.

/// The documents that pass a query's filters.
struct DocumentFilter {
  /// By index of document; nil where every document passes.
  private(set) var passes: [Bool]?
  /// What the reader should know: values that nothing is known by.
  private(set) var notes: [String] = []

  init(_ filters: [Filter], platforms: [Platform], documents: [Document], platformOf: [Int]) {
    let filters = filters.filter(\.key.isOfDocument)
    guard !filters.isEmpty else { return }
    var passes = [Bool](repeating: true, count: documents.count)
    for filter in filters {
      let known = Self.known(filter.key, platforms, documents)
      let values = filter.values.map { $0.folded }
      if filter.key == .changed {
        let spans = filter.values.compactMap { DateSpan($0) }
        for value in filter.values where DateSpan(value) == nil {
          notes.append(
            "changed:\(value) is no date; write changed:>2026-01-01, changed:<2025 or changed:2026-03")
        }
        for index in documents.indices {
          let changed = documents[index].lastChanged?.day
          if spans.isEmpty || !spans.allSatisfy({ span in changed.map { span.holds($0) } ?? false }) {
            passes[index] = false
          }
        }
        continue
      }
      for (value, typed) in zip(values, filter.values)
      where !known.contains(where: { $0.folded.matches(value) }) {
        let near = Spelling.nearest(to: value, among: known.map(\.folded))
        let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
        notes.append("there is no \(filter.key.rawValue) “\(typed)”\(hint)")
      }
      for index in documents.indices {
        let own = Self.values(filter.key, platforms[platformOf[index]], documents[index]).map(\.folded)
        if !values.contains(where: { value in own.contains { $0.matches(value) } }) { passes[index] = false }
      }
    }
    self.passes = passes
  }

  private static func values(_ key: Filter.Key, _ platform: Platform, _ document: Document) -> [String] {
    switch key {
    case .platform: [platform.id, platform.name]
    case .company: [platform.company]
    case .sector: [platform.sector]
    case .country: [platform.country]
    case .terms: [document.termsType]
    default: []
    }
  }

  private static func known(_ key: Filter.Key, _ platforms: [Platform], _ documents: [Document]) -> [String] {
    switch key {
    case .platform: platforms.map(\.id) + platforms.map(\.name)
    case .company: platforms.map(\.company).distinct
    case .sector: platforms.map(\.sector).distinct
    case .country: platforms.map(\.country).distinct
    case .terms: documents.map(\.termsType).distinct
    default: []
    }
  }
}

/// A condition on a day: `>2026-01-01`, `>=2026-01`, `<2025`, `2026-03`.
struct DateSpan {
  private enum Sign { case after, from, before, until, within }
  private let sign: Sign
  private let day: String

  init?(_ text: String) {
    var rest = text[...]
    if rest.hasPrefix(">=") {
      sign = .from
      rest = rest.dropFirst(2)
    } else if rest.hasPrefix("<=") {
      sign = .until
      rest = rest.dropFirst(2)
    } else if rest.hasPrefix(">") {
      sign = .after
      rest = rest.dropFirst()
    } else if rest.hasPrefix("<") {
      sign = .before
      rest = rest.dropFirst()
    } else {
      sign = .within
    }
    day = String(rest).trimmed
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count == 2 }),
      parts.joined().utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
  }

  /// Whether a day, written 2026-03-31, meets the condition; a month or year stands for all its days.
  func holds(_ other: String) -> Bool {
    let head = String(other.prefix(day.count))
    return switch sign {
    case .after: head > day
    case .from: head >= day
    case .before: head < day
    case .until: head <= day
    case .within: head == day
    }
  }
}

extension String {
  /// For comparing names: lower case, hyphens and underscores as spaces.
  fileprivate var folded: String {
    lowercased().replacing("-", with: " ").replacing("_", with: " ").trimmed
  }

  /// Whether a name is meant by what was typed: the same, or the same words in another spacing.
  fileprivate func matches(_ typed: String) -> Bool {
    self == typed || replacing(" ", with: "") == typed.replacing(" ", with: "")
  }
}

extension Array where Element: Hashable {
  /// The elements without repetitions, in order of first occurrence.
  var distinct: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
