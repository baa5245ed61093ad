// Blocks enter, units leave: text read, paragraphs taken apart at line breaks that separate provisions,
// table rows paired with their header, sentences that the page broke over paragraphs joined.

/// Turns the blocks of a document into units.
struct UnitReader {
  private let source: [UInt8]
  private let list: BlockList
  private var inline: InlineReader
  private var units: [Unit] = []
  private var header: [PlainText] = []
  private var headerStart: Int?

  init(_ source: [UInt8], _ list: BlockList) {
    self.source = source
    self.list = list
    self.inline = InlineReader(source)
  }

  /// Reads all blocks.
  mutating func read() -> [Unit] {
    units.reserveCapacity(list.blocks.count)
    for block in list.blocks {
      switch block.kind {
      case .rule: continue
      case .heading(let level): addHeading(block, level: level)
      case .row(let table, let isHeader): addRow(block, table: table, isHeader: isHeader)
      case .code: addText(block, inline.read(block.spans), kind: .code)
      case .paragraph: addParagraph(block)
      }
    }
    return SentenceJoiner.join(units)
  }

  private mutating func addHeading(_ block: Block, level: Int) {
    let text = inline.read(block.spans).onOneLine()
    guard !text.isEmpty, text.bytes.contains(where: \.isWordByte) else { return }
    units.append(
      Unit(
        kind: .heading(level: level), text: text, numbering: Numbering(heading: text.bytes), item: block.item,
        source: block.source))
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

  // MARK: Tables

  private mutating func addRow(_ block: Block, table: Int, isHeader: Bool) {
    let cells = cells(of: block)
    if isHeader {
      header =
        cells.allSatisfy({ $0.wordCount <= 12 }) && cells.filter({ !$0.isEmpty }).count > 1 ? cells : []
      headerStart = header.isEmpty ? nil : block.source.lowerBound
      if !header.isEmpty { return }
    }
    if header.isEmpty, isBoldHeader(cells) {
      header = cells
      headerStart = headerStart ?? block.source.lowerBound
      return
    }
    if let heading = headingRow(block, cells) {
      units.append(heading)
      return
    }
    var text = PlainText()
    for (index, cell) in cells.enumerated() where !cell.isEmpty {
      let name = index < header.count ? header[index] : PlainText()
      var entry = PlainText()
      if !name.isEmpty, name.bytes != cell.bytes {
        for byte in name.bytes where byte != UInt8(ascii: ":") {
          entry.append(byte, from: Int(cell.origin[0]))
        }
        entry.append(UInt8(ascii: ":"), from: Int(cell.origin[0]))
      }
      entry.append(cell, separator: 0x20)
      if !text.isEmpty, !header.isEmpty, let last = text.bytes.last, last != UInt8(ascii: ";") {
        text.append(UInt8(ascii: ";"), from: Int(entry.origin[0]))
      }
      text.append(entry, separator: header.isEmpty ? PlainText.lineBreak : 0x20)
    }
    guard !text.isEmpty else { return }
    let start = headerStart ?? block.source.lowerBound
    headerStart = nil
    units.append(
      Unit(
        kind: .row(table: table, isHeader: isHeader), text: text, item: block.item,
        source: start..<block.source.upperBound))
  }

  /// Short bold cells in the first row of a table whose own header is empty.
  private func isBoldHeader(_ cells: [PlainText]) -> Bool {
    let filled = cells.filter { !$0.isEmpty }
    return filled.count > 1
      && filled.allSatisfy { $0.wordCount <= 8 && $0.share(of: .strong, in: 0..<$0.count) > 0.9 }
  }

  /// A row whose only cell of weight is marked as a heading: pages lay out headings in tables.
  private func headingRow(_ block: Block, _ cells: [PlainText]) -> Unit? {
    let filled = cells.filter { !$0.isEmpty && $0.share(of: .link, in: 0..<$0.count) < 0.9 }
    guard filled.count == 1, let cell = filled.first else { return nil }
    var level = 0
    while level < cell.count, cell.bytes[level] == UInt8(ascii: "#") { level += 1 }
    guard level > 0, level < 7, level < cell.count, cell.bytes[level] == 0x20 else { return nil }
    let text = cell.slice(level..<cell.count)
    return Unit(
      kind: .heading(level: level), text: text, numbering: Numbering(heading: text.bytes), item: block.item,
      source: block.source)
  }

  /// The texts between the bars that no backslash escapes.
  private mutating func cells(of block: Block) -> [PlainText] {
    guard let span = block.spans.first else { return [] }
    let row = source.trimmed(span)
    var result: [PlainText] = []
    var start = row.lowerBound
    var at = start
    while at <= row.upperBound {
      if at == row.upperBound || source[at] == UInt8(ascii: "|") {
        if at > row.lowerBound, !(at == row.upperBound && start == at) {
          result.append(inline.read(CollectionOfOne(start..<at)).onOneLine())
        }
        start = at + 1
      } else if source[at] == UInt8(ascii: "\\") {
        at += 1
      }
      at += 1
    }
    return result
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
