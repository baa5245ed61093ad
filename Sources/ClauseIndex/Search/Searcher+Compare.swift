// How do these platforms differ? Two platforms or more, side by side, by provision or by query.

internal import GRDB

/// Platforms side by side.
public struct CompareAnswer: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// The platforms, by id, in the order asked for.
  public var platforms: [String]
  /// Terms types that were compared.
  public var termsTypes: [String]
  /// The query, where one was given.
  public var query: String?
  /// Clauses that no other of the platforms has, by platform.
  public var only: [String: Int]
  /// What the reader should know.
  public var notes: [String]
  /// One provision a row: those that the most platforms have first.
  public var rows: [Row]

  /// A provision and how each platform words it.
  public struct Row: Sendable, Codable {
    /// A title for the row: the first platform's.
    public var title: String
    /// How many of the platforms have it.
    public var sharing: Int
    /// Lowest score between two clauses that brought the row together; nil where one platform has it alone.
    public var score: Double?
    /// The clauses, in the order of the platforms that have it.
    public var cells: [Cell]
  }

  /// One platform's clause.
  public struct Cell: Sendable, Codable {
    /// Platform, by id.
    public var platform: String
    /// Record id of the clause.
    public var clause: String
    /// Terms type of its document.
    public var termsType: String
    /// Title; empty where it has none.
    public var title: String
    /// Text, or for a query the part that matches.
    public var text: String

    enum CodingKeys: String, CodingKey {
      case platform, clause, title, text
      case termsType = "terms_type"
    }
  }

  enum CodingKeys: String, CodingKey {
    case schema, corpus, platforms, query, only, notes, rows
    case termsTypes = "terms_types"
  }
}

extension Searcher {
  /// The provisions of platforms side by side.
  ///
  /// Clauses are brought together greedily, the surest pairs first, so that a row holds one clause a platform
  /// at most. Clauses that stand alone come last.
  ///
  /// - Parameters:
  ///   - names: two platforms or more, by id or name.
  ///   - termsTypes: terms types to compare; nil for those that two of the platforms or more have.
  ///   - minScore: score from which two clauses count as the same provision.
  /// - Throws: ``IndexError/unknownPlatform(name:near:)`` for a platform that is not in the index.
  public func compare(
    _ names: [String], termsTypes: [String]? = nil, minScore: Double = Searcher.sameProvision
  ) throws -> CompareAnswer {
    let chosen = try names.map { try platformIndex(named: $0) }.distinct
    var held: [String: Set<Int>] = [:]
    for (index, document) in documents.enumerated() where chosen.contains(platformOfDocument[index]) {
      held[document.termsType, default: []].insert(platformOfDocument[index])
    }
    let types = (termsTypes ?? held.filter { $0.value.count >= 2 }.keys.sorted())
    var notes: [String] = []
    for type in types where (held[type]?.count ?? 0) < chosen.count {
      let without = chosen.filter { held[type]?.contains($0) != true }.map { platforms[$0].name }
      notes.append("no \(type) in the index: \(without.joined(separator: ", "))")
    }
    if types.isEmpty {
      notes.append("these platforms have no terms type in common; choose some with --terms")
    }
    let clauses = try read { database in
      try Row.fetchCursor(database, sql: "SELECT \(StoredClause.columns) FROM clause ORDER BY number")
        .filterClauses { clause in
          chosen.contains(platformOfDocument[clause.document])
            && types.contains(documents[clause.document].termsType)
        }
    }
    let place = Dictionary(uniqueKeysWithValues: chosen.enumerated().map { ($1, $0) })
    let owner = clauses.map { place[platformOfDocument[$0.document]] ?? 0 }
    let compared = try read { database in
      try ClauseGroups(
        clauses, reader: try profileReader(database, anew: true), try similarityArrays(database))
    }
    let groups = compared.groups(owners: owner, minScore: minScore)
    var only: [String: Int] = [:]
    let rows = groups.map { group -> CompareAnswer.Row in
      let members = group.members.sorted { (owner[$0], $0) < (owner[$1], $1) }
      if members.count == 1 { only[platforms[chosen[owner[members[0]]]].id, default: 0] += 1 }
      let cells = members.map { cell(clauses[$0], text: clauses[$0].text) }
      return CompareAnswer.Row(
        title: cells.first { !$0.title.isEmpty }?.title ?? "", sharing: members.count,
        score: group.score?.rounded4, cells: cells)
    }
    return CompareAnswer(
      corpus: corpus.name, platforms: chosen.map { platforms[$0].id }, termsTypes: types, query: nil,
      only: only,
      notes: notes, rows: rows)
  }

  /// What each platform says to a query, side by side: one row, a cell for each platform that says something.
  ///
  /// - Parameters:
  ///   - query: what is looked for.
  ///   - names: platforms, by id or name; empty for all that have a match.
  ///   - limit: platforms at most where none are named.
  public func compare(_ query: Query, _ names: [String] = [], limit: Int = 20) throws -> CompareAnswer {
    var query = query
    let chosen = try names.map { try platformIndex(named: $0) }.distinct.map { platforms[$0].id }
    if !chosen.isEmpty { query.filters.append(Filter(.platform, chosen)) }
    let found = try search(query, limit: chosen.isEmpty ? limit : chosen.count)
    let ids = chosen.isEmpty ? found.hits.map(\.platform) : chosen
    let cells = ids.compactMap { id in
      found.hits.first { $0.platform == id }.map { hit in
        CompareAnswer.Cell(
          platform: id, clause: hit.clause, termsType: hit.termsType, title: hit.title, text: hit.snippet)
      }
    }
    let silent = ids.filter { id in !cells.contains { $0.platform == id } }
    let notes = found.notes + (silent.isEmpty ? [] : ["nothing found: \(silent.joined(separator: ", "))"])
    return CompareAnswer(
      corpus: corpus.name, platforms: ids, termsTypes: found.hits.map(\.termsType).distinct.sorted(),
      query: query.text, only: [:], notes: notes,
      rows: cells.isEmpty ? [] : [.init(title: query.text, sharing: cells.count, score: nil, cells: cells)])
  }

  private func cell(_ clause: StoredClause, text: String) -> CompareAnswer.Cell {
    CompareAnswer.Cell(
      platform: documents[clause.document].platform, clause: clause.id,
      termsType: documents[clause.document].termsType, title: clause.title, text: text)
  }
}

extension RowCursor {
  /// The clauses of all rows that pass.
  fileprivate func filterClauses(_ passes: (StoredClause) -> Bool) throws -> [StoredClause] {
    var found: [StoredClause] = []
    while let row = try next() {
      let clause = try StoredClause(row)
      if passes(clause) { found.append(clause) }
    }
    return found
  }
}
