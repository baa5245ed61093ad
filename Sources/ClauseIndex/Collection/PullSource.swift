// Where a collection is pulled from: its address, or a file of a mirror.

internal import Foundation

/// A place that a collection can be fetched from.
struct PullSource: Sendable, Hashable {
  /// What git is given: an address or a path.
  let location: String
  /// Whether it is a bundle, of which git can't take the newest versions alone.
  let isBundle: Bool
  /// Whether the location is on this computer.
  let isLocal: Bool

  /// The collection's own address.
  init(_ collection: TermsCollection) {
    location = collection.repository
    isBundle = false
    isLocal = collection.repository.hasPrefix("/") || collection.repository.hasPrefix("file:")
  }

  /// The collection in a mirror: `<name>.bundle`, `<name>.git` or `<name>`, where name is the id, `<id>-versions`, or
  /// the last part of the address.
  ///
  /// Returns nil where the mirror holds none of them.
  init?(_ collection: TermsCollection, mirror: String) {
    for name in PullSource.names(collection) {
      for suffix in [".bundle", ".git", ""] {
        let path = "\(mirror)/\(name)\(suffix)"
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
        guard isFolder.boolValue != (suffix == ".bundle") else { continue }
        location = URL(fileURLWithPath: path).standardizedFileURL.path
        isBundle = suffix == ".bundle"
        isLocal = true
        return
      }
    }
    return nil
  }

  /// The names that a mirror may call a collection by.
  static func names(_ collection: TermsCollection) -> [String] {
    var last = collection.repository.split(separator: "/").last.map(String.init) ?? collection.id
    if last.hasSuffix(".git") { last.removeLast(4) }
    var names: [String] = []
    for name in [collection.id, "\(collection.id)-versions", last] where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// What a person should do about git's complaint, beginning with what is wrong.
  func explain(_ message: String) -> String {
    let network = [
      "Could not resolve host", "Failed to connect", "Couldn't connect", "Connection timed out",
      "Connection refused",
      "Connection reset", "Operation too slow", "Network is unreachable", "unable to access", "early EOF",
      "Could not read from remote", "does not appear to be a git repository",
    ]
    if !isLocal, network.contains(where: { message.contains($0) }) {
      return """
        cannot reach \(location): \(message). Check the network and pull again, \
        or take the collections from a folder with: --mirror DIR
        """
    }
    if message.contains("No space left") || message.contains("disk quota") {
      return "the disk is full: \(message). Free some space and pull again"
    }
    if message.contains("ermission denied") || message.contains("Read-only file system") {
      return "\(message). Check the permissions, or choose another folder with CLAUSE_HOME"
    }
    if isBundle {
      return "\(location) can't be read: \(message). Copy the bundle anew; check it with: git bundle verify"
    }
    if isLocal { return "\(location) can't be read: \(message). Check it with: git -C '\(location)' fsck" }
    return "\(location): \(message). Check the address in collections.tsv, or use --mirror DIR"
  }
}
