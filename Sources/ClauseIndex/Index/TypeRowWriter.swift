// Clause types and typings → SQL.

internal import Foundation
internal import GRDB

/// Fills the tables of clause types.
enum TypeRowWriter {
  static func write(
    _ catalogue: TypeCatalogue, _ typings: [DocumentTypings], _ rows: [DocumentRows], to database: Database
  ) throws {
    for (position, category) in catalogue.categories.enumerated() {
      try database.execute(
        sql: "INSERT INTO category (id, name, position) VALUES (?, ?, ?)",
        arguments: [category.id, category.name, position])
    }
    for law in catalogue.regulations {
      try database.execute(
        sql: "INSERT INTO regulation (id, name, jurisdiction) VALUES (?, ?, ?)",
        arguments: [law.id, law.name, law.jurisdiction])
    }
    for (name, words) in catalogue.sets.sorted(by: { $0.key < $1.key }) {
      try database.execute(sql: "INSERT INTO word_set (name, words) VALUES (?, ?)", arguments: [name, words])
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for (number, type) in catalogue.types.enumerated() {
      try database.execute(
        sql: """
          INSERT INTO clause_type (number, id, name, category, severity, definition) VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          number + 1, type.id, type.name, type.category, type.severity.level.rawValue,
          String(decoding: try encoder.encode(type), as: UTF8.self),
        ])
    }
    try writeTypings(typings, rows, to: database)
  }

  /// Writes the typings in the order of their key, which is the fastest to insert.
  private static func writeTypings(
    _ typings: [DocumentTypings], _ rows: [DocumentRows], to database: Database
  ) throws {
    var all: [(type: Int, clause: Int, row: TypingRow)] = []
    var first = 1
    for (document, typing) in zip(rows, typings) {
      for row in typing.rows { all.append((row.type + 1, first + row.clause, row)) }
      first += document.clauses.count
    }
    all.sort { ($0.type, $0.clause) < ($1.type, $1.clause) }
    let insert = try database.makeStatement(
      sql: "INSERT INTO typing (type, clause, confidence, severity, condition) VALUES (?, ?, ?, ?, ?)")
    for (type, clause, row) in all {
      try insert.execute(arguments: [
        type, clause, row.confidence, row.severity.rawValue, row.condition,
      ])
    }
    let byClause = all.map { (clause: $0.clause, type: $0.type - 1, confidence: $0.row.confidence) }
      .sorted { ($0.clause, $0.type) < ($1.clause, $1.type) }
    let arrays = TypingArrays(byClause, clauses: first - 1)
    try RowWriter.writeArray("typing_start", "uint32", arrays.starts, to: database)
    try RowWriter.writeArray("typing_type", "uint16", arrays.types, to: database)
    try RowWriter.writeArray("typing_confidence", "uint8", arrays.confidences, to: database)
    let insertValue = try database.makeStatement(
      sql: """
        INSERT INTO parameter_value (type, clause, parameter, value, number, text) VALUES (?, ?, ?, ?, ?, ?)
        """)
    for (type, clause, row) in all {
      for value in row.parameters {
        try insertValue.execute(arguments: [
          type, clause, value.parameter, value.value, value.number, value.text,
        ])
      }
    }
  }
}
