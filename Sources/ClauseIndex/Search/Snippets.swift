// Rows that match → the parts of their texts that match best, marked by FTS5.

internal import GRDB

/// Excerpts of the texts of some clauses with the matching words between `**` marks.
struct Snippets {
  /// Words in an excerpt; FTS5 allows 64 at most.
  static let words = 40
  /// Mark before and after words that match.
  static let mark = "**"

  /// Rows that are looked up one by one; for more of them one pass over all matches is quicker.
  ///
  /// A prefix is gathered anew at each look-up: of 1,000 rows for `c*`, 4,500 ms by look-ups and 17 ms in one pass.
  private static let mostLookUps = 50

  private var byRow: [Int: String] = [:]

  init(rows: [Int], terms: [Query.Term], database: Database) throws {
    let expression = MatchExpression.anyOf(terms)
    guard !expression.isEmpty else { return }
    let column = Schema.searchedColumns.firstIndex(of: "text")!
    let select = """
      SELECT rowid, snippet(clause_fts, \(column), '\(Self.mark)', '\(Self.mark)', '…', \(Self.words))
      FROM clause_fts WHERE clause_fts MATCH ? AND
      """
    let lookUp = try database.cachedStatement(sql: select + " rowid = ?")
    // The plus keeps SQLite from looking up each row: all matches are passed once, snippets made of the wanted.
    let pass = try database.cachedStatement(sql: select + " +rowid IN (SELECT value FROM json_each(?))")
    func read(_ statement: Statement, _ argument: some DatabaseValueConvertible) throws {
      let found = try Row.fetchCursor(statement, arguments: [expression, argument])
      while let row = try found.next() {
        let text: String = try row.value(1)
        byRow[try row.value(0)] = text.singleLine
      }
    }
    if rows.count > Self.mostLookUps || terms.contains(where: \.isPrefix) {
      try read(pass, "[\(rows.map(String.init).joined(separator: ","))]")
    } else {
      for row in rows { try read(lookUp, row) }
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

extension Query.Term {
  fileprivate var isPrefix: Bool {
    if case .prefix = self { true } else { false }
  }
}

extension String {
  /// White space folded to single spaces.
  var singleLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
