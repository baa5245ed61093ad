// SQL rows → the values that answers are made of.

internal import GRDB

extension Platform {
  /// All platforms in the order of the registry.
  static func fetchAll(from database: Database) throws -> [Platform] {
    try Row.fetchAll(
      database, sql: "SELECT id, name, company, sector, country, services FROM platform ORDER BY number"
    ).map { row in
      Platform(
        id: row[0], name: row[1], company: row[2], sector: row[3], country: row[4],
        services: Platform.services(fromField: row[5]))
    }
  }
}

extension Document {
  /// All documents by number.
  static func fetchAll(from database: Database, platforms: [Platform]) throws -> [Document] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT id, platform, collection, service, terms_type, path, source_url, sha256, commit_id,
          change_commit, first_recorded, last_changed, last_verified, versions, words
        FROM document ORDER BY number
        """
    ).map { row in
      let platform = row[1] as Int
      func moment(_ index: Int) -> Timestamp? { (row[index] as String?).flatMap { Timestamp($0) } }
      let owner = platforms.indices.contains(platform - 1) ? platforms[platform - 1] : nil
      return Document(
        id: row[0], platform: owner?.id ?? "", company: owner?.company ?? "",
        collection: row[2], service: row[3], termsType: row[4], path: row[5], sourceURL: row[6],
        sha256: row[7],
        commit: row[8], changeCommit: row[9], firstRecorded: moment(10), lastChanged: moment(11),
        lastVerified: moment(12),
        versions: row[13], words: row[14])
    }
  }
}

/// A clause as read from the index, for making answers.
struct StoredClause: Sendable {
  var row: Int
  var id: String
  var document: Int
  var position: Int
  var printedNumber: String?
  var title: String
  var heading: String
  var leadIn: String
  var text: String
  var sha256: [UInt8]
  var bytes: Range<Int>
  var lines: ClosedRange<Int>

  static let columns = """
    number, id, document, position, printed_number, title, heading, lead_in, text, sha256, first_byte, end_byte,
    first_line, last_line
    """

  init(_ row: Row) {
    self.row = row[0]
    id = row[1]
    document = (row[2] as Int) - 1
    position = row[3]
    printedNumber = row[4]
    title = row[5]
    heading = row[6]
    leadIn = row[7]
    text = row[8]
    sha256 = (try? row.withUnsafeData(atIndex: 9) { $0.map { [UInt8]($0) } ?? [] }) ?? []
    bytes = (row[10] as Int)..<max(row[10] as Int, row[11] as Int)
    lines = (row[12] as Int)...max(row[12] as Int, row[13] as Int)
  }

  /// The clauses of these rows, by row.
  static func fetch(rows: [Int], from database: Database) throws -> [Int: StoredClause] {
    var found: [Int: StoredClause] = [:]
    found.reserveCapacity(rows.count)
    let statement = try database.cachedStatement(sql: "SELECT \(columns) FROM clause WHERE number = ?")
    for row in rows {
      if let stored = try Row.fetchOne(statement, arguments: [row]) { found[row] = StoredClause(stored) }
    }
    return found
  }

  /// The clause with an id; an id's letter case makes no difference.
  static func fetch(id: String, from database: Database) throws -> StoredClause? {
    try Row.fetchOne(
      database, sql: "SELECT \(columns) FROM clause WHERE id = ?", arguments: [id.uppercased()]
    ).map(StoredClause.init)
  }
}
