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

  /// The vectors of some texts.
  init(_ texts: [TextVector], dimensions: Int) {
    self.init(dimensions: dimensions, values: texts.flatMap(\.values), lengths: texts.map(\.length))
  }

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

  /// Length of the vector of a clause.
  func length(ofRow row: Int) -> Float { lengths[row - 1] }

  /// Calls `body` with the vectors of clauses, by row − 1, one after another.
  @inline(__always)
  func withValues<Result>(of rows: Range<Int>, _ body: (UnsafeBufferPointer<Int8>) -> Result) -> Result {
    values.withUnsafeBufferPointer {
      body(.init(rebasing: $0[(rows.lowerBound * dimensions)..<(rows.upperBound * dimensions)]))
    }
  }

  /// Cosine of a text to every clause, by row − 1: −1…1.
  ///
  /// Exact, one pass over all vectors on all cores.
  func cosines(to text: TextVector) -> [Float] {
    guard dimensions > 0, text.length > 0, text.values.count == dimensions else {
      return [Float](repeating: 0, count: count)
    }
    return [Float](unsafeUninitializedCapacity: count) { result, initialized in
      initialized = count
      let target = UncheckedTarget(result)
      let parts = count < 4096 ? 1 : ProcessInfo.processInfo.activeProcessorCount
      DispatchQueue.concurrentPerform(iterations: parts) { part in
        let rows = (count * part / parts)..<(count * (part + 1) / parts)
        scan(text, rows, into: target)
      }
    }
  }

  /// Begins ``cosines(to:)`` on other threads.
  func beginCosines(to text: TextVector) -> Pending<[Float]> { Pending { cosines(to: text) } }

  private func scan(_ text: TextVector, _ rows: Range<Int>, into target: UncheckedTarget) {
    let block = 1024
    let scale = 1 / text.length
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: block) { dots in
      for start in stride(from: rows.lowerBound, to: rows.upperBound, by: block) {
        let chosen = start..<min(start + block, rows.upperBound)
        text.values.withUnsafeBufferPointer { query in
          withValues(of: chosen) { DotProducts.of(query, $0, into: .init(rebasing: dots[..<chosen.count])) }
        }
        for row in chosen {
          let length = lengths[row]
          target.buffer[row] = length > 0 ? Float(dots[row - start]) * scale / length : 0
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
