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

  /// 1 + ln of numbers of occurrences, 0 for none: nearly all there are.
  private static let logarithms: [Float] = (0..<256).map { $0 == 0 ? 0 : 1 + Float(log(Double($0))) }

  /// What a term of a passage adds to its product with a clause, by occurrences in the clause: 0 to `count` − 1, of at
  /// most 256.
  ///
  /// - Parameters:
  ///   - weight: of the term in the passage.
  ///   - rarity: of the term.
  static func products(_ weight: Float, rarity: Float, count: Int) -> [Float] {
    logarithms[..<count].map { weight * ($0 * rarity) }
  }

  /// Weight of a term from its occurrences; zero where only headings hold it.
  @inline(__always)
  static func weight(text: Int, title: Int, rarity: Float) -> Float {
    let frequency = text + title
    return (frequency < logarithms.count ? logarithms[frequency] : 1 + Float(log(Double(frequency)))) * rarity
  }
}
