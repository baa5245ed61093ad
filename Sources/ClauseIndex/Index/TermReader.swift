// Terms → their postings, read from the index as they are needed.

internal import Foundation
internal import GRDB

/// Looks up terms in the index.
struct TermReader {
  let database: Database

  /// Calls `body` with the number of clauses and the encoded postings of a term; nothing where it is unknown.
  ///
  /// - Returns: whether the term is in the index.
  @discardableResult
  func withPostings(of term: String, _ body: (_ clauses: Int, _ bytes: UnsafeRawBufferPointer) -> Void) throws
    -> Bool
  {
    try withSkippablePostings(of: term) { clauses, bytes, _ in body(clauses, bytes) }
  }

  /// The same with the skips of ``PostingList/skips``.
  func withSkippablePostings(
    of term: String,
    _ body: (_ clauses: Int, _ bytes: UnsafeRawBufferPointer, _ skips: UnsafeRawBufferPointer) -> Void
  ) throws -> Bool {
    let statement = try database.cachedStatement(
      sql: "SELECT clauses, postings, skips FROM term WHERE term = ?")
    let rows = try Row.fetchCursor(statement, arguments: [term])
    guard let row = try rows.next() else { return false }
    let clauses: Int = try row.value(0)
    guard clauses > 0 else { throw DatabaseError.damage("the term \(term) in \(clauses) clauses") }
    // Copied, because in the page they may lie at any address.
    let skips = try row.withUnsafeData(atIndex: 2) { data in
      [UInt64](unsafeUninitializedCapacity: (data?.count ?? 0) / 8) { buffer, count in
        count = (data?.copyBytes(to: buffer) ?? 0) / 8
      }
    }
    try row.withUnsafeData(atIndex: 1) { data in
      data?.withUnsafeBytes { bytes in skips.withUnsafeBytes { body(clauses, bytes, $0) } }
    }
    return true
  }

  /// How many clauses hold a term; 0 where it is unknown.
  func clauses(with term: String) throws -> Int {
    let statement = try database.cachedStatement(sql: "SELECT clauses FROM term WHERE term = ?")
    return try Int.fetchOne(statement, arguments: [term]) ?? 0
  }

  /// The words that begin with a stump, as they are written in lower case, the most frequent first; of words
  /// that differ only in inflection one.
  func words(beginningWith stump: String) throws -> [String] {
    try String.fetchAll(
      database,
      sql: """
        SELECT word FROM word WHERE word >= ?1 AND word < ?1 || char(1114111)
        GROUP BY term HAVING occurrences = max(occurrences) ORDER BY occurrences DESC, word
        """,
      arguments: [stump.lowercased()])
  }

  /// Words near a misspelt one: same first letter, length within two, the most frequent of the nearest first.
  func suggestions(for word: String) throws -> [String] {
    let word = word.lowercased()
    guard let first = word.first, word.count >= 3 else { return [] }
    let words = try String.fetchAll(
      database,
      sql: """
        SELECT word FROM word WHERE word >= ?1 AND word < ?1 || char(1114111) AND occurrences >= 2
          AND length(word) BETWEEN ?2 AND ?3
        ORDER BY occurrences DESC, word
        """,
      arguments: [String(first), word.count - 2, word.count + 2])
    return Spelling.nearest(to: word, among: words)
  }
}
