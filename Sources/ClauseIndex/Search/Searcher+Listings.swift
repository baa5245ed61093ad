// What is in the index: platforms, documents, what was left out, counts.

internal import GRDB

/// A platform with what the index holds of it.
public struct PlatformSummary: Sendable, Codable {
  /// Id.
  public var platform: String
  /// Name for people.
  public var name: String
  /// Owner.
  public var company: String
  /// Sector.
  public var sector: String
  /// Country of the company's seat, ISO 3166.
  public var country: String
  /// Indexed documents.
  public var documents: Int
  /// Clauses in them.
  public var clauses: Int
  /// Words in them.
  public var words: Int
  /// Newest recorded change of a document.
  public var lastChanged: Timestamp?
  /// Terms types of the documents.
  public var termsTypes: [String]

  enum CodingKeys: String, CodingKey {
    case platform, name, company, sector, country, documents, clauses, words
    case lastChanged = "last_changed"
    case termsTypes = "terms_types"
  }
}

/// An indexed document with its clauses counted.
public struct DocumentSummary: Sendable, Codable {
  /// Id.
  public var document: String
  /// Platform, by id.
  public var platform: String
  /// Terms type.
  public var termsType: String
  /// Collection it comes from.
  public var collection: String
  /// Service, as the collection names it.
  public var service: String
  /// Clauses in it.
  public var clauses: Int
  /// Words in it.
  public var words: Int
  /// When the collection first recorded it.
  public var firstRecorded: Timestamp?
  /// When the platform last changed it.
  public var lastChanged: Timestamp?
  /// When the collection was last brought up to date.
  public var lastVerified: Timestamp?
  /// Recorded versions.
  public var versions: Int?
  /// Address it was taken from.
  public var sourceURL: String?
  /// SHA-256 of its bytes, in hexadecimal.
  public var sha256: String
  /// Commit of the collection whose file has just these bytes.
  public var commit: String?

  enum CodingKeys: String, CodingKey {
    case document, platform, collection, service, clauses, words, versions, sha256, commit
    case termsType = "terms_type"
    case firstRecorded = "first_recorded"
    case lastChanged = "last_changed"
    case lastVerified = "last_verified"
    case sourceURL = "source_url"
  }
}

/// A collection as the index was made from it.
public struct CollectionSummary: Sendable, Codable {
  /// Id.
  public var collection: String
  /// Name for people.
  public var name: String
  /// Address of its repository.
  public var repository: String
  /// SPDX id of its licence.
  public var licence: String
  /// Whom the licence asks to name.
  public var attribution: String
  /// Commit that was read.
  public var commit: String?
  /// Date of that commit.
  public var date: Timestamp?
  /// Documents that it gave to the index.
  public var documents: Int
}

/// Everything that `clause stats` tells of an index.
public struct IndexStatistics: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// What the index says of itself.
  public var corpus: CorpusSummary
  /// Path of the index file.
  public var file: String
  /// Size of the index file in bytes.
  public var bytes: Int
  /// The collections.
  public var collections: [CollectionSummary]
  /// Documents, clauses and platforms by terms type, the most clauses first.
  public var termsTypes: [TermsTypeCount]
  /// Left-out files by reason.
  public var leftOut: [String: Int]

  /// How much there is of one terms type.
  public struct TermsTypeCount: Sendable, Codable {
    /// The terms type.
    public var termsType: String
    /// Documents of it.
    public var documents: Int
    /// Platforms with such a document.
    public var platforms: Int
    /// Clauses in them.
    public var clauses: Int

    enum CodingKeys: String, CodingKey {
      case documents, platforms, clauses
      case termsType = "terms_type"
    }
  }

  enum CodingKeys: String, CodingKey {
    case schema, corpus, file, bytes, collections
    case termsTypes = "terms_types"
    case leftOut = "left_out"
  }
}

extension Searcher {
  /// The platforms that pass filters, with what the index holds of each, in the order of the registry.
  ///
  /// - Throws: ``IndexError/indexDamaged(path:reason:)`` where a platform or document can't be read.
  public func platformSummaries(_ filters: [Filter] = []) throws -> [PlatformSummary] {
    let all = try readEverything()
    let (platforms, documents) = (all.platforms, all.documents)
    let counts = clauseCounts
    let passes = passes(filters)
    var own = [[Int]](repeating: [], count: platforms.count)
    for index in documents.indices where passes?[index] != false {
      own[platformOfDocument[index]].append(index)
    }
    return platforms.enumerated().compactMap { number, platform in
      let held = own[number]
      if held.isEmpty, passes != nil { return nil }
      return PlatformSummary(
        platform: platform.id, name: platform.name, company: platform.company, sector: platform.sector,
        country: platform.country, documents: held.count, clauses: held.reduce(0) { $0 + counts[$1] },
        words: held.reduce(0) { $0 + documents[$1].words },
        lastChanged: held.compactMap { documents[$0].lastChanged }.max(),
        termsTypes: held.map { documents[$0].termsType }.distinct)
    }
  }

  /// The documents that pass filters, ordered by platform, service and terms type.
  ///
  /// - Throws: ``IndexError/indexDamaged(path:reason:)`` where a platform or document can't be read.
  public func documentSummaries(_ filters: [Filter] = []) throws -> [DocumentSummary] {
    let documents = try readEverything().documents
    let counts = clauseCounts
    let passes = passes(filters)
    return documents.enumerated().filter { passes?[$0.offset] != false }.map { index, document in
      DocumentSummary(
        document: document.id, platform: document.platform, termsType: document.termsType,
        collection: document.collection, service: document.service, clauses: counts[index],
        words: document.words, firstRecorded: document.firstRecorded, lastChanged: document.lastChanged,
        lastVerified: document.lastVerified, versions: document.versions, sourceURL: document.sourceURL,
        sha256: document.sha256, commit: document.commit)
    }
  }

  /// The files that are in the collections and not in the index, with the reason.
  public func leftOutDocuments() throws -> [LeftOutDocument] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT collection, path, platform, reason, detail FROM left_out ORDER BY number"
      ).compactMap { row in
        guard let reason = LeftOutDocument.Reason(rawValue: try row.value(3)) else { return nil }
        return LeftOutDocument(
          collection: try row.value(0), path: try row.value(1), platform: try row.value(2), reason: reason,
          detail: try row.value(4))
      }
    }
  }

  /// Counts, hashes and dates of the index.
  public func statistics() throws -> IndexStatistics {
    let counts = clauseCounts
    var types: [String: (documents: Int, platforms: Set<Int>, clauses: Int)] = [:]
    for (index, document) in documents.enumerated() {
      var entry = types[document.termsType] ?? (0, [], 0)
      entry.documents += 1
      entry.platforms.insert(platformOfDocument[index])
      entry.clauses += counts[index]
      types[document.termsType] = entry
    }
    return try read { database in
      let collections = try Row.fetchAll(
        database,
        sql: """
          SELECT id, name, repository, licence, attribution, commit_id, commit_date, documents FROM collection
          ORDER BY id
          """
      ).map { row in
        let date: String? = try row.value(6)
        return CollectionSummary(
          collection: try row.value(0), name: try row.value(1), repository: try row.value(2),
          licence: try row.value(3), attribution: try row.value(4), commit: try row.value(5),
          date: date.flatMap { Timestamp($0) }, documents: try row.value(7))
      }
      let leftOut = try Row.fetchAll(database, sql: "SELECT reason, count(*) FROM left_out GROUP BY reason")
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      let pageSize = try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0
      return IndexStatistics(
        corpus: corpus, file: path, bytes: pages * pageSize, collections: collections,
        termsTypes: types.map { type, entry in
          .init(
            termsType: type, documents: entry.documents, platforms: entry.platforms.count,
            clauses: entry.clauses)
        }.sorted { ($0.clauses, $1.termsType) > ($1.clauses, $0.termsType) },
        leftOut: Dictionary(
          try leftOut.map { (try $0.value(0) as String, try $0.value(1) as Int) },
          uniquingKeysWith: { first, _ in first }))
    }
  }

  private func passes(_ filters: [Filter]) -> [Bool]? {
    DocumentFilter(filters, platforms: platforms, documents: documents, platformOf: platformOfDocument).passes
  }

  /// Clauses of each document.
  private var clauseCounts: [Int] {
    var counts = [Int](repeating: 0, count: documents.count)
    for document in arrays.document { counts[Int(document)] += 1 }
    return counts
  }
}
