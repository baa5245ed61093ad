import Testing

@testable import ClauseIndex

@Suite("Postings")
struct PostingTests {
  private func read(_ bytes: [UInt8]) -> [Posting] {
    var read: [Posting] = []
    bytes.withUnsafeBytes { PostingList.forEach(in: $0) { read.append($0) } }
    return read
  }

  @Test("what is written is read back, for any rows and counts")
  func roundTrip() {
    var chance = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      var list = PostingList()
      var written: [Posting] = []
      var row = 0
      for _ in 0..<Int.random(in: 0...60, using: &chance) {
        // Small and large steps, so that the numbers take one to five bytes.
        row += 1 << Int.random(in: 0...24, using: &chance)
        let inFields = Bool.random(using: &chance)
        let posting = Posting(
          row: row, text: Int.random(in: 0...40_000, using: &chance),
          title: inFields ? Int.random(in: 0...15, using: &chance) : 0,
          heading: inFields ? Int.random(in: 0...15, using: &chance) : 0)
        written.append(posting)
        list.append(posting)
      }
      #expect(read(list.bytes) == written)
      #expect(list.count == written.count)
    }
  }

  @Test("more than fifteen occurrences in a title or heading count as fifteen")
  func cappedFields() {
    var list = PostingList()
    list.append(Posting(row: 1, text: 1, title: 16, heading: 99))
    #expect(read(list.bytes) == [Posting(row: 1, text: 1, title: 15, heading: 15)])
  }

  @Test("damaged bytes never give a row below one, a row twice, or a count that overflows")
  func hostileBytes() {
    var chance = SeededGenerator(seed: 2)
    for round in 0..<2_000 {
      // Every other time all bytes say "more follows", the worst that a number can meet.
      let bytes = (0..<Int.random(in: 0...40, using: &chance)).map { _ in
        UInt8.random(in: 0...255, using: &chance) | (round % 2 == 0 ? 0x80 : 0)
      }
      let postings = read(bytes)
      var (rows, frequencies): ([Int], [Int]) = ([], [])
      bytes.withUnsafeBytes {
        PostingBlock.forEach(in: $0) { block, counts in
          rows += block.map { Int($0) }
          frequencies += counts.map { Int($0) }
        }
      }
      #expect(rows == postings.map(\.row), "\(bytes)")
      #expect(frequencies == postings.map { $0.text + 4 * $0.title + 2 * $0.heading }, "\(bytes)")
      var last = 0
      for posting in postings {
        #expect(posting.row > last, "\(bytes)")
        #expect((0..<1 << 35).contains(posting.text), "\(bytes)")
        last = posting.row
      }
    }
  }
}
