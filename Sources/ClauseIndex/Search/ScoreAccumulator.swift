// The postings of some terms → the clauses that hold one of them, with the sums of their scores.

/// Adds up the scores of clauses, term by term.
///
/// Lent again and again: to make and clear arrays of this size anew takes as long as to find the clauses of a rare term.
/// Not thread-safe: one instance a thread.
final class ScoreAccumulator {
  private let lengths: [UInt32]
  /// By row; 0 where no term was added.
  private var scores: [Double]
  /// One bit a row: whether a term of the clause was added.
  private var held: [UInt64]

  /// Whether nothing was added since it began.
  private(set) var isEmpty = true

  /// - Parameter lengths: tokens of each clause, by row − 1.
  init(lengths: [UInt32]) {
    self.lengths = lengths
    scores = [Double](repeating: 0, count: lengths.count + 1)
    held = [UInt64](repeating: 0, count: lengths.count / 64 + 1)
  }

  /// Adds the scores of a term.
  ///
  /// - Parameters:
  ///   - bytes: its postings, as ``PostingList`` writes them.
  ///   - rarity: as `bm25` has it.
  func add(_ bytes: UnsafeRawBufferPointer, rarity: Double, _ bm25: BM25) {
    isEmpty = false
    let total = lengths.count
    lengths.withUnsafeBufferPointer { lengths in
      scores.withUnsafeMutableBufferPointer { scores in
        held.withUnsafeMutableBufferPointer { held in
          PostingBlock.forEach(in: bytes) { rows, frequencies in
            for place in rows.indices {
              let row = Int(rows[place])
              guard row <= total else { return }
              let score = bm25.score(frequency: Double(frequencies[place]), rarity, length: lengths[row - 1])
              scores[row] += score
              held[row >> 6] |= 1 << UInt64(row & 63)
            }
          }
        }
      }
    }
  }

  /// The clauses to which something was added, in order of their rows; begins anew.
  func take() -> [ClauseMatches.Match] {
    defer { isEmpty = true }
    let count = held.reduce(0) { $0 + $1.nonzeroBitCount }
    return [ClauseMatches.Match](unsafeUninitializedCapacity: count) { found, initialized in
      scores.withUnsafeMutableBufferPointer { scores in
        held.withUnsafeMutableBufferPointer { held in
          var place = 0
          for word in held.indices where held[word] != 0 {
            var bits = held[word]
            held[word] = 0
            while bits != 0 {
              let row = word << 6 | bits.trailingZeroBitCount
              bits &= bits - 1
              found.initializeElement(at: place, to: (row, scores[row]))
              place += 1
              scores[row] = 0
            }
          }
          initialized = place
        }
      }
    }
  }
}
