// An index and its queries → files from which other search engines can be asked the same.

internal import ClauseIndex
internal import Foundation
internal import GRDB

/// One clause, with the fields that are searched.
private struct ExportedClause: Encodable {
  var row: Int
  var title: String
  var heading: String
  /// Lead-in and text.
  var text: String
  /// Stems of title, heading and text, a space between them.
  var stems: String
}

/// One query with what this library and FTS5 answer.
private struct ExportedQuery: Encodable {
  /// What is done with the words: all, any, phrase, near; similar.
  var kind: String
  var words: [String]
  var stems: [String]
  /// Of `similar`: how much each word counts.
  var weights: [Double]?
  /// Of `similar`: row of the clause that is asked about.
  var row: Int?
  /// Best rows, best first: of a query the best 20, of `similar` the closest 50.
  var ours: [Int]
  var fts5: [Int]
}

extension Workloads {
  /// Writes `clauses.jsonl` and `queries.jsonl` into a folder, which is made where it is missing.
  func export(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let stemmer = try Stemmer()
    let clauses = try LineFile(path: folder + "/clauses.jsonl")
    try fullText.read { database in
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT number, title, heading, lead_in || char(10) || text FROM clause ORDER BY number")
      while let row = try rows.next() {
        let (title, heading, text): (String, String, String) = (row[1], row[2], row[3])
        try clauses.write(
          ExportedClause(
            row: row[0], title: title, heading: heading, text: text,
            stems: stemmer.stems(of: "\(title)\n\(heading)\n\(text)").joined(separator: " ")))
      }
    }
    try clauses.close()
    let queries = try LineFile(path: folder + "/queries.jsonl")
    for kind in WordQuery.Kind.allCases {
      for query in try self.queries(kind) { try queries.write(exported(query, stemmer)) }
    }
    for row in try rows() { try queries.write(exportedSimilar(row, stemmer)) }
    try queries.close()
  }

  private func exported(_ query: WordQuery, _ stemmer: Stemmer) throws -> ExportedQuery {
    ExportedQuery(
      kind: query.kind.rawValue, words: query.words, stems: query.words.flatMap(stemmer.stems),
      ours: try searcher.ranking(of: Query(query.text), limit: Self.hits).map(\.row),
      fts5: try fullText.rows(matching: query.expression, limit: Self.hits))
  }

  private func exportedSimilar(_ row: Int, _ stemmer: Stemmer) throws -> ExportedQuery {
    let words = try searcher.weightiestWords(ofRow: row, atMost: Self.similarWords)
    let closest = try searcher.similar(
      to: try fullText.id(ofRow: row), limit: Self.similarHits, minScore: 0, everyClause: true)
    return ExportedQuery(
      kind: "similar", words: words.map(\.word), stems: words.flatMap { stemmer.stems(of: $0.word) },
      weights: words.map(\.weight), row: row,
      ours: try closest.matches.compactMap { try fullText.row(ofID: $0.clause) },
      fts5: try fullText.rows(matching: try anyWord(ofRow: row), limit: Self.similarHits))
  }
}

/// A file of JSON values, one a line.
private final class LineFile {
  private let file: FileHandle
  private var pending = Data()
  private let encoder = JSONEncoder()

  init(path: String) throws {
    try Data().write(to: URL(fileURLWithPath: path))
    file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  }

  func write(_ value: some Encodable) throws {
    pending += try encoder.encode(value) + Data("\n".utf8)
    if pending.count > 1 << 20 { try flush() }
  }

  func close() throws {
    try flush()
    try file.close()
  }

  private func flush() throws {
    try file.write(contentsOf: pending)
    pending.removeAll(keepingCapacity: true)
  }
}
