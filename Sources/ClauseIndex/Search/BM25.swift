// The ranking of `search`: Okapi BM25 over weighted fields, exactly as FTS5's bm25() computes it.

internal import Foundation

/// Okapi BM25 with field weights, by FTS5's definition (https://www.sqlite.org/fts5.html#the_bm25_function).
struct BM25 {
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

  private let total: Double
  private let perWord: Double

  /// - Parameters:
  ///   - total: clauses of the index.
  ///   - averageLength: mean of their tokens over all fields.
  init(total: Int, averageLength: Double) {
    self.total = Double(total)
    perWord = Self.k1 * Self.b / averageLength
  }

  /// Rarity of a term that so many clauses hold; never below FTS5's floor.
  func rarity(clauses: Int) -> Double {
    max(1e-6, log((total - Double(clauses) + 0.5) / (Double(clauses) + 0.5)))
  }

  /// Occurrences of a term, weighted by where they stand; the weights are whole numbers, so nothing is rounded.
  @inline(__always)
  static func frequency(text: Int, title: UInt8, heading: UInt8) -> Int {
    Int(Self.title) * Int(title) + Int(Self.heading) * Int(heading) + Int(Self.text) * text
  }

  /// Score of one term in one clause of so many tokens.
  @inline(__always)
  func score(_ posting: Posting, _ rarity: Double, length: UInt32) -> Double {
    let frequency =
      Self.title * Double(posting.title) + Self.heading * Double(posting.heading)
      + Self.text * Double(posting.text)
    return score(frequency: frequency, rarity, length: length)
  }

  /// The same by the weighted frequency.
  @inline(__always)
  func score(frequency: Double, _ rarity: Double, length: UInt32) -> Double {
    rarity * frequency * (Self.k1 + 1) / (frequency + Self.k1 * (1 - Self.b) + perWord * Double(length))
  }
}
