// An array → the same numbers at an address that stays, for C and for inner loops.

/// Numbers that do not move while anybody holds the array.
final class FixedArray<Element: BitwiseCopyable>: @unchecked Sendable {
  let start: UnsafeMutablePointer<Element>
  let count: Int

  init(_ values: [Element]) {
    count = values.count
    start = .allocate(capacity: max(1, values.count))
    for (place, value) in values.enumerated() { start[place] = value }
  }

  init(repeating value: Element, count: Int) {
    self.count = count
    start = .allocate(capacity: max(1, count))
    start.initialize(repeating: value, count: max(1, count))
  }

  deinit { start.deallocate() }

  var buffer: UnsafeMutableBufferPointer<Element> { .init(start: start, count: count) }

  @inline(__always)
  subscript(place: Int) -> Element {
    get { start[place] }
    set { start[place] = newValue }
  }
}
