// A long text and the passage asked about → the part of the text that is most like the passage.

/// Chooses the words of a clause that show best why it was found.
struct Excerpt {
  /// Words in an excerpt.
  static let words = Snippets.words

  let vocabulary: Vocabulary
  /// Rarity of the passage's terms, by number in `vocabulary`.
  let rarities: [Int32: Float]

  /// The words of a text between white space.
  private static func words(of text: String) -> [Substring] {
    // By bytes: to ask each Character whether it is white space takes ten times as long.
    text.utf8.split { $0 == 0x20 || $0 &- 0x09 < 5 }.map { Substring($0) }
  }

  /// The run of ``words`` words that holds the most, by rarity, of the passage's terms, each counted once; the
  /// beginning where the text is short or shares nothing.
  func of(_ text: String) -> String {
    let words = Self.words(of: text)
    guard words.count > Self.words else { return words.joined(separator: " ") }
    let terms = words.map { word -> [Int32] in
      vocabulary.terms(of: String(word)).filter { rarities[$0] != nil }
    }
    var inside: [Int32: Int] = [:]
    var sum: Float = 0
    var best = (sum: Float(0), start: 0)
    for end in words.indices {
      for term in terms[end] {
        inside[term, default: 0] += 1
        if inside[term] == 1 { sum += rarities[term] ?? 0 }
      }
      let start = end - Self.words + 1
      if start > 0 {
        for term in terms[start - 1] {
          inside[term, default: 0] -= 1
          if inside[term] == 0 { sum -= rarities[term] ?? 0 }
        }
      }
      if start >= 0, sum > best.sum + 0.001 { best = (sum, start) }
    }
    let end = best.start + Self.words
    return (best.start > 0 ? "… " : "") + words[best.start..<end].joined(separator: " ")
      + (end < words.count ? " …" : "")
  }
}
