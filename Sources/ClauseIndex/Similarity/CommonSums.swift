// One passage and all clauses: counts of common terms → sums and scores, by the widest instructions of the processor.

internal import CVectors
internal import Dispatch
internal import Foundation

/// A term of a passage that many clauses have.
struct CommonTerm {
  /// Occurrences in each clause, by row − 1, filled up.
  var counts: FixedArray<UInt8>
  /// What each number of occurrences in a clause adds to the dot product, 0 to 255.
  var products: FixedArray<Float>
  /// Rarity under ``TermShare``.
  var rarity: Float
  /// Score in the passage under ``TermShare``.
  var score: Float
  /// Occurrences in the passage.
  var frequency: Int
}

/// What is known of every clause, one element a row.
struct RowFacts {
  var lengthParts: [Float]
  var norms: [Float]
  var ownScores: [Float]
  /// Cosines of the word vectors to the passage.
  var meanings: [Float]
  var crowding: [Float]
}

/// All clauses, scored by what needs no reading but for their types.
struct RowScores {
  /// By row − 1: ``SimilarityScore/lexical(_:meaning:crowding:)``; −∞ where a clause has no word in common and no like
  /// meaning.
  var scores: [Float]
  /// Rows with so many words in common that they may be copies, from 1, ascending.
  var near: [Int]
}

/// Adds common terms to sums and scores all clauses.
enum CommonSums {
  /// Clauses that are taken at once.
  static let rowsAtOnce = Int(cvectors_rows_at_once)

  /// Rows filled up to whole ``rowsAtOnce``.
  static func filledUp(_ rows: Int) -> Int { (rows + rowsAtOnce - 1) / rowsAtOnce * rowsAtOnce }

  /// Adds common terms to the sums of every clause, and scores it.
  ///
  /// On all cores; the same to the last bit on every machine.
  ///
  /// - Parameters:
  ///   - sums: by row − 1, as in ``ProbeAccumulator``.
  ///   - norm: length of the passage's vector.
  ///   - ownScore: the passage's own score.
  ///   - leastShared: words in common from which a clause is listed as near.
  static func add(
    _ terms: [CommonTerm], to sums: inout [SIMD4<Float>], _ rows: RowFacts, norm: Float, ownScore: Float,
    leastShared: Int, _ way: DotProducts.Way = .best
  ) -> RowScores {
    let count = sums.count
    precondition(
      [rows.lengthParts, rows.norms, rows.ownScores, rows.meanings, rows.crowding].allSatisfy {
        $0.count == count
      }
        && terms.allSatisfy { $0.counts.count == filledUp(count) && $0.products.count == 256 },
      "arrays of another length than the sums")
    let query = query(norm: norm, ownScore: ownScore, leastShared: leastShared)
    let parts = count < 4096 ? 1 : ProcessInfo.processInfo.activeProcessorCount
    var found = [Int](repeating: 0, count: parts)
    var near = [UInt32](repeating: 0, count: count)
    let scores = [Float](unsafeUninitializedCapacity: count) { scores, initialized in
      initialized = count
      let target = scores.baseAddress
      withPointers(terms, &sums, rows) { terms, rows in
        near.withUnsafeMutableBufferPointer { near in
          found.withUnsafeMutableBufferPointer { found in
            let work = Work(terms: terms, rows: rows, scores: target, near: near.baseAddress, found: found)
            DispatchQueue.concurrentPerform(iterations: parts) { part in
              let first = start(of: part, parts, count)
              work.run(way, query, first..<start(of: part + 1, parts, count), part)
            }
          }
        }
      }
    }
    let rows = (0..<parts).flatMap { part in
      let first = start(of: part, parts, count)
      return near[first..<(first + found[part])].map { Int($0) + 1 }
    }
    return RowScores(scores: scores, near: rows)
  }

  private static func start(of part: Int, _ parts: Int, _ count: Int) -> Int {
    part == parts ? count : count * part / parts / rowsAtOnce * rowsAtOnce
  }

  private static func query(norm: Float, ownScore: Float, leastShared: Int) -> cvectors_query_score {
    typealias Weight = SimilarityScore.Weight
    return cvectors_query_score(
      norm: norm, own_score: ownScore, most: TermShare.k1 + 1, intercept: Float(Weight.intercept),
      cosine: Float(Weight.cosine), steep_cosine: Float(Weight.steepCosine),
      steep_from: Float(Weight.steepFrom),
      of_query: Float(Weight.ofPassage), of_row: Float(Weight.ofClause), meaning: Float(Weight.meaning),
      crowding: Float(Weight.crowding), least_common: Float(max(1, leastShared)))
  }

  /// Calls `body` with everything as C reads it.
  private static func withPointers(
    _ terms: [CommonTerm], _ sums: inout [SIMD4<Float>], _ facts: RowFacts,
    _ body: (UnsafeBufferPointer<cvectors_common_term>, cvectors_row_sums) -> Void
  ) {
    let common = terms.map { term in
      cvectors_common_term(
        counts: term.counts.start, products: term.products.start, rarity: term.rarity, score: term.score,
        own: Float(term.frequency))
    }
    withExtendedLifetime(terms) {
      facts.lengthParts.withUnsafeBufferPointer { lengthParts in
        facts.norms.withUnsafeBufferPointer { norms in
          facts.ownScores.withUnsafeBufferPointer { ownScores in
            facts.meanings.withUnsafeBufferPointer { meanings in
              facts.crowding.withUnsafeBufferPointer { crowding in
                sums.withUnsafeMutableBytes { sums in
                  let rows = cvectors_row_sums(
                    sums: sums.assumingMemoryBound(to: Float.self).baseAddress,
                    length_parts: lengthParts.baseAddress, norms: norms.baseAddress,
                    own_scores: ownScores.baseAddress, meanings: meanings.baseAddress,
                    crowding: crowding.baseAddress)
                  common.withUnsafeBufferPointer { body($0, rows) }
                }
              }
            }
          }
        }
      }
    }
  }

  /// What threads work on, each on its own rows.
  private struct Work: @unchecked Sendable {
    let terms: UnsafeBufferPointer<cvectors_common_term>
    var rows: cvectors_row_sums
    let scores: UnsafeMutablePointer<Float>?
    let near: UnsafeMutablePointer<UInt32>?
    let found: UnsafeMutableBufferPointer<Int>

    func run(_ way: DotProducts.Way, _ query: cvectors_query_score, _ chosen: Range<Int>, _ part: Int) {
      guard let scores, let near else { return }
      withUnsafePointer(to: query) { query in
        withUnsafePointer(to: rows) { rows in
          found[part] = cvectors_add_common(
            way.way, terms.baseAddress, terms.count, rows, query, chosen.lowerBound, chosen.upperBound,
            scores,
            near + chosen.lowerBound)
        }
      }
    }
  }
}
