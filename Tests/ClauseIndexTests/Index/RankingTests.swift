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

  @Test(
    "one of several words: the clauses of FTS5's OR with its scores, and the best of them as sorting all gives them"
  )
  func anyWord() throws {
    let searcher = try SampleIndex.searcher
    var chance = SeededGenerator(seed: 5)
    var compared = 0
    for _ in 0..<60 {
      let row = Int.random(in: 1...searcher.corpus.clauses, using: &chance)
      let (words, theirs) = try searcher.read { database in
        let text = try String.fetchOne(
          database, sql: "SELECT text FROM clause WHERE number = ?", arguments: [row])
        let words = (text ?? "").split { !($0.isASCII && $0.isLetter) }.map { $0.lowercased() }
          .shuffled(using: &chance).prefix(Int.random(in: 2...5, using: &chance))
        let rows = try Row.fetchAll(
          database,
          sql: "SELECT rowid, -bm25(clause_fts, 4.0, 2.0, 1.0, 1.0) FROM clause_fts WHERE clause_fts MATCH ?",
          arguments: [words.map { "\"\($0)\"" }.joined(separator: " OR ")]
        ).map { (row: $0[0] as Int, score: $0[1] as Double) }
        return (Array(words), rows)
      }
      // FTS5 counts a word twice that stands twice in an OR; ours is asked for either.
      guard Set(words).count > 1, try Set(words.map { try Stemmer().stems(of: $0) }).count == words.count
      else {
        continue
      }
      let query = Query(words.joined(separator: " OR "))
      let all = try searcher.ranking(of: query, limit: .max)
      let scores = Dictionary(uniqueKeysWithValues: theirs.map { ($0.row, $0.score) })
      #expect(Set(all.map(\.row)) == Set(scores.keys), "\(words)")
      #expect(all.allSatisfy { abs($0.score - (scores[$0.row] ?? .infinity)) < 1e-6 }, "\(words)")
      for limit in [1, 20, 300] {
        let best = try searcher.ranking(of: query, limit: limit)
        #expect(best.map(\.row) == all.prefix(limit).map(\.row), "\(words) \(limit)")
      }
      #expect(zip(all, all.dropFirst()).allSatisfy { ClauseMatches.isBefore($0, $1) }, "\(words)")
      compared += all.count
    }
    #expect(compared > 10_000, "the queries find enough to compare")
  }

  @Test("scores that are added up in flat arrays are those that are added up one by one, to the last bit")
  func accumulator() throws {
    var chance = SeededGenerator(seed: 6)
    let lengths = (0..<5_000).map { _ in UInt32.random(in: 1...400, using: &chance) }
    let bm25 = BM25(total: lengths.count, averageLength: 90)
    let accumulator = ScoreAccumulator(lengths: lengths)
    for _ in 0..<20 {
      var simple: [Int: Double] = [:]
      for _ in 0..<Int.random(in: 1...4, using: &chance) {
        var list = PostingList()
        let step = Int.random(in: 1...300, using: &chance)
        var row = 0
        while true {
          row += Int.random(in: 1...step, using: &chance)
          // Some rows are none of the index, as in damaged postings.
          if row > lengths.count + 5 { break }
          let text = Int.random(in: 0...(step > 200 ? 300 : 5), using: &chance)
          let isInFields = Int.random(in: 0..<4, using: &chance) == 0
          list.append(
            Posting(
              row: row, text: text, title: isInFields ? Int.random(in: 0...15, using: &chance) : 0,
              heading: isInFields ? Int.random(in: 0...15, using: &chance) : 0))
        }
        let rarity = bm25.rarity(clauses: list.count)
        list.bytes.withUnsafeBytes { bytes in
          accumulator.add(bytes, rarity: rarity, bm25)
          PostingList.forEach(in: bytes) { posting in
            guard posting.row <= lengths.count else { return }
            simple[posting.row, default: 0] += bm25.score(posting, rarity, length: lengths[posting.row - 1])
          }
        }
      }
      let found = accumulator.take()
      #expect(found.map(\.row) == simple.keys.sorted())
      #expect(found.allSatisfy { $0.score == simple[$0.row] })
      #expect(accumulator.isEmpty && accumulator.take().isEmpty)
    }
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
