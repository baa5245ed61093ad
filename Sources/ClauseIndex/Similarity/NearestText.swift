// The clauses of one platform and the model clauses of a type → the clause that comes nearest to them.

/// Finds among some clauses the one that is most like what the model clauses of a type have in common.
///
/// The model clauses are taken together: the words that many of them use count the most, and chance words of one of
/// them little. The measures are those of `similar`; it holds every clause against them, which for the few hundred
/// clauses of a platform is quicker than to read the postings of the whole index.
struct NearestText {
  /// Clauses that are scored in full, with passages and headings.
  private static let finalists = 8

  private let clauses: [StoredClause]
  private let profiles: [ClauseProfile]
  private let reader: ProfileReader

  private let reference: Crowding

  init(_ clauses: [StoredClause], reader: ProfileReader, reference: Crowding) throws {
    self.clauses = clauses
    self.reader = reader
    self.reference = reference
    profiles = try clauses.map { try reader.profile($0) }
  }

  /// The clause that is most like the model clauses of a type, with its score in 0…1; nil where none shares a word.
  func nearest(to type: ClauseType) throws -> (clause: StoredClause, score: Double)? {
    let model = try commonProfile(of: type)
    let likely = profiles.indices.map { (index: $0, likeness: model.likeness(to: profiles[$0])) }
      .filter { $0.likeness.cosine > 0 }
      .sorted { ($0.likeness.cosine, $1.index) > ($1.likeness.cosine, $0.index) }.prefix(Self.finalists)
    let passages = type.modelClauses.map { SharedPassages(of: $0.text, vocabulary: reader.vocabulary) }
    var best: (clause: Int, score: Double)?
    for candidate in likely {
      let (clause, profile) = (clauses[candidate.index], profiles[candidate.index])
      let text = SharedPassages(of: clause.text, vocabulary: reader.vocabulary)
      let measures = SimilarityMeasures(
        candidate.likeness, meaning: model.vector.cosine(to: profile.vector),
        crowding: reference.of(profile.vector),
        coverage: passages.map { $0.coverage(by: text) }.max() ?? 0,
        heading: model.heading.cosine(to: profile.heading))
      let score = SimilarityScore.of(measures)
      if score > best?.score ?? 0 { best = (candidate.index, score) }
    }
    return best.map { (clauses[$0.clause], $0.score) }
  }

  /// What the model clauses of a type have in common: the sum of their vectors, each brought to length 1.
  private func commonProfile(of type: ClauseType) throws -> ClauseProfile {
    let models = try type.modelClauses.map {
      try reader.profile(title: $0.heading, leadIn: $0.leadIn, text: $0.text)
    }
    var weights: [Int32: Float] = [:]
    var scores: [Int32: Float] = [:]
    var directions = TextVectorSum(dimensions: reader.facts.dimensions)
    for model in models where model.norm > 0 {
      for term in model.terms {
        weights[term.number, default: 0] += term.weight / model.norm
        scores[term.number, default: 0] += term.score / model.ownScore
      }
      guard model.vector.length > 0 else { continue }
      model.vector.values.withUnsafeBufferPointer { directions.add($0, weight: 1 / model.vector.length) }
    }
    let terms = weights.sorted { $0.key < $1.key }.map {
      ClauseProfile.Term(number: $0.key, frequency: 1, weight: $0.value, score: scores[$0.key] ?? 0)
    }
    let title = ([type.name] + type.modelClauses.map(\.heading)).joined(separator: " ")
    return ClauseProfile(
      terms: terms, termsInOrder: terms,
      norm: terms.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot(),
      ownScore: terms.reduce(0) { $0 + $1.score }, vector: directions.take(),
      heading: try HeadingVector(title: title, heading: "", reader))
  }

  /// The part of a clause's text that holds the most of what the model clauses are about.
  func excerpt(of text: String, for models: [ModelClause]) throws -> String {
    var known: [Int32: Float] = [:]
    for model in models {
      for term in reader.vocabulary.terms(of: model.text) { known[term] = try reader.rarity(term) }
    }
    return Excerpt(vocabulary: reader.vocabulary, rarities: known).of(text)
  }
}
