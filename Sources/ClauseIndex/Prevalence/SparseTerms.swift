// The postings of an index → the terms of each clause, with what likeness by terms is made of.

internal import Foundation
internal import GRDB

/// The terms of all clauses, those of one clause after another.
struct SparseTerms: Sendable {
  /// Where the terms of each clause begin, by row − 1; one more than there are clauses.
  private(set) var starts: [UInt32]
  /// Numbers of the terms, in the order of the index; ascending within a clause.
  private(set) var terms: [UInt32]
  /// Weights under ``TermWeight``, over the length of the clause's vector.
  private(set) var weights: [Float]
  /// Scores under ``TermShare``.
  private(set) var scores: [Float]
  /// Occurrences in title, lead-in and text.
  private(set) var counts: [Float]
  /// 1 / the clause's own score, by row − 1; 0 where it has none.
  let scoreScales: [Float]
  /// Terms of the index.
  let vocabulary: Int

  /// Reads all postings.
  init(_ database: Database, _ similarity: SimilarityArrays) throws {
    let total = similarity.norms.count
    scoreScales = similarity.ownScores.map { $0 > 0 ? 1 / $0 : 0 }
    let reader = TermReader(database: database)
    var starts = [UInt32](repeating: 0, count: total + 1)
    vocabulary = try reader.forEachTerm { _, _, bytes in
      PostingList.forEach(in: bytes) { posting in
        guard posting.text + posting.title > 0, posting.row <= total else { return }
        starts[posting.row] += 1
      }
    }
    for row in starts.indices.dropFirst() { starts[row] += starts[row - 1] }
    let count = Int(starts[total])
    var next = Array(starts.dropLast())
    var terms = [UInt32](repeating: 0, count: count)
    var (weights, scores) = ([Float](repeating: 0, count: count), [Float](repeating: 0, count: count))
    var counts = scores
    try reader.forEachTerm { number, clauses, bytes in
      let rarity = TermWeight.rarity(clauses: max(1, clauses), of: total)
      let scoreRarity = TermShare.rarity(clauses: clauses, of: total)
      PostingList.forEach(in: bytes) { posting in
        let frequency = posting.text + posting.title
        guard frequency > 0, posting.row <= total else { return }
        let row = posting.row - 1
        let place = Int(next[row])
        next[row] += 1
        let norm = similarity.norms[row]
        terms[place] = UInt32(number)
        weights[place] =
          norm > 0 ? TermWeight.weight(text: posting.text, title: posting.title, rarity: rarity) / norm : 0
        scores[place] = TermShare.score(
          frequency: Float(frequency), rarity: scoreRarity, lengthPart: similarity.lengthParts[row])
        counts[place] = Float(frequency)
      }
    }
    (self.starts, self.terms) = (starts, terms)
    (self.weights, self.scores, self.counts) = (weights, scores, counts)
  }

  /// Where the terms of a clause stand.
  @inline(__always)
  func places(ofRow row: Int) -> Range<Int> { Int(starts[row - 1])..<Int(starts[row]) }
}

extension TermReader {
  /// Calls `body` with every term of the index in order: its number from 0, its clauses, its encoded postings.
  ///
  /// - Returns: how many terms there are.
  @discardableResult
  fileprivate func forEachTerm(
    _ body: (_ number: Int, _ clauses: Int, _ bytes: UnsafeRawBufferPointer) -> Void
  ) throws -> Int {
    let rows = try Row.fetchCursor(database, sql: "SELECT clauses, postings FROM term ORDER BY number")
    var number = 0
    while let row = try rows.next() {
      let clauses: Int = try row.value(0)
      try row.withUnsafeData(atIndex: 1) { data in
        data?.withUnsafeBytes { body(number, clauses, $0) }
      }
      number += 1
    }
    return number
  }
}
