import Foundation
import Testing

@testable import clause

@Suite("search without the argument parser")
struct PlainSearchTests {
  @Test("a plain command line is answered as the parser has it answered")
  func sameAnswers() throws {
    let clause = try Clause.sample
    let pairs: [([String], [String])] = [
      (["voice", "consent", "--limit", "3"], ["voice", "consent", "--limit=3"]),
      (["--format", "json", "help"], ["--format=json", "help"]),
      (
        ["--all", "--facets", "--limit", "2", "--format", "json", "cookies"],
        ["--all", "--facets", "--limit=2", "--format=json", "cookies"]
      ),
      (
        ["--format", "json", "--limit", "2", "--", "voice", "clone"],
        ["--format=json", "--limit=2", "--", "voice", "clone"]
      ),
      (
        ["--index", clause.index, "terms:Privacy Policy", "data"],
        ["--index=\(clause.index)", "terms:Privacy Policy", "data"]
      ),
      (["\"class action\" -waiver", "--limit", "0"], ["\"class action\" -waiver", "--limit=0"]),
      (["quoxnorf", "--format", "csv"], ["quoxnorf", "--format=csv"]),
      (["arbitration", "--index", "/nonexistent"], ["arbitration", "--index=/nonexistent"]),
      (["a", "--format", "xml"], ["a", "--format=xml"]),
    ]
    for (plain, parsed) in pairs {
      let (ours, theirs) = (try clause.run(["search"] + plain), try clause.run(["search"] + parsed))
      #expect(ours.output == theirs.output && ours.status == theirs.status, "\(plain)")
      #expect(ours.errors == theirs.errors, "\(plain)")
    }
  }

  @Test("what is not plain is left to the parser")
  func notPlain() {
    let lines = [
      [], ["search"], ["show", "CL-1"], ["search", "--help"], ["search", "-h"], ["search", "a", "--limit"],
      ["search", "a", "--limit", "x"], ["search", "a", "--limit", "-1"], ["search", "a", "--index", "--all"],
      ["search", "--semantic", "a"],
      ["search", "--", "--all"], ["search", "-arbitration"], ["search", "a", "--columns", "clause"],
      ["search", "a", "--limit=3"],
    ]
    for line in lines { #expect(SearchQuestion(plain: line) == nil, "\(line)") }
    #expect(
      SearchQuestion(plain: ["search", "a", "--limit", "3", "b c", "--all"])
        == SearchQuestion(words: ["a", "b c"], everyHit: true, rows: RowChoice(limit: 3)))
  }
}
