// How like two clauses are → one number in 0…1 that means the same for long and short clauses.

internal import Foundation

/// The score of `similar` and `prevalence`: how surely two clauses are the same provision.
///
/// A logistic model over ``SimilarityMeasures``. `Scripts/fit-similarity` fits it on two sources and measures it on what
/// was not used: passages that volunteers filed by kind (each measured by word vectors that never saw its service), and
/// clauses of 40 platforms whose whole documents were read for 50 provisions; 20 more platforms are only measured.
///
/// Fitted are the weights of meaning and coverage, and the intercept, which is that of the clauses. The others are set:
/// - `type` fits at 1.9 to 3, because the rules of the types were made for the very provisions of the labels; at 1.0 the
///   ranking of passages is at its best and other provisions are not lost. `otherType` is as it fits.
/// - the measures of words fit near nought, of either sign, once meaning is known; small positive weights keep a pair
///   of which the vectors know few words in order, and a score that never falls because more is shared.
/// - `opposition` is too rare among the nearest pairs of real clauses to be fitted (1 of 400); 5 takes a copy with one
///   "not" more under ``sameProvision``.
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
    -4.67 + 0.4 * measures.ofPassage + 0.3 * measures.ofClause + 6.11 * measures.meaning
      + 2.56 * measures.coverage + 0.2 * measures.heading + 1.0 * measures.type - 0.7 * measures.otherType
      - 5 * measures.opposition
  }
}
