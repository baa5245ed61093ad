// What is asked → the plain way to an answer: FTS5 alone, by the SQL that one would write without this library.

internal import Foundation
internal import GRDB

/// A read-only connection of its own to the index file.
struct FullTextRoute {
  /// Weights of title, heading, lead-in and text: those of `search`.
  private static let weights = "bm25(4.0, 2.0, 1.0, 1.0)"

  private let queue: DatabaseQueue

  init(path: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    // As a Searcher opens it.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA mmap_size = 1073741824") }
    queue = try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Calls `body` with the database.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value { try queue.read(body) }

  /// The best rows.
  func rows(matching expression: String, limit: Int) throws -> [Int] {
    try queue.read { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT rowid FROM clause_fts WHERE clause_fts MATCH ? AND rank MATCH '\(Self.weights)'
          ORDER BY rank LIMIT ?
          """)
      return try Int.fetchAll(statement, arguments: [expression, limit])
    }
  }

  /// The best clauses with title, heading and snippet.
  func answers(matching expression: String, limit: Int) throws -> Int {
    try queue.read { database in
      let statement = try database.cachedStatement(
        sql: """
          SELECT rowid, title, heading, snippet(clause_fts, 3, '**', '**', '…', 40)
          FROM clause_fts WHERE clause_fts MATCH ? AND rank MATCH '\(Self.weights)'
          ORDER BY rank LIMIT ?
          """)
      return try Row.fetchAll(statement, arguments: [expression, limit]).count
    }
  }

  /// The text of a clause, without title and lead-in.
  func text(ofRow row: Int) throws -> String {
    try queue.read { database in
      try String.fetchOne(database, sql: "SELECT text FROM clause WHERE number = ?", arguments: [row]) ?? ""
    }
  }

  /// The record id of a clause.
  func id(ofRow row: Int) throws -> String {
    try queue.read { database in
      try String.fetchOne(database, sql: "SELECT id FROM clause WHERE number = ?", arguments: [row]) ?? ""
    }
  }

  /// The row of a record id.
  func row(ofID id: String) throws -> Int? {
    try queue.read { try Int.fetchOne($0, sql: "SELECT number FROM clause WHERE id = ?", arguments: [id]) }
  }

  func close() throws { try queue.close() }
}
