// How like two clauses are → one number in 0…1 that means the same for long and short clauses.

internal import Foundation

/// The score of `similar` and `prevalence`: how surely two clauses are the same provision.
///
/// A logistic model over five measures of likeness, each in 0…1, fitted by `Scripts/fit-similarity` on pairs of
/// clauses from 16 platforms whose whole documents people read for 50 provisions: a clause that was quoted for a
/// provision, and the five nearest clauses of each other platform; "same" where that clause was quoted for the
/// same provision. The odds are then raised by 4.5, for two reasons. The labels quote three passages a provision
/// at most, so that of the nearest pairs half again as many are right by eye as by label. And a wrong "unique" is
/// the worst answer: with one half as the threshold, `Scripts/evaluate-prevalence` finds the best F1 of "shares"
/// at which "lacks" still means something.
enum SimilarityScore {
  /// Score from which two clauses count as the same provision.
  static let sameProvision = 0.5

  static func of(_ measures: SimilarityMeasures) -> Double {
    1 / (1 + exp(-linear(measures)))
  }

  /// The highest score that a pair can reach whatever passages it shares.
  static func most(_ measures: SimilarityMeasures) -> Double {
    var measures = measures
    measures.coverage = 1
    measures.opposition = 0
    return of(measures)
  }

  /// The logarithm of the odds, which orders as the score does.
  @inline(__always)
  static func linear(_ measures: SimilarityMeasures) -> Double {
    let labelled =
      -4.42 + 12.77 * measures.cosine + 1.77 * measures.ofPassage - 1.94 * measures.ofClause
      + 3.51 * measures.coverage + 0.94 * measures.heading - 4 * measures.opposition
    return labelled + raised
  }

  private static let raised = log(4.5)
}
