// Blocks enter, units leave: text read, paragraphs taken apart at line breaks that separate provisions,
// table rows paired with their header, sentences that the page broke over paragraphs joined.

/// Turns the blocks of a document into units.
struct UnitReader {
  private let source: [UInt8]
  private let list: BlockList
  private var inline: InlineReader
  private var units: [Unit] = []
  private var pages: [[Unit]] = []
  private var table = TableReader()

  init(_ source: [UInt8], _ list: BlockList) {
    self.source = source
    self.list = list
    self.inline = InlineReader(source)
  }

  /// Reads all blocks: the units of each page of which the document is made.
  mutating func read() -> [[Unit]] {
    units.reserveCapacity(list.blocks.count)
    for block in list.blocks {
      switch block.kind {
      case .rule: if isPageBreak(block) { endPage() }
      case .heading(let level): addHeading(block, level: level)
      case .row:
        if let unit = table.read(block, &inline) { units.append(unit) }
      case .code: addText(block, inline.read(block.spans), kind: .code)
      case .paragraph: addParagraph(block)
      }
    }
    endPage()
    return pages
  }

  private mutating func endPage() {
    guard !units.isEmpty else { return }
    pages.append(SentenceJoiner.join(RecordGatherer.gather(FlatTable.gather(Furniture.marked(units)))))
    units = []
  }

  /// Whether a rule stands where Open Terms Archive joined two pages: it writes "- - -", a page's own rule
  /// comes as "* * *".
  private func isPageBreak(_ block: Block) -> Bool {
    let range = source.trimmed(block.source)
    return range.count == 5 && source.has("- - -", at: range.lowerBound)
  }

  private mutating func addHeading(_ block: Block, level: Int) {
    let text = withoutDirt(inline.read(block.spans).onOneLine())
    guard !text.isEmpty, text.bytes.contains(where: \.isWordByte) else { return }
    // Paragraphs in large type are no headings.
    let words = text.wordCount
    if words > 25 || text.bytes.contains(UInt8(ascii: "@")) && words > 2
      || words > 14 && Unit.ending(of: text.bytes) == .sentence && text.bytes.last != UInt8(ascii: "?")
      || words > 15 && Sentences.ranges(in: text.bytes).count > 1
    {
      add(text, block.source, block)
      return
    }
    units.append(
      Unit(
        kind: .heading(level: level), text: text, numbering: Numbering(heading: text.bytes), item: block.item,
        source: block.source))
  }

  /// A heading without emphasis marks at its ends that found no partner.
  private func withoutDirt(_ text: PlainText) -> PlainText {
    let isDirt = { (byte: UInt8) in byte == UInt8(ascii: "_") || byte.isBlank }
    var range = 0..<text.count
    while let first = range.first, isDirt(text.bytes[first]) { range = first + 1..<range.upperBound }
    while let last = range.last, isDirt(text.bytes[last]) { range = range.lowerBound..<last }
    return text.slice(range)
  }

  private mutating func addText(_ block: Block, _ text: PlainText, kind: Unit.Kind) {
    guard !text.isEmpty else { return }
    units.append(Unit(kind: kind, text: text, item: block.item, source: block.source))
  }

  // MARK: Paragraphs

  private mutating func addParagraph(_ block: Block) {
    let text = inline.read(block.spans)
    guard text.bytes.contains(where: \.isWordByte) else { return }
    var start = 0
    var sourceStart = block.source.lowerBound
    for cut in cuts(text) {
      let position = Int(text.origin[cut])
      add(text.slice(start..<cut), source.trimmed(sourceStart..<position), block)
      (start, sourceStart) = (cut + 1, position)
    }
    add(text.slice(start..<text.count), source.trimmed(sourceStart..<block.source.upperBound), block)
  }

  private mutating func add(_ text: PlainText, _ range: Range<Int>, _ block: Block) {
    guard !text.isEmpty else { return }
    var unit = Unit(kind: .text, text: text, item: block.item, source: range)
    if let numbering = Numbering(text.bytes), numbering.isMarked || numbering.style == .dotted,
      numbering.length < text.count
    {
      unit.numbering = numbering
      unit.text = text.slice(numbering.length..<text.count)
      unit.measure()
    }
    units.append(unit)
  }

  /// The line breaks of a paragraph that part provisions: before a number or bullet, and around a title.
  private func cuts(_ text: PlainText) -> [Int] {
    let bullets = inlineBullets(text)
    guard text.bytes.contains(PlainText.lineBreak) else { return bullets }
    if !bullets.isEmpty { return bullets }
    let breaks = text.bytes.indices.filter { text.bytes[$0] == PlainText.lineBreak }
    var result: [Int] = []
    var lineStart = 0
    for (index, cut) in breaks.enumerated() {
      let nextEnd = index + 1 < breaks.count ? breaks[index + 1] : text.count
      let line = lineStart..<cut
      let next = cut + 1..<nextEnd
      if startsProvision(text, next) || isTitle(text, line) != isTitle(text, next) { result.append(cut) }
      lineStart = cut + 1
    }
    return result
  }

  /// The blanks before bullets within a line: a list that the page set as one paragraph.
  private func inlineBullets(_ text: PlainText) -> [Int] {
    guard text.bytes.contains(0xE2) else { return [] }
    let found = text.bytes.indices.dropLast().filter {
      text.bytes[$0].isBlank && (text.bytes.has("• ", at: $0 + 1) || text.bytes.has("● ", at: $0 + 1))
    }
    return found.count >= 2 ? found : []
  }

  private func startsProvision(_ text: PlainText, _ line: Range<Int>) -> Bool {
    guard line.count > 2,
      !text.bytes[line.lowerBound].isASCIILetter || text.bytes[line.lowerBound + 1] <= 0x2E
    else { return false }
    return Numbering(text.bytes, from: line.lowerBound) != nil
  }

  /// A line that is strong as a whole and short.
  private func isTitle(_ text: PlainText, _ line: Range<Int>) -> Bool {
    guard line.count < 150, !line.isEmpty else { return false }
    return text.share(of: .strong, in: line) > 0.98 && text.countWords(in: line) <= 16
  }
}

extension PlainText {
  /// The text with spaces in place of line breaks.
  func onOneLine() -> PlainText {
    guard bytes.contains(PlainText.lineBreak) else { return self }
    var line = PlainText()
    line.reserve(count)
    for index in 0..<count {
      line.append(
        bytes[index] == PlainText.lineBreak ? 0x20 : bytes[index], from: Int(origin[index]),
        style: style[index])
    }
    return line
  }
}
