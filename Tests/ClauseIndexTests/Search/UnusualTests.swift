import Foundation
import Testing

@testable import ClauseIndex

@Suite("unusual")
struct UnusualTests {
  private static let arbitration =
    "Disputes about this agreement are settled by binding arbitration in Lyon and not in a court of law."
  private static let bees =
    "You must let our staff taste the honey of every beehive that you keep on the roof of your house."

  /// Thirty platforms with one clause in common; the first has a strange one, and a document of a kind of its own.
  private func index() throws -> SmallIndex {
    try SmallIndex(
      [
        SmallDocument("P0", "# Terms\n\n\(Self.arbitration)\n\n\(Self.bees)\n\nHoney is fine."),
        SmallDocument(
          "P0", "Beekeeping Rules",
          "# Rules\n\nEach queen shall be given a golden crown and a purple coat in May."),
      ] + (1..<30).map { SmallDocument("P\($0)", "# Terms\n\n\(Self.arbitration)") })
  }

  @Test("without the counts it says how to make them, and counting leaves nothing behind but them")
  func measuring() throws {
    let index = try index()
    let before = try index.searcher()
    #expect(throws: IndexError.notMeasured(path: index.path)) { try before.unusual("p0") }
    #expect(throws: IndexError.notMeasured(path: index.path)) { try before.mostCopied() }
    #expect(throws: IndexError.notMeasured(path: index.path)) { try before.evaluatePrevalence() }
    let report = try IndexWriter(path: index.path).measurePrevalence()
    #expect(report.clauses == before.corpus.clauses)
    #expect(report.unique + report.rare + report.shared + report.common == report.clauses)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: index.folder.path).sorted() == [
        "index.sqlite", "index.sqlite.lock",
      ])
    let after = try index.searcher()
    #expect(after.corpus == before.corpus)
    let agreement = try after.evaluatePrevalence(count: 100)
    #expect(agreement.rows.allSatisfy { $0.same == agreement.clauses && $0.greatestDifference == 0 })
    // The searcher that was open goes on answering from the file without counts.
    #expect(throws: IndexError.notMeasured(path: index.path)) { try before.unusual("p0") }
  }

  @Test(
    "the strange clause comes with its evidence; short ones and kinds of documents that few have are left out"
  )
  func rarest() throws {
    let index = try index()
    try IndexWriter(path: index.path).measurePrevalence()
    let searcher = try index.searcher()
    let answer = try searcher.unusual("P0")
    #expect(answer.platform == "p0" && answer.clauses == 3 && answer.untold == 1)
    let row = try #require(answer.rows.first)
    #expect(answer.rows.count == 1 && answer.unique == 1 && answer.rare == 0)
    #expect(row.excerpt == Self.bees && row.headline == "Unique · 0 of 30 platforms" && row.label == .unique)
    #expect(row.lacking == 29 && row.unknown == 0 && row.total == 30)
    if let nearest = row.nearest {
      #expect(nearest.platform != "p0" && nearest.score < Searcher.sameProvision)
    }
    #expect(try searcher.unusual().rows.map(\.clause) == [row.clause])
    #expect(try searcher.unusual("p1").rows.isEmpty)
    #expect(try searcher.unusual(termsTypes: ["Beekeeping Rules"]).rows.isEmpty)
    #expect(throws: IndexError.self) { try searcher.unusual("nobody") }
    let stored = try #require(try searcher.storedPrevalence(of: row.clause))
    #expect(stored.sharing == 0 && stored.headline == row.headline)
  }

  @Test("a wording is one row, with who has it and an example of the platform asked for")
  func copied() throws {
    let index = try index()
    try IndexWriter(path: index.path).measurePrevalence()
    let searcher = try index.searcher()
    let answer = try searcher.mostCopied(of: "p7")
    let row = try #require(answer.rows.first)
    #expect(answer.total == 1 && row.platforms == 30 && row.companies == 30 && row.clauses == 30)
    #expect(row.excerpt == Self.arbitration && row.sharedBy.count == 30)
    #expect(try searcher.show(row.clause).platform == "p7")
    #expect(try searcher.mostCopied(termsTypes: ["Beekeeping Rules"]).rows.isEmpty)
  }
}
