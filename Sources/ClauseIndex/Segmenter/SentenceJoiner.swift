// Sentences that the page broke over paragraphs become one unit again.

/// Joins units that are parts of one sentence.
enum SentenceJoiner {
  static func join(_ units: [Unit]) -> [Unit] {
    var result: [Unit] = []
    result.reserveCapacity(units.count)
    for (index, unit) in units.enumerated() {
      let following = index + 1 < units.count ? units[index + 1] : nil
      if let last = result.last, goesOn(last, unit, following: following) {
        var joined = last
        joined.text.append(unit.text, separator: isClosing(unit.text.bytes) ? nil : 0x20)
        joined.text = joined.text.folded()
        joined.source = last.source.lowerBound..<max(last.source.upperBound, unit.source.upperBound)
        joined.measure()
        result[result.count - 1] = joined
      } else {
        result.append(unit)
      }
    }
    return result
  }

  /// Whether `unit` goes on with the sentence that `last` leaves open.
  private static func goesOn(_ last: Unit, _ unit: Unit, following: Unit?) -> Bool {
    guard last.isText, unit.isText, last.item == unit.item, unit.numbering == nil,
      last.ending == .none || last.ending == .open, last.words >= 3, last.words < 1000, last.strong < 0.9
    else { return false }
    if isClosing(unit.text.bytes) { return true }
    if unit.beginsLower { return last.link < 0.9 || last.words > 8 }
    // A link on a line of its own inside a sentence.
    return unit.link > 0.9 && unit.words < 12 && endsInside(last.text.bytes) && last.link < 0.9
  }

  private static func isClosing(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first else { return false }
    return first == UInt8(ascii: ".") || first == UInt8(ascii: ",") || first == UInt8(ascii: ";")
      || first == UInt8(ascii: ")")
  }

  /// Whether the text ends with a word that no sentence ends with.
  private static func endsInside(_ bytes: [UInt8]) -> Bool {
    var start = bytes.count
    while start > 0, bytes[start - 1].isASCIILetter { start -= 1 }
    return inside.contains(String(decoding: bytes[start...], as: UTF8.self))
  }

  private static let inside: Set<String> = [
    "a", "an", "and", "at", "by", "from", "here", "in", "of", "on", "or", "our", "see", "the", "this", "to",
    "under", "via", "visit", "with", "your", "through", "read", "click", "using",
  ]
}
