// Where the data of this computer lies: the pulled collections and the index.

internal import Foundation

/// The folder that holds the collections and the index; nothing else is written anywhere.
public struct DataFolder: Sendable, Hashable {
  /// Absolute path of the folder; it need not exist yet.
  public let path: String

  /// Takes this folder.
  public init(path: String) {
    self.path = URL(fileURLWithPath: path).standardizedFileURL.path
  }

  /// The folder that the environment names: `$CLAUSE_HOME`, else `$XDG_DATA_HOME/clause`, else
  /// `~/.local/share/clause`.
  ///
  /// - Parameter environment: variables to read; nil for those of this process.
  /// - Throws: `IndexError.dataFolderUnknown` where none of them is set.
  public static func standard(environment: [String: String]? = nil) throws(IndexError) -> DataFolder {
    let environment = environment ?? ProcessInfo.processInfo.environment
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let home = value("CLAUSE_HOME") { return DataFolder(path: home) }
    // The XDG base directory specification says that relative paths are to be ignored.
    if let data = value("XDG_DATA_HOME"), data.hasPrefix("/") { return DataFolder(path: data + "/clause") }
    if let home = value("HOME") { return DataFolder(path: home + "/.local/share/clause") }
    throw .dataFolderUnknown
  }

  /// Folder of the pulled collections.
  public var collections: String { path + "/collections" }

  /// Path of the git repository of a collection.
  public func repository(of collection: String) -> String { "\(collections)/\(collection).git" }

  /// Path of the index.
  public var index: String { path + "/index.sqlite" }
}
