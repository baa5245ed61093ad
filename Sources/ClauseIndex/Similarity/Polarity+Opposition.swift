// Two readings → how surely they say contrary things about the same matter.

extension Polarity {
  /// How surely two texts say contrary things about the same matter, in 0…1; the same both ways round.
  ///
  /// Each pair of statements that share the word which a negation is about, under different signs, is weighed by how
  /// much of the two statements and of their sentences is the same; a statement of the other text that agrees in as
  /// much takes the pair back. 0 where nothing is denied differently. Texts that agree in all but who acts are
  /// contrary as well: "you may end" and "we may end".
  func opposition(to other: Polarity) -> Double { contrast(with: other)?.opposition ?? 0 }

  /// The two statements that are the most contrary.
  struct Contrast {
    /// 0…1.
    var opposition: Double
    /// Place in ``statements``.
    var own: Int
    /// Place in the other's ``statements``.
    var other: Int
  }

  /// The statements of two texts that are the most contrary; nil where none are.
  func contrast(with other: Polarity) -> Contrast? {
    let (rows, columns) = (statements.count, other.statements.count)
    guard rows > 0, columns > 0 else { return nil }
    return withUnsafeTemporaryAllocation(of: Shared.self, capacity: rows * columns) { shared in
      shared.initialize(repeating: Shared())
      collect(other, into: shared, columns)
      return strongest(other, shared, columns)
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
  ) -> Contrast? {
    var best: Float = 0
    var place = (row: 0, column: 0)
    for row in statements.indices where statements[row].role != .aside {
      for column in other.statements.indices where other.statements[column].role != .aside {
        let cell = shared[row * columns + column]
        let (one, two) = (statements[row], other.statements[column])
        if cell.focus > 0 {
          let contrast = Self.contrast(one, two)
          guard contrast > best else { continue }
          let sureness = contrast * likeness(row, other, column, shared)
          guard sureness > best else { continue }
          // A statement that denies must have nothing nearer in the other text, nor as much that agrees.
          var (agreeing, nearest): (Float, Float) = (0, 0)
          if one.isMarked {
            for index in 0..<columns {
              agreeing = max(agreeing, shared[row * columns + index].agreeing)
              nearest = max(nearest, shared[row * columns + index].all)
            }
          }
          if two.isMarked {
            for index in statements.indices {
              agreeing = max(agreeing, shared[index * columns + column].agreeing)
              nearest = max(nearest, shared[index * columns + column].all)
            }
          }
          if agreeing < cell.differing * 0.75, nearest <= cell.all * 1.1 {
            best = sureness
            place = (row, column)
          }
        } else if one.role == .main, two.role == .main, one.isDenied == two.isDenied, one.actor != two.actor,
          Self.isNamed(one.actor), Self.isNamed(two.actor), one.isConditional == two.isConditional,
          !one.passesOn, !two.passesOn, !one.hasException, !two.hasException
        {
          let share = cell.agreeing / max(one.weight, two.weight)
          if share >= Self.shareOfActs, cell.agreeing >= Self.leastOfActs, share * 0.8 > best {
            best = share * 0.8
            place = (row, column)
          }
        }
      }
    }
    guard best > 0 else { return nil }
    return Contrast(opposition: Double(min(1, best)), own: place.row, other: place.column)
  }

  /// What two statements by different actors must share at least, of the greater one and by weight.
  static let (shareOfActs, leastOfActs): (Float, Float) = (0.9, 1.5)

  private static func isNamed(_ actor: Actor) -> Bool { actor != .unknown && actor != .either }

  /// How much two statements are on one matter, 0…1: what they share of both, or what their sentences share where
  /// one statement lies within the other.
  private func likeness(
    _ row: Int, _ other: Polarity, _ column: Int, _ shared: UnsafeMutableBufferPointer<Shared>
  ) -> Float {
    let columns = other.statements.count
    let (one, two) = (statements[row], other.statements[column])
    let cell = shared[row * columns + column]
    let less = min(one.weight, two.weight)
    guard less >= Self.leastWeight else { return 0 }
    let alone = 2 * cell.all / (one.weight + two.weight)
    let (own, others) = (sentence(around: row), other.sentence(around: column))
    var all: Float = 0
    for a in own.places {
      for b in others.places { all += shared[a * columns + b].all }
    }
    // The nearest sentence of the other text, for either.
    var nearest: Float = 0
    var (sum, sentence): (Float, Int32) = (0, -1)
    for b in other.statements.indices {
      if other.statements[b].sentence != sentence { (sum, sentence) = (0, other.statements[b].sentence) }
      for a in own.places { sum += shared[a * columns + b].all }
      nearest = max(nearest, sum)
    }
    (sum, sentence) = (0, -1)
    for a in statements.indices {
      if statements[a].sentence != sentence { (sum, sentence) = (0, statements[a].sentence) }
      for b in others.places { sum += shared[a * columns + b].all }
      nearest = max(nearest, sum)
    }
    if all < nearest * Self.nearestShare, alone < Self.alike { return 0 }
    let whole = min(1, 2 * all / (own.weight + others.weight))
    let within = min(1, cell.all / less)
    // A word denied in passing, "not Google", says too little of its sentence.
    let smaller = one.weight < two.weight ? one : two
    let saysEnough = less >= 1.5 || (less >= 1 && (smaller.isSaid || smaller.role == .manner))
    let likeness = max(
      alone * (alone >= Self.identical && less >= Self.identicalWeight ? 1 : Self.evidence(cell.all)),
      saysEnough ? whole * within * Self.evidence(all) : 0)
    // What is denied must be what the other affirms, not something more particular.
    let denied = cell.all / (one.isDenied ? one.weight : two.weight)
    let covered = one.isDenied == two.isDenied ? 1 : min(1, max(0, (denied - 0.25) * 2))
    return covered * min(1, max(0, (likeness - Self.unlike) / (Self.alike - Self.unlike)))
  }

  /// Share of two statements that says nothing, and the share from which they are on one matter for sure.
  private static let (unlike, alike): (Float, Float) = (0.4, 0.7)

  /// What two sentences must share at least of what either shares with the nearest sentence of the other text.
  private static let nearestShare: Float = 0.8

  /// Weight of the shortest statement that is looked at: two common words.
  private static let leastWeight: Float = 0.75

  /// Share from which two statements are the same but for what is denied, however short they are.
  private static let identical: Float = 0.95
  /// Weight from which that holds: a word of its own and one that is everywhere.
  private static let identicalWeight: Float = 1.25

  /// How far so much shared weight says that the matter is one, 0…1.
  private static func evidence(_ shared: Float) -> Float {
    let share = shared / enoughShared
    return share >= 1 ? 1 : share > 0.6 ? share.squareRoot() : share
  }

  /// Weight of shared words from which likeness counts in full: two words of their own.
  private static let enoughShared: Float = 2

  /// The statements of the sentence that a statement stands in, and their weight.
  private func sentence(around place: Int) -> (places: Range<Int>, weight: Float) {
    var (low, high) = (place, place + 1)
    while low > 0, statements[low - 1].sentence == statements[place].sentence { low -= 1 }
    while high < statements.count, statements[high].sentence == statements[place].sentence { high += 1 }
    var weight: Float = 0
    for index in low..<high { weight += statements[index].weight }
    return (low..<high, weight)
  }

  /// How contrary the forms of two statements are that share a word under different signs.
  private static func contrast(_ one: Statement, _ two: Statement) -> Float {
    // A word that is turned over alone: "an exclusive licence", "a non-exclusive licence".
    guard one.isDenied != two.isDenied else { return 1 }
    // "You are responsible" and "we are not responsible" go together.
    if one.actor != two.actor, isNamed(one.actor), isNamed(two.actor) { return 0 }
    let (denying, affirming) = one.isDenied ? (one, two) : (two, one)
    if one.isLiability, two.isLiability {
      if affirming.isSole || (one.actor == .customer) != (two.actor == .customer) { return 0 }
    }
    // What is only named, as in a list, is not surely affirmed; what holds in one case may not hold in another.
    let isSaid = affirming.isSaid && (denying.isSaid || denying.role == .manner)
    let isOneForm = one.isConditional == two.isConditional && one.hasTurnedWord == two.hasTurnedWord
    let surely: Float = isSaid && isOneForm ? 1 : 0.45
    if denying.hasException {
      // "You may not without our consent" says nothing of what we may.
      let isOneActor = one.actor == two.actor || (one.actor != .customer && two.actor != .customer)
      return surely
        * (affirming.isStressed && isOneActor ? 1 : affirming.hasException && isOneActor ? 0.7 : 0.45)
    }
    return surely * (affirming.hasException && !affirming.isStressed ? 0.8 : 1)
  }
}
