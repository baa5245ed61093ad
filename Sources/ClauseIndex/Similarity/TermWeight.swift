// How much a term counts when two clauses are compared.

internal import Foundation

/// The weight of a term in a clause's vector: (1 + ln tf) · ln(1 + 1 / (n/N + 0.003)).
///
/// Logarithmic term frequency and rarity over the whole corpus, no stop list. The rarity is capped by the 0.003:
/// the rarest words of terms are names (of the platform, its products, its courts), and uncapped they drown what
/// a clause is about. On human labels of like clauses the cap brings nDCG@10 from .446 to .475
/// (a cap of 0.01 gives .478 but loses rare topics, such as voice cloning, among common ones).
enum TermWeight {
  /// Share of clauses below which a word is no rarer for the purpose.
  static let cap = 0.003

  /// Rarity of a term that `clauses` of `total` clauses hold.
  static func rarity(clauses: Int, of total: Int) -> Float {
    Float(log(1 + 1 / (Double(max(clauses, 1)) / Double(max(total, 1)) + cap)))
  }

  /// Weight of a term from its occurrences; zero where only headings hold it.
  @inline(__always)
  static func weight(text: Int, title: Int, rarity: Float) -> Float {
    let frequency = text + title
    guard frequency > 0 else { return 0 }
    return (frequency == 1 ? 1 : 1 + Float(log(Double(frequency)))) * rarity
  }
}
