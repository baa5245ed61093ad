// Who says something like this, in whatever words? A query → clauses ranked by the score of `similar`.

internal import GRDB

extension Searcher {
  /// Finds clauses by what the words of a query mean: plain questions and names of provisions find clauses that have
  /// none of the words.
  ///
  /// Every clause is held against the words of the query taken together: by the terms they share, by word vectors, and
  /// by the clause types that the rules find in the query. Operators between words are let go; filters and
  /// excluded words hold.
  ///
  /// - Parameters:
  ///   - query: what is looked for.
  ///   - limit: hits at most.
  ///   - everyHit: all clauses, instead of the best of each platform.
  public func searchByMeaning(
    _ query: Query, limit: Int = 20, everyHit: Bool = false
  ) throws -> SearchAnswer {
    return try readSome { database in
      let filter = try documentFilter(query.filters, database)
      let types = try TypeFilter(query.filters, count: arrays.count, self, database)
      let matcher = try matcher(filter, types, database)
      let hits = try hitsByMeaning(query, matcher, limit: limit, everyHit: everyHit, database)
      var notes = query.notes + filter.notes + types.notes
      if query.required.isEmpty { notes.append(Self.emptyQuery) }
      return SearchAnswer(
        corpus: corpus.name, query: query.text, total: hits.count, platforms: Set(hits.map(\.platform)).count,
        notes: notes, hits: hits, wordedDifferently: [], facets: nil)
    }
  }

  /// The clauses that mean most like a query.
  func hitsByMeaning(
    _ query: Query, _ matcher: ClauseMatcher, limit: Int, everyHit: Bool = false, _ database: Database,
    among isWanted: (Int) -> Bool = { _ in true }
  ) throws -> [SearchHit] {
    let words = query.required.flatMap { $0 }.flatMap(\.words)
    guard !words.isEmpty, limit > 0 else { return [] }
    let excluded = Set(try matcher.rows(holdingOneOf: query.excluded))
    let closest = try closestClauses(
      to: Probe(text: words.joined(separator: " "), ownPlatform: nil),
      .best(limit, everyClause: everyHit, leastScore: Self.leastMeant),
      passes: { row in matcher.passes(row) && isWanted(row) && !excluded.contains(row) }, database)
    return try closest.clauses.filter { $0.score >= Self.leastMeant }.prefix(limit).map { found in
      try hit(
        found.clause, snippet: closest.readers.first.excerpt.of(found.clause.text), score: found.score,
        more: 0, database)
    }
  }

  /// Lowest score of a clause that is shown for a query of a few words: such scores are lower than between clauses.
  private static let leastMeant = 0.01
}
