// A record id → the counts that are stored for the clause.

internal import GRDB

extension Searcher {
  /// The counts of ``prevalence(of:minScore:)`` without the evidence, as the index stores them.
  ///
  /// - Returns: nil where the prevalence of the clauses was not measured.
  /// - Throws: ``IndexError/unknownID(id:kind:)`` where there is no such clause.
  public func storedPrevalence(of id: String) throws -> PrevalenceCounts? {
    try read { database in
      guard let clause = try StoredClause.fetch(id: id, from: database) else {
        throw IndexError.unknownID(id: id, kind: "clause")
      }
      guard let stored = try PrevalenceTable.fetch(row: clause.row, from: database) else { return nil }
      let label = PrevalenceLabel(sharing: stored.sharing, of: platforms.count)
      return PrevalenceCounts(
        headline: "\(label.rawValue) · \(stored.sharing) of \(platforms.count) platforms", label: label,
        sharing: stored.sharing, total: platforms.count, companies: stored.companies,
        levels: zip(SharingLevel.allCases, zip(stored.platforms, stored.companiesAt)).map {
          LevelCount(level: $0, platforms: $1.0, companies: $1.1)
        },
        lacking: stored.lacking, unknown: stored.unknown)
    }
  }
}

/// How many platforms share a provision, without the evidence.
public struct PrevalenceCounts: Sendable, Codable {
  /// "Unique · 0 of 325 platforms".
  public var headline: String
  /// Unique, Rare, Shared or Common.
  public var label: PrevalenceLabel
  /// Platforms that share it; the clause's own never counts.
  public var sharing: Int
  /// Platforms of the index, the clause's own included.
  public var total: Int
  /// Companies of the platforms that share it.
  public var companies: Int
  /// How the platforms that share it word it, the closest wording first.
  public var levels: [LevelCount]
  /// Platforms that lack it.
  public var lacking: Int
  /// Platforms that can't be told.
  public var unknown: Int

  /// The counts of an answer.
  public init(_ answer: PrevalenceAnswer) {
    (headline, label, sharing, total) = (answer.headline, answer.label, answer.sharing, answer.total)
    (companies, levels, lacking, unknown) = (
      answer.companies, answer.levels ?? [], answer.lacking, answer.unknown
    )
  }

  init(
    headline: String, label: PrevalenceLabel, sharing: Int, total: Int, companies: Int,
    levels: [LevelCount], lacking: Int, unknown: Int
  ) {
    (self.headline, self.label, self.sharing, self.total) = (headline, label, sharing, total)
    (self.companies, self.levels, self.lacking, self.unknown) = (companies, levels, lacking, unknown)
  }
}
