// The vectors of all clauses of an index → the cosine of a text to every one.

internal import Dispatch
internal import Foundation

/// The vectors of all clauses of an index, by row − 1.
struct ClauseVectorArray: Sendable {
  /// Numbers in a vector; 0 where the index has none.
  let dimensions: Int
  /// One vector after another.
  let values: [Int8]
  /// Length of each.
  let lengths: [Float]

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

  /// Begins ``cosines(to:)`` on other threads.
  func beginCosines(to text: TextVector) -> Pending<[Float]> { Pending { cosines(to: text) } }

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
