// One collection as a source of documents, whether a git repository or a plain folder.

internal import Foundation

/// A file of a collection.
public struct RepositoryFile: Sendable, Hashable {
  /// What a path of a collection holds.
  public enum Kind: String, Sendable, Hashable {
    /// A file.
    case file
    /// A symbolic link, which is never followed.
    case link
    /// Anything else: a submodule, a device, a socket.
    case other
  }

  /// Path inside the collection, as `Facebook/Terms of Service.md`.
  public var path: String
  /// Size in bytes; 0 for what isn't a file.
  public var size: Int
  /// File, link, or something else.
  public var kind: Kind
  /// Git's id of the content, by which identical files show; nil in a plain folder.
  public var blob: String?

  /// Service and terms type that the path names; nil where it isn't of the form `<service>/<terms type>.md`.
  public var document: (service: String, termsType: String)? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasSuffix(".md"), !parts[0].isEmpty, parts[1].utf8.count > 3 else {
      return nil
    }
    return (String(parts[0]), String(parts[1].dropLast(3)))
  }
}

/// Where a collection stands.
public struct RepositoryState: Sendable, Hashable, Codable {
  /// Id of the commit that is read; nil for a plain folder.
  public var commit: String?
  /// When that commit was made: the collection was last seen to be up to date then; nil for a plain folder.
  public var date: Timestamp?
  /// Whether only the newest versions are there, so that nothing is known of the history.
  public var isShallow: Bool
}

/// What the history of a collection tells about one document.
public struct DocumentHistory: Sendable, Hashable {
  /// When the document was first recorded.
  public var firstRecorded: Timestamp
  /// When the service last changed it: the newest version that is no technical upgrade.
  public var lastChanged: Timestamp
  /// Commit of that change.
  public var changeCommit: String
  /// Commit that made the text what it is now: `changeCommit`, or a later technical upgrade.
  public var commit: String
  /// Number of versions, technical upgrades not counted.
  public var versions: Int
}

/// A collection that can be read: file list, contents, history.
public protocol Repository: Sendable {
  /// Path of the folder or git repository.
  var path: String { get }

  /// The commit that is read, and its date.
  ///
  /// - Throws: `IndexError` where the collection can't be read.
  func state() throws(IndexError) -> RepositoryState

  /// All files, in the byte order of their paths.
  ///
  /// - Throws: `IndexError` where the collection can't be read.
  func files() throws(IndexError) -> [RepositoryFile]

  /// The contents of some files, in their order; nil in the place of one that can't be read.
  ///
  /// - Throws: `IndexError` where the collection as a whole can't be read.
  func contents(of files: [RepositoryFile]) throws(IndexError) -> [[UInt8]?]

  /// The history of every document by path; empty for a shallow clone or a plain folder, which know none.
  ///
  /// - Throws: `IndexError` where the collection can't be read.
  func history() throws(IndexError) -> [String: DocumentHistory]
}

/// Opens the collection at a path: a git repository (bare, or a checkout, which is read at HEAD), else a plain
/// folder of `<service>/<terms type>.md`.
///
/// - Throws: `IndexError.notACollection` where there is no such folder, `IndexError.gitNotFound`.
public func openRepository(at path: String) throws(IndexError) -> any Repository {
  let files = FileManager.default
  var isFolder: ObjCBool = false
  guard files.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
    throw .notACollection(
      path: path, problem: isFolder.boolValue ? "it can't be opened" : "there is no such folder")
  }
  if files.fileExists(atPath: path + "/.git") {
    return try GitRepository(path: path, gitFolder: path + "/.git")
  }
  if ["HEAD", "objects", "refs"].allSatisfy({ files.fileExists(atPath: "\(path)/\($0)") }) {
    return try GitRepository(path: path, gitFolder: path)
  }
  return FolderRepository(path: path)
}
