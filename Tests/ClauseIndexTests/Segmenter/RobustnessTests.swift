// Any bytes: no crash, sound ranges, time in proportion to length.

import ClauseIndex
import Testing

@Suite("Robustness")
struct RobustnessTests {
  @Test("An empty document has no passages")
  func empty() {
    #expect(Segmented("").passages.isEmpty)
    #expect(Segmented(" \n\t\n \r\n").passages.isEmpty)
  }

  @Test("Bytes of every kind give sound ranges, and the same passages each time")
  func binary() {
    var state: UInt64 = 42
    var bytes: [UInt8] = []
    let marks = Array("*_`[]()<>#|-=~!\\&;:.\n\n  a1\t\r“".utf8)
    for _ in 0..<200_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let random = Int(state >> 33)
      bytes.append(
        random % 4 == 0 ? UInt8(truncatingIfNeeded: random >> 8) : marks[(random >> 8) % marks.count])
    }
    let document = Segmented(bytes)
    #expect(document.hasSoundRanges)
    #expect(document.passages == Segmenter().segment(bytes))
  }

  @Test("Invalid UTF-8 is repaired in the text")
  func invalid() {
    let document = Segmented(
      Array("You may cook ".utf8) + [0xFF, 0xE2, 0x80] + Array(" every day of the week.".utf8))
    #expect(document.clauses.count == 1)
    #expect(document.clauses.first?.text.contains("\u{FFFD}") == true)
  }

  @Test(
    "Ten thousand levels of nesting don't overflow the stack",
    arguments: ["> ", "* ", "1. ", "[", "**a", "*a ", "![", "<b>", "`a"])
  func deep(mark: String) {
    let document = Segmented(String(repeating: mark, count: 10_000) + "You may cook.")
    #expect(document.hasSoundRanges)
    #expect(document.passages.map(\.text).joined().contains("You may cook."))
  }

  @Test("Lists nested line by line ten thousand levels deep don't overflow the stack")
  func deepLines() {
    let lines = (0..<10_000).map { String(repeating: " ", count: min($0, 400) * 2) + "- cook" }
    #expect(Segmented(lines.joined(separator: "\n")).hasSoundRanges)
  }

  @Test(
    "A single line of five megabytes is read in proportion to its length",
    arguments: ["cook. ", "](", "*a ", "<!--"])
  func longLine(part: String) {
    let bytes = Array(String(repeating: part, count: 5_000_000 / part.utf8.count).utf8)
    let clock = ContinuousClock()
    var document = Segmented("")
    let time = clock.measure { document = Segmented(bytes) }
    #expect(document.hasSoundRanges)
    #expect(time < .seconds(60), "debug build, two shared cores")
  }

  @Test("Windows line ends and a missing last line end change nothing but the offsets")
  func lineEnds() {
    let text = "# Terms\n\nYou may cook.\n\n* a\n* b"
    let windows = Segmented(
      text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
    #expect(windows.passages.map(\.text) == Segmented(text).passages.map(\.text))
    #expect(windows.passages.map(\.lines) == Segmented(text).passages.map(\.lines))
  }

  @Test("One segmenter serves many tasks at once")
  func threads() async {
    let segmenter = Segmenter()
    let bytes = Array(String(repeating: "**Fees.** You pay us each month.\n\n", count: 200).utf8)
    let expected = segmenter.segment(bytes)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { segmenter.segment(bytes) == expected } }
      for await isEqual in group { #expect(isEqual) }
    }
  }
}
