import Foundation
import Testing

@testable import ClauseIndex

@Suite("One searcher, many threads")
struct ConcurrencyTests {
  @Test("eight threads get the answers that one gets")
  func sameAnswers() throws {
    let searcher = try SampleIndex.searcher
    let passages = [
      "You may not use automated means to collect data from the service.",
      "We keep your personal data for as long as your account is open.",
      "Disputes are settled by binding arbitration, not in court.",
    ]
    @Sendable func ask(_ number: Int) throws -> [String] {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      func json(_ value: some Encodable) throws -> String {
        String(decoding: try encoder.encode(value), as: UTF8.self)
      }
      let hits = try searcher.search(
        Query(["data", "\"class action\"", "arbitrat* OR court"][number % 3]), facets: true)
      let first = try #require(hits.hits.first).clause
      return [
        try json(hits), try json(searcher.show(first)),
        try json(searcher.similar(toText: passages[number % 3])),
        try json(searcher.prevalence(ofText: passages[number % 3])),
      ]
    }
    let alone = try (0..<3).map { try ask($0) }
    let answers = Answers()
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for number in 0..<3 { answers.add(number, Result { try ask(number + thread) }, (number + thread) % 3) }
    }
    for (question, answer) in answers.all { #expect(try answer.get() == alone[question]) }
    #expect(answers.all.count == 24)
  }

  @Test("another index in the place of the one that is open is noticed, and never read beside it")
  func replacedIndex() throws {
    func index(_ word: String) throws -> SmallIndex {
      try SmallIndex([
        SmallDocument("Hive", "# Terms\n\nYou must not feed the \(word) after dark in our garden.")
      ])
    }
    let (old, new) = (try index("hedgehogs"), try index("badgers"))
    let searcher = try old.searcher()
    try FileManager.default.removeItem(atPath: old.path)
    try FileManager.default.copyItem(atPath: new.path, toPath: old.path)
    // The connection that is open reads on.
    #expect(try searcher.search(Query("hedgehogs")).total == 1)
    #expect(try searcher.search(Query("badgers")).total == 0)
    // A second one, for a question that is asked meanwhile, would read the other file.
    try searcher.read { _ -> Void in
      #expect(throws: IndexError.indexReplaced(path: old.path)) { try searcher.search(Query("hedgehogs")) }
    }
    #expect(try old.searcher().search(Query("badgers")).total == 1)
  }

  private final class Answers: @unchecked Sendable {
    // Unchecked: every access is under the lock.
    private let lock = NSLock()
    private var answers: [(Int, Result<[String], any Error>)] = []

    func add(_ number: Int, _ answer: Result<[String], any Error>, _ question: Int) {
      lock.withLock { answers.append((question, answer)) }
    }

    var all: [(Int, Result<[String], any Error>)] { lock.withLock { answers } }
  }
}
