// 32 clauses and all others → the pairs that score enough by what needs no reading of texts.

internal import CVectors
internal import Foundation

/// What pairs of clauses are scored by without their texts, laid out for C.
///
/// Only read.
final class PairColumns: @unchecked Sendable {
  let count: Int
  /// The row of each place.
  let order: FixedArray<Int32>
  let vocabulary: Int
  let types: Int
  let dimensions: Int
  let vectors: FixedArray<Int8>
  let vectorScales: FixedArray<Float>
  /// What the score takes off for the place of the clause that is found.
  let offsets: FixedArray<Float>
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

  /// Lays out the numbers of all clauses.
  ///
  /// - Parameter order: all rows, like ones together, so that those which are passed over lie together too.
  init(_ sparse: SparseTerms, _ similarity: SimilarityArrays, order: [Int32]) {
    let (vectors, typings) = (similarity.vectors, similarity.typings)
    let rows = order.map(Int.init)
    self.order = FixedArray(order)
    count = vectors.count
    vocabulary = sparse.vocabulary
    dimensions = vectors.dimensions
    types = typings.types.reduce(0) { max($0, Int($1) + 1) }
    func inOrder<Value>(_ values: [Value], _ range: (_ row: Int) -> Range<Int>) -> FixedArray<Value> {
      FixedArray(rows.flatMap { values[range($0)] })
    }
    func starts(_ range: (_ row: Int) -> Range<Int>) -> FixedArray<UInt32> {
      FixedArray(rows.reduce(into: [0]) { $0.append($0[$0.count - 1] + UInt32(range($1).count)) })
    }
    let typesOf = { (row: Int) in Int(typings.starts[row - 1])..<Int(typings.starts[row]) }
    let termsOf = { (row: Int) in sparse.places(ofRow: row) }
    self.vectors = inOrder(vectors.values) { [dimensions] in (($0 - 1) * dimensions)..<($0 * dimensions) }
    vectorScales = FixedArray(rows.map { vectors.lengths[$0 - 1] > 0 ? 1 / vectors.lengths[$0 - 1] : 0 })
    typealias Weight = SimilarityScore.Weight
    offsets = FixedArray(rows.map { Float(Weight.crowding) * similarity.crowding[$0 - 1] })
    self.starts = starts(termsOf)
    terms = inOrder(sparse.terms, termsOf)
    weights = inOrder(sparse.weights, termsOf)
    scores = inOrder(sparse.scores, termsOf)
    counts = inOrder(sparse.counts, termsOf)
    scoreScales = FixedArray(rows.map { sparse.scoreScales[$0 - 1] })
    typeStarts = starts(typesOf)
    typeNumbers = inOrder(typings.types, typesOf)
    confidences = inOrder(typings.confidences.map { Float($0) / 255 }, typesOf)
    typed = FixedArray(rows.map { typings.shares(ofRow: $0).isTyped ? 1 : 0 })
  }

  fileprivate var rows: cvectors_rows {
    cvectors_rows(
      term_starts: starts.start, terms: terms.start, weights: weights.start, scores: scores.start,
      counts: counts.start, score_scales: scoreScales.start, type_starts: typeStarts.start,
      types: typeNumbers.start, confidences: confidences.start, typed: typed.start,
      vector_scales: vectorScales.start, offsets: offsets.start)
  }
}

/// Holds up to 32 clauses at a time against all others.
///
/// One instance a thread.
final class PairScorer {
  /// Clauses at a time.
  static let lanes = Int(cvectors_lanes)
  /// Clauses that are held against them at a time: their numbers stay in the processor's cache.
  private static let block = 256
  /// What terms, passages and headings together must add to bring a pair to the threshold, at most, for its terms to be
  /// looked at; those of ``nearMeaning`` are looked at in any case.
  ///
  /// They could add more, but only where two clauses have most of their rare words in common and yet lie far apart by
  /// the vectors of these very words. Of 29.6 million pairs of real clauses 225,000 reach the threshold by what needs no
  /// reading; none of them needs more than 2.5, and of the 1.15 million that passages might bring there 19 do more than
  /// 2.25.
  static let mostOfTerms = 2.25
  /// Cosine of word vectors from which clauses can be copies, which terms and passages add the most to.
  static let nearMeaning: Float = 0.75
  /// So few clauses that the terms of all pairs are looked at: it takes two seconds.
  static let fewClauses = 20_000

  private let columns: PairColumns
  private let way: DotProducts.Way
  private let queryVectors: FixedArray<Int8>
  private let numberOf: FixedArray<UInt16>
  private let scoreScales = FixedArray<Float>(repeating: 0, count: lanes)
  private let typed = FixedArray<Float>(repeating: 0, count: lanes)
  private let vectorScales = FixedArray<Float>(repeating: 0, count: lanes)
  private let types: FixedArray<Float>
  private let dots = FixedArray<Int32>(repeating: 0, count: block * lanes)
  private let pairs: UnsafeMutablePointer<cvectors_pair>
  private var score: cvectors_score
  private var held: Range<Int> = 0..<0
  private var numbers: [Float] = []

  /// - Parameters:
  ///   - threshold: ``SimilarityScore/linear(_:)`` from which two clauses count as the same.
  ///   - mostOfTerms: see ``mostOfTerms``; nil for what fits the number of clauses.
  init(
    _ columns: PairColumns, threshold: Double, mostOfTerms: Double? = nil,
    _ way: DotProducts.Way = .best
  ) {
    typealias Weight = SimilarityScore.Weight
    self.columns = columns
    self.way = way
    queryVectors = FixedArray(repeating: 0, count: columns.dimensions * Self.lanes)
    numberOf = FixedArray(repeating: 0, count: columns.vocabulary)
    types = FixedArray(repeating: 0, count: max(1, columns.types) * Self.lanes)
    pairs = .allocate(capacity: Self.block * Self.lanes)
    score = cvectors_score(
      intercept: Float(Weight.intercept), cosine: Float(Weight.cosine),
      steep_cosine: Float(Weight.steepCosine), steep_from: Float(Weight.steepFrom),
      of_query: Float(Weight.ofPassage), of_row: Float(Weight.ofClause), meaning: Float(Weight.meaning),
      type: Float(Weight.type), other_type: Float(Weight.otherType), common_type: TypeShares.common,
      least_unread: Float(
        threshold - (mostOfTerms ?? (columns.count <= Self.fewClauses ? .infinity : Self.mostOfTerms))),
      near_meaning: Self.nearMeaning,
      // A little less, for rounding.
      least: Float(threshold - Weight.coverage - Weight.heading - 1e-4))
  }

  deinit { pairs.deallocate() }

  /// Calls `body` with each pair of one of some clauses and any clause that scores enough, itself included.
  ///
  /// - Parameters:
  ///   - places: of the clauses in ``PairColumns/order``, 32 at most.
  ///   - body: told which of the places, the other clause, the words in common and the score.
  func forEachPair(
    of places: Range<Int>, _ body: (_ lane: Int, _ row: Int, _ common: Int, _ score: Float) -> Void
  ) {
    begin(places)
    let all = columns.rows
    numbers.withUnsafeBufferPointer { numbers in
      let queries = cvectors_queries(
        places: numberOf.start, terms: numbers.baseAddress, score_scales: scoreScales.start,
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
          guard Int(pair.lane) < places.count else { continue }
          body(Int(pair.lane), Int(columns.order[Int(pair.row)]), Int(pair.common), pair.score)
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
  private func begin(_ places: Range<Int>) {
    held = places
    let lanes = Self.lanes
    // Place 0 is for terms that none of them has.
    numbers = [Float](repeating: 0, count: 3 * lanes)
    for buffer in [scoreScales, typed, vectorScales] { buffer.buffer.update(repeating: 0) }
    queryVectors.buffer.update(repeating: 0)
    for (lane, index) in held.enumerated() {
      scoreScales[lane] = columns.scoreScales[index]
      typed[lane] = columns.typed[index]
      vectorScales[lane] = columns.vectorScales[index]
      (queryVectors.start + lane * columns.dimensions).update(
        from: columns.vectors.start + index * columns.dimensions, count: columns.dimensions)
      forEachType(of: index) { type, confidence in types[type * lanes + lane] = confidence }
      for place in Int(columns.starts[index])..<Int(columns.starts[index + 1]) {
        let term = Int(columns.terms[place])
        if numberOf[term] == 0 {
          let next = numbers.count / (3 * lanes)
          // More different terms than 16 bits can number are in no 32 clauses but absurd ones: the rest is left out.
          guard next <= Int(UInt16.max) else { continue }
          numberOf[term] = UInt16(next)
          numbers.append(contentsOf: repeatElement(0, count: 3 * lanes))
        }
        let first = Int(numberOf[term]) * 3 * lanes + lane
        numbers[first] = columns.weights[place]
        numbers[first + lanes] = columns.scores[place]
        numbers[first + 2 * lanes] = columns.counts[place]
      }
    }
  }

  /// Takes the numbers out again.
  private func end() {
    for (lane, index) in held.enumerated() {
      forEachType(of: index) { type, _ in types[type * Self.lanes + lane] = 0 }
      for place in Int(columns.starts[index])..<Int(columns.starts[index + 1]) {
        numberOf[Int(columns.terms[place])] = 0
      }
    }
  }

  private func forEachType(of index: Int, _ body: (_ type: Int, _ confidence: Float) -> Void) {
    for place in Int(columns.typeStarts[index])..<Int(columns.typeStarts[index + 1]) {
      body(Int(columns.typeNumbers[place]), columns.confidences[place])
    }
  }
}
