// The clause types of every clause, in three arrays, for asking of thousands of clauses at once.

/// Types and confidences of all clauses of an index, by row.
struct TypingArrays: Sendable {
  /// By row − 1: where its typings begin; one element more than there are clauses.
  let starts: [UInt32]
  /// Index into the catalogue's types, of one typing after another.
  let types: [UInt16]
  /// Confidence · 255 of each.
  let confidences: [UInt8]

  /// Arrays from the typings of all clauses, ascending by clause.
  init(_ typings: [(clause: Int, type: Int, confidence: Double)], clauses: Int) {
    var counts = [UInt32](repeating: 0, count: clauses + 1)
    for typing in typings { counts[typing.clause] += 1 }
    for row in counts.indices.dropFirst() { counts[row] += counts[row - 1] }
    starts = counts
    types = typings.map { UInt16($0.type) }
    confidences = typings.map { Self.byte(of: $0.confidence) }
  }

  /// A confidence as it is kept.
  static func byte(of confidence: Double) -> UInt8 { UInt8((confidence * 255).rounded()) }

  /// Arrays as stored; nil where they don't fit each other.
  init?(starts: [UInt32], types: [UInt16], confidences: [UInt8], clauses: Int) {
    guard starts.count == clauses + 1, types.count == confidences.count, starts.first == 0,
      starts.last.map(Int.init) == types.count, zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
    else { return nil }
    self.starts = starts
    self.types = types
    self.confidences = confidences
  }

  /// The types of a clause.
  func shares(ofRow row: Int) -> TypeShares {
    let range = Int(starts[row - 1])..<Int(starts[row])
    return TypeShares(shares: range.map { (Int(types[$0]), Float(confidences[$0]) / 255) })
  }

  /// ``TypeShares/agreement(with:)`` and ``TypeShares/disagreement(with:)`` of a clause and these types.
  ///
  /// - Parameters:
  ///   - own: confidence by type.
  ///   - isTyped: whether these are surely of some type.
  @inline(__always)
  func comparison(
    ofRow row: Int, with own: [Float], isTyped: Bool
  ) -> (agreement: Float, disagreement: Float) {
    var (best, surest): (Float, UInt8) = (0, 0)
    for place in Int(starts[row - 1])..<Int(starts[row]) {
      surest = max(surest, confidences[place])
      if Int(types[place]) < own.count {
        best = max(best, min(own[Int(types[place])], Float(confidences[place]) / 255))
      }
    }
    let isOther = isTyped && Double(surest) / 255 >= Confidence.typed && best < TypeShares.common
    return (best, isOther ? 1 : 0)
  }
}
