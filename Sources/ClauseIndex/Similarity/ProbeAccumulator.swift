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
  private(set) var dot: [Float]
  private var probeShare: [Float]
  private var clauseShare: [Float]
  private var common: [UInt32]
  private let norm: Float
  private let ownScore: Float
  private let norms: [Float]
  private let similarity: SimilarityArrays

  /// Reads the postings of every term of the passage.
  init(
    _ profile: ClauseProfile, _ reader: ProfileReader, arrays: ClauseArrays, similarity: SimilarityArrays,
    database: Database
  ) throws {
    norm = profile.norm
    ownScore = profile.ownScore
    norms = arrays.norm
    self.similarity = similarity
    dot = [Float](repeating: 0, count: arrays.count + 1)
    probeShare = dot
    clauseShare = dot
    common = [UInt32](repeating: 0, count: arrays.count + 1)
    let terms = TermReader(database: database)
    for term in profile.terms {
      let rarities = try reader.rarities(term.number)
      try terms.withPostings(of: reader.vocabulary.terms[Int(term.number)]) { _, bytes in
        add(bytes, term, rarities)
      }
    }
  }

  private mutating func add(
    _ bytes: UnsafeRawBufferPointer, _ term: ClauseProfile.Term, _ rarities: (weight: Float, score: Float)
  ) {
    // The logarithm of small counts, which is nearly all of them, from a table.
    let table = (0..<32).map { TermWeight.weight(text: $0, title: 0, rarity: rarities.weight) }
    let last = norms.count
    table.withUnsafeBufferPointer { table in
      similarity.lengthParts.withUnsafeBufferPointer { lengthParts in
        dot.withUnsafeMutableBufferPointer { dot in
          probeShare.withUnsafeMutableBufferPointer { probeShare in
            clauseShare.withUnsafeMutableBufferPointer { clauseShare in
              common.withUnsafeMutableBufferPointer { common in
                PostingList.forEach(in: bytes) { posting in
                  let frequency = posting.text + posting.title
                  guard frequency > 0, posting.row <= last else { return }
                  let theirs =
                    frequency < 32
                    ? table[frequency]
                    : TermWeight.weight(text: frequency, title: 0, rarity: rarities.weight)
                  dot[posting.row] += term.weight * theirs
                  probeShare[posting.row] += TermShare.score(
                    frequency: Float(frequency), rarity: rarities.score,
                    lengthPart: lengthParts[posting.row - 1])
                  clauseShare[posting.row] += term.score
                  common[posting.row] += UInt32(min(term.frequency, frequency))
                }
              }
            }
          }
        }
      }
    }
  }

  /// Words that the passage and a clause have in common, each as often as both have it.
  @inline(__always)
  func shared(withRow row: Int) -> Int { Int(common[row]) }

  /// How like a clause is.
  @inline(__always)
  func likeness(ofRow row: Int) -> Likeness {
    let other = norms[row - 1]
    guard norm > 0, other > 0 else { return Likeness(cosine: 0, ofProbe: 0, ofClause: 0) }
    let score = similarity.ownScores[row - 1]
    return Likeness(
      cosine: min(1, dot[row] / (norm * other)), ofProbe: min(1, probeShare[row] / ownScore),
      ofClause: score > 0 ? min(1, clauseShare[row] / score) : 0)
  }
}
