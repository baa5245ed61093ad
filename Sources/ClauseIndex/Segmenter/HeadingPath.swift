// The headings above the place that has been reached, outermost first.

/// Keeps the headings that govern the current passage.
struct HeadingPath {
  struct Entry {
    var rank: Int
    /// With its number, as printed.
    var printed: String
    /// Without its number.
    var title: String
    /// A dotted number's parts; empty where there is none.
    var components: [Int]
    var isDocumentTitle = false
  }

  private(set) var entries: [Entry] = []
  /// Whether a passage has come since the document began; a heading before is the document's title.
  private var hasTitle = false

  var printed: [String] { entries.map(\.printed) }

  /// The title of the nearest heading; nil where there is only the document's title.
  var title: String? {
    guard let last = entries.last, !last.isDocumentTitle, !last.title.isEmpty else { return nil }
    return last.title
  }

  /// Adds a heading and closes those that it ends.
  mutating func push(_ entry: Entry) {
    var entry = entry
    if !hasTitle {
      hasTitle = true
      entry.isDocumentTitle = entry.components.isEmpty && entry.rank <= 2 * HeadingShape.Rank.markdown
      entries = [entry]
      return
    }
    let first = entries.first
    let isTitle = first?.isDocumentTitle ?? false
    if isTitle, let first, HeadingPath.isSame(first.printed, entry.printed) {
      entries.removeLast(entries.count - 1)
      return
    }
    let keep = isTitle ? 1 : 0
    if let index = parentByNumber(of: entry) {
      entries.removeLast(entries.count - index - 1)
      entry.rank = max(entry.rank, entries[index].rank + 1)
    } else {
      while entries.count > keep, let last = entries.last, last.rank >= entry.rank { entries.removeLast() }
    }
    entries.append(entry)
  }

  /// The nearest heading whose number is the beginning of this one's: "4" or "4.2" for "4.2.1".
  private func parentByNumber(of entry: Entry) -> Int? {
    guard entry.components.count > 1 else { return nil }
    return entries.lastIndex {
      !$0.components.isEmpty && $0.components.count < entry.components.count
        && entry.components.starts(with: $0.components)
    }
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    one.utf8.lazy.filter(\.isWordByte).map(\.lowered).elementsEqual(
      other.utf8.lazy.filter(\.isWordByte).map(\.lowered))
  }
}
