// Legal numbering at the start of a paragraph: "4.2", "(a)", "iv.", "§ 3", "Section 5.", "•".

/// The number or bullet that a passage starts with.
struct Numbering: Equatable {
  enum Style: Equatable {
    /// "4.", "4.2", "A.1"; the components are numbers, letters count from 1.
    case dotted
    /// "(a)", "a)", "a."
    case letter
    /// "(iv)", "iv."
    case roman
    /// "(3)", "3)"
    case parenthesis
    /// "Section 5", "§ 3", "Article IV"
    case word
    case bullet
  }

  var style: Style
  /// As printed, without trailing full stop; empty for a bullet.
  var label: String
  /// As printed, with its full stop; "1." for the item of a Markdown list.
  var printed: String
  /// The numbers of a dotted numbering, outermost first.
  var components: [Int] = []
  /// So many bytes of the text, blanks after the number included.
  var length: Int
  /// Whether a mark (full stop, bracket, colon) sets the number apart from the words.
  var isMarked = true

  /// The label; nil for a bullet.
  var printedLabel: String? { label.isEmpty ? nil : label }

  /// Whether it is "(a)", "iv.", "3)": the number of an item, not of a section.
  var isEnclosed: Bool { style == .letter || style == .roman || style == .parenthesis }

  /// The numbering at the start of `bytes`; nil where there is none.
  init?(_ bytes: [UInt8], from start: Int = 0) {
    guard start < bytes.count,
      let found = Numbering.bullet(bytes, start) ?? Numbering.dotted(bytes, start)
        ?? Numbering.enclosed(bytes, start) ?? Numbering.word(bytes, start)
    else { return nil }
    self = found
  }

  /// The numbering of a heading, where a bare "4" counts too.
  init?(heading bytes: [UInt8]) {
    if let found = Numbering(bytes) {
      self = found
      return
    }
    var end = 0
    while end < bytes.count, bytes[end].isDigit { end += 1 }
    guard end > 0, end < 3, end < bytes.count, bytes[end] == 0x20,
      let value = Int(String(decoding: bytes[..<end], as: UTF8.self))
    else { return nil }
    self.init(.dotted, bytes, 0..<end, components: [value], end: end)
  }

  /// The numbering of an item in a Markdown list.
  init(ordinal: Int) {
    (style, label, components, length) = (.dotted, String(ordinal), [ordinal], 0)
    printed = "\(ordinal)."
  }

  private init(_ style: Style, _ bytes: [UInt8], _ label: Range<Int>, components: [Int] = [], end: Int) {
    self.style = style
    self.label = String(decoding: bytes[label], as: UTF8.self)
    self.printed = String(decoding: bytes[label.lowerBound..<max(label.upperBound, end)], as: UTF8.self)
    self.components = components
    var end = end
    while end < bytes.count, bytes[end].isBlank { end += 1 }
    self.length = end
  }

  /// The length of a number that mixes digits and letters, with the blank after it; 0 where there is none.
  ///
  /// "3B. ", "8.6.1.a.ii. "
  static func mixedLength(_ bytes: [UInt8]) -> Int {
    var at = bytes.first?.isUpper == true && bytes.count > 1 && bytes[1].isDigit ? 1 : 0
    var hasStop = false
    while at < bytes.count {
      let start = at
      while at < bytes.count, bytes[at].isDigit, at - start < 3 { at += 1 }
      if at == start {
        // "a", "ii"; a full stop must follow.
        while at < bytes.count, bytes[at].isLower, at - start < 4 { at += 1 }
        guard start > 0, at < bytes.count, bytes[at] == 0x2E else {
          at = start
          break
        }
      } else if at + 1 < bytes.count, bytes[at].isUpper, bytes[at + 1] == 0x2E {
        at += 1
      }
      guard at > start, at < bytes.count, bytes[at] == 0x2E else { break }
      (at, hasStop) = (at + 1, true)
    }
    guard hasStop, at > 2, at < bytes.count, bytes[at].isBlank || bytes[at].isUpper && bytes[at - 1] == 0x2E
    else { return 0 }
    while at < bytes.count, bytes[at].isBlank { at += 1 }
    return at < bytes.count ? at : 0
  }

  // MARK: Forms

  private static let bullets: [StaticString] = [
    "•", "–", "‣", "▪", "◦", "●", "○", "■", "□", "❖", "➢", "✓", "✔", "→", "►", "∙", "⁃", "➤", "✅", "❌",
  ]

  private static func bullet(_ bytes: [UInt8], _ start: Int) -> Numbering? {
    let length: Int
    switch bytes[start] {
    case 0x2D, 0x2A, 0x2B: length = 1
    case 0xC2: length = bytes.has("·", at: start) ? 2 : 0
    case 0xE2:
      length =
        bullets
          .contains { bytes.has($0, at: start) } ? 3 : 0
    case 0xEF: length = bytes.has("\u{F0B7}", at: start) || bytes.has("\u{F0A7}", at: start) ? 3 : 0
    default: length = 0
    }
    guard length > 0, start + length < bytes.count else { return nil }
    let isSet =
      bytes[start + length].isBlank || length > 1 && bytes[start] != 0xE2
      || bytes.has("•", at: start) || bytes.has("●", at: start)
    return isSet ? Numbering(.bullet, bytes, start..<start, end: start + length) : nil
  }

  /// "4.", "4.2", "4.2.1.", "A.1", "4.2(a)", "4.2)"; a bare whole number is none.
  private static func dotted(_ bytes: [UInt8], _ start: Int) -> Numbering? {
    var (at, components, labelEnd) = (start, [Int](), start)
    while at < bytes.count {
      var (value, digits) = (0, 0)
      while at < bytes.count, bytes[at].isDigit, digits < 4 {
        value = value * 10 + Int(bytes[at] - 0x30)
        (at, digits) = (at + 1, digits + 1)
      }
      if digits == 0, components.isEmpty, bytes[at].isUpper, at + 2 < bytes.count, bytes[at + 1] == 0x2E,
        bytes[at + 2].isDigit
      {
        (value, digits, at) = (Int(bytes[at] - 0x40), 1, at + 1)
      }
      guard digits > 0 else { break }
      // Four digits are a year: a date, not a number.
      guard value < 1000 else { return nil }
      components.append(value)
      labelEnd = at
      guard at + 1 < bytes.count, bytes[at] == 0x2E, bytes[at + 1].isDigit else { break }
      at += 1
    }
    guard !components.isEmpty, components.count < 8, at < bytes.count else { return nil }
    if components.count == 1, bytes.has("、", at: at), at + 3 < bytes.count {
      return Numbering(.dotted, bytes, start..<labelEnd, components: components, end: at + 3)
    }
    var isMarked = false
    if bytes[at] == 0x2E || bytes[at] == 0x29 || bytes[at] == 0x3A {
      // "3)" is a list's, "4.2)" a section's.
      if bytes[at] == 0x29, components.count == 1 { return nil }
      (at, isMarked) = (at + 1, true)
    } else if bytes[at] == 0x28, components.count > 1, at + 2 < bytes.count, bytes[at + 1].isLower,
      bytes[at + 2] == 0x29
    {
      (at, labelEnd, isMarked) = (at + 3, at + 3, true)
    }
    guard at < bytes.count,
      bytes[at].isBlank || isMarked && (bytes[at].isUpper || bytes[at] >= 0x80)
        || components.count > 1 && bytes[at].isUpper
    else {
      return nil
    }
    guard isMarked || components.count > 1 else { return nil }
    var number = Numbering(.dotted, bytes, start..<labelEnd, components: components, end: at)
    number.isMarked = isMarked
    return number
  }

  /// "(a)", "a)", "a.", "(iv)", "iv.", "(3)", "3)".
  private static func enclosed(_ bytes: [UInt8], _ start: Int) -> Numbering? {
    if bytes[start] == 0xEF { return fullWidth(bytes, start) }
    let isOpen = bytes[start] == 0x28 || bytes[start] == 0x5B
    let first = isOpen ? start + 1 : start
    var end = first
    while end < bytes.count, bytes[end].isASCIILetter || bytes[end].isDigit, end - first < 5 { end += 1 }
    guard end > first, end < bytes.count else { return nil }
    let closing = bytes[end]
    let isBracket = closing == 0x29 || isOpen && closing == 0x5D
    guard isBracket || !isOpen && closing == 0x2E else { return nil }
    let after = end + 1
    guard after < bytes.count, bytes[after].isBlank || isBracket && bytes[after].isWordByte else {
      return nil
    }
    let name = bytes[first..<end]
    let style: Style
    if name.allSatisfy(\.isDigit) {
      guard name.count < 4, isBracket else { return nil }
      style = .parenthesis
    } else if name.count == 1, let letter = name.first, letter.isASCIILetter {
      style =
        [UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x")].contains(letter.lowered) ? .roman : .letter
    } else if isRoman(name) {
      style = .roman
    } else if name.count == 2, name.first == name.last, name.first?.isLower == true {
      style = .letter
    } else {
      return nil
    }
    return Numbering(style, bytes, isOpen ? start..<end + 1 : start..<(isBracket ? end + 1 : end), end: after)
  }

  /// The form "（3）".
  private static func fullWidth(_ bytes: [UInt8], _ start: Int) -> Numbering? {
    guard bytes.has("（", at: start) else { return nil }
    var end = start + 3
    while end < bytes.count, bytes[end].isDigit, end - start < 6 { end += 1 }
    guard end > start + 3, bytes.has("）", at: end), end + 3 < bytes.count else { return nil }
    return Numbering(.parenthesis, bytes, start..<end + 3, end: end + 3)
  }

  private static func isRoman(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first else { return false }
    let isLower = first.isLower
    return name.allSatisfy { byte in
      byte.isLower == isLower
        && [UInt8(ascii: "i"), UInt8(ascii: "v"), UInt8(ascii: "x"), UInt8(ascii: "l")].contains(byte.lowered)
    }
  }

  private static let words: [StaticString] = [
    "Section ", "SECTION ", "Article ", "ARTICLE ", "Clause ", "CLAUSE ", "Art. ", "Part ", "PART ", "§",
    "Chapter ", "CHAPTER ", "Schedule ", "SCHEDULE ", "Annex ", "ANNEX ", "Appendix ", "APPENDIX ",
    "Exhibit ", "EXHIBIT ", "Step ", "Rule ", "Attachment ",
  ]

  /// "Section 5.", "§ 3", "ARTICLE IV –".
  private static func word(_ bytes: [UInt8], _ start: Int) -> Numbering? {
    guard let word = words.first(where: { bytes.has($0, at: start) }) else { return nil }
    var first = start + word.utf8CodeUnitCount
    while first < bytes.count, bytes[first].isBlank { first += 1 }
    var end = first
    while end < bytes.count, bytes[end].isDigit || bytes[end].isUpper || bytes[end] == 0x2E, end - first < 10
    {
      end += 1
    }
    while end > first, bytes[end - 1] == 0x2E { end -= 1 }
    guard end > first, bytes[first].isDigit || end - first < 5 else { return nil }
    guard bytes[first].isDigit || end - first == 1 || isRoman(bytes[first..<end]) else { return nil }
    var (at, isMarked) = (end, word.utf8CodeUnitCount == 2)
    if at < bytes.count, [0x2E, 0x3A, 0x29].contains(bytes[at]) {
      (at, isMarked) = (at + 1, true)
    }
    guard at == bytes.count || bytes[at].isBlank else { return nil }
    var after = at
    while after < bytes.count, bytes[after].isBlank { after += 1 }
    if bytes.has("– ", at: after) || bytes.has("— ", at: after) {
      (at, isMarked) = (after + 4, true)
    } else if bytes.has("- ", at: after) || bytes.has(": ", at: after) {
      (at, isMarked) = (after + 2, true)
    }
    var number = Numbering(.word, bytes, start..<end, end: at)
    number.isMarked = isMarked
    return number
  }
}
