// The rules that matched → how surely the clause is of the type.

/// Confidence from the rules that matched.
enum Confidence {
  /// From here on a clause is of the type.
  static let typed = 0.5

  /// The confidence that evidence of one type gives, 0…1.
  static func of(_ evidence: [Typing.Evidence], _ rules: [CompiledTypes.Rule]) -> Double {
    var strong: Set<Int> = []
    var likely: Set<Int> = []
    var isHeaded = false
    var onlyInTitle = true
    for item in evidence where item.excludedBy == nil {
      switch rules[item.rule].role {
      case .strong:
        strong.insert(item.rule)
        if !item.isTitle { onlyInTitle = false }
      case .likely:
        likely.insert(item.rule)
        if !item.isTitle { onlyInTitle = false }
      case .heading: isHeaded = true
      }
    }
    if !strong.isEmpty {
      let base = strong.count > 1 ? 0.97 : 0.93
      return onlyInTitle ? 0.8 : isHeaded ? base + 0.02 : base
    }
    if likely.count > 1 { return isHeaded ? 0.85 : 0.7 }
    if likely.count == 1 { return isHeaded ? 0.75 : 0.4 }
    return isHeaded ? 0.15 : 0
  }
}
