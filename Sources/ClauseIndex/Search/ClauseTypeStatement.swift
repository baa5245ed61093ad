// What a record says of the types of its clause.

internal import GRDB

/// A type of a clause, with what it means.
public struct ClauseTypeStatement: Sendable, Codable {
  /// Type, by id.
  public var type: String
  /// Type, by name.
  public var name: String
  /// Category, by name.
  public var category: String
  /// How surely the clause is of the type, 0.5…1.
  public var confidence: Double
  /// Severity of this clause.
  public var severity: Severity
  /// The condition that set the severity; nil where it is the type's own.
  public var severityCondition: String?
  /// Why the severity is what it is.
  public var severityReason: String
  /// Why it matters, for a reader who answers for compliance.
  public var whyItMatters: String
  /// What it means, for a user of the platform.
  public var whatItMeansForYou: String
  /// Laws that deal with it.
  public var regulations: [RegulationStatement]
  /// What the clause states for the type's parameters: periods, sums, laws, places.
  public var parameters: [ParameterValue]
  /// Platforms that share the type.
  public var sharing: Int
  /// Platforms that have a document in which it could stand, or share it.
  public var able: Int

  enum CodingKeys: String, CodingKey {
    case type, name, category, confidence, severity, regulations, parameters, sharing, able
    case severityCondition = "severity_condition"
    case severityReason = "severity_reason"
    case whyItMatters = "why_it_matters"
    case whatItMeansForYou = "what_it_means_for_you"
  }
}

/// A law, as a record cites it.
public struct RegulationStatement: Sendable, Hashable, Codable {
  /// The law, by id.
  public var id: String
  /// Name of the law.
  public var name: String
  /// Article or section; empty for the law as a whole.
  public var article: String
  /// ISO 3166 code of the country or state, "EU", "International" or "common law".
  public var jurisdiction: String
}

/// Another clause of the same document that is serious for users.
public struct SeriousClause: Sendable, Codable {
  /// Record id.
  public var clause: String
  /// The number printed before it; nil where there is none.
  public var number: String?
  /// Title; empty where it has none.
  public var title: String
  /// Names of its types of the highest severity.
  public var types: [String]
  /// The highest severity of its types.
  public var severity: Severity
}

extension TypeCatalogue {
  /// The laws of a type, with their names.
  public func regulations(of type: ClauseType) -> [RegulationStatement] {
    type.regulations.map { reference in
      let law = regulation(reference.id)
      return RegulationStatement(
        id: reference.id, name: law?.name ?? reference.id, article: reference.article,
        jurisdiction: law?.jurisdiction ?? "")
    }
  }
}

extension Searcher {
  /// The types of a stored clause, most confident first.
  func typeStatements(ofRow row: Int, _ database: Database) throws -> [ClauseTypeStatement] {
    let typings = try StoredTyping.fetch(clause: row, from: database).filter {
      $0.confidence >= Confidence.typed
    }
    guard !typings.isEmpty else { return [] }
    let catalogue = try catalogue(database)
    let known = typings.filter { catalogue.types.indices.contains($0.type) }
    let grid = try typeGrid(catalogue, only: known.map(\.type), termsTypes: nil, database)
    return try known.enumerated().map { column, typing in
      let type = catalogue.types[typing.type]
      let conditions = type.severity.conditions
      let condition = typing.condition.flatMap { conditions.indices.contains($0) ? conditions[$0] : nil }
      let cells = grid.cells[column]
      return ClauseTypeStatement(
        type: type.id, name: type.name, category: catalogue.category(type.category)?.name ?? type.category,
        confidence: typing.confidence, severity: typing.severity, severityCondition: condition?.when,
        severityReason: condition?.reason ?? type.severity.reason, whyItMatters: type.whyItMatters,
        whatItMeansForYou: type.whatItMeansForYou, regulations: catalogue.regulations(of: type),
        parameters: try parameters(of: type, at: typing, database),
        sharing: cells.count { $0.verdict == .shares }, able: cells.count { $0.verdict != .unknown })
    }
  }

  private func parameters(
    of type: ClauseType, at typing: StoredTyping, _ database: Database
  ) throws -> [ParameterValue] {
    guard !type.parameters.isEmpty else { return [] }
    return try Row.fetchAll(
      database,
      sql: "SELECT parameter, value, number, text FROM parameter_value WHERE type = ? AND clause = ?",
      arguments: [typing.type + 1, typing.clause]
    ).compactMap { row in
      let id: String = try row.value(0)
      guard let rule = type.parameters.first(where: { $0.id == id }) else { return nil }
      return ParameterValue(
        parameter: id, kind: rule.kind, value: try row.value(1), number: try row.value(2),
        text: try row.value(3))
    }
  }

  /// The other clauses of a document that are serious for users: those of high severity, else of medium.
  func seriousClauses(besides clause: StoredClause, limit: Int, _ database: Database) throws
    -> [SeriousClause]
  {
    let catalogue = try catalogue(database)
    for level in [Severity.high, .medium] {
      let rows = try Row.fetchAll(
        database,
        sql: """
          SELECT c.id, c.printed_number, c.title, t.type FROM clause c JOIN typing t ON t.clause = c.number
          WHERE c.document = ? AND c.number <> ? AND t.severity = ? AND t.confidence >= ?
          ORDER BY c.position, t.confidence DESC
          """,
        arguments: [clause.document + 1, clause.row, level.rawValue, Confidence.typed])
      var found: [SeriousClause] = []
      for row in rows {
        let (id, type): (String, Int) = (try row.value(0), try row.value(3))
        guard catalogue.types.indices.contains(type - 1) else { continue }
        let name = catalogue.types[type - 1].name
        if let last = found.indices.last, found[last].clause == id {
          found[last].types.append(name)
        } else {
          found.append(
            SeriousClause(
              clause: id, number: try row.value(1), title: try row.value(2), types: [name], severity: level))
        }
      }
      if !found.isEmpty { return Array(found.prefix(limit)) }
    }
    return []
  }
}
