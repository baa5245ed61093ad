// What a draft is held against: the peers, what they have of each type, and what is usual in it.

internal import GRDB

/// How a draft is checked.
public struct CheckOptions: Sendable {
  /// Kind of document that the draft is, such as "Privacy Policy"; nil to guess it by title and name.
  public var termsType: String?
  /// Count types among platforms of this sector; nil for that of `platform`, else for all platforms.
  public var sector: String?
  /// The platform that the draft belongs to, by id or name, which is left out.
  public var platform: String?
  /// Name by which the draft speaks of its own company; nil to take it from `platform` or the title.
  public var ownName: String?
  /// Score from which a clause elsewhere counts as the same provision, 0…1.
  public var minScore = Searcher.sameProvision
  /// Least share of the peers that could have a type, 0…1, for it to be missing.
  public var minShare = 0.6
  /// Closest clauses for each clause, at most.
  public var closest = 3

  /// The usual way, with nothing known of the draft.
  public init() {}
}

/// What the types of a draft are held against.
struct DraftScope {
  /// The draft's own platform, as index.
  let own: Int?
  /// Sector of the peers; nil for all platforms.
  let sector: String?
  /// Platforms that types are counted among, by index.
  let peers: [Int]
  /// All but the draft's own.
  let others: [Int]
  /// What should be known of how it was chosen.
  let notes: [String]

  init(_ options: CheckOptions, _ searcher: Searcher) throws {
    var own: Int?
    if let name = options.platform { own = try searcher.platformIndex(named: name) }
    self.own = own
    let others = searcher.platforms.indices.filter { $0 != own }
    self.others = others
    var wanted = own.map { searcher.platforms[$0].sector }
    if let sector = options.sector {
      wanted = try searcher.typeScope(sector: sector, termsTypes: nil).sector
    }
    let near = others.filter { searcher.platforms[$0].sector == wanted }
    if let wanted, near.count < Searcher.leastPeers {
      sector = nil
      peers = others
      notes = [
        "the sector \(wanted) has \(near.count) platforms, fewer than \(Searcher.leastPeers): types are counted among all \(others.count)"
      ]
    } else {
      sector = wanted
      peers = wanted == nil ? others : near
      notes = []
    }
  }
}

/// What platforms have of the types that a draft's clauses are of.
struct TypeUsage {
  let scope: DraftScope
  let catalogue: TypeCatalogue
  /// Verdicts on all types from all documents.
  private let grid: Searcher.TypeGrid
  private let parameters: [Int: UsualParameters]

  /// - Parameter types: types whose parameters are asked for later.
  init(
    _ scope: DraftScope, _ catalogue: TypeCatalogue, types: Set<Int>, _ searcher: Searcher,
    _ database: Database
  ) throws {
    self.scope = scope
    self.catalogue = catalogue
    grid = try searcher.typeGrid(catalogue, only: nil, termsTypes: nil, database)
    var parameters: [Int: UsualParameters] = [:]
    for type in types where !catalogue.types[type].parameters.isEmpty {
      parameters[type] = try UsualParameters(
        type, searcher, counts: { $0 != scope.own }, database)
    }
    self.parameters = parameters
  }

  /// How widespread a type is among the peers.
  func count(_ type: Int) -> PeerCount { PeerCount(type: type, grid.cells[type], peers: scope.peers) }

  /// How widespread a type is among all platforms but the draft's own.
  func countOfAll(_ type: Int) -> PeerCount { PeerCount(type: type, grid.cells[type], peers: scope.others) }

  /// Platforms whose gravest clause of a type is of a severity or graver, and platforms that have one.
  func platforms(_ type: Int, atLeast severity: Severity) -> (count: Int, of: Int) {
    let levels = scope.others.compactMap { grid.cells[type][$0].severity }
    return (levels.count { $0 >= severity }, levels.count)
  }

  /// What is unusual in a value that a clause states for a type.
  func unusual(_ value: ParameterValue, of type: Int) -> UsualParameters.Unusual? {
    parameters[type]?.unusual(value)
  }
}
