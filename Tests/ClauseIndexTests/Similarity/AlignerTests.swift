import Testing

@testable import ClauseIndex

@Suite("Aligning two lists of words")
struct AlignerTests {
  private let aligner = Aligner()

  /// What must hold of any alignment; returns the number of equal words.
  @discardableResult
  private func check(_ first: [Int32], _ second: [Int32]) -> Int {
    let passages = aligner.passages(first, second)
    var used = (first: Set<Int>(), second: Set<Int>())
    for passage in passages {
      #expect(passage.words >= Aligner.shortestPassage)
      #expect(passage.words == passage.runs.reduce(0) { $0 + $1.words })
      for (run, next) in zip(passage.runs, passage.runs.dropFirst()) {
        #expect((0...Aligner.longestGap).contains(next.first - run.first - run.words))
        #expect((0...Aligner.longestGap).contains(next.second - run.second - run.words))
      }
      for run in passage.runs {
        #expect(run.words >= Aligner.shortestRun)
        for offset in 0..<run.words {
          #expect(first[run.first + offset] == second[run.second + offset])
          #expect(used.first.insert(run.first + offset).inserted)
          #expect(used.second.insert(run.second + offset).inserted)
        }
      }
    }
    return passages.reduce(0) { $0 + $1.words }
  }

  @Test("no word is used twice, runs are equal and gaps short, whatever the texts")
  func invariants() {
    var chance = SeededGenerator(seed: 3)
    for words in [2, 3, 5, 20, 300] as [Int32] {
      for _ in 0..<300 {
        let text = (0..<Int.random(in: 0..<60, using: &chance)).map { _ in
          Int32.random(in: 0..<words, using: &chance)
        }
        var copy = text
        for place in copy.indices where Int.random(in: 0..<5, using: &chance) == 0 {
          copy[place] = Int32.random(in: 0..<words, using: &chance)
        }
        let half = copy.count / 2
        check(text, copy)
        check(Array(copy[half...] + copy[..<half]), text)
        check(text, (0..<40).map { _ in Int32.random(in: 0..<words, using: &chance) })
        if text.count >= 5 { #expect(check(text, text) == text.count) }
      }
    }
  }

  @Test("the words of the first passage are as many as any chain has, where no word occurs twice in a text")
  func longestChain() {
    var chance = SeededGenerator(seed: 4)
    for _ in 0..<300 {
      let text = (0..<30).map { Int32($0) }
      // Blocks moved about, some words replaced: the runs that are left are known by their neighbours.
      var other = stride(from: 0, to: 30, by: 6).map { Array(text[$0..<($0 + 6)]) }.shuffled(using: &chance)
        .flatMap { $0 }
      for place in other.indices where Int.random(in: 0..<6, using: &chance) == 0 {
        other[place] = Int32(1000 + place)
      }
      let found = aligner.passages(text, other).first?.words ?? 0
      let best = naiveLongest(text, other)
      #expect(found == (best >= Aligner.shortestPassage ? best : 0), "\(other)")
    }
  }

  /// Equal words of the longest chain of runs, by trying every way through all matching pairs of places.
  private func naiveLongest(_ first: [Int32], _ second: [Int32]) -> Int {
    var runs: [(Int, Int, Int)] = []
    for i in first.indices {
      for j in second.indices where first[i] == second[j] {
        if i > 0, j > 0, first[i - 1] == second[j - 1] { continue }
        var length = 1
        while i + length < first.count, j + length < second.count, first[i + length] == second[j + length] {
          length += 1
        }
        if length >= 2 { runs.append((i, j, length)) }
      }
    }
    func longest(from run: (Int, Int, Int)) -> Int {
      let next = runs.filter {
        (0...Aligner.longestGap).contains($0.0 - run.0 - run.2)
          && (0...Aligner.longestGap).contains($0.1 - run.1 - run.2)
      }
      return run.2 + (next.map(longest).max() ?? 0)
    }
    return runs.map(longest).max() ?? 0
  }

  @Test("one changed word costs itself alone; moved sentences and a word in every five changed do no harm")
  func edits() {
    let text = (0..<50).map { Int32($0) }
    for place in 2..<48 {
      var copy = text
      copy[place] = 99
      #expect(check(text, copy) == 49)
      copy = text
      copy.insert(contentsOf: [98, 99, 97], at: place)
      #expect(check(text, copy) == 50)
      copy = text
      copy.remove(at: place)
      #expect(check(text, copy) == 49)
    }
    #expect(check(text, Array(text[30...] + text[10..<30] + text[..<10])) == 50)
    let fifth = text.map { $0 % 5 == 4 ? 99 : $0 }
    #expect(check(text, fifth) == 40)
    #expect(check(text, text.map { $0 % 2 == 1 ? 99 : $0 }) == 0, "single words count for nothing")
  }

  @Test("texts too short or without a word in common share nothing, and repeated words end in time")
  func edges() {
    #expect(aligner.passages([], []).isEmpty)
    #expect(aligner.passages([1, 2, 3, 4], [1, 2, 3, 4]).isEmpty)
    #expect(aligner.passages([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]).first?.words == 5)
    #expect(aligner.passages([1, 2, 3, 4, 5], [6, 7, 8, 9, 10]).isEmpty)
    #expect(check([Int32](repeating: 1, count: 500), [Int32](repeating: 1, count: 2000)) == 500)
    #expect(aligner.passages(Array(0..<20), Array(10..<30), atLeast: 11).isEmpty)
    #expect(aligner.passages(Array(0..<20), Array(10..<30), atLeast: 10).first?.words == 10)
  }
}
