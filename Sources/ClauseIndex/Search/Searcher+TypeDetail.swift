// What is this type, who shares it, and how is it worded? A type's id → everything about it.

internal import GRDB

extension Searcher {
  /// Everything about a clause type.
  ///
  /// - Parameters:
  ///   - id: the type, by id or name.
  ///   - sector: only platforms of this sector are counted.
  ///   - termsTypes: only documents of these kinds are looked at; nil for all.
  /// - Throws: ``IndexError/unknownType(id:near:)``, or ``IndexError/unknownValue(_:of:near:all:)`` for a sector or
  ///   terms type that there is not.
  public func showType(
    _ id: String, sector: String? = nil, termsTypes: [String]? = nil
  ) throws -> TypeDetail {
    let scope = try typeScope(sector: sector, termsTypes: termsTypes)
    return try read { database in
      let catalogue = try catalogue(database)
      let index = try catalogue.index(of: id)
      let type = catalogue.types[index]
      let related = type.related.compactMap { id in catalogue.types.firstIndex { $0.id == id } }
      let grid = try typeGrid(
        catalogue, only: [index] + related, termsTypes: scope.termsTypes, database)
      let cells = grid.cells[0]
      let count = counted(cells, scope)
      let typings = try countedTypings(index, type, scope, database)
      let label = PrevalenceLabel(sharing: count.sharing, of: scope.platforms)
      return TypeDetail(
        corpus: corpus.name, type: type.id, name: type.name, category: type.category,
        categoryName: catalogue.category(type.category)?.name ?? type.category, definition: type.definition,
        not: type.not, termsTypes: type.termsTypes, severity: severity(of: type, typings),
        whyItMatters: type.whyItMatters, whatItMeansForYou: type.whatItMeansForYou,
        regulations: catalogue.regulations(of: type),
        related: related.enumerated().map { place, other in
          let count = counted(grid.cells[place + 1], scope)
          return .init(
            type: catalogue.types[other].id, name: catalogue.types[other].name, sharing: count.sharing,
            share: count.share)
        },
        headline: "\(label.rawValue) · \(count.sharing) of \(scope.platforms) platforms", label: label,
        sector: scope.sector, lookedAt: scope.termsTypes, total: scope.platforms, sharing: count.sharing,
        lacking: count.lacking, unknown: count.unknown, companies: count.companies, share: count.share,
        clauses: count.clauses, notes: notes(on: type, scope), sectors: sectors(cells, scope),
        severities: severities(typings), parameters: try parameters(index, catalogue, scope, database),
        wordings: try wordings(of: typings.map(\.clause), type, catalogue, database),
        platforms: try platformCounts(cells, scope, database))
    }
  }

  /// The typings that count for the verdicts, the surest first.
  private func countedTypings(
    _ index: Int, _ type: ClauseType, _ scope: TypeScope, _ database: Database
  ) throws -> [StoredTyping] {
    let stands = Set(type.termsTypes)
    return try StoredTyping.fetch(type: index, least: Confidence.typed, from: database)
      .filter {
        (1...max(1, arrays.count)).contains($0.clause)
          && scope.isLookedAt[Int(arrays.document[$0.clause - 1])]
      }
      .map { weighed($0, stands) }.filter { $0.confidence >= Confidence.typed }
      .sorted { ($1.confidence, $0.clause) < ($0.confidence, $1.clause) }
  }

  private func severity(of type: ClauseType, _ typings: [StoredTyping]) -> TypeDetail.SeverityDetail {
    .init(
      level: type.severity.level, reason: type.severity.reason,
      conditions: type.severity.conditions.enumerated().map { number, condition in
        .init(
          level: condition.level, reason: condition.reason, when: condition.when,
          clauses: typings.count { $0.condition == number })
      })
  }

  private func severities(_ typings: [StoredTyping]) -> [TypeDetail.SeverityCount] {
    Severity.allCases.reversed().map { level in
      let own = typings.filter { $0.severity == level }
      return .init(
        severity: level, clauses: own.count,
        platforms: Set(own.map { platform(ofRow: $0.clause) }).count)
    }
  }

  private func sectors(_ cells: [TypeGrid.Cell], _ scope: TypeScope) -> [TypeDetail.SectorCount] {
    platforms.map(\.sector).distinct.compactMap { sector in
      var own = scope
      own.isCounted = platforms.indices.map { scope.isCounted[$0] && platforms[$0].sector == sector }
      guard own.platforms > 0 else { return nil }
      let count = counted(cells, own)
      return TypeDetail.SectorCount(
        sector: sector, sharing: count.sharing, lacking: count.lacking, unknown: count.unknown,
        share: count.share)
    }.sorted { ($1.share ?? -1, $1.sharing, $0.sector) < ($0.share ?? -1, $0.sharing, $1.sector) }
  }

  private func platformCounts(
    _ cells: [TypeGrid.Cell], _ scope: TypeScope, _ database: Database
  ) throws -> [TypeDetail.PlatformCount] {
    let ids = try clauseIDs(cells.compactMap(\.evidence.first), database)
    return platforms.indices.filter { scope.isCounted[$0] }.map { number in
      let (platform, cell) = (platforms[number], cells[number])
      return TypeDetail.PlatformCount(
        platform: platform.id, platformName: platform.name, company: platform.company,
        sector: platform.sector, verdict: cell.verdict, confidence: cell.confidence.rounded4,
        clauses: cell.count, severity: cell.severity, clause: cell.evidence.first.flatMap { ids[$0] },
        termsType: cell.evidence.first.map { document(ofRow: $0).termsType })
    }.sorted {
      ($0.verdict.rank, $1.confidence, $0.platform) < ($1.verdict.rank, $0.confidence, $1.platform)
    }
  }

  /// The clauses in groups of like wording.
  private func wordings(
    of rows: [Int], _ type: ClauseType, _ catalogue: TypeCatalogue, _ database: Database
  ) throws -> [TypeDetail.Wording] {
    let stored = try StoredClause.fetch(rows: rows, from: database)
    let clauses = rows.compactMap { stored[$0] }
    let reader = try profileReader(database, anew: true)
    let groups = WordingGroups(try clauses.map { try reader.profile($0) }).groups()
    let examples = try typeExcerpts(type, of: groups.map { clauses[$0[0]].row }, catalogue, database)
    return groups.map { group in
      let holders = Set(group.map { platformOfDocument[clauses[$0].document] })
      let example = clauses[group[0]]
      let owner = platforms[platformOfDocument[example.document]]
      return TypeDetail.Wording(
        platforms: holders.count, companies: Set(holders.map { platforms[$0].company }).count,
        clauses: group.count, clause: example.id, platform: owner.id, platformName: owner.name,
        termsType: documents[example.document].termsType, excerpt: examples[example.row]?.excerpt ?? "")
    }.sorted {
      ($1.platforms, $1.clauses, $0.clause) < ($0.platforms, $0.clauses, $1.clause)
    }
  }
}
