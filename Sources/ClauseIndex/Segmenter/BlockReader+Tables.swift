// GFM tables in lines: header, row of dashes, rows, and the captions that machines put after the dashes.

extension BlockReader {
  /// A row, or the header of a table that follows without a blank line, or the row of dashes.
  mutating func takeRow(_ line: Range<Int>, of open: Int) {
    if isDelimiterRow(line) {
      // Machine-made tables have their caption after the dashes.
      let caption = source.trimmed(lastBar(line) + 1..<line.upperBound)
      if !caption.isEmpty {
        add(Block(kind: .paragraph, spans: [caption], item: currentItem, source: caption))
      }
    } else if startsTable(line) {
      tableCount += 1
      table = tableCount
      addRow(line, table: tableCount, isHeader: true)
    } else {
      addRow(line, table: open, isHeader: false)
    }
  }

  mutating func addRow(_ line: Range<Int>, table: Int, isHeader: Bool) {
    add(
      Block(
        kind: .row(table: table, isHeader: isHeader), spans: [line], item: currentItem,
        source: source.trimmed(line)))
  }

  /// A line with a bar whose next line is a delimiter row.
  func startsTable(_ line: Range<Int>) -> Bool {
    guard source[line.lowerBound] == UInt8(ascii: "|") else { return false }
    var next = line.upperBound
    while next < source.count, source[next] != 0x0A { next += 1 }
    next += 1
    while next < source.count, source[next] == 0x20 || source[next] == UInt8(ascii: ">") { next += 1 }
    var end = next
    while end < source.count, source[end] != 0x0A { end += 1 }
    return next < end && isDelimiterRow(next..<end)
  }

  /// Whether the line is "| --- | --- |"; a caption may follow the last bar.
  func isDelimiterRow(_ line: Range<Int>) -> Bool {
    guard source[line.lowerBound] == UInt8(ascii: "|") else { return false }
    var dashes = 0
    for index in line.lowerBound..<lastBar(line) {
      switch source[index] {
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: "|"), UInt8(ascii: ":"): continue
      case let byte where byte.isBlank: continue
      default: return false
      }
    }
    return dashes > 0
  }

  func lastBar(_ line: Range<Int>) -> Int {
    line.last { source[$0] == UInt8(ascii: "|") } ?? line.lowerBound
  }
}
