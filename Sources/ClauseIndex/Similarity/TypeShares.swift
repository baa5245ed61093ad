// The clause types of a clause, for telling whether two clauses are of one type.

/// Types of a clause with their confidence.
struct TypeShares: Sendable, Equatable {
  /// Index into the catalogue's types and confidence in 0…1, ascending by type.
  var shares: [(type: Int, confidence: Float)]

  static let none = TypeShares(shares: [])

  init(shares: [(type: Int, confidence: Float)]) {
    self.shares = shares.sorted { $0.type < $1.type }
  }

  /// How surely two clauses are of one type, 0…1: the lesser confidence, of the type for which it is the greatest.
  func agreement(with other: TypeShares) -> Float {
    var best: Float = 0
    for (type, confidence) in shares {
      for theirs in other.shares where theirs.type == type {
        best = max(best, min(confidence, theirs.confidence))
      }
    }
    return best
  }

  /// Confidence by type; 0 where the clause is not of it.
  var confidences: [Float] {
    var all = [Float](repeating: 0, count: (shares.last?.type ?? -1) + 1)
    for (type, confidence) in shares { all[type] = confidence }
    return all
  }

  static func == (a: TypeShares, b: TypeShares) -> Bool {
    a.shares.elementsEqual(b.shares) { $0 == $1 }
  }
}
