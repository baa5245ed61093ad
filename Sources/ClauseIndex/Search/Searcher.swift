// An index file → answers. Opens read-only; every question has a file of its own beside this one.

internal import Foundation
internal import GRDB

/// Answers questions from one index file.
///
/// Read-only and safe to share between threads. A searcher goes on answering from the file that it opened, also when a
/// build puts a new index in its place, as long as no more threads ask at once than before; these are told by an error.
/// Open another to see the new one.
public final class Searcher: Sendable {
  /// Path of the index file.
  public let path: String
  /// What the index says of itself.
  public let corpus: CorpusSummary
  let arrays: ClauseArrays
  /// Index into `platforms`, by index into `documents`.
  let platformOfDocument: [Int]
  let loadedCatalogue = Once<TypeCatalogue>()
  let loadedTypes = Once<CompiledTypes>()
  private let table: DocumentTable
  private let loadedSimilarity = Once<SimilarityArrays>()
  private let loadedRuns = Once<PlatformRuns>()
  let commonTerms = CommonTerms()
  private let connections = Pool<DatabaseQueue>()
  private let vocabularies = Pool<Vocabulary>(keeping: { $0.words < 500_000 })
  private let accumulators = Pool<ScoreAccumulator>(keeping: { $0.isEmpty })

  /// Opens an index.
  ///
  /// - Throws: ``IndexError`` where there is no index at the place, where it is damaged, or where another
  ///   version of the program made it; the message says what to do.
  public init(path: String) throws {
    self.path = path
    guard access(path, F_OK) == 0 else { throw IndexError.indexNotFound(path: path) }
    do {
      (corpus, table, arrays) = try connections.lend { try Self.open(path) }.use { connection in
        try connection.read { database in
          try Searcher.checkSchema(database, path)
          return (
            try CorpusSummary(database), try DocumentTable(database), try ClauseArrays(database, path: path)
          )
        }
      }
    } catch {
      throw IndexError.wrap(error, reading: path)
    }
    platformOfDocument = table.platformOfDocument
    let documents = platformOfDocument.count
    guard arrays.document.allSatisfy({ Int($0) < documents }) else {
      throw IndexError.indexDamaged(path: path, reason: "clauses of a document that is not in the index")
    }
  }

  /// A connection for one thread; each has its own.
  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.foreignKeysEnabled = false  // Nothing is written.
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA mmap_size = 1073741824")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private static func checkSchema(_ database: Database, _ path: String) throws {
    let application = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    guard application == Schema.applicationID else {
      throw IndexError.indexDamaged(path: path, reason: "it is no ClauseIndex file")
    }
    let schema = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard schema == Schema.number else {
      throw IndexError.indexSchema(path: path, found: schema, expected: Schema.number)
    }
  }

  /// Reads from the index; damage that shows only now is named.
  ///
  /// All documents and platforms are there when `body` begins.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try readSome { database in
      try readEverything(database)
      return try body(database)
    }
  }

  /// Reads from the index; documents and platforms are read as they are asked for.
  func readSome<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try connection().use { try $0.read(body) }
    } catch {
      throw IndexError.wrap(error, reading: path)
    }
  }

  /// Copies the index into a database.
  func copy(to database: DatabaseQueue) throws {
    try connection().use { try $0.backup(to: database) }
  }

  /// A connection that nobody else uses meanwhile.
  ///
  /// - Throws: ``IndexError/indexReplaced(path:)`` where a new one is needed and another index has taken the place of
  ///   the one that was opened.
  private func connection() throws -> Lent<DatabaseQueue> {
    try connections.lend {
      let connection = try Self.open(path)
      let hash = try connection.read { database in
        try String.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'content_hash'")
      }
      guard hash ?? "" == corpus.contentHash else { throw IndexError.indexReplaced(path: path) }
      return connection
    }
  }
}

extension Searcher {
  /// The platforms of the registry, in its order.
  public var platforms: [Platform] { everything.platforms }

  /// The indexed documents, ordered by platform, service and terms type.
  public var documents: [Document] { everything.documents }

  private var everything: DocumentTable.Everything { (try? readEverything()) ?? table.placeholders }

  /// All platforms and documents.
  ///
  /// - Throws: ``IndexError/indexDamaged(path:reason:)`` where one can't be read.
  func readEverything() throws -> DocumentTable.Everything {
    try table.everythingRead ?? readSome { try table.everything($0) }
  }

  /// Reads all documents and platforms, where more than a few are needed.
  func readEverything(_ database: Database) throws { _ = try table.everything(database) }

  /// How many platforms there are.
  var platformCount: Int { table.platformCount }

  /// A document by its index, and its platform.
  func document(_ index: Int, _ database: Database) throws -> (document: Document, platform: Platform) {
    (try table.document(index, database), try table.platform(platformOfDocument[index], database))
  }

  /// Vectors and typings of all clauses.
  func similarityArrays(_ database: Database) throws -> SimilarityArrays {
    try loadedSimilarity.value {
      try SimilarityArrays(database, clauses: arrays.count, path: path)
    }
  }

  /// The rows of every platform.
  var platformRuns: PlatformRuns {
    loadedRuns.value { PlatformRuns(documents: arrays.document, platforms: platformOfDocument) }
  }

  /// Reads clauses and passages for being compared, on one thread.
  ///
  /// - Parameter anew: whether terms are numbered anew, for sums that run in the order of their numbers.
  func profileReader(_ database: Database, anew: Bool = false) throws -> ProfileReader {
    let similarity = try similarityArrays(database)
    let facts = IndexedTermFacts(
      database: database, total: arrays.count, averageLength: similarity.averageLength,
      dimensions: similarity.vectors.dimensions)
    return ProfileReader(facts, vocabulary: try anew ? Lent(Vocabulary()) : lendVocabulary(database))
  }

  /// A vocabulary that nobody else uses meanwhile.
  func lendVocabulary(_ database: Database) throws -> Lent<Vocabulary> {
    try vocabularies.lend { try Vocabulary(database) }
  }

  /// The documents that pass filters; all of them are read only where there is a filter for them.
  func documentFilter(_ filters: [Filter], _ database: Database) throws -> DocumentFilter {
    let isNeeded = filters.contains { $0.key.isOfDocument }
    let all = isNeeded ? try table.everything(database) : .init(platforms: [], documents: [])
    return DocumentFilter(
      filters, platforms: all.platforms, documents: all.documents, platformOf: platformOfDocument)
  }

  /// Finds the clauses that match queries, on one thread.
  func matcher(_ filter: DocumentFilter, _ types: TypeFilter, _ database: Database) throws -> ClauseMatcher {
    ClauseMatcher(
      arrays: arrays, filter: filter, types: types, vocabulary: try lendVocabulary(database),
      accumulators: accumulators, database: database)
  }

  /// The platform of a clause, as index into `platforms`.
  @inline(__always)
  func platform(ofRow row: Int) -> Int { platformOfDocument[Int(arrays.document[row - 1])] }

  /// The document of a clause.
  func document(ofRow row: Int) -> Document { documents[Int(arrays.document[row - 1])] }

  /// Finds a platform by id or name, letter case aside.
  ///
  /// - Throws: ``IndexError/unknownPlatform(name:near:)`` with the nearest names where there is none.
  public func platform(named name: String) throws -> Platform {
    platforms[try platformIndex(named: name)]
  }

  func platformIndex(named name: String) throws -> Int {
    let platforms = try readEverything().platforms
    let wanted = name.lowercased()
    if let index = platforms.firstIndex(where: { $0.id == wanted || $0.name.lowercased() == wanted }) {
      return index
    }
    let near = Spelling.nearest(
      to: wanted, among: platforms.map(\.id) + platforms.map { $0.name.lowercased() })
    throw IndexError.unknownPlatform(name: name, near: near)
  }
}

/// What an index says of itself.
public struct CorpusSummary: Sendable, Hashable, Codable {
  /// Name of the corpus; "sample corpus" where the terms are invented.
  public var name: String
  /// Whether the terms are invented.
  public var isSample: Bool
  /// Date of the newest commit of its collections, ISO 8601; nil where they have no history.
  public var date: String?
  /// Version of the program that built it.
  public var programVersion: String
  /// SHA-256 over everything that answers are made from.
  public var contentHash: String
  /// Platforms of the registry.
  public var platforms: Int
  /// Indexed documents.
  public var documents: Int
  /// Clauses.
  public var clauses: Int
  /// Passages that are part of the page and no clause.
  public var boilerplate: Int
  /// Documents that were left out.
  public var leftOut: Int

  init(_ database: Database) throws {
    let rows = try Row.fetchAll(database, sql: "SELECT key, value FROM meta")
    let meta = Dictionary(
      try rows.map { (try $0.value(0) as String, try $0.value(1) as String) },
      uniquingKeysWith: { first, _ in first })
    func number(_ key: String) -> Int { meta[key].flatMap(Int.init) ?? 0 }
    name = meta["corpus_name"] ?? ""
    isSample = meta["corpus_is_sample"] == "1"
    date = meta["corpus_date"].flatMap { $0.isEmpty ? nil : $0 }
    programVersion = meta["program_version"] ?? ""
    contentHash = meta["content_hash"] ?? ""
    platforms = number("platforms")
    documents = number("documents")
    clauses = number("clauses")
    boilerplate = number("boilerplate")
    leftOut = number("left_out")
  }

  enum CodingKeys: String, CodingKey {
    case name, date, platforms, documents, clauses, boilerplate
    case isSample = "is_sample"
    case programVersion = "program_version"
    case contentHash = "content_hash"
    case leftOut = "left_out"
  }
}
