// A record id → the whole record: the clause, its place, its provenance.

internal import GRDB

/// A clause with everything that is known of it.
public struct ClauseRecord: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// Record id: the same after a rebuild, another when the wording changes.
  public var id: String
  /// Platform, by id.
  public var platform: String
  /// Platform, by name.
  public var platformName: String
  /// Owner of the platform.
  public var company: String
  /// Sector of the platform.
  public var sector: String
  /// Country of the company's seat, ISO 3166.
  public var country: String
  /// Id of the document.
  public var document: String
  /// Collection that the document comes from.
  public var collection: String
  /// Service, as the collection names it.
  public var service: String
  /// Terms type, as Open Terms Archive names it.
  public var termsType: String
  /// Headings above the clause, outermost first, " › " between them.
  public var heading: String
  /// The number printed before the clause; nil where there is none.
  public var number: String?
  /// Title of the clause; empty where it has none.
  public var title: String
  /// Sentence that leads into the list the clause is an item of; empty where there is none.
  public var leadIn: String
  /// The clause's text.
  public var text: String
  /// SHA-256 of the text (UTF-8), in hexadecimal.
  public var sha256: String
  /// Address the document was taken from.
  public var sourceURL: String?
  /// When the collection first recorded the document; nil without history.
  public var firstRecorded: Timestamp?
  /// When the platform last changed the document; nil without history.
  public var lastChanged: Timestamp?
  /// When the collection was last brought up to date; nil for a plain folder.
  public var lastVerified: Timestamp?
  /// First and last line in the document, from 1.
  public var lines: [Int]
  /// First byte in the document and the byte after the last one, from 0.
  public var bytes: [Int]
  /// Path of the document in its collection.
  public var path: String
  /// Commit of the collection whose file has just these bytes; nil without history.
  public var commit: String?
  /// SHA-256 of the document's bytes, in hexadecimal.
  public var documentSHA256: String
  /// The types of the clause, most confident first.
  public var types: [ClauseTypeStatement]
  /// Other clauses of the document that are serious for users, in order: those of high severity, else of medium.
  public var serious: [SeriousClause]
  /// The clauses before it in the document, in order, two at most.
  public var before: [Neighbour]
  /// The clauses after it in the document, in order, two at most.
  public var after: [Neighbour]

  /// A clause that stands beside another in a document.
  public struct Neighbour: Sendable, Codable {
    /// Record id.
    public var id: String
    /// The number printed before it; nil where there is none.
    public var number: String?
    /// Title; empty where it has none.
    public var title: String
    /// Text.
    public var text: String
  }

  enum CodingKeys: String, CodingKey {
    case schema, corpus, id, platform, company, sector, country, document, collection, service, heading,
      number,
      title, text, sha256, lines, bytes, path, commit, types, serious, before,
      after
    case platformName = "platform_name"
    case termsType = "terms_type"
    case leadIn = "lead_in"
    case sourceURL = "source_url"
    case firstRecorded = "first_recorded"
    case lastChanged = "last_changed"
    case lastVerified = "last_verified"
    case documentSHA256 = "document_sha256"
  }
}

extension Searcher {
  /// The whole record of a clause.
  ///
  /// - Parameters:
  ///   - id: record id; letter case makes no difference.
  ///   - neighbours: how many clauses before and after it in the document are given.
  /// - Throws: ``IndexError/unknownID(id:kind:)`` where there is no such clause.
  public func show(_ id: String, neighbours: Int = 2) throws -> ClauseRecord {
    try read { database in
      guard let clause = try StoredClause.fetch(id: id, from: database) else {
        throw IndexError.unknownID(id: id, kind: "clause")
      }
      func beside(_ comparison: String, _ order: String) throws -> [ClauseRecord.Neighbour] {
        try Row.fetchAll(
          database,
          sql: """
            SELECT id, printed_number, title, text FROM clause
            WHERE document = ? AND position \(comparison) ? ORDER BY position \(order) LIMIT ?
            """,
          arguments: [clause.document + 1, clause.position, neighbours]
        ).map { row in
          ClauseRecord.Neighbour(
            id: try row.value(0), number: try row.value(1), title: try row.value(2), text: try row.value(3))
        }
      }
      let document = documents[clause.document]
      let platform = platforms[platformOfDocument[clause.document]]
      return ClauseRecord(
        corpus: corpus.name, id: clause.id, platform: platform.id, platformName: platform.name,
        company: platform.company, sector: platform.sector, country: platform.country, document: document.id,
        collection: document.collection, service: document.service, termsType: document.termsType,
        heading: clause.heading, number: clause.printedNumber, title: clause.title, leadIn: clause.leadIn,
        text: clause.text, sha256: Digest.hex(clause.sha256), sourceURL: document.sourceURL,
        firstRecorded: document.firstRecorded, lastChanged: document.lastChanged,
        lastVerified: document.lastVerified, lines: [clause.lines.lowerBound, clause.lines.upperBound],
        bytes: [clause.bytes.lowerBound, clause.bytes.upperBound], path: document.path,
        commit: document.commit,
        documentSHA256: document.sha256, types: try typeStatements(ofRow: clause.row, database),
        serious: try seriousClauses(besides: clause, limit: 8, database),
        before: try beside("<", "DESC").reversed(),
        after: try beside(">", "ASC"))
    }
  }
}
