// A collection in a plain folder: the sample, or a folder of the user's own.

internal import Foundation

/// A folder laid out as `<service>/<terms type>.md`, without history.
struct FolderRepository: Repository {
  let path: String

  func state() throws(IndexError) -> RepositoryState {
    // A file's modification date is a fact of this computer, not of the document: it is not taken for a date.
    RepositoryState(commit: nil, date: nil, isShallow: false)
  }

  func files() throws(IndexError) -> [RepositoryFile] {
    let services: [String]
    do { services = try names(in: path) } catch {
      throw .unreadable(path: path, reason: error.localizedDescription)
    }
    var files: [RepositoryFile] = []
    for service in services {
      // What can't be read stays in the list, so that it is reported; it doesn't keep the rest from being read.
      guard isFolder(service), let documents = try? names(in: "\(path)/\(service)") else {
        files.append(file(service))
        continue
      }
      files += documents.map { file("\(service)/\($0)") }
    }
    return files.sorted { $0.path < $1.path }
  }

  func contents(of files: [RepositoryFile]) throws(IndexError) -> [[UInt8]?] {
    files.map { file in
      (try? Data(contentsOf: URL(fileURLWithPath: "\(path)/\(file.path)"))).map { [UInt8]($0) }
    }
  }

  func history() throws(IndexError) -> [String: DocumentHistory] { [:] }

  /// Names in a folder, hidden ones left aside.
  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasPrefix(".") }
  }

  private func isFolder(_ name: String) -> Bool {
    facts("\(path)/\(name)").map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  private func file(_ name: String) -> RepositoryFile {
    let facts = facts("\(path)/\(name)")
    switch facts.map({ $0.st_mode & S_IFMT }) {
    case S_IFREG: return RepositoryFile(path: name, size: Int(facts?.st_size ?? 0), kind: .file, blob: nil)
    case S_IFLNK: return RepositoryFile(path: name, size: 0, kind: .link, blob: nil)
    default: return RepositoryFile(path: name, size: 0, kind: .other, blob: nil)
    }
  }

  /// What the file system knows of a path, links not followed.
  private func facts(_ path: String) -> stat? {
    var facts = stat()
    return lstat(path, &facts) == 0 ? facts : nil
  }
}
