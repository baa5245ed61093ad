// Weighted word vectors → the vector of a text, one byte a number.

internal import Foundation

/// The direction of a text among word vectors; all zero where no word of it is known.
struct TextVector: Sendable, Equatable {
  /// The numbers, scaled so that the largest is ±127.
  let values: [Int8]
  /// Length of `values`; 0 for a text of unknown words.
  let length: Float

  init(values: [Int8]) {
    self.values = values
    length = Float(values.reduce(0) { $0 + Int($1) * Int($1) }).squareRoot()
  }

  /// Cosine of the angle between two texts, −1…1; 0 where one has no known word.
  func cosine(to other: TextVector) -> Float {
    guard length > 0, other.length > 0, values.count == other.values.count else { return 0 }
    var sum: Int32 = 0
    for index in values.indices { sum &+= Int32(values[index]) &* Int32(other.values[index]) }
    return Float(sum) / (length * other.length)
  }
}

/// Sums the vectors of a text's words.
struct TextVectorSum {
  private var sum: [Float]

  init(dimensions: Int) {
    sum = [Float](repeating: 0, count: dimensions)
  }

  /// Adds a word; `weight` is (1 + ln tf) · scale.
  @inline(__always)
  mutating func add(_ row: UnsafeBufferPointer<Int8>, weight: Float) {
    sum.withUnsafeMutableBufferPointer { sum in
      for index in 0..<min(sum.count, row.count) { sum[index] += weight * Float(row[index]) }
    }
  }

  /// The vector of what was added, after which the sum is empty again.
  mutating func take() -> TextVector {
    let largest = sum.reduce(Float(0)) { max($0, abs($1)) }
    let factor = largest > 0 ? 127 / largest : 0
    let values = sum.map { Int8(($0 * factor).rounded()) }
    for index in sum.indices { sum[index] = 0 }
    return TextVector(values: values)
  }

  /// Weight of a word that occurs `frequency` times, before its scale.
  static func weight(_ frequency: Int) -> Float {
    frequency < 2 ? Float(max(0, frequency)) : 1 + Float(log(Double(frequency)))
  }
}
