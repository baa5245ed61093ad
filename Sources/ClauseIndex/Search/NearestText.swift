// The clauses of one platform and the model clauses of a type → the clause that comes nearest to them.

internal import GRDB

/// Finds among some clauses the one that is most like what the model clauses of a type have in common.
///
/// The model clauses are taken together: the words that many of them use count the most, and chance words of one of
/// them little. The measures are those of `similar`; it holds every clause against them, which for the few hundred
/// clauses of a platform is quicker than to read the postings of the whole index.
struct NearestText {
  /// Clauses that are scored in full, with passages and headings.
  private static let finalists = 8

  private let clauses: [StoredClause]
  private let vocabulary: Vocabulary
  private let terms: TermReader
  private let total: Int
  private var rarities: [Int32: Float] = [:]
  private var vectors: [[Int32: Float]] = []
  private var norms: [Float]
  private var headings: HeadingLikeness

  init(_ clauses: [StoredClause], arrays: ClauseArrays, database: Database) throws {
    self.clauses = clauses
    vocabulary = try Vocabulary()
    terms = TermReader(database: database)
    total = arrays.count
    norms = clauses.map { arrays.norm[$0.row - 1] }
    headings = HeadingLikeness(vocabulary: vocabulary, clauses: total, database: database)
    vectors = try clauses.map { try vector(title: $0.title, texts: [$0.leadIn, $0.text]) }
  }

  /// The clause that is most like the model clauses of a type, with its score in 0…1; nil where none shares a word.
  mutating func nearest(to type: ClauseType) throws -> (clause: StoredClause, score: Double)? {
    var sums: [Int32: Float] = [:]
    for model in type.modelClauses {
      let own = try vector(title: model.heading, texts: [model.leadIn, model.text])
      let norm = own.sorted { $0.key < $1.key }.reduce(Float(0)) { $0 + $1.value * $1.value }.squareRoot()
      guard norm > 0 else { continue }
      for (term, weight) in own { sums[term, default: 0] += weight / norm }
    }
    let models = sums.sorted { $0.key < $1.key }
    let norm = models.reduce(Float(0)) { $0 + $1.value * $1.value }.squareRoot()
    let likely = clauses.indices.compactMap { index -> (index: Int, likeness: Likeness)? in
      likeness(models, norm, index).map { (index, $0) }
    }.sorted { ($0.likeness.cosine, $1.index) > ($1.likeness.cosine, $0.index) }.prefix(Self.finalists)
    let passages = type.modelClauses.map { SharedPassages(of: $0.text, vocabulary: vocabulary) }
    let title = ([type.name] + type.modelClauses.map(\.heading)).joined(separator: " ")
    let heading = try headings.vector(title: title, heading: "")
    var best: (clause: Int, score: Double)?
    for candidate in likely {
      let clause = clauses[candidate.index]
      let measures = SimilarityMeasures(
        candidate.likeness, coverage: passages.map { $0.with(clause.text).coverage }.max() ?? 0,
        heading: HeadingLikeness.cosine(
          heading, try headings.vector(title: clause.title, heading: clause.heading)))
      let score = SimilarityScore.of(measures)
      if score > best?.score ?? 0 { best = (candidate.index, score) }
    }
    return best.map { (clauses[$0.clause], $0.score) }
  }

  /// The part of a clause's text that holds the most of what the model clauses are about.
  mutating func excerpt(of text: String, for models: [ModelClause]) throws -> String {
    var known: [Int32: Float] = [:]
    for model in models {
      for term in vocabulary.terms(of: model.text) { known[term] = try rarity(term) }
    }
    return Excerpt(vocabulary: vocabulary, rarities: known).of(text)
  }

  private func likeness(
    _ model: [(key: Int32, value: Float)], _ norm: Float, _ index: Int
  ) -> Likeness? {
    var sum = Likeness(cosine: 0, ofProbe: 0, ofClause: 0)
    for (term, weight) in model {
      guard let other = vectors[index][term] else { continue }
      sum.cosine += weight * other
      sum.ofProbe += weight * weight
      sum.ofClause += other * other
    }
    guard sum.cosine > 0, norm > 0, norms[index] > 0 else { return nil }
    return Likeness(
      cosine: min(1, sum.cosine / (norm * norms[index])), ofProbe: min(1, sum.ofProbe / (norm * norm)),
      ofClause: min(1, sum.ofClause / (norms[index] * norms[index])))
  }

  private mutating func vector(title: String, texts: [String]) throws -> [Int32: Float] {
    var counts: [Int32: (text: Int, title: Int)] = [:]
    for text in texts {
      for term in vocabulary.terms(of: text) { counts[term, default: (0, 0)].text += 1 }
    }
    for term in vocabulary.terms(of: title) { counts[term, default: (0, 0)].title += 1 }
    var vector: [Int32: Float] = [:]
    for (term, count) in counts {
      vector[term] = TermWeight.weight(text: count.text, title: count.title, rarity: try rarity(term))
    }
    return vector
  }

  private mutating func rarity(_ term: Int32) throws -> Float {
    if let known = rarities[term] { return known }
    let rarity = TermWeight.rarity(
      clauses: max(1, try terms.clauses(with: vocabulary.terms[Int(term)])), of: total)
    rarities[term] = rarity
    return rarity
  }
}
