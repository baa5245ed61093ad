// The clauses of an index → their distinct wordings, as stems.

internal import GRDB

/// The wordings of clauses: clauses with the same stems in the same order have one wording.
struct ClauseWordings {
  /// Stems of each wording, by rising number of words.
  var words: [[Int32]]
  /// The clauses of each wording, by row.
  var rows: [[Int]]
  let vocabulary: Vocabulary

  /// Reads the clauses that pass; texts without a word have no wording.
  init(_ database: Database, vocabulary: Vocabulary, passes: (_ row: Int) -> Bool) throws {
    var holders: [[Int32]: [Int]] = [:]
    let cursor = try Row.fetchCursor(database, sql: "SELECT number, text FROM clause ORDER BY number")
    while let row = try cursor.next() {
      let number: Int = try row.value(0)
      guard passes(number) else { continue }
      let terms = vocabulary.terms(of: try row.value(1))
      if !terms.isEmpty { holders[terms, default: []].append(number) }
    }
    let ordered = holders.sorted { ($0.key.count, $0.value[0]) < ($1.key.count, $1.value[0]) }
    words = ordered.map(\.key)
    rows = ordered.map(\.value)
    self.vocabulary = vocabulary
  }
}
