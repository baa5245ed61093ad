// Clause types → one table of all their patterns, ready for matching.

/// The patterns of all types of a catalogue, compiled.
struct CompiledTypes: Sendable {
  /// What a pattern tells of its type.
  enum Role: Int, Sendable {
    case strong, likely, heading
  }

  /// A condition of a pattern.
  struct Condition: Sendable {
    var place: Pattern.Place
    var isWanted: Bool
    var sequence: Int
  }

  /// A pattern of a type.
  struct Rule: Sendable {
    var type: Int
    var role: Role
    var sequence: Int
    var conditions: [Condition]
    var source: String

    /// Whether a condition is on the whole clause or on what stands above it.
    var looksElsewhere: Bool { conditions.contains { $0.place != .sentence } }
  }

  let catalogue: TypeCatalogue
  private(set) var table = PatternTable()
  private(set) var rules: [Rule] = []
  /// By group: the sequences that are anchored there, for text and for headings.
  private(set) var anchoredInText = FlatRows<Int32>()
  private(set) var anchoredInHeading = FlatRows<Int32>()
  /// By sequence: the rules that it belongs to, for text and for headings.
  private(set) var rulesInText = FlatRows<Int32>()
  private(set) var rulesInHeading = FlatRows<Int32>()
  /// By type: what makes a sentence no evidence.
  private(set) var excluded: [[Rule]] = []
  /// By type: the conditions of its severity.
  private(set) var severity: [[Rule]] = []
  /// By type: what must stand near a parameter; nil where anything may.
  private(set) var near: [[Rule?]] = []

  /// Compiles a catalogue whose patterns were checked when it was read.
  ///
  /// - Throws: `PatternError` for a pattern that can't be read.
  init(_ catalogue: TypeCatalogue) throws(PatternError) {
    self.catalogue = catalogue
    let reader = PatternReader(sets: catalogue.sets)
    for (number, type) in catalogue.types.enumerated() {
      for (role, sources) in [
        (Role.strong, type.rules.strong), (.likely, type.rules.likely), (.heading, type.rules.heading),
      ] {
        for source in sources { rules.append(try rule(source, number, role, reader)) }
      }
      var excluded: [Rule] = []
      for source in type.rules.exclude { excluded.append(try rule(source, number, .strong, reader)) }
      self.excluded.append(excluded)
      var conditions: [Rule] = []
      for condition in type.severity.conditions {
        conditions.append(try rule(condition.when, number, .strong, reader))
      }
      severity.append(conditions)
      var near: [Rule?] = []
      for parameter in type.parameters {
        near.append(parameter.near.isEmpty ? nil : try rule(parameter.near, number, .strong, reader))
      }
      self.near.append(near)
    }
    chooseAnchors()
  }

  private mutating func rule(
    _ source: String, _ type: Int, _ role: Role, _ reader: PatternReader
  ) throws(PatternError) -> Rule {
    let pattern = try reader.pattern(source)
    var conditions: [Condition] = []
    for condition in pattern.conditions {
      conditions.append(
        Condition(
          place: condition.place, isWanted: condition.isWanted, sequence: table.add(condition.sequence)))
    }
    return Rule(
      type: type, role: role, sequence: table.add(pattern.sequence), conditions: conditions, source: source)
  }

  /// Looks how often each group occurs in the model clauses, which are text of the kind that is matched.
  private mutating func chooseAnchors() {
    table.settle(occurrences: nil)
    var occurrences = [Int](repeating: 0, count: table.groupCount)
    var matcher = SentenceMatcher(table)
    for type in catalogue.types {
      for clause in type.modelClauses + type.nearMisses {
        let text = ClassifiedText(leadIn: clause.leadIn, text: clause.text)
        for sentence in SentenceReader.sentences(of: text, &matcher, names: []) {
          matcher.load(sentence.ids)
          for group in matcher.present { occurrences[Int(group)] += 1 }
        }
      }
    }
    table.settle(occurrences: occurrences)
    (anchoredInText, rulesInText) = anchored { $0 != .heading }
    (anchoredInHeading, rulesInHeading) = anchored { $0 == .heading }
  }

  private func anchored(_ isWanted: (Role) -> Bool) -> (FlatRows<Int32>, FlatRows<Int32>) {
    var byGroup = [[Int32]](repeating: [], count: table.groupCount)
    var bySequence = [[Int32]](repeating: [], count: table.elements.count)
    for (number, rule) in rules.enumerated() where isWanted(rule.role) {
      if bySequence[rule.sequence].isEmpty {
        byGroup[Int(table.anchor(of: rule.sequence))].append(Int32(rule.sequence))
      }
      bySequence[rule.sequence].append(Int32(number))
    }
    return (FlatRows(byGroup), FlatRows(bySequence))
  }
}
