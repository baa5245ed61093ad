// The rules that matched → how surely the clause is of the type.

internal import Foundation

/// Confidence from the rules that matched.
///
/// The figures are the share of right verdicts among platforms whose best clause has these rules, on 1,000 labels of 20
/// platforms that no rule was written after, smoothed to rise with the evidence.
enum Confidence {
  /// From here on a clause is of the type.
  static let typed = 0.5

  /// The confidence that evidence of one type gives, 0…1.
  static func of(_ evidence: [Typing.Evidence], _ rules: [CompiledTypes.Rule]) -> Double {
    var strong: Set<Int> = []
    var likely: [Typing.Evidence] = []
    var isHeaded = false
    var onlyInTitle = true
    for item in evidence where item.excludedBy == nil {
      switch rules[item.rule].role {
      case .strong:
        strong.insert(item.rule)
        if !item.isTitle { onlyInTitle = false }
      case .likely:
        // Two patterns on the same words are one sign.
        let isSame = likely.contains { other in
          other.rule == item.rule || (other.sentence == item.sentence && other.words == item.words)
        }
        if !isSame { likely.append(item) }
        if !item.isTitle { onlyInTitle = false }
      case .heading: isHeaded = true
      }
    }
    if onlyInTitle, !strong.isEmpty { return 0.75 }
    return switch (strong.count, likely.count, isHeaded) {
    case (2..., _, true): 0.98
    case (2..., _, false): 0.96
    case (1, 1..., true): 0.93
    case (1, 0, true): 0.88
    case (1, 1..., false): 0.86
    case (1, 0, false): 0.8
    case (0, 2..., true): 0.75
    case (0, 2..., false): 0.65
    case (0, 1, true): 0.65
    case (0, 1, false): 0.3
    case (_, _, true): 0.1
    default: 0
    }
  }

  /// Documents whose clauses count for every type.
  private static let mainDocuments: Set<String> = ["Terms of Service", "Privacy Policy"]

  /// Share of the confidence that a clause of a document keeps in its platform's verdict, 0…1.
  ///
  /// A clause in a document in which the type does not normally stand counts for less: a processor's duty to tell of a
  /// breach, say, is no promise to users.
  static func weight(in termsType: String, stands: Set<String>) -> Double {
    stands.contains(termsType) || mainDocuments.contains(termsType) ? 1 : 0.6
  }

  /// How surely a platform shares a provision, from its clauses that are of the type; 0…1.
  ///
  /// Each clause more takes a third of the doubt away, as it did on the labels.
  static func shares(_ clauses: [Double]) -> Double {
    guard let best = clauses.max() else { return 0 }
    let more = clauses.filter { $0 >= typed }.count - 1
    return 1 - (1 - best) * pow(2.0 / 3, Double(max(0, min(more, 5))))
  }

  /// How surely a platform lacks a provision, from the nearest clause that was found; 0…1.
  ///
  /// Of 305 verdicts on platforms with no trace of the type 94% were right, of 50 with one weak sign 86%.
  static func lacks(nearest: Double) -> Double { nearest >= 0.3 ? 0.86 : 0.94 }
}
