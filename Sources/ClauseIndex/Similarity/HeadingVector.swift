// Titles and nearest headings of two clauses → how like they are.

/// What a clause is called: the terms of its title and of its innermost heading, by their rarity.
struct HeadingVector: Sendable {
  private let terms: [(term: Int32, weight: Float)]
  private let length: Float

  /// Each term once, in order of first occurrence: sums run in that order, so that equal input gives equal scores to
  /// the last bit.
  init(title: String, heading: String, _ reader: ProfileReader) throws {
    let innermost = heading.afterLast(DocumentRows.headingSeparator)
    let numbers = (reader.vocabulary.terms(of: title) + reader.vocabulary.terms(of: innermost)).distinct
    terms = try numbers.map { ($0, try reader.rarity($0)) }
    length = terms.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
  }

  /// Cosine of two, 0…1; 0 where one is empty.
  func cosine(to other: HeadingVector) -> Double {
    guard length > 0, other.length > 0 else { return 0 }
    var dot: Float = 0
    for (term, weight) in terms {
      for theirs in other.terms where theirs.term == term { dot += weight * theirs.weight }
    }
    return Double(min(1, dot / (length * other.length)))
  }
}

extension String {
  /// What stands after the last occurrence of a text; all of it where there is none.
  func afterLast(_ separator: String) -> String {
    var text = self
    // By bytes, from the end: Characters take fifty times as long.
    return text.withUTF8 { bytes in
      var separator = separator
      return separator.withUTF8 { wanted in
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        for start in stride(from: bytes.count - wanted.count, through: 0, by: -1)
        where bytes[start] == first && bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
          return String(decoding: bytes[(start + wanted.count)...], as: UTF8.self)
        }
        return nil
      }
    } ?? self
  }
}
