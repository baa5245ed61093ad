// Sentences that the page broke over paragraphs become one unit again, and numbers that stand on a line of
// their own go with the paragraph below.

/// Joins units that are parts of one sentence.
struct SentenceJoiner {
  /// Lines of a page set in print are at least so many bytes long.
  private static let printedLine = 50

  /// So many units on either side tell whether lines became paragraphs here.
  private static let neighbours = 6

  private let units: [Unit]
  /// For each unit, how many units before it are lines that end inside a sentence.
  private let openBefore: [Int]

  private init(_ units: [Unit]) {
    self.units = units
    var count = 0
    openBefore =
      [0]
      + units.map { unit in
        if unit.isText, unit.ending == .none, unit.item < 0, unit.strong < 0.9,
          unit.text.count >= SentenceJoiner.printedLine, unit.text.count < 130
        {
          count += 1
        }
        return count
      }
  }

  /// Whether each line of the page became a paragraph around this unit: text taken from a PDF.
  private func isPrinted(around index: Int) -> Bool {
    let low = max(0, index - SentenceJoiner.neighbours)
    let high = min(units.count, index + SentenceJoiner.neighbours)
    return openBefore[high] - openBefore[low] >= SentenceJoiner.neighbours - 1
  }

  static func join(_ units: [Unit]) -> [Unit] {
    SentenceJoiner(units).joined()
  }

  private func joined() -> [Unit] {
    var result: [Unit] = []
    result.reserveCapacity(units.count)
    var index = 0
    while index < units.count {
      var unit = units[index]
      if index + 1 < units.count, let numbered = number(unit, before: units[index + 1]) {
        unit = numbered
        index += 1
      }
      let before = index > 0 ? units[index - 1] : nil
      if let last = result.last, let before, goesOn(last, before, unit, isPrinted: isPrinted(around: index)) {
        result[result.count - 1] = SentenceJoiner.joined(last, unit)
      } else {
        result.append(unit)
      }
      index += 1
    }
    return result
  }

  private static func joined(_ last: Unit, _ unit: Unit) -> Unit {
    var joined = last
    joined.text.append(unit.text, separator: isClosing(unit.text.bytes) ? nil : 0x20)
    joined.source = last.source.lowerBound..<max(last.source.upperBound, unit.source.upperBound)
    joined.measure()
    return joined
  }

  /// The next unit with this one's number, where this one is nothing but a number.
  private func number(_ unit: Unit, before next: Unit) -> Unit? {
    guard unit.isText || unit.isHeading, next.isText || next.isHeading, next.numbering == nil,
      unit.item == next.item,
      unit.numbering == nil, unit.text.count < 12, next.words > 0
    else { return nil }
    var bytes = unit.text.bytes
    bytes += [0x20, UInt8(ascii: "A")]
    guard let numbering = Numbering(bytes), numbering.length == bytes.count - 1 else { return nil }
    // "●" alone; a lone dash is an empty cell.
    if numbering.style == .bullet, next.isHeading || unit.text.bytes[0] < 0x80 || unit.text.count > 3 {
      return nil
    }
    var numbered = next
    numbered.numbering = numbering
    if next.isHeading {
      // A heading's text holds its number.
      var text = unit.text
      text.append(next.text, separator: 0x20)
      numbered.text = text
      numbered.numbering = Numbering(heading: text.bytes)
    }
    numbered.source = unit.source.lowerBound..<next.source.upperBound
    return numbered
  }

  /// Whether `unit` goes on with the sentence that `last` leaves open; `line` is the end of `last`.
  private func goesOn(_ last: Unit, _ line: Unit, _ unit: Unit, isPrinted: Bool) -> Bool {
    guard last.isText, unit.isText, last.item == unit.item, unit.numbering == nil, !last.isFurniture,
      !unit.isFurniture,
      last.ending == .none || last.ending == .open, last.words < 1000
    else { return false }
    if isPrinted, line.text.count >= SentenceJoiner.printedLine, last.strong < 0.9, line.link < 0.9 {
      return true
    }
    guard last.strong < 0.9 else { return false }
    if SentenceJoiner.isClosing(unit.text.bytes) { return true }
    guard last.words >= 3 else { return false }
    if unit.beginsLower { return last.link < 0.9 || last.words > 8 }
    guard endsInside(last.text.bytes) else { return false }
    // A link on a line of its own inside a sentence; or a sentence broken before a capital.
    return unit.link > 0.9 && unit.words < 12 && last.link < 0.9 || last.words > 10 && last.link < 0.5
  }

  private static func isClosing(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return false }
    return first == UInt8(ascii: ".") || first == UInt8(ascii: ",") || first == UInt8(ascii: ";")
      || first == UInt8(ascii: ")") || first == UInt8(ascii: ":")
  }

  /// Whether the text ends with a word that no sentence ends with.
  private func endsInside(_ bytes: [UInt8]) -> Bool {
    var start = bytes.count
    while start > 0, bytes[start - 1].isASCIILetter { start -= 1 }
    return SentenceJoiner.inside.contains(String(decoding: bytes[start...].map(\.lowered), as: UTF8.self))
  }

  private static let inside: Set<String> = [
    "a", "an", "and", "at", "by", "from", "in", "of", "on", "or", "our", "see", "the", "this", "to",
    "under", "via", "visit", "with", "your", "through", "read", "using", "that", "be", "is", "are", "will",
    "for", "as", "if", "any", "which", "into", "its", "their", "these", "such",
  ]
}
