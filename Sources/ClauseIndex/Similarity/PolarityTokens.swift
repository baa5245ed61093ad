// The bytes of a text → the words and marks that polarity is read from.

/// Reads the words and marks of a text.
///
/// Contractions are spelled out ("don't" is an auxiliary and "not"), a possessive is dropped, hyphens part words.
/// Letters outside ASCII belong to words as they stand; numbers say nothing.
struct PolarityTokens {
  private(set) var tokens: [PolarityToken] = []
  private let lexicon = PolarityLexicon.shared

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    tokens.reserveCapacity(bytes.count / 4 + 4)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: PolarityStem.longest) {
      read(bytes, $0.baseAddress!)
    }
    mark(.end)
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ word: UnsafeMutablePointer<UInt8>) {
    var at = 0
    let end = bytes.count
    while at < end {
      let byte = bytes[at]
      if byte.isASCIILetter || byte.isDigit || (byte >= 0x80 && !isMark(bytes, at)) {
        var count = 0
        var hasDigit = false
        var startsCapital = false
        var isCapital = false
        while at < end {
          let byte = bytes[at]
          guard byte.isASCIILetter || byte.isDigit || (byte >= 0x80 && !isMark(bytes, at)) else { break }
          if count == 0 { startsCapital = byte.isUpper }
          isCapital = byte.isUpper
          if count < PolarityStem.longest {
            word[count] = byte.lowered
            count += 1
          }
          hasDigit = hasDigit || byte.isDigit
          at += 1
        }
        if let tail = contraction(bytes, at) {
          at += tail.length
          add(word, count, tail.part)
        } else if startsCapital, !isCapital, count == 3, PolarityStem.hash(word, count) == Self.not {
          mark(.filler)  // "Do Not Track" and "Do Not Sell" are names
        } else if !hasDigit, count > 1 {
          let isName = startsCapital && word[count - 1] != UInt8(ascii: "s")
          add(word, count)
          if isName, let last = tokens.indices.last, tokens[last].part == .content {
            tokens[last].trait.insert(.capital)
          }
        }
        continue
      }
      switch byte {
      case UInt8(ascii: ","): mark(.comma)
      case UInt8(ascii: "("):
        // "(ii)" marks an item; "(iii) the" is as long as it gets.
        var close = at + 1
        while close < end, close < at + 6, bytes[close] != UInt8(ascii: ")") { close += 1 }
        if close < end, bytes[close] == UInt8(ascii: ")") {
          mark(.item)
          at = close
        } else {
          mark(.open)
        }
      case UInt8(ascii: ")"): mark(.close)
      case UInt8(ascii: ":"): mark(.colon)
      case UInt8(ascii: ";"): mark(.semicolon)
      case PlainText.lineBreak: mark(.line)
      case UInt8(ascii: "!"), UInt8(ascii: "?"): mark(.end)
      case UInt8(ascii: "."):
        // "e.g. this", "4.1" and "example.org" go on.
        let isItemNumber = at > 0 && bytes[at - 1].isDigit && (tokens.last?.part == .line || tokens.isEmpty)
        // "4. Harassing", "the U.S. Government"
        let isInitial = at > 0 && bytes[at - 1].isASCIILetter && (at < 2 || !bytes[at - 2].isWordByte)
        if isInitial, at + 2 < end, bytes[at + 1].isBlank, bytes[at + 2].isUpper { mark(.initial) }
        if isItemNumber || isInitial { break }
        if at + 1 >= end || (bytes[at + 1].isBlank && !(at + 2 < end && bytes[at + 2].isLower)) { mark(.end) }
      default: break
      }
      at += byte >= 0x80 ? 3 : 1
    }
  }

  /// Whether the bytes at `at` are a quotation mark, dash or other general punctuation (U+2000…U+206F).
  @inline(__always) private func isMark(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    bytes[at] == 0xE2 && at + 2 < bytes.count && (bytes[at + 1] == 0x80 || bytes[at + 1] == 0x81)
  }

  private enum Tail { case not, be, modal, auxiliary, possessive }

  /// The ending after an apostrophe at `at`, with its length in bytes.
  private func contraction(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (part: Tail, length: Int)? {
    guard at < bytes.count else { return nil }
    var next = at
    if bytes[at] == UInt8(ascii: "'") {
      next += 1
    } else if at + 2 < bytes.count, bytes[at] == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99 {
      next += 3
    } else {
      return nil
    }
    var last = next
    while last < bytes.count, bytes[last].isASCIILetter { last += 1 }
    let length = last - at
    switch last - next {
    case 1:
      switch bytes[next].lowered {
      case UInt8(ascii: "t"): return (.not, length)
      case UInt8(ascii: "s"): return (.possessive, length)
      case UInt8(ascii: "m"): return (.be, length)
      case UInt8(ascii: "d"): return (.modal, length)
      default: return nil
      }
    case 2:
      switch (bytes[next].lowered, bytes[next + 1].lowered) {
      case (UInt8(ascii: "l"), UInt8(ascii: "l")): return (.modal, length)
      case (UInt8(ascii: "r"), UInt8(ascii: "e")): return (.be, length)
      case (UInt8(ascii: "v"), UInt8(ascii: "e")): return (.auxiliary, length)
      default: return nil
      }
    default: return nil
    }
  }

  private mutating func add(_ word: UnsafeMutablePointer<UInt8>, _ count: Int, _ tail: Tail) {
    switch tail {
    case .possessive: add(word, count)
    case .not:
      // "isn't" and "aren't" show a predicate; of the others it is enough that they are verbs.
      let isBe =
        word[0] == UInt8(ascii: "i") || word[0] == UInt8(ascii: "a")
        || (word[0] == UInt8(ascii: "w") && word[1] != UInt8(ascii: "o") && word[1] != UInt8(ascii: "i"))
      mark(isBe ? .be : .auxiliary)
      mark(.not)
    case .be, .modal, .auxiliary:
      add(word, count)
      mark(tail == .be ? .be : tail == .modal ? .modal : .auxiliary)
    }
  }

  private static let not = PolarityStem.hash("not")
  private static let cannot = PolarityStem.hash("cannot")

  private mutating func add(_ word: UnsafeMutablePointer<UInt8>, _ count: Int) {
    let hash = PolarityStem.hash(word, count)
    if let token = lexicon.word(hash) {
      tokens.append(token)
    } else if hash == Self.cannot {
      mark(.modal)
      mark(.not)
    } else if count > 4, word[count - 1] == UInt8(ascii: "y"), word[count - 2] == UInt8(ascii: "l"),
      word[count - 3] != UInt8(ascii: "p"), word[count - 3] != UInt8(ascii: "i") || count > 7
    {
      mark(.filler)  // adverbs
    } else {
      let isParticiple =
        count > 4 && word[count - 1] == UInt8(ascii: "d") && word[count - 2] == UInt8(ascii: "e")
      let stemmed = PolarityStem.stem(word, count)
      var token = lexicon.content(stem: PolarityStem.hash(word, stemmed))
      if isParticiple { token.trait.insert(.participle) }
      tokens.append(token)
    }
  }

  @inline(__always) private mutating func mark(_ part: PolarityPart) {
    tokens.append(PolarityToken(part: part))
  }
}
