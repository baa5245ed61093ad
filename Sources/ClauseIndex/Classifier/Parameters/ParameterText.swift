// A sentence → its words, with what stands between them.

/// A sentence as the readers of parameters look at it.
///
/// Words are as ``WordReader`` reads them, but numbers part from the units written to them ("30days"), and the
/// letters of "U.S." and "U.K." are one word.
struct ParameterText {
  let bytes: [UInt8]
  private(set) var words: [String] = []
  /// The bytes that each word stands on.
  private(set) var ranges: [Range<Int>] = []
  /// Whether each word begins with a capital.
  private(set) var capitals: [Bool] = []
  /// Whether nearly all letters are capitals, so that capitals say nothing.
  private(set) var isShouted = false

  var count: Int { words.count }

  init(_ sentence: String) {
    bytes = Array(sentence.utf8)
    words.reserveCapacity(bytes.count / 5)
    ranges.reserveCapacity(bytes.count / 5)
    capitals.reserveCapacity(bytes.count / 5)
    WordReader.forEachWord(of: bytes[...]) { word, range, isCapital in
      add(word, range, isCapital)
    }
    var upper = 0
    var lower = 0
    for byte in bytes {
      if byte.isUpper { upper += 1 } else if byte.isLower { lower += 1 }
    }
    isShouted = upper > 12 && upper > lower * 2
  }

  /// The word at a place; empty outside the sentence.
  subscript(_ index: Int) -> String {
    words.indices.contains(index) ? words[index] : ""
  }

  /// Whether the word at a place begins with a capital.
  func isCapital(_ index: Int) -> Bool {
    capitals.indices.contains(index) && capitals[index]
  }

  /// Whether the text writes the word at a place in capitals throughout.
  func isAllCapitals(_ index: Int) -> Bool {
    guard ranges.indices.contains(index) else { return false }
    // A possessive "'s" stands in the range but not in the word.
    return !bytes[ranges[index]].prefix(words[index].utf8.count).contains(where: \.isLower)
  }

  /// Whether these words stand at a place, one after another.
  func has(_ wanted: [String], at index: Int) -> Bool {
    guard index >= 0, index + wanted.count <= words.count else { return false }
    for (offset, word) in wanted.enumerated() where words[index + offset] != word { return false }
    return true
  }

  /// The bytes between the word at a place and the next; to the end of the sentence after the last.
  func gap(after index: Int) -> ArraySlice<UInt8> {
    guard ranges.indices.contains(index) else { return [] }
    let start = ranges[index].upperBound
    let end = index + 1 < ranges.count ? ranges[index + 1].lowerBound : bytes.count
    return bytes[min(start, end)..<end]
  }

  /// Whether a byte stands between the word at a place and the next.
  func gap(after index: Int, has mark: Character) -> Bool {
    guard let byte = mark.asciiValue else { return false }
    return gap(after: index).contains(byte)
  }

  /// Whether the words before and after the gap are of one phrase: no semicolon, colon or line end parts them.
  func isPhrase(after index: Int) -> Bool {
    !gap(after: index).contains {
      $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ":") || $0 == PlainText.lineBreak
    }
  }

  /// The text of some words as written.
  func text(_ range: Range<Int>) -> String {
    guard !range.isEmpty, range.lowerBound >= 0, range.upperBound <= count else { return "" }
    return String(
      decoding: bytes[ranges[range.lowerBound].lowerBound..<ranges[range.upperBound - 1].upperBound],
      as: UTF8.self)
  }

  /// Whether any of the words occurs in a range, which is cut to the sentence.
  func contains(_ wanted: Set<String>, in range: Range<Int>) -> Bool {
    words[range.clamped(to: 0..<count)].contains { wanted.contains($0) }
  }

  /// Whether any word of a range begins with one of the stems.
  func containsStem(_ stems: [String], in range: Range<Int>) -> Bool {
    words[range.clamped(to: 0..<count)].contains { word in stems.contains { word.hasPrefix($0) } }
  }

  private mutating func add(_ word: [UInt8], _ range: Range<Int>, _ isCapital: Bool) {
    if word.count == 1, joinsLetter(word[0], range) { return }
    if let cut = Self.cut(word), range.count == word.count {
      let middle = range.lowerBound + cut
      append(String(decoding: word[..<cut], as: UTF8.self), range.lowerBound..<middle, isCapital)
      append(String(decoding: word[cut...], as: UTF8.self), middle..<range.upperBound, isCapital)
    } else {
      append(String(decoding: word, as: UTF8.self), range, isCapital)
    }
  }

  private mutating func append(_ word: String, _ range: Range<Int>, _ isCapital: Bool) {
    words.append(word)
    ranges.append(range)
    capitals.append(isCapital)
  }

  /// Joins the "S" of "U.S." or the "K" of "U.K." to the letter before.
  private mutating func joinsLetter(_ letter: UInt8, _ range: Range<Int>) -> Bool {
    guard let last = words.last, let place = ranges.last, bytes[range.lowerBound].isUpper,
      range.lowerBound == place.upperBound + 1, bytes[place.upperBound] == UInt8(ascii: "."),
      Self.abbreviations.contains(last + String(UnicodeScalar(letter)))
    else { return false }
    words[words.count - 1] = last + String(UnicodeScalar(letter))
    ranges[ranges.count - 1] = place.lowerBound..<range.upperBound
    return true
  }

  private static let abbreviations: Set<String> = ["us", "usa", "uk", "eu"]

  /// Where a number written to its unit ends, or a currency code written to its number.
  private static func cut(_ word: [UInt8]) -> Int? {
    guard word.count > 1, let first = word.first, let last = word.last else { return nil }
    if first.isDigit, last.isASCIILetter,
      let end = word.firstIndex(where: { !$0.isDigit && $0 != UInt8(ascii: ".") })
    {
      return units.contains(String(decoding: word[end...], as: UTF8.self)) ? end : nil
    }
    if first.isASCIILetter, last.isDigit, let end = word.firstIndex(where: \.isDigit), end == 2 || end == 3 {
      return AmountReader.codes[String(decoding: word[..<end], as: UTF8.self)] != nil ? end : nil
    }
    return nil
  }

  private static let units: Set<String> = [
    "day", "days", "hour", "hours", "h", "hr", "hrs", "week", "weeks", "month", "months", "year", "years",
    "yrs",
    "usd", "eur", "gbp", "chf", "cad", "aud", "k", "m", "million",
  ]
}
