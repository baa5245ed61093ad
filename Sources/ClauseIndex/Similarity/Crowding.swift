// Vectors of texts → how crowded the place of each is.

internal import Dispatch
internal import Foundation

/// How crowded the places of texts are among word vectors.
///
/// Some texts are near to everything that is said in their field: long ones, and those that name many matters. They
/// turn up among the nearest of far too many others ("hubs"), and are the same as few. The mean cosine to their own
/// nearest tells them; taking a part of it off is *cross-domain similarity local scaling* (Conneau and others 2018,
/// arXiv:1710.04087), here by the clause that is found alone, since the passage asked about is the same for all.
struct Crowding: Sendable {
  /// Texts of the corpus that a text is held against: all of a smaller corpus, else as many at equal distances.
  static let references = 2048
  /// Share of them that are its nearest.
  ///
  /// On human labels 1 to 6% are equally good, with texts of the labels' own corpus as with those of another.
  static let nearest = 0.04
  /// Texts that are its nearest at least, or half of all: a few copies make no crowd in a small corpus.
  static let fewest = 16

  private let dimensions: Int
  /// The clauses that others are held against.
  let rows: [Int]
  private let values: [Int8]
  private let scales: [Float]

  /// Draws the texts that others are held against.
  init(among array: ClauseVectorArray) {
    let count = min(Self.references, array.count)
    dimensions = array.dimensions
    rows = (0..<count).map { $0 * array.count / count + 1 }
    let vectors = rows.map { array.vector(ofRow: $0) }
    values = vectors.flatMap(\.values)
    scales = vectors.map { $0.length > 0 ? 1 / $0.length : 0 }
  }

  /// Mean cosine of a text to its nearest, −1…1; 0 where it has no known word.
  func of(_ text: TextVector) -> Float {
    guard text.length > 0, text.values.count == dimensions, !rows.isEmpty else { return 0 }
    var dots = [Int32](repeating: 0, count: rows.count)
    text.values.withUnsafeBufferPointer { query in
      values.withUnsafeBufferPointer { rows in
        dots.withUnsafeMutableBufferPointer { DotProducts.of(query, rows, into: $0) }
      }
    }
    return dots.withUnsafeBufferPointer { mean($0, leavingOut: nil) / text.length }
  }

  /// The same of each text of an array, by row − 1; a text is not held against itself.
  ///
  /// Works on all cores.
  func ofAll(_ array: ClauseVectorArray) -> [Float] {
    guard dimensions > 0, !rows.isEmpty else { return [Float](repeating: 0, count: array.count) }
    let tile = 64
    let places = Dictionary(zip(rows, rows.indices), uniquingKeysWith: { first, _ in first })
    let found = Gathered<[Float]>(count: (array.count + tile - 1) / tile)
    DispatchQueue.concurrentPerform(iterations: (array.count + tile - 1) / tile) { part in
      let chosen = (part * tile)..<min((part + 1) * tile, array.count)
      var dots = [Int32](repeating: 0, count: chosen.count * rows.count)
      dots.withUnsafeMutableBufferPointer { dots in
        array.withValues(of: chosen) { own in
          values.withUnsafeBufferPointer { DotProducts.ofEach(own, $0, dimensions: dimensions, into: dots) }
        }
      }
      found.set(
        dots.withUnsafeBufferPointer { dots in
          chosen.enumerated().map { offset, row in
            let length = array.length(ofRow: row + 1)
            guard length > 0 else { return 0 }
            let own = UnsafeBufferPointer(rebasing: dots[(offset * rows.count)..<((offset + 1) * rows.count)])
            return mean(own, leavingOut: places[row + 1]) / length
          }
        }, at: part)
    }
    return found.all().flatMap { $0 }
  }

  private func mean(_ dots: UnsafeBufferPointer<Int32>, leavingOut own: Int?) -> Float {
    var cosines = dots.indices.map { Float(dots[$0]) * scales[$0] }
    if let own { cosines.remove(at: own) }
    let share = Int(Double(rows.count) * Self.nearest)
    let count = min(max(1, share, min(Self.fewest, rows.count / 2)), cosines.count)
    guard count > 0 else { return 0 }
    cosines.bringLargestForward(count)
    return cosines[..<count].reduce(0, +) / Float(count)
  }
}

extension [Float] {
  /// Puts the `count` largest before all others, in any order (Hoare's selection).
  fileprivate mutating func bringLargestForward(_ count: Int) {
    var (first, last) = (0, self.count - 1)
    while first < last {
      let pivot = self[(first + last) / 2]
      var (low, high) = (first, last)
      while low <= high {
        while self[low] > pivot { low += 1 }
        while self[high] < pivot { high -= 1 }
        guard low <= high else { break }
        swapAt(low, high)
        low += 1
        high -= 1
      }
      if count - 1 <= high { last = high } else if count - 1 >= low { first = low } else { return }
    }
  }
}
