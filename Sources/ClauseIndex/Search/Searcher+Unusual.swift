// Which provisions are rare? The stored prevalence of every clause → the rarest of a platform, or of all.

internal import GRDB

extension Searcher {
  /// Words of the shortest clause that ``unusual(_:sector:termsTypes:limit:)`` lists: shorter ones are headings and
  /// parts of lists more often than provisions.
  static let leastUnusualWords = 12
  /// Words of the longest: longer ones may hold several provisions, as ``Probe/caution`` says.
  static let mostUnusualWords = 400
  /// A clause counts as rare only where one platform in so many has a document in which it could stand.
  static let leastAblePart = 10

  /// The rarest provisions of a platform, or of all: those that fewer than one platform in twenty shares.
  ///
  /// Clauses of fewer than 12 or more than 400 words are left out, and those of documents of a kind that fewer than one
  /// platform in ten has: of these it can't be told.
  ///
  /// - Parameters:
  ///   - name: the platform, by id or name; nil for all.
  ///   - sector: the sector whose clauses alone are listed; nil for all.
  ///   - termsTypes: terms types of the documents whose clauses alone are listed; nil for all.
  ///   - limit: clauses at most.
  /// - Throws: ``IndexError/notMeasured(path:)`` where the index holds no counts, and errors that name an unknown
  ///   platform, sector or terms type.
  public func unusual(
    _ name: String? = nil, sector: String? = nil, termsTypes: [String]? = nil, limit: Int = Int.max
  ) throws -> UnusualAnswer {
    let own = try name.map { try platformIndex(named: $0) }
    let scope = try typeScope(sector: sector, termsTypes: termsTypes, platform: own)
    return try read { database in
      guard try PrevalenceTable.isFilled(database) else { throw IndexError.notMeasured(path: path) }
      let words = try similarityArrays(database)
      let total = platforms.count
      var counts = (clauses: 0, unique: 0, rare: 0, untold: 0)
      var found: [(row: Int, prevalence: ClausePrevalence)] = []
      for row in 1..<(arrays.count + 1)
      where scope.isLookedAt[Int(arrays.document[row - 1])]
        && (Self.leastUnusualWords...Self.mostUnusualWords).contains(words.words(ofRow: row))
      {
        counts.clauses += 1
      }
      let rows = try Row.fetchCursor(
        database,
        sql: """
          SELECT clause, \(PrevalenceTable.columns) FROM prevalence WHERE sharing * 20 < ?
          ORDER BY sharing, coalesce(nearest_score, 0), clause
          """,
        arguments: [total])
      while let stored = try rows.next() {
        let row: Int = try stored.value(0)
        guard (1...arrays.count).contains(row), scope.isLookedAt[Int(arrays.document[row - 1])],
          (Self.leastUnusualWords...Self.mostUnusualWords).contains(words.words(ofRow: row))
        else { continue }
        let prevalence = try ClausePrevalence(stored, from: 1)
        guard (prevalence.sharing + prevalence.lacking) * Self.leastAblePart >= total else {
          counts.untold += 1
          continue
        }
        if prevalence.sharing == 0 { counts.unique += 1 } else { counts.rare += 1 }
        if found.count < limit { found.append((row, prevalence)) }
      }
      return UnusualAnswer(
        corpus: corpus.name, platform: own.map { platforms[$0].id }, sector: scope.sector,
        termsTypes: scope.termsTypes, clauses: counts.clauses, unique: counts.unique, rare: counts.rare,
        untold: counts.untold, notes: [], rows: try unusualClauses(found, database))
    }
  }

  private func unusualClauses(
    _ found: [(row: Int, prevalence: ClausePrevalence)], _ database: Database
  ) throws -> [UnusualClause] {
    let elsewhere = found.map { Int($0.prevalence.nearest) }.filter { $0 > 0 }
    let stored = try StoredClause.fetch(rows: found.map(\.row) + elsewhere, from: database)
    let types = try catalogue(database).types
    return try found.compactMap { row, prevalence -> UnusualClause? in
      guard let clause = stored[row] else { return nil }
      let (platform, document) = (platforms[platform(ofRow: row)], documents[clause.document])
      let label = PrevalenceLabel(sharing: prevalence.sharing, of: platforms.count)
      let typings = try Int.fetchAll(
        database,
        sql: "SELECT type FROM typing WHERE clause = ? AND confidence >= ? ORDER BY confidence DESC, type",
        arguments: [row, Confidence.typed])
      return UnusualClause(
        clause: clause.id, platform: platform.id, platformName: platform.name, company: platform.company,
        termsType: document.termsType, title: clause.title,
        types: typings.compactMap { types.indices.contains($0 - 1) ? types[$0 - 1].id : nil },
        headline: "\(label.rawValue) · \(prevalence.sharing) of \(platforms.count) platforms", label: label,
        sharing: prevalence.sharing, companies: prevalence.companies, total: platforms.count,
        lacking: prevalence.lacking, unknown: prevalence.unknown,
        excerpt: Snippets.beginning(of: clause.text),
        nearest: stored[Int(prevalence.nearest)].map { nearest($0, prevalence.nearestScore) })
    }
  }

  private func nearest(_ clause: StoredClause, _ score: Double) -> NearestClause {
    let platform = platforms[platformOfDocument[clause.document]]
    return NearestClause(
      clause: clause.id, platform: platform.id, platformName: platform.name,
      termsType: documents[clause.document].termsType, title: clause.title, score: score,
      excerpt: Snippets.beginning(of: clause.text))
  }
}
