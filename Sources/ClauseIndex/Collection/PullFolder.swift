// The folder of collections while a pull is at work: temporary folders, and what an interrupted pull left behind.

internal import Foundation

/// Names and clean-up in the folder of collections; only for the holder of the `PullLock`.
enum PullFolder {
  private static let prefix = ".pulling-"

  /// Path of the temporary folder beside a target: on the same file system, so that moving it there is one step.
  static func temporary(for target: String) -> String {
    let url = URL(fileURLWithPath: target)
    return url.deletingLastPathComponent().path + "/" + prefix + url.lastPathComponent
  }

  /// Removes the temporary folders of pulls that were interrupted.
  static func removeLeftovers(in folder: String) {
    let manager = FileManager.default
    for name in (try? manager.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(prefix) {
      try? manager.removeItem(atPath: "\(folder)/\(name)")
    }
  }

  /// Removes the lock files and half-received packs that an interrupted git left in a repository.
  static func removeLocks(in repository: String) {
    let manager = FileManager.default
    for name in ["shallow", "HEAD", "config", "index", "packed-refs", "refs/heads/main"] {
      try? manager.removeItem(atPath: "\(repository)/\(name).lock")
    }
    let packs = repository + "/objects/pack"
    for name in (try? manager.contentsOfDirectory(atPath: packs)) ?? [] where name.hasPrefix("tmp_") {
      try? manager.removeItem(atPath: "\(packs)/\(name)")
    }
  }

  /// The address of a path: git takes the newest versions alone only from an address.
  static func address(_ path: String) -> String {
    path.hasPrefix("file:") ? path : URL(fileURLWithPath: path).absoluteString
  }

  /// A file error in a few words.
  static func reason(_ error: any Error) -> String {
    if let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? any Error {
      return underlying.localizedDescription
    }
    return error.localizedDescription
  }
}
