// All clauses, held against a passage by what needs no reading → those that are worth reading.

/// A clause that is worth reading.
struct Candidate {
  var row: Int
  /// Without what only reading tells: headings, shared passages, contradictions.
  var measures: SimilarityMeasures
  /// What ``SimilarityScore/linear(_:)`` can be at most once the clause is read.
  var most: Double
  /// Whether it shares enough words to be near-verbatim.
  var isPossibleCopy: Bool
}

/// Chooses the clauses of each platform that are most like a passage, and all that can be copies of it.
struct CandidateChooser {
  private struct Entry {
    var row: Int32
    var score: Float
  }

  private let terms: ProbeAccumulator
  private let cosines: [Float]
  private let similarity: SimilarityArrays
  private let own: [Float]
  private let isTyped: Bool
  private let words: Int
  private let leastShared: Int
  private let perPlatform: Int
  /// `perPlatform` places a platform, of which `counts` are taken.
  private var best: [Entry]
  private var counts: [Int]
  /// The lowest score of a platform whose places are all taken; else −∞.
  private var lowest: [Float]
  private var copies: [Int] = []

  /// - Parameters:
  ///   - profile: of the passage, with its clause types.
  ///   - words: tokens of the passage.
  ///   - cosines: of the word vectors, by row − 1.
  ///   - platforms: how many there are.
  ///   - perPlatform: clauses that are kept of each, besides possible copies.
  init(
    _ profile: ClauseProfile, words: Int, _ terms: ProbeAccumulator, _ cosines: [Float],
    _ similarity: SimilarityArrays, platforms: Int, perPlatform: Int
  ) {
    self.terms = terms
    self.cosines = cosines
    self.similarity = similarity
    (own, isTyped) = (profile.types.confidences, profile.types.isTyped)
    self.words = words
    leastShared = NearVerbatim.lengths(near: words).lowerBound
    self.perPlatform = perPlatform
    best = Array(repeating: Entry(row: 0, score: 0), count: platforms * perPlatform)
    counts = Array(repeating: 0, count: platforms)
    lowest = Array(repeating: -.infinity, count: platforms)
  }

  /// Whether a clause can be among the best of its platform, or a copy.
  @inline(__always)
  func isWanted(_ row: Int, of platform: Int) -> Bool {
    let shared = terms.shared(withRow: row)
    guard shared > 0 || cosines[row - 1] > 0 else { return false }
    if shared >= leastShared { return true }
    return SimilarityScore.lexical(
      terms.likeness(ofRow: row), meaning: cosines[row - 1],
      crowding: similarity.crowding[row - 1])
      + SimilarityScore.mostOfTypes > lowest[platform]
  }

  mutating func add(_ row: Int, of platform: Int) {
    if NearVerbatim.isPossible(shared: terms.shared(withRow: row), words, similarity.words(ofRow: row)) {
      copies.append(row)
      return
    }
    let score = Float(SimilarityScore.linear(measures(ofRow: row)))
    let first = platform * perPlatform
    if counts[platform] < perPlatform {
      best[first + counts[platform]] = Entry(row: Int32(row), score: score)
      counts[platform] += 1
    } else if score > lowest[platform] {
      var worst = first
      for place in first..<(first + perPlatform) where best[place].score < best[worst].score { worst = place }
      best[worst] = Entry(row: Int32(row), score: score)
    }
    guard counts[platform] == perPlatform else { return }
    lowest[platform] = best[first..<(first + perPlatform)].reduce(.infinity) { min($0, $1.score) }
  }

  /// The clauses that were kept, those that can score most first.
  func candidates() -> [Candidate] {
    var rows = copies.map { (row: $0, isCopy: true) }
    for (platform, count) in counts.enumerated() {
      for place in 0..<count { rows.append((Int(best[platform * perPlatform + place].row), false)) }
    }
    return rows.map { candidate($0.row, isPossibleCopy: $0.isCopy) }
      .sorted { ($0.most, $1.row) > ($1.most, $0.row) }
  }

  private func candidate(_ row: Int, isPossibleCopy: Bool) -> Candidate {
    let measures = measures(ofRow: row)
    var most = measures
    // Words in runs are words in common.
    most.coverage = words > 0 ? min(1, Double(terms.shared(withRow: row)) / Double(words)) : 0
    most.heading = 1
    return Candidate(
      row: row, measures: measures, most: SimilarityScore.linear(most), isPossibleCopy: isPossibleCopy)
  }

  private func measures(ofRow row: Int) -> SimilarityMeasures {
    SimilarityMeasures(
      terms.likeness(ofRow: row), meaning: cosines[row - 1],
      crowding: similarity.crowding[row - 1],
      type: similarity.typings.comparison(ofRow: row, with: own, isTyped: isTyped))
  }
}
