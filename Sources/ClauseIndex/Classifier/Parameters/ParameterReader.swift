// A sentence → the values of one kind that it states.

/// A value found in a sentence.
struct ParameterReading: Hashable {
  /// The value in one form; see ``ParameterValue/value``.
  var value: String
  /// See ``ParameterValue/number``.
  var number: Double?
  /// The words that state it.
  var words: Range<Int>
  /// Those words as written.
  var text: String

  /// The value of a parameter of a type.
  func value(of rule: ParameterRule) -> ParameterValue {
    ParameterValue(parameter: rule.id, kind: rule.kind, value: value, number: number, text: text)
  }
}

/// Reads parameters from sentences.
enum ParameterReader {
  /// The values of a kind that a sentence states, in the order of its words, each value once.
  static func values(of kind: ParameterRule.Kind, in sentence: String) -> [ParameterReading] {
    values(of: kind, in: ParameterText(sentence))
  }

  /// The values of a kind in a sentence that is read for several kinds.
  static func values(of kind: ParameterRule.Kind, in text: ParameterText) -> [ParameterReading] {
    let found =
      switch kind {
      case .duration: DurationReader.durations(in: text)
      case .amount: AmountReader.amounts(in: text)
      case .law: LawReader.laws(in: text)
      case .forum: ForumReader.forums(in: text)
      case .age: AgeReader.ages(in: text)
      case .provider: ProviderReader.providers(in: text)
      }
    guard found.count > 1 else { return found }
    var seen: Set<String> = []
    return found.sorted {
      ($0.words.lowerBound, $0.words.upperBound) < ($1.words.lowerBound, $1.words.upperBound)
    }
    .filter { seen.insert($0.value).inserted }
  }
}
