// A long text and the passage asked about → the part of the text that is most like the passage.

/// Chooses the words of a clause that show best why it was found.
struct Excerpt {
  /// Words in an excerpt.
  static let words = Snippets.words

  let vocabulary: Vocabulary
  /// By number in `vocabulary`: place among `rarities`; 0 for terms that the passage has not.
  private let places: [UInt16]
  /// Rarity of the passage's terms; the first is of none.
  private let rarities: [Float]

  /// - Parameter rarities: of the passage's terms, by number in `vocabulary`.
  init(vocabulary: Vocabulary, rarities: [Int32: Float]) {
    self.vocabulary = vocabulary
    var places = [UInt16](repeating: 0, count: vocabulary.terms.count)
    var ordered: [Float] = [0]
    for (term, rarity) in rarities.sorted(by: { $0.key < $1.key }) where ordered.count < UInt16.max {
      places[Int(term)] = UInt16(ordered.count)
      ordered.append(rarity)
    }
    (self.places, self.rarities) = (places, ordered)
  }

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
    var inside = [Int32](repeating: 0, count: rarities.count)
    var sum: Float = 0
    var best = (sum: Float(0), start: 0)
    var (entering, leaving) = (0, 0)
    for end in words.indices {
      while entering < terms.count, terms[entering].word == end {
        let term = terms[entering]
        inside[term.place] += 1
        if inside[term.place] == 1 { sum += rarities[term.place] }
        entering += 1
      }
      let start = end - Self.words + 1
      while leaving < terms.count, terms[leaving].word < start {
        let term = terms[leaving]
        inside[term.place] -= 1
        if inside[term.place] == 0 { sum -= rarities[term.place] }
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
  ) -> [(place: Int, word: Int)] {
    var found: [(place: Int, word: Int)] = []
    var word = 0
    vocabulary.forEachTerm(in: bytes) { term, start, _ in
      // Terms that were seen only since are none of the passage's.
      guard Int(term) < places.count, places[Int(term)] > 0 else { return }
      while words[word].upperBound <= start { word += 1 }
      found.append((Int(places[Int(term)]), word))
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
    var joined: [UInt8] = []
    joined.reserveCapacity((words.last?.upperBound ?? 0) - (words.first?.lowerBound ?? 0))
    for word in words {
      if !joined.isEmpty { joined.append(0x20) }
      joined += bytes[word]
    }
    return String(decoding: joined, as: UTF8.self)
  }
}
