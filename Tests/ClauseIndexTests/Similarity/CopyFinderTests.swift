import Testing

@testable import ClauseIndex

@Suite("Finding copies among many wordings")
struct CopyFinderTests {
  /// Texts of few words in clusters of edited copies, by rising length, each once.
  private func corpus(_ seed: UInt64, words: Int32) -> [[Int32]] {
    var chance = SeededGenerator(seed: seed)
    var texts: Set<[Int32]> = []
    for _ in 0..<25 {
      // Words are unevenly common, as in a language.
      func word() -> Int32 {
        min(Int32.random(in: 0..<words, using: &chance), Int32.random(in: 0..<words, using: &chance))
      }
      let text = (0..<Int.random(in: 0..<60, using: &chance)).map { _ in word() }
      texts.insert(text)
      for _ in 0..<8 {
        var copy = text
        for _ in 0..<Int.random(in: 0...(text.count / 3), using: &chance) where !copy.isEmpty {
          let place = Int.random(in: copy.indices, using: &chance)
          switch Int.random(in: 0..<3, using: &chance) {
          case 0: copy[place] = word()
          case 1: copy.remove(at: place)
          default: copy.insert(word(), at: place)
          }
        }
        texts.insert(copy)
      }
    }
    return texts.sorted { $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1) }
  }

  @Test(
    "finds just the copies that comparing all with all finds",
    arguments: zip(1...8 as ClosedRange<UInt64>, [5, 12, 30, 100, 300, 1000, 12, 100] as [Int32]))
  func againstAllPairs(_ seed: UInt64, _ words: Int32) {
    let texts = corpus(seed, words: words)
    let finder = CopyFinder(texts)
    let aligner = Aligner()
    var pairs = 0
    for (number, text) in texts.enumerated() {
      let copies = texts.indices.filter { NearVerbatim.holds(text, texts[$0], aligner) }
      #expect(finder.copies(of: text) == copies, "\(text)")
      #expect(finder.laterCopies(of: number) == copies.filter { $0 > number }, "\(text)")
      pairs += copies.count - 1
    }
    #expect(pairs > 100, "the texts hold copies")
    // Texts that are none of the wordings, with words that none has.
    for text in corpus(seed + 100, words: words + 3).prefix(60) {
      #expect(
        finder.copies(of: text) == texts.indices.filter { NearVerbatim.holds(text, texts[$0], aligner) })
    }
  }

  @Test("no wordings, and texts without words, have no copies")
  func empty() {
    #expect(CopyFinder([]).copies(of: [1, 2, 3, 4, 5, 6, 7, 8, 9]) == [])
    let finder = CopyFinder([[1, 2], Array(1...20)])
    #expect(finder.copies(of: []) == [] && finder.copies(of: [1]) == [] && finder.copies(of: [1, 2]) == [])
    #expect(finder.laterCopies(of: 0) == [] && finder.laterCopies(of: 1) == [])
    #expect(finder.copies(of: Array(1...20)) == [1])
  }
}

@Suite("Families of wordings")
struct WordingFamiliesTests {
  @Test("a row of copies is cut where its ends have nothing in common, and who has most copies leads")
  func noDrift() {
    // 0 – 1 – 2 – 3 – 4: each is a copy of its neighbours alone.
    let row: [[Int32]] = [[1], [0, 2], [1, 3], [2, 4], [3]]
    #expect(
      WordingFamilies.groups(copies: row, holders: [[0], [1], [2], [3], [4]]) == [[3, 2, 4], [1, 0]])
    // Of the same platform, copies make no reach: 1 leads with three platforms.
    #expect(
      WordingFamilies.groups(copies: row, holders: [[0], [1], [2], [2], [2]]) == [[1, 0, 2], [4, 3]])
  }

  @Test("every wording is in one family, whose leader it is a copy of; none could lead more platforms")
  func random() {
    var chance = SeededGenerator(seed: 2)
    for _ in 0..<50 {
      let count = Int.random(in: 1..<40, using: &chance)
      var copies = [[Int32]](repeating: [], count: count)
      for a in 0..<count {
        for b in (a + 1)..<max(count, a + 1) where Int.random(in: 0..<8, using: &chance) == 0 {
          copies[a].append(Int32(b))
          copies[b].append(Int32(a))
        }
      }
      let holders = (0..<count).map { _ in [Int.random(in: 0..<12, using: &chance)] }
      let families = WordingFamilies.groups(copies: copies, holders: holders)
      #expect(families.flatMap { $0 }.sorted() == Array(0..<count))
      var left = Set(0..<count)
      for family in families {
        #expect(family.dropFirst().allSatisfy { copies[family[0]].contains(Int32($0)) })
        let best = left.map { leader in
          Set(([leader] + copies[leader].map(Int.init).filter(left.contains)).flatMap { holders[$0] }).count
        }.max()
        #expect(Set(family.flatMap { holders[$0] }).count == best)
        left.subtract(family)
      }
    }
  }
}
