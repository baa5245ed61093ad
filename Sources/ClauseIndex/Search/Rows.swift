// SQL rows → the values that answers are made of.

internal import GRDB

extension Row {
  /// The value of a column.
  ///
  /// GRDB's subscript would trap where a damaged file holds another type, or none.
  func value<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) throws -> Value {
    try decode(Value.self, atIndex: index)
  }
}

extension DatabaseError {
  /// Damage that SQLite does not notice.
  static func damage(_ what: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: what)
  }
}

extension Platform {
  private static let columns = "id, name, company, sector, country, services"

  private init(_ row: Row) throws {
    self.init(
      id: try row.value(0), name: try row.value(1), company: try row.value(2), sector: try row.value(3),
      country: try row.value(4), services: Platform.services(fromField: try row.value(5)))
  }

  /// All platforms in the order of the registry.
  static func fetchAll(from database: Database) throws -> [Platform] {
    try Row.fetchAll(database, sql: "SELECT \(columns) FROM platform ORDER BY number").map {
      try Platform($0)
    }
  }

  /// The platform with a number.
  static func fetch(number: Int, from database: Database) throws -> Platform? {
    let statement = try database.cachedStatement(sql: "SELECT \(columns) FROM platform WHERE number = ?")
    return try Row.fetchOne(statement, arguments: [number]).map { try Platform($0) }
  }
}

extension Document {
  private static let columns = """
    id, platform, collection, service, terms_type, path, source_url, sha256, commit_id,
    change_commit, first_recorded, last_changed, last_verified, versions, words, number
    """

  private init(_ row: Row, of owner: Platform) throws {
    func moment(_ index: Int) throws -> Timestamp? {
      let text: String? = try row.value(index)
      return text.flatMap { Timestamp($0) }
    }
    self.init(
      id: try row.value(0), platform: owner.id, company: owner.company, collection: try row.value(2),
      service: try row.value(3), termsType: try row.value(4), path: try row.value(5),
      sourceURL: try row.value(6), sha256: try row.value(7), commit: try row.value(8),
      changeCommit: try row.value(9), firstRecorded: try moment(10), lastChanged: try moment(11),
      lastVerified: try moment(12), versions: try row.value(13), words: try row.value(14))
  }

  /// All documents by number, which count from 1 without a gap.
  static func fetchAll(from database: Database, platforms: [Platform]) throws -> [Document] {
    try Row.fetchAll(database, sql: "SELECT \(columns) FROM document ORDER BY number").enumerated().map {
      index, row in
      let (platform, number): (Int, Int) = (try row.value(1), try row.value(15))
      guard number == index + 1, (1...max(1, platforms.count)).contains(platform), !platforms.isEmpty else {
        throw DatabaseError.damage("the document \(number) of the platform \(platform)")
      }
      return try Document(row, of: platforms[platform - 1])
    }
  }

  /// The document with a number, which is of this platform.
  static func fetch(number: Int, of owner: Platform, from database: Database) throws -> Document? {
    let statement = try database.cachedStatement(sql: "SELECT \(columns) FROM document WHERE number = ?")
    // A row of its own: what stands in the wrong type is told, while a row of a cursor reads it as 0.
    return try Row.fetchOne(statement, arguments: [number]).map { try Document($0, of: owner) }
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

  /// The document is looked up: a damaged number that names none comes out as NULL, which is refused.
  static let columns = """
    number, id, (SELECT number FROM document WHERE number = clause.document), position, printed_number, title,
    heading, lead_in, text, sha256, first_byte, end_byte, first_line, last_line
    """

  init(_ row: Row) throws {
    self.row = try row.value(0)
    id = try row.value(1)
    document = try row.value(2) - 1
    position = try row.value(3)
    printedNumber = try row.value(4)
    title = try row.value(5)
    heading = try row.value(6)
    leadIn = try row.value(7)
    text = try row.value(8)
    sha256 = (try? row.withUnsafeData(atIndex: 9) { $0.map { [UInt8]($0) } ?? [] }) ?? []
    let (firstByte, endByte): (Int, Int) = (try row.value(10), try row.value(11))
    bytes = firstByte..<max(firstByte, endByte)
    let (firstLine, lastLine): (Int, Int) = (try row.value(12), try row.value(13))
    lines = firstLine...max(firstLine, lastLine)
  }

  /// The clauses of these rows, by row.
  static func fetch(rows: [Int], from database: Database) throws -> [Int: StoredClause] {
    var found: [Int: StoredClause] = [:]
    found.reserveCapacity(rows.count)
    for row in rows { found[row] = try fetch(row: row, from: database) }
    return found
  }

  /// The clause of a row.
  static func fetch(row: Int, from database: Database) throws -> StoredClause? {
    let statement = try database.cachedStatement(sql: "SELECT \(columns) FROM clause WHERE number = ?")
    let rows = try Row.fetchCursor(statement, arguments: [row])
    return try rows.next().map { try StoredClause($0) }
  }

  /// The clause with an id; an id's letter case makes no difference.
  static func fetch(id: String, from database: Database) throws -> StoredClause? {
    try Row.fetchOne(
      database, sql: "SELECT \(columns) FROM clause WHERE id = ?", arguments: [id.uppercased()]
    ).map { try StoredClause($0) }
  }
}
