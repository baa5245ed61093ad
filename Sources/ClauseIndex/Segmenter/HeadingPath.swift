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
    /// Whether it is an item of a list: the list's next item ends it.
    var isItem = false
    /// Whether a list with this kind of numbers began below it.
    var hasList = false
    var isDocumentTitle = false
  }

  private(set) var entries: [Entry] = []
  /// The text of the document's title; nil where it has none.
  private let documentTitle: String?

  init(documentTitle: String?) {
    self.documentTitle = documentTitle
  }

  var printed: [String] { entries.map(\.printed) }

  /// The headings above a passage with this number: "4.6 …" doesn't stand under the heading "4.5".
  func printed(above components: [Int]) -> [String] {
    guard components.count > 1, let last = entries.last, last.components.count == components.count,
      HeadingPath.comesAfter(components, last.components)
    else { return printed }
    return Array(printed.dropLast())
  }

  /// The title of the nearest heading; nil where there is only the document's title.
  var title: String? {
    guard let last = entries.last(where: { !RunInTitle.isNoTitle($0.title) }), !last.isDocumentTitle,
      !last.title.isEmpty
    else { return nil }
    return last.title
  }

  /// Whether the document bears this name.
  func isDocumentTitle(_ text: String) -> Bool {
    documentTitle.map { HeadingPath.isSame($0, text) } ?? false
  }

  /// Closes the headings that are earlier items of the list that an item with this number belongs to.
  mutating func close(before components: [Int]) {
    // "3.3" doesn't stand below "(b)".
    if components.count > 1 {
      while let last = entries.last, last.rank == HeadingShape.Rank.item { entries.removeLast() }
    }
    while let last = entries.last, last.isItem, last.components.count == components.count,
      HeadingPath.comesAfter(components, last.components)
    {
      entries.removeLast()
    }
  }

  /// Notes the number of an item: from "1" on numbers count a list and not the headings.
  mutating func note(_ numbering: Numbering?) {
    guard let numbering, numbering.style == .dotted, numbering.components.last == 1 else { return }
    for index in entries.indices where entries[index].components.count == numbering.components.count {
      entries[index].hasList = true
    }
  }

  /// Whether a number is the next after that of a heading above this place.
  func isNext(_ numbering: Numbering?) -> Bool { heading(before: numbering) != nil }

  /// Closes the heading whose number is the one before this number, of a section with a title of its own.
  mutating func close(beforeTitled numbering: Numbering?) {
    if let index = heading(before: numbering) { entries.removeSubrange(index...) }
  }

  private func heading(before numbering: Numbering?) -> Int? {
    guard let numbering, numbering.style == .dotted, let last = numbering.components.last else { return nil }
    let depth = numbering.components.count - 1
    return entries.lastIndex {
      $0.components.count == depth + 1 && !$0.hasList && !$0.isDocumentTitle
        && $0.components[depth] == last - 1
        && $0.components.prefix(depth).elementsEqual(numbering.components.prefix(depth))
    }
  }

  /// Closes a callout's heading ("Note"), above no more than one passage.
  mutating func closeCallout() {
    guard entries.count > 1, let last = entries.last, HeadingPath.callouts.contains(last.title.lowercased())
    else { return }
    entries.removeLast()
  }

  private static let callouts: Set<String> = ["note", "important", "warning", "caution", "tip"]

  /// Adds a heading and closes those that it ends.
  mutating func push(_ entry: Entry) {
    var entry = entry
    // The page repeats its heading as the first line below it.
    if let last = entries.last, last.rank < entry.rank, entry.components.isEmpty,
      HeadingPath.isSame(last.title, entry.title)
    {
      return
    }
    if let documentTitle, HeadingPath.isSame(documentTitle, entry.printed) {
      entry.isDocumentTitle = true
      entries = [entry]
      return
    }
    let keep = entries.first?.isDocumentTitle ?? false ? 1 : 0
    while entries.count > keep, let last = entries.last,
      HeadingPath.comesAfter(entry.components, last.components)
    {
      entries.removeLast()
    }
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

  /// Whether a numbering ends the section of `other`: "4" and "3.5" end "3.4".
  private static func comesAfter(_ components: [Int], _ other: [Int]) -> Bool {
    guard let last = components.last, other.count >= components.count else { return false }
    let depth = components.count - 1
    return components.prefix(depth).elementsEqual(other.prefix(depth)) && last > other[depth]
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    one.utf8.lazy.filter(\.isWordByte).map(\.lowered).elementsEqual(
      other.utf8.lazy.filter(\.isWordByte).map(\.lowered))
  }
}
