// A sector and terms types → the platforms and documents that verdicts on types are about.

internal import GRDB

/// What verdicts on types are taken from.
struct TypeScope {
  /// The sector, as the registry writes it; nil for all.
  var sector: String?
  /// Terms types of the documents looked at; nil for all.
  var termsTypes: [String]?
  /// Whether a platform counts, by index.
  var isCounted: [Bool]
  /// Whether a document is looked at, by index: its platform counts and its terms type is among the wanted.
  var isLookedAt: [Bool]

  /// Platforms that count.
  var platforms: Int { isCounted.count { $0 } }
}

extension Searcher {
  /// The platforms and documents that are meant.
  ///
  /// - Throws: ``IndexError/unknownValue(_:of:near:all:)`` for a sector or terms type that there is not.
  func typeScope(sector: String?, termsTypes: [String]?, platform: Int? = nil) throws(IndexError) -> TypeScope
  {
    var wanted: String?
    if let sector { wanted = try known(sector, of: "sector", among: platforms.map(\.sector).distinct) }
    var kinds: [String]?
    if let termsTypes {
      let all = documents.map(\.termsType).distinct.sorted()
      var found: [String] = []
      for type in termsTypes { found.append(try known(type, of: "terms type", among: all)) }
      kinds = found.distinct
    }
    let isCounted = platforms.indices.map { index in
      (wanted == nil || platforms[index].sector == wanted) && (platform == nil || platform == index)
    }
    return TypeScope(
      sector: wanted, termsTypes: kinds, isCounted: isCounted,
      isLookedAt: documents.indices.map { index in
        isCounted[platformOfDocument[index]] && kinds?.contains(documents[index].termsType) != false
      })
  }

  /// The value that is meant by what was typed, letter case, hyphens and spaces aside.
  ///
  /// - Throws: ``IndexError/unknownValue(_:of:near:all:)`` where there is none.
  func known(_ typed: String, of kind: String, among values: [String]) throws(IndexError) -> String {
    func folded(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
    if let value = values.first(where: { folded($0) == folded(typed) }) { return value }
    throw .unknownValue(
      typed, of: kind,
      near: Spelling.nearest(to: typed.lowercased(), among: values.map { $0.lowercased() })
        .compactMap { near in values.first { $0.lowercased() == near } },
      all: values)
  }

  /// Which clauses are of a type, by row.
  func typedRows(_ database: Database) throws -> [Bool] {
    var isTyped = [Bool](repeating: false, count: arrays.count + 1)
    let rows = try Int.fetchAll(
      database, sql: "SELECT DISTINCT clause FROM typing WHERE confidence >= ?",
      arguments: [Confidence.typed])
    for row in rows where isTyped.indices.contains(row) { isTyped[row] = true }
    return isTyped
  }
}
