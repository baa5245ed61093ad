// Terms that many clauses have → how often each clause has them, read once and kept.

internal import Foundation

/// How often the commonest terms occur in every clause, for the questions to come.
///
/// Half of all postings belong to about a hundred terms. Laid out as one byte a clause they are summed sixteen at a
/// time; see ``ProbeAccumulator``.
final class CommonTerms: @unchecked Sendable {
  /// A term is common from one clause in so many.
  private static let clausesEach = 16
  /// Terms that are kept at most: they take half the memory that the vectors do.
  private static let most = 128

  private let lock = NSLock()
  private var known: [String: FixedArray<UInt8>] = [:]

  /// How often each clause has a term, by row − 1, filled up with 0 to whole ``CommonSums/rowsAtOnce``; nil where that
  /// was not kept.
  func counts(of term: String) -> FixedArray<UInt8>? { lock.withLock { known[term] } }

  /// Keeps a term, if it is a common one and there is room.
  ///
  /// - Parameters:
  ///   - clauses: how many have it.
  ///   - total: how many there are.
  ///   - bytes: its postings.
  /// - Returns: what is kept.
  func keep(
    _ term: String, clauses: Int, of total: Int, _ bytes: UnsafeRawBufferPointer
  ) -> FixedArray<UInt8>? {
    let size = CommonSums.filledUp(total)
    guard clauses * Self.clausesEach >= total, lock.withLock({ known.count }) < Self.most else { return nil }
    let counts = FixedArray<UInt8>(repeating: 0, count: size)
    var fits = true
    PostingList.forEach(in: bytes) { posting in
      guard posting.row <= total else { return }
      let frequency = posting.text + posting.title
      if frequency > 255 { fits = false }
      counts[posting.row - 1] = UInt8(truncatingIfNeeded: frequency)
    }
    guard fits else { return nil }
    return lock.withLock {
      known[term] = counts
      return counts
    }
  }
}
