// The prevalence of clauses ↔ the table `prevalence` of an index: every SQL of it but that of answers.

internal import GRDB

/// Writes and reads the table `prevalence`, which is empty until ``IndexWriter/measurePrevalence(progress:)`` fills it.
enum PrevalenceTable {
  static let columns = """
    sharing, companies, verbatim, verbatim_companies, near_verbatim, near_verbatim_companies, same_provision,
    same_provision_companies, lacking, unknown, wording, nearest, nearest_score
    """

  /// Replaces all rows.
  ///
  /// - Parameter prevalences: of all clauses, by row − 1.
  static func write(_ prevalences: [ClausePrevalence], to database: Database) throws {
    try database.execute(sql: "DELETE FROM prevalence")
    let insert = try database.makeStatement(
      sql: "INSERT INTO prevalence (clause, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (index, one) in prevalences.enumerated() {
      let nearest: Int32? = one.nearest > 0 ? one.nearest : nil
      try insert.execute(arguments: [
        index + 1, one.sharing, one.companies, one.platforms[0], one.companiesAt[0], one.platforms[1],
        one.companiesAt[1], one.platforms[2], one.companiesAt[2], one.lacking, one.unknown, one.wording,
        nearest, nearest.map { _ in one.nearestScore.rounded4 },
      ])
    }
  }

  /// Whether the prevalence of the clauses was measured.
  static func isFilled(_ database: Database) throws -> Bool {
    try Int.fetchOne(database, sql: "SELECT clause FROM prevalence LIMIT 1") != nil
  }

  /// The prevalence of a clause; nil where it was not measured.
  static func fetch(row: Int, from database: Database) throws -> ClausePrevalence? {
    try Row.fetchOne(database, sql: "SELECT \(columns) FROM prevalence WHERE clause = ?", arguments: [row])
      .map { try ClausePrevalence($0, from: 0) }
  }
}

extension ClausePrevalence {
  /// Reads ``PrevalenceTable/columns``, which begin at a column.
  init(_ row: Row, from first: Int) throws {
    sharing = try row.value(first)
    companies = try row.value(first + 1)
    platforms = try [2, 4, 6].map { try row.value(first + $0) }
    companiesAt = try [3, 5, 7].map { try row.value(first + $0) }
    lacking = try row.value(first + 8)
    unknown = try row.value(first + 9)
    wording = try row.value(first + 10)
    nearest = (try row.value(first + 11) as Int32?) ?? 0
    nearestScore = (try row.value(first + 12) as Double?) ?? 0
  }
}
