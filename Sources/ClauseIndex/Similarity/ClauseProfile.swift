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
    /// Score under ``TermShare``.
    var score: Float
  }

  /// Ascending by number.
  var terms: [Term]
  /// The same in the order in which the text has them first: sums run in this order, so that equal input gives equal
  /// sums to the last bit, whatever the vocabulary has seen before.
  var termsInOrder: [Term]
  /// Length of the vector of `terms`.
  var norm: Float
  /// Sum of the scores of `terms`: the text's own score under ``TermShare``.
  var ownScore: Float
  /// Direction among word vectors.
  var vector: TextVector
  /// Title and nearest heading.
  var heading: HeadingVector
  /// How crowded its place is among word vectors (``Crowding``); 0 unless whoever reads the profile adds it.
  var crowding: Float = 0
  /// Clause types; none unless whoever reads the profile adds them.
  var types = TypeShares.none
}

/// Reads clauses into profiles, on one thread.
final class ProfileReader {
  let vocabulary: Vocabulary
  private let lent: Lent<Vocabulary>
  let facts: any TermFacts
  private var rarities: [Int32: (weight: Float, score: Float)] = [:]
  private var sum: TextVectorSum

  convenience init(_ facts: any TermFacts, vocabulary: Vocabulary) {
    self.init(facts, vocabulary: Lent(vocabulary))
  }

  init(_ facts: any TermFacts, vocabulary: Lent<Vocabulary>) {
    lent = vocabulary
    self.vocabulary = vocabulary.value
    self.facts = facts
    sum = TextVectorSum(dimensions: facts.dimensions)
  }

  /// The profile of a clause or of a passage.
  func profile(title: String = "", heading: String = "", leadIn: String = "", text: String) throws
    -> ClauseProfile
  {
    var counts: [Int32: (text: Int, title: Int)] = [:]
    var order: [Int32] = []
    var length = 0
    for (field, isTitle) in [(text, false), (leadIn, false), (title, true)] {
      vocabulary.forEachTerm(in: field) { term, _, _ in
        let count = counts[term]
        if count == nil { order.append(term) }
        counts[term] = ((count?.text ?? 0) + (isTitle ? 0 : 1), (count?.title ?? 0) + (isTitle ? 1 : 0))
        length += 1
      }
    }
    var terms: [ClauseProfile.Term] = []
    terms.reserveCapacity(order.count)
    var (square, ownScore): (Float, Float) = (0, 0)
    let lengthPart = TermShare.lengthPart(Float(length), average: facts.averageLength)
    for number in order {
      let count = counts[number] ?? (0, 0)
      let rarity = try rarities(number)
      let weight = TermWeight.weight(text: count.text, title: count.title, rarity: rarity.weight)
      let frequency = count.text + count.title
      let score = TermShare.score(
        frequency: Float(frequency), rarity: rarity.score, lengthPart: lengthPart)
      terms.append(.init(number: number, frequency: frequency, weight: weight, score: score))
      square += weight * weight
      ownScore += score
    }
    return ClauseProfile(
      terms: terms.sorted { $0.number < $1.number }, termsInOrder: terms, norm: square.squareRoot(),
      ownScore: ownScore, vector: try vector(terms),
      heading: try HeadingVector(title: title, heading: heading, self))
  }

  func profile(_ clause: StoredClause) throws -> ClauseProfile {
    try profile(title: clause.title, heading: clause.heading, leadIn: clause.leadIn, text: clause.text)
  }

  /// The stems of a clause's title, lead-in and text, as numbers of the vocabulary.
  func terms(of clause: StoredClause) -> Set<Int32> {
    var terms: Set<Int32> = []
    for field in [clause.text, clause.leadIn, clause.title] {
      vocabulary.forEachTerm(in: field) { term, _, _ in terms.insert(term) }
    }
    return terms
  }

  /// Rarity of a term under ``TermWeight``, by number in the vocabulary.
  func rarity(_ term: Int32) throws -> Float { try rarities(term).weight }

  /// Rarity of a term under ``TermWeight`` and under ``TermShare``.
  func rarities(_ term: Int32) throws -> (weight: Float, score: Float) {
    if let known = rarities[term] { return known }
    let clauses = try facts.clauses(with: vocabulary.terms[Int(term)])
    let rarities = (
      TermWeight.rarity(clauses: max(1, clauses), of: facts.total),
      TermShare.rarity(clauses: clauses, of: facts.total)
    )
    self.rarities[term] = rarities
    return rarities
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
        sum.ofProbe += b.score
        sum.ofClause += a.score
        mine += 1
        theirs += 1
      } else if a.number < b.number {
        mine += 1
      } else {
        theirs += 1
      }
    }
    sum.cosine = min(1, sum.cosine / (norm * other.norm))
    sum.ofProbe = ownScore > 0 ? min(1, sum.ofProbe / ownScore) : 0
    sum.ofClause = other.ownScore > 0 ? min(1, sum.ofClause / other.ownScore) : 0
    return sum
  }
}
