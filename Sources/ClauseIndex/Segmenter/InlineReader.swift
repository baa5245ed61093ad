// The lines of one block enter, plain text leaves: marks, links, images, tags, escapes and entities read.
//
// Emphasis is read more kindly than CommonMark does: machine-made Markdown has "**Title **text", where
// the closing mark follows a space. cmark, which reads the blocks, is not asked: its inline positions are
// not exact (soft breaks have none, neighbouring texts are merged), and each byte of the text has to know
// where it comes from. Every look ahead and every stack is bounded, so time is linear.

/// Reads the inline Markdown of a block.
struct InlineReader {
  /// A link's address, a tag or a code span is looked for in so many bytes.
  static let lookAhead = 4096
  /// The end of a link around several blocks is looked for in so many bytes.
  static let linkAhead = 256
  /// So many marks may wait for their closing mark; the oldest become text.
  static let maximumOpen = 32

  struct Delimiter {
    var mark: UInt8
    var length: Int
    /// Where its bytes stand in the text.
    var at: Int
  }

  let source: [UInt8]
  var text = PlainText()
  var delimiters: [Delimiter] = []
  var brackets: [(at: Int, isImage: Bool)] = []
  /// Up to this byte no comment ends: not looked at again.
  var noCommentEnd = 0
  /// The line being read.
  var line = 0..<0

  init(_ source: [UInt8]) {
    self.source = source
  }

  /// Reads the lines in `spans` as one text.
  mutating func read(_ spans: some Collection<Range<Int>>) -> PlainText {
    text = PlainText()
    delimiters.removeAll(keepingCapacity: true)
    brackets.removeAll(keepingCapacity: true)
    text.reserve(spans.reduce(0) { $0 + $1.count + 1 })
    var isFirst = true
    for span in spans {
      if !isFirst { endLine(before: span) }
      isFirst = false
      line = span
      var at = span.lowerBound
      while at < span.upperBound { at = step(at) }
    }
    // A strong mark without partner is dirt, a single asterisk may be a footnote's.
    for open in delimiters where open.length >= 2 {
      text.mark(open.at..<open.at + open.length, .dropped)
    }
    // A link around several blocks opens here and closes in a block below.
    for open in brackets where !open.isImage && open.at == 0 {
      text.mark(0..<1, .dropped)
      if closesBelow(line.upperBound) { text.mark(1..<text.count, .link) }
    }
    return text.folded()
  }

  /// Two blanks or a backslash at a line's end break the line; else it is a space.
  private mutating func endLine(before next: Range<Int>) {
    let end = line.upperBound
    let isHard =
      end - line.lowerBound >= 2 && source[end - 1] == 0x20 && source[end - 2] == 0x20
      || end > line.lowerBound && source[end - 1] == UInt8(ascii: "\\")
    if isHard, source[end - 1] == UInt8(ascii: "\\"), !text.isEmpty {
      text.mark(text.count - 1..<text.count, .dropped)
    }
    text.append(isHard ? PlainText.lineBreak : 0x20, from: end)
  }

  /// Reads what stands at `at` and returns where the next thing stands.
  private mutating func step(_ at: Int) -> Int {
    let end = line.upperBound
    switch source[at] {
    case UInt8(ascii: "\\"):
      if at + 1 < end, source[at + 1].isPunctuation {
        text.append(source[at + 1], from: at)
        return at + 2
      }
    case UInt8(ascii: "&"): if let next = entity(at) { return next }
    case UInt8(ascii: "`"): if let next = codeSpan(at) { return next }
    case UInt8(ascii: "<"): if let next = tagOrAddress(at) { return next }
    case UInt8(ascii: "!"):
      if at + 1 < end, source[at + 1] == UInt8(ascii: "[") {
        openBracket(from: at, isImage: true)
        return at + 2
      }
    case UInt8(ascii: "["):
      openBracket(from: at, isImage: false)
      return at + 1
    case UInt8(ascii: "]"): if let next = closeBracket(at) { return next }
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): return delimiterRun(at)
    case 0xC2, 0xE2, 0xE3, 0xEF: if let next = unicodeSpace(at) { return next }
    default:
      var next = at + 1
      while next < end, !InlineReader.isSpecial[Int(source[next])] { next += 1 }
      text.append(at..<next, of: source)
      return next
    }
    text.append(source[at], from: at)
    return at + 1
  }

  private static let isSpecial: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "\\&`<![]*_~".utf8 { table[Int(byte)] = true }
    for byte in [0xC2, 0xE2, 0xE3, 0xEF] { table[byte] = true }
    return table
  }()

  // MARK: Emphasis

  private mutating func delimiterRun(_ at: Int) -> Int {
    let mark = source[at]
    var end = at
    while end < line.upperBound, source[end] == mark { end += 1 }
    var run = Delimiter(mark: mark, length: end - at, at: text.count)
    text.append(at..<end, of: source)
    let spaceBefore = isSpace(before: at), spaceAfter = isSpace(after: end)
    if mark == UInt8(ascii: "~") {
      if run.length == 2 { text.mark(run.at..<run.at + 2, .dropped) }
      return end
    }
    let isStrong = run.length >= 2
    if mark == UInt8(ascii: "_"), !spaceBefore, !spaceAfter, source[at - 1].isWordByte, source[end].isWordByte
    {
      return end
    }
    if isStrong || !spaceBefore || mark == UInt8(ascii: "_") && !spaceAfter { close(&run) }
    // A mark on a line of its own opens or closes emphasis over several lines.
    let isAlone = spaceBefore && end == line.upperBound && mark == UInt8(ascii: "_")
    guard run.length > 0, isStrong || !spaceAfter || isAlone else { return end }
    if delimiters.count == InlineReader.maximumOpen { delimiters.removeFirst() }
    delimiters.append(run)
    return end
  }

  /// Pairs the run with the open marks before it, as far as it goes.
  private mutating func close(_ run: inout Delimiter) {
    while run.length > 0, let index = delimiters.lastIndex(where: { $0.mark == run.mark }) {
      let open = delimiters[index]
      let used = min(open.length, run.length)
      var added: TextStyle = used >= 2 ? .strong : .emphasis
      if used == 3 { added.insert(.emphasis) }
      text.mark(open.at + open.length..<run.at, added)
      text.mark(open.at + open.length - used..<open.at + open.length, .dropped)
      text.mark(run.at..<run.at + used, .dropped)
      run.at += used
      run.length -= used
      delimiters.removeSubrange(index...)
      if open.length > used {
        delimiters.append(Delimiter(mark: open.mark, length: open.length - used, at: open.at))
      }
    }
  }

  private func isSpace(before at: Int) -> Bool {
    guard at > line.lowerBound else { return true }
    return source[at - 1].isBlank || at - line.lowerBound >= 2 && source.has("\u{A0}", at: at - 2)
  }

  private func isSpace(after at: Int) -> Bool {
    guard at < line.upperBound else { return true }
    return source[at].isBlank || source.has("\u{A0}", at: at)
  }

  // MARK: Links

  private mutating func openBracket(from at: Int, isImage: Bool) {
    if brackets.count == InlineReader.maximumOpen { brackets.removeFirst() }
    brackets.append((text.count, isImage))
    text.append(at..<at + (isImage ? 2 : 1), of: source)
  }

  /// A link's or image's end; nil where the bracket is text.
  private mutating func closeBracket(_ at: Int) -> Int? {
    let open = brackets.popLast()
    guard at + 1 < line.upperBound, source[at + 1] == UInt8(ascii: "("), let next = destinationEnd(at + 1)
    else {
      return nil
    }
    // Without an opening bracket this is the end of a link that began in a block above.
    guard let open else { return next }
    if open.isImage {
      text.mark(open.at..<text.count, .dropped)
      text.append(0x20, from: at)
    } else {
      text.mark(open.at..<open.at + 1, .dropped)
      text.mark(open.at + 1..<text.count, .link)
    }
    return next
  }

  /// Whether the first bracket below `start` closes a link.
  private func closesBelow(_ start: Int) -> Bool {
    for at in start..<min(source.count, start + InlineReader.linkAhead) {
      if source[at] == UInt8(ascii: "[") { return false }
      if source[at] == UInt8(ascii: "]") { return source.has("](", at: at) }
    }
    return false
  }

  /// The byte after "(address "title")".
  private func destinationEnd(_ open: Int) -> Int? {
    let limit = min(line.upperBound, open + InlineReader.lookAhead)
    var (at, depth, quoted) = (open, 0, false)
    while at < limit {
      switch source[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "\""): if quoted || source[at - 1].isBlank { quoted.toggle() }
      case UInt8(ascii: "(") where !quoted:
        depth += 1
        if depth > InlineReader.maximumOpen { return nil }
      case UInt8(ascii: ")") where !quoted:
        depth -= 1
        if depth == 0 { return at + 1 }
      default: break
      }
      at += 1
    }
    return nil
  }
}
