// Two readings → how surely they say contrary things about the same matter.

extension Polarity {
  /// How surely two texts say contrary things about the same matter, in 0…1; the same both ways round.
  ///
  /// Each pair of statements that share the word which a negation is about, under different signs, is weighed by how
  /// much of the two statements and of their sentences is the same; a statement of the other text that agrees in as
  /// much takes the pair back. 0 where nothing is denied differently. Texts that agree in all but who acts are
  /// contrary as well: "you may end" and "we may end".
  func opposition(to other: Polarity) -> Double {
    let (rows, columns) = (statements.count, other.statements.count)
    guard rows > 0, columns > 0 else { return 0 }
    return withUnsafeTemporaryAllocation(of: Shared.self, capacity: rows * columns) { shared in
      shared.initialize(repeating: Shared())
      collect(other, into: shared, columns)
      return Double(min(1, max(0, strongest(other, shared, columns))))
    }
  }

  /// What two statements share, by weight.
  struct Shared {
    var agreeing: Float = 0
    var differing: Float = 0
    /// Weight of differing words that a negation is about.
    var focus: Float = 0

    var all: Float { agreeing + differing }
  }

  private func collect(_ other: Polarity, into shared: UnsafeMutableBufferPointer<Shared>, _ columns: Int) {
    terms.withUnsafeBufferPointer { own in
      other.terms.withUnsafeBufferPointer { others in
        var (a, b) = (0, 0)
        while a < own.count, b < others.count {
          let (stem, otherStem) = (own[a].stem, others[b].stem)
          if stem < otherStem {
            a += 1
          } else if stem > otherStem {
            b += 1
          } else {
            var next = b
            while next < others.count, others[next].stem == stem {
              let cell = own[a].statement * columns + others[next].statement
              let weight = min(own[a].weight, others[next].weight)
              if own[a].isDenied == others[next].isDenied {
                shared[cell].agreeing += weight
              } else {
                shared[cell].differing += weight
                if own[a].isInFocus || others[next].isInFocus { shared[cell].focus += weight }
              }
              next += 1
            }
            a += 1
          }
        }
      }
    }
  }

  private func strongest(
    _ other: Polarity, _ shared: UnsafeMutableBufferPointer<Shared>, _ columns: Int
  ) -> Float {
    var best: Float = 0
    for row in statements.indices where statements[row].role != .aside {
      for column in other.statements.indices where other.statements[column].role != .aside {
        let cell = shared[row * columns + column]
        let (one, two) = (statements[row], other.statements[column])
        if cell.focus > 0 {
          let sureness = Self.sureness(one, two, cell)
          guard sureness > best else { continue }
          // What agrees elsewhere with either side.
          var agreeing: Float = 0
          for index in 0..<columns { agreeing = max(agreeing, shared[row * columns + index].agreeing) }
          for index in statements.indices {
            agreeing = max(agreeing, shared[index * columns + column].agreeing)
          }
          if agreeing < cell.differing { best = sureness }
        } else if one.role == .main, two.role == .main, one.isDenied == two.isDenied, one.actor != two.actor,
          Self.isNamed(one.actor), Self.isNamed(two.actor)
        {
          let share = cell.agreeing / max(one.weight, two.weight)
          if share >= 0.75, cell.agreeing >= 1.5 { best = max(best, share * 0.8) }
        }
      }
    }
    return best
  }

  private static func isNamed(_ actor: Actor) -> Bool { actor != .unknown && actor != .either }

  private static func sureness(_ one: Statement, _ two: Statement, _ shared: Shared) -> Float {
    let (less, more) = (min(one.weight, two.weight), max(one.weight, two.weight))
    guard less > 0 else { return 0 }
    let share = (shared.all / less + shared.all / more) / 2
    let contrast: Float
    if one.isDenied == two.isDenied {
      contrast = 1
    } else {
      let (denying, affirming) = one.isDenied ? (one, two) : (two, one)
      if denying.hasException {
        contrast = affirming.isStressed ? 1 : affirming.hasException ? 0.7 : 0.45
      } else {
        contrast = affirming.hasException && !affirming.isStressed ? 0.8 : 1
      }
    }
    return share * contrast
  }
}
