// Every way to compute dot products against the plain loop in Swift.

import Testing

@testable import ClauseIndex

@Suite struct DotProductsTests {
  /// The definition.
  private func expected(_ queries: [Int8], _ rows: [Int8], _ dimensions: Int) -> [Int32] {
    stride(from: 0, to: queries.count, by: dimensions).flatMap { query in
      stride(from: 0, to: rows.count, by: dimensions).map { row in
        (0..<dimensions).reduce(Int32(0)) { $0 + Int32(queries[query + $1]) * Int32(rows[row + $1]) }
      }
    }
  }

  private func products(
    _ queries: [Int8], _ rows: [Int8], _ dimensions: Int, _ way: DotProducts.Way
  ) -> [Int32] {
    // Filled with what no product is, so that a place that is left out shows.
    var dots = [Int32](repeating: .min, count: queries.count / dimensions * (rows.count / dimensions))
    queries.withUnsafeBufferPointer { queries in
      rows.withUnsafeBufferPointer { rows in
        dots.withUnsafeMutableBufferPointer {
          DotProducts.ofEach(queries, rows, dimensions: dimensions, into: $0, way)
        }
      }
    }
    return dots
  }

  private func products(of query: [Int8], _ rows: [Int8], _ way: DotProducts.Way) -> [Int32] {
    var dots = [Int32](repeating: .min, count: rows.count / query.count)
    query.withUnsafeBufferPointer { query in
      rows.withUnsafeBufferPointer { rows in
        dots.withUnsafeMutableBufferPointer { DotProducts.of(query, rows, into: $0, way) }
      }
    }
    return dots
  }

  @Test(
    "Products equal the plain loop's for all lengths and numbers of vectors",
    arguments: DotProducts.Way.possible)
  func everyShape(way: DotProducts.Way) {
    var random = SeededGenerator(seed: 7)
    for dimensions in [1, 3, 16, 17, 63, 64, 65, 256, 300, 512, 515] {
      for (count, others) in [(1, 1), (3, 40), (8, 32), (9, 33), (130, 15), (17, 16), (2, 100)] {
        let queries = (0..<(count * dimensions)).map { _ in Int8.random(in: .min ... .max, using: &random) }
        let rows = (0..<(others * dimensions)).map { _ in Int8.random(in: .min ... .max, using: &random) }
        let right = expected(queries, rows, dimensions)
        #expect(products(queries, rows, dimensions, way) == right, "\(count) × \(others) of \(dimensions)")
        #expect(products(of: Array(queries[..<dimensions]), rows, way) == Array(right[..<others]))
      }
    }
  }

  @Test("The extreme values lose nothing", arguments: DotProducts.Way.possible)
  func extremes(way: DotProducts.Way) {
    for (mine, theirs) in [(Int8.min, Int8.min), (.min, .max), (.max, .min), (.max, .max)] {
      let (query, rows) = ([Int8](repeating: mine, count: 1024), [Int8](repeating: theirs, count: 3072))
      let product = Int32(mine) * Int32(theirs) * 1024
      #expect(products(of: query, rows, way) == [product, product, product])
      #expect(products(query, rows, 1024, way) == [product, product, product])
    }
  }

  @Test("No rows, no queries and no numbers are no failure", arguments: DotProducts.Way.possible)
  func nothing(way: DotProducts.Way) {
    #expect(products([], [1, 2], 2, way).isEmpty)
    #expect(products([1, 2], [], 2, way).isEmpty)
    #expect(products(of: [1, 2], [], way).isEmpty)
    var dots: [Int32] = [5, 5]
    dots.withUnsafeMutableBufferPointer {
      DotProducts.of(UnsafeBufferPointer(start: nil, count: 0), .init(start: nil, count: 0), into: $0, way)
    }
    #expect(dots == [0, 0])
  }
}
