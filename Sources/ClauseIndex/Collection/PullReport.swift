// What a pull tells: a line of progress at a time, and a result for each collection.

/// Something to show while a pull is at work.
public struct PullProgress: Sendable, Hashable {
  /// Id of the collection.
  public var collection: String
  /// What is being done, as "Receiving objects:  42% (17906/42632)".
  public var text: String
}

/// What became of one collection.
public struct PullResult: Sendable, Hashable {
  /// How the pull of a collection ended.
  public enum Outcome: Sendable, Hashable {
    /// It wasn't there and now is.
    case cloned
    /// It was there and got newer versions, or more of its history.
    case updated
    /// It was there already as it stands upstream.
    case unchanged
    /// It is as it was before; the reason says what to do.
    case failed(reason: String)
  }

  /// Id of the collection.
  public var collection: String
  /// Address or path that it was taken from.
  public var source: String
  /// How it ended.
  public var outcome: Outcome
  /// Number of versions that are here; nil where the collection isn't.
  public var commits: Int?
  /// Date of the newest version; nil where the collection isn't here.
  public var newest: Timestamp?
  /// Whether only the newest versions are here, without history.
  public var isShallow = false
  /// Something a person should know though it is no failure.
  public var note: String?

  /// Whether the pull of this collection failed.
  public var hasFailed: Bool {
    if case .failed = outcome { true } else { false }
  }
}

extension PullResult: CustomStringConvertible {
  /// The result in one line.
  public var description: String {
    var text = "\(collection): "
    switch outcome {
    case .cloned: text += "cloned"
    case .updated: text += "updated"
    case .unchanged: text += "unchanged"
    case .failed(let reason): return text + "failed: \(reason)"
    }
    if isShallow {
      text += ", newest versions only"
    } else if let commits {
      text += ", \(commits) versions"
    }
    if let newest { text += ", newest of \(newest.day)" }
    if let note { text += " (\(note))" }
    return text
  }
}
