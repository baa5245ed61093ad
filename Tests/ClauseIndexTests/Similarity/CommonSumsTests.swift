// Sums of common terms, in every way that the machine has, against a loop over the definition.

import Testing

@testable import ClauseIndex

@Suite struct CommonSumsTests {
  /// Some rows with sums that other terms left, and common terms with counts of all sizes.
  private struct Case {
    var terms: [CommonTerm] = []
    var sums: [SIMD4<Float>]
    var rows: RowFacts

    init(rows count: Int, terms: Int, _ random: inout SeededGenerator) {
      func numbers(_ range: ClosedRange<Float>) -> [Float] {
        (0..<count).map { _ in Float.random(in: range, using: &random) }
      }
      sums = (0..<count).map { _ in
        Bool.random(using: &random) ? .zero : SIMD4.random(in: 0...3, using: &random).rounded(.up)
      }
      rows = RowFacts(
        lengthParts: numbers(0.1...4), norms: numbers(0...9), ownScores: numbers(0...9),
        meanings: numbers(-1...1),
        crowding: numbers(0...1))
      // Clauses without a word.
      for row in stride(from: 0, to: count, by: 7) { (rows.norms[row], rows.ownScores[row]) = (0, 0) }
      for _ in 0..<terms {
        let counts = (0..<CommonSums.filledUp(count)).map { row -> UInt8 in
          guard row < count, Int.random(in: 0..<3, using: &random) == 0 else { return 0 }
          return Int.random(in: 0..<20, using: &random) == 0
            ? .random(in: 1...255, using: &random) : .random(in: 1...5, using: &random)
        }
        self.terms.append(
          CommonTerm(
            counts: FixedArray(counts),
            products: FixedArray(
              TermWeight.products(.random(in: 1...9, using: &random), rarity: 2, count: 256)),
            rarity: .random(in: 0...3, using: &random), score: .random(in: 0...2, using: &random),
            frequency: .random(in: 1...4, using: &random)))
      }
    }

    /// The definition.
    func expected(norm: Float, ownScore: Float) -> (sums: [SIMD4<Float>], scores: [Float]) {
      var sums = sums
      let scores = sums.indices.map { row -> Float in
        for term in terms {
          let count = Int(term.counts[row])
          sums[row] += SIMD4(
            term.products[count],
            TermShare.score(frequency: Float(count), rarity: term.rarity, lengthPart: rows.lengthParts[row]),
            count > 0 ? term.score : 0, Float(min(count, term.frequency)))
        }
        let (sum, other) = (sums[row], rows.norms[row])
        guard sum.w > 0 || rows.meanings[row] > 0 else { return -.infinity }
        let likeness =
          norm > 0 && other > 0
          ? Likeness(
            cosine: min(1, sum.x / (norm * other)), ofProbe: min(1, sum.y / ownScore),
            ofClause: rows.ownScores[row] > 0 ? min(1, sum.z / rows.ownScores[row]) : 0)
          : Likeness(cosine: 0, ofProbe: 0, ofClause: 0)
        return SimilarityScore.lexical(likeness, meaning: rows.meanings[row], crowding: rows.crowding[row])
      }
      return (sums, scores)
    }
  }

  @Test("Every way gives what the definition gives, to the last bit", arguments: DotProducts.Way.possible)
  func everyWay(way: DotProducts.Way) {
    var random = SeededGenerator(seed: 3)
    // Fewer rows than a block, whole blocks, and enough rows for two threads.
    for (count, terms) in [(1, 1), (5, 2), (16, 3), (63, 0), (4999, 9)] {
      let given = Case(rows: count, terms: terms, &random)
      for (norm, ownScore) in [(Float(4), Float(7)), (0, 0)] {
        let (sums, scores) = given.expected(norm: norm, ownScore: ownScore)
        var added = given.sums
        let found = CommonSums.add(
          given.terms, to: &added, given.rows, norm: norm, ownScore: ownScore, leastShared: 9, way)
        #expect(added == sums)
        #expect(found.scores == scores, "\(count) rows, \(terms) terms")
        #expect(found.near == sums.indices.filter { sums[$0].w >= 9 }.map { $0 + 1 })
      }
    }
  }

  @Test("No rows, no scores")
  func nothing() {
    var sums: [SIMD4<Float>] = []
    let rows = RowFacts(lengthParts: [], norms: [], ownScores: [], meanings: [], crowding: [])
    let found = CommonSums.add([], to: &sums, rows, norm: 1, ownScore: 1, leastShared: 1)
    #expect(found.scores.isEmpty && found.near.isEmpty)
  }
}
