// How much of a text lies in words that another has too: BM25 of one for the other, as a share of what it gives itself.

internal import Foundation

/// Okapi BM25 for comparing clauses: unlike ``BM25``, which ranks what is searched for, it marks long clauses down
/// nearly in full (b = 0.9), because a long clause has something of everything.
enum TermShare {
  static let k1: Float = 1.2
  static let b: Float = 0.9

  /// Mean of the lengths; never 0.
  static func average(_ lengths: [UInt32]) -> Float {
    max(1, Float(lengths.reduce(0) { $0 + Int($1) }) / Float(max(1, lengths.count)))
  }

  /// Rarity of a term that `clauses` of `total` clauses hold.
  static func rarity(clauses: Int, of total: Int) -> Float {
    let (holding, all) = (Float(max(clauses, 1)), Float(max(total, 1)))
    return log(1 + max(0, all - holding + 0.5) / (holding + 0.5))
  }

  /// What the length of a clause adds to the denominator.
  @inline(__always)
  static func lengthPart(_ length: Float, average: Float) -> Float { k1 * (1 - b + b * length / average) }

  /// Score of one term in one clause.
  @inline(__always)
  static func score(frequency: Float, rarity: Float, lengthPart: Float) -> Float {
    rarity * frequency * (k1 + 1) / (frequency + lengthPart)
  }
}
