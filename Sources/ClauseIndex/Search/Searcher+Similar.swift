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
  /// How much of the wording is the same, or that the provision is; nil below that.
  public var level: SharingLevel?
  /// Passages that both texts have, a few changed words inside them aside, in the order of the clause.
  public var shared: [SharedPassage]
  /// The rarest words of the passage that the clause has too, the weightiest first, as the passage writes them.
  public var sharedWords: [String]
  /// Address the document was taken from.
  public var sourceURL: String?
  /// Date of the document's last recorded change.
  public var lastChanged: Timestamp?

  enum CodingKeys: String, CodingKey {
    case clause, platform, company, document, title, heading, text, score, measures, level, shared
    case sharedWords = "shared_words"
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
  public static let leastSimilar = 0.05

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
      to: probe, .best(limit, everyClause: everyClause, leastScore: minScore), database)
    var notes: [String] = []
    if let note = probe.caution { notes.append(note) }
    var taken: Set<Int> = []
    var matches: [SimilarClause] = []
    for found in closest.clauses where found.score >= minScore && matches.count < limit {
      let platform = platformOfDocument[found.clause.document]
      guard everyClause || taken.insert(platform).inserted else { continue }
      matches.append(answer(found, sharedWords: try closest.rareWords(sharedWith: found.clause)))
    }
    if matches.isEmpty {
      notes.append(
        closest.clauses.first.map {
          "nothing close: the nearest clause elsewhere scores \($0.score.rounded2), below \(minScore)"
        } ?? "nothing close: no clause elsewhere shares a word with it")
    }
    return SimilarAnswer(
      corpus: corpus.name, clause: id?.uppercased(), own: probe.ownPlatform.map { platforms[$0].id },
      notes: notes, matches: matches)
  }

  func answer(_ found: ScoredClause, sharedWords: [String]) -> SimilarClause {
    let document = documents[found.clause.document]
    let platform = platforms[platformOfDocument[found.clause.document]]
    return SimilarClause(
      clause: found.clause.id, platform: platform.id, platformName: platform.name, company: platform.company,
      document: document.id, termsType: document.termsType, title: found.clause.title,
      heading: found.clause.heading, leadIn: found.clause.leadIn, text: found.clause.text,
      score: found.score.rounded4, measures: found.measures, level: found.level, shared: found.shared,
      sharedWords: sharedWords, sourceURL: document.sourceURL, lastChanged: document.lastChanged)
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
