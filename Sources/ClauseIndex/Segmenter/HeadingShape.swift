// Paragraphs that are headings by their looks: bold lines, capitals, short numbered lines, bare titles.

/// Judges whether a paragraph is a heading that the page didn't mark up as one.
enum HeadingShape {
  /// Ranks of headings below the six of Markdown (1...6), by how much they look like one.
  enum Rank {
    static let markdown = 10
    static let capitals = 70
    static let strong = 72
    static let numbered = 74
    static let emphasis = 80
    static let plain = 90
    static let item = 91
    static let label = 92
  }

  /// Whether the text has capitals as a title has, and no full stop.
  static func isTitleLike(_ unit: Unit) -> Bool {
    guard unit.isText, unit.ending == .none, unit.beginsUpper, unit.words >= 1, unit.words <= 16,
      unit.text.count < 160, unit.link < 0.5, !unit.text.bytes.contains(PlainText.lineBreak),
      !unit.text.bytes.contains(UInt8(ascii: ":")),
      !unit.text.bytes.indices.contains(where: { unit.text.bytes.has(". ", at: $0) }),
      !RunInTitle.hasVerb(unit.text), !Definition.begins(unit.text.bytes)
    else { return false }
    let words = unit.text.bytes.split(separator: 0x20).filter { $0.count > 3 }
    let capitals = words.count { word in word.first { $0.isWordByte }.map { !$0.isLower } ?? true }
    return capitals * 10 >= words.count * 7
  }

  /// The rank of the heading that `unit` is, where `next` is what it would stand above; nil for none.
  static func rank(of unit: Unit, next: Unit?) -> Int? {
    guard unit.isText, unit.words >= 1, unit.letters >= 2, unit.words <= 20, unit.text.count < 160,
      unit.numbering?.style != .bullet, unit.ending != .open,
      !unit.text.bytes.contains(PlainText.lineBreak), let next, !Boilerplate.isDateLine(unit),
      !unit.isFurniture, !Boilerplate.hasDotLeaders(unit), !Measure.matches(unit.text.bytes),
      !Definition.begins(unit.text.bytes), !unit.text.bytes.contains(UInt8(ascii: "@")),
      !Boilerplate.isChoice(unit)
    else { return nil }
    guard unit.beginsUpper || unit.numbering != nil && unit.strong > 0.9 else { return nil }
    let endsQuietly =
      unit.ending == .none || unit.text.bytes.last == UInt8(ascii: "?") || unit.ending == .colon
    if unit.strong > 0.95 {
      let isNumbered = unit.numbering != nil && unit.words <= 12 && next.strong < 0.5
      guard unit.link < 0.9, endsQuietly && unit.words <= 16 || unit.words <= 6 || isNumbered else {
        return nil
      }
      if unit.ending == .colon {
        // A label: whatever heading comes next ends it.
        return unit.words > 8 ? nil : unit.numbering == nil ? Rank.label : Rank.strong
      }
      // "(b) Audits.": below every section.
      if unit.numbering?.isEnclosed == true, unit.ending == .sentence { return Rank.item }
      return unit.capitals > 0.9 ? Rank.capitals : Rank.strong
    }
    guard unit.link < 0.5, next.words >= 6 || next.numbering != nil || next.strong > 0.95 else { return nil }
    // "VAT NUMBER: XY12 345 678 901" is none.
    if unit.capitals > 0.95, unit.letters >= 4, unit.words <= 12, endsQuietly, unit.ending != .colon,
      unit.text.bytes.count(where: \.isDigit) * 3 < unit.letters
    {
      return Rank.capitals + (unit.numbering == nil ? 1 : 0)
    }
    if unit.emphasis > 0.95 {
      return endsQuietly && unit.words <= 12 && unit.ending != .colon ? Rank.emphasis : nil
    }
    if let numbering = unit.numbering, numbering.style == .dotted || numbering.style == .word {
      if unit.text.bytes.last == UInt8(ascii: "?"), unit.words <= 16 { return Rank.numbered }
      // "7. LINKS TO THE SITES OF OTHERS."
      if unit.capitals > 0.95, unit.letters >= 4, unit.words <= 12 { return Rank.numbered }
      guard unit.words <= 9, unit.ending == .none || unit.words <= 5 && unit.ending == .sentence else {
        return nil
      }
      return next.beginsLower ? nil : Rank.numbered
    }
    guard unit.numbering == nil, !next.beginsLower, next.words >= 8, !next.isHeading else { return nil }
    // In a row of lines without full stop each is an item, none a heading.
    guard !next.isRow, next.ending != .none || next.item != unit.item else { return nil }
    if unit.text.bytes.last == UInt8(ascii: "?") { return unit.words <= 16 ? Rank.plain : nil }
    let bytes = unit.text.bytes
    guard unit.ending == .none, unit.words <= 10, !bytes.contains(UInt8(ascii: "@")), unit.letters > 3,
      !bytes.contains(UInt8(ascii: ",")) || !bytes.contains(where: \.isDigit)
    else { return nil }
    return Rank.plain
  }
}
