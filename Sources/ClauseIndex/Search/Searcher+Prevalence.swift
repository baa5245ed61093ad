// Is it unusual? A clause, a pasted passage or a query → each platform's verdict, counted.

internal import GRDB

/// What a platform's indexed documents say about a provision.
public enum Verdict: String, Sendable, Codable, CaseIterable {
  /// One of its clauses states the provision.
  case shares
  /// It has a document in which the provision could stand, and none of its clauses states it.
  case lacks
  /// No document in the index in which the provision could stand.
  case unknown

  /// Place in answers: those that share it first.
  var rank: Int { self == .shares ? 0 : self == .lacks ? 1 : 2 }
}

/// How widespread a provision is.
public enum PrevalenceLabel: String, Sendable, Codable, CaseIterable {
  /// No other platform.
  case unique = "Unique"
  /// Fewer than one platform in twenty.
  case rare = "Rare"
  /// From one platform in twenty to less than half.
  case shared = "Shared"
  /// Half of the platforms or more.
  case common = "Common"

  init(sharing: Int, of total: Int) {
    self =
      if sharing == 0 { .unique } else if sharing * 20 < total { .rare } else if sharing * 2 < total {
        .shared
      } else { .common }
  }
}

/// How many platforms share a provision, with the evidence.
public struct PrevalenceAnswer: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// "Unique · 0 of 325 platforms".
  public var headline: String
  /// Unique, Rare, Shared or Common.
  public var label: PrevalenceLabel
  /// Platforms that share it; the clause's own never counts.
  public var sharing: Int
  /// Platforms of the index, or of the sector, the clause's own included.
  public var total: Int
  /// Companies of the platforms that share it.
  public var companies: Int
  /// How the platforms that share it word it, the closest wording first; nil for a query and a type.
  public var levels: [LevelCount]?
  /// Platforms that lack it.
  public var lacking: Int
  /// Platforms that can't be told.
  public var unknown: Int
  /// The clause that was asked about; nil for all else.
  public var clause: String?
  /// The clause type that was asked about, by id; nil for all else.
  public var type: String?
  /// Sector whose platforms alone are counted; nil for all.
  public var sector: String?
  /// The platform that is not counted, by id.
  public var own: String?
  /// Terms types in which such a provision stands, of those that were looked at; a platform without a document of these is unknown.
  public var termsTypes: [String]
  /// Score from which a clause counts as the same provision; nil for a query.
  public var threshold: Double?
  /// What the reader should know.
  public var notes: [String]
  /// Every other platform: those that share it first, each group by score.
  public var platforms: [PlatformVerdict]

  enum CodingKeys: String, CodingKey {
    case schema, corpus, headline, label, sharing, total, companies, levels, lacking, unknown, clause, type,
      sector,
      own, threshold, notes, platforms
    case termsTypes = "terms_types"
  }
}

/// How many platforms share a provision at one level of wording.
public struct LevelCount: Sendable, Codable {
  /// The level; a platform counts at the closest wording that it has.
  public var level: SharingLevel
  /// Platforms.
  public var platforms: Int
  /// Their companies.
  public var companies: Int
}

/// One platform's verdict about a provision.
public struct PlatformVerdict: Sendable, Codable {
  /// Platform, by id.
  public var platform: String
  /// Platform, by name.
  public var platformName: String
  /// Owner of the platform.
  public var company: String
  /// Shares, lacks or unknown.
  public var verdict: Verdict
  /// Score of its closest clause, 0…1, for a type how surely it is of the type; nil where no clause comes near.
  public var score: Double?
  /// How close its wording is; nil where it does not share the provision, and for a query and a type.
  public var level: SharingLevel?
  /// Record id of its closest clause: the evidence of "shares", the nearest miss of "lacks".
  public var clause: String?
  /// Terms type of the document the clause stands in.
  public var termsType: String?
  /// Title of the clause.
  public var title: String?
  /// The part of the clause's text that is most like the passage or matches the query, or the sentence that makes
  /// it one of the type; words that match a query or a type stand between `**` marks.
  public var excerpt: String?

  enum CodingKeys: String, CodingKey {
    case platform, company, verdict, score, level, clause, title, excerpt
    case platformName = "platform_name"
    case termsType = "terms_type"
  }
}

extension PlatformVerdict {
  /// Those that share it first, then those that lack it; each group by score.
  static func isBefore(_ a: PlatformVerdict, _ b: PlatformVerdict) -> Bool {
    let (first, second) = (a.verdict.rank, b.verdict.rank)
    return first != second ? first < second : (a.score ?? -1, b.platform) > (b.score ?? -1, a.platform)
  }
}

extension PrevalenceAnswer {
  /// Makes every verdict "unknown": a query with a word that is in no clause may be misspelt, and an answer
  /// "Unique" to it would be taken for a finding.
  fileprivate mutating func tellNothing() {
    for index in platforms.indices { platforms[index].verdict = .unknown }
    unknown = platforms.count
    lacking = 0
    headline = "Can't be told · a word of the query is in no clause"
  }
}

extension Searcher {
  /// Score from which two clauses count as the same provision.
  public static let sameProvision = SimilarityScore.sameProvision

  /// Which platforms share the provision of a clause.
  ///
  /// - Parameters:
  ///   - id: record id of the clause; its own platform is never counted.
  ///   - minScore: score from which a clause counts as the same provision, 0…1.
  /// - Throws: ``IndexError/unknownID(id:kind:)`` where there is no such clause.
  public func prevalence(of id: String, minScore: Double = Searcher.sameProvision) throws -> PrevalenceAnswer
  {
    try read { database in
      let probe = try probe(id, database)
      var answer = try prevalence(probe, minScore: minScore, database)
      answer.clause = id.uppercased()
      return answer
    }
  }

  /// Which platforms share the provision of a pasted passage.
  ///
  /// - Parameters:
  ///   - text: the passage.
  ///   - platform: the platform that the passage belongs to, which is then not counted.
  ///   - minScore: score from which a clause counts as the same provision, 0…1.
  public func prevalence(
    ofText text: String, leavingOut platform: String? = nil, minScore: Double = Searcher.sameProvision
  ) throws -> PrevalenceAnswer {
    let own = try platform.map { try platformIndex(named: $0) }
    return try read { database in
      try prevalence(Probe(text: text, ownPlatform: own), minScore: minScore, database)
    }
  }

  /// Which platforms have a clause that matches a query, all its words and filters.
  ///
  /// - Parameters:
  ///   - query: what is looked for.
  ///   - platform: a platform that is not counted.
  public func prevalence(of query: Query, leavingOut platform: String? = nil) throws -> PrevalenceAnswer {
    let own = try platform.map { try platformIndex(named: $0) }
    return try read { database in
      let filter = try documentFilter(query.filters, database)
      let types = try TypeFilter(query.filters, count: arrays.count, self, database)
      let matcher = try matcher(filter, types, database)
      let matches = query.isEmpty ? ClauseMatches() : try matcher.matches(of: query)
      // A clause that holds only some of the words is no evidence.
      var best: [Int: ClauseMatches.Match] = [:]
      if matches.atLeast == nil {
        let rows = matches.best(platforms.count, owners: platforms.count, owner: { self.platform(ofRow: $0) })
        for match in rows { best[self.platform(ofRow: match.row)] = match }
      }
      if let own { best[own] = nil }
      let stored = try StoredClause.fetch(rows: best.values.map(\.row), from: database)
      let snippets = try withExtendedLifetime(matcher) {
        try Snippets(
          of: stored, terms: matches.highlighted, vocabulary: matcher.vocabulary, database: database)
      }
      let evidence = best.compactMapValues { match in
        stored[match.row].map { clause in
          ScoredClause(clause: clause, score: match.score, measures: nil)
        }
      }
      var notes = query.notes + filter.notes + types.notes + matches.notes
      if query.isEmpty { notes.append("the query holds no word to look for") }
      if matches.atLeast != nil { notes.append("such clauses do not count: no clause holds all the words") }
      var answer = verdicts(
        evidence, sharing: { _ in true }, own: own,
        standsIn: termsTypes(of: Array(evidence.values), home: nil, passes: filter.passes),
        passes: filter.passes, threshold: nil, notes: notes,
        excerpts: { $0.map { snippets.of($0.clause.row) ?? Snippets.beginning(of: $0.clause.text) } })
      if matches.hasUnknownWord, evidence.isEmpty { answer.tellNothing() }
      return answer
    }
  }

  private func prevalence(_ probe: Probe, minScore: Double, _ database: Database) throws -> PrevalenceAnswer {
    let closest = try closestClauses(to: probe, .everyPlatform, database)
    return prevalence(
      of: probe, closest, home: probe.row.map { document(ofRow: $0).termsType }, minScore: minScore)
  }

  /// Which platforms share a provision, by the clauses closest to it: two or more of each platform.
  ///
  /// - Parameter home: terms type of the document that the passage stands in; nil where it is not known.
  func prevalence(
    of probe: Probe, _ closest: ClosestClauses, home: String?, minScore: Double
  ) -> PrevalenceAnswer {
    var best: [Int: ScoredClause] = [:]
    for found in closest.clauses {
      let platform = platformOfDocument[found.clause.document]
      guard let other = best[platform] else {
        best[platform] = found
        continue
      }
      // A copy is better evidence than a rewording that scores a little higher.
      if found.score >= minScore, found.wordingRank < other.wordingRank { best[platform] = found }
    }
    let standsIn = termsTypes(
      of: Array(closest.clauses.filter { $0.score >= minScore }.prefix(200)), home: home, passes: nil)
    return verdicts(
      best, sharing: { $0.score >= minScore }, own: probe.ownPlatform, standsIn: standsIn, passes: nil,
      threshold: minScore, notes: probe.caution.map { [$0] } ?? [],
      excerpts: { closest.readers.map($0) { $1.excerpt.of($0.clause.text) } })
  }

  /// Terms types in which a provision stands: the clause's own, and each that holds a tenth or more of the
  /// evidence; Terms of Service and Privacy Policy where there is nothing to go by.
  private func termsTypes(of evidence: [ScoredClause], home: String?, passes: [Bool]?) -> [String] {
    var counts: [String: Int] = [:]
    for found in evidence { counts[documents[found.clause.document].termsType, default: 0] += 1 }
    var types = Set(counts.filter { $0.value * 10 >= evidence.count }.keys)
    if let home { types.insert(home) }
    if types.isEmpty { types = ["Terms of Service", "Privacy Policy"] }
    return types.sorted()
  }

  private func verdicts(
    _ best: [Int: ScoredClause], sharing: (ScoredClause) -> Bool, own: Int?, standsIn: [String],
    passes: [Bool]?, threshold: Double?, notes: [String],
    excerpts: ([ScoredClause]) -> [String]
  ) -> PrevalenceAnswer {
    var couldHold = [Bool](repeating: false, count: platforms.count)
    for (index, document) in documents.enumerated()
    where standsIn.contains(document.termsType) && passes?[index] != false {
      couldHold[platformOfDocument[index]] = true
    }
    let evidence = best.keys.filter { $0 != own }.sorted()
    let shown = Dictionary(
      uniqueKeysWithValues: zip(evidence, excerpts(evidence.compactMap { best[$0] })))
    var rows: [PlatformVerdict] = []
    for (index, platform) in platforms.enumerated() where index != own {
      let found = best[index]
      let shares = found.map(sharing) ?? false
      rows.append(
        PlatformVerdict(
          platform: platform.id, platformName: platform.name, company: platform.company,
          verdict: shares ? .shares : couldHold[index] ? .lacks : .unknown, score: found?.score.rounded4,
          level: shares && threshold != nil ? found.map { $0.wording ?? .sameProvision } : nil,
          clause: found?.clause.id, termsType: found.map { documents[$0.clause.document].termsType },
          title: found?.clause.title, excerpt: shown[index]))
    }
    rows.sort(by: PlatformVerdict.isBefore)
    let sharing = rows.filter { $0.verdict == .shares }
    let label = PrevalenceLabel(sharing: sharing.count, of: platforms.count)
    return PrevalenceAnswer(
      corpus: corpus.name, headline: "\(label.rawValue) · \(sharing.count) of \(platforms.count) platforms",
      label: label, sharing: sharing.count, total: platforms.count,
      companies: Set(sharing.map(\.company)).count, levels: threshold.map { _ in levels(of: sharing) },
      lacking: rows.filter { $0.verdict == .lacks }.count,
      unknown: rows.filter { $0.verdict == .unknown }.count, clause: nil, own: own.map { platforms[$0].id },
      termsTypes: standsIn, threshold: threshold, notes: notes, platforms: rows)
  }

  private func levels(of sharing: [PlatformVerdict]) -> [LevelCount] {
    SharingLevel.allCases.map { level in
      let rows = sharing.filter { $0.level == level }
      return LevelCount(level: level, platforms: rows.count, companies: Set(rows.map(\.company)).count)
    }
  }
}

extension ScoredClause {
  /// Place of the wording among the levels: copies first.
  fileprivate var wordingRank: Int {
    switch wording {
    case .verbatim: 0
    case .nearVerbatim: 1
    default: 2
    }
  }
}
