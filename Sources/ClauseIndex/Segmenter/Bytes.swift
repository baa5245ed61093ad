// What the segmenter asks of single bytes of UTF-8. Bytes above 0x7F count as letters.

extension UInt8 {
  /// Space, tab, line ends and the other control bytes.
  var isBlank: Bool { self <= 0x20 }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLower: Bool { self >= 0x61 && self <= 0x7A }
  var isUpper: Bool { self >= 0x41 && self <= 0x5A }
  var isASCIILetter: Bool { isLower || isUpper }
  /// A letter, a digit or part of a character outside ASCII.
  var isWordByte: Bool { isASCIILetter || isDigit || self >= 0x80 }
  /// Any of ASCII's 32 punctuation characters: those that a backslash may escape in Markdown.
  var isPunctuation: Bool {
    (self > 0x20 && self < 0x30) || (self > 0x39 && self < 0x41) || (self > 0x5A && self < 0x61)
      || (self > 0x7A && self < 0x7F)
  }
  /// The lower-case form of an ASCII letter; every other byte unchanged.
  var lowered: UInt8 { isUpper ? self | 0x20 : self }

}

extension Collection where Element == UInt8, Index == Int {
  /// Whether the bytes from `position` on are `word`'s.
  func has(_ word: StaticString, at position: Int) -> Bool {
    let length = word.utf8CodeUnitCount
    guard position >= startIndex, endIndex - position >= length else { return false }
    for offset in 0..<length where self[position + offset] != word.utf8Start[offset] { return false }
    return true
  }

  /// The range without blanks at its two ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, self[low].isBlank { low += 1 }
    while high > low, self[high - 1].isBlank { high -= 1 }
    return low..<high
  }
}
