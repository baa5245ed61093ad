// Titles and nearest headings of two clauses → how like they are.

internal import GRDB

/// Compares what two clauses are called.
struct HeadingLikeness {
  let vocabulary: Vocabulary
  let clauses: Int
  let terms: TermReader
  private var rarities: [Int32: Float] = [:]

  init(vocabulary: Vocabulary, clauses: Int, database: Database) {
    self.vocabulary = vocabulary
    self.clauses = clauses
    terms = TermReader(database: database)
  }

  /// The terms of a title and of the innermost heading, each once, by their rarity.
  mutating func vector(title: String, heading: String) throws -> [Int32: Float] {
    let innermost = heading.afterLast(DocumentRows.headingSeparator)
    var vector: [Int32: Float] = [:]
    for term in vocabulary.terms(of: title) + vocabulary.terms(of: innermost) where vector[term] == nil {
      if let known = rarities[term] {
        vector[term] = known
      } else {
        let rarity = TermWeight.rarity(
          clauses: try terms.clauses(with: vocabulary.terms[Int(term)]), of: clauses)
        rarities[term] = rarity
        vector[term] = rarity
      }
    }
    return vector
  }

  /// Cosine of two vectors, 0…1; 0 where one is empty.
  static func cosine(_ a: [Int32: Float], _ b: [Int32: Float]) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    var dot: Float = 0
    for (term, weight) in a { dot += weight * (b[term] ?? 0) }
    let squares = (a.values.reduce(0) { $0 + $1 * $1 }, b.values.reduce(0) { $0 + $1 * $1 })
    guard squares.0 > 0, squares.1 > 0 else { return 0 }
    return Double(min(1, dot / (squares.0.squareRoot() * squares.1.squareRoot())))
  }
}

extension String {
  /// What stands after the last occurrence of a text; all of it where there is none.
  func afterLast(_ separator: String) -> String {
    var rest = self[...]
    while let range = rest.firstRange(of: separator) { rest = rest[range.upperBound...] }
    return String(rest)
  }
}
