// The pass over all clauses against asking for one clause after another.

import GRDB
import Testing

@testable import ClauseIndex

@Suite("The prevalence of every clause")
struct PrevalencePassTests {
  /// The part of the sample that is asked about, with its counts.
  private struct Measured: Sendable {
    let folder: TemporaryFolder
    let searcher: Searcher
    let counts: [ClausePrevalence]
  }

  private static let measured = Result {
    let (folder, path) = try PartOfSample.index(platforms: 12)
    let searcher = try Searcher(path: path)
    let counts = try searcher.read { try PrevalencePass(searcher, $0) }.run()
    return Measured(folder: folder, searcher: searcher, counts: counts)
  }

  @Test(
    "its counts are those of `prevalence` for each clause asked for, and its nearest clause that of `similar`"
  )
  func equalsAsking() throws {
    let measured = try Self.measured.get()
    let searcher = measured.searcher
    let ids = try searcher.read { try String.fetchAll($0, sql: "SELECT id FROM clause ORDER BY number") }
    #expect(measured.counts.count == ids.count && ids.count > 500)
    var chance = SeededGenerator(seed: 3)
    var labels: Set<PrevalenceLabel> = []
    for row in ids.indices.shuffled(using: &chance).prefix(60) {
      let (counts, answer) = (measured.counts[row], try searcher.prevalence(of: ids[row]))
      #expect(counts.sharing == answer.sharing && counts.companies == answer.companies, "\(ids[row])")
      #expect(counts.platforms == answer.levels?.map(\.platforms), "\(ids[row])")
      #expect(counts.companiesAt == answer.levels?.map(\.companies), "\(ids[row])")
      #expect(counts.lacking == answer.lacking && counts.unknown == answer.unknown, "\(ids[row])")
      labels.insert(answer.label)
      guard answer.sharing > 0 else { continue }
      let nearest = try #require(try searcher.similar(to: ids[row], limit: 1).matches.first)
      #expect(abs(counts.nearestScore - nearest.score) < 0.0002, "\(ids[row])")
    }
    #expect(labels.count > 1, "only one kind of clause was asked for")
  }

  @Test("every way to compute gives the same counts, and so does passing most pairs over")
  func everyWay() throws {
    let measured = try Self.measured.get()
    for way in DotProducts.Way.possible where way != .best {
      let counts = try measured.searcher.read { try PrevalencePass(measured.searcher, $0, way) }.run()
      #expect(counts.map(\.sharing) == measured.counts.map(\.sharing), "\(way)")
    }
    let all = try measured.searcher.read {
      try PrevalencePass(measured.searcher, $0, mostOfTerms: PairScorer.mostOfTerms)
    }.run()
    let same = zip(all, measured.counts).count { $0.sharing == $1.sharing && $0.platforms == $1.platforms }
    #expect(Double(same) > 0.99 * Double(all.count))
  }

  @Test("copies, contrary clauses and the own platform count as they should")
  func levels() throws {
    let text =
      "We may share the honey of your beehives with our partners for the purpose of selling it to bears."
    let changed = text.replacing("partners", with: "affiliates")
    let contrary = text.replacing("We may share", with: "We will never share")
    let other =
      "Disputes about this agreement are settled by arbitration in the city of Lyon under French law."
    let index = try SmallIndex([
      SmallDocument("A", "# Terms\n\n\(text)\n\n\(other)"), SmallDocument("B", "# Terms\n\n\(text)"),
      SmallDocument("C", "# Terms\n\n\(changed)"), SmallDocument("D", "# Terms\n\n\(contrary)"),
      SmallDocument("E", "# Terms\n\n\(other)"),
      SmallDocument("F", "Privacy Policy", "# Policy\n\nHello there."),
    ])
    let searcher = try index.searcher()
    let counts = try searcher.read { try PrevalencePass(searcher, $0) }.run()
    let texts = try searcher.read { try String.fetchAll($0, sql: "SELECT text FROM clause ORDER BY number") }
    let first = try #require(texts.firstIndex(of: text))
    #expect(counts[first].platforms == [1, 1, 0], "B has it verbatim, C nearly, D says the contrary")
    #expect(counts[first].lacking == 2 && counts[first].unknown == 1)
    let second = try #require(texts.lastIndex(of: text))
    #expect(counts[second].wording == Int32(first + 1) && counts[first].wording == Int32(first + 1))
    #expect(counts[first].nearest == Int32(second + 1))
  }

  @Test("an index without clauses, and one without word vectors, are no failure")
  func nothing() throws {
    for text in ["", "# Terms\n\nQuoxnorf blargwump zinglefritz mop dorfle snangle whimp frabjub glort."] {
      let index = try SmallIndex([SmallDocument("A", text), SmallDocument("B", text)])
      let searcher = try index.searcher()
      let counts = try searcher.read { try PrevalencePass(searcher, $0) }.run()
      #expect(counts.count == searcher.corpus.clauses)
      for (row, one) in counts.enumerated() {
        let id = try searcher.read {
          try String.fetchOne($0, sql: "SELECT id FROM clause WHERE number = \(row + 1)")
        }
        #expect(one.sharing == (try searcher.prevalence(of: try #require(id)).sharing))
      }
    }
  }
}
