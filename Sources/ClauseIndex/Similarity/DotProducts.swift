// Vectors of bytes → their dot products, by the widest instructions of the processor.

internal import CVectors

/// Dot products of vectors of bytes; the same numbers on every machine.
///
/// The compiler makes code for the oldest processor of an architecture; this chooses at run time. Over 99,428 vectors of
/// 256 bytes a query takes 5 ms in plain code, 0.9 ms with AVX2 and VNNI, where memory is the limit; in tiles a pair
/// takes 50, 6 and 1.7 ns.
enum DotProducts {
  /// How they are computed.
  enum Way: CaseIterable, Sendable {
    /// Portable C.
    case plain
    /// x86 with AVX2.
    case avx2
    /// x86 with AVX-512 and its byte products.
    case vnni

    /// The fastest way on this machine.
    static let best = allCases.last { $0.way.rawValue <= cvectors_best().rawValue } ?? .plain

    /// The ways that work on this machine.
    static var possible: [Way] { allCases.filter { $0.way.rawValue <= best.way.rawValue } }

    var way: cvectors_way {
      switch self {
      case .plain: cvectors_plain
      case .avx2: cvectors_avx2
      case .vnni: cvectors_vnni
      }
    }
  }

  /// Products of a query with rows that lie one after another, each as long as the query.
  ///
  /// - Parameters:
  ///   - query: the one vector, of at most 65,536 numbers.
  ///   - rows: the others, `dots.count` of them.
  ///   - dots: takes the products, in the order of the rows.
  static func of(
    _ query: UnsafeBufferPointer<Int8>, _ rows: UnsafeBufferPointer<Int8>,
    into dots: UnsafeMutableBufferPointer<Int32>, _ way: Way = .best
  ) {
    precondition(rows.count == dots.count * query.count, "rows of another length than the query")
    guard let own = query.baseAddress, let others = rows.baseAddress, let target = dots.baseAddress else {
      return dots.update(repeating: 0)
    }
    cvectors_dots(way.way, own, others, dots.count, query.count, target)
  }

  /// Products of each query with each row: `dots[query * rows + row]`.
  ///
  /// - Parameters:
  ///   - queries: vectors, one after another.
  ///   - rows: vectors, one after another.
  ///   - dimensions: numbers in each, at least 1 and at most 65,536.
  ///   - dots: takes the products, those of the first query first.
  static func ofEach(
    _ queries: UnsafeBufferPointer<Int8>, _ rows: UnsafeBufferPointer<Int8>, dimensions: Int,
    into dots: UnsafeMutableBufferPointer<Int32>, _ way: Way = .best
  ) {
    let (own, others) = (queries.count / dimensions, rows.count / dimensions)
    precondition(
      own * dimensions == queries.count && others * dimensions == rows.count && dots.count == own * others,
      "vectors of another length than said")
    guard let first = queries.baseAddress, let second = rows.baseAddress, let target = dots.baseAddress else {
      return
    }
    cvectors_tile(way.way, first, own, second, others, dimensions, target)
  }
}
