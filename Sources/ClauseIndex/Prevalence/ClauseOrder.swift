// The vectors of all clauses → an order in which like clauses stand together.

/// An order in which clauses of like meaning are neighbours.
///
/// Each clause is put to the nearest of some clauses that are taken at even distances. The order changes no answer: it
/// lets clauses that are held against others together pass the same ones over.
enum ClauseOrder {
  /// Clauses to a centre, about.
  private static let perCentre = 64
  private static let mostCentres = 1024

  /// Rows, those of like meaning together.
  static func rows(_ vectors: ClauseVectorArray) -> [Int32] {
    let count = vectors.count
    guard vectors.dimensions > 0, count > perCentre else { return Array(1...Int32(max(1, count))).filter { $0 <= count } }
    let centres = min(mostCentres, count / perCentre)
    let chosen = (0..<centres).map { count * $0 / centres }
    let queries = FixedArray<Int8>(chosen.flatMap { vectors.vector(ofRow: $0 + 1).values })
    let scales = chosen.map { vectors.lengths[$0] > 0 ? 1 / vectors.lengths[$0] : 0 }
    let dots = FixedArray<Int32>(repeating: 0, count: centres * 256)
    var nearest = [Int32](repeating: 0, count: count)
    vectors.values.withUnsafeBufferPointer { values in
      for start in stride(from: 0, to: count, by: 256) {
        let end = min(start + 256, count)
        let rows = UnsafeBufferPointer(
          rebasing: values[(start * vectors.dimensions)..<(end * vectors.dimensions)])
        DotProducts.ofEach(
          rows, UnsafeBufferPointer(queries.buffer), dimensions: vectors.dimensions,
          into: .init(start: dots.start, count: (end - start) * centres))
        for row in start..<end {
          var best = -Float.infinity
          for centre in 0..<centres {
            let likeness = Float(dots[(row - start) * centres + centre]) * scales[centre]
            if likeness > best {
              best = likeness
              nearest[row] = Int32(centre)
            }
          }
        }
      }
    }
    return (0..<count).sorted { (nearest[$0], $0) < (nearest[$1], $1) }.map { Int32($0 + 1) }
  }
}
