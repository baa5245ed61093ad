// The types of a draft → those that peers state in such a document and the draft does not.

internal import GRDB

extension Searcher {
  /// Peers' clauses that are shown for a missing type.
  private static let missingExamples = 2

  /// Likeness from which a clause is shown as the nearest to a type that no rule finds in it.
  private static let leastLike = 0.3

  /// The types that enough peers state in documents of the draft's kind and no clause of the draft is of.
  func missing(
    from draft: DraftDocument, _ typings: DocumentTypings, _ termsType: String, _ usage: TypeUsage,
    minShare: Double
  ) throws -> [MissingFromDraft] {
    let (catalogue, scope) = (usage.catalogue, usage.scope)
    let stated = Set(typings.rows.filter { $0.confidence >= Confidence.typed }.map(\.type))
    let able = catalogue.types.indices.filter { catalogue.types[$0].termsTypes.contains(termsType) }
    return try read { database in
      let grid = try typeGrid(catalogue, only: able, termsTypes: [termsType], database)
      let missing = grid.widespread(among: scope.peers, minShare: minShare)
        .filter { !stated.contains(grid.types[$0.type]) }
      let nearest = try NearestText(
        draft.rows.clauses.enumerated().map { StoredClause($1, row: $0 + 1) },
        reader: try profileReader(database, anew: true),
        reference: try similarityArrays(database).reference)
      return try missing.map { count in
        let (number, cells) = (grid.types[count.type], grid.cells[count.type])
        let type = catalogue.types[number]
        let all = PeerCount(type: count.type, cells, peers: scope.others)
        let near = try nearestClause(to: number, type, typings, nearest)
        return MissingFromDraft(
          type: type.id, name: type.name,
          category: catalogue.category(type.category)?.name ?? type.category, severity: type.severity.level,
          whyItMatters: type.whyItMatters, regulations: catalogue.regulations(of: type),
          sharing: count.sharing, able: count.able, share: count.share.rounded4, sharingOfAll: all.sharing,
          ableOfAll: all.able, nearest: near?.position, nearestBy: near?.by,
          nearestScore: near?.score.rounded4,
          examples: try examples(of: type, count, cells, catalogue, database))
      }
    }
  }

  /// The draft's clause that comes nearest to a type: one that rules matched in part, else the most alike.
  private func nearestClause(
    to number: Int, _ type: ClauseType, _ typings: DocumentTypings, _ nearest: NearestText
  ) throws -> (position: Int, by: MissingType.FoundBy, score: Double)? {
    if let near = typings.rows.filter({ $0.type == number }).max(by: { $0.confidence < $1.confidence }) {
      return (near.clause + 1, .rules, near.confidence)
    }
    guard let found = try nearest.nearest(to: type), found.score >= Self.leastLike else { return nil }
    return (found.clause.row, .words, found.score)
  }

  private func examples(
    of type: ClauseType, _ count: PeerCount, _ cells: [TypeGrid.Cell], _ catalogue: TypeCatalogue,
    _ database: Database
  ) throws -> [MissingFromDraft.Example] {
    var companies: Set<String> = []
    let peers = count.having.filter { companies.insert(platforms[$0].company).inserted }
    let rows = peers.prefix(Self.missingExamples).compactMap { cells[$0].evidence.first }
    let found = try typeExcerpts(type, of: rows, catalogue, database)
    return rows.compactMap { row in
      guard let (clause, excerpt) = found[row] else { return nil }
      let platform = platforms[platform(ofRow: row)]
      return MissingFromDraft.Example(
        clause: clause.id, platform: platform.id, platformName: platform.name, excerpt: excerpt)
    }
  }
}

extension StoredClause {
  /// A clause that is in no index; its row is a place of the caller's own.
  init(_ clause: ClauseRow, row: Int) {
    self.row = row
    id = clause.id
    document = 0
    position = clause.position
    printedNumber = clause.printedNumber
    title = clause.title
    heading = clause.heading
    leadIn = clause.leadIn
    text = clause.text
    sha256 = clause.sha256
    bytes = clause.bytes
    lines = clause.lines
  }
}
