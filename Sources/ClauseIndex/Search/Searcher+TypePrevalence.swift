// Is a kind of provision unusual? A clause type → each platform's verdict, counted, with the evidence.

internal import GRDB

extension Searcher {
  /// Which platforms have a clause of a type.
  ///
  /// - Parameters:
  ///   - id: the type, by id or name.
  ///   - sector: only platforms of this sector are counted.
  ///   - termsTypes: only documents of these kinds are looked at; nil for all.
  ///   - platform: a platform that is not counted.
  /// - Returns: verdicts whose score is the confidence that the clause shown is of the type.
  /// - Throws: ``IndexError/unknownType(id:near:)``, ``IndexError/unknownPlatform(name:near:)``, or
  ///   ``IndexError/unknownValue(_:of:near:all:)`` for a sector or terms type that there is not.
  public func prevalence(
    ofType id: String, sector: String? = nil, termsTypes: [String]? = nil,
    leavingOut platform: String? = nil
  ) throws -> PrevalenceAnswer {
    let own = try platform.map { try platformIndex(named: $0) }
    let scope = try typeScope(sector: sector, termsTypes: termsTypes)
    return try read { database in
      let catalogue = try catalogue(database)
      let index = try catalogue.index(of: id)
      let type = catalogue.types[index]
      let grid = try typeGrid(catalogue, only: [index], termsTypes: scope.termsTypes, database)
      let counted = platforms.indices.filter { scope.isCounted[$0] && $0 != own }
      let confidence = try weighedConfidences(index, type, database)
      let evidence = try typeExcerpts(
        type, of: counted.compactMap { grid.cells[0][$0].evidence.first }, catalogue, database)
      let rows = counted.map { number in
        let (platform, cell) = (platforms[number], grid.cells[0][number])
        let row = cell.evidence.first
        let found = row.flatMap { evidence[$0] }
        return PlatformVerdict(
          platform: platform.id, platformName: platform.name, company: platform.company,
          verdict: cell.verdict, score: row.flatMap { confidence[$0]?.rounded4 }, clause: found?.clause.id,
          termsType: found.map { documents[$0.clause.document].termsType }, title: found?.clause.title,
          excerpt: found?.excerpt)
      }
      let sharing = rows.filter { $0.verdict == .shares }
      let label = PrevalenceLabel(sharing: sharing.count, of: scope.platforms)
      return PrevalenceAnswer(
        corpus: corpus.name,
        headline: "\(label.rawValue) · \(sharing.count) of \(scope.platforms) platforms", label: label,
        sharing: sharing.count, total: scope.platforms, companies: Set(sharing.map(\.company)).count,
        lacking: rows.count { $0.verdict == .lacks }, unknown: rows.count { $0.verdict == .unknown },
        clause: nil, type: type.id, sector: scope.sector, own: own.map { platforms[$0].id },
        termsTypes: termsTypesLooked(for: type, scope), threshold: Confidence.typed,
        notes: notes(on: type, scope),
        platforms: rows.sorted(by: PlatformVerdict.isBefore))
    }
  }

  /// Terms types in which a type stands, of those that are looked at.
  func termsTypesLooked(for type: ClauseType, _ scope: TypeScope) -> [String] {
    type.termsTypes.filter { scope.termsTypes?.contains($0) != false }
  }

  /// What the reader should know of verdicts from some documents only.
  func notes(on type: ClauseType, _ scope: TypeScope) -> [String] {
    guard let looked = scope.termsTypes, termsTypesLooked(for: type, scope).isEmpty else { return [] }
    return [
      "such clauses do not normally stand in \(looked.joined(separator: ", ")): a platform that has none there can't be told"
    ]
  }

  /// How surely each clause is of a type, by row, as it counts for the verdict of its platform.
  func weighedConfidences(_ index: Int, _ type: ClauseType, _ database: Database) throws -> [Int: Double] {
    let stands = Set(type.termsTypes)
    var confidences: [Int: Double] = [:]
    for typing in try StoredTyping.fetch(type: index, least: 0, from: database)
    where (1...max(1, arrays.count)).contains(typing.clause) {
      confidences[typing.clause] = weighed(typing, stands).confidence
    }
    return confidences
  }
}
