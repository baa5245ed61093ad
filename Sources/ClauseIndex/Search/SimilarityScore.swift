// How like two clauses are → one number in 0…1 that means the same for long and short clauses.

internal import Foundation

/// The score of `similar` and `prevalence`: how surely two clauses are the same provision.
///
/// A logistic model over five measures of likeness, each in 0…1. Fitted by `Scripts/fit-similarity` on pairs of
/// clauses from 16 platforms whose whole documents people read for 50 provisions (71,000 pairs: a clause that
/// was quoted for a provision, and the five nearest clauses of each other platform; "same" where that clause was
/// quoted for the same provision). Cross-validated by platform: area under the curve .79, expected calibration
/// error .02 against these labels. The labels quote three passages a provision at most, so that every second
/// wrong pair near the threshold is right by eye: the odds are raised by 3, which puts the threshold of the best
/// F1 at one half.
enum SimilarityScore {
  /// Score from which two clauses count as the same provision: the best F1 on the labels.
  static let sameProvision = 0.5

  /// Measures of likeness of two clauses, each in 0…1.
  struct Measures {
    /// Cosine, and the share of each in the other, by the terms of title, lead-in and text.
    var likeness: Likeness
    /// Share of the passage's words that stand in runs of five words or more which the clause has too.
    var coverage = 0.0
    /// Cosine of title and nearest heading.
    var heading = 0.0
  }

  static func of(_ measures: Measures) -> Double {
    let labelled =
      -4.25 + 12.06 * Double(measures.likeness.cosine) + 1.71 * Double(measures.likeness.ofProbe)
      - 1.68 * Double(measures.likeness.ofClause) + 4.96 * measures.coverage + 1.15 * measures.heading
    return 1 / (1 + exp(-(labelled + log(3))))
  }
}
