// A clause that was typed → the parameters of its types that it states.

/// Finds the parameters of a type in a clause that is of it.
extension Classifier {
  /// The values that the clause states for the parameters of a type, each once.
  ///
  /// They are looked for in the sentences that decided on the type, and where these state none, in the others. A
  /// sentence counts only where what the parameter asks to stand near is in it.
  func parameters(of typing: Typing, in reading: Reading, _ clause: ClassifiedText) -> [ParameterValue] {
    let rules = types.catalogue.types[typing.type].parameters
    guard !rules.isEmpty else { return [] }
    let deciding = Set(
      typing.evidence.filter { $0.excludedBy == nil && types.rules[$0.rule].role != .heading }
        .map(\.sentence))
    var result: [ParameterValue] = []
    for (number, rule) in rules.enumerated() {
      let near = types.near[typing.type][number]
      var found = values(of: rule, near, in: deciding.sorted(), reading, clause)
      if found.isEmpty {
        let others = reading.sentences.indices.filter { !deciding.contains($0) }
        // A sum or a period of another sentence is this type's only if what must stand near it does.
        if near != nil || rule.kind == .law || rule.kind == .forum || rule.kind == .provider {
          found = values(of: rule, near, in: others, reading, clause)
        }
      }
      for value in found where !result.contains(where: { $0.isSame(as: value) }) { result.append(value) }
    }
    return result
  }

  private func values(
    of rule: ParameterRule, _ near: CompiledTypes.Rule?, in sentences: [Int], _ reading: Reading,
    _ clause: ClassifiedText
  ) -> [ParameterValue] {
    sentences.flatMap { number -> [ParameterValue] in
      let sentence = reading.sentences[number]
      if let near, !stands(near, in: sentence) { return [] }
      let text = sentence.written(0..<sentence.places.count, of: clause, whole: true)
      return ParameterReader.values(of: rule.kind, in: text).map { $0.value(of: rule) }
    }
  }
}

extension ParameterValue {
  fileprivate func isSame(as other: ParameterValue) -> Bool {
    parameter == other.parameter && value == other.value
  }
}
