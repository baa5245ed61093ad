// The inline marks that stand for characters: entities, code spans, HTML tags, special blanks.

extension InlineReader {
  /// Characters that print nothing, among them the marks of writing direction, are left out; blanks
  /// outside ASCII become a space, line and paragraph separators a line break.
  mutating func unicodeSpace(_ at: Int) -> Int? {
    let (first, end) = (source[at], line.upperBound)
    if first == 0xC2, at + 1 < end {
      if source[at + 1] == 0xA0 {
        text.append(0x20, from: at)
        return at + 2
      }
      return source[at + 1] == 0xAD ? at + 2 : nil
    }
    guard at + 2 < end else { return nil }
    switch (first, source[at + 1], source[at + 2]) {
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      text.append(0x20, from: at)
    case (0xE2, 0x80, 0xA8...0xA9): text.append(PlainText.lineBreak, from: at)
    case (0xE2, 0x80, 0x8B...0x8F), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xA9), (0xEF, 0xBB, 0xBF):
      break
    default: return nil
    }
    return at + 3
  }

  mutating func codeSpan(_ at: Int) -> Int? {
    var open = at
    while open < line.upperBound, source[open] == UInt8(ascii: "`") { open += 1 }
    let length = open - at
    let limit = min(line.upperBound, open + InlineReader.lookAhead)
    var (index, run) = (open, 0)
    while index <= limit {
      if index < limit, source[index] == UInt8(ascii: "`") {
        run += 1
      } else {
        if run == length {
          let start = text.count
          text.append(open..<index - run, of: source)
          text.mark(start..<text.count, .code)
          return index
        }
        run = 0
      }
      index += 1
    }
    // No partner: the marks are text, and are not looked at again.
    text.append(at..<open, of: source)
    return open
  }

  mutating func entity(_ at: Int) -> Int? {
    let limit = min(line.upperBound, at + 12)
    guard let end = (at + 1..<limit).first(where: { source[$0] == UInt8(ascii: ";") }), end > at + 1 else {
      return nil
    }
    let name = source[at + 1..<end]
    let scalar: Unicode.Scalar?
    if name.first == UInt8(ascii: "#") {
      let digits = String(decoding: name.dropFirst(), as: UTF8.self)
      let value =
        digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
      scalar = value.flatMap(Unicode.Scalar.init)
    } else {
      scalar = InlineReader.entities[String(decoding: name, as: UTF8.self)]
    }
    guard let scalar, scalar.value > 0 else { return nil }
    let isBlank = scalar.properties.isWhitespace
    if !InlineReader.invisible.contains(scalar) {
      for byte in (isBlank ? " " : String(scalar)).utf8 { text.append(byte, from: at) }
    }
    return end + 1
  }

  private static let invisible: Set<Unicode.Scalar> = [
    "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{2060}", "\u{FEFF}",
  ]

  private static let entities: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ensp": "\u{2002}",
    "emsp": "\u{2003}", "thinsp": "\u{2009}", "shy": "\u{AD}", "zwj": "\u{200D}", "zwnj": "\u{200C}",
    "copy": "©", "reg": "®", "trade": "™", "sect": "§", "para": "¶", "bull": "•", "middot": "·",
    "hellip": "…", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“",
    "rdquo": "”", "bdquo": "„", "laquo": "«", "raquo": "»", "euro": "€", "pound": "£", "yen": "¥",
    "cent": "¢", "deg": "°", "plusmn": "±", "times": "×", "divide": "÷", "frac12": "½", "rarr": "→",
    "larr": "←", "eacute": "é", "egrave": "è", "agrave": "à", "ccedil": "ç", "uuml": "ü", "ouml": "ö",
    "auml": "ä", "szlig": "ß", "iexcl": "¡", "iquest": "¿",
  ]

  /// Skips a tag or comment, keeps an address in angle brackets; nil where "<" is text.
  mutating func tagOrAddress(_ at: Int) -> Int? {
    let limit = min(line.upperBound, at + InlineReader.lookAhead)
    guard at + 1 < limit else { return nil }
    if source.has("<!--", at: at) {
      var end = max(at + 4, noCommentEnd)
      while end < limit {
        if source.has("-->", at: end) { return end + 3 }
        end += 1
      }
      noCommentEnd = max(noCommentEnd, limit)
      return nil
    }
    let isClosing = source[at + 1] == UInt8(ascii: "/")
    let nameStart = isClosing ? at + 2 : at + 1
    var nameEnd = nameStart
    while nameEnd < limit, source[nameEnd].isASCIILetter || source[nameEnd].isDigit { nameEnd += 1 }
    guard nameEnd > nameStart, nameEnd < limit else { return nil }
    guard
      let close = (nameEnd..<limit).first(where: {
        source[$0] == UInt8(ascii: ">") || source[$0] == UInt8(ascii: "<")
      }),
      source[close] == UInt8(ascii: ">")
    else { return nil }
    if isAddress(nameStart..<close) {
      let start = text.count
      text.append(nameStart..<close, of: source)
      text.mark(start..<text.count, .link)
      return close + 1
    }
    let name = String(decoding: source[nameStart..<nameEnd].map(\.lowered), as: UTF8.self)
    if InlineReader.breakingTags.contains(name) {
      text.append(PlainText.lineBreak, from: at)
    } else if !InlineReader.plainTags.contains(name) {
      return nil
    }
    return close + 1
  }

  private func isAddress(_ range: Range<Int>) -> Bool {
    guard !range.contains(where: { source[$0].isBlank }) else { return false }
    return range.contains { source[$0] == UInt8(ascii: "@") || source.has("://", at: $0) }
      || source.has("mailto:", at: range.lowerBound)
  }

  private static let breakingTags: Set<String> = [
    "br", "p", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "section",
  ]

  private static let plainTags: Set<String> = [
    "a", "abbr", "b", "bdi", "bdo", "blockquote", "button", "center", "cite", "code", "dd", "del", "dl", "dt",
    "em", "font", "footer", "form", "header", "i", "iframe", "img", "input", "ins", "label", "main", "mark",
    "nav", "ol", "path", "pre", "q", "s", "script", "small", "span", "strike", "strong", "style", "sub",
    "sup",
    "svg", "tbody", "td", "tfoot", "th", "thead", "tt", "u", "use", "var", "video", "wbr",
  ]
}
