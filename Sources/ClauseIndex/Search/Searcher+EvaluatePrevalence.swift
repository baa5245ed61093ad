// Are the stored counts those that asking for one clause gives? Clauses at random → how many agree, and how far.

internal import GRDB

/// How well the counts that are stored with an index agree with ``Searcher/prevalence(of:minScore:)``.
public struct PrevalenceAgreement: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// Seed of the random choice.
  public var seed: UInt64
  /// Clauses that were asked for.
  public var clauses: Int
  /// Each count, in the order of ``PrevalenceAnswer``.
  public var rows: [Row]

  /// One count.
  public struct Row: Sendable, Codable {
    /// What is counted.
    public var count: String
    /// Clauses for which both counts are the same.
    public var same: Int
    /// Mean of the differences, without their signs.
    public var meanDifference: Double
    /// The greatest difference.
    public var greatestDifference: Int
    /// Clauses, by record id, in which it differs; twenty at most.
    public var differing: [String]

    enum CodingKeys: String, CodingKey {
      case count, same, differing
      case meanDifference = "mean_difference"
      case greatestDifference = "greatest_difference"
    }
  }
}

extension Searcher {
  /// Asks for the prevalence of clauses at random and holds the answers against the stored counts.
  ///
  /// - Parameters:
  ///   - count: clauses to ask for.
  ///   - seed: seed of the random choice.
  ///   - progress: told how many are done, of how many.
  /// - Throws: ``IndexError/notMeasured(path:)`` where the index holds no counts.
  public func evaluatePrevalence(
    count: Int = 500, seed: UInt64 = 1, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> PrevalenceAgreement {
    var chance = SeededGenerator(seed: seed)
    let chosen = Array((0..<arrays.count).shuffled(using: &chance).prefix(count)).map { $0 + 1 }
    let names = [
      "sharing", "companies", "verbatim", "verbatim companies", "near-verbatim", "near-verbatim companies",
      "same provision", "same provision companies", "lacking", "unknown",
    ]
    var rows = names.map {
      PrevalenceAgreement.Row(count: $0, same: 0, meanDifference: 0, greatestDifference: 0, differing: [])
    }
    let stored = try read { database in
      guard try PrevalenceTable.isFilled(database) else { throw IndexError.notMeasured(path: path) }
      return try chosen.map { row in
        (
          id: try String.fetchOne(database, sql: "SELECT id FROM clause WHERE number = ?", arguments: [row])
            ?? "", counts: try PrevalenceTable.fetch(row: row, from: database) ?? ClausePrevalence()
        )
      }
    }
    for (done, clause) in stored.enumerated() {
      let answer = try prevalence(of: clause.id)
      let levels = answer.levels ?? []
      let asked =
        [answer.sharing, answer.companies] + levels.flatMap { [$0.platforms, $0.companies] } + [
          answer.lacking, answer.unknown,
        ]
      for (place, pair) in zip(clause.counts.all, asked).enumerated() {
        let difference = abs(pair.0 - pair.1)
        rows[place].same += difference == 0 ? 1 : 0
        rows[place].meanDifference += Double(difference) / Double(stored.count)
        rows[place].greatestDifference = max(rows[place].greatestDifference, difference)
        if difference > 0, rows[place].differing.count < 20 { rows[place].differing.append(clause.id) }
      }
      progress(done + 1, stored.count)
    }
    return PrevalenceAgreement(corpus: corpus.name, seed: seed, clauses: stored.count, rows: rows)
  }
}

extension ClausePrevalence {
  /// The counts in the order of ``PrevalenceAnswer``.
  fileprivate var all: [Int] {
    [sharing, companies] + zip(platforms, companiesAt).flatMap { [$0, $1] } + [lacking, unknown]
  }
}
