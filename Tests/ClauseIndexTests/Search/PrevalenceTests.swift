import GRDB
import Testing

@testable import ClauseIndex

@Suite("prevalence")
struct PrevalenceTests {
  private let searcher: Searcher

  init() throws { searcher = try SampleIndex.searcher }

  /// What must hold of every answer.
  private func expectSound(_ answer: PrevalenceAnswer, _ what: String) {
    #expect(
      answer.sharing + answer.lacking + answer.unknown == answer.total - (answer.own == nil ? 0 : 1),
      "\(what)")
    #expect(answer.platforms.count == answer.total - (answer.own == nil ? 0 : 1), "\(what)")
    #expect(!answer.platforms.contains { $0.platform == answer.own }, "\(what)")
    for (verdict, count) in [
      (Verdict.shares, answer.sharing), (.lacks, answer.lacking), (.unknown, answer.unknown),
    ] {
      #expect(answer.platforms.count { $0.verdict == verdict } == count, "\(what)")
    }
    let sharing = answer.platforms.filter { $0.verdict == .shares }
    #expect(
      sharing.allSatisfy { $0.clause != nil && $0.score != nil },
      "\(what): evidence for every platform that shares")
    #expect(Set(sharing.map(\.company)).count == answer.companies, "\(what)")
    #expect(answer.companies <= answer.sharing, "\(what)")
    #expect(answer.label == PrevalenceLabel(sharing: answer.sharing, of: answer.total), "\(what)")
  }

  @Test("counts every other platform once, the clause's own never, for twenty clauses")
  func sums() throws {
    var chance = SeededGenerator(seed: 8)
    let ids = try searcher.read { try String.fetchAll($0, sql: "SELECT id FROM clause ORDER BY number") }
    for _ in 0..<20 {
      let id = ids.randomElement(using: &chance)!
      let answer = try searcher.prevalence(of: id)
      expectSound(answer, id)
      #expect(answer.own == (try searcher.show(id).platform))
      #expect(answer.clause == id)
    }
    for text in ["You may not scrape the service.", "We sell honey to bees.", "a"] {
      expectSound(try searcher.prevalence(ofText: text), text)
      let left = try searcher.prevalence(ofText: text, leavingOut: "boskamott")
      expectSound(left, text)
      #expect(left.own == "boskamott")
    }
    for query in ["arbitration", "\"class action\" terms:\"Privacy Policy\"", "quoxnorf", ""] {
      expectSound(try searcher.prevalence(of: Query(query)), query)
      expectSound(try searcher.prevalence(of: Query(query), leavingOut: "boskamott"), query)
    }
  }

  @Test("a higher score from which clauses count never makes more platforms share")
  func monotonous() throws {
    let text = "All disputes shall be settled by binding arbitration and not in a court of law."
    let sharing = try [0, 0.3, 0.5, 0.7, 0.9, 1].map {
      try searcher.prevalence(ofText: text, minScore: $0).sharing
    }
    #expect(sharing == sharing.sorted(by: >) && sharing[0] > sharing[5])
  }

  @Test(
    "a provision that the sample states to be in one platform only is Unique",
    arguments: ["goose-crossing-delay", "orbital-seed-deposit", "robot-dream-archive"])
  func ofOnePlatform(_ kind: String) throws {
    #expect(TruthLine.platforms(of: kind).count == 1)
    let answer = try searcher.prevalence(of: try clause(of: kind))
    #expect(answer.sharing == 0 && answer.label == .unique, "\(answer.headline)")
  }

  @Test(
    "a provision of two or five platforms is Unique or Rare: four of 325 at most are wrongly said to share it",
    arguments: [
      "animal-voice-orders", "drone-garden-airspace", "annual-quiet-day", "hive-levy",
      "sealed-letter-to-the-future",
    ])
  func ofFewPlatforms(_ kind: String) throws {
    let holders = TruthLine.platforms(of: kind)
    #expect([2, 5].contains(holders.count))
    let answer = try searcher.prevalence(of: try clause(of: kind))
    let sharing = Set(answer.platforms.filter { $0.verdict == .shares }.map(\.platform))
    #expect(sharing.subtracting(holders).count <= 4, "\(sharing.subtracting(holders))")
    #expect([.unique, .rare].contains(answer.label))
    // Not all other wordings are found to be the same, but the evidence comes early: in the first fifteen of 324 rows.
    // The two wordings about drones share hardly a word.
    guard kind != "drone-garden-airspace" else { return }
    let nearest = answer.platforms.sorted { ($0.score ?? 0) > ($1.score ?? 0) }.prefix(15).map(\.platform)
    #expect(!holders.isDisjoint(with: nearest), "\(nearest)")
  }

  /// The clause of a rare kind, by a word that only such clauses have, at a platform that has the kind.
  private func clause(of kind: String) throws -> String {
    let words = [
      "goose-crossing-delay": "geese", "orbital-seed-deposit": "\"one plant seed\" OR satellite",
      "robot-dream-archive": "\"dream archive\"", "animal-voice-orders": "mynah OR parrot",
      "drone-garden-airspace": "drone OR drones OR aircraft", "annual-quiet-day": "silent OR quiet",
      "hive-levy": "bees OR hive", "sealed-letter-to-the-future": "sealed OR letter",
    ]
    let holders = TruthLine.platforms(of: kind).sorted().joined(separator: ",")
    let query = Query("\(words[kind] ?? kind) platform:\(holders)")
    return try #require(try searcher.search(query, limit: 1).hits.first).clause
  }

  @Test("a platform without a document in which the provision could stand is unknown, not lacking")
  func unknownWithoutDocument() throws {
    let parrots =
      "# Terms\n\n## Parrots\n\nOrders that a parrot places by voice are not binding on its keeper at any time.\n"
    let searcher = try SmallIndex(
      [
        SmallDocument("Alpha", "Terms of Service", parrots),
        SmallDocument("Beta", "Terms of Service", Prose.terms("Beta")),
        SmallDocument("Gamma", "Privacy Policy", Prose.terms("Gamma")),
      ], further: ["Silent"]
    ).searcher()
    let id = try #require(try searcher.search(Query("parrot")).hits.first).clause
    let answer = try searcher.prevalence(of: id)
    expectSound(answer, "small")
    let verdicts = Dictionary(uniqueKeysWithValues: answer.platforms.map { ($0.platform, $0.verdict) })
    #expect(verdicts == ["beta": .lacks, "gamma": .unknown, "silent": .unknown])
    #expect(answer.termsTypes == ["Terms of Service"])
    // The filter of a query narrows the documents in which it could stand.
    let query = try searcher.prevalence(of: Query("parrot terms:\"Terms of Service\""))
    #expect(
      Dictionary(uniqueKeysWithValues: query.platforms.map { ($0.platform, $0.verdict) })["gamma"] == .unknown
    )
  }

  @Test("the four labels begin where they are documented to begin")
  func labels() {
    let total = 325
    let expected: [(Int, PrevalenceLabel)] = [
      (0, .unique), (1, .rare), (16, .rare), (17, .shared), (162, .shared), (163, .common), (324, .common),
    ]
    for (sharing, label) in expected {
      #expect(PrevalenceLabel(sharing: sharing, of: total) == label, "\(sharing)")
    }
  }

  @Test("a query's prevalence counts the platforms that search finds")
  func queryAgreesWithSearch() throws {
    for text in ["arbitration", "\"class action\"", "cook* OR tracker", "data sector:ai"] {
      let answer = try searcher.prevalence(of: Query(text))
      #expect(answer.sharing == (try searcher.search(Query(text)).platforms), "\(text)")
    }
  }
}
