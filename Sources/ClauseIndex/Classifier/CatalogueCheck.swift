// A catalogue → the model clauses and near misses that its own patterns get wrong.

extension TypeCatalogue {
  /// A model clause that is not found, or a near miss that is.
  public struct Complaint: Sendable, Hashable, CustomStringConvertible {
    /// Type, by id.
    public var type: String
    /// Whether the clause is a model clause; else a near miss.
    public var isModel: Bool
    /// The clause's text.
    public var text: String
    /// Confidence that it got.
    public var confidence: Double
    /// What decided.
    public var because: [String]

    /// For a person.
    public var description: String {
      let what = isModel ? "model clause is not found" : "near miss is taken for the type"
      return "\(type): \(what) (\(confidence)): \(text)\(because.map { "\n    \($0)" }.joined())"
    }
  }

  /// The catalogue with some of its types alone; all of them where `ids` is empty.
  public func only(_ ids: [String]) -> TypeCatalogue {
    guard !ids.isEmpty else { return self }
    var copy = self
    copy.types = types.filter { ids.contains($0.id) }
    return copy
  }

  /// Classifies every model clause and near miss.
  public func complaints() throws -> [Complaint] {
    let compiled = try CompiledTypes.checked(self)
    var classifier = Classifier(compiled)
    var result: [Complaint] = []
    for (number, type) in types.enumerated() {
      for (clauses, isModel) in [(type.modelClauses, true), (type.nearMisses, false)] {
        for clause in clauses {
          let text = ClassifiedText(
            title: clause.heading, heading: clause.heading, leadIn: clause.leadIn, text: clause.text)
          let reading = classifier.read(text)
          let typing = reading.typings.first { $0.type == number }
          let confidence = typing?.confidence ?? 0
          guard (confidence >= Confidence.typed) != isModel else { continue }
          result.append(
            Complaint(
              type: type.id, isModel: isModel, text: clause.text, confidence: confidence,
              because: typing?.evidence.map { compiled.rules[$0.rule].source } ?? []))
        }
      }
    }
    return result
  }
}
