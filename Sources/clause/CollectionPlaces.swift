// Where a build's collections lie: pulled, the sample's, and folders of one's own.

internal import ArgumentParser
internal import ClauseIndex
internal import Foundation

/// The collections that a command works on.
struct CollectionPlaces {
  let corpus: CorpusFolder
  private let data: DataFolder?
  private let isSample: Bool
  private let own: [(id: String, path: String)]

  init(isSample: Bool, own folders: [String]) throws {
    let found = try CorpusFolder.find()
    corpus = isSample ? try found.sample() : found
    data = isSample ? nil : try DataFolder.standard()
    self.isSample = isSample
    own = folders.map { folder in
      let path = URL(fileURLWithPath: folder).standardizedFileURL.path
      return (URL(fileURLWithPath: path).lastPathComponent, path)
    }
    for (place, folder) in own.enumerated() {
      guard let other = own[..<place].first(where: { $0.id == folder.id }), other.path != folder.path else {
        continue
      }
      throw ValidationError(
        "\(other.path) and \(folder.path) would both be the collection \(folder.id); rename one of the folders"
      )
    }
  }

  /// Where a collection lies.
  func path(of collection: String) -> String {
    own.first { $0.id == collection }?.path ?? data?.repository(of: collection)
      ?? "\(corpus.path)/\(collection)"
  }

  /// The bytes of documents of one collection as they were indexed; nil for those that are not there.
  func contents(_ collection: String, _ documents: [Document]) throws -> [[UInt8]?] {
    let path = path(of: collection)
    guard FileManager.default.fileExists(atPath: path) else { return documents.map { _ in nil } }
    return try openRepository(at: path).contents(of: documents)
  }

  private func description(hasPulled: Bool) -> CorpusDescription {
    let base: CorpusDescription = isSample ? .sample : .openTermsArchive
    let names = (hasPulled ? [base.name] : []) + own.map(\.id)
    return CorpusDescription(name: names.joined(separator: " and "), isSample: isSample && hasPulled)
  }

  /// Everything that a build needs, read from the collections.
  ///
  /// - Parameters:
  ///   - platforms: registry to use instead of the corpus folder's.
  ///   - types: folder of clause types to use instead of the corpus folder's.
  func input(
    platforms: String?, types: String? = nil, progress: @escaping @Sendable (String) -> Void
  ) throws -> IndexInput {
    var known = try TermsCollection.read(corpus.collections)
    let replaced = own.filter { folder in known.contains { $0.id == folder.id } }
    for folder in own where !known.contains(where: { $0.id == folder.id }) {
      known.append(
        TermsCollection(id: folder.id, name: folder.id, repository: "", licence: "", attribution: ""))
    }
    var registry = try Registry.read(platforms: platforms ?? corpus.platforms, collections: known.map(\.id))
    var collections: [String: any Repository] = [:]
    for collection in known {
      let path = path(of: collection.id)
      guard FileManager.default.fileExists(atPath: path) else {
        if own.contains(where: { $0.id == collection.id }) {
          throw IndexError.notACollection(path: path, problem: "there is no such folder")
        }
        continue
      }
      collections[collection.id] = try openRepository(at: path)
    }
    if collections.isEmpty {
      let first = known.first.map { path(of: $0.id) } ?? corpus.path
      throw IndexError.collectionNotFound(id: known.first?.id ?? "", path: first)
    }
    let pulled = collections.keys.filter { id in !own.contains { $0.id == id } }
    if pulled.isEmpty, platforms == nil { registry = Registry(platforms: []) }
    registry = try registry.adding(servicesOf: own.map(\.id), in: collections)
    let reader = CorpusReader(
      registry: registry, collections: collections, sources: try SourceAddresses.read(corpus.sources))
    var selection = try reader.select(progress: progress)
    // A corpus folder of one's own need not have types.
    let hasTypes = types != nil || FileManager.default.fileExists(atPath: corpus.types)
    let catalogue = hasTypes ? try TypeCatalogue.read(folder: types ?? corpus.types) : .empty
    if !hasTypes { selection.warnings.append("no clause types: there is no folder \(corpus.types)") }
    let hasVectors = FileManager.default.fileExists(atPath: corpus.vectors)
    let vectors = hasVectors ? try WordVectors(path: corpus.vectors) : .empty
    if !hasVectors {
      selection.warnings.append(
        "no word vectors, rewordings are found less well: there is no file \(corpus.vectors)")
    }
    selection.warnings += replaced.map { "\($0.path) was taken in the place of the collection \($0.id)" }
    return IndexInput(
      corpus: description(hasPulled: !pulled.isEmpty), platforms: registry.platforms, collections: known,
      selection: selection, types: catalogue, vectors: vectors)
  }
}
