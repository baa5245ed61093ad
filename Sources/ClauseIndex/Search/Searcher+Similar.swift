// How do others word it? A clause or a pasted passage → the closest clauses elsewhere.

internal import GRDB

/// The closest clauses to a passage.
public struct SimilarAnswer: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// The clause that was asked about; nil for a pasted text.
  public var clause: String?
  /// Platform that was left out, by id: the clause's own, or the one named.
  public var own: String?
  /// What the reader should know.
  public var notes: [String]
  /// The closest clauses, closest first, one a platform unless all were asked for.
  public var matches: [SimilarClause]
}

/// A clause that is like the one asked about.
public struct SimilarClause: Sendable, Codable {
  /// Record id of the clause.
  public var clause: String
  /// Platform, by id.
  public var platform: String
  /// Platform, by name.
  public var platformName: String
  /// Owner of the platform.
  public var company: String
  /// Id of the document.
  public var document: String
  /// Terms type of the document.
  public var termsType: String
  /// Title of the clause; empty where it has none.
  public var title: String
  /// Headings above the clause.
  public var heading: String
  /// Sentence that leads into the list the clause is an item of; empty where there is none.
  public var leadIn: String
  /// The clause's text.
  public var text: String
  /// How surely it is the same provision, 0…1.
  public var score: Double
  /// What the score is made of.
  public var measures: SimilarityMeasures?
  /// Runs of five words or more that both texts have.
  public var shared: [SharedPassage]
  /// Address the document was taken from.
  public var sourceURL: String?
  /// Date of the document's last recorded change.
  public var lastChanged: Timestamp?

  enum CodingKeys: String, CodingKey {
    case clause, platform, company, document, title, heading, text, score, measures, shared
    case platformName = "platform_name"
    case termsType = "terms_type"
    case leadIn = "lead_in"
    case sourceURL = "source_url"
    case lastChanged = "last_changed"
  }
}

extension Searcher {
  /// Lowest score that `similar` lists unless asked otherwise: below it even the closest clause is another
  /// provision nearly always.
  public static let leastSimilar = 0.1

  /// The closest clauses at other platforms to a clause of the index.
  ///
  /// - Parameters:
  ///   - id: record id of the clause.
  ///   - limit: clauses at most.
  ///   - minScore: lowest score in 0…1.
  ///   - everyClause: all clauses, instead of the closest of each platform.
  /// - Throws: ``IndexError/unknownID(id:kind:)`` where there is no such clause.
  public func similar(
    to id: String, limit: Int = 10, minScore: Double = Searcher.leastSimilar, everyClause: Bool = false
  ) throws -> SimilarAnswer {
    try read { database in
      try similar(
        try probe(id, database), id: id, limit: limit, minScore: minScore, everyClause: everyClause, database)
    }
  }

  /// The closest clauses to a pasted passage, at all platforms but the one left out.
  ///
  /// - Parameters:
  ///   - text: the passage.
  ///   - platform: a platform to leave out, by id or name.
  ///   - limit: clauses at most.
  ///   - minScore: lowest score in 0…1.
  ///   - everyClause: all clauses, instead of the closest of each platform.
  public func similar(
    toText text: String, leavingOut platform: String? = nil, limit: Int = 10,
    minScore: Double = Searcher.leastSimilar, everyClause: Bool = false
  ) throws -> SimilarAnswer {
    let own = try platform.map { try platformIndex(named: $0) }
    return try read { database in
      try similar(
        Probe(text: text, ownPlatform: own), id: nil, limit: limit, minScore: minScore,
        everyClause: everyClause, database)
    }
  }

  /// The clause with an id, as a passage to ask about.
  func probe(_ id: String, _ database: Database) throws -> Probe {
    guard let clause = try StoredClause.fetch(id: id, from: database) else {
      throw IndexError.unknownID(id: id, kind: "clause")
    }
    return Probe(clause, platform: platformOfDocument[clause.document])
  }

  private func similar(
    _ probe: Probe, id: String?, limit: Int, minScore: Double, everyClause: Bool, _ database: Database
  ) throws -> SimilarAnswer {
    let closest = try closestClauses(
      to: probe, perPlatform: everyClause ? 20 : 3, atMost: max(200, min(limit, 1_000_000) * 4), database
    ).clauses
    var notes: [String] = []
    if let note = probe.caution { notes.append(note) }
    var taken: Set<Int> = []
    var matches: [SimilarClause] = []
    for found in closest where found.score >= minScore && matches.count < limit {
      let platform = platformOfDocument[found.clause.document]
      guard everyClause || taken.insert(platform).inserted else { continue }
      matches.append(answer(found))
    }
    if matches.isEmpty {
      notes.append(
        closest.first.map {
          "nothing close: the nearest clause elsewhere scores \($0.score.rounded2), below \(minScore)"
        } ?? "nothing close: no clause elsewhere shares a word with it")
    }
    return SimilarAnswer(
      corpus: corpus.name, clause: id?.uppercased(), own: probe.ownPlatform.map { platforms[$0].id },
      notes: notes, matches: matches)
  }

  func answer(_ found: ScoredClause) -> SimilarClause {
    let document = documents[found.clause.document]
    let platform = platforms[platformOfDocument[found.clause.document]]
    return SimilarClause(
      clause: found.clause.id, platform: platform.id, platformName: platform.name, company: platform.company,
      document: document.id, termsType: document.termsType, title: found.clause.title,
      heading: found.clause.heading, leadIn: found.clause.leadIn, text: found.clause.text,
      score: found.score.rounded4, measures: found.measures, shared: found.shared,
      sourceURL: document.sourceURL,
      lastChanged: document.lastChanged)
  }
}

/// A clause with the score that it got.
struct ScoredClause {
  var clause: StoredClause
  var score: Double
  /// What the score is made of; nil where it is the rank of a query.
  var measures: SimilarityMeasures?
  var shared: [SharedPassage]
}

/// The clauses most like a passage, and what shows of each why it was found.
struct ClosestClauses {
  /// Best first.
  var clauses: [ScoredClause]
  var excerpt: Excerpt
}

extension Searcher {
  /// The clauses most like a passage, best first: all by the terms they share, then the best of each platform
  /// read and scored with the passages they share.
  ///
  /// - Parameters:
  ///   - perPlatform: clauses of each platform that are read.
  ///   - atMost: clauses that are read in all.
  ///   - passes: whether a clause is looked at, by row; nil for all.
  func closestClauses(
    to probe: Probe, perPlatform: Int, atMost: Int, passes: ((Int) -> Bool)? = nil, _ database: Database
  ) throws -> ClosestClauses {
    let reader = try profileReader(database)
    let similarity = try similarityArrays(database)
    var profile = try reader.profile(
      title: probe.title, heading: probe.heading, leadIn: probe.leadIn, text: probe.text)
    profile.types = try types(of: probe, similarity.typings, database)
    let terms = try ProbeAccumulator(profile, reader, arrays: arrays, database: database)
    let cosines = similarity.vectors.cosines(to: profile.vector)
    let own = profile.types.confidences
    var best: [[(row: Int, measures: SimilarityMeasures, score: Double)]] = Array(
      repeating: [], count: platforms.count)
    for row in 1..<(arrays.count + 1) where terms.dot[row] > 0 || cosines[row - 1] > 0 {
      let platform = platform(ofRow: row)
      guard platform != probe.ownPlatform, passes?(row) != false else { continue }
      let measures = SimilarityMeasures(
        terms.likeness(ofRow: row), meaning: cosines[row - 1],
        type: similarity.typings.agreement(ofRow: row, with: own))
      let score = SimilarityScore.linear(measures)
      if best[platform].count < perPlatform {
        best[platform].append((row, measures, score))
      } else if let worst = best[platform].indices.min(by: {
        best[platform][$0].score < best[platform][$1].score
      }),
        best[platform][worst].score < score
      {
        best[platform][worst] = (row, measures, score)
      }
    }
    let candidates = best.joined().sorted { ($0.score, $1.row) > ($1.score, $0.row) }.prefix(atMost)
    let stored = try StoredClause.fetch(rows: candidates.map(\.row), from: database)
    let passages = SharedPassages(of: probe.text, vocabulary: reader.vocabulary)
    let clauses = try candidates.compactMap { candidate -> ScoredClause? in
      guard let clause = stored[candidate.row] else { return nil }
      var measures = candidate.measures
      let (shared, coverage) = passages.with(clause.text)
      measures.coverage = coverage
      measures.heading = profile.heading.cosine(
        to: try HeadingVector(title: clause.title, heading: clause.heading, reader))
      return ScoredClause(
        clause: clause, score: SimilarityScore.of(measures), measures: measures, shared: shared)
    }.sorted { ($0.score, $1.clause.row) > ($1.score, $0.clause.row) }
    let rarities = try Dictionary(
      uniqueKeysWithValues: profile.terms.map { ($0.number, try reader.rarity($0.number)) })
    return ClosestClauses(
      clauses: clauses, excerpt: Excerpt(vocabulary: reader.vocabulary, rarities: rarities))
  }

  /// The clause types of what is asked about: as stored, or found by the rules in a pasted passage.
  private func types(of probe: Probe, _ typings: TypingArrays, _ database: Database) throws -> TypeShares {
    if let row = probe.row { return typings.shares(ofRow: row) }
    var classifier = Classifier(try compiledTypes(try catalogue(database)))
    let found = classifier.read(ClassifiedText(text: probe.text)).typings
    return TypeShares(shares: found.map { ($0.type, Float($0.confidence)) })
  }
}

extension Probe {
  /// What the reader should know of a passage that is too short or too long to judge well.
  var caution: String? {
    let words = text.split(whereSeparator: \.isWhitespace).count
    if words < 8 {
      return "the passage has only \(words) words: too few to tell one provision from another surely"
    }
    if words > 400 {
      return "the passage has \(words) words and may hold several provisions: paste one at a time"
    }
    return nil
  }
}

extension Double {
  /// Rounded to two decimal places.
  var rounded2: Double { (self * 100).rounded() / 100 }
}
