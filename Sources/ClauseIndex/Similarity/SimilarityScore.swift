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
/// What stands in a crowded place is near to much that is something else, and ``SimilarityMeasures/crowding`` lowers its
/// score. How crowded the place of the passage is would tell as much again of where the same provision ends (by the
/// labels, area under the curve .887 to .892), but takes like matters for what one platform alone says: of the sample's
/// five rare provisions two were said to be shared by 14 and 24 others. So it is no measure.
enum SimilarityScore {
  /// Score from which two clauses count as the same provision.
  ///
  /// Labels name three passages a provision at most, so that the score, which is calibrated to them, is low: of pairs
  /// at 0.2 to 0.3 more than a third are the same even by label. F1 of "shares" rises still down to 0.15; but there
  /// rare provisions drown among like matters.
  static let sameProvision = 0.2

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

  /// What the measures count in ``linear(_:)``.
  enum Weight {
    static let intercept = -3.4
    static let cosine = 1.0
    /// Of the cosine above ``steepFrom``, besides.
    static let steepCosine = 8.0
    static let steepFrom = 0.25
    static let ofPassage = 0.5
    static let ofClause = 0.4
    static let meaning = 6.0
    static let crowding = -4.0
    static let coverage = 1.0
    static let heading = 0.2
    static let type = 1.2
    static let otherType = -0.7
    static let opposition = -16.0
  }

  /// The logarithm of the odds, which orders as the score does.
  @inline(__always)
  static func linear(_ measures: SimilarityMeasures) -> Double {
    Weight.intercept + Weight.cosine * measures.cosine
      + Weight.steepCosine * max(0, measures.cosine - Weight.steepFrom)
      + Weight.ofPassage * measures.ofPassage + Weight.ofClause * measures.ofClause
      + Weight.meaning * measures.meaning + Weight.crowding * measures.crowding
      + Weight.coverage * measures.coverage
      + Weight.heading * measures.heading + Weight.type * measures.type
      + Weight.otherType * measures.otherType + Weight.opposition * measures.opposition
  }

  /// The part of ``linear(_:)`` that words and their vectors make.
  ///
  /// The definition of what ``CommonSums`` computes for all clauses of an index.
  @inline(__always)
  static func lexical(
    _ likeness: Likeness, meaning: Float, crowding: Float
  ) -> Float {
    Float(Weight.intercept) + Float(Weight.cosine) * likeness.cosine
      + Float(Weight.steepCosine) * max(0, likeness.cosine - Float(Weight.steepFrom))
      + Float(Weight.ofPassage) * likeness.ofProbe + Float(Weight.ofClause) * likeness.ofClause
      + Float(Weight.meaning) * meaning + Float(Weight.crowding) * crowding
  }

  /// What types add to ``lexical(_:meaning:crowding:)``.
  @inline(__always)
  static func ofTypes(_ types: (agreement: Float, disagreement: Float)) -> Float {
    Float(Weight.type) * types.agreement + Float(Weight.otherType) * types.disagreement
  }

  /// What types can add to ``lexical(_:meaning:crowding:)`` at most.
  static let mostOfTypes = Float(Weight.type)

  /// The logarithm of the odds of a score.
  static func linear(ofScore score: Double) -> Double { log(score / (1 - score)) }
}
