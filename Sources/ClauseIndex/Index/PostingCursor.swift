// Some rows, ascending → their postings of one term, found by leaping over the others.

/// Looks up rows, ascending, in a term's postings.
struct PostingCursor {
  private let bytes: UnsafeRawBufferPointer
  private let skips: UnsafeBufferPointer<SIMD2<UInt32>>
  private var skip = 0
  private var position = 0
  private var posting = Posting(row: 0, text: 0, title: 0, heading: 0)

  /// - Parameters:
  ///   - bytes: as ``PostingList`` writes them.
  ///   - skips: its ``PostingList/skips``, aligned to 8 bytes.
  init(_ bytes: UnsafeRawBufferPointer, skips: UnsafeRawBufferPointer) {
    self.bytes = bytes
    self.skips = skips.bindMemory(to: SIMD2<UInt32>.self)
  }

  /// The posting of a row, which must not be smaller than the one before; nil where the row has none.
  @inline(__always)
  mutating func posting(ofRow row: Int) -> Posting? {
    if posting.row < row {
      leap(to: row)
      while posting.row < row, read() {}
    }
    return posting.row == row ? posting : nil
  }

  /// Leaps over blocks that end before a row.
  @inline(__always)
  private mutating func leap(to row: Int) {
    guard skip < skips.count, Int(skips[skip].x) < row else { return }
    var step = 1
    while skip + step < skips.count, Int(skips[skip + step].x) < row {
      skip += step
      step *= 2
    }
    while step > 0 {
      if skip + step < skips.count, Int(skips[skip + step].x) < row { skip += step } else { step /= 2 }
    }
    let (last, place) = (Int(skips[skip].x), Int(skips[skip].y))
    skip += 1
    guard last > posting.row, place > position, place <= bytes.count else { return }
    position = place
    posting.row = last
    posting.text = 0
  }

  /// Reads the next posting; false at the end, and where damaged bytes do not ascend.
  @inline(__always)
  private mutating func read() -> Bool {
    guard position < bytes.count, let next = PostingList.next(bytes, &position, after: posting.row) else {
      posting.row = .max
      return false
    }
    posting = next
    return true
  }
}
