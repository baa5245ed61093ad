// Some clauses → the vector of each: its terms with their weights.

internal import GRDB

/// Vectors of clauses by ``TermWeight``.
enum TermVectors {
  /// The weights of the terms of each clause: title, lead-in and text.
  static func of(
    _ clauses: [StoredClause], _ vocabulary: Vocabulary, total: Int, _ database: Database
  ) throws -> [[Int32: Float]] {
    let terms = TermReader(database: database)
    var rarities: [Int32: Float] = [:]
    return try clauses.map { clause in
      var counts: [Int32: (text: Int, title: Int)] = [:]
      for term in vocabulary.terms(of: clause.text) + vocabulary.terms(of: clause.leadIn) {
        counts[term, default: (0, 0)].text += 1
      }
      for term in vocabulary.terms(of: clause.title) { counts[term, default: (0, 0)].title += 1 }
      var vector: [Int32: Float] = [:]
      for (term, count) in counts {
        let rarity: Float
        if let known = rarities[term] {
          rarity = known
        } else {
          let holding = try terms.clauses(with: vocabulary.terms[Int(term)])
          rarity = TermWeight.rarity(clauses: max(1, holding), of: total)
          rarities[term] = rarity
        }
        vector[term] = TermWeight.weight(text: count.text, title: count.title, rarity: rarity)
      }
      return vector
    }
  }
}
