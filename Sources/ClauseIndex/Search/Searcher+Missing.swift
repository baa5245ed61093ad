// What do its peers have that it lacks? A platform → clause types by their share among its peers, with proof of search.

internal import GRDB

/// Clause types that peers of a platform have and it lacks.
public struct MissingAnswer: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// Platform, by id.
  public var platform: String
  /// Platform, by name.
  public var platformName: String
  /// Sector of the platform.
  public var sector: String
  /// Whether the peers are the other platforms of the sector; else all others, as the sector has too few.
  public var isSector: Bool
  /// Number of the peers.
  public var peers: Int
  /// Least share of the peers that could have a type, 0…1.
  public var minShare: Double
  /// Types of the index.
  public var total: Int
  /// Types that the platform shares.
  public var sharing: Int
  /// Types that it lacks.
  public var lacking: Int
  /// Types of which it can't be told.
  public var unknown: Int
  /// Its documents in the index.
  public var documents: Int
  /// Clauses in them.
  public var clauses: Int
  /// Types that it lacks and enough of its peers have, the most widespread first.
  public var missing: [MissingType]
  /// Types that enough of its peers have and that can't be told of it, the most widespread first.
  public var untold: [UntoldType]

  enum CodingKeys: String, CodingKey {
    case schema, corpus, platform, sector, peers, total, sharing, lacking, unknown, documents, clauses,
      missing,
      untold
    case platformName = "platform_name"
    case isSector = "is_sector"
    case minShare = "min_share"
  }
}

/// A clause type that a platform lacks and peers have.
public struct MissingType: Sendable, Codable {
  /// Type, by id.
  public var type: String
  /// Type, by name.
  public var name: String
  /// Category, by id.
  public var category: String
  /// Severity of the type.
  public var severity: Severity
  /// Peers that share it.
  public var sharing: Int
  /// Peers that could have it: they share it or lack it.
  public var able: Int
  /// `sharing` of `able`, 0…1.
  public var share: Double
  /// Platforms of the whole index that share it.
  public var sharingOfAll: Int
  /// Platforms of the whole index that could have it.
  public var ableOfAll: Int
  /// How surely the platform lacks it, 0…1.
  public var confidence: Double
  /// How the nearest text was found; nil where no clause of the platform comes near.
  public var foundBy: FoundBy?
  /// Record id of the nearest clause in the platform's own documents.
  public var clause: String?
  /// How near it comes, 0…1: confidence by the type's rules, of which 0.50 would be enough, or likeness of the words,
  /// which says nothing of whether it is of the type.
  public var score: Double?
  /// Terms type of the document that the nearest clause stands in.
  public var termsType: String?
  /// Title of the nearest clause.
  public var title: String?
  /// The part of its text that is most like the type's model clauses.
  public var excerpt: String?
  /// A peer that surely has the type, by id.
  public var example: String?
  /// Record id of the peer's clause.
  public var exampleClause: String?

  /// By what the nearest text was found.
  public enum FoundBy: String, Sendable, Codable {
    /// Rules of the type matched, and not enough of them.
    case rules
    /// No rule matched; of all clauses this one is most like the type's model clauses.
    case words
  }

  enum CodingKeys: String, CodingKey {
    case type, name, category, severity, sharing, able, share, confidence, clause, score, title, excerpt,
      example
    case sharingOfAll = "sharing_of_all"
    case ableOfAll = "able_of_all"
    case foundBy = "found_by"
    case termsType = "terms_type"
    case exampleClause = "example_clause"
  }
}

/// A clause type that peers have, of which it can't be told whether the platform has it.
public struct UntoldType: Sendable, Codable {
  /// Type, by id.
  public var type: String
  /// Type, by name.
  public var name: String
  /// Severity of the type.
  public var severity: Severity
  /// Peers that share it.
  public var sharing: Int
  /// Peers that could have it.
  public var able: Int
  /// `sharing` of `able`, 0…1.
  public var share: Double
  /// Terms types in which it stands, none of which the index has of the platform.
  public var termsTypes: [String]

  enum CodingKeys: String, CodingKey {
    case type, name, severity, sharing, able, share
    case termsTypes = "terms_types"
  }
}

extension Searcher {
  /// Other platforms that a sector must have for a platform to be held against it alone.
  public static let leastPeers = 5

  /// The clause types that peers of a platform have and it lacks.
  ///
  /// Peers are the other platforms of its sector; all others where the sector has fewer than ``leastPeers``.
  ///
  /// - Parameters:
  ///   - name: the platform, by id or name.
  ///   - minShare: least share of the peers that could have a type, 0…1.
  ///   - limit: types at most in each of the two lists.
  /// - Throws: ``IndexError/unknownPlatform(name:near:)`` for a platform that is not in the index.
  public func missing(_ name: String, minShare: Double = 0.5, limit: Int = Int.max) throws -> MissingAnswer {
    let own = try platformIndex(named: name)
    let others = platforms.indices.filter { $0 != own }
    let near = others.filter { platforms[$0].sector == platforms[own].sector }
    let isSector = near.count >= Self.leastPeers
    let peers = isSector ? near : others
    let held = Set(documents.filter { $0.platform == platforms[own].id }.map(\.termsType))
    return try read { database in
      let catalogue = try catalogue(database)
      let grid = try typeGrid(catalogue, only: nil, termsTypes: nil, database)
      let counted = grid.widespread(among: peers, minShare: minShare)
      let verdicts = grid.cells.map { $0[own].verdict }
      let clauses = try ownClauses(own, database)
      let nearest = try NearestText(
        clauses, reader: try profileReader(database, anew: true),
        reference: try similarityArrays(database).reference)
      let missing = try counted.filter { verdicts[$0.type] == .lacks }.prefix(limit).map { counted in
        try missingType(counted, catalogue, grid, own: own, nearest, database)
      }
      let untold = counted.filter { verdicts[$0.type] == .unknown }.prefix(limit).map { counted in
        let type = catalogue.types[counted.type]
        return UntoldType(
          type: type.id, name: type.name, severity: type.severity.level, sharing: counted.sharing,
          able: counted.able, share: counted.share.rounded4,
          termsTypes: type.termsTypes.filter { !held.contains($0) })
      }
      return MissingAnswer(
        corpus: corpus.name, platform: platforms[own].id, platformName: platforms[own].name,
        sector: platforms[own].sector, isSector: isSector, peers: peers.count, minShare: minShare,
        total: catalogue.types.count, sharing: verdicts.count { $0 == .shares },
        lacking: verdicts.count { $0 == .lacks }, unknown: verdicts.count { $0 == .unknown },
        documents: platformOfDocument.count { $0 == own }, clauses: clauses.count, missing: missing,
        untold: untold)
    }
  }

  private func missingType(
    _ counted: PeerCount, _ catalogue: TypeCatalogue, _ grid: TypeGrid, own: Int, _ nearest: NearestText,
    _ database: Database
  ) throws -> MissingType {
    let type = catalogue.types[counted.type]
    let cells = grid.cells[counted.type]
    let sharing = cells.count { $0.verdict == .shares }
    let found = try nearestText(type, counted.type, cells[own], nearest, database)
    let example = counted.example.flatMap { cells[$0].evidence.first }
    return MissingType(
      type: type.id, name: type.name, category: type.category, severity: type.severity.level,
      sharing: counted.sharing, able: counted.able, share: counted.share.rounded4, sharingOfAll: sharing,
      ableOfAll: sharing + cells.count { $0.verdict == .lacks }, confidence: cells[own].confidence.rounded4,
      foundBy: found?.by, clause: found?.clause.id, score: found?.score.rounded4,
      termsType: found.map { documents[$0.clause.document].termsType }, title: found?.clause.title,
      excerpt: try found.map { try nearest.excerpt(of: $0.clause.text, for: type.modelClauses) },
      example: counted.example.map { platforms[$0].id },
      exampleClause: try example.flatMap { try clauseIDs([$0], database)[$0] })
  }

  /// The clause of the platform that comes nearest to a type: one that the rules found, else the most alike.
  private func nearestText(
    _ type: ClauseType, _ place: Int, _ cell: TypeGrid.Cell, _ nearest: NearestText,
    _ database: Database
  ) throws -> (by: MissingType.FoundBy, clause: StoredClause, score: Double)? {
    if let row = cell.evidence.first,
      let typing = try StoredTyping.fetch(clause: row, from: database).first(where: { $0.type == place }),
      let clause = try StoredClause.fetch(rows: [row], from: database)[row]
    {
      return (.rules, clause, weighed(typing, Set(type.termsTypes)).confidence)
    }
    guard let found = try nearest.nearest(to: type), found.score >= Self.leastSimilar else {
      return nil
    }
    return (.words, found.clause, found.score)
  }

  /// The clauses of a platform, in order.
  private func ownClauses(_ platform: Int, _ database: Database) throws -> [StoredClause] {
    let statement = try database.cachedStatement(
      sql: "SELECT \(StoredClause.columns) FROM clause WHERE document = ? ORDER BY position")
    return try documents.indices.filter { platformOfDocument[$0] == platform }.flatMap { document in
      try Row.fetchAll(statement, arguments: [document + 1]).map { try StoredClause($0) }
    }
  }
}
