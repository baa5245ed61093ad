import Foundation
import GRDB
import Testing

@testable import ClauseIndex

@Suite("the score of likeness")
struct ScoreTests {
  private let searcher: Searcher

  init() throws { searcher = try SampleIndex.searcher }

  @Test("adding up postings gives what holding two clauses against each other gives")
  func postingsAgree() throws {
    try searcher.read { database in
      var chance = SeededGenerator(seed: 11)
      let reader = try searcher.profileReader(database)
      let similarity = try searcher.similarityArrays(database)
      for _ in 0..<12 {
        let row = Int.random(in: 1...searcher.arrays.count, using: &chance)
        let clause = try #require(try StoredClause.fetch(rows: [row], from: database)[row])
        let profile = try reader.profile(clause)
        #expect(abs(profile.norm - similarity.norms[row - 1]) < 0.001 * max(1, profile.norm))
        #expect(
          abs(profile.ownScore - similarity.ownScores[row - 1]) < 0.001 * max(1, profile.ownScore))
        #expect(profile.vector == similarity.vectors.vector(ofRow: row))
        var sums = try ProbeAccumulator(
          profile, reader, similarity, searcher.commonTerms, database)
        let meanings = similarity.vectors.cosines(to: profile.vector)
        let rows = sums.scores(meanings: meanings, leastShared: 20)
        #expect(
          rows.near == (1...searcher.arrays.count).filter { sums.shared(withRow: $0) >= 20 })
        for _ in 0..<40 {
          let other = Int.random(in: 1...searcher.arrays.count, using: &chance)
          let theirs = try #require(try StoredClause.fetch(rows: [other], from: database)[other])
          let (one, two) = (sums.likeness(ofRow: other), profile.likeness(to: try reader.profile(theirs)))
          #expect(abs(one.cosine - two.cosine) < 0.001)
          #expect(abs(one.ofProbe - two.ofProbe) < 0.001 && abs(one.ofClause - two.ofClause) < 0.001)
          let score = SimilarityScore.lexical(
            one, meaning: meanings[other - 1], crowding: similarity.crowding[other - 1])
          #expect(abs(rows.scores[other - 1] - score) < 0.0001 || rows.scores[other - 1] == -.infinity)
        }
      }
    }
  }

  @Test("more in common never lowers a score")
  func isMonotonic() {
    var chance = SeededGenerator(seed: 5)
    func measures() -> SimilarityMeasures {
      func share() -> Float { Float.random(in: 0...1, using: &chance) }
      return SimilarityMeasures(
        Likeness(cosine: share(), ofProbe: share(), ofClause: share()), meaning: share(),
        crowding: share(),
        coverage: Double(share()), heading: Double(share()), type: (share(), 0))
    }
    for _ in 0..<500 {
      let (a, b) = (measures(), measures())
      var both = a
      both.cosine = max(a.cosine, b.cosine)
      both.ofPassage = max(a.ofPassage, b.ofPassage)
      both.ofClause = max(a.ofClause, b.ofClause)
      both.meaning = max(a.meaning, b.meaning)
      both.coverage = max(a.coverage, b.coverage)
      both.heading = max(a.heading, b.heading)
      both.type = max(a.type, b.type)
      #expect(SimilarityScore.of(both) >= SimilarityScore.of(a))
      #expect(SimilarityScore.most(a) >= SimilarityScore.of(a))
      #expect((0...1).contains(SimilarityScore.of(a)))
      var contrary = a
      contrary.opposition = 1
      #expect(SimilarityScore.of(contrary) < SimilarityScore.of(a))
    }
  }

  @Test("every copy is found, whatever else scores higher: levels count platforms and companies")
  func levels() throws {
    let text =
      "The keeper of a talking parrot answers for every order that the parrot places, unless the order was "
      + "placed while the keeper was on holiday and had told us so in writing before setting out."
    let others = (1...5).map { SmallDocument("Other\($0)", Prose.terms("Other\($0)")) }
    let small = try SmallIndex(
      others + [
        SmallDocument("Owner", "# Terms\n\n## Parrots\n\n\(text)\n"),
        SmallDocument("Copier", "# Rules\n\n## Birds\n\n\(text.uppercased())\n"),
        SmallDocument(
          "Editor",
          "# Rules\n\n## Pets\n\n\(text.replacing("every order", with: "each order").replacing("talking ", with: ""))\n"
        ),
      ]
    ).searcher()
    let id = try #require(try small.search(Query("parrot platform:owner")).hits.first).clause
    let answer = try small.prevalence(of: id)
    let levels = try #require(answer.levels)
    #expect(levels.map(\.level) == SharingLevel.allCases)
    #expect(levels.map(\.platforms) == [1, 1, 0] && levels.map(\.companies) == [1, 1, 0])
    #expect(answer.platforms.first { $0.platform == "copier" }?.level == .verbatim)
    #expect(answer.platforms.first { $0.platform == "editor" }?.level == .nearVerbatim)
    #expect(answer.platforms.allSatisfy { ($0.level != nil) == ($0.verdict == .shares) })
  }

  @Test("one “not” more makes a copy no evidence")
  func contrary() throws {
    let others = (1...5).map { SmallDocument("Other\($0)", Prose.terms("Other\($0)")) }
    let small = try SmallIndex(
      others + [
        SmallDocument("Seller", "# Privacy\n\n## Selling\n\nWe sell your personal data to advertisers.\n"),
        SmallDocument(
          "Keeper", "# Privacy\n\n## Selling\n\nWe do not sell your personal data to advertisers.\n"),
      ]
    ).searcher()
    let answer = try small.prevalence(ofText: "We do not sell your personal data to advertisers.")
    #expect(answer.platforms.filter { $0.verdict == .shares }.map(\.platform) == ["keeper"])
    let match = try #require(
      try small.similar(toText: "We sell your personal data to advertisers.", limit: 9, minScore: 0).matches
        .first { $0.platform == "keeper" })
    #expect((match.measures?.opposition ?? 0) >= Polarity.contrary && match.score < Searcher.sameProvision)
  }

  @Test(
    "contrary pairs score below the threshold, the same provision in other words above it: nine of ten each")
  func polarity() throws {
    let pairs = try PolarityPair.all()
    let vocabulary = try Vocabulary()
    let facts = TextTermFacts(
      pairs.flatMap { [$0.first, $0.second] }, words: try CorpusVectors.all, vocabulary: vocabulary)
    let reader = ProfileReader(facts, vocabulary: vocabulary)
    var classifier = Classifier(try CompiledTypes.checked(try CorpusTypes.catalogue))
    let vectors = ClauseVectorArray(
      try pairs.flatMap { [$0.first, $0.second] }.map { try reader.profile(text: $0).vector },
      dimensions: facts.dimensions)
    let reference = Crowding(among: vectors)
    func profile(_ text: String) throws -> ClauseProfile {
      var profile = try reader.profile(text: text)
      profile.crowding = reference.of(profile.vector)
      profile.types = TypeShares(classifier.read(ClassifiedText(text: text)).typings)
      return profile
    }
    for relation in [PolarityPair.Relation.opposed, .same] {
      let chosen = pairs.filter { $0.relation == relation }
      var right = 0
      for pair in chosen {
        let (a, b) = (try profile(pair.first), try profile(pair.second))
        var measures = SimilarityMeasures(
          a.likeness(to: b), meaning: a.vector.cosine(to: b.vector), crowding: b.crowding,
          coverage: SharedPassages(of: pair.first, vocabulary: vocabulary).coverage(
            by: SharedPassages(of: pair.second, vocabulary: vocabulary)),
          type: a.types.comparison(with: b.types))
        measures.opposition = pair.opposition
        if (SimilarityScore.of(measures) >= SimilarityScore.sameProvision) == (relation == .same) {
          right += 1
        }
      }
      print("polarity by the score, \(relation): \(right) of \(chosen.count)")
      #expect(chosen.count >= 75 && Double(right) >= 0.9 * Double(chosen.count))
    }
  }

  @Test(
    "search by meaning finds clauses without the words; plain search shows them apart where it finds little")
  func byMeaning() throws {
    let question = "will they hand my data to the police?"
    let answer = try searcher.searchByMeaning(Query(question), limit: 10)
    #expect(answer.hits.count == 10 && Set(answer.hits.map(\.platform)).count == 10)
    #expect(answer.hits.map(\.score) == answer.hits.map(\.score).sorted(by: >))
    let disclosures = try searcher.read { database in
      try String.fetchSet(
        database,
        sql: """
          SELECT c.id FROM clause c JOIN typing t ON t.clause = c.number
          JOIN clause_type y ON y.number = t.type WHERE y.id = 'law-enforcement-disclosure' AND t.confidence >= 0.5
          """)
    }
    #expect(
      answer.hits.prefix(5).count { disclosures.contains($0.clause) } == 5, "\(answer.hits.map(\.clause))")
    let ai = try searcher.searchByMeaning(Query(question + " sector:ai"), limit: 5)
    #expect(
      ai.hits.allSatisfy { hit in searcher.platforms.contains { $0.id == hit.platform && $0.sector == "ai" } }
    )
    let little = try searcher.search(Query("\"talking animal buys something\""))
    #expect(little.platforms < 5 && !little.wordedDifferently.isEmpty)
    #expect(Set(little.wordedDifferently.map(\.platform)).isDisjoint(with: little.hits.map(\.platform)))
    #expect(try searcher.search(Query("arbitration")).wordedDifferently.isEmpty)
    #expect(try searcher.searchByMeaning(Query("")).hits.isEmpty)
  }
}
