// A collection in a git repository, read at HEAD: never the checked-out files.

/// A git repository of versions, bare or with a checkout.
struct GitRepository: Repository {
  let path: String
  let gitFolder: String
  private let git: Git

  init(path: String, gitFolder: String) throws(IndexError) {
    self.path = path
    self.gitFolder = gitFolder
    git = try Git()
  }

  func state() throws(IndexError) -> RepositoryState {
    let head = try git.run(["log", "-1", "--format=%H %ct", "HEAD", "--"], gitFolder: gitFolder)
    let parts = String(decoding: head.standardOutput, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard head.status == 0, parts.count == 2, let seconds = Int(parts[1]) else {
      throw .notACollection(path: path, problem: Git.message(head.standardError, head.status))
    }
    let shallow = try git.read(["rev-parse", "--is-shallow-repository"], gitFolder: gitFolder)
    return RepositoryState(
      commit: String(parts[0]), date: Timestamp(seconds: seconds),
      isShallow: String(decoding: shallow, as: UTF8.self).hasPrefix("true"))
  }

  func files() throws(IndexError) -> [RepositoryFile] {
    let listing = try git.read(["ls-tree", "-r", "-l", "-z", "--full-tree", "HEAD"], gitFolder: gitFolder)
    var files: [RepositoryFile] = []
    for entry in listing.split(separator: 0) {
      // "<mode> <type> <id> <padded size>\t<path>"
      guard let tab = entry.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      let facts = entry[..<tab].split(separator: UInt8(ascii: " ")).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard facts.count == 4 else { continue }
      let kind: RepositoryFile.Kind = facts[1] != "blob" ? .other : facts[0] == "120000" ? .link : .file
      files.append(
        RepositoryFile(
          path: String(decoding: entry[(tab + 1)...], as: UTF8.self), size: Int(facts[3]) ?? 0, kind: kind,
          blob: facts[2]))
    }
    return files
  }

  func contents(of files: [RepositoryFile]) throws(IndexError) -> [[UInt8]?] {
    // An empty request would be a line without an id, which git answers.
    if files.isEmpty { return [] }
    let wanted = files.map { $0.blob ?? "-" }.joined(separator: "\n") + "\n"
    let output = try git.read(["cat-file", "--batch"], gitFolder: gitFolder, input: Array(wanted.utf8))
    // For each id: "<id> blob <size>\n<bytes>\n", or "<id> missing\n".
    var contents: [[UInt8]?] = []
    var place = 0
    while place < output.count, let end = output[place...].firstIndex(of: UInt8(ascii: "\n")) {
      let header = output[place..<end].split(separator: UInt8(ascii: " "))
      place = end + 1
      guard header.count == 3, let size = Int(String(decoding: header[2], as: UTF8.self)),
        place + size <= output.count
      else {
        contents.append(nil)
        continue
      }
      contents.append(Array(output[place..<(place + size)]))
      place += size + 1
    }
    guard contents.count == files.count else {
      throw .gitFailed(
        command: "cat-file", repository: gitFolder,
        message: "\(contents.count) objects came where \(files.count) were asked for")
    }
    return contents
  }

  func history() throws(IndexError) -> [String: DocumentHistory] {
    if try state().isShallow { return [:] }
    let log = try git.read(
      ["log", "-z", "--name-only", "--no-renames", "--format=\(GitLog.format)", "HEAD", "--"],
      gitFolder: gitFolder)
    return GitLog.histories(log)
  }
}
