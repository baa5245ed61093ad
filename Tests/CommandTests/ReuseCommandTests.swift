import Foundation
import Testing

@Suite("clause reuse")
struct ReuseCommandTests {
  private let clause: Clause

  init() throws { clause = try Clause.sample }

  @Test(
    "0 found, 1 nothing found, 2 failed, 64 wrong usage",
    arguments: [
      (["boskamott"], 0), (["boskamott", "--min-words", "5000"], 1), (["boskamott", "boskamott"], 1),
      (["nobody"], 2), (["boskamott", "nobody"], 2), (["boskamott", "--terms", "Nonsense"], 2),
      (["boskamott", "--sector", "nonsense"], 2), ([], 64), (["a", "b", "c"], 64),
      (["boskamott", "--min-words", "0"], 64), (["--families", "a", "b"], 64),
      (["--families", "--min-words", "9"], 64), (["--families", "nobody"], 2), (["--help"], 0),
    ] as [([String], Int32)])
  func exitCodes(_ arguments: [String], _ status: Int32) throws {
    let run = try clause.run(["reuse"] + arguments)
    #expect(run.status == status, "\(run.errors) \(run.output.prefix(200))")
    if status >= 2 { #expect(run.output.isEmpty && !run.errors.isEmpty) }
  }

  @Test("JSON holds the passages longest first, and their places say where the same words stand")
  func json() throws {
    let answer = try clause("reuse", "boskamott", "--format", "json", "--limit", "20").json()
    #expect(answer["schema"] as? Int == 1 && answer["corpus"] as? String == "sample corpus")
    #expect(answer["platform"] as? String == "boskamott" && answer["min_words"] as? Int == 12)
    let passages = try #require(answer["passages"] as? [[String: Any]])
    let lengths = passages.compactMap { $0["words"] as? Int }
    #expect(!lengths.isEmpty && lengths == lengths.sorted(by: >) && lengths.allSatisfy { $0 >= 12 })
    func words(_ text: String) -> [String] {
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
    for passage in passages.prefix(3) {
      let text = words(try #require(passage["text"] as? String))
      let places = try #require(passage["places"] as? [[String: Any]])
      let sharing = try #require(passage["sharing"] as? [[String: Any]])
      #expect(sharing.allSatisfy { $0["platform"] as? String != "boskamott" })
      for place in (places + sharing).filter({ $0["words"] as? Int == passage["words"] as? Int }).prefix(4) {
        let shown = try clause("show", try #require(place["clause"] as? String), "--format", "json").json()
        let bytes = Array(try #require(shown["text"] as? String).utf8)
        let range = try #require(place["start"] as? Int)..<(try #require(place["end"] as? Int))
        #expect(words(String(decoding: bytes[range], as: UTF8.self)) == text)
      }
    }
  }

  @Test("people, CSV and NDJSON get the same passages, and --other-companies leaves none of the same company")
  func forms() throws {
    let table = try clause("reuse", "boskamott", "--limit", "4").output
    #expect(table.contains(/shares \d+ passages of 12 words or more with \d+ other platforms/))
    #expect(table.contains(/\d+ words · \d+ platform/) && table.contains("sample corpus"))
    let csv = CSV.rows(try clause("reuse", "boskamott", "--limit", "4", "--format", "csv").output)
    let lines = try clause("reuse", "boskamott", "--limit", "4", "--format", "ndjson").output.split(
      separator: "\n")
    #expect(csv.count == 5 && lines.count == 4 && csv[0].contains("shared_with"))
    let others = try clause("reuse", "boskamott", "--other-companies", "--format", "json", "--limit", "0")
      .json()
    for passage in try #require(others["passages"] as? [[String: Any]]) {
      let sharing = try #require(passage["sharing"] as? [[String: Any]])
      #expect(sharing.allSatisfy { $0["is_same_company"] as? Bool == false })
    }
  }

  @Test("families come with those of the most platforms first, for people and as JSON")
  func families() throws {
    let arguments = ["reuse", "--families", "--terms", "Privacy Policy", "--limit", "5"]
    let answer = try clause.run(arguments + ["--format", "json"]).json()
    let families = try #require(answer["families"] as? [[String: Any]])
    #expect(answer["schema"] as? Int == 1 && families.count == 5)
    let counts = families.compactMap { $0["platforms"] as? Int }
    #expect(counts == counts.sorted(by: >) && counts.allSatisfy { $0 > 1 })
    for family in families {
      let members = try #require(family["members"] as? [[String: Any]])
      #expect(members.allSatisfy { ["verbatim", "near-verbatim"].contains($0["level"] as? String) })
      #expect(members.contains { $0["clause"] as? String == family["clause"] as? String })
    }
    let run = try clause.run(arguments)
    #expect(
      run.output.contains(/\d+ families of wording/) && run.output.contains(/\d+ platforms · \d+ compan/))
  }

  @Test("evaluate copies prints a table by kind of change, the same for the same seed")
  func evaluate() throws {
    let arguments = ["evaluate", "copies", "--count", "30", "--seed", "5"]
    let table = try clause.run(arguments).output
    #expect(table.contains("30 clauses copied, seed 5") && table.contains("words replaced"))
    #expect(try clause.run(arguments).output == table)
    #expect(try clause("evaluate", "copies", "--count", "0").status == 64)
    let rows = CSV.rows(try clause.run(arguments + ["--format", "csv"]).output)
    let (rate, recall) = (
      try #require(rows[0].firstIndex(of: "rate")), try #require(rows[0].firstIndex(of: "recall"))
    )
    let light = rows.dropFirst().filter { (Double($0[rate]) ?? 1) <= 0.1 }
    #expect(light.count >= 12 && light.allSatisfy { (Double($0[recall]) ?? 0) > 0.9 })
  }
}
