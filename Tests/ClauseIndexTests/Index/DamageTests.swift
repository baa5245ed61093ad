import Foundation
import GRDB
import Testing

@testable import ClauseIndex

@Suite("A damaged index")
struct DamageTests {
  private let small: SmallIndex
  private let bytes: [UInt8]

  init() throws {
    small = try SmallIndex(
      (1...6).map { number in
        SmallDocument(
          "Platform\(number)", number % 2 == 0 ? "Privacy Policy" : "Terms of Service",
          Prose.terms("No \(number)"))
      })
    bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: small.path)))
  }

  /// Asks everything of an index; returns what stopped it.
  private func ask(_ path: String) -> (any Error)? {
    do {
      let searcher = try Searcher(path: path)
      let answer = try searcher.search(
        Query("account OR chang* OR \"the terms\""), everyHit: true, facets: true)
      for hit in answer.hits.prefix(3) {
        _ = try searcher.show(hit.clause).citation(.plain)
        _ = try searcher.similar(to: hit.clause)
        _ = try searcher.prevalence(of: hit.clause)
      }
      _ = try searcher.search(Query("acount misspelt"))
      _ = try searcher.compare(searcher.platforms.prefix(4).map(\.id))
      _ = try searcher.platformSummaries()
      _ = try searcher.documentSummaries()
      _ = try searcher.leftOutDocuments()
      _ = try searcher.statistics()
      _ = try searcher.verify { _, documents in documents.map { _ in nil } }
      return nil
    } catch { return error }
  }

  private func expectNoSurprise(_ bytes: [UInt8], _ what: String) throws {
    let path = try small.folder.write(bytes, to: "damaged.sqlite")
    if let error = ask(path) { #expect(error is IndexError, "\(what): \(error)") }
  }

  @Test("answers or says what is wrong, whichever byte is changed", arguments: 0..<10)
  func changedBytes(_ round: Int) throws {
    var chance = SeededGenerator(seed: UInt64(100 + round))
    for _ in 0..<20 {
      var damaged = bytes
      let place = Int.random(in: 0..<bytes.count, using: &chance)
      damaged[place] ^= UInt8.random(in: 1...255, using: &chance)
      try expectNoSurprise(damaged, "byte \(place)")
    }
  }

  @Test("a platform or document that can't be read is told, whatever asks for it first")
  func unreadableDocument() throws {
    let path = try small.folder.write(bytes, to: "unreadable.sqlite")
    try DatabaseQueue(path: path).write { try $0.execute(sql: "UPDATE document SET versions = 'many'") }
    let questions: [(Searcher) throws -> Void] = [
      { _ = try $0.search(Query("account")) }, { _ = try $0.search(Query("platform:platform1")) },
      { _ = try $0.platform(named: "Platform1") }, { _ = try $0.platformSummaries() },
      { _ = try $0.documentSummaries() }, { _ = try $0.prevalence(ofText: "You may close your account.") },
    ]
    for (number, ask) in questions.enumerated() {
      let searcher = try Searcher(path: path)
      let error = #expect(throws: IndexError.self, "question \(number)") { try ask(searcher) }
      if case .indexDamaged = error { continue }
      Issue.record("question \(number): \(String(describing: error))")
    }
  }

  @Test("says so when whole pages are overwritten")
  func overwrittenPages() throws {
    for page in 0..<(bytes.count / 8192) {
      var damaged = bytes
      for place in (page * 8192)..<((page + 1) * 8192) { damaged[place] = 0xA5 }
      let path = try small.folder.write(damaged, to: "damaged.sqlite")
      if let error = ask(path) { #expect(error is IndexError, "page \(page): \(error)") }
      if page == 0 { #expect(ask(path) is IndexError) }
    }
  }

  @Test(
    "is refused when it is cut off, at any size",
    arguments: [0, 1, 15, 16, 99, 100, 512, 4096, 8191, 8192, 8193, 40_000])
  func cutOff(_ size: Int) throws {
    let path = try small.folder.write(Array(bytes.prefix(size)), to: "cut.sqlite")
    let error = ask(path)
    #expect(error is IndexError, "\(String(describing: error))")
    #expect((error as? IndexError)?.description.contains("clause build") == true, "says what to do")
  }

  @Test("is refused when the last page is missing")
  func lastPageMissing() throws {
    let path = try small.folder.write(Array(bytes.dropLast(8192)), to: "cut.sqlite")
    #expect(ask(path) is IndexError)
  }

  @Test("is refused when it is something else: a text, a folder, another SQLite file")
  func somethingElse() throws {
    let text = try small.folder.write("These are not the bytes of an index.\n", to: "text.sqlite")
    #expect(ask(text) is IndexError)
    #expect(ask(small.folder.path) is IndexError)
    let other = small.folder.path + "/other.sqlite"
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE meta (key, value)") }
    #expect((ask(other) as? IndexError)?.description.contains("no ClauseIndex file") == true)
    #expect(
      ask(small.folder.path + "/nothing.sqlite") as? IndexError
        == .indexNotFound(path: small.folder.path + "/nothing.sqlite"))
  }

  @Test(
    "is refused when values have another type than the schema says",
    arguments: [
      "UPDATE clause SET text = NULL", "UPDATE clause SET first_byte = 'x'",
      "UPDATE clause SET document = 99 WHERE number = 2",
      "UPDATE clause SET document = -9223372036854775808 WHERE number = 2", "UPDATE clause SET sha256 = 7",
      "UPDATE platform SET name = x'00ff'", "UPDATE document SET platform = 99",
      "UPDATE document SET words = 'many'",
      "UPDATE term SET postings = x'ffffffffffffffffffffffffff'", "UPDATE term SET postings = zeroblob(9)",
      "UPDATE term SET clauses = 'x'", "UPDATE term SET clauses = -5", "UPDATE clause_array SET data = x'00'",
      "UPDATE clause_array SET data = NULL", "DELETE FROM meta", "DELETE FROM platform",
      "DELETE FROM document",
      "DELETE FROM clause", "DELETE FROM term", "DROP TABLE term", "DROP TABLE left_out",
      "UPDATE collection SET documents = 'x'",
    ])
  func wrongValues(_ sql: String) throws {
    let path = try small.folder.write(bytes, to: "wrong.sqlite")
    try DatabaseQueue(path: path).writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA ignore_check_constraints = 1; PRAGMA writable_schema = 1")
      try database.execute(sql: "PRAGMA foreign_keys = 0")
      // NOT NULL would keep a damaged value out.
      try database.execute(sql: "UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', '')")
      try database.execute(sql: "PRAGMA writable_schema = RESET")
      try database.execute(sql: sql)
    }
    if let error = ask(path) { #expect(error is IndexError, "\(error)") }
  }

  @Test("an index of a newer version asks for an update, one of an older version for a rebuild")
  func schemaNumbers() throws {
    for (number, advice) in [(Schema.number + 1, "Update clause"), (Schema.number - 1, "clause build")] {
      let path = try small.folder.write(bytes, to: "schema.sqlite")
      try DatabaseQueue(path: path).write { try $0.execute(sql: "PRAGMA user_version = \(number)") }
      let error = #expect(throws: IndexError.self) { try Searcher(path: path) }
      #expect(error == .indexSchema(path: path, found: number, expected: Schema.number))
      #expect(error?.description.contains(advice) == true)
    }
  }
}
