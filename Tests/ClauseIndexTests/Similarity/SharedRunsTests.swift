import Testing

@testable import ClauseIndex

@Suite("Runs of words that texts share")
struct SharedRunsTests {
  @Test("are just those that comparing every place with every place finds", arguments: [1, 2, 3, 7])
  func againstAllPlaces(_ shortest: Int) {
    var chance = SeededGenerator(seed: UInt64(shortest))
    func text(_ words: Int32) -> [Int32] {
      (0..<Int.random(in: 0..<40, using: &chance)).map { _ in Int32.random(in: 0..<words, using: &chance) }
    }
    for words in [1, 2, 3, 8] as [Int32] {
      for _ in 0..<40 {
        let texts = (0..<4).map { _ in text(words) }
        let other = text(words) + (texts.randomElement(using: &chance) ?? []).suffix(15) + text(words)
        var expected: Set<SharedRuns.Run> = []
        for (number, text) in texts.enumerated() {
          for start in text.indices {
            for place in other.indices {
              if start > 0, place > 0, text[start - 1] == other[place - 1] { continue }
              let length = zip(text[start...], other[place...]).prefix { $0 == $1 }.count
              if length >= shortest {
                expected.insert(.init(text: number, start: start, otherStart: place, words: length))
              }
            }
          }
        }
        let found = SharedRuns(texts, shortest: shortest).runs(in: other)
        #expect(Set(found) == expected && found.count == expected.count)
      }
    }
  }

  @Test("ranges within others are left out, overlapping ones stay, equal ones stand once")
  func outermost() {
    #expect(
      ReusedPassages.outermost([3..<9, 0..<5, 0..<5, 1..<4, 0..<3, 8..<9, 12..<13]) == [
        0..<5, 3..<9, 12..<13,
      ])
    #expect(ReusedPassages.outermost([]) == [])
  }
}
