// Reads the log of a collection: commits go in, newest first; the history of each document comes out.

/// The log of a collection.
///
/// What the messages of the 55,067 commits in the five collections say (counted 2026-08):
/// - a version by the service: "First record of …" (since 2023; 690), "Start tracking …" (before; 770),
///   "Record new changes of …" (since 2023; 25,141), "Update …" (before; 26,059);
/// - a technical upgrade, where the archive's engine or its declaration of the page changed and not the service:
///   "Apply technical or declaration upgrade on …" (since 2023; 1,234), "Refilter …" (before; 1,153);
/// - upkeep of the repository ("Update README", merges, removal of the template's services), which touches no
///   document that is still there.
///
/// So only the two technical forms are told apart. No document at HEAD has technical versions alone, but the newest
/// version of 321 is technical. Commit dates run backwards at 678 places (imports from older archives): "first" and
/// "last" go by the order of the history, not by date.
///
/// A version is not always a change that a reader would see: some pages change the addresses behind their links at
/// every visit (five documents made 819 of the 948 "Update"s of the last three days of July 2022).
enum GitLog {
  /// One record: 0x01, commit, 0x1f, seconds, 0x1f, subject; NUL; newline and the first path, NUL, paths, NUL.
  static let format = "%x01%H%x1f%ct%x1f%s"

  private static let technicalPrefixes = ["Apply technical or declaration upgrade", "Refilter "].map {
    Array($0.utf8)
  }

  /// Whether a commit message is that of a technical upgrade.
  static func isTechnical(_ subject: some Collection<UInt8>) -> Bool {
    technicalPrefixes.contains { subject.starts(with: $0) }
  }

  /// The history of every path, from the output of `git log -z --name-only` with `format`.
  static func histories(_ log: [UInt8]) -> [String: DocumentHistory] {
    var histories: [ArraySlice<UInt8>: Draft] = [:]
    var current: Commit?
    log.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count && bytes[end] != 0 { end += 1 }
        if end > start {
          if bytes[start] == 1 {
            current = Commit(log[start..<end])
          } else if let current {
            let path = bytes[start] == UInt8(ascii: "\n") ? log[(start + 1)..<end] : log[start..<end]
            if !path.isEmpty { histories[path, default: Draft()].add(current) }
          }
        }
        start = end + 1
      }
    }
    var result: [String: DocumentHistory] = [:]
    for (path, draft) in histories { result[String(decoding: path, as: UTF8.self)] = draft.history }
    return result
  }

  private struct Commit {
    var id: ArraySlice<UInt8>
    var date: Timestamp
    var isTechnical: Bool

    init?(_ record: ArraySlice<UInt8>) {
      let fields = record.dropFirst().split(
        separator: 0x1f, maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3 else { return nil }
      id = fields[0]
      date = Timestamp(seconds: fields[1].reduce(0) { $0 &* 10 &+ Int($1) &- 48 })
      isTechnical = GitLog.isTechnical(fields[2])
    }
  }

  private struct Draft {
    var newest: Commit?
    var lastChange: Commit?
    var oldest: Commit?
    var changes = 0

    mutating func add(_ commit: Commit) {
      if newest == nil { newest = commit }
      oldest = commit
      guard !commit.isTechnical else { return }
      if lastChange == nil { lastChange = commit }
      changes += 1
    }

    var history: DocumentHistory? {
      guard let newest, let oldest else { return nil }
      // Where every version is technical, the first is the only one that can stand for the service's.
      let change = lastChange ?? oldest
      return DocumentHistory(
        firstRecorded: oldest.date, lastChanged: change.date,
        changeCommit: String(decoding: change.id, as: UTF8.self),
        commit: String(decoding: newest.id, as: UTF8.self), versions: max(1, changes))
    }
  }
}
