// The vectors and types of all clauses → an order in which like clauses stand together.

/// An order in which clauses of like meaning and type are neighbours.
///
/// Each clause is put to the nearest of some clauses that are taken at even distances; these centres form a chain in
/// which each is followed by the nearest that is left. The order changes no answer: it lets clauses that are held
/// against others together pass the same ones over.
enum ClauseOrder {
  /// Clauses to a centre, about.
  private static let perCentre = 64
  private static let mostCentres = 1024
  /// Clauses whose centres are looked for at a time.
  private static let block = 256

  /// Rows, those of like meaning together.
  static func rows(_ similarity: SimilarityArrays) -> [Int32] {
    let vectors = similarity.vectors
    let count = vectors.count
    guard vectors.dimensions > 0, count > perCentre else { return (0..<count).map { Int32($0 + 1) } }
    let centres = Centres(vectors, count: min(mostCentres, count / perCentre))
    let place = centres.places()
    let keys = centres.nearest(vectors).enumerated().map { row, centre in
      UInt64(place[Int(centre)]) << 48 | UInt64(surestType(ofRow: row + 1, similarity.typings)) << 32
        | UInt64(row + 1)
    }
    return keys.sorted().map { Int32(truncatingIfNeeded: $0 & 0xFFFF_FFFF) }
  }

  /// The type that a clause is most surely of; 65,535 where it is of none.
  private static func surestType(ofRow row: Int, _ typings: TypingArrays) -> UInt16 {
    let best = typings.shares(ofRow: row).shares.max { ($0.confidence, $1.type) < ($1.confidence, $0.type) }
    return best.map { UInt16($0.type) } ?? .max
  }

  /// Clauses to which the others are put.
  private struct Centres {
    let count: Int
    private let dimensions: Int
    private let values: [Int8]
    /// 1 / the length of each; 0 where it has none.
    private let scales: [Float]

    init(_ vectors: ClauseVectorArray, count: Int) {
      let rows = (0..<count).map { vectors.count * $0 / count }
      self.count = count
      dimensions = vectors.dimensions
      values = rows.flatMap { vectors.vector(ofRow: $0 + 1).values }
      scales = rows.map { vectors.lengths[$0] > 0 ? 1 / vectors.lengths[$0] : 0 }
    }

    /// The place of each centre in the chain.
    func places() -> [Int] {
      let dots = dots(with: values[...])
      var places = [Int](repeating: -1, count: count)
      var last = 0
      places[0] = 0
      for place in 1..<max(1, count) {
        var best = (centre: -1, likeness: -Float.infinity)
        for centre in 0..<count where places[centre] < 0 {
          let likeness = Float(dots[last * count + centre]) * scales[centre]
          if likeness > best.likeness { best = (centre, likeness) }
        }
        places[best.centre] = place
        last = best.centre
      }
      return places
    }

    /// The nearest centre of each clause.
    func nearest(_ vectors: ClauseVectorArray) -> [Int32] {
      var nearest = [Int32](repeating: 0, count: vectors.count)
      for start in stride(from: 0, to: vectors.count, by: block) {
        let end = min(start + block, vectors.count)
        let dots = dots(with: vectors.values[(start * dimensions)..<(end * dimensions)])
        for row in start..<end {
          var best = -Float.infinity
          for centre in 0..<count {
            let likeness = Float(dots[(row - start) * count + centre]) * scales[centre]
            if likeness > best {
              best = likeness
              nearest[row] = Int32(centre)
            }
          }
        }
      }
      return nearest
    }

    /// Products of some vectors with each centre.
    private func dots(with others: ArraySlice<Int8>) -> [Int32] {
      let products = others.count / dimensions * count
      return [Int32](unsafeUninitializedCapacity: products) { dots, initialized in
        others.withUnsafeBufferPointer { others in
          values.withUnsafeBufferPointer { values in
            DotProducts.ofEach(
              others, values, dimensions: dimensions, into: .init(rebasing: dots[..<products]))
          }
        }
        initialized = products
      }
    }
  }
}
