// An index file → nothing, or the error that says what is wrong with it.

internal import GRDB

/// The checks that a new index must pass before it takes the old one's place.
enum IndexCheck {
  static func run(on path: String, expecting report: IndexWriter.Report) throws {
    let queue = try DatabaseQueue(path: path)
    defer { try? queue.close() }
    try queue.writeWithoutTransaction { database in
      try integrity(of: database, path: path)
      for (table, expected) in [
        ("platform", report.platforms), ("document", report.documents), ("clause", report.clauses),
        ("left_out", report.leftOut),
      ] {
        let found = try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? -1
        guard found == expected else {
          throw IndexError.indexDamaged(
            path: path, reason: "\(found) rows in \(table) where \(expected) were written")
        }
      }
    }
  }

  /// SQLite's own check of the file, then FTS5's of its table against the clauses.
  ///
  /// - Throws: ``IndexError/indexDamaged(path:reason:)`` with the first finding.
  static func integrity(of database: Database, path: String) throws {
    let finding = try String.fetchOne(database, sql: "PRAGMA integrity_check(1)") ?? "no answer"
    guard finding == "ok" else { throw IndexError.indexDamaged(path: path, reason: finding) }
    do {
      try database.execute(
        sql: "INSERT INTO clause_fts (clause_fts, rank) VALUES ('integrity-check', 1)")
    } catch let error as DatabaseError {
      throw IndexError.indexDamaged(path: path, reason: "full-text table: \(error.message ?? "damaged")")
    }
  }
}
