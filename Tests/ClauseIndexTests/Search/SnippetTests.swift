import GRDB
import Testing

@testable import ClauseIndex

@Suite("Snippets")
struct SnippetTests {
  /// Checks that the excerpts of all clauses that hold one of the terms are those of FTS5.
  ///
  /// - Returns: how many there are.
  private func expectSame(
    _ terms: [Query.Term], _ searcher: Searcher, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Int {
    try searcher.read { database in
      let rows = try Int.fetchAll(
        database, sql: "SELECT rowid FROM clause_fts WHERE clause_fts MATCH ?",
        arguments: [MatchExpression.anyOf(terms)])
      let clauses = try StoredClause.fetch(rows: rows, from: database)
      let theirs = try Snippets(rows: rows, terms: terms, database: database)
      let ours = try #require(PhraseSnippets(terms, Vocabulary()))
      for (row, clause) in clauses {
        #expect(
          ours.snippet(of: clause) == theirs.of(row), "\(terms) in \(clause.id)",
          sourceLocation: sourceLocation)
      }
      return rows.count
    }
  }

  @Test("the excerpts of twenty random queries are those that FTS5's snippet() makes")
  func equalFTS5() throws {
    let searcher = try SampleIndex.searcher
    var chance = SeededGenerator(seed: 11)
    var compared = 0
    for _ in 0..<20 {
      let row = Int.random(in: 1...searcher.corpus.clauses, using: &chance)
      let text = try searcher.read {
        try String.fetchOne(
          $0, sql: "SELECT title || ' ' || text FROM clause WHERE number = ?", arguments: [row])
      }
      // Rare words, so that the few clauses with them are soon compared; now and then a phrase, or a word twice.
      let words = (text ?? "").split { !$0.isLetter }.map { $0.lowercased() }.filter { $0.count > 5 }
      guard words.count > 3 else { continue }
      let terms = (0..<Int.random(in: 1...3, using: &chance)).map { _ -> Query.Term in
        let place = Int.random(in: 0..<(words.count - 1), using: &chance)
        return Int.random(in: 0..<4, using: &chance) == 0
          ? .phrase("\(words[place]) \(words[place + 1])") : .word(words[place])
      }
      compared += try expectSame(terms + terms.prefix(1), searcher)
    }
    #expect(compared > 500, "the queries find enough to compare")
  }

  @Test(
    "so are those of texts with other letters, quotation marks and sentences",
    arguments: [
      ["parrot"], ["parrots", "geese"], ["don’t"], ["t"], ["café"], ["“quoted”"], ["naïve", "Ångström"],
      ["1"],
      ["the parrot’s cage"], ["cage", "cage"], ["is", "parrot’s cage is"], ["co-operate"], ["heading"],
    ])
  func oddTexts(_ words: [String]) throws {
    let filler = (0..<30).map { "word\($0)" }.joined(separator: " ")
    let texts = [
      "Don’t feed the parrot’s cage: the parrot’s cage is “quoted” and co‑operates with a café (cafe\u{301}) in 1 town.",
      "\(filler). The naïve parrot is here: \(filler) Ångström \(filler). A parrot’s  cage\u{A0}is there, parrot; geese.",
      "… “Quoted” \(filler) don’t \(filler). \(filler): cage, cage, parrot \(filler) co-operate — the parrot’s cage is",
      "\(filler) \(filler) the parrot’s cage is what parrots’ owners call 1 home. 1. 1: geese \(filler) \(filler) geese",
    ]
    let small = try SmallIndex(
      texts.enumerated().map { number, text in
        SmallDocument("Platform\(number)", "# Terms\n\n## A heading on birds\n\n\(text)\n\n\(filler) t.\n")
      })
    let terms = words.map { $0.contains(" ") ? Query.Term.phrase($0) : .word($0) }
    #expect(try expectSame(terms, small.searcher()) > 0)
  }

  @Test("white space is folded the same by bytes and by characters")
  func singleLine() {
    var chance = SeededGenerator(seed: 12)
    let pieces = [
      " ", "  ", "\n", "\r\n", "\t", "a", "word", "’", "“", "—", "…", "é", "\u{A0}", "\u{301}", "\u{2003}",
      "\u{200D}", "**",
      "\u{0B}", "\u{1C}", "\u{2028}",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...9, using: &chance)).map { _ in pieces.randomElement(using: &chance)!
      }
      .joined()
      #expect(
        text.singleLine == text.split(whereSeparator: \.isWhitespace).joined(separator: " "),
        "\(text.unicodeScalars.map(\.value))")
    }
  }

  @Test("documents and platforms that are read one by one are those that are read together")
  func oneByOne() throws {
    let searcher = try Searcher(path: SampleIndex.searcher.path)
    let alone = try searcher.readSome { database in
      try (0..<searcher.corpus.documents).map { try searcher.document($0, database) }
    }
    #expect(alone.map(\.document) == searcher.documents)
    #expect(
      Set(alone.map(\.platform))
        == Set(
          searcher.platforms.filter { platform in
            searcher.documents.contains { $0.platform == platform.id }
          }))
  }
}
