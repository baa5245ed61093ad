// How like two clauses are → one number in 0…1 that means the same for long and short clauses.

internal import Foundation

/// The score of `similar` and `prevalence`: how surely two clauses are the same provision.
///
/// A logistic model over ``SimilarityMeasures``. `Scripts/fit-similarity` fits it on two sources and measures it on what
/// was not used: passages that volunteers filed by kind (each measured by word vectors that never saw its service), and
/// clauses of 40 platforms whose whole documents were read for 50 provisions; 20 more platforms are only measured.
///
/// Fitted are the weights of meaning and coverage, and the intercept, which is that of the clauses. The others are set:
/// - `type` fits at 1.9 to 3, because the rules of the types were made for the very provisions of the labels; at 1 the
///   ranking of passages is at its best and other provisions are not lost. `otherType` is as it fits.
/// - the measures of words fit near nought, of either sign, once meaning is known, and cost the ranking of passages half
///   a point; but they bring the clauses that share a rare word (a cloned voice) among those of like matter, and a
///   score never falls because more is shared.
/// - `opposition` is too rare among the nearest pairs of real clauses to be fitted (1 of 400); 9 takes a copy with one
///   "not" more under ``sameProvision``.
enum SimilarityScore {
  /// Score from which two clauses count as the same provision.
  ///
  /// Labels name three passages a provision at most, so that the score, which is calibrated to them, is low: of pairs
  /// at 0.2 every second is right by eye. Platforms are told best (F1 of "shares") from about here on, and a wrong
  /// "unique" is the worst answer.
  static let sameProvision = 0.2

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
    -5.0 + 2 * measures.cosine + 1 * measures.ofPassage + 1 * measures.ofClause + 5.22 * measures.meaning
      + 1.46 * measures.coverage + 0.2 * measures.heading + 1 * measures.type - 0.7 * measures.otherType
      - 9 * measures.opposition
  }
}
