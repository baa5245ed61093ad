// A finished index → the same with the prevalence of every clause. Made in a copy, checked, then renamed over it.

internal import Foundation
internal import GRDB

extension IndexWriter {
  /// What measuring made.
  public struct PrevalenceReport: Sendable, Codable {
    /// Clauses that were measured.
    public var clauses: Int
    /// Clauses that no other platform shares.
    public var unique: Int
    /// Clauses that fewer than one platform in twenty shares.
    public var rare: Int
    /// Clauses that one platform in twenty or more shares, and fewer than half.
    public var shared: Int
    /// Clauses that half of the platforms or more share.
    public var common: Int
    /// Size of the index file in bytes, before and after.
    public var bytes: [Int]
    /// Wall time of each step in seconds, in order.
    public var seconds: [Report.Step]
  }

  /// Counts for every clause of the index which platforms share its provision, and adds the counts to the index.
  ///
  /// The counts are those of ``Searcher/prevalence(of:minScore:)`` at ``Searcher/sameProvision``. All pairs of clauses
  /// are compared: the time grows with the square of their number. The index is answered from meanwhile, and stays as
  /// it was where this fails.
  ///
  /// - Parameter progress: told of the steps "reading", "comparing" and "writing", from several threads.
  /// - Throws: ``IndexError`` where there is no index, it is of another version, or can't be written.
  @discardableResult
  public func measurePrevalence(
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) throws -> PrevalenceReport {
    try lockingBuilds {
      let searcher = try Searcher(path: path)
      let total = searcher.arrays.count
      progress(Progress(step: "reading", done: 0, total: total))
      let pass = try searcher.read { try PrevalencePass(searcher, $0) }
      let prevalences = pass.run { progress(Progress(step: "comparing", done: $0, total: total)) }
      progress(Progress(step: "writing", done: 0, total: total))
      let before = size(of: path)
      let draft = path + ".building"
      removeDraft(draft)
      do {
        try FileManager.default.copyItem(atPath: path, toPath: draft)
        try write(prevalences, to: draft)
        pass.clock.end("write")
        try replace(path, with: draft)
      } catch {
        removeDraft(draft)
        throw IndexError.wrap(error, writing: path)
      }
      let labels = prevalences.map {
        PrevalenceLabel(sharing: $0.sharing, of: searcher.platforms.count)
      }
      func count(_ label: PrevalenceLabel) -> Int { labels.count { $0 == label } }
      return PrevalenceReport(
        clauses: total, unique: count(.unique), rare: count(.rare), shared: count(.shared),
        common: count(.common), bytes: [before, size(of: path)], seconds: pass.clock.steps)
    }
  }

  private func write(_ prevalences: [ClausePrevalence], to draft: String) throws {
    let queue = try DatabaseQueue(path: draft)
    defer { try? queue.close() }
    try queue.writeWithoutTransaction { database in
      // The copy is thrown away where this fails.
      try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      try database.inTransaction {
        try PrevalenceTable.write(prevalences, to: database)
        return .commit
      }
      try database.execute(sql: "ANALYZE prevalence")
      try IndexCheck.integrity(of: database, path: draft)
      let rows = try Int.fetchOne(database, sql: "SELECT count(*) FROM prevalence") ?? -1
      guard rows == prevalences.count else {
        throw IndexError.indexDamaged(
          path: draft, reason: "\(rows) rows in prevalence where \(prevalences.count) were written")
      }
    }
  }

  private func size(of path: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }
}
