// Verdicts on types and some peers → how widespread each type is among them.

/// A type with its counts among peers.
struct PeerCount: Sendable {
  /// Peers that must be able to have a type: of fewer no share can be told.
  static let leastAble = 3

  /// Place of the type among those that were looked at.
  var type: Int
  /// Peers that share it.
  var sharing: Int
  /// Peers that share or lack it.
  var able: Int
  /// Share of those that could have it which do, 0…1.
  var share: Double { able == 0 ? 0 : Double(sharing) / Double(able) }
  /// The peers that share it, the surest first.
  var having: [Int]
  /// The peer whose verdict is the surest.
  var example: Int? { having.first }

  init(type: Int, _ cells: [Searcher.TypeGrid.Cell], peers: [Int]) {
    self.type = type
    having = peers.filter { cells[$0].verdict == .shares }
      .sorted { (cells[$1].confidence, $0) < (cells[$0].confidence, $1) }
    sharing = having.count
    able = sharing + peers.count { cells[$0].verdict == .lacks }
  }
}

extension Searcher.TypeGrid {
  /// The types that enough peers have, the most widespread first.
  ///
  /// - Parameters:
  ///   - peers: platforms, by index.
  ///   - minShare: least share of those that could have a type, 0…1.
  func widespread(among peers: [Int], minShare: Double) -> [PeerCount] {
    cells.enumerated().map { PeerCount(type: $0, $1, peers: peers) }
      .filter { $0.able >= PeerCount.leastAble && $0.share >= minShare }
      .sorted { ($1.share, $1.able, $0.type) < ($0.share, $0.able, $1.type) }
  }
}
