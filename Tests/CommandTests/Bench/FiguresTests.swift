import Foundation
import Testing

@testable import clause_bench

@Suite("clause-bench: figures")
struct FiguresTests {
  @Test(
    "the median is the middle, or the mean of the two in the middle",
    arguments: [([3], 3), ([9, 1, 5], 5), ([4, 1, 3, 2], 2.5), ([7, 7, 1, 1], 4)] as [([Double], Double)])
  func median(_ numbers: [Double], _ expected: Double) {
    #expect(numbers.median == expected)
  }

  @Test("the 99th percentile is the number that 99 in 100 do not pass")
  func percentile() {
    #expect((1...100).map(Double.init).shuffled().percentile(99) == 99)
    #expect((1...101).map(Double.init).percentile(99) == 100)
    #expect((1...1000).map(Double.init).percentile(99) == 990)
    #expect([5.0, 2.0].percentile(99) == 5 && [2.0].percentile(99) == 2)
    #expect([Double]().median.isNaN && [Double]().percentile(99).isNaN)
  }

  @Test("every query is asked once to warm up and once a pass, FTS5 only as often as it is given")
  func passes() throws {
    var asked: [String: Int] = [:]
    let workload = Workload(
      name: .similar,
      ours: Route(queries: 4, passes: 5) { query in
        asked["ours \(query)", default: 0] += 1
        return query
      },
      fts5: Route(queries: 2, passes: 3) { query in
        asked["fts5 \(query)", default: 0] += 1
        usleep(2000)
        return 1
      })
    let figures = try workload.measured()
    #expect(
      asked == ["ours 0": 6, "ours 1": 6, "ours 2": 6, "ours 3": 6, "fts5 0": 4, "fts5 1": 4])
    #expect(figures.ours.meanResults == 1.5 && figures.fts5?.meanResults == 1)
    #expect(figures.ours.queries == 4 && figures.fts5?.passes == 3)
    #expect(try #require(figures.fts5).wallMs.median >= 2)
    #expect(try #require(figures.timesFasterThanFts5).wall > 1)
  }

  @Test("sleep costs time and no CPU; work of another thread counts for all threads, not for this one")
  func clocks() {
    let slept = Clock.time { usleep(20_000) }.took
    #expect(slept.wall >= 20 && slept.thread < 10)
    let helped = Clock.time {
      let helper = Thread {
        var used = timespec()
        repeat { clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used) } while used.tv_nsec < 30_000_000
      }
      helper.start()
      while !helper.isFinished { usleep(1000) }
    }.took
    #expect(helped.process >= 30 && helped.thread < 25, "\(helped)")
  }

  @Test("figures are written with three digits that count")
  func digits() {
    #expect(
      [0.01234, 0.9949, 0.996, 3.14159, 31.4159, 314.159].map(Report.text) == [
        "0.012", "0.995", "1.00", "3.14", "31.4", "314",
      ])
  }
}
