// A passage that is asked about → how like it each clause of the index is, by rare words shared.

internal import Foundation
internal import GRDB

/// The passage that `similar` and `prevalence` ask about.
struct Probe {
  var title: String
  var heading: String
  var leadIn: String
  var text: String
  /// Row of the clause, where the passage is a clause of the index.
  var row: Int?
  /// Platform to leave out, as index into the platforms.
  var ownPlatform: Int?

  init(text: String, ownPlatform: Int?) {
    title = ""
    heading = ""
    leadIn = ""
    self.text = text
    self.ownPlatform = ownPlatform
  }

  init(_ clause: StoredClause, platform: Int) {
    title = clause.title
    heading = clause.heading
    leadIn = clause.leadIn
    text = clause.text
    row = clause.row
    ownPlatform = platform
  }
}

/// How like one clause is to the passage, by the terms they share; all three lie in 0…1.
struct Likeness {
  /// Cosine of the two vectors under ``TermWeight``.
  var cosine: Float
  /// Share of the passage's squared vector that lies in terms of the clause.
  var ofProbe: Float
  /// Share of the clause's squared vector that lies in terms of the passage.
  var ofClause: Float
}

/// The terms of a passage held against all clauses at once.
struct ProbeAccumulator {
  private(set) var dot: [Float]
  private(set) var probeShare: [Float]
  private(set) var clauseShare: [Float]
  private(set) var norm: Float = 0
  private let norms: [Float]
  let vocabulary: Vocabulary
  /// Weight of each term of the passage, by number in `vocabulary`.
  private(set) var weights: [Int32: Float] = [:]
  /// Rarity of each term of the passage, by number in `vocabulary`.
  private(set) var rarities: [Int32: Float] = [:]

  /// Reads the postings of every term of the passage.
  init(_ probe: Probe, arrays: ClauseArrays, database: Database) throws {
    vocabulary = try Vocabulary()
    norms = arrays.norm
    dot = [Float](repeating: 0, count: arrays.count + 1)
    probeShare = dot
    clauseShare = dot
    var counts: [Int32: (text: Int, title: Int)] = [:]
    for term in vocabulary.terms(of: probe.text) + vocabulary.terms(of: probe.leadIn) {
      counts[term, default: (0, 0)].text += 1
    }
    for term in vocabulary.terms(of: probe.title) { counts[term, default: (0, 0)].title += 1 }
    let terms = TermReader(database: database)
    var square: Float = 0
    for (term, count) in counts.sorted(by: { $0.key < $1.key }) {
      let found = try terms.withPostings(of: vocabulary.terms[Int(term)]) { clauses, bytes in
        let rarity = TermWeight.rarity(clauses: clauses, of: arrays.count)
        let weight = TermWeight.weight(text: count.text, title: count.title, rarity: rarity)
        rarities[term] = rarity
        weights[term] = weight
        square += weight * weight
        add(bytes, weight, rarity)
      }
      if !found {
        let rarity = TermWeight.rarity(clauses: 1, of: arrays.count)
        let weight = TermWeight.weight(text: count.text, title: count.title, rarity: rarity)
        rarities[term] = rarity
        weights[term] = weight
        square += weight * weight
      }
    }
    norm = square.squareRoot()
  }

  private mutating func add(_ bytes: UnsafeRawBufferPointer, _ weight: Float, _ rarity: Float) {
    // The logarithm of small counts, which is nearly all of them, from a table.
    let table = (0..<32).map { TermWeight.weight(text: $0, title: 0, rarity: rarity) }
    let square = weight * weight
    let last = norms.count
    table.withUnsafeBufferPointer { table in
      dot.withUnsafeMutableBufferPointer { dot in
        probeShare.withUnsafeMutableBufferPointer { probeShare in
          clauseShare.withUnsafeMutableBufferPointer { clauseShare in
            PostingList.forEach(in: bytes) { posting in
              let frequency = posting.text + posting.title
              guard frequency > 0, posting.row <= last else { return }
              let own =
                frequency < 32
                ? table[frequency] : TermWeight.weight(text: frequency, title: 0, rarity: rarity)
              dot[posting.row] += weight * own
              probeShare[posting.row] += square
              clauseShare[posting.row] += own * own
            }
          }
        }
      }
    }
  }

  /// How like a clause is.
  @inline(__always)
  func likeness(ofRow row: Int) -> Likeness {
    let other = norms[row - 1]
    guard norm > 0, other > 0 else { return Likeness(cosine: 0, ofProbe: 0, ofClause: 0) }
    return Likeness(
      cosine: min(1, dot[row] / (norm * other)), ofProbe: min(1, probeShare[row] / (norm * norm)),
      ofClause: min(1, clauseShare[row] / (other * other)))
  }
}
