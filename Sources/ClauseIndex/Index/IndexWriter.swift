// Selected documents → one finished index file. Built beside the old one, checked, then renamed over it.

internal import Dispatch
internal import Foundation
internal import GRDB

/// Builds an index file from the documents of a corpus.
///
/// The file is written under another name in the same folder, checked (SQLite's and FTS5's integrity checks,
/// counts) and only then renamed: whoever reads meanwhile sees the old index or the new one, never a part.
public struct IndexWriter: Sendable {
  /// Path of the index file that a build leaves.
  public let path: String

  /// A writer for the index at a path; the file and its folder need not exist yet.
  public init(path: String) {
    self.path = path
  }

  /// A step of a build, for showing progress.
  public struct Progress: Sendable {
    /// What is being done: "segmenting", "typing", "writing", "indexing", "checking".
    public var step: String
    /// Documents or clauses done in this step.
    public var done: Int
    /// Documents or clauses in this step in all.
    public var total: Int
  }

  /// What a build made.
  public struct Report: Sendable, Codable {
    /// Platforms of the registry, with or without documents.
    public var platforms: Int
    /// Documents that were indexed.
    public var documents: Int
    /// Clauses of these documents.
    public var clauses: Int
    /// Documents that were left out; `clause documents --left-out` lists them with the reason.
    public var leftOut: Int
    /// SHA-256 over everything that answers are made from; equal for two builds of the same input.
    public var contentHash: String
    /// Size of the index file in bytes.
    public var bytes: Int
    /// Wall time of each step in seconds, in order.
    public var seconds: [Step]

    /// A step and how long it took.
    public struct Step: Sendable, Codable {
      /// Name of the step.
      public var step: String
      /// Wall time in seconds.
      public var seconds: Double
    }
  }

  /// Builds the index and puts it in the place of the old one.
  ///
  /// - Parameters:
  ///   - input: the documents, as ``CorpusReader`` chose them, and the facts that stand beside them.
  ///   - progress: called from the building threads, often.
  /// - Returns: counts, the content hash, and how long each step took.
  /// - Throws: ``IndexError`` naming the file where it can't be written or the new index fails its checks;
  ///   the old index is untouched then.
  @discardableResult
  public func build(
    from input: IndexInput, progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) throws -> Report {
    try lockingBuilds {
      let clock = StepClock()
      let documents = input.selection.documents
      var rows = DocumentRows.all(of: documents) { done in
        progress(Progress(step: "segmenting", done: done, total: documents.count))
      }
      DocumentRows.tellApartSameTexts(&rows)
      clock.end("segment")
      let typings = try DocumentTypings.all(of: rows, documents, input) { done in
        progress(Progress(step: "typing", done: done, total: documents.count))
      }
      clock.end("type")
      let draft = path + ".building"
      removeDraft(draft)
      do {
        var report = try write(input, rows, typings, to: draft, clock, progress)
        progress(Progress(step: "checking", done: 0, total: report.clauses))
        try IndexCheck.run(on: draft, expecting: report)
        clock.end("check")
        try replace(path, with: draft)
        report.bytes = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        report.seconds = clock.steps
        return report
      } catch {
        removeDraft(draft)
        throw IndexError.wrap(error, writing: path)
      }
    }
  }

  private func write(
    _ input: IndexInput, _ rows: [DocumentRows], _ typings: [DocumentTypings], to draft: String,
    _ clock: StepClock, _ progress: @escaping @Sendable (Progress) -> Void
  ) throws -> Report {
    let clauses = rows.reduce(0) { $0 + $1.clauses.count }
    // The postings are made on one core while SQLite is busy on the other.
    let postings = Pending { try gatherPostings(rows, input.vectors) }
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      try database.execute(
        sql: """
          PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
          PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA locking_mode = EXCLUSIVE
          """)
    }
    let queue = try DatabaseQueue(path: draft, configuration: configuration)
    var hash = ""
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: "PRAGMA application_id = \(Schema.applicationID); PRAGMA user_version = \(Schema.number)")
      try database.inTransaction {
        try database.execute(sql: Schema.tables)
        try RowWriter.write(input, rows, to: database) { done in
          progress(Progress(step: "writing", done: done, total: clauses))
        }
        try TypeRowWriter.write(input.types, typings, rows, to: database)
        clock.end("write")
        progress(Progress(step: "indexing", done: 0, total: clauses))
        try database.execute(sql: "INSERT INTO clause_fts (clause_fts) VALUES ('rebuild')")
        clock.end("full text")
        try RowWriter.write(try postings.value(), rows, to: database)
        clock.end("postings")
        hash = ContentHash.of(input, rows)
        try RowWriter.write(
          input, clauses: clauses, boilerplate: rows.reduce(0) { $0 + $1.boilerplate.count },
          contentHash: hash, to: database)
        return .commit
      }
      try database.execute(sql: "ANALYZE")
    }
    try queue.close()
    clock.end("commit")
    return Report(
      platforms: input.platforms.count, documents: rows.count, clauses: clauses,
      leftOut: input.selection.leftOut.count, contentHash: hash, bytes: 0, seconds: [])
  }

  private func gatherPostings(_ rows: [DocumentRows], _ vectors: WordVectors) throws -> PostingsBuilder {
    var builder = try PostingsBuilder(vectors)
    for document in rows {
      for clause in document.clauses {
        builder.add(
          title: clause.title, heading: clause.heading, leadIn: clause.leadIn, text: clause.text)
      }
    }
    return builder
  }

  /// Runs `body` while no other process builds an index at the same place.
  func lockingBuilds<Result>(_ body: () throws -> Result) throws -> Result {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw IndexError.wrap(error, writing: folder)
    }
    let lock = path + ".lock"
    let descriptor = open(lock, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw IndexError.unwritable(path: lock, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw IndexError.buildIsRunning(lock: lock)
    }
    return try body()
  }

  func removeDraft(_ draft: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: draft + suffix)
    }
  }

  /// Renames over the old file once the new one is on the disk.
  func replace(_ path: String, with draft: String) throws {
    let descriptor = open(draft, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, fsync(descriptor) == 0, close(descriptor) == 0,
      rename(draft, path) == 0
    else { throw IndexError.unwritable(path: path, reason: String(cString: strerror(errno))) }
  }
}

/// Wall time of the steps of a build; of one thread.
final class StepClock: @unchecked Sendable {
  private(set) var steps: [IndexWriter.Report.Step] = []
  private var last = ContinuousClock.now

  func end(_ step: String) {
    let now = ContinuousClock.now
    let (seconds, attoseconds) = (now - last).components
    steps.append(.init(step: step, seconds: Double(seconds) + Double(attoseconds) / 1e18))
    last = now
  }
}
