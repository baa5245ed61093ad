// An index file → its size and how much of it each table takes.

internal import Foundation
internal import GRDB

/// Sizes of an index file.
struct IndexParts: Codable {
  /// Bytes of the file.
  var bytes: Int
  /// Clauses in it.
  var clauses: Int
  /// "pages" where SQLite tells the pages of each table and index (`dbstat`), "values" where the bytes of the values
  /// are added up, which leaves out what holds them together.
  var measuredBy: String
  /// Bytes by table or index.
  var parts: [String: Int]

  init(path: String, clauses: Int, _ database: Database) throws {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    bytes = (attributes[.size] as? NSNumber)?.intValue ?? 0
    self.clauses = clauses
    if let pages = try? Row.fetchAll(database, sql: "SELECT name, sum(pgsize) FROM dbstat GROUP BY name") {
      measuredBy = "pages"
      parts = Dictionary(pages.map { ($0[0] as String, $0[1] as Int) }, uniquingKeysWith: +)
    } else {
      measuredBy = "values"
      parts = try Self.bytesOfValues(database)
    }
  }

  private static func bytesOfValues(_ database: Database) throws -> [String: Int] {
    let tables = try String.fetchAll(
      database, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    var parts: [String: Int] = [:]
    for table in tables {
      let columns = try String.fetchAll(
        database, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
      let lengths = columns.map { "ifnull(length(CAST(\"\($0)\" AS BLOB)), 0)" }.joined(separator: " + ")
      parts[table] = try Int.fetchOne(database, sql: "SELECT ifnull(sum(\(lengths)), 0) FROM \"\(table)\"")
    }
    return parts
  }
}
