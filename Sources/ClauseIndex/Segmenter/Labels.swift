// "Purpose: to reply", "Source: you": paragraphs that are one record of a form.

/// Judges which paragraphs are a label with a few words after it.
enum Labels {
  /// A record has at least so many labels.
  private static let fields = 3
  /// A label has at most so many words, a paragraph so many.
  private static let labelWords = 8
  private static let words = 40

  /// How many nodes from the first on make one record; 0 where they are none.
  static func count(in nodes: ArraySlice<Node>) -> Int {
    var labels: Set<ArraySlice<UInt8>> = []
    var isPage = true
    var count = 0
    for case .unit(let unit) in nodes.prefix(while: { if case .unit = $0 { true } else { false } }) {
      // The record's first label comes again: the next record.
      guard let label = label(of: unit), labels.insert(label).inserted else { break }
      if !Boilerplate.matches(unit) { isPage = false }
      count += 1
    }
    return count >= fields && !isPage ? count : 0
  }

  private static func label(of unit: Unit) -> ArraySlice<UInt8>? {
    guard unit.isText, unit.item < 0, unit.numbering == nil, unit.beginsUpper, unit.ending == .none,
      unit.words <= words, let colon = unit.text.bytes.firstIndex(of: UInt8(ascii: ":")),
      colon + 1 < unit.text.count, unit.text.bytes[colon + 1].isBlank,
      unit.text.countWords(in: 0..<colon) <= labelWords,
      !unit.text.bytes[..<colon].contains(UInt8(ascii: ".")), Sentences.ranges(in: unit.text.bytes).count == 1
    else { return nil }
    return unit.text.bytes[..<colon]
  }
}
