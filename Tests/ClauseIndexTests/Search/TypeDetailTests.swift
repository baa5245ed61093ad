import Foundation
import GRDB
import Testing

@testable import ClauseIndex

@Suite("Everything about a clause type")
struct TypeDetailTests {
  private let index: SmallIndex

  init() throws { index = try SmallTypes.index() }

  @Test("meaning, law and prevalence are told together and agree with the list")
  func whole() throws {
    let searcher = try index.searcher()
    let type = try searcher.showType("parrot-orders")
    #expect(type.name == "Orders by parrots" && type.categoryName == "Birds")
    #expect(type.not == "A mere mention of a parrot." && type.whyItMatters == "Parrots talk.")
    #expect(type.regulations.map(\.article) == ["s. 1", "s. 7"] && type.regulations[0].name == "Bird Act")
    #expect(type.related.map(\.type) == ["goose-feeding"] && type.related[0].sharing == 1)
    let listed = try #require(try searcher.types().types.first)
    #expect(
      type.sharing == listed.sharing && type.lacking == listed.lacking && type.unknown == listed.unknown)
    #expect(type.companies == listed.companies && type.clauses == listed.clauses)
    #expect(type.share == listed.share && type.headline == "Common · 3 of 6 platforms")
    #expect(type.platforms.map(\.platform).count == 6)
    #expect(
      type.platforms.filter { $0.verdict == .shares }.allSatisfy { $0.clause != nil && $0.clauses == 1 })
    #expect(type.platforms.first { $0.platform == "beta" }?.severity == .high)
  }

  @Test("its clauses are counted by severity, its platforms by sector")
  func counts() throws {
    let type = try index.searcher().showType("parrot-orders")
    #expect(type.severity.conditions.map(\.clauses) == [1])
    #expect(type.severities.map { [$0.clauses, $0.platforms] } == [[1, 1], [2, 2], [0, 0]])
    #expect(type.severities.map(\.severity) == [.high, .medium, .low])
    let sectors = type.sectors.map { "\($0.sector) \($0.sharing) \($0.lacking) \($0.unknown)" }
    #expect(sectors == ["social 2 0 0", "own 1 0 1", "ai 0 1 1"])
    #expect(type.sectors.reduce(0) { $0 + $1.sharing + $1.lacking + $1.unknown } == type.total)
  }

  @Test("clauses in like words make one wording, those of the most platforms first")
  func wordings() throws {
    let type = try index.searcher().showType("parrot-orders")
    #expect(type.wordings.map(\.platforms) == [2, 1])
    #expect(["alpha", "beta"].contains(type.wordings[0].platform) && type.wordings[1].platform == "epsilon")
    #expect(type.wordings[1].excerpt == "Nothing a **parrot utters at our counter makes a contract**.")
    #expect(type.wordings.reduce(0) { $0 + $1.clauses } == type.clauses)
  }

  @Test("a platform counts once for each value that it states, and numbers have a median and a range")
  func parameters() throws {
    #expect(try index.searcher().parameters(ofType: "parrot-orders").isEmpty, "nothing was read yet")
    let found = try index.searcher().prevalence(ofType: "parrot-orders").platforms.prefix(3)
    try DatabaseQueue(path: index.path).write { database in
      for row in found {
        let values: [(String, Double?)] =
          switch row.platform {
          case "alpha": [("30 days", 30), ("10 days", 10)]
          case "beta": [("30 days", 30)]
          default: [("at once", nil)]
          }
        for (value, number) in values {
          try database.execute(
            sql: """
              INSERT INTO parameter_value (type, clause, parameter, value, number, text)
              SELECT 1, number, 'return_period', ?, ?, 'as written' FROM clause WHERE id = ?
              """, arguments: [value, number, row.clause])
        }
      }
    }
    let searcher = try index.searcher()
    let period = try #require(try searcher.parameters(ofType: "parrot-orders").first)
    #expect(period.parameter == "return_period" && period.kind == .duration)
    #expect(period.platforms == 3 && period.clauses == 3)
    #expect(period.values.map(\.value) == ["30 days", "at once", "10 days"])
    #expect(period.values.map(\.platforms) == [2, 1, 1])
    #expect(period.median == 30 && period.least == 10 && period.greatest == 30)
    #expect(try searcher.showType("parrot-orders").parameters.map(\.platforms) == [3])
    #expect(try searcher.parameters(ofType: "parrot-orders", sector: "ai").isEmpty)
  }

  @Test("the answer as JSON is the same every time")
  func steady() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let first = try encoder.encode(try index.searcher().showType("parrot-orders"))
    for _ in 0..<3 { #expect(try encoder.encode(try index.searcher().showType("parrot-orders")) == first) }
    #expect(try encoder.encode(JSONDecoder().decode(TypeDetail.self, from: first)) == first)
  }

  @Test("an excerpt keeps its marks together and tells where words were left out")
  func excerpt() throws {
    let before = (1...60).map { "word\($0)" }.joined(separator: " ")
    let text = "We say \(before) that orders of your parrot are binding, \(before)."
    let searcher = try SmallIndex(
      [SmallDocument("Alpha", "# Terms\n\n\(text)\n")], types: SmallTypes.catalogue()
    ).searcher()
    let excerpt = try #require(try searcher.prevalence(ofType: "parrot-orders").platforms[0].excerpt)
    #expect(excerpt.contains("**orders of your parrot are binding**,"))
    #expect(excerpt.hasPrefix("… word") && excerpt.hasSuffix(" …"))
    #expect(excerpt.split(separator: " ").count <= TypeExcerpts.words + 2)
  }
}
