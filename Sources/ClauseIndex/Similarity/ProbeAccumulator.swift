// The terms of a passage → how like it each clause of the index is, by rare words shared.

internal import GRDB

/// How like one clause is to the passage, by the terms they share; all three lie in 0…1.
struct Likeness {
  /// Cosine of the two vectors under ``TermWeight``.
  var cosine: Float
  /// Score of the clause for the passage under ``TermShare``, as a share of the passage's own.
  var ofProbe: Float
  /// Score of the passage for the clause, as a share of the clause's own.
  var ofClause: Float
}

/// The terms of a passage held against all clauses at once.
struct ProbeAccumulator {
  /// By row, side by side so that a posting touches one place of memory.
  ///
  /// Dot product of the vectors, score of the clause for the passage, score of the passage for the clause, and words in
  /// common.
  private var sums: [SIMD4<Float>]
  private let norm: Float
  private let ownScore: Float
  private let norms: [Float]
  private let ownScores: [Float]

  /// Reads the postings of every term of the passage.
  init(
    _ profile: ClauseProfile, _ reader: ProfileReader, arrays: ClauseArrays, similarity: SimilarityArrays,
    database: Database
  ) throws {
    norm = profile.norm
    ownScore = profile.ownScore
    norms = arrays.norm
    ownScores = similarity.ownScores
    sums = [SIMD4<Float>](repeating: .zero, count: arrays.count + 1)
    let terms = TermReader(database: database)
    for term in profile.termsInOrder {
      let rarities = try reader.rarities(term.number)
      try terms.withPostings(of: reader.vocabulary.terms[Int(term.number)]) { _, bytes in
        add(bytes, term, rarities, similarity.lengthParts)
      }
    }
  }

  private mutating func add(
    _ bytes: UnsafeRawBufferPointer, _ term: ClauseProfile.Term, _ rarities: (weight: Float, score: Float),
    _ lengthParts: [Float]
  ) {
    // The logarithm of small counts, which is nearly all of them, from a table.
    let table = (0..<32).map {
      term.weight * TermWeight.weight(text: $0, title: 0, rarity: rarities.weight)
    }
    let last = norms.count
    table.withUnsafeBufferPointer { table in
      lengthParts.withUnsafeBufferPointer { lengthParts in
        sums.withUnsafeMutableBufferPointer { sums in
          PostingList.forEach(in: bytes) { posting in
            let frequency = posting.text + posting.title
            guard frequency > 0, posting.row <= last else { return }
            let product =
              frequency < 32
              ? table[frequency]
              : term.weight * TermWeight.weight(text: frequency, title: 0, rarity: rarities.weight)
            sums[posting.row] += SIMD4(
              product,
              TermShare.score(
                frequency: Float(frequency), rarity: rarities.score, lengthPart: lengthParts[posting.row - 1]),
              term.score, Float(min(term.frequency, frequency)))
          }
        }
      }
    }
  }

  /// Words that the passage and a clause have in common, each as often as both have it.
  @inline(__always)
  func shared(withRow row: Int) -> Int { Int(sums[row].w) }

  /// How like a clause is.
  @inline(__always)
  func likeness(ofRow row: Int) -> Likeness {
    let (sum, other, score) = (sums[row], norms[row - 1], ownScores[row - 1])
    guard norm > 0, other > 0 else { return Likeness(cosine: 0, ofProbe: 0, ofClause: 0) }
    return Likeness(
      cosine: min(1, sum.x / (norm * other)), ofProbe: min(1, sum.y / ownScore),
      ofClause: score > 0 ? min(1, sum.z / score) : 0)
  }
}
