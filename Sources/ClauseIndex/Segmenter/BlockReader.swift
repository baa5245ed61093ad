// Markdown bytes enter, blocks in reading order leave: the tree that cmark-gfm makes, walked without recursion.
//
// `Skeleton` says what cmark sees and why. Two more liberties that real terms need (they are HTML turned into
// Markdown by machine) are taken on cmark's result: indented text is never code but Markdown again, and a row
// of equals signs makes a heading of the line above it even across blank lines or below a list's number.

internal import CCmarkGFM

/// Reads the block structure of one document.
struct BlockReader {
  /// Lists and quotes nest no deeper than this; further marks are text.
  ///
  /// It bounds the work for each line and the depth of later recursion.
  static let maximumDepth = 32
  /// Documents of more lines are parsed in parts, from a blank line on: it bounds cmark's memory.
  private static let maximumLines = 20_000
  /// Indented text is taken for Markdown so many times within itself.
  private static let maximumLevel = 4

  /// Where the walk stands in the tree of one parse.
  struct Place {
    var lines: [Skeleton.Line] = []
    /// The items around; -1 at the bottom.
    var items = [-1]
    var lists: [Int] = []
    var quotes = 0
    var level = 0
  }

  let source: [UInt8]
  var result = BlockList()
  var place = Place()
  var tableCount = 0
  private var listCount = 0
  /// The first byte of list marks that no block has claimed yet, and the item they open.
  var mark: (start: Int, item: Int)?

  init(_ source: [UInt8]) {
    self.source = source
  }

  /// Reads every line and returns the blocks.
  mutating func read() -> BlockList {
    var skeleton = Skeleton(source)
    var start = 0
    var isBlank = false
    while start < source.count {
      var end = start
      while end < source.count, source[end] != 0x0A { end += 1 }
      let next = end + 1
      if end > start, source[end - 1] == 0x0D { end -= 1 }
      let count = skeleton.lines.count
      if count >= BlockReader.maximumLines,
        isBlank && end > start && !source[start].isBlank
          || count >= 2 * BlockReader.maximumLines
      {
        parse(skeleton)
        skeleton = Skeleton(source)
      }
      skeleton.append(start..<end)
      isBlank = source.trimmed(start..<end).isEmpty
      start = next
    }
    parse(skeleton)
    return result
  }

  // MARK: cmark

  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()

  private mutating func parse(_ skeleton: Skeleton) {
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return }
    defer { cmark_parser_free(parser) }
    BlockReader.registered
    if let table = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, table)
    }
    skeleton.text.withUnsafeBytes {
      cmark_parser_feed(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
    guard let root = cmark_parser_finish(parser) else { return }
    defer { cmark_node_free(root) }
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    place.lines = skeleton.lines
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { return }
      if event == CMARK_EVENT_EXIT {
        leave(node)
      } else if enter(node) {
        cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
      }
    }
  }

  /// Takes a node; true where its children are of no further interest.
  private mutating func enter(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_DOCUMENT: return false
    case CMARK_NODE_BLOCK_QUOTE: place.quotes += 1
    case CMARK_NODE_LIST:
      place.lists.append(listCount)
      listCount += 1
    case CMARK_NODE_ITEM: openItem(node)
    case CMARK_NODE_PARAGRAPH:
      // The paragraph above a table that cmark parted from it has no position: `addTable` reads it.
      guard cmark_node_get_start_line(node) > 0 else { return true }
      addParagraph(node)
      return true
    case CMARK_NODE_HEADING:
      addHeading(node)
      return true
    case CMARK_NODE_THEMATIC_BREAK: takeRule(node)
    case CMARK_NODE_CODE_BLOCK: addCode(node)
    default:
      if cmark_gfm_extensions_get_table_columns(node) > 0 { addTable(node) }
      return true
    }
    return false
  }

  private mutating func leave(_ node: OpaquePointer) {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: place.quotes -= 1
    case CMARK_NODE_LIST: place.lists.removeLast()
    case CMARK_NODE_ITEM:
      if mark?.item == currentItem { mark = nil }
      place.items.removeLast()
    default: break
    }
  }

  private mutating func openItem(_ node: OpaquePointer) {
    let start = skipBlanks(offset(line: lines(node).lowerBound, column: column(node)), lines(node).lowerBound)
    let depth = currentItem < 0 ? 1 : result.items[currentItem].depth + 1
    guard depth <= BlockReader.maximumDepth, let list = place.lists.last else {
      place.items.append(currentItem)
      return
    }
    var ordinal: Int?
    var at = start
    while at < source.count, source[at].isDigit, at - start < 9 {
      ordinal = (ordinal ?? 0) * 10 + Int(source[at] - 0x30)
      at += 1
    }
    result.items.append(ListItem(parent: currentItem, list: list, ordinal: ordinal, depth: depth))
    place.items.append(result.items.count - 1)
    if mark == nil { mark = (start, currentItem) }
  }

  var currentItem: Int { place.items.last ?? -1 }

  // MARK: Code

  private mutating func addCode(_ node: OpaquePointer) {
    var (length, offset, fence): (Int32, Int32, CChar) = (0, 0, 0)
    guard cmark_node_get_fenced(node, &length, &offset, &fence) != 0 else {
      return readIndented(lines(node), column: column(node))
    }
    // cmark's last line may be the one below; the content has as many lines as its text.
    var count = 0
    if var byte = cmark_node_get_literal(node) {
      while byte.pointee != 0 {
        if byte.pointee == 0x0A { count += 1 }
        byte += 1
      }
    }
    let first = lines(node).lowerBound + 1
    let spans = (first..<first + count).compactMap { $0 < place.lines.count ? content($0) : nil }
      .filter { !$0.isEmpty }
    guard let range = union(spans) else { return }
    add(Block(kind: .code, spans: spans, item: currentItem, source: range))
  }

  /// Parses the lines of indented text by themselves, without the indent of the first.
  private mutating func readIndented(_ lines: Range<Int>, column: Int?) {
    guard place.level < BlockReader.maximumLevel else {
      return addParagraph(lines.map(content).filter { !$0.isEmpty })
    }
    var skeleton = Skeleton(source)
    var shared: Int?
    for line in lines {
      var span = content(line)
      let indent = span.lowerBound - afterQuotes(line)
      if line == lines.lowerBound, let column {
        // List marks may stand before the text.
        let start = skipBlanks(offset(line: line, column: column), line)
        if start == span.lowerBound { shared = indent }
        span = start..<span.upperBound
      } else if !span.isEmpty {
        shared = shared ?? indent
        span = span.lowerBound - max(0, indent - (shared ?? indent))..<span.upperBound
      }
      skeleton.append(span)
    }
    let outer = place
    place = Place(items: [currentItem], level: outer.level + 1)
    parse(skeleton)
    place = outer
  }

  /// Adds a paragraph, up to an indented line in it that would begin a list or be a heading without its indent.
  private mutating func addParagraph(_ node: OpaquePointer) {
    let lines = lines(node)
    let indented = lines.dropFirst().first { isHeading(content($0)) || beginsList(content($0)) }
    addParagraph(spans(lines.lowerBound..<(indented ?? lines.upperBound), column: column(node)))
    if let indented { readIndented(indented..<lines.upperBound, column: nil) }
  }

  /// Whether the line begins with a bullet or the number 1, and text after it.
  private func beginsList(_ line: Range<Int>) -> Bool {
    guard let first = line.first, let end = source.listMarkEnd(line),
      !source.trimmed(end..<line.upperBound).isEmpty
    else { return false }
    return !source[first].isDigit || source[first] == UInt8(ascii: "1") && end == first + 2
  }
}
