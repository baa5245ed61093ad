// How like two clauses are → one number in 0…1 that means the same for long and short clauses.

internal import Foundation

/// The score of `similar` and `prevalence`: how surely two clauses are the same provision.
///
/// A logistic model over ``SimilarityMeasures``. `Scripts/fit-similarity` fits it on two sources and measures it on what
/// was not used: passages that volunteers filed by kind (each measured by word vectors that never saw its service), and
/// clauses of 40 platforms whose whole documents were read for 50 provisions; 20 more platforms are only measured.
///
/// Fitted is the intercept, to the clauses; the weights stand near where both sources fit best, but for these:
/// - `type` fits at 3, because the rules of the types were made for the very provisions of the labels; at 1 to 1.2 the
///   ranking of passages is at its best and other provisions are not lost.
/// - the measures of words fit near nought, of either sign, once meaning is known; but they bring the clauses that share
///   rare words (a cloned voice, a beehive) before those of like matter, most of all where the cosine is above what two
///   clauses of one kind usually have, 0.25; and so a score never falls because more is shared.
/// - `opposition` is too rare among the nearest pairs of real clauses to be fitted (1 of 400); 16 takes a copy with one
///   "not" more under ``sameProvision``.
///
/// What stands in a crowded place is near to much that is something else: both ``SimilarityMeasures/crowding`` and
/// ``SimilarityMeasures/ownCrowding`` lower the score. The first changes the order of what is found, the second only
/// from where on it counts as the same.
enum SimilarityScore {
  /// Score from which two clauses count as the same provision.
  ///
  /// Labels name three passages a provision at most, so that the score, which is calibrated to them, is low: of pairs
  /// at 0.2 to 0.3 more than a third are the same even by label. F1 of "shares" rises still down to 0.15; but there
  /// rare provisions drown among like matters.
  static let sameProvision = 0.2

  private static let intercept = -1.16

  static func of(_ measures: SimilarityMeasures) -> Double { ofLinear(linear(measures)) }

  /// The score with these odds' logarithm.
  static func ofLinear(_ linear: Double) -> Double { 1 / (1 + exp(-linear)) }

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
    intercept + 1 * measures.cosine + 8 * max(0, measures.cosine - 0.25) + 0.5 * measures.ofPassage
      + 0.4 * measures.ofClause + 6 * measures.meaning - 4 * measures.crowding - 5 * measures.ownCrowding
      + 1 * measures.coverage + 0.2 * measures.heading + 1.2 * measures.type - 0.7 * measures.otherType
      - 16 * measures.opposition
  }

  /// The part of ``linear(_:)`` that words and their vectors make, for looking at all clauses of an index.
  @inline(__always)
  static func lexical(
    _ likeness: Likeness, meaning: Float, crowding: (own: Float, other: Float)
  ) -> Float {
    Float(intercept) + likeness.cosine + 8 * max(0, likeness.cosine - 0.25) + 0.5 * likeness.ofProbe
      + 0.4 * likeness.ofClause + 6 * meaning - 4 * crowding.other - 5 * crowding.own
  }

  /// What types can add to ``lexical(_:meaning:)`` at most, and a little for rounding.
  static let mostOfTypes: Float = 1.201
}
