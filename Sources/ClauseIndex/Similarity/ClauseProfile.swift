// A clause or a passage → what likeness to others is measured by, read once.

/// What likeness of a clause is measured by.
struct ClauseProfile: Sendable {
  /// A stem of title, lead-in and text.
  struct Term: Sendable {
    /// Number in the reader's vocabulary.
    var number: Int32
    /// Occurrences.
    var frequency: Int
    /// Weight under ``TermWeight``.
    var weight: Float
  }

  /// Ascending by number, so that equal input gives equal sums to the last bit.
  var terms: [Term]
  /// Tokens of title, lead-in and text.
  var length: Int
  /// Length of the vector of `terms`.
  var norm: Float
  /// Direction among word vectors.
  var vector: TextVector
  /// Title and nearest heading.
  var heading: HeadingVector
  /// Clause types; none unless whoever reads the profile adds them.
  var types = TypeShares.none
}

/// Reads clauses into profiles. For one thread.
final class ProfileReader {
  let vocabulary: Vocabulary
  let facts: any TermFacts
  private var rarities: [Int32: Float] = [:]
  private var sum: TextVectorSum

  init(_ facts: any TermFacts, vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    self.facts = facts
    sum = TextVectorSum(dimensions: facts.dimensions)
  }

  /// The profile of a clause or of a passage.
  func profile(title: String = "", heading: String = "", leadIn: String = "", text: String) throws
    -> ClauseProfile
  {
    var counts: [Int32: (text: Int, title: Int)] = [:]
    var length = 0
    for field in [text, leadIn] {
      vocabulary.forEachTerm(in: field) { term, _, _ in
        counts[term, default: (0, 0)].text += 1
        length += 1
      }
    }
    vocabulary.forEachTerm(in: title) { term, _, _ in
      counts[term, default: (0, 0)].title += 1
      length += 1
    }
    var terms: [ClauseProfile.Term] = []
    terms.reserveCapacity(counts.count)
    var square: Float = 0
    for (number, count) in counts.sorted(by: { $0.key < $1.key }) {
      let weight = TermWeight.weight(text: count.text, title: count.title, rarity: try rarity(number))
      terms.append(.init(number: number, frequency: count.text + count.title, weight: weight))
      square += weight * weight
    }
    return ClauseProfile(
      terms: terms, length: length, norm: square.squareRoot(), vector: try vector(terms),
      heading: try HeadingVector(title: title, heading: heading, self))
  }

  func profile(_ clause: StoredClause) throws -> ClauseProfile {
    try profile(title: clause.title, heading: clause.heading, leadIn: clause.leadIn, text: clause.text)
  }

  /// Rarity of a term, by number in the vocabulary.
  func rarity(_ term: Int32) throws -> Float {
    if let known = rarities[term] { return known }
    let rarity = TermWeight.rarity(
      clauses: max(1, try facts.clauses(with: vocabulary.terms[Int(term)])), of: facts.total)
    rarities[term] = rarity
    return rarity
  }

  private func vector(_ terms: [ClauseProfile.Term]) throws -> TextVector {
    for term in terms {
      let weight = TextVectorSum.weight(term.frequency)
      try facts.withVector(of: vocabulary.terms[Int(term.number)]) { sum.add($0, weight: weight * $1) }
    }
    return sum.take()
  }
}

extension ClauseProfile {
  /// How like another clause is, by the terms that both hold.
  func likeness(to other: ClauseProfile) -> Likeness {
    var sum = Likeness(cosine: 0, ofProbe: 0, ofClause: 0)
    guard norm > 0, other.norm > 0 else { return sum }
    var (mine, theirs) = (0, 0)
    while mine < terms.count, theirs < other.terms.count {
      let (a, b) = (terms[mine], other.terms[theirs])
      if a.number == b.number {
        sum.cosine += a.weight * b.weight
        sum.ofProbe += a.weight * a.weight
        sum.ofClause += b.weight * b.weight
        mine += 1
        theirs += 1
      } else if a.number < b.number {
        mine += 1
      } else {
        theirs += 1
      }
    }
    sum.cosine = min(1, sum.cosine / (norm * other.norm))
    sum.ofProbe = min(1, sum.ofProbe / (norm * norm))
    sum.ofClause = min(1, sum.ofClause / (other.norm * other.norm))
    return sum
  }
}
