// Text → term numbers. Bytes go in; what leaves are the terms that FTS5's own tokenizer would index,
// numbered in order of first sight.

internal import GRDB

/// The words of a corpus or of a query, stemmed and folded exactly as the FTS5 table does it.
///
/// FTS5's tokenizer (`porter unicode61 remove_diacritics 2`) is asked once for each distinct chunk of
/// letters and digits; after that a chunk is one look-up in a hash table. `unicode61` never joins across an
/// ASCII byte that is no letter or digit, so cutting there first changes nothing.
/// Not thread-safe: one instance a thread.
final class Vocabulary {
  /// The tokenizer of the FTS5 table, as SQLite and GRDB write it.
  static let tokenizer = FTS5TokenizerDescriptor.porter(wrapping: .unicode61(diacritics: .remove))
  /// The same without stemming: words as they are, letter case and diacritics aside.
  static let unstemmed = FTS5TokenizerDescriptor.unicode61(diacritics: .remove)

  /// The terms, by number.
  private(set) var terms: [String] = []
  private var numbers: [String: Int32] = [:]

  /// A way of writing a word, in lower case.
  private struct Chunk {
    var hash: UInt64
    /// The first eight bytes; 0 after the last.
    var head: UInt64
    /// Where its bytes stand in `arena`.
    var start: UInt32
    var length: UInt32
    /// ≥ 0 one term, -1 none, ≤ -2 several (index into `several`).
    var term: Int32
    var count: Int32
  }

  // Open addressing over the bytes of chunks; `slots` holds chunk number + 1, 0 is free. Nobody but this class sees
  // them, so that access need not be checked at every word.
  @exclusivity(unchecked) private var slots: [Int32]
  @exclusivity(unchecked) private var chunks: [Chunk] = []
  @exclusivity(unchecked) private var arena: [UInt8] = []
  private var several: [[Int32]] = []
  /// Bytes of the tokens of a chunk, where they are not the one that is all of it.
  private var places: [Int: [Range<Int>]] = [:]

  private let fts5: any FTS5Tokenizer

  /// Opens a tokenizer of its own on an in-memory database.
  convenience init(
    expectedChunks: Int = 4096, _ tokenizer: FTS5TokenizerDescriptor = Vocabulary.tokenizer
  ) throws {
    let fts5 = try DatabaseQueue().read { try $0.makeTokenizer(tokenizer) }
    self.init(expectedChunks: expectedChunks, fts5)
  }

  /// Opens a tokenizer on a database; it goes on working when that is closed.
  convenience init(_ database: Database) throws {
    self.init(expectedChunks: 1024, try database.makeTokenizer(Vocabulary.tokenizer))
  }

  private init(expectedChunks: Int, _ fts5: any FTS5Tokenizer) {
    self.fts5 = fts5
    slots = [Int32](repeating: 0, count: max(1024, (expectedChunks * 2).nextPowerOfTwo))
  }

  /// How many ways of writing a word were seen.
  var words: Int { chunks.count }

  /// The number of a term that was seen, nil otherwise.
  func number(of term: String) -> Int32? { numbers[term] }

  /// Calls `body` with each term of a text in order: its number and the bytes of its chunk.
  func forEachTerm(in text: String, _ body: (_ term: Int32, _ start: Int, _ end: Int) -> Void) {
    var text = text
    text.withUTF8 { forEachTerm(in: $0, body) }
  }

  /// Calls `body` with each term of UTF-8 bytes in order: its number and the bytes of its chunk.
  func forEachTerm(
    in bytes: UnsafeBufferPointer<UInt8>, _ body: (_ term: Int32, _ start: Int, _ end: Int) -> Void
  ) {
    var position = 0
    let end = bytes.count
    while position < end {
      while position < end, !isChunkByte(bytes[position]) { position += 1 }
      guard position < end else { return }
      let start = position
      var key = ChunkKey()
      while position < end, isChunkByte(bytes[position]) {
        key.add(bytes[position], at: position - start)
        position += 1
      }
      let chunk = self.chunk(bytes, start, position, key)
      chunks[chunk].count &+= 1
      let term = chunks[chunk].term
      if term >= 0 {
        body(term, start, position)
      } else if term <= -2 {
        for one in several[Int(-term - 2)] { body(one, start, position) }
      }
    }
  }

  /// Calls `body` with each token of UTF-8 bytes in order, as FTS5 counts them: its term and the bytes of itself alone.
  ///
  /// - Parameter isWanted: by byte, whether terms that begin with it are wanted. In the place of others −1 may be given,
  ///   which spares a look-up: no inflection changes a word's first letter.
  func forEachToken(
    in bytes: UnsafeBufferPointer<UInt8>, beginningWith isWanted: [Bool],
    _ body: (_ term: Int32, _ start: Int, _ end: Int) -> Void
  ) {
    var position = 0
    while position < bytes.count {
      guard isChunkByte(bytes[position]) else {
        position += 1
        continue
      }
      let start = position
      var all: UInt8 = 0
      while position < bytes.count, isChunkByte(bytes[position]) {
        all |= bytes[position]
        position += 1
      }
      // A chunk of ASCII letters and digits is one token.
      if all < 0x80, !isWanted[Int(lowered(bytes[start]))] {
        body(-1, start, position)
        continue
      }
      var key = ChunkKey()
      for place in start..<position { key.add(bytes[place], at: place - start) }
      let chunk = self.chunk(bytes, start, position, key)
      let term = chunks[chunk].term
      guard all >= 0x80, let places = places[chunk] else {
        if term >= 0 { body(term, start, position) }
        continue
      }
      let terms = term >= 0 ? [term] : term <= -2 ? several[Int(-term - 2)] : []
      for (term, place) in zip(terms, places) {
        body(term, start + place.lowerBound, start + place.upperBound)
      }
    }
  }

  /// The terms of a text in order.
  func terms(of text: String) -> [Int32] {
    var result: [Int32] = []
    forEachTerm(in: text) { term, _, _ in result.append(term) }
    return result
  }

  /// Every way a word was written, in lower case, with its term and how often; words of several terms left out.
  func writtenWords() -> [(word: String, term: Int32, occurrences: Int)] {
    chunks.compactMap { chunk in
      guard chunk.term >= 0 else { return nil }
      let start = Int(chunk.start)
      let word = String(decoding: arena[start..<(start + Int(chunk.length))], as: UTF8.self)
      return (word, chunk.term, Int(chunk.count))
    }
  }

  private func chunk(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ key: ChunkKey
  ) -> Int {
    let (head, hash) = (key.head, key.hash)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 29) & mask
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      let chunk = chunks[number]
      if chunk.hash == hash, chunk.head == head, matches(chunk, bytes, start, end) { return number }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(chunks.count + 1)
    let first = UInt32(arena.count)
    for position in start..<end { arena.append(lowered(bytes[position])) }
    let (term, places) = stem(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    if !places.isEmpty { self.places[chunks.count] = places }
    chunks.append(
      Chunk(
        hash: hash, head: head, start: first, length: UInt32(end - start), term: term, count: 0))
    if chunks.count * 2 > slots.count { grow() }
    return chunks.count - 1
  }

  /// Whether a chunk with the same first bytes is the same.
  @inline(__always)
  private func matches(_ chunk: Chunk, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool
  {
    guard Int(chunk.length) == end - start else { return false }
    guard end - start > 8 else { return true }
    let first = Int(chunk.start) - start
    for position in (start + 8)..<end where arena[first + position] != lowered(bytes[position]) {
      return false
    }
    return true
  }

  private func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, chunk) in chunks.enumerated() {
      var slot = Int(truncatingIfNeeded: chunk.hash >> 29) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(number + 1)
    }
  }

  /// The term of a chunk as ``Chunk/term`` has it, and where its tokens lie unless it is one token as a whole.
  private func stem(_ bytes: UnsafeBufferPointer<UInt8>) -> (term: Int32, places: [Range<Int>]) {
    let tokens = fts5.tokens(of: bytes)
    let found = tokens.map { token -> Int32 in
      if let number = numbers[token.term] { return number }
      let number = Int32(terms.count)
      terms.append(token.term)
      numbers[token.term] = number
      return number
    }
    switch found.count {
    case 0: return (-1, [])
    case 1: return (found[0], tokens[0].bytes == 0..<bytes.count ? [] : [tokens[0].bytes])
    default:
      several.append(found)
      return (-Int32(several.count - 1) - 2, tokens.map(\.bytes))
    }
  }
}

/// What a way of writing a word is found by, made byte by byte.
private struct ChunkKey {
  /// The first eight bytes in lower case; 0 after the last.
  var head: UInt64 = 0
  private var rest: UInt64 = 0xcbf2_9ce4_8422_2325

  @inline(__always)
  mutating func add(_ byte: UInt8, at place: Int) {
    let byte = UInt64(lowered(byte))
    if place < 8 {
      head |= byte << UInt64(place * 8)
    } else {
      rest = (rest ^ byte) &* 0x100_0000_01b3  // FNV-1a
    }
  }

  var hash: UInt64 { (head ^ rest) &* 0x9e37_79b9_7f4a_7c15 }
}

/// Receives tokens from FTS5.
private final class Collector {
  var tokens: [(term: String, bytes: Range<Int>)] = []
}

extension FTS5Tokenizer {
  /// The tokens of UTF-8 bytes as the FTS5 table would store them.
  fileprivate func tokens(of bytes: UnsafeBufferPointer<UInt8>) -> [(term: String, bytes: Range<Int>)] {
    let collector = Collector()
    bytes.withMemoryRebound(to: CChar.self) { text in
      _ = tokenize(
        context: Unmanaged.passUnretained(collector).toOpaque(), tokenization: .document,
        pText: text.baseAddress, nText: CInt(text.count)
      ) { context, _, token, length, start, end in
        if let context, let token {
          let bytes = UnsafeRawBufferPointer(start: token, count: Int(length))
          Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue()
            .tokens.append((String(decoding: bytes, as: UTF8.self), Int(start)..<Int(end)))
        }
        return 0
      }
    }
    return collector.tokens
  }
}

extension Int {
  fileprivate var nextPowerOfTwo: Int {
    self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
  }
}

@inline(__always) private func isChunkByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
}

@inline(__always) private func lowered(_ byte: UInt8) -> UInt8 {
  byte &- 0x41 < 26 ? byte | 0x20 : byte
}
