// How like two clauses are → one number in 0…1 that means the same for long and short clauses.

internal import Foundation

/// The score of `similar` and `prevalence`.
enum SimilarityScore {
  /// Score from which two clauses count as the same provision.
  static let sameProvision = 0.5

  static func of(_ likeness: Likeness, coverage: Double) -> Double {
    let shares = min(Double(likeness.ofProbe), Double(likeness.ofClause))
    let x = -4.2 + 9.0 * Double(likeness.cosine) + 2.0 * shares + 2.0 * coverage
    return 1 / (1 + exp(-x))
  }
}
