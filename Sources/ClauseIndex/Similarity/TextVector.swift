// Weighted word vectors → the vector of a text, one byte a number.

internal import Dispatch
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

/// The vectors of all clauses of an index, by row − 1.
struct ClauseVectorArray: Sendable {
  /// Numbers in a vector; 0 where the index has none.
  let dimensions: Int
  private let values: [Int8]
  private let lengths: [Float]

  init(dimensions: Int, values: [Int8], lengths: [Float]) {
    self.dimensions = dimensions
    self.values = values
    self.lengths = lengths
  }

  var count: Int { lengths.count }

  /// The vector of a clause.
  func vector(ofRow row: Int) -> TextVector {
    TextVector(values: Array(values[((row - 1) * dimensions)..<(row * dimensions)]))
  }

  /// Cosine of a text to every clause, by row − 1: −1…1.
  ///
  /// Exact, one pass over all vectors on all cores.
  func cosines(to text: TextVector) -> [Float] {
    guard dimensions > 0, text.length > 0, text.values.count == dimensions else {
      return [Float](repeating: 0, count: count)
    }
    // 16 bits a number on one side: the compiler then multiplies and adds pairs in one instruction.
    let query = text.values.map { Int16($0) }
    return [Float](unsafeUninitializedCapacity: count) { result, initialized in
      initialized = count
      let target = UncheckedTarget(result)
      let parts = count < 4096 ? 1 : ProcessInfo.processInfo.activeProcessorCount
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        let rows = (count * part / parts)..<(count * (part + 1) / parts)
        scan(query, rows, scale: 1 / text.length, into: target)
      }
    }
  }

  private func scan(_ query: [Int16], _ rows: Range<Int>, scale: Float, into target: UncheckedTarget) {
    query.withUnsafeBufferPointer { query in
      values.withUnsafeBufferPointer { values in
        for row in rows {
          let vector = values.baseAddress! + row * dimensions
          var sum: Int32 = 0
          for index in 0..<query.count { sum &+= Int32(query[index]) &* Int32(vector[index]) }
          let length = lengths[row]
          target.buffer[row] = length > 0 ? Float(sum) * scale / length : 0
        }
      }
    }
  }

  /// Parts of one buffer that threads fill, each its own.
  private struct UncheckedTarget: @unchecked Sendable {
    let buffer: UnsafeMutableBufferPointer<Float>
    init(_ buffer: UnsafeMutableBufferPointer<Float>) { self.buffer = buffer }
  }
}
