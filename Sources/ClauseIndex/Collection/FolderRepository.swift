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
    let manager = FileManager.default
    var files: [RepositoryFile] = []
    for service in try names(in: path) where !service.hasPrefix(".") {
      let folder = "\(path)/\(service)"
      guard kind(of: folder)?.isFolder == true else {
        if let facts = kind(of: folder) {
          files.append(RepositoryFile(path: service, size: facts.size, kind: facts.kind, blob: nil))
        }
        continue
      }
      for name in try names(in: folder) where !name.hasPrefix(".") {
        guard let facts = kind(of: "\(folder)/\(name)"), !facts.isFolder else { continue }
        files.append(
          RepositoryFile(path: "\(service)/\(name)", size: facts.size, kind: facts.kind, blob: nil))
      }
    }
    guard manager.isReadableFile(atPath: path) else {
      throw .unreadable(path: path, reason: "the folder may not be read")
    }
    return files.sorted { $0.path < $1.path }
  }

  func contents(of files: [RepositoryFile]) throws(IndexError) -> [[UInt8]?] {
    files.map { file in
      (try? Data(contentsOf: URL(fileURLWithPath: "\(path)/\(file.path)"))).map { [UInt8]($0) }
    }
  }

  func history() throws(IndexError) -> [String: DocumentHistory] { [:] }

  private func names(in folder: String) throws(IndexError) -> [String] {
    do { return try FileManager.default.contentsOfDirectory(atPath: folder).sorted() } catch {
      throw .unreadable(path: folder, reason: "\(error.localizedDescription)")
    }
  }

  private func kind(of path: String) -> (kind: RepositoryFile.Kind, isFolder: Bool, size: Int)? {
    var facts = stat()
    guard lstat(path, &facts) == 0 else { return nil }
    switch facts.st_mode & S_IFMT {
    case S_IFDIR: return (.other, true, 0)
    case S_IFREG: return (.file, false, Int(facts.st_size))
    case S_IFLNK: return (.link, false, 0)
    default: return (.other, false, 0)
    }
  }
}
