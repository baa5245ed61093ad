// How much a term counts when two clauses are compared.

internal import Foundation

/// The weight of a term in a clause's vector: (1 + ln tf) · ln(1 + N / n).
///
/// Logarithmic term frequency and rarity over the whole corpus, no stop list: what measured best for cosine
/// on human labels of like clauses. (Salton and Buckley, Information Processing & Management 24(5), 1988.)
enum TermWeight {
  /// Rarity of a term that `clauses` of `total` clauses hold.
  static func rarity(clauses: Int, of total: Int) -> Float {
    Float(log(1 + Double(max(total, 1)) / Double(max(clauses, 1))))
  }

  /// Weight of a term from its occurrences; zero where only headings hold it.
  @inline(__always)
  static func weight(text: Int, title: Int, rarity: Float) -> Float {
    let frequency = text + title
    guard frequency > 0 else { return 0 }
    return (frequency == 1 ? 1 : 1 + Float(log(Double(frequency)))) * rarity
  }
}
