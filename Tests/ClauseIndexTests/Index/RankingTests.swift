import GRDB
import Testing

@testable import ClauseIndex

@Suite("Ranking")
struct RankingTests {
  @Test("four hundred queries of one to four words find the clauses that FTS5 finds, with its bm25 scores")
  func equalsFTS5() throws {
    let searcher = try SampleIndex.searcher
    var chance = SeededGenerator(seed: 4)
    let filter = DocumentFilter(
      [], platforms: searcher.platforms, documents: searcher.documents,
      platformOf: searcher.platformOfDocument)
    var compared = 0
    try searcher.read { database in
      for _ in 0..<400 {
        // Words that stand together in some clause, so that there is something to find.
        let row = Int.random(in: 1...searcher.corpus.clauses, using: &chance)
        let text = try String.fetchOne(
          database, sql: "SELECT title || ' ' || text FROM clause WHERE number = ?", arguments: [row])
        let words = (text ?? "").split { !($0.isASCII && $0.isLetter) }.map { $0.lowercased() }
        guard !words.isEmpty else { continue }
        let chosen = (0..<Int.random(in: 1...4, using: &chance)).map { _ in
          words.randomElement(using: &chance)!
        }
        let types = try TypeFilter([], count: searcher.arrays.count, searcher, database)
        let matches = try searcher.matcher(filter, types, database).matches(
          of: Query(chosen.joined(separator: " ")))
        // Where no clause has all the words, ours goes on to those with most of them.
        let ours = matches.atLeast == nil ? matches.ranked : []
        let theirs = try Row.fetchAll(
          database,
          sql: "SELECT rowid, -bm25(clause_fts, 4.0, 2.0, 1.0, 1.0) FROM clause_fts WHERE clause_fts MATCH ?",
          arguments: [chosen.map { "\"\($0)\"" }.joined(separator: " AND ")]
        ).map { (row: $0[0] as Int, score: $0[1] as Double) }
        let scores = Dictionary(uniqueKeysWithValues: theirs.map { ($0.row, $0.score) })
        #expect(Set(ours.map(\.row)) == Set(scores.keys), "\(chosen)")
        for match in ours {
          // A title or heading that holds a word more than fifteen times would differ; the sample has none.
          #expect(abs(match.score - (scores[match.row] ?? .infinity)) < 1e-6, "\(chosen) \(match.row)")
        }
        #expect(ours.map(\.score) == ours.map(\.score).sorted(by: >), "\(chosen)")
        compared += ours.count
      }
    }
    #expect(compared > 10_000, "the queries find enough to compare")
  }

  @Test("a word in the title weighs more than one in a heading, and that more than one in the text")
  func fieldWeights() throws {
    let filler = "The service is offered to everybody who follows the rules that are written down here."
    let small = try SmallIndex([
      SmallDocument(
        "Text",
        "# Terms\n\n## Rules\n\nThe parrot rule is written down here for everybody to read and follow.\n"),
      SmallDocument(
        "Heading",
        "# Terms\n\n## Parrot\n\n\(filler)\n\nEverybody may use the service at any time of the day.\n"),
    ])
    let hits = try small.searcher().search(Query("parrot")).hits
    #expect(hits.map(\.platform) == ["heading", "text"])
  }
}
