// Brings the collections to this computer: addresses or a mirror go in, bare git repositories come out.

internal import Foundation

/// Clones and updates collections.
///
/// A pull may be interrupted at any moment and repeated: a clone is made beside its place and moved there when it is
/// whole, and git moves a branch only after all of its objects have arrived.
public struct Puller: Sendable {
  private let git: Git

  /// Creates a puller.
  ///
  /// - Throws: `IndexError.gitNotFound`.
  public init() throws(IndexError) {
    git = try Git()
  }

  /// Pulls collections into a data folder, one after the other.
  ///
  /// - Parameters:
  ///   - collections: what to pull.
  ///   - data: where to; made if it isn't there.
  ///   - mirror: folder to take them from instead of their addresses; it holds
  ///     `<name>.bundle`, `<name>.git` or `<name>`, where name is the id, `<id>-versions`, or the last part of the
  ///     address.
  ///   - depth: number of newest commits to take, 1 for the newest versions without history; nil for all. What is
  ///     already here whole stays whole; what is here without history becomes whole with nil.
  ///   - progress: receives what is being done.
  /// - Returns: a result for each collection, in their order; one that fails doesn't keep the others.
  /// - Throws: `IndexError.pullIsRunning`, `IndexError.unwritable` where the folder can't be made,
  ///   `IndexError.unreadable` where there is no such mirror.
  public func pull(
    _ collections: [TermsCollection], into data: DataFolder, mirror: String? = nil, depth: Int? = nil,
    progress: ((PullProgress) -> Void)? = nil
  ) throws(IndexError) -> [PullResult] {
    if let mirror, !FileManager.default.fileExists(atPath: mirror) {
      throw .unreadable(path: mirror, reason: "there is no such mirror")
    }
    do {
      try FileManager.default.createDirectory(atPath: data.collections, withIntermediateDirectories: true)
    } catch {
      throw .unwritable(path: data.collections, reason: reason(error))
    }
    let lock = try PullLock(folder: data.collections)
    PullFolder.removeLeftovers(in: data.collections)
    var results: [PullResult] = []
    for collection in collections {
      results.append(pull(collection, into: data, mirror: mirror, depth: depth, progress: progress))
    }
    _ = consume lock
    return results
  }

  private func pull(
    _ collection: TermsCollection, into data: DataFolder, mirror: String?, depth: Int?,
    progress: ((PullProgress) -> Void)?
  ) -> PullResult {
    var result = PullResult(
      collection: collection.id, source: mirror ?? collection.repository, outcome: .unchanged)
    func say(_ text: String) { progress?(PullProgress(collection: collection.id, text: text)) }
    let target = data.repository(of: collection.id)
    do throws(Failure) {
      let source: PullSource
      if let mirror {
        guard let found = PullSource(collection, mirror: mirror) else {
          let names = PullSource.names(collection).map { "\($0).bundle, \($0).git" }.joined(separator: ", ")
          throw Failure("\(mirror) holds no collection \(collection.id). Put one of these there: \(names)")
        }
        source = found
      } else if collection.repository.isEmpty {
        throw Failure("the collection \(collection.id) has no address in collections.tsv. Give it one")
      } else {
        source = PullSource(collection)
      }
      result.source = source.location
      say("looking at \(source.location)")
      let tip = try tip(of: source)
      if !FileManager.default.fileExists(atPath: target) {
        result.note = try clone(source, tip, to: target, depth: depth, say)
        result.outcome = .cloned
      } else {
        result.outcome = try update(target, from: source, tip, depth: depth, say)
      }
    } catch {
      result.outcome = .failed(reason: error.reason)
    }
    describe(target, &result)
    return result
  }

  /// A branch of the source: the one that HEAD names, else main, master, or the only one.
  private struct Tip {
    var reference: String
    var commit: String
  }

  private func tip(of source: PullSource) throws(Failure) -> Tip {
    let output = try run(["ls-remote", source.location], source: source)
    var commits: [String: String] = [:]
    for line in String(decoding: output, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: "\t")
      if parts.count == 2 { commits[String(parts[1])] = String(parts[0]) }
    }
    let branches = commits.keys.filter { $0.hasPrefix("refs/heads/") }.sorted()
    let names = ["HEAD", "refs/heads/main", "refs/heads/master"] + (branches.count == 1 ? branches : [])
    for name in names {
      if let commit = commits[name] { return Tip(reference: name, commit: commit) }
    }
    throw Failure(
      "\(source.location) has no branch to read"
        + (branches.isEmpty ? ": it is empty" : ": it has neither HEAD, main nor master"))
  }

  /// Clones into a folder beside the target, then moves it there.
  private func clone(
    _ source: PullSource, _ tip: Tip, to target: String, depth: Int?, _ say: @escaping (String) -> Void
  ) throws(Failure) -> String? {
    let folder = PullFolder.temporary(for: target)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try run(["init", "--quiet", "--bare", "--template=", folder], source: source)
    try run(["symbolic-ref", "HEAD", "refs/heads/main"], in: folder, source: source)
    try run(["config", "remote.origin.url", source.location], in: folder, source: source)
    if let depth, source.isBundle {
      // Git can't take a part of a bundle: unpack it whole, then take the newest versions from there.
      let whole = PullFolder.temporary(for: target + ".whole")
      defer { try? FileManager.default.removeItem(atPath: whole) }
      try run(["init", "--quiet", "--bare", "--template=", whole], source: source)
      try fetch(tip, from: source.location, into: whole, depth: nil, source, say)
      try fetch(
        Tip(reference: "refs/heads/main", commit: tip.commit), from: PullFolder.address(whole), into: folder,
        depth: depth,
        source, say)
    } else {
      let location = depth != nil && source.isLocal ? PullFolder.address(source.location) : source.location
      try fetch(tip, from: location, into: folder, depth: depth, source, say)
    }
    do { try FileManager.default.moveItem(atPath: folder, toPath: target) } catch {
      throw Failure("can't move \(folder) to \(target): \(reason(error))")
    }
    return depth != nil && source.isBundle ? "the bundle was unpacked whole to take its newest versions" : nil
  }

  private func update(
    _ target: String, from source: PullSource, _ tip: Tip, depth: Int?, _ say: @escaping (String) -> Void
  ) throws(Failure) -> PullResult.Outcome {
    PullFolder.removeLocks(in: target)
    guard let head = try? git.read(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], gitFolder: target)
    else {
      throw Failure("\(target) is no git repository, or is damaged. Delete that folder and pull again")
    }
    let isShallow = FileManager.default.fileExists(atPath: target + "/shallow")
    let here = String(decoding: head, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    if here == tip.commit && (!isShallow || depth != nil) { return .unchanged }
    let location = source.isLocal && !source.isBundle ? PullFolder.address(source.location) : source.location
    if isShallow && source.isBundle {
      // Neither a part nor the missing part can be had from a bundle: clone anew, then change places.
      let fresh = PullFolder.temporary(for: target + ".fresh")
      let old = PullFolder.temporary(for: target + ".old")
      _ = try clone(source, tip, to: fresh, depth: depth, say)
      do {
        try FileManager.default.moveItem(atPath: target, toPath: old)
        try FileManager.default.moveItem(atPath: fresh, toPath: target)
        try FileManager.default.removeItem(atPath: old)
      } catch { throw Failure("can't replace \(target): \(reason(error))") }
    } else if isShallow, depth == nil {
      try fetch(tip, from: location, into: target, depth: nil, source, say, ["--unshallow"])
    } else {
      try fetch(tip, from: location, into: target, depth: isShallow ? depth : nil, source, say)
    }
    return .updated
  }

  private func fetch(
    _ tip: Tip, from location: String, into folder: String, depth: Int?, _ source: PullSource,
    _ say: @escaping (String) -> Void, _ options: [String] = []
  ) throws(Failure) {
    let depth = depth.map { ["--depth=\($0)"] } ?? []
    try run(
      ["fetch", "--progress", "--no-tags", "--no-write-fetch-head", "--force", "--update-head-ok"] + depth
        + options
        + [location, "+\(tip.reference):refs/heads/main"],
      in: folder, source: source, say)
    // A collection's branch may have another name upstream; here it is always main.
    try run(["symbolic-ref", "HEAD", "refs/heads/main"], in: folder, source: source)
  }

  @discardableResult
  private func run(
    _ arguments: [String], in folder: String? = nil, source: PullSource, _ say: ((String) -> Void)? = nil
  ) throws(Failure) -> [UInt8] {
    do throws(IndexError) {
      let output = try git.run(arguments, gitFolder: folder, progress: say)
      guard output.status == 0 else {
        throw IndexError.gitFailed(
          command: arguments[0], repository: folder ?? "",
          message: source.explain(Git.message(output.standardError, output.status)))
      }
      return output.standardOutput
    } catch {
      if case .gitFailed(_, _, let message) = error { throw Failure(message) }
      throw Failure(error.description)
    }
  }

  /// Adds what is here now to a result.
  private func describe(_ target: String, _ result: inout PullResult) {
    guard let repository = try? GitRepository(path: target, gitFolder: target),
      let state = try? repository.state(),
      let count = try? git.read(["rev-list", "--count", "HEAD"], gitFolder: target)
    else { return }
    result.isShallow = state.isShallow
    result.newest = state.date
    result.commits = Int(
      String(decoding: count, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
  }

  private func reason(_ error: any Error) -> String { PullFolder.reason(error) }
}

/// Why one collection can't be pulled.
private struct Failure: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
