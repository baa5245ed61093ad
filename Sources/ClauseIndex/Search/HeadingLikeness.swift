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

  /// The terms of a title and of the innermost heading, each once, in order of first occurrence, by their rarity.
  mutating func vector(title: String, heading: String) throws -> Vector {
    let innermost = heading.afterLast(DocumentRows.headingSeparator)
    let terms = (vocabulary.terms(of: title) + vocabulary.terms(of: innermost)).distinct
    return Vector(
      try terms.map { term in
        if let known = rarities[term] { return (term, known) }
        let rarity = TermWeight.rarity(
          clauses: try self.terms.clauses(with: vocabulary.terms[Int(term)]), of: clauses)
        rarities[term] = rarity
        return (term, rarity)
      })
  }

  /// Terms with their weights; sums run in their order, so that equal input gives equal scores to the last bit.
  struct Vector {
    fileprivate let terms: [(term: Int32, weight: Float)]
    fileprivate let length: Float

    fileprivate init(_ terms: [(term: Int32, weight: Float)]) {
      self.terms = terms
      length = terms.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
    }
  }

  /// Cosine of two vectors, 0…1; 0 where one is empty.
  static func cosine(_ a: Vector, _ b: Vector) -> Double {
    guard a.length > 0, b.length > 0 else { return 0 }
    var dot: Float = 0
    for (term, weight) in a.terms {
      for other in b.terms where other.term == term { dot += weight * other.weight }
    }
    return Double(min(1, dot / (a.length * b.length)))
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
