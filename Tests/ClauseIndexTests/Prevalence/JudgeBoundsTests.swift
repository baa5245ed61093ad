// What spares the pass its work must never change an answer: bounds hold, and outlines miss no contradiction.

import GRDB
import Testing

@testable import ClauseIndex

@Suite("What the pass may pass over")
struct JudgeBoundsTests {
  @Test("no two texts that contradict each other are told that they can't")
  func outlines() throws {
    var opposed = 0
    let pairs = try PolarityPair.all()
    let polarities = pairs.flatMap { [Polarity($0.first), Polarity($0.second)] }
    let outlines = polarities.map { OppositionOutline($0) }
    var ruledOut = 0
    for first in stride(from: 0, to: polarities.count, by: 2) {
      for second in polarities.indices {
        let opposition = polarities[first].opposition(to: polarities[second])
        let can = outlines[first].canOppose(outlines[second])
        #expect(can || opposition == 0)
        #expect(can == outlines[second].canOppose(outlines[first]))
        if opposition > 0 { opposed += 1 }
        if !can { ruledOut += 1 }
      }
    }
    #expect(opposed > pairs.count / 4 && ruledOut > pairs.count, "it must tell something apart")
  }

  @Test("common stretches cover no fewer words than passages do")
  func stretches() throws {
    let searcher = try SampleIndex.searcher
    let texts = try searcher.read {
      try String.fetchAll($0, sql: "SELECT text FROM clause WHERE number % 40 = 1 ORDER BY number")
    }
    let vocabulary = try Vocabulary()
    let words = texts.map { vocabulary.terms(of: $0) }
    let stretches = FiveWordStretches(FlatRows(words))
    let aligner = Aligner()
    let isMarked = FixedArray(repeating: false, count: stretches.count)
    var (covered, exact) = (0, 0)
    for row in 1...60 {
      for stretch in stretches.stretches[row - 1] { isMarked[Int(stretch.number)] = true }
      for other in 1...words.count where other != row {
        let bound = stretches.covered(row: other, isMarked.buffer)
        let really = words[row - 1].withUnsafeBufferPointer { mine in
          words[other - 1].withUnsafeBufferPointer { SharedPassages.coveredWords(mine, $0, aligner) }
        }
        #expect(bound >= really)
        covered += bound
        exact += really
      }
      for stretch in stretches.stretches[row - 1] { isMarked[Int(stretch.number)] = false }
    }
    #expect(exact > 0 && Double(covered) < Double(exact) * 1.2, "a bound that is far off spares nothing")
  }

  @Test("the order holds every clause once")
  func order() throws {
    let searcher = try SampleIndex.searcher
    let order = try searcher.read { ClauseOrder.rows(try searcher.similarityArrays($0)) }
    #expect(order.sorted() == (0..<searcher.arrays.count).map { Int32($0 + 1) })
    #expect(order != order.sorted())
  }
}
