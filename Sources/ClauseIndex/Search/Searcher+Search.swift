// Who says this? A query → ranked clauses, one best a platform, with highlights and facet counts.

internal import GRDB

/// The answer to a search.
public struct SearchAnswer: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// What was asked.
  public var query: String
  /// Clauses that match.
  public var total: Int
  /// Platforms with a clause that matches.
  public var platforms: Int
  /// What the reader should know: unknown words, words that were let go, filters that name nothing.
  public var notes: [String]
  /// The hits, best first.
  public var hits: [SearchHit]
  /// Clauses that mean something like it in other words, the likeliest first.
  ///
  /// Of platforms without a hit; empty where the words find enough. Their score is that of `similar`, 0…1.
  public var wordedDifferently: [SearchHit]
  /// Counts of matching clauses and platforms by platform, company, sector and terms type; nil unless asked for.
  public var facets: [Facet]?

  enum CodingKeys: String, CodingKey {
    case schema, corpus, query, total, platforms, notes, hits, facets
    case wordedDifferently = "worded_differently"
  }
}

/// One clause that matches a search.
public struct SearchHit: Sendable, Codable {
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
  /// Headings above the clause, outermost first, " › " between them.
  public var heading: String
  /// The part of the text that matches best, the words that match between `**` marks.
  public var snippet: String
  /// BM25 score; higher is better, comparable within one answer only.
  public var score: Double
  /// Further clauses of the same platform that match.
  public var more: Int
  /// Date of the document's last recorded change.
  public var lastChanged: Timestamp?
  /// Address the document was taken from.
  public var sourceURL: String?

  enum CodingKeys: String, CodingKey {
    case clause, platform, company, document, title, heading, snippet, score, more
    case platformName = "platform_name"
    case termsType = "terms_type"
    case lastChanged = "last_changed"
    case sourceURL = "source_url"
  }
}

/// How many matches have a property.
public struct Facet: Sendable, Codable {
  /// What is counted by: "platform", "company", "sector", "terms".
  public var key: String
  /// The value.
  public var value: String
  /// Clauses that match and have the value.
  public var clauses: Int
  /// Platforms with such a clause.
  public var platforms: Int
}

extension Searcher {
  /// Finds clauses by their words.
  ///
  /// All words must occur; where no clause holds them all, clauses that hold most of them are given and the
  /// notes say so. Ranked by BM25 with title and heading weighted (``Query`` tells the operators).
  ///
  /// - Parameters:
  ///   - query: what is looked for.
  ///   - limit: hits at most.
  ///   - everyHit: all clauses, instead of the best of each platform.
  ///   - facets: whether to count matches by platform, company, sector and terms type.
  public func search(
    _ query: Query, limit: Int = 20, everyHit: Bool = false, facets: Bool = false
  ) throws -> SearchAnswer {
    return try readSome { database in
      let filter = try documentFilter(query.filters, database)
      let types = try TypeFilter(query.filters, count: arrays.count, self, database)
      let matcher = try matcher(filter, types, database)
      var matches = ClauseMatches()
      if !query.isEmpty || !query.filters.isEmpty { matches = try matcher.matches(of: query) }
      var countOf = [Int](repeating: 0, count: platformCount)
      for match in matches.found { countOf[platform(ofRow: match.row)] += 1 }
      let best =
        everyHit
        ? matches.best(limit)
        : matches.best(limit, owners: platformCount, owner: { platform(ofRow: $0) })
      let stored = try StoredClause.fetch(rows: best.map(\.row), from: database)
      let snippets = try withExtendedLifetime(matcher) {
        try Snippets(
          of: stored, terms: matches.highlighted, vocabulary: matcher.vocabulary, database: database)
      }
      if facets { try readEverything(database) }
      let hits = try best.compactMap { match -> SearchHit? in
        guard let clause = stored[match.row] else { return nil }
        return try hit(
          clause, snippet: snippets.of(match.row) ?? Snippets.beginning(of: clause.text), score: match.score,
          more: everyHit ? 0 : countOf[platformOfDocument[clause.document]] - 1, database)
      }
      let found = countOf.count { $0 > 0 }
      var differently: [SearchHit] = []
      if found < Self.fewPlatforms || matches.atLeast != nil {
        let taken = matches.atLeast == nil ? Set(countOf.indices.filter { countOf[$0] > 0 }) : []
        let shown = Set(best.map(\.row))
        differently = try hitsByMeaning(query, matcher, limit: Self.fewPlatforms, database) { row in
          !taken.contains(platform(ofRow: row)) && !shown.contains(row)
        }
      }
      return SearchAnswer(
        corpus: corpus.name, query: query.text, total: matches.found.count, platforms: found,
        notes: query.notes + filter.notes + types.notes
          + (query.isEmpty && query.filters.isEmpty ? [Searcher.emptyQuery] : [])
          + matches.notes, hits: hits, wordedDifferently: differently,
        facets: facets ? self.facets(of: matches.found.map(\.row)) : nil)
    }
  }

  /// Where fewer platforms than this have all the words, clauses in other words are shown as well, as many at most.
  private static let fewPlatforms = 5

  func hit(
    _ clause: StoredClause, snippet: String, score: Double, more: Int, _ database: Database
  ) throws -> SearchHit {
    let (document, platform) = try document(clause.document, database)
    return SearchHit(
      clause: clause.id, platform: platform.id, platformName: platform.name, company: platform.company,
      document: document.id, termsType: document.termsType, title: clause.title, heading: clause.heading,
      snippet: snippet, score: score.rounded4, more: more, lastChanged: document.lastChanged,
      sourceURL: document.sourceURL)
  }

  static let emptyQuery =
    "the query holds no word to look for; type words, \"a phrase\", or a filter such as platform:spotify"

  private func facets(of rows: [Int]) -> [Facet] {
    var clauses: [[String: Int]] = Array(repeating: [:], count: 4)
    var holders: [[String: Set<Int>]] = Array(repeating: [:], count: 4)
    for row in rows {
      let document = document(ofRow: row)
      let number = platform(ofRow: row)
      let platform = platforms[number]
      for (index, value) in [platform.id, platform.company, platform.sector, document.termsType].enumerated()
      {
        clauses[index][value, default: 0] += 1
        holders[index][value, default: []].insert(number)
      }
    }
    return ["platform", "company", "sector", "terms"].enumerated().flatMap { index, key in
      clauses[index].map { value, count in
        Facet(key: key, value: value, clauses: count, platforms: holders[index][value]?.count ?? 0)
      }.sorted { $0.clauses != $1.clauses ? $0.clauses > $1.clauses : $0.value < $1.value }
    }
  }
}

extension Double {
  /// Rounded to four decimal places: scores mean no more.
  var rounded4: Double { (self * 10_000).rounded() / 10_000 }
}
