// Markdown bytes enter, blocks in reading order leave: one pass over the lines, no recursion.
//
// It follows CommonMark and GFM tables, with four liberties that real terms need (they are HTML turned
// into Markdown by machine): indented text is never code; an item's content may stand four columns in,
// however wide its number; a row of equals signs makes a heading of the line above it even across blank
// lines; a number above 999 starts no list.

/// Reads the block structure of one document.
struct BlockReader {
  /// Lists and quotes nest no deeper than this; further marks are text.
  ///
  /// It bounds the work for each line and the depth of later recursion.
  static let maximumDepth = 32

  enum Container {
    case quote
    case item(index: Int, indent: Int)
  }

  struct Fence {
    var mark: UInt8
    var length: Int
  }

  let source: [UInt8]
  var result = BlockList()
  var containers: [Container] = []
  /// For each depth, the list whose next item may follow, and its mark.
  var openLists: [(list: Int, mark: UInt8)] = []
  var listCount = 0
  var tableCount = 0
  /// The first byte of list marks that no block has claimed yet.
  var markStart: Int?

  var paragraph: Block?
  var fence: Fence?
  var table: Int?

  init(_ source: [UInt8]) {
    self.source = source
  }

  /// Reads every line and returns the blocks.
  mutating func read() -> BlockList {
    var start = 0
    while start < source.count {
      var end = start
      while end < source.count, source[end] != 0x0A { end += 1 }
      let next = end + 1
      if end > start, source[end - 1] == 0x0D { end -= 1 }
      take(start..<end)
      start = next
    }
    closeParagraph()
    return result
  }

  private mutating func take(_ line: Range<Int>) {
    let end = line.upperBound
    var (at, matched) = matchContainers(line)
    let (content, _) = indent(at, end)
    guard content < end else { return takeBlank(matched: matched) }

    if let open = fence {
      if matched == containers.count {
        if closes(open, content..<end) {
          closeParagraph()
        } else {
          append(at..<end, as: .code)
        }
        return
      }
      closeParagraph()
    }
    if matched < containers.count {
      if takeUnderlinedItem(content..<end, matched: matched) { return }
      if paragraph?.kind == .paragraph, table == nil, !startsBlock(content, end) {
        append(content..<end, as: .paragraph)
        return
      }
      closeParagraph()
      containers.removeLast(containers.count - matched)
    } else if takeUnderline(content..<end) {
      return
    }
    at = openContainers(from: at, to: end)
    let (leaf, _) = indent(at, end)
    guard leaf < end else { return }
    takeLeaf(leaf..<end)
  }

  /// Steps over the marks of the containers that go on in this line.
  private func matchContainers(_ line: Range<Int>) -> (Int, Int) {
    var at = line.lowerBound
    for (index, container) in containers.enumerated() {
      let (next, width) = indent(at, line.upperBound)
      switch container {
      case .quote:
        guard next < line.upperBound, source[next] == UInt8(ascii: ">") else { return (at, index) }
        at = next + 1
        if at < line.upperBound, source[at] == 0x20 { at += 1 }
      case .item(_, let wanted):
        if next == line.upperBound { continue }
        guard width >= wanted else { return (at, index) }
        at = advance(at, columns: wanted)
      }
    }
    return (at, containers.count)
  }

  private mutating func takeBlank(matched: Int) {
    if fence != nil { return }
    closeParagraph()
    if matched < containers.count { containers.removeLast(containers.count - matched) }
  }

  /// An underline turns the open paragraph into a heading.
  private mutating func takeUnderline(_ line: Range<Int>) -> Bool {
    let trimmed = source.trimmed(line)
    let mark = source[trimmed.lowerBound]
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"), trimmed.allSatisfy({ source[$0] == mark })
    else {
      return false
    }
    let level = mark == UInt8(ascii: "=") ? 1 : 2
    if table == nil, var block = paragraph, block.kind == .paragraph {
      block.kind = .heading(level: level)
      block.source = block.source.lowerBound..<trimmed.upperBound
      paragraph = block
      closeParagraph()
      return true
    }
    guard mark == UInt8(ascii: "="), trimmed.count >= 3 else { return false }
    // The line above may be apart from its underline by blank lines: white space within the heading.
    if let last = result.blocks.indices.last, result.blocks[last].kind == .paragraph,
      result.blocks[last].spans.count == 1, trimmed.lowerBound - result.blocks[last].source.upperBound < 16
    {
      result.blocks[last].kind = .heading(level: 1)
      result.blocks[last].source = result.blocks[last].source.lowerBound..<trimmed.upperBound
    }
    return true
  }

  /// Makes a heading of what looked like a list item, where an underline follows it.
  private mutating func takeUnderlinedItem(_ line: Range<Int>, matched: Int) -> Bool {
    let trimmed = source.trimmed(line)
    let mark = source[trimmed.lowerBound]
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-"), trimmed.count >= 3,
      trimmed.allSatisfy({ source[$0] == mark }), var block = paragraph, block.kind == .paragraph,
      block.spans.count == 1, table == nil
    else { return false }
    containers.removeLast(containers.count - matched)
    block.kind = .heading(level: mark == UInt8(ascii: "=") ? 1 : 2)
    block.item = currentItem
    block.spans[0] = block.source.lowerBound..<block.spans[0].upperBound
    block.source = block.source.lowerBound..<trimmed.upperBound
    paragraph = block
    closeParagraph()
    return true
  }

  private mutating func openContainers(from start: Int, to end: Int) -> Int {
    var at = start
    while containers.count < BlockReader.maximumDepth {
      let (content, width) = indent(at, end)
      guard content < end, !isRule(content, end) else { break }
      if source[content] == UInt8(ascii: ">") {
        closeParagraph()
        containers.append(.quote)
        at = content + 1
        if at < end, source[at] == 0x20 { at += 1 }
      } else if let mark = listMark(content, end, interrupting: paragraph != nil) {
        closeParagraph()
        markStart = markStart ?? content
        let room = indent(mark.end, end)
        let gap = room.0 == end || room.1 > 4 ? 1 : room.1
        let wide = width + (mark.end - content) + gap
        openItem(mark, indent: min(wide, width + 4))
        at = min(end, room.1 > 4 ? mark.end + 1 : room.0)
      } else {
        break
      }
    }
    return at
  }

  private mutating func openItem(_ mark: ListMark, indent: Int) {
    let depth = containers.count
    let parent = containers.reversed().lazy.compactMap { container -> Int? in
      if case .item(let index, _) = container { index } else { nil }
    }.first
    if openLists.count <= depth || openLists[depth].mark != mark.kind {
      while openLists.count < depth { openLists.append((-1, 0)) }
      openLists.removeLast(openLists.count - depth)
      openLists.append((listCount, mark.kind))
      listCount += 1
    } else {
      openLists.removeLast(openLists.count - depth - 1)
    }
    result.items.append(
      ListItem(
        parent: parent ?? -1, list: openLists[depth].list, ordinal: mark.ordinal,
        depth: parent.map { result.items[$0].depth + 1 } ?? 1))
    containers.append(.item(index: result.items.count - 1, indent: indent))
  }

  private mutating func takeLeaf(_ line: Range<Int>) {
    if let open = table {
      if source[line.lowerBound] == UInt8(ascii: "|") {
        takeRow(line, of: open)
        return
      }
      closeParagraph()
    }
    if isRule(line.lowerBound, line.upperBound) {
      closeParagraph()
      add(Block(kind: .rule, spans: [], item: currentItem, source: line))
    } else if let heading = atxHeading(line) {
      closeParagraph()
      if !heading.text.isEmpty {
        add(
          Block(kind: .heading(level: heading.level), spans: [heading.text], item: currentItem, source: line))
      }
    } else if let open = opensFence(line) {
      closeParagraph()
      fence = open
    } else if paragraph == nil, startsTable(line) {
      tableCount += 1
      table = tableCount
      addRow(line, table: tableCount, isHeader: true)
    } else {
      append(line, as: .paragraph)
    }
  }

  private mutating func append(_ line: Range<Int>, as kind: Block.Kind) {
    let content = source.trimmed(line)
    var block: Block
    if let open = paragraph {
      block = open
      paragraph = nil
    } else {
      let start = markStart ?? content.lowerBound
      block = Block(kind: kind, spans: [], item: currentItem, source: start..<start)
      markStart = nil
    }
    block.spans.append(line)
    block.source = block.source.lowerBound..<max(content.upperBound, block.source.lowerBound)
    paragraph = block
  }

  /// Ends whatever is open: paragraph, code or table.
  mutating func closeParagraph() {
    table = nil
    fence = nil
    guard let block = paragraph else { return }
    paragraph = nil
    add(block)
  }

  mutating func add(_ block: Block) {
    var block = block
    if let start = markStart, start < block.source.lowerBound {
      block.source = start..<block.source.upperBound
    }
    markStart = nil
    if openLists.count > containers.count { openLists.removeLast(openLists.count - containers.count) }
    result.blocks.append(block)
  }

  var currentItem: Int {
    for case .item(let index, _) in containers.reversed() { return index }
    return -1
  }
}
