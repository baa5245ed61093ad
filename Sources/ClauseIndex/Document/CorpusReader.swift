// The whole way from pulled collections to chosen documents.

internal import Foundation

/// Reads collections and chooses the documents that go into the index.
public struct CorpusReader: Sendable {
  /// The platforms.
  public let registry: Registry
  /// The collections that are there to be read, by id.
  public let collections: [String: any Repository]
  /// Where the documents are published.
  public let sources: SourceAddresses

  /// Creates a reader of collections that are already open.
  public init(registry: Registry, collections: [String: any Repository], sources: SourceAddresses) {
    self.registry = registry
    self.collections = collections
    self.sources = sources
  }

  /// Creates a reader from a corpus folder.
  ///
  /// - Parameters:
  ///   - corpus: the tables of facts.
  ///   - data: where the collections were pulled to; nil to take them from the corpus folder itself, as for the
  ///     sample. A collection that isn't there is left out here and reported by `select`.
  /// - Throws: `IndexError` where a table is missing or wrong, or a collection isn't one.
  public init(corpus: CorpusFolder, data: DataFolder?) throws(IndexError) {
    let known = try TermsCollection.read(corpus.collections)
    registry = try Registry.read(platforms: corpus.platforms, collections: known.map(\.id))
    sources = try SourceAddresses.read(corpus.sources)
    var collections: [String: any Repository] = [:]
    for collection in known {
      let path = data?.repository(of: collection.id) ?? "\(corpus.path)/\(collection.id)"
      guard FileManager.default.fileExists(atPath: path) else { continue }
      collections[collection.id] = try openRepository(at: path)
    }
    self.collections = collections
  }

  /// Reads all collections, at the same time, and chooses the documents.
  ///
  /// The result depends only on the registry, the sources and the commits read.
  ///
  /// - Parameter progress: receives a line as each collection has been read; called from several threads.
  /// - Throws: `IndexError` where a collection can't be read as a whole; a bad file never throws.
  public func select(progress: (@Sendable (String) -> Void)? = nil) throws(IndexError) -> Selection {
    var wanted: [String: Set<String>] = [:]
    for service in registry.platforms.lazy.flatMap({ $0.services.joined() }) {
      wanted[service.collection, default: []].insert(service.service)
    }
    let ids = collections.keys.sorted()
    let loaded = Results<LoadedCollection>(count: ids.count)
    let histories = Results<[String: DocumentHistory]>(count: ids.count)
    let services = wanted
    // Histories first: that of the largest collection takes the longest.
    DispatchQueue.concurrentPerform(iterations: ids.count * 2) { task in
      let id = ids[task % ids.count]
      guard let repository = collections[id] else { return }
      if task < ids.count {
        histories.set(task) { () throws(IndexError) in try repository.history() }
      } else {
        loaded.set(task - ids.count) { () throws(IndexError) in
          try LoadedCollection(id: id, repository: repository, wanted: services[id] ?? [])
        }
        progress?("read \(id)")
      }
    }
    var parts: [LoadedCollection] = []
    for index in ids.indices {
      var part = try loaded.get(index)
      part.history = try histories.get(index)
      parts.append(part)
    }
    return DocumentSelector(registry: registry, sources: sources, collections: parts).selection()
  }
}

/// Results of tasks on several threads, each in its own place.
private final class Results<Value: Sendable>: @unchecked Sendable {
  // Unchecked: every access is under the lock.
  private let lock = NSLock()
  private var values: [Result<Value, IndexError>?]

  init(count: Int) { values = Array(repeating: nil, count: count) }

  func set(_ index: Int, _ work: () throws(IndexError) -> Value) {
    let result: Result<Value, IndexError>
    do throws(IndexError) { result = .success(try work()) } catch { result = .failure(error) }
    lock.withLock { values[index] = result }
  }

  func get(_ index: Int) throws(IndexError) -> Value {
    guard let result = lock.withLock({ values[index] }) else {
      preconditionFailure("every task has run: concurrentPerform waits for all")
    }
    return try result.get()
  }
}
