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
  private let meanings: [Float]
  private let rows: RowScores
  private let similarity: SimilarityArrays
  private let own: [Float]
  private let isTyped: Bool
  private let words: Int
  private let perPlatform: Int
  /// `perPlatform` places a platform, of which `counts` are taken.
  private var best: [Entry]
  private var counts: [Int]
  /// The lowest score of a platform whose places are all taken; else −∞.
  private var lowest: [Float]
  private var copies: Set<Int> = []

  /// - Parameters:
  ///   - profile: of the passage, with its clause types.
  ///   - words: tokens of the passage.
  ///   - terms: all clauses' sums; the common terms are added here.
  ///   - meanings: cosines of the word vectors, by row − 1.
  ///   - platforms: how many there are.
  ///   - perPlatform: clauses that are kept of each, besides possible copies.
  init(
    _ profile: ClauseProfile, words: Int, _ terms: ProbeAccumulator, _ meanings: [Float],
    _ similarity: SimilarityArrays, platforms: Int, perPlatform: Int
  ) {
    var terms = terms
    rows = terms.scores(meanings: meanings, leastShared: NearVerbatim.lengths(near: words).lowerBound)
    self.terms = terms
    self.meanings = meanings
    self.similarity = similarity
    (own, isTyped) = (profile.types.confidences, profile.types.isTyped)
    self.words = words
    self.perPlatform = perPlatform
    best = Array(repeating: Entry(row: 0, score: 0), count: platforms * perPlatform)
    counts = Array(repeating: 0, count: platforms)
    lowest = Array(repeating: -.infinity, count: platforms)
  }

  /// Takes all possible copies and, of the other clauses, the best of every platform.
  ///
  /// - Parameter passes: whether a clause is looked at, by row.
  mutating func choose(_ platforms: PlatformRuns, leavingOut own: Int?, passes: (Int) -> Bool) {
    let possible = rows.near.filter { row in
      NearVerbatim.isPossible(shared: terms.shared(withRow: row), words, similarity.words(ofRow: row))
        && passes(row)
    }
    let ownRows = platforms.runs.filter { $0.platform == own }.map(\.rows)
    copies = Set(possible.filter { row in !ownRows.contains { $0.contains(row) } })
    rows.scores.withUnsafeBufferPointer { scores in
      similarity.typings.starts.withUnsafeBufferPointer { starts in
        for run in platforms.runs where run.platform != own {
          choose(run, scores, starts, passes: passes)
        }
      }
    }
  }

  @inline(__always)
  private mutating func choose(
    _ run: PlatformRuns.Run, _ scores: UnsafeBufferPointer<Float>, _ starts: UnsafeBufferPointer<UInt32>,
    passes: (Int) -> Bool
  ) {
    var lowest = lowest[run.platform]
    let mostOfTypes = own.isEmpty ? 0 : SimilarityScore.mostOfTypes
    for row in run.rows {
      let lexical = scores[row - 1]
      // What has no types gets nothing from them.
      let most = starts[row] == starts[row - 1] ? lexical : lexical + mostOfTypes
      guard most > lowest else { continue }
      let score = lexical + typeScore(ofRow: row)
      guard score > lowest, !copies.contains(row), passes(row) else { continue }
      add(row, score, of: run.platform)
      lowest = self.lowest[run.platform]
    }
  }

  private mutating func add(_ row: Int, _ score: Float, of platform: Int) {
    let first = platform * perPlatform
    if counts[platform] < perPlatform {
      best[first + counts[platform]] = Entry(row: Int32(row), score: score)
      counts[platform] += 1
    } else {
      var worst = first
      for place in first..<(first + perPlatform) where best[place].score < best[worst].score { worst = place }
      best[worst] = Entry(row: Int32(row), score: score)
    }
    guard counts[platform] == perPlatform else { return }
    lowest[platform] = best[first..<(first + perPlatform)].reduce(.infinity) { min($0, $1.score) }
  }

  /// What the types of a clause add to its score.
  @inline(__always)
  private func typeScore(ofRow row: Int) -> Float {
    SimilarityScore.ofTypes(similarity.typings.comparison(ofRow: row, with: own, isTyped: isTyped))
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
    let measures = SimilarityMeasures(
      terms.likeness(ofRow: row), meaning: meanings[row - 1], crowding: similarity.crowding[row - 1],
      type: similarity.typings.comparison(ofRow: row, with: own, isTyped: isTyped))
    var most = measures
    // Words in runs are words in common.
    most.coverage = words > 0 ? min(1, Double(terms.shared(withRow: row)) / Double(words)) : 0
    most.heading = 1
    return Candidate(
      row: row, measures: measures, most: SimilarityScore.linear(most), isPossibleCopy: isPossibleCopy)
  }
}
