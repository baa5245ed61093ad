import Testing

@testable import ClauseIndex

@Suite("platforms, documents, stats")
struct ListingTests {
  private let searcher: Searcher

  init() throws { searcher = try SampleIndex.searcher }

  @Test("platforms and documents add up to what the index says of itself")
  func sums() throws {
    let platforms = try searcher.platformSummaries()
    let documents = try searcher.documentSummaries()
    #expect(platforms.count == searcher.corpus.platforms)
    #expect(documents.count == searcher.corpus.documents)
    #expect(platforms.reduce(0) { $0 + $1.clauses } == searcher.corpus.clauses)
    #expect(documents.reduce(0) { $0 + $1.clauses } == searcher.corpus.clauses)
    #expect(platforms.reduce(0) { $0 + $1.documents } == searcher.corpus.documents)
    let statistics = try searcher.statistics()
    #expect(statistics.termsTypes.reduce(0) { $0 + $1.clauses } == searcher.corpus.clauses)
    #expect(statistics.collections.reduce(0) { $0 + $1.documents } == searcher.corpus.documents)
    #expect(statistics.leftOut.values.reduce(0, +) == searcher.corpus.leftOut)
    #expect(try searcher.leftOutDocuments().count == searcher.corpus.leftOut)
  }

  @Test("a platform is found by id or name in any letter case; a misspelt one brings the nearest names")
  func names() throws {
    for name in ["boskamott", "Boskamott", "BOSKAMOTT"] {
      #expect(try searcher.platform(named: name).id == "boskamott")
    }
    let error = #expect(throws: IndexError.self) { try searcher.platform(named: "boskamot") }
    #expect(error?.description.contains("boskamott") == true)
  }

  @Test("a platform without documents is listed with none")
  func withoutDocuments() throws {
    let small = try SmallIndex([SmallDocument("Alpha", Prose.terms())], further: ["Silent"]).searcher()
    #expect(try small.platformSummaries().map(\.documents) == [1, 0])
    #expect(try small.platformSummaries([Filter(.terms, ["Terms of Service"])]).map(\.platform) == ["alpha"])
  }
}
