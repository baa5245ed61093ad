// Filters of a query on clause types → which clauses are looked at.

internal import GRDB

/// The clauses that pass a query's filters on types, categories, severities and laws.
struct TypeFilter {
  /// By row − 1; nil where every clause passes.
  private(set) var passes: [Bool]?
  /// What the reader should know: values that nothing is known by.
  private(set) var notes: [String] = []

  /// All the filters must hold for the same type of a clause.
  init(_ filters: [Filter], count: Int, _ searcher: Searcher, _ database: Database) throws {
    let filters = filters.filter { !$0.key.isOfDocument }
    guard !filters.isEmpty else { return }
    let catalogue = try searcher.catalogue(database)
    var allowed = [Bool](repeating: true, count: catalogue.types.count)
    var severities = Set(Severity.allCases)
    for filter in filters {
      let values = Set(filter.values.map { $0.lowercased() })
      note(filter, Self.known(filter.key, catalogue))
      if filter.key == .severity {
        severities.formIntersection(values.compactMap { Severity(rawValue: $0) })
        continue
      }
      for (index, type) in catalogue.types.enumerated()
      where values.isDisjoint(with: Self.values(filter.key, type, catalogue).map { $0.lowercased() }) {
        allowed[index] = false
      }
    }
    var passes = [Bool](repeating: false, count: count)
    for (index, isAllowed) in allowed.enumerated() where isAllowed {
      for typing in try StoredTyping.fetch(type: index, least: Confidence.typed, from: database)
      where severities.contains(typing.severity) && (1...count).contains(typing.clause) {
        passes[typing.clause - 1] = true
      }
    }
    self.passes = passes
  }

  private mutating func note(_ filter: Filter, _ known: [String]) {
    let names = known.map { $0.lowercased() }
    for typed in filter.values where !names.contains(typed.lowercased()) {
      let near = Spelling.nearest(to: typed.lowercased(), among: names)
      let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: ", "))?"
      notes.append("there is no \(filter.key.rawValue) “\(typed)”\(hint)")
    }
  }

  private static func values(_ key: Filter.Key, _ type: ClauseType, _ catalogue: TypeCatalogue) -> [String] {
    switch key {
    case .type: [type.id, type.name]
    case .category: [type.category, catalogue.category(type.category)?.name ?? ""]
    case .regulation:
      type.regulations.flatMap { [$0.id, catalogue.regulation($0.id)?.name ?? ""] }
    default: []
    }
  }

  private static func known(_ key: Filter.Key, _ catalogue: TypeCatalogue) -> [String] {
    key == .severity
      ? Severity.allCases.map(\.rawValue) : catalogue.types.flatMap { values(key, $0, catalogue) }.distinct
  }
}
