// Where the facts of the corpus lie: the folder Corpus of the package.

internal import Foundation

/// The folder with `platforms.tsv`, `collections.tsv` and `sources.tsv`.
public struct CorpusFolder: Sendable, Hashable {
  /// Absolute path of the folder.
  public let path: String

  /// Takes this folder, which must hold `platforms.tsv`.
  ///
  /// - Throws: `IndexError.corpusNotFound`.
  public init(path: String) throws(IndexError) {
    self.path = URL(fileURLWithPath: path).standardizedFileURL.path
    guard CorpusFolder.isCorpus(self.path) else { throw .corpusNotFound(searched: [self.path]) }
  }

  /// Finds the folder: the one named, else `$CLAUSE_CORPUS`, else the first folder `Corpus` on the way up from the
  /// executable, then from the current folder.
  ///
  /// - Parameters:
  ///   - explicit: folder that the user named; no other place is then searched.
  ///   - environment: variables to read; nil for those of this process.
  ///   - starts: folders to walk up from; nil for the executable's and the current one.
  /// - Throws: `IndexError.corpusNotFound`, with the places searched.
  public static func find(
    _ explicit: String? = nil, environment: [String: String]? = nil, starts: [String]? = nil
  ) throws(IndexError) -> CorpusFolder {
    if let explicit { return try CorpusFolder(path: explicit) }
    let environment = environment ?? ProcessInfo.processInfo.environment
    if let named = environment["CLAUSE_CORPUS"], !named.isEmpty { return try CorpusFolder(path: named) }
    let starts = starts ?? [executableFolder(), FileManager.default.currentDirectoryPath].compactMap { $0 }
    for start in starts {
      var folder = URL(fileURLWithPath: start).standardizedFileURL
      while true {
        let candidate = folder.appendingPathComponent("Corpus").path
        if isCorpus(candidate) { return try CorpusFolder(path: candidate) }
        if folder.path == "/" { break }
        folder.deleteLastPathComponent()
      }
    }
    throw .corpusNotFound(searched: starts.map { "\($0) and the folders above it" })
  }

  /// Path of the table of platforms.
  public var platforms: String { path + "/platforms.tsv" }

  /// Path of the table of collections.
  public var collections: String { path + "/collections.tsv" }

  /// Path of the table of source addresses.
  public var sources: String { path + "/sources.tsv" }

  /// Folder of the clause types: that of this folder, or of the one above it for the sample.
  public var types: String { ownOrAbove("types") }

  /// File of the word vectors: that of this folder, or of the one above it for the sample.
  public var vectors: String { ownOrAbove("vectors/words.bin") }

  private func ownOrAbove(_ name: String) -> String {
    let own = path + "/" + name
    if FileManager.default.fileExists(atPath: own) { return own }
    return URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(name).path
  }

  /// The folder of the sample, which needs no pull: it holds the same tables and the documents themselves.
  ///
  /// - Throws: `IndexError.corpusNotFound` where the package has none.
  public func sample() throws(IndexError) -> CorpusFolder { try CorpusFolder(path: path + "/sample") }

  private static func isCorpus(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/platforms.tsv")
  }

  private static func executableFolder() -> String? {
    // arguments[0] is only what the caller typed; Linux knows the file itself.
    let path =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? Bundle.main.executablePath
    return path.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
  }
}
