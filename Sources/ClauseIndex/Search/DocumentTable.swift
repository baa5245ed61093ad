// The documents and platforms of an index → those that an answer shows, read when they are asked for.

internal import Foundation
internal import GRDB

/// Documents and platforms, one by one or all of them.
///
/// A search shows twenty of them: to read all takes longer than to find the twenty.
final class DocumentTable: @unchecked Sendable {
  /// Index of the platform, by index of the document.
  let platformOfDocument: [Int]
  /// Platforms of the registry.
  let platformCount: Int

  private let all = Once<Everything>()
  // Unchecked: both are read and written under the lock only.
  private let lock = NSLock()
  private var documents: [Int: Document] = [:]
  private var platforms: [Int: Platform] = [:]

  /// All platforms and documents, in order.
  struct Everything: Sendable {
    var platforms: [Platform]
    var documents: [Document]
  }

  /// Reads which document is whose, and no more.
  ///
  /// - Throws: where documents or platforms don't count from 1 without a gap.
  init(_ database: Database) throws {
    let (count, last) = try Self.extent("platform", database)
    guard count == last else { throw DatabaseError.damage("the numbers of its platforms") }
    platformCount = count
    // From the index on the platform alone.
    let rows = try Row.fetchCursor(database, sql: "SELECT number, platform FROM document")
    var owners: [(document: Int, platform: Int)] = []
    while let row = try rows.next() { owners.append((try row.value(0), try row.value(1))) }
    var platformOf = [Int](repeating: -1, count: owners.count)
    for (document, platform) in owners {
      guard (1...owners.count).contains(document), platform >= 1, platform <= count else {
        throw DatabaseError.damage("the document \(document) of the platform \(platform)")
      }
      platformOf[document - 1] = platform - 1
    }
    guard !platformOf.contains(-1) else { throw DatabaseError.damage("the numbers of its documents") }
    platformOfDocument = platformOf
  }

  private static func extent(_ table: String, _ database: Database) throws -> (count: Int, last: Int) {
    let row = try Row.fetchOne(database, sql: "SELECT count(*), ifnull(max(number), 0) FROM \(table)")
    return (try row?.value(0) ?? 0, try row?.value(1) ?? 0)
  }

  /// All platforms and documents.
  func everything(_ database: Database) throws -> Everything {
    try all.value {
      let platforms = try Platform.fetchAll(from: database)
      let documents = try Document.fetchAll(from: database, platforms: platforms)
      guard platforms.count == platformCount, documents.count == platformOfDocument.count else {
        throw DatabaseError.damage("the numbers of its documents")
      }
      return Everything(platforms: platforms, documents: documents)
    }
  }

  /// All of them where they were read already.
  var everythingRead: Everything? { all.made }

  /// As many nameless ones, for an index that turns out damaged where nobody can be told; the next question tells.
  var placeholders: Everything {
    let platform = Platform(id: "", name: "", company: "", sector: "", country: "", services: [])
    let document = Document(
      id: "", platform: "", company: "", collection: "", service: "", termsType: "", path: "", sha256: "",
      words: 0)
    return Everything(
      platforms: Array(repeating: platform, count: platformCount),
      documents: Array(repeating: document, count: platformOfDocument.count))
  }

  /// The document with an index.
  func document(_ index: Int, _ database: Database) throws -> Document {
    if let all = all.made { return all.documents[index] }
    if let known = lock.withLock({ documents[index] }) { return known }
    let owner = try platform(platformOfDocument[index], database)
    guard let document = try Document.fetch(number: index + 1, of: owner, from: database) else {
      throw DatabaseError.damage("no document \(index + 1)")
    }
    lock.withLock { documents[index] = document }
    return document
  }

  /// The platform with an index.
  func platform(_ index: Int, _ database: Database) throws -> Platform {
    if let all = all.made { return all.platforms[index] }
    if let known = lock.withLock({ platforms[index] }) { return known }
    guard let platform = try Platform.fetch(number: index + 1, from: database) else {
      throw DatabaseError.damage("no platform \(index + 1)")
    }
    lock.withLock { platforms[index] = platform }
    return platform
  }
}
