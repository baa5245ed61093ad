// Every platform and every clause type → a verdict, with the clauses that it rests on.

internal import Foundation
internal import GRDB

/// One platform's verdict about one clause type.
public struct TypeVerdict: Sendable, Codable {
  /// Platform, by id.
  public var platform: String
  /// Type, by id.
  public var type: String
  /// Shares, lacks or unknown.
  public var verdict: Verdict
  /// How surely the verdict is right, 0…1; 0 for unknown.
  public var confidence: Double
  /// Record ids of the clauses that it rests on, most confident first; of "lacks" the nearest that was found.
  public var clauses: [String]
}

extension Searcher {
  /// Clauses that a verdict shows at most.
  public static let shownClauses = 5

  /// The verdict of every platform on every clause type.
  ///
  /// - Parameters:
  ///   - termsTypes: documents to look at; nil for all. A verdict is then about these documents alone.
  ///   - types: types by id or name, whole categories as `category:disputes`; nil for all.
  ///   - platforms: platforms by id or name; nil for all.
  /// - Returns: in the order of the platforms in the registry, then of the types as they were asked for.
  /// - Throws: ``IndexError/unknownType(id:near:)``, ``IndexError/unknownPlatform(name:near:)`` or
  ///   ``IndexError/unknownValue(_:of:near:all:)`` for what there is not, with the nearest names.
  public func matrix(
    termsTypes: [String]? = nil, types: [String]? = nil, platforms: [String]? = nil
  ) throws -> [TypeVerdict] {
    let wanted = try platforms.map { Set(try $0.map { try platformIndex(named: $0) }) }
    let kinds = try typeScope(sector: nil, termsTypes: termsTypes).termsTypes
    return try read { database in
      let catalogue = try catalogue(database)
      let chosen = try types.map { try catalogue.indices(selectedBy: $0) }
      let grid = try typeGrid(catalogue, only: chosen, termsTypes: kinds, database)
      let rows = self.platforms.indices.filter { wanted?.contains($0) != false }
      let evidence = grid.cells.flatMap { column in rows.flatMap { column[$0].evidence } }
      let ids = try clauseIDs(evidence, database)
      return rows.flatMap { platform in
        grid.types.enumerated().map { column, type in
          let cell = grid.cells[column][platform]
          return TypeVerdict(
            platform: self.platforms[platform].id, type: catalogue.types[type].id, verdict: cell.verdict,
            confidence: cell.confidence.rounded4, clauses: cell.evidence.compactMap { ids[$0] })
        }
      }
    }
  }

  /// The types that clauses of this index were given.
  public func catalogue() throws -> TypeCatalogue { try read { try catalogue($0) } }

  func catalogue(_ database: Database) throws -> TypeCatalogue {
    try loadedCatalogue.value { try TypeCatalogue(database) }
  }

  /// Clauses that are looked up one by one; for more of them one pass over the index of ids is quicker.
  private static let mostLookUps = 2_000

  /// The record ids of clauses, by row.
  func clauseIDs(_ rows: [Int], _ database: Database) throws -> [Int: String] {
    let wanted = Set(rows)
    var ids: [Int: String] = [:]
    ids.reserveCapacity(wanted.count)
    if wanted.count > Self.mostLookUps {
      let all = try Row.fetchCursor(database, sql: "SELECT number, id FROM clause")
      while let row = try all.next() {
        let number: Int = try row.value(0)
        if wanted.contains(number) { ids[number] = try row.value(1) }
      }
      return ids
    }
    let statement = try database.cachedStatement(sql: "SELECT id FROM clause WHERE number = ?")
    for row in wanted { ids[row] = try String.fetchOne(statement, arguments: [row]) }
    return ids
  }

  /// What the platforms' documents say about types.
  struct TypeGrid {
    struct Cell {
      var verdict: Verdict
      var confidence: Double
      /// Rows of clauses: those that are of the type, else the nearest one.
      var evidence: [Int]
      /// Clauses that are of the type.
      var count: Int
      /// The highest severity among the clauses; nil where there is none.
      var severity: Severity?
    }
    /// Indices of the types, in the order of `cells`.
    var types: [Int]
    /// By type, then by index into the platforms.
    var cells: [[Cell]]
  }

  /// Verdicts on some types, or all.
  ///
  /// A platform shares a type if one of its clauses in the documents looked at is of it; it lacks it if it has a
  /// document of a kind in which the type stands; else it can't be told.
  func typeGrid(
    _ catalogue: TypeCatalogue, only types: [Int]?, termsTypes: [String]?, _ database: Database
  ) throws -> TypeGrid {
    let chosen = types ?? Array(catalogue.types.indices)
    var column = [Int?](repeating: nil, count: catalogue.types.count)
    for (place, type) in chosen.enumerated() { column[type] = place }
    let typings =
      chosen.count > 20
      ? try StoredTyping.fetchAll(least: 0, from: database)
      : try chosen.flatMap { try StoredTyping.fetch(type: $0, least: 0, from: database) }
    let looked = termsTypes.map { wanted in documents.map { wanted.contains($0.termsType) } }
    var found = [[[StoredTyping]]](
      repeating: Array(repeating: [], count: platforms.count), count: chosen.count)
    for typing in typings {
      guard typing.type >= 0, typing.type < column.count, let place = column[typing.type],
        (1...arrays.count).contains(typing.clause)
      else { continue }
      if looked.map({ $0[Int(arrays.document[typing.clause - 1])] }) ?? true {
        found[place][platform(ofRow: typing.clause)].append(typing)
      }
    }
    var kinds = [Set<String>](repeating: [], count: platforms.count)
    for (index, document) in documents.enumerated() where looked.map({ $0[index] }) ?? true {
      kinds[platformOfDocument[index]].insert(document.termsType)
    }
    let cells = chosen.enumerated().map { place, type in
      let stands = Set(catalogue.types[type].termsTypes)
      return platforms.indices.map { platform in
        // Of equally sure clauses the one in a document of the type's own kind is the better example.
        let own = found[place][platform].map { typing in
          (typing: weighed(typing, stands), isOwn: stands.contains(document(ofRow: typing.clause).termsType))
        }.sorted { left, right in
          if left.typing.confidence != right.typing.confidence {
            return left.typing.confidence > right.typing.confidence
          }
          return left.isOwn != right.isOwn ? left.isOwn : left.typing.clause < right.typing.clause
        }.map(\.typing)
        let typed = own.filter { $0.confidence >= Confidence.typed }
        if !typed.isEmpty {
          return TypeGrid.Cell(
            verdict: .shares, confidence: Confidence.shares(typed.map(\.confidence)),
            evidence: typed.prefix(Self.shownClauses).map(\.clause), count: typed.count,
            severity: typed.map(\.severity).max())
        }
        let isAble = !kinds[platform].isDisjoint(with: stands)
        return TypeGrid.Cell(
          verdict: isAble ? .lacks : .unknown,
          confidence: isAble ? Confidence.lacks(nearest: own.first?.confidence ?? 0) : 0,
          evidence: own.prefix(1).map(\.clause), count: 0, severity: nil)
      }
    }
    return TypeGrid(types: chosen, cells: cells)
  }
}

extension Searcher {
  /// A typing with the confidence that it has for its platform's verdict.
  func weighed(_ typing: StoredTyping, _ stands: Set<String>) -> StoredTyping {
    var typing = typing
    typing.confidence *= Confidence.weight(in: document(ofRow: typing.clause).termsType, stands: stands)
    return typing
  }
}

extension TypeCatalogue {
  /// The place of a type, by its id or name.
  ///
  /// - Throws: ``IndexError/unknownType(id:near:)`` with the nearest ids where there is none.
  public func index(of id: String) throws(IndexError) -> Int {
    let wanted = id.lowercased()
    if let index = types.firstIndex(where: { $0.id == wanted || $0.name.lowercased() == wanted }) {
      return index
    }
    throw .unknownType(id: id, near: typesNear(wanted))
  }
}
