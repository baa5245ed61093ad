// A query that no clause holds all of → the clauses that hold most of its words.

extension ClauseMatcher {
  /// The clauses that hold the most of the words, at least three fifths of them; of two words, one.
  func relaxedMatches(
    of query: Query
  ) throws -> (ranked: [(row: Int, score: Double)], atLeast: Int, words: [String], note: String)? {
    let words = query.required.flatMap { group in group.flatMap(\.words) }.distinct
    let stems = words.map { self.stems(of: $0) }.filter { !$0.isEmpty }
    let wanted = stems.flatMap { $0 }.distinct
    guard wanted.count > 1 || query.required.joined().contains(where: { $0.isPositional }) else { return nil }
    var scores = [Double](repeating: 0, count: arrays.count + 1)
    var held = [UInt16](repeating: 0, count: arrays.count + 1)
    for term in wanted {
      try addScores(of: term, to: &scores)
      for row in try rows(of: term) { held[row] += 1 }
    }
    for row in try rows(holdingOneOf: query.excluded) { held[row] = 0 }
    let most = (1..<max(2, held.count)).reduce(UInt16(0)) {
      $1 < held.count && passes($1) ? max($0, held[$1]) : $0
    }
    let floor = wanted.count <= 3 ? max(1, wanted.count - 1) : (wanted.count * 3 + 4) / 5
    guard Int(most) >= floor else { return nil }
    let least = max(floor, Int(most) - 1)
    var found: [(row: Int, score: Double)] = []
    for row in 1..<held.count where Int(held[row]) >= least && passes(row) {
      found.append((row, scores[row]))
    }
    found.sort {
      let (a, b) = (held[$0.row], held[$1.row])
      return a != b ? a > b : $0.score != $1.score ? $0.score > $1.score : $0.row < $1.row
    }
    let note =
      Int(most) == wanted.count
      ? "no clause has it word for word; these have all its words"
      : least == 1
        ? "no clause has all the words; these have one of the \(wanted.count)"
        : "no clause has all the words; these have at least \(least) of the \(wanted.count)"
    return (found, least, words, note)
  }
}
