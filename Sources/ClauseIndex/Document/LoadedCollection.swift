// One collection read whole: state, history, and every file of the registry's services examined.

/// The contents of a collection, ready to choose from.
struct LoadedCollection: Sendable {
  /// A file with what its examination said.
  struct File: Sendable {
    var file: RepositoryFile
    var bytes: [UInt8]
    var check: DocumentCheck
  }

  let id: String
  var state: RepositoryState
  /// Documents of the wanted services: service, then terms type.
  var services: [String: [String: File]] = [:]
  /// Files of the wanted services and others that are no documents.
  var leftOut: [LeftOutDocument] = []
  /// Services outside the registry.
  var others: Set<String> = []
  var history: [String: DocumentHistory] = [:]

  /// Files at the root of every collection that describe it.
  private static let ownFiles: Set<String> = ["README.md", "LICENSE", "LICENSE.md", ".gitignore"]

  /// Reads all but the history.
  init(id: String, repository: any Repository, wanted: Set<String>) throws(IndexError) {
    self.id = id
    state = try repository.state()
    var reading: [RepositoryFile] = []
    for file in try repository.files() where !LoadedCollection.ownFiles.contains(file.path) {
      func leaveOut(_ reason: LeftOutDocument.Reason, _ detail: String) {
        leftOut.append(
          LeftOutDocument(collection: id, path: file.path, platform: nil, reason: reason, detail: detail))
      }
      guard file.kind != .link else {
        leaveOut(.notADocument, "symbolic link")
        continue
      }
      guard file.kind == .file else {
        leaveOut(.notADocument, "no file")
        continue
      }
      guard let name = file.document else {
        leaveOut(.notADocument, "the path isn't <service>/<terms type>.md")
        continue
      }
      guard wanted.contains(name.service) else {
        others.insert(name.service)
        leaveOut(.notInRegistry, "")
        continue
      }
      services[name.service] = services[name.service] ?? [:]
      if file.size > DocumentCheck.sizeLimit {
        leaveOut(
          .tooLarge, "\(file.size / 1_000_000) MB, the limit is \(DocumentCheck.sizeLimit / 1_000_000) MB")
      } else {
        reading.append(file)
      }
    }
    for (file, bytes) in zip(reading, try repository.contents(of: reading)) {
      guard let name = file.document else { continue }
      services[name.service, default: [:]][name.termsType] = File(
        file: file, bytes: bytes ?? [], check: DocumentCheck(bytes))
    }
  }
}
