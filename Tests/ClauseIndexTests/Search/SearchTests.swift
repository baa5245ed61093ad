import GRDB
import Testing

@testable import ClauseIndex

@Suite("search")
struct SearchTests {
  private let searcher: Searcher

  init() throws { searcher = try SampleIndex.searcher }

  @Test(
    "an operator finds just the clauses that FTS5 finds for it",
    arguments: [
      ("\"class action\"", "\"class action\""),
      ("\"personal data\" -\"third parties\"", "(\"personal data\") NOT (\"third parties\")"),
      ("NEAR(data consent, 3)", "NEAR(data consent, 3)"), ("NEAR(claims court, 0)", "NEAR(claims court, 0)"),
      ("non-ref*", "\"non-ref\"*"),
      ("third-part*", "\"third-part\"*"),
      ("parrots OR geese OR bees", "parrots OR geese OR bees"),
      ("data -consent", "data NOT consent"), ("data -\"personal data\"", "data NOT \"personal data\""),
      ("data -cook*", "data NOT cook*"),
      ("refund fees -NEAR(refund fees, 2)", "(refund AND fees) NOT NEAR(refund fees, 2)"),
      ("court OR tribunal claims -arbitration", "((court OR tribunal) AND claims) NOT arbitration"),
      ("cookie OR \"similar technologies\" browser", "(cookie OR \"similar technologies\") AND browser"),
    ])
  func operators(_ query: String, _ expression: String) throws {
    let ids = try searcher.read {
      try String.fetchAll(
        $0,
        sql: "SELECT id FROM clause JOIN clause_fts ON clause_fts.rowid = number WHERE clause_fts MATCH ?",
        arguments: [expression])
    }
    let answer = try searcher.search(Query(query), limit: .max, everyHit: true)
    #expect(Set(answer.hits.map(\.clause)) == Set(ids))
    #expect(answer.total == ids.count)
    if !ids.isEmpty { #expect(answer.notes.isEmpty) }
  }

  @Test(
    "begin* finds every clause with a word that begins so", arguments: ["arbitrat", "c", "indemnif"])
  func prefixes(_ stump: String) throws {
    let ids = try searcher.read { database in
      try Row.fetchAll(
        database, sql: "SELECT id, title || ' ' || heading || ' ' || lead_in || ' ' || text FROM clause"
      )
      .filter { ($0[1] as String).normalizedWords.split(separator: " ").contains { $0.hasPrefix(stump) } }
      .map { $0[0] as String }
    }
    let hits = Set(try searcher.search(Query("\(stump)*"), limit: .max, everyHit: true).hits.map(\.clause))
    #expect(!ids.isEmpty && hits.isSuperset(of: ids), "\(Set(ids).subtracting(hits).prefix(3))")
    let without = Set(
      try searcher.search(Query("the -\(stump)*"), limit: .max, everyHit: true).hits.map(\.clause))
    #expect(without.isDisjoint(with: ids))
  }

  @Test("only what must not occur is given: everything else matches")
  func onlyExcluded() throws {
    let with = try searcher.search(Query("data"), limit: 1, everyHit: true).total
    #expect(
      try searcher.search(Query("-data"), limit: 1, everyHit: true).total == searcher.corpus.clauses - with)
  }

  @Test("inflections of a word are the same word")
  func inflections() throws {
    let totals = try ["arbitrate", "ARBITRATING", "arbitrated"].map { try searcher.search(Query($0)).total }
    #expect(Set(totals).count == 1 && totals[0] > 0)
  }

  @Test("the best clause of each platform comes first, with a count of the others; everyHit gives them all")
  func bestOfEachPlatform() throws {
    let best = try searcher.search(Query("arbitration"), limit: .max)
    #expect(Set(best.hits.map(\.platform)).count == best.hits.count)
    #expect(best.hits.count == best.platforms)
    #expect(best.hits.reduce(0) { $0 + 1 + $1.more } == best.total)
    let all = try searcher.search(Query("arbitration"), limit: .max, everyHit: true)
    #expect(all.hits.count == all.total && all.total == best.total && all.total > best.platforms)
    for hits in [best.hits, all.hits] { #expect(hits.map(\.score) == hits.map(\.score).sorted(by: >)) }
    for hit in best.hits {
      #expect(all.hits.first { $0.platform == hit.platform }?.clause == hit.clause, "\(hit.platform)")
    }
    #expect(
      try searcher.search(Query("arbitration"), limit: 3).hits.map(\.clause)
        == best.hits.prefix(3).map(\.clause))
  }

  @Test("the snippet marks the words that match and fits on a line")
  func snippets() throws {
    let hits = try searcher.search(Query("\"class action\""), limit: .max).hits
    #expect(hits.count > 10)
    for hit in hits {
      let text = try searcher.show(hit.clause).text.lowercased()
      let inText = text.contains("class action")
      #expect(hit.snippet.contains("**") == inText || !inText, "\(hit.snippet)")
      #expect(!hit.snippet.contains("\n"))
    }
  }

  @Test(
    "a filter gives the hits that have the property, and no others",
    arguments: [
      "platform:boskamott", "platform:Boskamott", "terms:\"Privacy Policy\"", "terms:privacy-policy",
      "sector:ai", "country:us,gb",
    ])
  func filters(_ filter: String) throws {
    let everything = try searcher.search(Query("data"), limit: .max, everyHit: true).hits
    let filtered = try searcher.search(Query("data \(filter)"), limit: .max, everyHit: true)
    let platforms = Dictionary(uniqueKeysWithValues: searcher.platforms.map { ($0.id, $0) })
    let expected = everything.filter { hit in
      switch filter.prefix(4) {
      case "plat": hit.platform == "boskamott"
      case "term": hit.termsType == "Privacy Policy"
      case "sect": platforms[hit.platform]?.sector == "ai"
      default: ["US", "GB"].contains(platforms[hit.platform]?.country)
      }
    }
    #expect(!expected.isEmpty && expected.count < everything.count)
    #expect(filtered.hits.map(\.clause) == expected.map(\.clause))
    #expect(filtered.notes.isEmpty)
  }

  @Test("changed: takes days, months and years, and leaves out documents without a date")
  func changed() throws {
    func text(_ name: String) -> String {
      "# Terms\n\nThe parrots of \(name) may speak in your name at any time.\n"
    }
    let searcher = try SmallIndex([
      SmallDocument("Old", text("Old"), changed: "2024-05-31"),
      SmallDocument("New", text("New"), changed: "2026-03-01"),
      SmallDocument("Newer", text("Newer"), changed: "2026-03-31"), SmallDocument("Undated", text("Undated")),
    ]).searcher()
    func found(_ filter: String) throws -> Set<String> {
      Set(try searcher.search(Query("parrots \(filter)")).hits.map(\.platform))
    }
    #expect(try found("") == ["old", "new", "newer", "undated"])
    #expect(try found("changed:>2026-03-01") == ["newer"])
    #expect(try found("changed:>=2026-03-01") == ["new", "newer"])
    #expect(try found("changed:<2026-03-31") == ["old", "new"])
    #expect(try found("changed:<=2026-03-31") == ["old", "new", "newer"])
    #expect(try found("changed:2026-03") == ["new", "newer"])
    #expect(try found("changed:2024") == ["old"])
    #expect(try found("changed:>2024") == ["new", "newer"])
    #expect(try found("changed:>2024-06 changed:<2026-03-31") == ["new"])
    let wrong = try searcher.search(Query("parrots changed:yesterday"))
    #expect(wrong.notes.contains { $0.contains("yesterday") && $0.contains("2026-01-01") })
  }

  @Test("a filter that names nothing says so, with the nearest name")
  func unknownFilterValue() throws {
    let answer = try searcher.search(Query("data platform:boskamot"))
    #expect(answer.hits.isEmpty)
    #expect(answer.notes.contains { $0.contains("boskamot") && $0.contains("boskamott") })
  }

  @Test("where no clause has all the words, those with most of them are given, and a note says so")
  func fallback() throws {
    let answer = try searcher.search(
      Query("arbitration class action waiver parrots"), limit: .max, everyHit: true)
    #expect(answer.total > 0)
    #expect(answer.notes.contains { $0.contains("no clause has all the words") })
    let none = try searcher.search(
      Query("arbitration class action waiver parrots -arbitration"), limit: .max, everyHit: true)
    let held = Set(try searcher.search(Query("arbitration"), limit: .max, everyHit: true).hits.map(\.clause))
    #expect(none.hits.allSatisfy { !held.contains($0.clause) }, "what is excluded stays out")
  }

  @Test("where only an excluded phrase's words occur, a fallback hit stays")
  func fallbackKeepsWordsOfPhrase() throws {
    let searcher = try SmallIndex([
      SmallDocument("Alpha", "# Terms\n\nEvery action of this class of parrots is recorded in the aviary.\n")
    ]).searcher()
    let answer = try searcher.search(Query("parrots recorded aviary unheardof -\"class action\""))
    #expect(answer.hits.map(\.platform) == ["alpha"])
  }

  @Test("a phrase that nobody writes word for word falls back on its words")
  func phraseFallback() throws {
    let answer = try searcher.search(Query("\"arbitration binding\""))
    #expect(!answer.hits.isEmpty)
    #expect(answer.notes.contains { $0.contains("word for word") })
  }

  @Test("a misspelt word is named, with words near it")
  func didYouMean() throws {
    let answer = try searcher.search(Query("arbitraton"))
    #expect(answer.hits.isEmpty)
    #expect(
      answer.notes.contains { $0.contains("arbitraton") && $0.contains("“arbitration”") }, "\(answer.notes)")
  }

  @Test("facets add up: clauses to the total, and no value has more platforms than there are")
  func facets() throws {
    for query in ["data", "arbitration -class", "cook* sector:ai"] {
      let answer = try searcher.search(Query(query), limit: 3, facets: true)
      let facets = try #require(answer.facets)
      for key in ["platform", "company", "sector", "terms"] {
        let own = facets.filter { $0.key == key }
        #expect(own.reduce(0) { $0 + $1.clauses } == answer.total, "\(key)")
        #expect(own.allSatisfy { $0.platforms <= $0.clauses && $0.platforms <= answer.platforms })
      }
      let platforms = facets.filter { $0.key == "platform" }
      #expect(platforms.count == answer.platforms && platforms.allSatisfy { $0.platforms == 1 })
    }
    #expect(try searcher.search(Query("data")).facets == nil)
  }

  @Test("a query of filters alone lists what they let through; an empty one says what to type")
  func noWords() throws {
    let filtered = try searcher.search(Query("platform:boskamott"), limit: .max, everyHit: true)
    #expect(filtered.total > 5 && filtered.hits.allSatisfy { $0.platform == "boskamott" })
    let empty = try searcher.search(Query("  "))
    #expect(empty.hits.isEmpty && empty.notes.contains { $0.contains("platform:") })
  }
}
