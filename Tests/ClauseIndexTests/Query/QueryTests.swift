import Testing

@testable import ClauseIndex

@Suite("Query")
struct QueryTests {
  @Test(
    "operators are read as they are documented",
    arguments: [
      ("arbitration", [[.word("arbitration")]], []),
      ("class action", [[.word("class")], [.word("action")]], []),
      ("class AND action", [[.word("class")], [.word("action")]], []),
      ("\"class action\"", [[.phrase("class action")]], []),
      ("\"arbitration\"", [[.word("arbitration")]], []),
      ("waive -arbitration", [[.word("waive")]], [.word("arbitration")]),
      ("-\"class action\" waive", [[.word("waive")]], [.phrase("class action")]),
      ("clone OR deepfake", [[.word("clone"), .word("deepfake")]], []),
      ("clone | deepfake", [[.word("clone"), .word("deepfake")]], []),
      ("a OR b OR c d", [[.word("a"), .word("b"), .word("c")], [.word("d")]], []),
      ("clon*", [[.prefix("clon")]], []),
      ("waive -clon*", [[.word("waive")]], [.prefix("clon")]),
      ("NEAR(voice consent, 5)", [[.near(["voice", "consent"], within: 5)]], []),
      ("NEAR(voice consent)", [[.near(["voice", "consent"], within: 10)]], []),
      ("NEAR(voice consent, 0)", [[.near(["voice", "consent"], within: 0)]], []),
      ("NEAR(a b c, 99999)", [[.near(["a", "b", "c"], within: 1000)]], []),
      ("NEAR(\"voice\" consent,3) x", [[.near(["voice", "consent"], within: 3)], [.word("x")]], []),
      ("waive -NEAR(voice consent, 5)", [[.word("waive")]], [.near(["voice", "consent"], within: 5)]),
      ("(clone) deepfake", [[.word("clone")], [.word("deepfake")]], []),
      ("non-refundable", [[.word("non-refundable")]], []),
      ("§ 17(a)", [[.word("17")], [.word("a")]], []),
      ("https://example.org", [[.word("https://example.org")]], []),
      ("note: this", [[.word("note:")], [.word("this")]], []),
      ("or and not near", [[.word("or")], [.word("and")], [.word("not")], [.word("near")]], []),
      ("", [], []), ("   ", [], []), ("* - \" \" () OR", [], []), ("OR clone", [[.word("clone")]], []),
      ("clone OR", [[.word("clone")]], []),
    ] as [(String, [[Query.Term]], [Query.Term])])
  func operators(_ text: String, _ required: [[Query.Term]], _ excluded: [Query.Term]) {
    let query = Query(text)
    #expect(query.required == required)
    #expect(query.excluded == excluded)
    #expect(query.filters.isEmpty && query.notes.isEmpty)
    #expect(query.text == text)
    #expect(query.isEmpty == (required.isEmpty && excluded.isEmpty))
  }

  @Test(
    "filters are read with their values, whatever words stand around them",
    arguments: [
      ("platform:spotify", [Filter(.platform, ["spotify"])]),
      ("PLATFORM:Spotify", [Filter(.platform, ["Spotify"])]),
      ("terms:\"Privacy Policy\"", [Filter(.terms, ["Privacy Policy"])]),
      (
        "terms:\"Privacy Policy,Terms of Service\"", [Filter(.terms, ["Privacy Policy", "Terms of Service"])]
      ),
      ("sector:ai,social", [Filter(.sector, ["ai", "social"])]),
      ("sector:ai sector:social", [Filter(.sector, ["ai", "social"])]),
      ("country:DE company:Meta", [Filter(.country, ["DE"]), Filter(.company, ["Meta"])]),
      ("changed:>2026-01-01", [Filter(.changed, [">2026-01-01"])]),
      ("changed:> 2026-01-01", [Filter(.changed, [">2026-01-01"])]),
      ("changed:>2025 changed:<2026", [Filter(.changed, [">2025"]), Filter(.changed, ["<2026"])]),
    ] as [(String, [Filter])])
  func filters(_ text: String, _ filters: [Filter]) {
    for query in [Query(text), Query("clone \(text)"), Query("\(text) clone")] {
      #expect(query.filters == filters, "\(query.text)")
      #expect(query.notes.isEmpty)
    }
    #expect(Query("a \(text) b").required == [[.word("a")], [.word("b")]])
    #expect(Query(text).isEmpty)
  }

  @Test(
    "what can't be meant as typed is explained",
    arguments: [
      ("NEAR(voice consent", "closing bracket"), ("NEAR(voice consent, five)", "five"),
      ("NEAR(voice)", "two words"), ("NEAR(voice, 5)", "two words"), ("NEAR()", "no word"),
      ("NEAR(,)", "no word"),
      ("NEAR(voice consent, -1)", "-1"), ("platform:", "platform:spotify"), ("terms:\"\"", "Privacy Policy"),
      ("changed:", "2026-01-01"), ("sector:,", "sector:"),
    ])
  func notes(_ text: String, _ hint: String) {
    #expect(Query(text).notes.contains { $0.contains(hint) }, "\(Query(text).notes)")
  }

  @Test("an unbalanced quote reaches to the end")
  func unbalancedQuote() {
    #expect(Query("waive \"class action").required == [[.word("waive")], [.phrase("class action")]])
    #expect(Query("\"").required.isEmpty)
    #expect(Query("platform:\"spot").filters == [Filter(.platform, ["spot"])])
  }

  @Suite("A query that nobody would type")
  struct Hostile {
    private let searcher: Searcher

    init() throws {
      searcher = try SmallIndex([
        SmallDocument("Alpha", Prose.terms("Alpha")),
        SmallDocument("Beta", "Privacy Policy", Prose.terms("Beta")),
      ]).searcher()
    }

    @Test("is answered all the same: a thousand random ones", arguments: 0..<4)
    func random(_ round: Int) throws {
      var chance = SeededGenerator(seed: UInt64(1_000 + round))
      let parts = [
        "\"", "\"", "(", ")", ":", "-", "*", "|", "OR", "AND", "NOT", "NEAR(", "NEAR(a b, 5)", ",", "5)", "^",
        "+", "{", "}",
        "terms:", "platform:", "platform:alpha", "changed:>", "changed:>2026", "title:", "account", "terms",
        "chang*", " ",
        " ", " ", "\0", "\t", "\n", "'", "\\", ";", "--", "é", "e\u{301}", "\u{301}", "½", "中文", "👨‍👩‍👧‍👦",
        "\u{200B}", "\u{FEFF}",
        "\u{202E}", "ﬁ", "ß", "ı", "%", "?1", "rank", "rowid", String(repeating: "x", count: 3_000),
        String(repeating: "é", count: 500), "\u{10FFFF}", "\u{0D57}", "\u{0345}", "٣", "clause_fts",
      ]
      for _ in 0..<250 {
        let text = (0..<Int.random(in: 1...12, using: &chance)).map { _ in
          parts.randomElement(using: &chance)!
        }
        .joined(separator: Bool.random(using: &chance) ? " " : "")
        _ = #expect(throws: Never.self, "\(text.debugDescription)") {
          _ = try searcher.search(Query(text), everyHit: true, facets: true)
          _ = try searcher.prevalence(of: Query(text))
          _ = try searcher.compare(Query(text))
        }
      }
    }

    @Test(
      "is answered all the same: a very long one",
      arguments: [
        "account terms ", "account OR ", "-change ", "\"your account\" ", "non-refundable ", "acc* ",
        "NEAR(account terms, 5) ",
      ])
    func long(_ part: String) throws {
      for count in [300, 3_000] {
        let text = String(repeating: part, count: count) + "account"
        _ = #expect(throws: Never.self) { try searcher.search(Query(text)) }
      }
    }

    @Test("is answered all the same: seventy thousand different words")
    func manyWords() throws {
      let text = (0..<70_000).map { "w\($0)" }.joined(separator: " ")
      let answer = try searcher.search(Query(text))
      #expect(answer.hits.isEmpty)
      #expect(answer.notes.contains { $0.contains("very long") })
      #expect(answer.notes.count < 20, "not a note for each word")
      _ = try searcher.search(Query("\"\(text)\""))
      _ = try searcher.search(Query("NEAR(\(text), 5)"))
    }
  }
}
