// The ranking of `search`: Okapi BM25 over weighted fields, exactly as FTS5's bm25() computes it.

internal import Foundation

/// Okapi BM25 with field weights, by FTS5's definition (https://www.sqlite.org/fts5.html#the_bm25_function).
enum BM25 {
  /// Saturation of repeated words; FTS5's fixed value.
  static let k1 = 1.2
  /// How much a long clause is marked down; FTS5's fixed value.
  static let b = 0.75
  /// Weight of an occurrence in the title, in the heading path, and in lead-in or text.
  ///
  /// A clause whose title names the thing is the provision on it; a heading names it for its neighbours too.
  static let title = 4.0
  static let heading = 2.0
  static let text = 1.0

  /// Rarity of a term that `clauses` of `total` clauses hold; never below FTS5's floor.
  static func rarity(clauses: Int, of total: Int) -> Double {
    max(1e-6, log((Double(total) - Double(clauses) + 0.5) / (Double(clauses) + 0.5)))
  }

  /// Score of one term in one clause.
  @inline(__always)
  static func score(_ posting: Posting, rarity: Double, length: Double, average: Double) -> Double {
    let frequency =
      title * Double(posting.title) + heading * Double(posting.heading) + text * Double(posting.text)
    return rarity * frequency * (k1 + 1) / (frequency + k1 * (1 - b + b * length / average))
  }
}
