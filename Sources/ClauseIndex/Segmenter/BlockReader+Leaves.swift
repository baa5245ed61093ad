// The leaves of cmark's tree as blocks: paragraphs, headings, rows, with the bytes of each line.

internal import CCmarkGFM

extension BlockReader {
  // MARK: Places

  /// The node's lines, counted from 0.
  func lines(_ node: OpaquePointer) -> Range<Int> {
    let first = min(max(Int(cmark_node_get_start_line(node)) - 1, 0), place.lines.count - 1)
    return first..<min(max(Int(cmark_node_get_end_line(node)), first + 1), place.lines.count)
  }

  func column(_ node: OpaquePointer) -> Int { max(1, Int(cmark_node_get_start_column(node))) }

  func offset(line: Int, column: Int) -> Int { place.lines[line].offset(column: column) }

  func skipBlanks(_ start: Int, _ line: Int) -> Int {
    var at = start
    while at < place.lines[line].source.upperBound, source[at].isBlank { at += 1 }
    return at
  }

  /// The byte after the quotes' marks at the start of a line.
  func afterQuotes(_ line: Int) -> Int {
    var start = place.lines[line].source.lowerBound
    for _ in 0..<place.quotes {
      let at = skipBlanks(start, line)
      guard at < place.lines[line].source.upperBound, source[at] == UInt8(ascii: ">") else { break }
      start = at + 1
    }
    return start
  }

  /// The line without quote marks and indent.
  func content(_ line: Int) -> Range<Int> {
    skipBlanks(afterQuotes(line), line)..<place.lines[line].source.upperBound
  }

  /// The content of each line that has any; the first begins at a column that cmark names.
  func spans(_ lines: Range<Int>, column: Int) -> [Range<Int>] {
    lines.compactMap { line in
      let span =
        line == lines.lowerBound
        ? skipBlanks(offset(line: line, column: column), line)..<place.lines[line].source.upperBound
        : content(line)
      return span.isEmpty ? nil : span
    }
  }

  /// From the first byte to the last that is no blank.
  func union(_ spans: [Range<Int>]) -> Range<Int>? {
    guard let first = spans.first, let last = spans.last else { return nil }
    return first.lowerBound..<max(first.lowerBound, source.trimmed(last).upperBound)
  }

  /// Adds a block, which claims the list marks before it.
  mutating func add(_ block: Block) {
    var block = block
    if let start = mark?.start, start < block.source.lowerBound {
      block.source = start..<block.source.upperBound
    }
    mark = nil
    result.blocks.append(block)
  }

  // MARK: Paragraphs and headings

  mutating func addParagraph(_ spans: [Range<Int>]) {
    var spans = spans
    if let first = spans.first, isUnderline(first, of: UInt8(ascii: "=")) {
      underlineLast(first)
      spans.removeFirst()
    } else if spans.count > 1, let start = mark?.start, start < spans[0].lowerBound,
      isUnderline(spans[1], of: UInt8(ascii: "="))
    {
      add(Block(kind: .paragraph, spans: [spans[0]], item: currentItem, source: source.trimmed(spans[0])))
      underlineItem(spans[1], level: 1)
      spans.removeFirst(2)
      guard let range = union(spans) else { return }
      let item = result.blocks.last?.item ?? -1
      return add(Block(kind: .paragraph, spans: spans, item: item, source: range))
    }
    guard let range = union(spans) else { return }
    add(Block(kind: .paragraph, spans: spans, item: currentItem, source: range))
  }

  private func isUnderline(_ line: Range<Int>, of mark: UInt8) -> Bool {
    let trimmed = source.trimmed(line)
    return trimmed.count >= 3 && trimmed.allSatisfy { source[$0] == mark }
  }

  /// The line above may be apart from its underline by blank lines: white space within the heading.
  private mutating func underlineLast(_ line: Range<Int>) {
    guard let last = result.blocks.indices.last, result.blocks[last].kind == .paragraph,
      result.blocks[last].spans.count == 1, line.lowerBound - result.blocks[last].source.upperBound < 16
    else { return }
    result.blocks[last].kind = .heading(level: 1)
    result.blocks[last].source = result.blocks[last].source.lowerBound..<source.trimmed(line).upperBound
  }

  /// Makes a heading of what looked like a list item, where an underline follows it.
  private mutating func underlineItem(_ line: Range<Int>, level: Int) {
    guard let last = result.blocks.indices.last else { return }
    var block = result.blocks[last]
    block.kind = .heading(level: level)
    block.spans[0] = block.source.lowerBound..<block.spans[0].upperBound
    block.source = block.source.lowerBound..<source.trimmed(line).upperBound
    if block.item >= 0 { block.item = result.items[block.item].parent }
    result.blocks[last] = block
  }

  /// A rule is no block, but may underline the item above it.
  mutating func takeRule(_ node: OpaquePointer) {
    let line = content(lines(node).lowerBound)
    mark = nil
    guard isUnderline(line, of: UInt8(ascii: "-")), let last = result.blocks.last, last.kind == .paragraph,
      last.spans.count == 1, last.source.lowerBound < last.spans[0].lowerBound, last.item != currentItem,
      last.spans[0].upperBound >= place.lines[lines(node).lowerBound].source.lowerBound - 2
    else {
      result.blocks.append(Block(kind: .rule, spans: [], item: currentItem, source: line))
      return
    }
    underlineItem(line, level: 2)
  }

  mutating func addHeading(_ node: OpaquePointer) {
    let lines = lines(node)
    let level = Int(cmark_node_get_heading_level(node))
    let first = skipBlanks(offset(line: lines.lowerBound, column: column(node)), lines.lowerBound)
    let line = first..<place.lines[lines.lowerBound].source.upperBound
    if let text = hashedText(line) {
      guard !text.isEmpty else { return }
      add(Block(kind: .heading(level: level), spans: [text], item: currentItem, source: source.trimmed(line)))
      return
    }
    // cmark's last line may be one of the next paragraph: the underline is the last of the heading.
    var spans = [line]
    var end = source.trimmed(line).upperBound
    for index in lines.dropFirst() {
      let next = content(index)
      let trimmed = source.trimmed(next)
      end = max(end, trimmed.upperBound)
      let byte = next.isEmpty ? 0 : source[next.lowerBound]
      if byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-"), trimmed.allSatisfy({ source[$0] == byte }) {
        break
      }
      spans.append(next)
    }
    add(Block(kind: .heading(level: level), spans: spans, item: currentItem, source: first..<end))
  }

  func isHeading(_ line: Range<Int>) -> Bool {
    !line.isEmpty && source[line.lowerBound] == UInt8(ascii: "#") && hashedText(line) != nil
  }

  /// The text between the hashes of "## Text ##"; nil where the line begins with no hashes.
  private func hashedText(_ line: Range<Int>) -> Range<Int>? {
    var at = line.lowerBound
    while at < line.upperBound, source[at] == UInt8(ascii: "#") { at += 1 }
    guard (1...6).contains(at - line.lowerBound), at == line.upperBound || source[at].isBlank else {
      return nil
    }
    let text = source.trimmed(at..<line.upperBound)
    var end = text.upperBound
    while end > text.lowerBound, source[end - 1] == UInt8(ascii: "#") { end -= 1 }
    return end == text.lowerBound || source[end - 1].isBlank ? source.trimmed(text.lowerBound..<end) : text
  }

  // MARK: Tables

  /// Adds a table's rows; a row of dashes among them begins another table, a line without a bar is text.
  mutating func addTable(_ node: OpaquePointer) {
    var rows: [Int] = []
    var row = cmark_node_first_child(node)
    while let next = row {
      rows.append(lines(next).lowerBound)
      row = cmark_node_next(next)
    }
    // The header of a table that follows on a paragraph has the paragraph's line, not its own.
    let first = lines(node).lowerBound
    let header = max(first, rows.count > 1 ? rows[1] - 2 : lines(node).upperBound - 2)
    if header > first { addParagraph(spans(first..<header, column: column(node))) }
    // Before a header on the table's first line marks of lists may stand.
    let own = header > first ? content(header) : spans(header..<header + 1, column: column(node)).first
    guard let own else { return }
    addRows(
      [own] + rows.dropFirst().map(content), delimiter: content(min(header + 1, place.lines.count - 1)))
  }

  private mutating func addRows(_ rows: [Range<Int>], delimiter: Range<Int>) {
    let bar = UInt8(ascii: "|")
    tableCount += 1
    addRow(rows[0], isHeader: true)
    addCaption(delimiter)
    let isBarred = rows[0].first.map { source[$0] == bar } ?? false
    for (index, row) in rows.enumerated().dropFirst() where !row.isEmpty {
      if source.isDelimiterRow(row) {
        addCaption(row)
      } else if index + 1 < rows.count, source.isDelimiterRow(rows[index + 1]) {
        tableCount += 1
        addRow(row, isHeader: true)
      } else if isBarred, source[row.lowerBound] != bar {
        addParagraph([row])
      } else {
        addRow(row, isHeader: false)
      }
    }
  }

  private mutating func addRow(_ line: Range<Int>, isHeader: Bool) {
    add(
      Block(
        kind: .row(table: tableCount, isHeader: isHeader), spans: [line], item: currentItem,
        source: source.trimmed(line)))
  }

  /// Machine-made tables have their caption after the row of dashes.
  private mutating func addCaption(_ line: Range<Int>) {
    guard source.isDelimiterRow(line) else { return }
    let caption = source.trimmed(source.lastBar(line) + 1..<line.upperBound)
    if !caption.isEmpty { addParagraph([caption]) }
  }
}
