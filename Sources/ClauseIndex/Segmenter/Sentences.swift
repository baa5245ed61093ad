// Where sentences end in plain text. Abbreviations, numbers and initials end none.

/// Finds the sentences of a text.
enum Sentences {
  /// The ranges of the sentences in `bytes`, in order, without the blanks between them.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    var at = 0
    while at < bytes.count {
      if let end = end(bytes, at) {
        result.append(start..<end)
        start = end < bytes.count && bytes[end].isBlank ? end + 1 : end
        at = start
      } else {
        at += 1
      }
    }
    if start < bytes.count { result.append(start..<bytes.count) }
    return result
  }

  /// The byte after the sentence whose last mark is at `at`; nil where it goes on.
  private static func end(_ bytes: [UInt8], _ at: Int) -> Int? {
    let mark = bytes[at]
    if mark == PlainText.lineBreak { return at }
    if mark == 0xE3 || mark == 0xEF, at + 3 < bytes.count,
      bytes.has("。", at: at) || bytes.has("！", at: at) || bytes.has("？", at: at)
    {
      return at + 3
    }
    guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?") else {
      return nil
    }
    var end = at + 1
    while let length = closingQuote(bytes, end) { end += length }
    guard end < bytes.count, bytes[end].isBlank, end + 1 < bytes.count else { return nil }
    let next = bytes[end + 1]
    guard !next.isLower, mark != UInt8(ascii: ".") || !isAbbreviation(bytes, dot: at, next: next) else {
      return nil
    }
    return end
  }

  /// The length of a closing quote or bracket at `at`.
  private static func closingQuote(_ bytes: [UInt8], _ at: Int) -> Int? {
    guard at < bytes.count else { return nil }
    if bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") || bytes[at] == UInt8(ascii: ")")
      || bytes[at] == UInt8(ascii: "]")
    {
      return 1
    }
    return bytes.has("”", at: at) || bytes.has("’", at: at) ? 3 : nil
  }

  /// Whether the full stop at `dot`, with a blank after it, belongs to the word before it.
  static func isAbbreviation(_ bytes: [UInt8], dot: Int) -> Bool {
    guard dot + 2 < bytes.count else { return false }
    return isAbbreviation(bytes, dot: dot, next: bytes[dot + 2])
  }

  private static func isAbbreviation(_ bytes: [UInt8], dot: Int, next: UInt8) -> Bool {
    var start = dot
    while start > 0, bytes[start - 1].isWordByte || bytes[start - 1] == UInt8(ascii: "."), dot - start < 16 {
      start -= 1
    }
    let word = bytes[start..<dot]
    guard let first = word.first else { return false }
    // "J. Smith", "U.S. Congress"; but "vitamin C. We" is rare enough.
    if word.count == 1, first.isASCIILetter { return true }
    let name = String(decoding: word.map(\.lowered), as: UTF8.self)
    if alwaysInside.contains(name) { return true }
    if beforeNumber.contains(name) { return next.isDigit }
    if companies.contains(name) { return !startsSentence(bytes, dot + 2) }
    // "U.S. Users", "U.K. law": inside a sentence unless a usual first word follows.
    if word.count <= 5, word.contains(UInt8(ascii: ".")), !first.isDigit {
      return !startsSentence(bytes, dot + 2)
    }
    return false
  }

  /// Whether a word that usually opens a sentence stands at `at`.
  private static func startsSentence(_ bytes: [UInt8], _ at: Int) -> Bool {
    var end = at
    while end < bytes.count, bytes[end].isASCIILetter, end - at < 14 { end += 1 }
    return openers.contains(String(decoding: bytes[min(at, end)..<end], as: UTF8.self))
  }

  private static let alwaysInside: Set<String> = [
    "e.g", "eg", "i.e", "ie", "vs", "cf", "viz", "mr", "mrs", "ms", "dr", "prof", "st", "approx", "incl",
    "attn", "tel", "al", "resp", "hon", "gen", "rep", "sen", "gov",
  ]
  private static let beforeNumber: Set<String> = [
    "no", "nos", "art", "arts", "sec", "secs", "para", "paras", "ch", "pp", "p", "fig", "vol", "cl", "reg",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
  ]
  private static let companies: Set<String> = [
    "inc", "ltd", "corp", "co", "llc", "gmbh", "plc", "pty", "bros", "etc", "s.a", "b.v", "n.v", "u.s", "jr",
  ]
  private static let openers: Set<String> = [
    "A", "All", "Also", "An", "Any", "As", "At", "Because", "Before", "Both", "But", "By", "Each", "Either",
    "For", "From", "He", "However", "If", "In", "It", "Its", "No", "Nothing", "On", "Once", "Our", "Please",
    "She", "Should", "Some", "Subject", "Such", "That", "The", "Their", "There", "These", "They", "This",
    "Those", "To", "Unless", "Upon", "We", "When", "Where", "While", "With", "Without", "You", "Your",
  ]
}
