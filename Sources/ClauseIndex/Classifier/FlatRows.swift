// Rows of different length in one stretch of memory: read without counting references.

/// Rows of plain values, which can grow by whole rows.
///
/// For inner loops that read millions of short rows, where an array of arrays would spend its time on references. A
/// row is valid until the next is added.
final class FlatRows<Element: BitwiseCopyable>: @unchecked Sendable {
  private var values: UnsafeMutablePointer<Element>
  private var ends: UnsafeMutablePointer<Int32>
  private var valueCapacity: Int
  private var rowCapacity: Int
  private(set) var count = 0

  /// Rows in order.
  init(_ rows: [[Element]] = []) {
    valueCapacity = max(16, rows.reduce(0) { $0 + $1.count })
    rowCapacity = max(16, rows.count)
    values = .allocate(capacity: valueCapacity)
    ends = .allocate(capacity: rowCapacity + 1)
    ends[0] = 0
    for row in rows { append(row) }
  }

  deinit {
    values.deallocate()
    ends.deallocate()
  }

  /// The row at a place.
  @inline(__always)
  subscript(row: Int) -> UnsafeBufferPointer<Element> {
    let start = Int(ends[row])
    return UnsafeBufferPointer(start: values + start, count: Int(ends[row + 1]) - start)
  }

  /// Adds a row at the end.
  func append(_ row: [Element]) {
    let used = Int(ends[count])
    if used + row.count > valueCapacity {
      valueCapacity = max(valueCapacity * 2, used + row.count)
      values = FlatRows.moved(values, used, to: valueCapacity)
    }
    if count == rowCapacity {
      rowCapacity *= 2
      ends = FlatRows<Int32>.moved(ends, count + 1, to: rowCapacity + 1)
    }
    for (offset, value) in row.enumerated() { values[used + offset] = value }
    count += 1
    ends[count] = Int32(used + row.count)
  }

  fileprivate static func moved(
    _ old: UnsafeMutablePointer<Element>, _ count: Int, to capacity: Int
  ) -> UnsafeMutablePointer<Element> {
    let new = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    new.moveInitialize(from: old, count: count)
    old.deallocate()
    return new
  }
}
