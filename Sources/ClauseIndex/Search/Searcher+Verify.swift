// Is the index still true? Every hash and byte range is made again from the collections and compared.

internal import GRDB

/// What a check of the index against its collections found.
public struct VerifyAnswer: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// Whether nothing is wrong in what was compared; see `documents` for how much that is.
  public var passed: Bool
  /// Documents whose bytes were compared with the collection.
  public var documents: Int
  /// Clauses whose text, hash, bytes and lines were made again and compared.
  public var clauses: Int
  /// Documents that could not be compared: their collection, or the version that was indexed, is not there.
  public var notThere: [String]
  /// What is wrong, one line each; empty where nothing is.
  public var findings: [String]

  enum CodingKeys: String, CodingKey {
    case schema, corpus, passed, documents, clauses, findings
    case notThere = "not_there"
  }
}

extension Searcher {
  /// Checks SQLite's and FTS5's integrity, then every document and clause against the collections.
  ///
  /// - Parameter contents: gives the bytes of a collection's documents as they were indexed, in their order; nil for
  ///   what is not there. Called once for each collection.
  /// - Throws: ``IndexError/indexDamaged(path:reason:)`` where SQLite or FTS5 find damage.
  public func verify(
    contents: (_ collection: String, _ documents: [Document]) throws -> [[UInt8]?]
  ) throws -> VerifyAnswer {
    try checkIntegrity()
    var answer = VerifyAnswer(
      corpus: corpus.name, passed: false, documents: 0, clauses: 0, notThere: [], findings: [])
    var sameID: [String: Int] = [:]
    let numbers = Dictionary(
      documents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var loaded: [(number: Int, document: LoadedDocument)] = []
    for collection in documents.map(\.collection).distinct {
      let held = documents.filter { $0.collection == collection }
      for (document, bytes) in zip(held, try contents(collection, held)) {
        guard let number = numbers[document.id] else { continue }
        let name = "\(document.collection)/\(document.path)"
        guard let bytes else {
          answer.notThere.append(name)
          continue
        }
        guard Digest.sha256Hex(bytes) == document.sha256 else {
          answer.findings.append("\(name): its bytes are not those that were indexed")
          continue
        }
        loaded.append((number, LoadedDocument(document: document, bytes: bytes)))
      }
    }
    let rows = Dictionary(
      uniqueKeysWithValues: zip(loaded.map(\.number), DocumentRows.all(of: loaded.map(\.document))))
    // Ids are told apart over all documents of a platform in order, as the build does.
    for number in documents.indices {
      guard var fresh = rows[number] else {
        for row in try storedClauses(of: number) { sameID[row.id.baseID, default: 0] += 1 }
        continue
      }
      fresh.tellApart(from: &sameID)
      try compare(fresh, with: number, &answer)
    }
    // An index of which nothing could be compared is not shown to be true.
    answer.passed = answer.findings.isEmpty && (answer.documents > 0 || documents.isEmpty)
    return answer
  }

  private func checkIntegrity() throws {
    // FTS5's check is an INSERT, though one that changes nothing. Made on a copy in memory, it works on an index
    // that may not be written to, and two checks at a time do not lock each other out.
    do {
      let copy = try DatabaseQueue()
      try self.copy(to: copy)
      try copy.writeWithoutTransaction { try IndexCheck.integrity(of: $0, path: path) }
    } catch {
      throw IndexError.wrap(error, reading: path)
    }
  }

  private func storedClauses(of number: Int) throws -> [StoredClause] {
    try read { database in
      try Row.fetchAll(
        database, sql: "SELECT \(StoredClause.columns) FROM clause WHERE document = ? ORDER BY position",
        arguments: [number + 1]
      ).map { try StoredClause($0) }
    }
  }

  private func compare(_ fresh: DocumentRows, with number: Int, _ answer: inout VerifyAnswer) throws {
    let document = documents[number]
    let name = "\(document.collection)/\(document.path)"
    let stored = try storedClauses(of: number)
    answer.documents += 1
    if stored.count != fresh.clauses.count {
      answer.findings.append(
        "\(name): \(stored.count) clauses in the index, \(fresh.clauses.count) in the document")
    }
    for (old, new) in zip(stored, fresh.clauses) {
      answer.clauses += 1
      if old.text != new.text || old.sha256 != new.sha256 || Digest.sha256(Array(old.text.utf8)) != old.sha256
      {
        answer.findings.append(
          "\(name):\(old.lines.lowerBound): text of \(old.id) differs from the document's")
      } else if old.bytes != new.bytes || old.lines != new.lines {
        answer.findings.append(
          "\(name):\(old.lines.lowerBound): place of \(old.id) differs from the document's")
      } else if old.id != new.id {
        answer.findings.append("\(name):\(old.lines.lowerBound): \(old.id) should be \(new.id)")
      }
    }
  }
}

extension String {
  /// A record id without the number that tells equal texts of one platform apart.
  fileprivate var baseID: String {
    let parts = split(separator: "-")
    return parts.count > 2 ? parts.prefix(2).joined(separator: "-") : self
  }
}
