// A line enters, what decides the block structure of Markdown leaves, for cmark to parse.
//
// cmark reads a copy of the document in which each line keeps the blanks, marks of lists and quotes, hashes,
// fences, underlines and bars it begins with, and of its text one letter. So cmark's columns hold for the
// source, whose bytes may be no UTF-8 or NUL; HTML and definitions of links stay text; and no input makes
// cmark's inline parser, which has nothing to do, or its tables slow. Three of the liberties that real terms
// need are taken here: an item's content may stand four columns in, however wide its mark; a number above
// 999, a year, starts no list; a caption may follow a table's row of dashes.

/// The lines of a document, reduced to their block structure.
struct Skeleton {
  struct Line {
    /// The line without its end.
    var source: Range<Int>
    /// Columns from this one on stand `shift` bytes further on in the source.
    var cut = Int.max
    var shift = 0

    /// The byte at a column that cmark names, counted from 1.
    func offset(column: Int) -> Int {
      let index = column - 1
      return min(source.lowerBound + index + (index >= cut ? shift : 0), source.upperBound)
    }
  }

  /// The columns of a list mark and the blanks after it.
  private static let markWidth = 4
  /// A table without outer bars has no more columns: cmark fills up each row.
  private static let maximumBars = 32

  let source: [UInt8]
  private(set) var lines: [Line] = []
  /// What cmark reads.
  private(set) var text: [UInt8] = []

  init(_ source: [UInt8]) {
    self.source = source
  }

  /// Adds a line given by its bytes without line end.
  mutating func append(_ range: Range<Int>) {
    var line = Line(source: range)
    var at = range.lowerBound
    if at == 0, source.has("\u{FEFF}", at: 0) {
      text.append(contentsOf: [0x20, 0x20, 0x20])
      at = 3
    }
    var depth = 0
    while at < range.upperBound, depth < BlockReader.maximumDepth {
      if source[at].isBlank {
        text.append(blank(at))
        at += 1
      } else if source[at] == UInt8(ascii: ">") {
        text.append(source[at])
        at += 1
        depth += 1
      } else if let end = source.listMarkEnd(at..<range.upperBound) {
        at = appendMark(at..<end, &line)
        depth += 1
      } else {
        break
      }
    }
    if depth == BlockReader.maximumDepth {
      text.append(UInt8(ascii: "x"))
    } else if at < range.upperBound {
      appendLeaf(at..<range.upperBound)
    }
    text.append(0x0A)
    lines.append(line)
  }

  private func blank(_ at: Int) -> UInt8 { source[at] == 0x09 ? 0x09 : 0x20 }

  /// Adds a list mark, with the blanks after it where both have to be made narrower.
  private mutating func appendMark(_ mark: Range<Int>, _ line: inout Line) -> Int {
    var content = mark.upperBound
    while content < line.source.upperBound, source[content] == 0x20 { content += 1 }
    let gap = content - mark.upperBound
    guard line.shift == 0, (1...4).contains(gap), mark.count + gap > Skeleton.markWidth,
      content < line.source.upperBound, !source[content].isBlank
    else {
      text.append(contentsOf: source[mark])
      return mark.upperBound
    }
    line.cut = mark.lowerBound - line.source.lowerBound + Skeleton.markWidth
    line.shift = mark.count + gap - Skeleton.markWidth
    if mark.count > 2 {
      text.append(contentsOf: [UInt8(ascii: "2"), source[mark.upperBound - 1]])
    } else {
      text.append(contentsOf: source[mark])
    }
    for _ in min(mark.count, 2)..<Skeleton.markWidth { text.append(0x20) }
    return content
  }

  /// Adds what stands after the marks of lists and quotes.
  private mutating func appendLeaf(_ leaf: Range<Int>) {
    if source[leaf.lowerBound] == UInt8(ascii: "|") {
      // One column is enough for cmark: `TableReader` takes the cells apart.
      text.append(UInt8(ascii: "|"))
      text.append(source.isDelimiterRow(leaf) ? UInt8(ascii: "-") : UInt8(ascii: "x"))
      return
    }
    let isFence = source[leaf.lowerBound] == UInt8(ascii: "`")
    var at = leaf.lowerBound
    while at < leaf.upperBound, source[at].isBlank || Skeleton.isLeafMark[Int(source[at])] {
      text.append(source[at].isBlank ? blank(at) : source[at])
      at += 1
    }
    guard at < leaf.upperBound else { return }
    text.append(UInt8(ascii: "x"))
    var bars = 0
    while at < leaf.upperBound {
      switch source[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "|") where bars < Skeleton.maximumBars:
        text.append(contentsOf: "|x".utf8)
        bars += 1
      // A fence has no further backtick on its line.
      case UInt8(ascii: "`") where isFence: text.append(source[at])
      default: break
      }
      at += 1
    }
  }

  private static let isLeafMark: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "#*-+_=~`:|".utf8 { table[Int(byte)] = true }
    return table
  }()
}

extension [UInt8] {
  /// The byte after a bullet or a number of up to three digits with "." or ")", and a blank or the line's end.
  func listMarkEnd(_ line: Range<Int>) -> Int? {
    var at = line.lowerBound
    if self[at].isDigit {
      while at < line.upperBound, at - line.lowerBound < 3, self[at].isDigit { at += 1 }
      guard at < line.upperBound, self[at] == UInt8(ascii: ".") || self[at] == UInt8(ascii: ")") else {
        return nil
      }
    } else if self[at] != UInt8(ascii: "*"), self[at] != UInt8(ascii: "-"), self[at] != UInt8(ascii: "+") {
      return nil
    }
    return at + 1 == line.upperBound || self[at + 1].isBlank ? at + 1 : nil
  }

  /// Whether the line is "| --- | --- |"; a caption may follow the last bar.
  func isDelimiterRow(_ line: Range<Int>) -> Bool {
    guard let first = line.first, self[first] == UInt8(ascii: "|") else { return false }
    var dashes = 0
    for index in first..<lastBar(line) {
      switch self[index] {
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: "|"), UInt8(ascii: ":"): continue
      case let byte where byte.isBlank: continue
      default: return false
      }
    }
    return dashes > 0
  }

  /// The last bar of a line that has one.
  func lastBar(_ line: Range<Int>) -> Int {
    line.last { self[$0] == UInt8(ascii: "|") } ?? line.lowerBound
  }
}
