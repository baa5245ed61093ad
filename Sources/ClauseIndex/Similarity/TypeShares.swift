// The clause types of a clause, for telling whether two clauses are of one type.

/// Types of a clause with their confidence.
struct TypeShares: Sendable, Equatable {
  /// Index into the catalogue's types and confidence in 0…1, ascending by type.
  var shares: [(type: Int, confidence: Float)]

  static let none = TypeShares(shares: [])

  init(shares: [(type: Int, confidence: Float)]) {
    self.shares = shares.sorted { $0.type < $1.type }
  }

  /// Types that were just found, as an index would give them back: it keeps a confidence in one byte.
  init(found: [(type: Int, confidence: Double)]) {
    self.init(shares: found.map { ($0.type, Float(TypingArrays.byte(of: $0.confidence)) / 255) })
  }

  /// The types that the rules find in a text, as far as an index would keep them.
  init(_ typings: [Typing]) {
    self.init(
      found: typings.filter { $0.confidence >= DocumentTypings.kept }.map { ($0.type, $0.confidence) })
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

  /// Agreement and disagreement with another.
  func comparison(with other: TypeShares) -> (agreement: Float, disagreement: Float) {
    (agreement(with: other), disagreement(with: other))
  }

  /// Whether the clause is surely of some type.
  var isTyped: Bool { shares.contains { $0.confidence >= Float(Confidence.typed) } }

  /// Whether two clauses are surely of types, and of none in common: 1 or 0.
  func disagreement(with other: TypeShares) -> Float {
    isTyped && other.isTyped && agreement(with: other) < Self.common ? 1 : 0
  }

  /// Agreement from which two clauses may be of one type.
  static let common: Float = 0.3

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
