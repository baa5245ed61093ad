import ClauseIndex
import Testing

@testable import clause_bench

@Suite("clause-bench: what is asked")
struct QueryMakerTests {
  private let route: FullTextRoute
  private let searcher: Searcher

  init() throws {
    let path = try Clause.sample.index
    route = try FullTextRoute(path: path)
    searcher = try Searcher(path: path)
  }

  private func queries(_ kind: WordQuery.Kind, seed: UInt64) throws -> [WordQuery] {
    var maker = QueryMaker(seed: seed, clauses: searcher.corpus.clauses, text: route.text)
    return try maker.queries(kind, count: 60)
  }

  @Test("the same seed gives the same queries, another seed others", arguments: WordQuery.Kind.allCases)
  func seeds(_ kind: WordQuery.Kind) throws {
    let drawn = try queries(kind, seed: 7)
    #expect(drawn.count == 60)
    #expect(try queries(kind, seed: 7) == drawn)
    #expect(try queries(kind, seed: 8) != drawn)
  }

  @Test(
    "every query is read as it is meant, and ours and FTS5 find clauses by it",
    arguments: WordQuery.Kind.allCases
  )
  func matches(_ kind: WordQuery.Kind) throws {
    for query in try queries(kind, seed: 3) {
      let read = Query(query.text)
      let expected: [[Query.Term]] =
        switch kind {
        case .all: query.words.map { [.word($0)] }
        case .any: [query.words.map { .word($0) }]
        case .phrase: [[.phrase(query.words.joined(separator: " "))]]
        case .near: [[.near(query.words, within: WordQuery.Kind.distance)]]
        }
      #expect(read.required == expected && read.filters.isEmpty && read.notes.isEmpty, "\(query.text)")
      #expect(try !route.rows(matching: query.expression, limit: 1).isEmpty, "\(query.expression)")
      let answer = try searcher.search(read, limit: 1)
      #expect(!answer.hits.isEmpty && answer.notes.isEmpty, "\(query.text): \(answer.notes)")
    }
  }

  @Test("queries have one to four words, of each number some, and never stop words alone")
  func lengths() throws {
    let drawn = try queries(.all, seed: 5)
    #expect(Set(drawn.map(\.words.count)) == [1, 2, 3, 4])
    #expect(drawn.allSatisfy { query in !query.words.allSatisfy(["the", "of", "and", "you"].contains) })
  }

  @Test("clauses that are asked about are there and of the length of a provision")
  func rows() throws {
    var maker = QueryMaker(seed: 2, clauses: searcher.corpus.clauses, text: route.text)
    let rows = try maker.rows(count: 40)
    #expect(rows.count == 40)
    for row in rows {
      #expect(QueryMaker.passageWords.contains(QueryMaker.words(of: try route.text(ofRow: row)).count))
      #expect(try route.row(ofID: route.id(ofRow: row)) == row)
    }
  }

  @Test("an index without words to draw ends in an error, not in a search without end")
  func nothingToDraw() {
    var wordless = QueryMaker(seed: 1, clauses: 3) { _ in "§ — 条款" }
    #expect(throws: BenchError.self) { try wordless.queries(.all, count: 2) }
    var empty = QueryMaker(seed: 1, clauses: 0) { _ in "" }
    #expect(throws: BenchError.self) { try empty.rows(count: 1) }
  }

  @Test("the ranking that is measured is the one that search shows")
  func ranking() throws {
    for query in try queries(.all, seed: 11).prefix(20) {
      let ranked = try searcher.ranking(of: Query(query.text), limit: 20)
      let shown = try searcher.search(Query(query.text), limit: 20, everyHit: true).hits
      #expect(try ranked.map { try route.id(ofRow: $0.row) } == shown.map(\.clause), "\(query.text)")
    }
  }

  @Test("the weightiest words of a clause are its own, the heaviest first, and find it")
  func weightiestWords() throws {
    var maker = QueryMaker(seed: 4, clauses: searcher.corpus.clauses, text: route.text)
    for row in try maker.rows(count: 10) {
      let words = try searcher.weightiestWords(ofRow: row, atMost: 25)
      #expect((5...25).contains(words.count))
      #expect(words.map(\.weight) == words.map(\.weight).sorted(by: >))
      let expression = words.map { "\"\($0.word)\"" }.joined(separator: " AND ")
      #expect(try route.rows(matching: expression, limit: 1000).contains(row), "\(expression)")
    }
  }
}
