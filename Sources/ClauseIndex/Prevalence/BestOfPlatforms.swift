// The pairs of 32 clauses with others → for each clause the two best of every platform, and possible copies.

/// A clause that is worth being scored in full.
struct ScoredRow {
  var row: Int32
  /// Words in common.
  var common: Int32
  /// ``SimilarityScore/linear(_:)`` without headings, shared passages and contradictions.
  var score: Float

  static let none = ScoredRow(row: 0, common: 0, score: -.infinity)
}

/// Keeps what ``CandidateChooser`` keeps of a passage, for 32 clauses at once.
struct BestOfPlatforms {
  private let platforms: Int
  /// Two a platform, better first, those of one clause together.
  private let best: FixedArray<ScoredRow>
  private(set) var copies: [[ScoredRow]]

  init(platforms: Int) {
    self.platforms = platforms
    best = FixedArray(repeating: .none, count: PairScorer.lanes * platforms * 2)
    copies = Array(repeating: [], count: PairScorer.lanes)
  }

  /// The two best clauses of a platform; `row` is 0 where there is none.
  @inline(__always)
  func best(_ lane: Int, of platform: Int) -> (ScoredRow, ScoredRow) {
    let place = (lane * platforms + platform) * 2
    return (best[place], best[place + 1])
  }

  mutating func removeAll() {
    best.buffer.update(repeating: .none)
    for lane in copies.indices { copies[lane].removeAll(keepingCapacity: true) }
  }

  mutating func addCopy(_ row: ScoredRow, lane: Int) { copies[lane].append(row) }

  @inline(__always)
  func add(_ row: ScoredRow, of platform: Int, lane: Int) {
    let place = (lane * platforms + platform) * 2
    if row.score > best[place].score {
      best[place + 1] = best[place]
      best[place] = row
    } else if row.score > best[place + 1].score {
      best[place + 1] = row
    }
  }
}
