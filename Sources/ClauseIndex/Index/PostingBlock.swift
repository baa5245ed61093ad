// The postings of a term → flat arrays of rows and frequencies, some at a time.

/// Reads postings for being scored: many at a time, which leaves the loops over them short.
enum PostingBlock {
  /// Calls `body` with the rows, ascending, and the frequencies of the next postings until there are no more; stops where
  /// ``PostingList/forEach(in:_:)`` does.
  ///
  /// A frequency is the weighted sum of the occurrences in the fields, as ``BM25`` weighs them.
  @inline(__always)
  static func forEach(
    in bytes: UnsafeRawBufferPointer,
    _ body: (_ rows: UnsafeBufferPointer<Int64>, _ frequencies: UnsafeBufferPointer<Int64>) -> Void
  ) {
    let size = 128
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: size * 2) { numbers in
      let rows = UnsafeMutableBufferPointer(rebasing: numbers[..<size])
      let frequencies = UnsafeMutableBufferPointer(rebasing: numbers[size...])
      var (position, row) = (0, 0)
      var isWhole = true
      while isWhole, position < bytes.count {
        var count = 0
        while count < size, position < bytes.count {
          guard let (next, frequency) = next(bytes, &position, after: row) else {
            isWhole = false
            break
          }
          row = next
          rows[count] = Int64(truncatingIfNeeded: row)
          frequencies[count] = Int64(truncatingIfNeeded: frequency)
          count += 1
        }
        body(
          UnsafeBufferPointer(rebasing: rows[..<count]), UnsafeBufferPointer(rebasing: frequencies[..<count]))
      }
    }
  }

  /// The next posting; nil where damaged bytes do not ascend.
  @inline(__always)
  private static func next(
    _ bytes: UnsafeRawBufferPointer, _ position: inout Int, after row: Int
  ) -> (row: Int, frequency: Int)? {
    if position + 2 < bytes.count {
      // Nearly all postings are two short numbers, and a byte for title and heading where the first says so.
      let (head, text) = (bytes[position], bytes[position + 1])
      if head | text < 0x80 {
        guard head > 1 else { return nil }
        let hasFields = head & 1
        let fields = bytes[position + 2] & (0 &- hasFields)
        position += 2 + Int(hasFields)
        return (
          row + Int(head >> 1), BM25.frequency(text: Int(text), title: fields >> 4, heading: fields & 15)
        )
      }
    }
    guard let posting = PostingList.next(bytes, &position, after: row) else { return nil }
    let frequency = BM25.frequency(
      text: posting.text, title: UInt8(posting.title), heading: UInt8(posting.heading))
    return (posting.row, frequency)
  }
}
