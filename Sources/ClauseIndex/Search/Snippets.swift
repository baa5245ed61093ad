// Clauses that match → the parts of their texts that match best, marked.

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

  private init(byRow: [Int: String]) { self.byRow = byRow }

  /// Excerpts of clauses, by row, as FTS5 would mark them; it is asked only where it alone can tell.
  init(
    of clauses: [Int: StoredClause], terms: [Query.Term], vocabulary: Vocabulary, database: Database
  ) throws {
    if let snippets = PhraseSnippets(terms, vocabulary) {
      self.init(byRow: clauses.compactMapValues(snippets.snippet))
    } else {
      try self.init(rows: clauses.keys.sorted(), terms: terms, database: database)
    }
  }

  /// Excerpts by FTS5's `snippet()`.
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
  var singleLine: String {
    var text = self
    return text.withUTF8 { Self.singleLine($0) }
      ?? split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The same by bytes, which takes a tenth of the time; nil where other characters stand in the text than ASCII and the
  /// commonest marks of print, dashes, quotation marks, bullets and dots, none of which joins a space before it.
  private static func singleLine(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var line: [UInt8] = []
    line.reserveCapacity(bytes.count)
    var place = 0
    var isPending = false
    while place < bytes.count {
      let byte = bytes[place]
      if byte == 0x20 || byte &- 0x09 < 5 {
        isPending = !line.isEmpty
        place += 1
        continue
      }
      if isPending { line.append(0x20) }
      isPending = false
      if byte < 0x80 {
        line.append(byte)
        place += 1
        continue
      }
      guard byte == 0xE2, place + 2 < bytes.count, bytes[place + 1] == 0x80,
        [0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA2, 0xA6].contains(bytes[place + 2])
      else { return nil }
      line += bytes[place..<(place + 3)]
      place += 3
    }
    return String(decoding: line, as: UTF8.self)
  }
}
