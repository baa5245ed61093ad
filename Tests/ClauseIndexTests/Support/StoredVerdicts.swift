// The verdicts of an index, as its users see them, against labels.

@testable import ClauseIndex

extension TypeEvaluation {
  /// Compares labels with the stored verdicts of an index and the clauses that they show.
  init(_ labels: [GoldLabel], verdictsOf searcher: Searcher) throws {
    let types = labels.map(\.type).distinct
    let verdicts = try searcher.matrix(types: types, platforms: labels.map(\.platform).distinct)
    let clauses = try searcher.read { database in
      try verdicts.flatMap { verdict in
        try verdict.clauses.enumerated().compactMap { place, id -> TypedClause? in
          guard let clause = try StoredClause.fetch(id: id, from: database) else { return nil }
          // The surest first, as the verdict shows them; that of "lacks" stays below the threshold.
          let confidence = verdict.verdict == .shares ? 0.99 - Double(place) * 0.01 : 0.3
          return TypedClause(
            clause: id, platform: verdict.platform,
            termsType: searcher.documents[clause.document].termsType, type: verdict.type,
            confidence: confidence, because: "", heading: clause.heading + " › " + clause.title,
            text: clause.leadIn + " " + clause.text)
        }
      }
    }
    self.init(
      labels: labels, clauses: clauses, platforms: Set(searcher.documents.map(\.platform)),
      known: Set(types))
  }
}
