// Why is a clause of a type? A clause or a passage → the rules that matched, with their words.

internal import GRDB

/// What decided on the types of a clause.
public struct WhyAnswer: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// Record id of the clause; nil for a pasted passage.
  public var clause: String?
  /// Platform, by name; nil for a pasted passage.
  public var platformName: String?
  /// Terms type of the document; nil for a pasted passage.
  public var termsType: String?
  /// Headings above the clause.
  public var heading: String
  /// Title of the clause.
  public var title: String
  /// Sentence that leads into the clause.
  public var leadIn: String
  /// Text of the clause.
  public var text: String
  /// The types that a rule of theirs speaks for, most confident first; those below the threshold as well.
  public var types: [TypeReason]

  enum CodingKeys: String, CodingKey {
    case schema, corpus, clause, heading, title, text, types
    case platformName = "platform_name"
    case termsType = "terms_type"
    case leadIn = "lead_in"
  }
}

/// Why a clause is of a type, or is not.
public struct TypeReason: Sendable, Codable {
  /// Type, by id.
  public var type: String
  /// Type, by name.
  public var name: String
  /// How surely the clause is of the type, 0…1; from 0.5 on it counts.
  public var confidence: Double
  /// Whether it counts.
  public var isTyped: Bool
  /// Severity of this clause; nil where it does not count.
  public var severity: Severity?
  /// Why this severity: the condition that fired, or the type's own reason.
  public var severityReason: String?
  /// The rules that matched.
  public var evidence: [RuleMatch]

  enum CodingKeys: String, CodingKey {
    case type, name, confidence, severity, evidence
    case isTyped = "is_typed"
    case severityReason = "severity_reason"
  }
}

/// A rule that matched.
public struct RuleMatch: Sendable, Codable {
  /// "strong", "likely" or "heading".
  public var role: String
  /// The rule's pattern.
  public var pattern: String
  /// "title", "heading" or "text".
  public var place: String
  /// The words that it matched.
  public var words: String
  /// The sentence that they stand in, with the lead-in before it.
  public var sentence: String
  /// The pattern that makes this sentence no evidence; nil where it counts.
  public var excludedBy: String?

  enum CodingKeys: String, CodingKey {
    case role, pattern, place, words, sentence
    case excludedBy = "excluded_by"
  }
}

extension Searcher {
  /// What decided on the types of a clause.
  ///
  /// - Throws: ``IndexError/unknownID(id:kind:)`` where there is no such clause.
  public func why(_ id: String) throws -> WhyAnswer {
    try read { database in
      guard let clause = try StoredClause.fetch(id: id, from: database) else {
        throw IndexError.unknownID(id: id, kind: "clause")
      }
      let document = documents[clause.document]
      let platform = platforms[platformOfDocument[clause.document]]
      return WhyAnswer(
        corpus: corpus.name, clause: clause.id, platformName: platform.name, termsType: document.termsType,
        heading: clause.heading, title: clause.title, leadIn: clause.leadIn, text: clause.text,
        types: try reasons(
          for: try ClassifiedText(clause, database), names: PlatformNames.words(of: platform), database))
    }
  }

  /// What decides on the types of a pasted passage.
  public func why(text: String) throws -> WhyAnswer {
    try read { database in
      WhyAnswer(
        corpus: corpus.name, clause: nil, platformName: nil, termsType: nil, heading: "", title: "",
        leadIn: "",
        text: text, types: try reasons(for: ClassifiedText(text: text), names: [], database))
    }
  }

  private func reasons(
    for text: ClassifiedText, names: Set<[UInt8]>, _ database: Database
  ) throws -> [TypeReason] {
    let catalogue = try catalogue(database)
    var classifier = Classifier(try compiledTypes(catalogue))
    let reading = classifier.read(text, names: names)
    return reading.typings.map { typing in
      let type = catalogue.types[typing.type]
      let isTyped = typing.confidence >= Confidence.typed
      let condition = typing.condition.map { type.severity.conditions[$0] }
      return TypeReason(
        type: type.id, name: type.name, confidence: typing.confidence, isTyped: isTyped,
        severity: isTyped ? condition?.level ?? type.severity.level : nil,
        severityReason: isTyped ? condition?.reason ?? type.severity.reason : nil,
        evidence: typing.evidence.map { $0.described(reading, text, classifier.types.rules) })
    }
  }

  func compiledTypes(_ catalogue: TypeCatalogue) throws -> CompiledTypes {
    try loadedTypes.value { try CompiledTypes.checked(catalogue) }
  }
}

extension RuleMatch {
  /// In one line: "strong `pattern` ← “words”".
  var line: String {
    "\(role) `\(pattern)` ← “\(words)”" + (excludedBy.map { " — excluded by `\($0)`" } ?? "")
  }
}

extension Typing.Evidence {
  /// The rule with its words, for people.
  func described(
    _ reading: Classifier.Reading, _ clause: ClassifiedText, _ rules: [CompiledTypes.Rule]
  ) -> RuleMatch {
    let rule = rules[self.rule]
    let sentence = (rule.role == .heading ? reading.headings : reading.sentences)[self.sentence]
    let place =
      switch sentence.places.first?.field {
      case .title: "title"
      case .heading: "heading"
      default: "text"
      }
    return RuleMatch(
      role: "\(rule.role)", pattern: rule.source, place: place, words: sentence.written(words, of: clause),
      sentence: sentence.written(0..<sentence.places.count, of: clause, whole: true), excludedBy: excludedBy)
  }
}

extension ClassifiedText {
  /// A stored clause, as the build saw it.
  init(_ clause: StoredClause, _ database: Database) throws {
    let before = try Row.fetchOne(
      database,
      sql: """
        SELECT title, heading FROM clause WHERE document = ? AND position < ? ORDER BY position DESC LIMIT 1
        """,
      arguments: [clause.document + 1, clause.position])
    self.init(
      title: clause.title, heading: clause.heading, leadIn: clause.leadIn, text: clause.text,
      after: try before.map { (title: try $0.value(0), heading: try $0.value(1)) })
  }
}
