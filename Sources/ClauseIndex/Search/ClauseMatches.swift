// The clauses that match a query → the best of them.

/// The clauses that match a query.
struct ClauseMatches {
  typealias Match = (row: Int, score: Double)

  /// Rows that match, with BM25 score: best first where `isRanked`, else in order of the rows.
  var found: [Match] = []
  /// Whether `found` is in order.
  ///
  /// It takes longer to put thousands of matches in order than to find them.
  var isRanked = false
  /// All matches, best first; equal scores in order of the rows.
  var ranked: [Match] { isRanked ? found : found.sorted(by: Self.isBefore) }
  /// How many of the required terms a clause must hold, where it is not all of them.
  var atLeast: Int?
  /// Terms by which the matches can be highlighted.
  var highlighted: [Query.Term] = []
  /// Whether a word that is looked for stands in no clause of the index: it may be misspelt.
  var hasUnknownWord = false
  /// What the reader should know.
  var notes: [String] = []

  static func isBefore(_ a: Match, _ b: Match) -> Bool {
    a.score != b.score ? a.score > b.score : a.row < b.row
  }

  /// The best matches, best first.
  ///
  /// - Parameter owner: what a match belongs to, from 0 to `owners` − 1; only the best of each is taken.
  func best(_ limit: Int, owners: Int, owner: (Int) -> Int) -> [Match] {
    var best = [Match](repeating: (0, 0), count: owners)
    for match in found {
      let owner = owner(match.row)
      if best[owner].row == 0 || !isRanked && Self.isBefore(match, best[owner]) { best[owner] = match }
    }
    best.removeAll { $0.row == 0 }
    if isRanked {
      let rows = Set(best.map(\.row))
      return Array(found.lazy.filter { rows.contains($0.row) }.prefix(limit))
    }
    return Array(best.sorted(by: Self.isBefore).prefix(limit))
  }

  /// The best matches, best first.
  func best(_ limit: Int) -> [Match] {
    guard !isRanked, limit > 0, limit < found.count / 8 else { return Array(ranked.prefix(limit)) }
    var best = found[..<limit].sorted(by: Self.isBefore)
    var least = best[limit - 1].score
    // Of equal scores the smaller row comes first, and those come first here.
    for match in found[limit...] where match.score > least {
      best.removeLast()
      best.insert(match, at: best.firstIndex { Self.isBefore(match, $0) } ?? best.count)
      least = best[limit - 1].score
    }
    return best
  }
}
