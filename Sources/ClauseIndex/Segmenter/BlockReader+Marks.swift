// The marks at the start of a line that open a block: list marks, rules, headings, fences.

/// The mark of a list item.
struct ListMark {
  /// The byte that neighbours in one list share: the bullet, or what follows the number.
  var kind: UInt8
  var ordinal: Int?
  /// The byte after the mark.
  var end: Int
}

extension BlockReader {
  /// The first byte that is no blank, and the columns up to it (a tab reaches to the next multiple of 4).
  func indent(_ start: Int, _ end: Int) -> (Int, Int) {
    var (at, width) = (start, 0)
    while at < end, source[at].isBlank {
      width += source[at] == 0x09 ? 4 - width % 4 : 1
      at += 1
    }
    return (at, width)
  }

  func advance(_ start: Int, columns: Int) -> Int {
    var (at, width) = (start, 0)
    while at < source.count, width < columns, source[at].isBlank {
      width += source[at] == 0x09 ? 4 - width % 4 : 1
      at += 1
    }
    return at
  }

  /// Whether the line opens a block of its own and so cannot go on with a paragraph lazily.
  func startsBlock(_ at: Int, _ end: Int) -> Bool {
    source[at] == UInt8(ascii: ">") || isRule(at, end) || listMark(at, end, interrupting: false) != nil
      || atxHeading(at..<end) != nil || opensFence(at..<end) != nil || startsTable(at..<end)
  }

  func listMark(_ at: Int, _ end: Int, interrupting: Bool) -> ListMark? {
    let byte = source[at]
    var mark = ListMark(kind: byte, ordinal: nil, end: at + 1)
    if byte.isDigit {
      var (digit, value) = (at, 0)
      while digit < end, source[digit].isDigit, digit - at < 4 {
        value = value * 10 + Int(source[digit] - 0x30)
        digit += 1
      }
      // Four digits are a year, not a number in a list.
      guard value < 1000, digit < end,
        source[digit] == UInt8(ascii: ".") || source[digit] == UInt8(ascii: ")"),
        !interrupting || value == 1
      else { return nil }
      mark = ListMark(kind: source[digit], ordinal: value, end: digit + 1)
    } else if byte != UInt8(ascii: "*") && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "+") {
      return nil
    }
    guard mark.end < end else { return interrupting ? nil : mark }
    return source[mark.end].isBlank ? mark : nil
  }

  /// Three or more of the same mark and nothing else but blanks.
  func isRule(_ at: Int, _ end: Int) -> Bool {
    let mark = source[at]
    guard mark == UInt8(ascii: "*") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "_") else {
      return false
    }
    var count = 0
    for index in at..<end {
      if source[index] == mark { count += 1 } else if !source[index].isBlank { return false }
    }
    return count >= 3
  }

  func atxHeading(_ line: Range<Int>) -> (level: Int, text: Range<Int>)? {
    var at = line.lowerBound
    while at < line.upperBound, source[at] == UInt8(ascii: "#") { at += 1 }
    let level = at - line.lowerBound
    guard level >= 1, level <= 6, at == line.upperBound || source[at].isBlank else { return nil }
    let text = source.trimmed(at..<line.upperBound)
    var end = text.upperBound
    while end > text.lowerBound, source[end - 1] == UInt8(ascii: "#") { end -= 1 }
    if end == text.lowerBound || source[end - 1].isBlank {
      return (level, source.trimmed(text.lowerBound..<end))
    }
    return (level, text)
  }

  func opensFence(_ line: Range<Int>) -> Fence? {
    let mark = source[line.lowerBound]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    var at = line.lowerBound
    while at < line.upperBound, source[at] == mark { at += 1 }
    guard at - line.lowerBound >= 3, !source[at..<line.upperBound].contains(UInt8(ascii: "`")) else {
      return nil
    }
    return Fence(mark: mark, length: at - line.lowerBound)
  }

  func closes(_ fence: Fence, _ line: Range<Int>) -> Bool {
    let trimmed = source.trimmed(line)
    return trimmed.count >= fence.length && trimmed.allSatisfy { source[$0] == fence.mark }
  }
}
