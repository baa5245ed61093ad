// What is copied most? The wordings of all clauses → those that the most platforms have word for word.

internal import GRDB

extension Searcher {
  /// The wordings that two platforms or more have word for word, that of the most companies first; one row a wording.
  ///
  /// Clauses of fewer than 12 words are left out.
  ///
  /// - Parameters:
  ///   - name: a platform whose wordings alone are listed, by id or name; nil for all.
  ///   - otherCompanies: whether wordings of one company alone are left out.
  ///   - sector: the sector whose clauses alone are counted; nil for all.
  ///   - termsTypes: terms types of the documents whose clauses alone are counted; nil for all.
  ///   - limit: wordings at most.
  /// - Throws: ``IndexError/notMeasured(path:)`` where the index holds no counts, and errors that name an unknown
  ///   platform, sector or terms type.
  public func mostCopied(
    of name: String? = nil, otherCompanies: Bool = false, sector: String? = nil,
    termsTypes: [String]? = nil, limit: Int = Int.max
  ) throws -> CopiedAnswer {
    let own = try name.map { try platformIndex(named: $0) }
    let scope = try typeScope(sector: sector, termsTypes: termsTypes)
    return try read { database in
      guard try PrevalenceTable.isFilled(database) else { throw IndexError.notMeasured(path: path) }
      let words = try similarityArrays(database)
      var holders: [Int: [Int]] = [:]
      let rows = try Row.fetchCursor(database, sql: "SELECT wording, clause FROM prevalence ORDER BY clause")
      while let stored = try rows.next() {
        let (wording, row): (Int, Int) = (try stored.value(0), try stored.value(1))
        guard (1...arrays.count).contains(row), scope.isLookedAt[Int(arrays.document[row - 1])],
          words.words(ofRow: row) >= Self.leastUnusualWords
        else { continue }
        holders[wording, default: []].append(row)
      }
      let copied = holders.values.compactMap { rows -> Copied? in
        guard rows.count > 1 else { return nil }
        let platforms = rows.map { platform(ofRow: $0) }.distinct
        let companies = Set(platforms.map { self.platforms[$0].company }).count
        guard platforms.count > 1, own.map({ platforms.contains($0) }) != false,
          !otherCompanies || companies > 1
        else { return nil }
        return Copied(
          rows: rows, platforms: platforms, companies: companies, words: words.words(ofRow: rows[0]))
      }.sorted {
        ($0.companies, $0.platforms.count, $0.words, $1.rows[0])
          > ($1.companies, $1.platforms.count, $1.words, $0.rows[0])
      }
      return CopiedAnswer(
        corpus: corpus.name, platform: own.map { platforms[$0].id }, sector: scope.sector,
        termsTypes: scope.termsTypes, total: copied.count, notes: [],
        rows: try copied.prefix(limit).compactMap { try wording($0, own, database) })
    }
  }

  /// A wording of several platforms.
  private struct Copied {
    var rows: [Int]
    var platforms: [Int]
    var companies: Int
    var words: Int
  }

  private func wording(_ copied: Copied, _ own: Int?, _ database: Database) throws -> CopiedWording? {
    let example = copied.rows.first { own == nil || platform(ofRow: $0) == own } ?? copied.rows[0]
    guard let clause = try StoredClause.fetch(rows: [example], from: database)[example] else { return nil }
    return CopiedWording(
      platforms: copied.platforms.count, companies: copied.companies, clauses: copied.rows.count,
      words: copied.words, clause: clause.id, title: clause.title,
      sharedBy: copied.platforms.map { platforms[$0].id }, excerpt: Snippets.beginning(of: clause.text))
  }
}
