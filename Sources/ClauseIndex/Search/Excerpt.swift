// A long text and the passage asked about → the part of the text that is most like the passage.

/// Chooses the words of a clause that show best why it was found.
struct Excerpt {
  /// Words in an excerpt.
  static let words = Snippets.words

  let vocabulary: Vocabulary
  /// Rarity of the passage's terms, by number in `vocabulary`.
  let rarities: [Int32: Float]

  /// The run of ``words`` words that holds the most, by rarity, of the passage's terms, each counted once; the
  /// beginning where the text is short or shares nothing.
  func of(_ text: String) -> String {
    var text = text
    return text.withUTF8 { of($0) }
  }

  private func of(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let words = Self.words(of: bytes)
    guard words.count > Self.words else { return Self.joined(words[...], bytes) }
    let terms = terms(in: words, bytes)
    var inside: [Int32: Int] = [:]
    var sum: Float = 0
    var best = (sum: Float(0), start: 0)
    var (entering, leaving) = (0, 0)
    for end in words.indices {
      while entering < terms.count, terms[entering].word == end {
        let term = terms[entering]
        inside[term.number, default: 0] += 1
        if inside[term.number] == 1 { sum += term.rarity }
        entering += 1
      }
      let start = end - Self.words + 1
      while leaving < terms.count, terms[leaving].word < start {
        let term = terms[leaving]
        inside[term.number, default: 0] -= 1
        if inside[term.number] == 0 { sum -= term.rarity }
        leaving += 1
      }
      if start >= 0, sum > best.sum + 0.001 { best = (sum, start) }
    }
    let end = best.start + Self.words
    return (best.start > 0 ? "… " : "") + Self.joined(words[best.start..<end], bytes)
      + (end < words.count ? " …" : "")
  }

  /// The passage's terms in a text, in order, each with the word that holds it.
  private func terms(
    in words: [Range<Int>], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [(number: Int32, word: Int, rarity: Float)] {
    var found: [(number: Int32, word: Int, rarity: Float)] = []
    var word = 0
    vocabulary.forEachTerm(in: bytes) { term, start, _ in
      guard let rarity = rarities[term] else { return }
      while words[word].upperBound <= start { word += 1 }
      found.append((term, word, rarity))
    }
    return found
  }

  /// Where the words of a text stand between white space.
  private static func words(of bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = -1
    for (place, byte) in bytes.enumerated() {
      // By bytes: to ask each Character whether it is white space takes ten times as long.
      if byte == 0x20 || byte &- 0x09 < 5 {
        if start >= 0 { words.append(start..<place) }
        start = -1
      } else if start < 0 {
        start = place
      }
    }
    if start >= 0 { words.append(start..<bytes.count) }
    return words
  }

  private static func joined(_ words: ArraySlice<Range<Int>>, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    words.map { String(decoding: bytes[$0], as: UTF8.self) }.joined(separator: " ")
  }
}
