// Rows of a Markdown table enter, one unit a row leaves: "Name: _ga; Purpose: …".

/// Reads table rows together with the header above them.
struct TableReader {
  /// A header's cells have at most so many words; longer ones are content.
  private static let headerWords = 25

  private var header: [PlainText] = []
  /// Bytes of a header that no row has claimed yet.
  private var headerStart: Int?
  /// The table whose own header is empty and whose first row may name the columns.
  private var unnamedTable: Int?

  /// The unit of a row; nil for a header, which goes with the row below it, and for an empty row.
  mutating func read(_ block: Block, _ inline: inout InlineReader) -> Unit? {
    guard case .row(let table, let isHeader) = block.kind else { return nil }
    let cells = cells(of: block, &inline)
    let filled = cells.filter { !$0.isEmpty }
    if isHeader {
      let isNamed =
        filled.count > 1
        && filled.allSatisfy {
          $0.wordCount <= TableReader.headerWords
            && ($0.wordCount <= 12 || Unit.ending(of: $0.bytes) != .sentence)
        }
      header = isNamed ? cells.map(TableReader.withoutHashes) : []
      headerStart = isNamed ? block.source.lowerBound : nil
      unnamedTable = filled.isEmpty ? table : nil
      if isNamed { return nil }
    } else if header.isEmpty, isBoldHeader(filled) || unnamedTable == table && isPlainHeader(cells) {
      header = cells
      headerStart = block.source.lowerBound
      return nil
    }
    if !isHeader, !filled.isEmpty { unnamedTable = nil }
    if let heading = headingRow(block, filled, columns: cells.count) { return heading }
    let text = text(of: cells)
    guard !text.isEmpty else { return nil }
    let start = headerStart ?? block.source.lowerBound
    headerStart = nil
    var unit = Unit(
      kind: .row(table: table, isHeader: isHeader), text: text, item: block.item,
      source: start..<block.source.upperBound)
    if header.isEmpty { unit.bareTable = table }
    unit.isPartOfRow =
      !header.isEmpty && cells.count > 2 && filled.count == 1 && cells[0].count == filled[0].count
    return unit
  }

  /// Each cell after its column's name; cells without names stand on lines of their own, or after the label
  /// in the first of two.
  private func text(of cells: [PlainText]) -> PlainText {
    var text = PlainText()
    let filled = cells.filter { !$0.isEmpty }
    if header.isEmpty, filled.count == 2, isLabel(filled[0]), filled[1].bytes.first?.isLower == false {
      text = filled[0]
      if text.bytes.last != UInt8(ascii: ":") {
        text.append(UInt8(ascii: ":"), from: Int(filled[1].origin[0]))
      }
      text.append(filled[1], separator: 0x20)
      return text
    }
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
      if !header.isEmpty, let last = text.bytes.last, last != UInt8(ascii: ";") {
        text.append(UInt8(ascii: ";"), from: Int(entry.origin[0]))
      }
      // A cell in lower case goes on with the sentence of the cell before: “Term” | means …
      let goesOn = !header.isEmpty || cell.bytes.first?.isLower == true
      text.append(entry, separator: goesOn ? 0x20 : PlainText.lineBreak)
    }
    return text
  }

  private func isLabel(_ cell: PlainText) -> Bool {
    let ending = Unit.ending(of: cell.bytes)
    return cell.wordCount <= 8 && (ending == .none || ending == .colon)
  }

  /// A column's name without the marks of a heading.
  private static func withoutHashes(_ cell: PlainText) -> PlainText {
    let start = cell.bytes.firstIndex { $0 != UInt8(ascii: "#") && $0 != 0x20 } ?? 0
    return start == 0 ? cell : cell.slice(start..<cell.count)
  }

  /// A first row of bare words in every column names the columns, too.
  private func isPlainHeader(_ cells: [PlainText]) -> Bool {
    cells.count > 1
      && cells.allSatisfy { cell in
        !cell.isEmpty && cell.wordCount <= 4
          && cell.bytes.allSatisfy { $0.isASCIILetter || $0 == 0x20 || $0 == UInt8(ascii: "/") || $0 >= 0x80 }
      }
  }

  /// Bold cells in the first row of a table whose own header is empty.
  private func isBoldHeader(_ filled: [PlainText]) -> Bool {
    filled.count > 1
      && filled.allSatisfy {
        $0.wordCount <= TableReader.headerWords && $0.share(of: .strong, in: 0..<$0.count) > 0.9
      }
  }

  /// A row whose only cell of weight is set as a heading: pages lay out headings in tables.
  private func headingRow(_ block: Block, _ filled: [PlainText], columns: Int) -> Unit? {
    let cells = filled.filter { $0.share(of: .link, in: 0..<$0.count) < 0.9 }
    guard cells.count == 1, let cell = cells.first, cell.wordCount <= 20,
      Unit.ending(of: cell.bytes) != .sentence
    else { return nil }
    var level = 0
    while level < cell.count, cell.bytes[level] == UInt8(ascii: "#") { level += 1 }
    let all = 0..<cell.count
    let isSet = cell.share(of: .strong, in: all) > 0.9 || cell.share(of: .emphasis, in: all) > 0.9
    // "(II) Dangerous goods" alone in a row of many columns.
    let isNumbered =
      columns > 2 && cell.wordCount <= 12 && Unit.ending(of: cell.bytes) == .none
      && Numbering(cell.bytes).map { $0.style != .bullet } ?? false
    guard (1...6).contains(level) || isSet && columns > 1 || isNumbered else { return nil }
    let text = cell.slice(level..<cell.count)
    guard !text.isEmpty else { return nil }
    return Unit(
      kind: .heading(level: level == 0 ? 6 : level), text: text, numbering: Numbering(heading: text.bytes),
      item: block.item, source: (headerStart ?? block.source.lowerBound)..<block.source.upperBound)
  }

  /// The texts between the bars that no backslash escapes.
  private func cells(of block: Block, _ inline: inout InlineReader) -> [PlainText] {
    guard let span = block.spans.first else { return [] }
    let source = inline.source
    let row = source.trimmed(span)
    var result: [PlainText] = []
    var start = row.lowerBound
    var at = start
    while at <= row.upperBound {
      if at == row.upperBound || source[at] == UInt8(ascii: "|") {
        if at > row.lowerBound, !(at == row.upperBound && start == at) {
          result.append(cell(inline.read(CollectionOfOne(start..<at))))
        }
        start = at + 1
      } else if source[at] == UInt8(ascii: "\\") {
        at += 1
      }
      at += 1
    }
    return result
  }

  /// A cell on one line: bullets that the page wrote as "*", underlines of headings dropped.
  private func cell(_ text: PlainText) -> PlainText {
    guard text.bytes.contains(PlainText.lineBreak) || text.bytes.has("* ", at: 0) else { return text }
    var result = PlainText()
    var start = 0
    for end in 0...text.count where end == text.count || text.bytes[end] == PlainText.lineBreak {
      var line = text.slice(start..<end)
      start = end + 1
      if line.bytes.allSatisfy({ $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }) { continue }
      if line.bytes.has("* ", at: 0) {
        var bullet = PlainText()
        for byte in "•".utf8 { bullet.append(byte, from: Int(line.origin[0])) }
        bullet.append(line.slice(1..<line.count), separator: 0x20)
        line = bullet
      }
      result.append(line, separator: 0x20)
    }
    return result
  }
}
