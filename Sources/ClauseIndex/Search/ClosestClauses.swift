// A passage → the clauses of the index that are most like it, each with its score and what it shares.

internal import GRDB

/// A clause with the score that it got.
struct ScoredClause {
  var clause: StoredClause
  var score: Double
  /// What the score is made of; nil where it is the rank of a query.
  var measures: SimilarityMeasures?
  /// How much of the wording is the same; nil below near-verbatim.
  var wording: SharingLevel?
  /// Passages that both have.
  var shared: [SharedPassage] = []

  /// The wording, or that it is the same provision by its score.
  var level: SharingLevel? {
    wording ?? (score >= SimilarityScore.sameProvision ? .sameProvision : nil)
  }
}

/// The clauses most like a passage, and what shows of each why it was found.
struct ClosestClauses {
  /// Best first.
  var clauses: [ScoredClause]
  let excerpt: Excerpt
  fileprivate let passage: String
  fileprivate let profile: ClauseProfile
  fileprivate let reader: ProfileReader

  /// The rarest words of the passage that a clause has too, the weightiest first, as the passage writes them.
  func rareWords(sharedWith clause: StoredClause, atMost count: Int = 8) throws -> [String] {
    let other = try reader.profile(clause)
    let theirs = Set(other.terms.map(\.number))
    let shared = profile.terms.filter { theirs.contains($0.number) }
      .sorted { ($0.weight, $1.number) > ($1.weight, $0.number) }.prefix(count)
    var written: [Int32: String] = [:]
    let bytes = Array(passage.utf8)
    reader.vocabulary.forEachTerm(in: passage) { term, start, end in
      if written[term] == nil {
        written[term] = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
      }
    }
    return shared.compactMap { written[$0.number] }
  }
}

extension Searcher {
  /// The clauses most like a passage, best first.
  ///
  /// All clauses are held against it by the terms they share, by word vectors and by their types; then the best of
  /// each platform, and every clause that can be a copy by the words it shares, are read and scored in full.
  ///
  /// - Parameters:
  ///   - perPlatform: clauses of each platform that are read, besides possible copies.
  ///   - atMost: clauses that are read in all, besides possible copies.
  ///   - passes: whether a clause is looked at, by row.
  func closestClauses(
    to probe: Probe, perPlatform: Int, atMost: Int, passes: (Int) -> Bool = { _ in true },
    _ database: Database
  ) throws -> ClosestClauses {
    let reader = try profileReader(database)
    let similarity = try similarityArrays(database)
    var profile = try reader.profile(
      title: probe.title, heading: probe.heading, leadIn: probe.leadIn, text: probe.text)
    profile.types = try types(of: probe, similarity.typings, database)
    let found = try candidates(
      for: probe, profile, reader, perPlatform: perPlatform, atMost: atMost, passes: passes, database)
    let stored = try StoredClause.fetch(rows: found.map(\.row), from: database)
    let passages = SharedPassages(of: probe.text, vocabulary: reader.vocabulary)
    let polarity = Polarity(probe.text, leadIn: probe.leadIn)
    let clauses = try found.compactMap { candidate -> ScoredClause? in
      guard let clause = stored[candidate.row] else { return nil }
      var measures = candidate.measures
      measures.heading = profile.heading.cosine(
        to: try HeadingVector(title: clause.title, heading: clause.heading, reader))
      // Shared passages can't bring the least like to where anyone looks; contradictions only lower a score.
      guard candidate.isPossibleCopy || SimilarityScore.most(measures) >= Self.leastSimilar else {
        return ScoredClause(clause: clause, score: SimilarityScore.of(measures), measures: measures)
      }
      let wording = passages.compared(with: clause.text)
      measures.coverage = wording.coverage
      if SimilarityScore.of(measures) >= Self.leastSimilar {
        measures.opposition = polarity.opposition(to: Polarity(clause.text, leadIn: clause.leadIn))
      }
      return ScoredClause(
        clause: clause, score: SimilarityScore.of(measures), measures: measures, wording: wording.level,
        shared: wording.passages)
    }.sorted { ($0.score, $1.clause.row) > ($1.score, $0.clause.row) }
    let rarities = try Dictionary(
      uniqueKeysWithValues: profile.terms.map { ($0.number, try reader.rarity($0.number)) })
    return ClosestClauses(
      clauses: clauses, excerpt: Excerpt(vocabulary: reader.vocabulary, rarities: rarities),
      passage: probe.text, profile: profile, reader: reader)
  }

  /// A clause that is worth reading.
  private struct Candidate {
    var row: Int
    var measures: SimilarityMeasures
    var score: Double
    var isPossibleCopy: Bool
  }

  /// The clauses that are worth reading: the best of each platform by what needs no reading, and possible copies.
  private func candidates(
    for probe: Probe, _ profile: ClauseProfile, _ reader: ProfileReader, perPlatform: Int, atMost: Int,
    passes: (Int) -> Bool, _ database: Database
  ) throws -> [Candidate] {
    let similarity = try similarityArrays(database)
    let terms = try ProbeAccumulator(
      profile, reader, arrays: arrays, similarity: similarity, database: database)
    let cosines = similarity.vectors.cosines(to: profile.vector)
    let (own, isTyped) = (profile.types.confidences, profile.types.isTyped)
    let words = reader.vocabulary.terms(of: probe.text).count
    var best: [[Candidate]] = Array(repeating: [], count: platforms.count)
    var copies: [Candidate] = []
    for row in 1..<(arrays.count + 1) where terms.dot[row] > 0 || cosines[row - 1] > 0 {
      let platform = platform(ofRow: row)
      guard platform != probe.ownPlatform, passes(row) else { continue }
      let measures = SimilarityMeasures(
        terms.likeness(ofRow: row), meaning: cosines[row - 1],
        type: similarity.typings.comparison(ofRow: row, with: own, isTyped: isTyped))
      let candidate = Candidate(
        row: row, measures: measures, score: SimilarityScore.linear(measures),
        isPossibleCopy: NearVerbatim.isPossible(
          shared: terms.shared(withRow: row), words, similarity.words(ofRow: row)))
      if candidate.isPossibleCopy {
        copies.append(candidate)
      } else if best[platform].count < perPlatform {
        best[platform].append(candidate)
      } else if let worst = best[platform].indices.min(by: {
        best[platform][$0].score < best[platform][$1].score
      }), best[platform][worst].score < candidate.score {
        best[platform][worst] = candidate
      }
    }
    return copies + best.joined().sorted { ($0.score, $1.row) > ($1.score, $0.row) }.prefix(atMost)
  }

  /// The clause types of what is asked about: as stored, or found by the rules in a pasted passage.
  private func types(of probe: Probe, _ typings: TypingArrays, _ database: Database) throws -> TypeShares {
    if let types = probe.types { return types }
    if let row = probe.row { return typings.shares(ofRow: row) }
    var classifier = Classifier(try compiledTypes(try catalogue(database)))
    let text = ClassifiedText(
      title: probe.title, heading: probe.heading, leadIn: probe.leadIn, text: probe.text)
    return TypeShares(classifier.read(text).typings)
  }
}
