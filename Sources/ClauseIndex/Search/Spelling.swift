// A word that nothing is known by → the known words nearest to it.

/// Nearest words by edit distance.
enum Spelling {
  /// Up to `limit` of the candidates within a distance that grows with the word (1 up to 4 letters, else 2),
  /// nearest first; a candidate that begins with the word comes first.
  static func nearest(to word: String, among candidates: [String], limit: Int = 3) -> [String] {
    let word = Array(word.unicodeScalars)
    let allowed = word.count <= 4 ? 1 : 2
    var found: [(distance: Int, index: Int)] = []
    var seen: Set<String> = []
    for (index, candidate) in candidates.enumerated() where seen.insert(candidate).inserted {
      let other = Array(candidate.unicodeScalars)
      if word.count >= 3, other.starts(with: word) {
        found.append((0, index))
        continue
      }
      let distance = distance(word, other, atMost: allowed)
      if distance <= allowed { found.append((distance, index)) }
    }
    return found.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.prefix(limit)
      .map { candidates[$0.index] }
  }

  /// Edit distance with transpositions of neighbours (optimal string alignment); `atMost + 1` where larger.
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost bound: Int) -> Int {
    guard abs(a.count - b.count) <= bound else { return bound + 1 }
    var before: [Int] = []
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var current = [i + 1]
      current.reserveCapacity(b.count + 1)
      for j in 0..<b.count {
        var best = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        current.append(best)
      }
      if current.min()! > bound { return bound + 1 }
      before = previous
      previous = current
    }
    return previous[b.count]
  }
}
