// Rows that match → the parts of their texts that match best, marked by FTS5.

internal import GRDB

/// Excerpts of the texts of some clauses with the matching words between `**` marks.
struct Snippets {
  /// Words in an excerpt; FTS5 allows 64 at most.
  static let words = 40
  /// Mark before and after words that match.
  static let mark = "**"

  private var byRow: [Int: String] = [:]

  init(rows: [Int], terms: [Query.Term], database: Database) throws {
    let expression = MatchExpression.anyOf(terms)
    guard !expression.isEmpty else { return }
    let column = Schema.searchedColumns.firstIndex(of: "text")!
    let statement = try database.cachedStatement(
      sql: """
        SELECT snippet(clause_fts, \(column), '\(Self.mark)', '\(Self.mark)', '…', \(Self.words))
        FROM clause_fts WHERE clause_fts MATCH ? AND rowid = ?
        """)
    for row in rows {
      byRow[row] = try String.fetchOne(statement, arguments: [expression, row])?.singleLine
    }
  }

  /// The excerpt of a clause; nil where none of the terms occurs in it.
  func of(_ row: Int) -> String? { byRow[row] }

  /// The first words of a text.
  static func beginning(of text: String, words: Int = Snippets.words) -> String {
    let parts = text.split(whereSeparator: \.isWhitespace)
    return parts.count <= words
      ? parts.joined(separator: " ") : parts.prefix(words).joined(separator: " ") + " …"
  }
}

extension String {
  /// White space folded to single spaces.
  var singleLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
