// A clause type → what its clauses state: periods, sums, laws, courts, ages, providers, counted by platform.

internal import GRDB

extension Searcher {
  /// The values that clauses of a type state, by parameter.
  ///
  /// A platform counts once for each value that it states, however many of its clauses do.
  ///
  /// - Parameters:
  ///   - id: the type, by id or name.
  ///   - sector: only platforms of this sector are counted.
  ///   - termsTypes: only documents of these kinds are looked at; nil for all.
  /// - Returns: nothing where no values were read.
  /// - Throws: ``IndexError/unknownType(id:near:)``, or ``IndexError/unknownValue(_:of:near:all:)`` for a sector or
  ///   terms type that there is not.
  public func parameters(
    ofType id: String, sector: String? = nil, termsTypes: [String]? = nil
  ) throws -> [ParameterDistribution] {
    let scope = try typeScope(sector: sector, termsTypes: termsTypes)
    return try read { database in
      let catalogue = try catalogue(database)
      return try parameters(catalogue.index(of: id), catalogue, scope, database)
    }
  }

  func parameters(
    _ index: Int, _ catalogue: TypeCatalogue, _ scope: TypeScope, _ database: Database
  ) throws -> [ParameterDistribution] {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT parameter, value, number, text, clause FROM parameter_value WHERE type = ?
        ORDER BY parameter, value, clause
        """, arguments: [index + 1])
    var stated: [String: [Stated]] = [:]
    for row in rows {
      let clause: Int = try row.value(4)
      guard (1...max(1, arrays.count)).contains(clause),
        scope.isLookedAt[Int(arrays.document[clause - 1])]
      else { continue }
      stated[try row.value(0), default: []].append(
        Stated(
          value: try row.value(1), number: try row.value(2), text: try row.value(3), clause: clause,
          platform: platform(ofRow: clause)))
    }
    let rules = catalogue.types[index].parameters
    let known = rules.map(\.id).filter { stated[$0] != nil }
    let ids = try clauseIDs(stated.values.joined().map(\.clause), database)
    return (known + stated.keys.filter { !known.contains($0) }.sorted()).map { parameter in
      distribution(
        of: parameter, rules.first { $0.id == parameter }?.kind, stated[parameter] ?? [], clauseIDs: ids)
    }
  }

  /// A value in one clause.
  private struct Stated {
    var value: String
    var number: Double?
    var text: String
    var clause: Int
    var platform: Int
  }

  private func distribution(
    of parameter: String, _ kind: ParameterRule.Kind?, _ stated: [Stated], clauseIDs: [Int: String]
  ) -> ParameterDistribution {
    var numbers: [Double] = []
    let values = Dictionary(grouping: stated, by: \.value).map { value, all in
      let holders = Set(all.map(\.platform)).count
      if let number = all[0].number { numbers += Array(repeating: number, count: holders) }
      return ParameterDistribution.Value(
        value: value, number: all[0].number, platforms: holders, clause: clauseIDs[all[0].clause] ?? "",
        text: all[0].text)
    }.sorted { a, b in
      a.platforms != b.platforms
        ? a.platforms > b.platforms : (a.number ?? 0, a.value) < (b.number ?? 0, b.value)
    }
    numbers.sort()
    let middle = numbers.count / 2
    return ParameterDistribution(
      parameter: parameter, kind: kind, platforms: Set(stated.map(\.platform)).count,
      clauses: Set(stated.map(\.clause)).count, values: values,
      median: numbers.isEmpty
        ? nil : numbers.count % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2,
      least: numbers.first, greatest: numbers.last)
  }
}
