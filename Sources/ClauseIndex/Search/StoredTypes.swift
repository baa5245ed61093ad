// SQL rows → the clause types of an index and the clauses that are of them.

internal import Foundation
internal import GRDB

extension TypeCatalogue {
  /// The catalogue that an index was built with.
  init(_ database: Database) throws {
    let categories = try Row.fetchAll(database, sql: "SELECT id, name FROM category ORDER BY position")
    let regulations = try Row.fetchAll(
      database, sql: "SELECT id, name, jurisdiction FROM regulation ORDER BY id")
    let sets = try Row.fetchAll(database, sql: "SELECT name, words FROM word_set")
    let types = try String.fetchAll(database, sql: "SELECT definition FROM clause_type ORDER BY number")
    let decoder = JSONDecoder()
    self.init(
      categories: try categories.map { TypeCategory(id: try $0.value(0), name: try $0.value(1)) },
      types: try types.map { text in
        do { return try decoder.decode(ClauseType.self, from: Data(text.utf8)) } catch {
          throw DatabaseError.damage("the definition of a clause type")
        }
      },
      regulations: try regulations.map {
        Regulation(id: try $0.value(0), name: try $0.value(1), jurisdiction: try $0.value(2))
      },
      sets: Dictionary(
        try sets.map { (try $0.value(0) as String, try $0.value(1) as String) },
        uniquingKeysWith: { first, _ in first }))
  }
}

/// A clause's type as stored.
struct StoredTyping: Sendable {
  /// Index into the catalogue's types.
  var type: Int
  /// Row of the clause.
  var clause: Int
  var confidence: Double
  var severity: Severity
  /// Index of the severity condition that fired.
  var condition: Int?

  static let columns = "type, clause, confidence, severity, condition"

  init(_ row: Row) throws {
    let (type, level): (Int, String) = (try row.value(0), try row.value(3))
    self.type = type - 1
    clause = try row.value(1)
    confidence = try row.value(2)
    guard let severity = Severity(rawValue: level) else {
      throw DatabaseError.damage("the severity \(level)")
    }
    self.severity = severity
    condition = try row.value(4)
  }

  /// The typings of one type, from a confidence on, in order of the clauses.
  static func fetch(type: Int, least: Double, from database: Database) throws -> [StoredTyping] {
    try Row.fetchAll(
      database, sql: "SELECT \(columns) FROM typing WHERE type = ? AND confidence >= ?",
      arguments: [type + 1, least]
    ).map { try StoredTyping($0) }
  }

  /// The typings of one clause, most confident first.
  static func fetch(clause: Int, from database: Database) throws -> [StoredTyping] {
    try Row.fetchAll(
      database, sql: "SELECT \(columns) FROM typing WHERE clause = ? ORDER BY confidence DESC, type",
      arguments: [clause]
    ).map { try StoredTyping($0) }
  }

  /// All typings from a confidence on.
  static func fetchAll(least: Double, from database: Database) throws -> [StoredTyping] {
    try Row.fetchAll(
      database, sql: "SELECT \(columns) FROM typing WHERE confidence >= ?", arguments: [least]
    ).map { try StoredTyping($0) }
  }
}
