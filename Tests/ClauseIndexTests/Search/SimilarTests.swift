import GRDB
import Testing

@testable import ClauseIndex

@Suite("similar")
struct SimilarTests {
  private let searcher: Searcher

  init() throws { searcher = try SampleIndex.searcher }

  @Test("a clause of the index, pasted with other names and one sentence less, finds that clause first")
  func nearCopies() throws {
    var chance = SeededGenerator(seed: 7)
    let ids = try searcher.read {
      try String.fetchAll($0, sql: "SELECT id FROM clause WHERE length(text) > 300 ORDER BY number")
    }
    for _ in 0..<25 {
      let record = try searcher.show(try #require(ids.randomElement(using: &chance)))
      let copy = record.text.replacing(record.platformName, with: "Fizzbang").split(separator: ". ")
        .dropLast()
        .joined(separator: ". ")
      guard copy.utf8.count > 200 else { continue }
      let match = try #require(try searcher.similar(toText: copy, limit: 1).matches.first)
      // The same wording may stand in another platform's terms.
      #expect(match.clause == record.id || match.text.count > copy.count / 2, "\(record.id)")
      #expect(match.score > 0.8, "\(record.id): \(match.score)")
    }
  }

  @Test(
    "a planted copy under another platform is the first match, nearly certain, with its shared passage marked"
  )
  func plantedCopy() throws {
    let text =
      "The keeper of a talking parrot answers for every order that the parrot places, unless the order was "
      + "placed while the keeper was on holiday and had told us so in writing."
    let others = (1...5).map { SmallDocument("Other\($0)", Prose.terms("Other\($0)")) }
    let small = try SmallIndex(
      others + [
        SmallDocument("Owner", "# Terms\n\n## Parrots\n\n\(text)\n"),
        SmallDocument(
          "Copier", "# Rules\n\n## Birds\n\n\(text.replacing("every order", with: "each order"))\n"),
      ]
    ).searcher()
    let id = try #require(try small.search(Query("parrot platform:owner")).hits.first).clause
    let match = try #require(try small.similar(to: id).matches.first)
    #expect(match.platform == "copier" && match.score > 0.95)
    let longest = try #require(match.shared.max { $0.words < $1.words })
    let bytes = Array(match.text.utf8)
    #expect(longest.words > 15)
    #expect(String(decoding: bytes[longest.start..<longest.end], as: UTF8.self).singleLine == longest.text)
  }

  @Test(
    "never gives the clause's own platform, nor one that is left out, and one clause a platform unless asked")
  func whatIsLeftOut() throws {
    let id = try #require(try searcher.search(Query("arbitration"), limit: 1).hits.first).clause
    let own = try searcher.show(id)
    let answer = try searcher.similar(to: id, limit: 50)
    #expect(answer.own == own.platform && !answer.matches.contains { $0.platform == own.platform })
    #expect(Set(answer.matches.map(\.platform)).count == answer.matches.count)
    let pasted = try searcher.similar(toText: own.text, limit: 3)
    #expect(pasted.matches.contains { $0.clause == id })
    let without = try searcher.similar(toText: own.text, leavingOut: own.platformName, limit: 50)
    #expect(!without.matches.contains { $0.platform == own.platform })
    let every = try searcher.similar(to: id, limit: 200, everyClause: true)
    #expect(Set(every.matches.map(\.platform)).count < every.matches.count)
    #expect(every.matches.allSatisfy { $0.platform != own.platform })
  }

  @Test("limit and lowest score are kept to, and every score lies in 0…1")
  func bounds() throws {
    let text = "We may suspend your account without notice if you break these rules."
    for (limit, least) in [(1, 0.0), (7, 0.3), (500, 0.0)] {
      let matches = try searcher.similar(toText: text, limit: limit, minScore: least).matches
      #expect(matches.count <= limit && matches.allSatisfy { $0.score >= least && $0.score <= 1 })
    }
    #expect(try searcher.similar(toText: text, limit: 0).matches.isEmpty)
    let none = try searcher.similar(toText: "Zwirbel quoxnorf blimblam.")
    #expect(none.matches.isEmpty && none.notes.contains { $0.contains("nothing close") })
  }

  @Test(
    "any passage gets an answer",
    arguments: [
      "", " ", "\0", "💥", "½", "…", "a", String(repeating: "word ", count: 20_000),
      String(repeating: "x", count: 100_000),
    ])
  func oddPassages(_ text: String) throws {
    let answer = try searcher.similar(toText: text)
    #expect(answer.matches.allSatisfy { $0.score.isFinite })
    let prevalence = try searcher.prevalence(ofText: text)
    #expect(prevalence.sharing + prevalence.lacking + prevalence.unknown == prevalence.total)
  }

  @Test("an unknown record id or platform is named")
  func unknown() {
    #expect(throws: IndexError.unknownID(id: "CL-0000000000", kind: "clause")) {
      try searcher.similar(to: "CL-0000000000")
    }
    #expect(throws: IndexError.self) {
      try searcher.similar(toText: "a passage", leavingOut: "nosuchplatform")
    }
  }
}
