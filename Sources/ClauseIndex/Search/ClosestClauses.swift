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
  let readers: PassageReaders
  fileprivate let passage: String
  fileprivate let profile: ClauseProfile
  fileprivate let reader: ProfileReader

  /// The rarest words of the passage that a clause has too, the weightiest first, as the passage writes them.
  func rareWords(sharedWith clause: StoredClause, atMost count: Int = 8) throws -> [String] {
    let theirs = reader.terms(of: clause)
    let shared = profile.termsInOrder.enumerated().filter { theirs.contains($0.element.number) }
      .sorted { ($0.element.weight, $1.offset) > ($1.element.weight, $0.offset) }.prefix(count).map(\.element)
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
  /// How far a search for the closest clauses goes.
  enum Reach {
    /// So many clauses with this score or more, the best of each platform only or all of its clauses; where none has
    /// it, the best of all.
    case best(Int, everyClause: Bool, leastScore: Double)
    /// The best clause of every platform, and every possible copy.
    case everyPlatform
  }

  /// The clauses most like a passage, best first.
  ///
  /// All clauses are held against it by the terms they share, by word vectors and by their types; then those that can
  /// still be among the wanted, by what headings and shared passages could add, are read and scored in full.
  ///
  /// - Parameters:
  ///   - reach: what is wanted. More clauses than that may be given, and of a platform more than one.
  ///   - passes: whether a clause is looked at, by row.
  func closestClauses(
    to probe: Probe, _ reach: Reach, passes: (Int) -> Bool = { _ in true }, _ database: Database
  ) throws -> ClosestClauses {
    let reader = try profileReader(database)
    let similarity = try similarityArrays(database)
    var profile = try reader.profile(
      title: probe.title, heading: probe.heading, leadIn: probe.leadIn, text: probe.text)
    profile.types = try types(of: probe, similarity.typings, database)
    let rarities = try Dictionary(
      uniqueKeysWithValues: profile.terms.map {
        (reader.vocabulary.terms[Int($0.number)], try reader.rarity($0.number))
      })
    let readers = try PassageReaders(probe, rarities: rarities, lend: { try lendVocabulary(database) })
    let chosen = try candidates(for: probe, profile, reader, reach, passes: passes, database)
    let scorer = FullScorer(probe, profile, reader, readers, database)
    var clauses = try scored(chosen, by: scorer, reach)
    clauses.sort { ($0.score, $1.clause.row) > ($1.score, $0.clause.row) }
    return ClosestClauses(
      clauses: clauses, readers: readers, passage: probe.text, profile: profile, reader: reader)
  }

  /// The candidates that can still be among the wanted, scored in full.
  private func scored(_ candidates: [Candidate], by scorer: FullScorer, _ reach: Reach) throws
    -> [ScoredClause]
  {
    var clauses: [ScoredClause] = []
    switch reach {
    case .best(let count, let everyClause, let leastScore):
      var wanted = Wanted(count)
      try scorer.score(candidates, atOnce: 16) { candidate in
        if let least = wanted.least, candidate.most <= least { return .stop }
        if candidate.most <= wanted.most, SimilarityScore.ofLinear(candidate.most) < leastScore {
          return .stop
        }
        return .take
      } accept: { candidate, clause in
        clauses.append(clause.scored)
        wanted.add(clause.linear, of: everyClause ? candidate.row : platform(ofRow: candidate.row))
      }
    case .everyPlatform:
      var best = [Double](repeating: -.infinity, count: platformCount)
      try scorer.score(candidates, atOnce: 64) { candidate in
        candidate.isPossibleCopy || candidate.most > best[platform(ofRow: candidate.row)] ? .take : .skip
      } accept: { candidate, clause in
        clauses.append(clause.scored)
        let platform = platform(ofRow: candidate.row)
        best[platform] = max(best[platform], clause.linear)
      }
    }
    return clauses
  }

  /// The clauses that are worth reading, those that can score most first: the best of each platform by what needs no
  /// reading, and possible copies.
  private func candidates(
    for probe: Probe, _ profile: ClauseProfile, _ reader: ProfileReader, _ reach: Reach,
    passes: (Int) -> Bool, _ database: Database
  ) throws -> [Candidate] {
    let similarity = try similarityArrays(database)
    let cosines = similarity.vectors.beginCosines(to: profile.vector)
    let terms = try ProbeAccumulator(
      profile, reader, similarity, commonTerms, database)
    var chooser = CandidateChooser(
      profile, words: reader.vocabulary.terms(of: probe.text).count, terms, try cosines.value(), similarity,
      platforms: platformCount, perPlatform: reach.perPlatform)
    chooser.choose(platformRuns, leavingOut: probe.ownPlatform, passes: passes)
    return chooser.candidates()
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

extension Searcher.Reach {
  /// Clauses of each platform that are considered, besides possible copies.
  fileprivate var perPlatform: Int {
    switch self {
    case .best(let count, let everyClause, _): everyClause ? min(max(count, 20), 200) : 3
    case .everyPlatform: 2
    }
  }
}

/// The best scores so far, one a platform (or clause), as many as are wanted.
private struct Wanted {
  private let count: Int
  private var best: [Int: Double] = [:]
  /// The lowest of the wanted scores; nil while there are fewer.
  private(set) var least: Double?
  /// The highest score.
  private(set) var most = -Double.infinity

  init(_ count: Int) {
    self.count = count
    if count < 1 { least = .infinity }
  }

  mutating func add(_ score: Double, of owner: Int) {
    most = max(most, score)
    guard count > 0, score > best[owner] ?? -.infinity, score > least ?? -.infinity else { return }
    best[owner] = score
    guard best.count >= count else { return }
    least = best.values.sorted(by: >)[count - 1]
  }
}
