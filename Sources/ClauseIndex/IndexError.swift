// Everything that can stop ClauseIndex: each case names the culprit and says what to do.

/// An error that stops what was asked for.
///
/// `description` is one message for a person: what is wrong, where (path, line, id), and what to do about it.
/// A bad document never raises one: it is left out and reported (`LeftOutDocument`).
public enum IndexError: Error, Sendable, Hashable {
  /// No folder with the facts of the corpus (`platforms.tsv`) was found in any of the places searched.
  case corpusNotFound(searched: [String])
  /// No folder for the data can be named: none of `CLAUSE_HOME`, `XDG_DATA_HOME` and `HOME` is set.
  case dataFolderUnknown
  /// A file or folder can't be read.
  case unreadable(path: String, reason: String)
  /// A file or folder can't be written.
  case unwritable(path: String, reason: String)
  /// A row of a table of facts is wrong; `line` counts from 1.
  case badRow(file: String, line: Int, problem: String, remedy: String)
  /// A collection isn't there to be read.
  case collectionNotFound(id: String, path: String)
  /// A folder is no collection: neither a git repository with a version nor a folder of Markdown files.
  case notACollection(path: String, problem: String)
  /// The `git` command isn't installed, or isn't on the search path.
  case gitNotFound(searchPath: String)
  /// A `git` command failed; `message` is what git said.
  case gitFailed(command: String, repository: String, message: String)
  /// Another pull is at work in the same data folder.
  case pullIsRunning(lock: String)
  /// Another build is at work on the same index.
  case buildIsRunning(lock: String)
  /// There is no index at this path.
  case indexNotFound(path: String)
  /// The index was written by another version of the program; `found` and `expected` are schema numbers.
  case indexSchema(path: String, found: Int, expected: Int)
  /// The index can't be used: half-built, cut off, or not an index at all.
  case indexDamaged(path: String, reason: String)
  /// Another index has taken the place of the one that was opened.
  case indexReplaced(path: String)
  /// The prevalence of its clauses was not measured.
  case notMeasured(path: String)
  /// Nothing in the index has this id.
  case unknownID(id: String, kind: String)
  /// No clause type of the index has this id or name; `near` are ids that come close.
  case unknownType(id: String, near: [String])
  /// A filter names what the index does not have; `near` are values that come close, `all` those that there are.
  case unknownValue(String, of: String, near: [String], all: [String])
  /// No platform of the index has this id or name; `near` are names that come close.
  case unknownPlatform(name: String, near: [String])
  /// A draft can't be checked: it is no text, not in English, empty or too large.
  case badDraft(name: String, problem: String, remedy: String)
}

extension IndexError: CustomStringConvertible {
  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .corpusNotFound(let searched):
      """
      no Corpus folder (it holds platforms.tsv) in: \(searched.joined(separator: ", ")). \
      Run the command inside the ClauseIndex folder, or name the folder with CLAUSE_CORPUS
      """
    case .dataFolderUnknown:
      "no place for the data: neither CLAUSE_HOME, XDG_DATA_HOME nor HOME is set. Set CLAUSE_HOME to a folder"
    case .unreadable(let path, let reason):
      "can't read \(path): \(reason). Check that it exists and that you may read it"
    case .unwritable(let path, let reason):
      "can't write \(path): \(reason). Free the space or the permission, or choose another folder with CLAUSE_HOME"
    case .badRow(let file, let line, let problem, let remedy):
      "\(file):\(line): \(problem). \(remedy)"
    case .collectionNotFound(let id, let path):
      "collection \(id) is not at \(path). Get it with: clause pull"
    case .notACollection(let path, let problem):
      """
      \(path) is not a collection: \(problem). Name a git repository of versions, \
      or a folder laid out as <service>/<terms type>.md
      """
    case .gitNotFound(let searchPath):
      "the git command is not on the search path (\(searchPath)). Install git, for example: apt install git"
    case .gitFailed(let command, let repository, let message):
      "git \(command) failed in \(repository): \(message). Check the repository with: git -C '\(repository)' fsck"
    case .pullIsRunning(let lock):
      "another pull is at work (it holds \(lock)). Wait until it ends, then pull again"
    case .buildIsRunning(let lock):
      "another build is at work (it holds \(lock)). Wait until it ends, then build again"
    case .indexNotFound(let path):
      "there is no index at \(path). Build it with: clause pull, then clause build"
    case .indexSchema(let path, let found, let expected) where found > expected:
      "\(path) was written by a newer version (schema \(found), this one reads \(expected)). Update clause"
    case .indexSchema(let path, let found, let expected):
      "\(path) was written by an older version (schema \(found), now \(expected)). Rebuild it with: clause build"
    case .indexDamaged(let path, let reason):
      "\(path) can't be used: \(reason). Rebuild it with: clause build"
    case .indexReplaced(let path):
      "\(path) was replaced by another index since it was opened. Ask again"
    case .notMeasured(let path):
      """
      the prevalence of every clause is not in \(path). Measure it with: clause prevalence --every, or build with: \
      clause build --prevalence
      """
    case .unknownType(let id, let near):
      "no clause type \(id)"
        + (near.isEmpty ? ". clause types lists all" : "; did you mean \(near.joined(separator: ", "))?")
    case .unknownValue(let value, let kind, let near, let all):
      "there is no \(kind) “\(value)”"
        + (near.isEmpty
          ? ". There are: \(all.joined(separator: ", "))" : "; did you mean \(near.joined(separator: ", "))?")
    case .unknownPlatform(let name, let near):
      "the index holds no platform “\(name)”"
        + (near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?")
        + " List them with: clause platforms"
    case .badDraft(let name, let problem, let remedy):
      "can't check \(name): \(problem). \(remedy)"
    case .unknownID(let id, let kind):
      "the index holds no \(kind) \(id). Check the id, or search for the \(kind) by its words"
    }
  }
}
