// Text without marks that still knows, for each byte, where it came from and how it was set.

/// How a byte of text was set in the document.
struct TextStyle: OptionSet {
  let rawValue: UInt8
  static let strong = TextStyle(rawValue: 1)
  static let emphasis = TextStyle(rawValue: 2)
  static let link = TextStyle(rawValue: 4)
  static let code = TextStyle(rawValue: 8)
  /// A mark that is no text; only while reading.
  static let dropped = TextStyle(rawValue: 128)
}

/// Plain text with the source offset and the style of each of its bytes.
///
/// White space is folded: one space between words, "\n" where the source breaks the line hard.
struct PlainText {
  static let lineBreak: UInt8 = 0x0A

  private(set) var bytes: [UInt8] = []
  /// The byte of the document that each byte of text came from; never decreasing.
  private(set) var origin: [UInt32] = []
  private(set) var style: [TextStyle] = []

  var count: Int { bytes.count }
  var isEmpty: Bool { bytes.isEmpty }
  /// The text as a string; invalid UTF-8 becomes U+FFFD.
  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ byte: UInt8, from position: Int, style textStyle: TextStyle = []) {
    bytes.append(byte)
    origin.append(UInt32(truncatingIfNeeded: position))
    style.append(textStyle)
  }

  /// Appends bytes of the source as they are.
  mutating func append(_ range: Range<Int>, of source: [UInt8]) {
    bytes.append(contentsOf: source[range])
    origin.append(
      contentsOf: UInt32(truncatingIfNeeded: range.lowerBound)..<UInt32(truncatingIfNeeded: range.upperBound))
    style.append(contentsOf: repeatElement([], count: range.count))
  }

  mutating func mark(_ range: Range<Int>, _ added: TextStyle) {
    for index in range { style[index].insert(added) }
  }

  /// Joins another text that follows in the document, with `separator` between the two.
  mutating func append(_ other: PlainText, separator: UInt8?) {
    guard let first = other.origin.first else { return }
    if !isEmpty, let separator { append(separator, from: Int(first)) }
    bytes.append(contentsOf: other.bytes)
    origin.append(contentsOf: other.origin)
    style.append(contentsOf: other.style)
  }

  /// The part in `range` without white space at its ends.
  func slice(_ range: Range<Int>) -> PlainText {
    let range = bytes.trimmed(range)
    if range == 0..<count { return self }
    var part = PlainText()
    part.bytes = Array(bytes[range])
    part.origin = Array(origin[range])
    part.style = Array(style[range])
    return part
  }

  /// Drops marks and folds white space.
  func folded() -> PlainText {
    var result = PlainText()
    result.reserve(count)
    var pending: (byte: UInt8, from: Int)?
    for index in 0..<count where !style[index].contains(.dropped) {
      let byte = bytes[index]
      if byte.isBlank {
        let isBreak = byte == PlainText.lineBreak
        if pending == nil || isBreak && pending?.byte != PlainText.lineBreak {
          pending = (isBreak ? PlainText.lineBreak : 0x20, Int(origin[index]))
        }
        continue
      }
      if let space = pending, !result.isEmpty { result.append(space.byte, from: space.from) }
      pending = nil
      result.bytes.append(byte)
      result.origin.append(origin[index])
      result.style.append(style[index])
    }
    return result
  }

  mutating func reserve(_ capacity: Int) {
    bytes.reserveCapacity(capacity)
    origin.reserveCapacity(capacity)
    style.reserveCapacity(capacity)
  }

  /// The share of letters and digits in `range` that have `wanted`, 0...1; 0 where there are none.
  func share(of wanted: TextStyle, in range: Range<Int>) -> Double {
    var (all, hits) = (0, 0)
    for index in range where bytes[index].isWordByte {
      all += 1
      if !style[index].isDisjoint(with: wanted) { hits += 1 }
    }
    return all == 0 ? 0 : Double(hits) / Double(all)
  }

  /// The end of the stretch with `wanted` that starts at `start`; unstyled punctuation and blanks end it.
  func run(of wanted: TextStyle, from start: Int) -> Int {
    var end = start
    while end < count, !style[end].isDisjoint(with: wanted) || bytes[end] == 0x20 && end > start {
      end += 1
    }
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return end
  }

  /// The number of words in the text.
  var wordCount: Int { countWords(in: 0..<count) }

  func countWords(in range: Range<Int>) -> Int {
    var (words, inside, ideographs) = (0, false, 0)
    for index in range {
      // Two ideographs count as a word: no blanks part them.
      if bytes[index] >= 0xE3, bytes[index] <= 0xE9 { ideographs += 1 }
      if bytes[index].isBlank {
        inside = false
      } else if !inside, bytes[index].isWordByte {
        inside = true
        words += 1
      }
    }
    return words + ideographs / 2
  }
}
