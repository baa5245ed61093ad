import GRDB
import Testing

@testable import ClauseIndex

@Suite("Vocabulary")
struct VocabularyTests {
  /// The tokens that an FTS5 table with the index's tokenizer stores for a text, in order.
  private func stored(_ texts: [String]) throws -> [[String]] {
    try DatabaseQueue().write { database in
      try database.execute(
        sql: """
          CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'porter unicode61 remove_diacritics 2');
          CREATE VIRTUAL TABLE v USING fts5vocab (t, instance);
          """)
      for (row, text) in texts.enumerated() {
        try database.execute(sql: "INSERT INTO t (rowid, text) VALUES (?, ?)", arguments: [row, text])
      }
      var tokens = texts.map { _ in [String]() }
      for row in try Row.fetchAll(database, sql: "SELECT doc, term FROM v ORDER BY doc, offset") {
        tokens[row[0]].append(row[1])
      }
      return tokens
    }
  }

  private func expectSame(_ texts: [String]) throws {
    let vocabulary = try Vocabulary()
    for (text, tokens) in zip(texts, try stored(texts)) {
      #expect(vocabulary.terms(of: text).map { vocabulary.terms[Int($0)] } == tokens, "\(text)")
    }
  }

  @Test(
    "a text's terms are the tokens that FTS5 stores",
    arguments: [
      "You may not clone another person's voice.", "INDEMNIFY indemnified Indemnification indemnities",
      "café CAFÉ cafe\u{301} naïve Ångström Ærø straße ẞ İstanbul ıI", "e\u{301}\u{302}\u{323}x \u{301}alone",
      "GDPR Art. 6(1)(f), § 17.1.2 and 12,000.50 EUR — 30 days", "½ ¼ ² ³ Ⅳ ① ٣ ३ 五",
      "👍🏽 family 👨‍👩‍👧‍👦 flags 🇩🇪🇫🇷 ok", "don’t don't “quoted” «guillemets» co-operate e‑mail",
      "中文条款 日本語の利用規約 한국어 약관", "שלום العربية हिन्दी ไทย", "ﬁne ﬂow ﬀ ſtop",
      "zero\u{200B}width\u{AD}soft\u{FEFF}mark",
      "a\u{A0}b\u{2003}c\u{2028}d\u{85}e", "\u{E000}private \u{10FFFD}use",
      "snake_case kebab-case CamelCase x86_64",
      "", " \t\n ", "!!! ---", "user@example.org https://www.example.org/a?b=c#d",
    ])
  func oddTexts(_ text: String) throws {
    try expectSame([text])
  }

  @Test("so are those of a thousand texts of random characters")
  func randomTexts() throws {
    var chance = SeededGenerator(seed: 3)
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x20...0x7E, 0x61...0x7A, 0xA0...0x17F, 0x300...0x36F, 0x370...0x5FF, 0x900...0x97F,
      0x1E00...0x1FFF, 0x2000...0x206F, 0x2100...0x218F, 0x4E00...0x4EFF, 0xFB00...0xFB06, 0x1F300...0x1F64F,
    ]
    try expectSame(
      (0..<1_000).map { _ in
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...40, using: &chance) {
          let value = UInt32.random(in: ranges.randomElement(using: &chance)!, using: &chance)
          if let scalar = Unicode.Scalar(value) { text.append(scalar) }
        }
        return String(text)
      })
  }

  @Test("a word of a thousand letters is one term")
  func longWord() throws {
    try expectSame([String(repeating: "longword", count: 125) + " end"])
  }

  @Test("every way a word is written is kept with its term and counted")
  func words() throws {
    let vocabulary = try Vocabulary()
    vocabulary.forEachTerm(in: "Arbitration arbitration ARBITRATION arbitrate waiver") { _, _, _ in }
    let words = vocabulary.writtenWords()
    #expect(words.map(\.word) == ["arbitration", "arbitrate", "waiver"])
    #expect(words.map(\.occurrences) == [3, 1, 1])
    #expect(words[0].term == words[1].term && words[0].term != words[2].term)
  }
}
