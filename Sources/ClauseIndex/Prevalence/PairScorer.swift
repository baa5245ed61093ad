// 32 clauses and all others → the pairs that score enough by what needs no reading of texts.

internal import CVectors
internal import Foundation

/// What pairs of clauses are scored by without their texts, laid out for C. Only read.
final class PairColumns: @unchecked Sendable {
  let count: Int
  let vocabulary: Int
  let types: Int
  let dimensions: Int
  let vectors: FixedArray<Int8>
  let vectorScales: FixedArray<Float>
  let starts: FixedArray<UInt32>
  let terms: FixedArray<UInt32>
  let weights: FixedArray<Float>
  let scores: FixedArray<Float>
  let counts: FixedArray<Float>
  let scoreScales: FixedArray<Float>
  let typeStarts: FixedArray<UInt32>
  let typeNumbers: FixedArray<UInt16>
  let confidences: FixedArray<Float>
  let typed: FixedArray<Float>

  init(_ sparse: SparseTerms, _ similarity: SimilarityArrays) {
    let (vectors, typings) = (similarity.vectors, similarity.typings)
    count = vectors.count
    vocabulary = sparse.vocabulary
    dimensions = vectors.dimensions
    types = typings.types.reduce(0) { max($0, Int($1) + 1) }
    self.vectors = FixedArray(vectors.values)
    vectorScales = FixedArray(vectors.lengths.map { $0 > 0 ? 1 / $0 : 0 })
    starts = FixedArray(sparse.starts)
    terms = FixedArray(sparse.terms)
    weights = FixedArray(sparse.weights)
    scores = FixedArray(sparse.scores)
    counts = FixedArray(sparse.counts)
    scoreScales = FixedArray(sparse.scoreScales)
    typeStarts = FixedArray(typings.starts)
    typeNumbers = FixedArray(typings.types)
    confidences = FixedArray(typings.confidences.map { Float($0) / 255 })
    typed = FixedArray((0..<vectors.count).map { typings.shares(ofRow: $0 + 1).isTyped ? 1 : 0 })
  }

  fileprivate var rows: cvectors_rows {
    cvectors_rows(
      term_starts: starts.start, terms: terms.start, weights: weights.start, scores: scores.start,
      counts: counts.start, score_scales: scoreScales.start, type_starts: typeStarts.start,
      types: typeNumbers.start, confidences: confidences.start, typed: typed.start,
      vector_scales: vectorScales.start)
  }
}

/// Holds up to 32 clauses at a time against all others. One instance a thread.
final class PairScorer {
  /// Clauses at a time.
  static let lanes = Int(cvectors_lanes)
  /// Clauses that are held against them at a time: their numbers stay in the processor's cache.
  private static let block = 1024
  /// What vectors and types must give a pair for its terms to be looked at.
  ///
  /// Of 29.6 million pairs of real clauses none that scores enough by what needs no reading gives less than 0.75, and
  /// one in 10,000 of those that shared passages could bring there; such a pair must share most of its rare words.
  static let leastUnread: Float = 0.75

  private let columns: PairColumns
  private let way: DotProducts.Way
  private let queryVectors: FixedArray<Int8>
  private let places: FixedArray<UInt16>
  private let scoreScales = FixedArray<Float>(repeating: 0, count: lanes)
  private let typed = FixedArray<Float>(repeating: 0, count: lanes)
  private let vectorScales = FixedArray<Float>(repeating: 0, count: lanes)
  private let types: FixedArray<Float>
  private let dots = FixedArray<Int32>(repeating: 0, count: block * lanes)
  private let pairs: UnsafeMutablePointer<cvectors_pair>
  private var score: cvectors_score
  private var rows: [Int32] = []
  private var numbers: [Float] = []

  /// - Parameters:
  ///   - least: ``SimilarityScore/linear(_:)`` from which a pair is wanted, without what reading tells.
  ///   - leastUnread: see ``leastUnread``.
  init(
    _ columns: PairColumns, least: Double, leastUnread: Float = PairScorer.leastUnread,
    _ way: DotProducts.Way = .best
  ) {
    typealias Weight = SimilarityScore.Weight
    self.columns = columns
    self.way = way
    queryVectors = FixedArray(repeating: 0, count: columns.dimensions * Self.lanes)
    places = FixedArray(repeating: 0, count: columns.vocabulary)
    types = FixedArray(repeating: 0, count: max(1, columns.types) * Self.lanes)
    pairs = .allocate(capacity: Self.block * Self.lanes)
    score = cvectors_score(
      intercept: Float(Weight.intercept), cosine: Float(Weight.cosine),
      steep_cosine: Float(Weight.steepCosine), steep_from: Float(Weight.steepFrom),
      of_query: Float(Weight.ofPassage), of_row: Float(Weight.ofClause), meaning: Float(Weight.meaning),
      type: Float(Weight.type), other_type: Float(Weight.otherType), common_type: TypeShares.common,
      least_unread: leastUnread, least: Float(least))
  }

  deinit { pairs.deallocate() }

  /// Calls `body` with each pair of one of `rows`, 32 at most, and any clause that scores enough, itself included.
  ///
  /// - Parameter body: told the place among `rows`, the other clause, the words in common and the score.
  func forEachPair(
    of rows: ArraySlice<Int32>, _ body: (_ lane: Int, _ row: Int, _ common: Int, _ score: Float) -> Void
  ) {
    begin(rows)
    let all = columns.rows
    numbers.withUnsafeBufferPointer { numbers in
      let queries = cvectors_queries(
        places: places.start, terms: numbers.baseAddress, score_scales: scoreScales.start,
        types: types.start, typed: typed.start, vector_scales: vectorScales.start)
      for start in stride(from: 0, to: columns.count, by: Self.block) {
        let count = min(Self.block, columns.count - start)
        products(start, count)
        let found = withUnsafePointer(to: all) { all in
          withUnsafePointer(to: queries) { queries in
            withUnsafePointer(to: score) { score in
              cvectors_pairs(way.way, all, queries, score, dots.start, start, count, pairs)
            }
          }
        }
        for place in 0..<found {
          let pair = pairs[place]
          guard Int(pair.lane) < rows.count else { continue }
          body(Int(pair.lane), Int(pair.row) + 1, Int(pair.common), pair.score)
        }
      }
    }
    end()
  }

  private func products(_ start: Int, _ count: Int) {
    guard columns.dimensions > 0 else { return }
    DotProducts.ofEach(
      .init(start: columns.vectors.start + start * columns.dimensions, count: count * columns.dimensions),
      .init(queryVectors.buffer), dimensions: columns.dimensions,
      into: .init(start: dots.start, count: count * Self.lanes), way)
  }

  /// Lays the numbers of the clauses side by side.
  private func begin(_ rows: ArraySlice<Int32>) {
    self.rows = Array(rows)
    let lanes = Self.lanes
    // Place 0 is for terms that none of them has.
    numbers = [Float](repeating: 0, count: 3 * lanes)
    for buffer in [scoreScales, typed, vectorScales] { buffer.buffer.update(repeating: 0) }
    queryVectors.buffer.update(repeating: 0)
    for (lane, row) in self.rows.enumerated() {
      let index = Int(row) - 1
      scoreScales[lane] = columns.scoreScales[index]
      typed[lane] = columns.typed[index]
      vectorScales[lane] = columns.vectorScales[index]
      (queryVectors.start + lane * columns.dimensions).update(
        from: columns.vectors.start + index * columns.dimensions, count: columns.dimensions)
      forEachType(of: index) { type, confidence in types[type * lanes + lane] = confidence }
      for place in Int(columns.starts[index])..<Int(columns.starts[index + 1]) {
        let term = Int(columns.terms[place])
        if places[term] == 0 {
          let next = numbers.count / (3 * lanes)
          // More different terms than 16 bits can number are in no 32 clauses but absurd ones: the rest is left out.
          guard next <= Int(UInt16.max) else { continue }
          places[term] = UInt16(next)
          numbers.append(contentsOf: repeatElement(0, count: 3 * lanes))
        }
        let first = Int(places[term]) * 3 * lanes + lane
        numbers[first] = columns.weights[place]
        numbers[first + lanes] = columns.scores[place]
        numbers[first + 2 * lanes] = columns.counts[place]
      }
    }
  }

  /// Takes the numbers out again.
  private func end() {
    for (lane, row) in rows.enumerated() {
      let index = Int(row) - 1
      forEachType(of: index) { type, _ in types[type * Self.lanes + lane] = 0 }
      for place in Int(columns.starts[index])..<Int(columns.starts[index + 1]) {
        places[Int(columns.terms[place])] = 0
      }
    }
  }

  private func forEachType(of index: Int, _ body: (_ type: Int, _ confidence: Float) -> Void) {
    for place in Int(columns.typeStarts[index])..<Int(columns.typeStarts[index + 1]) {
      body(Int(columns.typeNumbers[place]), columns.confidences[place])
    }
  }
}
