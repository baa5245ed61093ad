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
///
/// Rare terms posting by posting, then common ones clause by clause.
struct ProbeAccumulator {
  /// By row − 1, side by side so that a posting touches one place of memory.
  ///
  /// Dot product of the vectors, score of the clause for the passage, score of the passage for the clause, and words in
  /// common.
  private var sums: [SIMD4<Float>]
  private var common: [CommonTerm] = []
  private let norm: Float
  private let ownScore: Float
  private let similarity: SimilarityArrays

  /// Reads the postings of every term of the passage; ``scores(meanings:leastShared:)`` must follow.
  init(
    _ profile: ClauseProfile, _ reader: ProfileReader, _ similarity: SimilarityArrays,
    _ commonTerms: CommonTerms,
    _ database: Database
  ) throws {
    norm = profile.norm
    ownScore = profile.ownScore
    self.similarity = similarity
    sums = [SIMD4<Float>](repeating: .zero, count: similarity.norms.count)
    let terms = TermReader(database: database)
    for term in profile.termsInOrder {
      let rarities = try reader.rarities(term.number)
      let stem = reader.vocabulary.terms[Int(term.number)]
      if let counts = commonTerms.counts(of: stem) {
        add(counts, term, rarities)
        continue
      }
      try terms.withPostings(of: stem) { clauses, bytes in
        if let counts = commonTerms.keep(stem, clauses: clauses, of: sums.count, bytes) {
          add(counts, term, rarities)
        } else {
          add(bytes, term, rarities)
        }
      }
    }
  }

  private mutating func add(
    _ counts: FixedArray<UInt8>, _ term: ClauseProfile.Term, _ rarities: (weight: Float, score: Float)
  ) {
    common.append(
      CommonTerm(
        counts: counts,
        products: FixedArray(TermWeight.products(term.weight, rarity: rarities.weight, count: 256)),
        rarity: rarities.score, score: term.score, frequency: term.frequency))
  }

  private mutating func add(
    _ bytes: UnsafeRawBufferPointer, _ term: ClauseProfile.Term, _ rarities: (weight: Float, score: Float)
  ) {
    // The logarithm of small counts, which is nearly all of them, from a table.
    let table = TermWeight.products(term.weight, rarity: rarities.weight, count: 32)
    let last = sums.count
    table.withUnsafeBufferPointer { table in
      similarity.lengthParts.withUnsafeBufferPointer { lengthParts in
        sums.withUnsafeMutableBufferPointer { sums in
          PostingList.forEach(in: bytes) { posting in
            let frequency = posting.text + posting.title
            guard frequency > 0, posting.row <= last else { return }
            let product =
              frequency < 32
              ? table[frequency]
              : term.weight * TermWeight.weight(text: frequency, title: 0, rarity: rarities.weight)
            sums[posting.row - 1] += SIMD4(
              product,
              TermShare.score(
                frequency: Float(frequency), rarity: rarities.score, lengthPart: lengthParts[posting.row - 1]),
              term.score, Float(min(term.frequency, frequency)))
          }
        }
      }
    }
  }

  /// Adds the common terms, and scores every clause by terms and word vectors.
  ///
  /// - Parameters:
  ///   - meanings: cosines of the word vectors, by row − 1.
  ///   - leastShared: words in common from which a clause is listed as near.
  mutating func scores(meanings: [Float], leastShared: Int) -> RowScores {
    defer { common = [] }
    return CommonSums.add(
      common, to: &sums,
      RowFacts(
        lengthParts: similarity.lengthParts, norms: similarity.norms, ownScores: similarity.ownScores,
        meanings: meanings,
        crowding: similarity.crowding),
      norm: norm, ownScore: ownScore, leastShared: leastShared)
  }

  /// Words that the passage and a clause have in common, each as often as both have it.
  @inline(__always)
  func shared(withRow row: Int) -> Int { Int(sums[row - 1].w) }

  /// How like a clause is.
  @inline(__always)
  func likeness(ofRow row: Int) -> Likeness {
    let (sum, other, score) = (sums[row - 1], similarity.norms[row - 1], similarity.ownScores[row - 1])
    guard norm > 0, ownScore > 0, other > 0 else { return Likeness(cosine: 0, ofProbe: 0, ofClause: 0) }
    return Likeness(
      cosine: min(1, sum.x / (norm * other)), ofProbe: min(1, sum.y / ownScore),
      ofClause: score > 0 ? min(1, sum.z / score) : 0)
  }
}
