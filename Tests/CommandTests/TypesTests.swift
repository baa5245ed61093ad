import Foundation
import Testing

@Suite("clause types")
struct TypesTests {
  private let clause: Clause

  init() throws { clause = try Clause.sample }

  @Test("lists the types by category, and says how many clauses are of none and how to list them")
  func list() throws {
    let run = try clause("types")
    #expect(run.status == 0)
    #expect(try run.output == clause("types", "list").output, "list is the default")
    #expect(run.output.contains("\nDisputes\n") && run.output.contains("  jury-trial-waiver  "))
    #expect(run.output.contains("of none") && run.output.contains("clause types untyped"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let sorted = try clause("types", "--sort", "share", "--category", "disputes", "--format", "csv")
    let rows = CSV.rows(sorted.output)
    let share = try #require(rows[0].firstIndex(of: "share"))
    let shares = rows.dropFirst().compactMap { Double($0[share]) }
    #expect(shares.count > 3 && shares == shares.sorted(by: >))
  }

  @Test("JSON holds the counts, which add up to the platforms that count")
  func json() throws {
    let answer = try clause("types", "--sector", "ai", "--format", "json").json()
    let platforms = try #require(answer["platforms"] as? Int)
    let types = try #require(answer["types"] as? [[String: Any]])
    #expect(answer["schema"] as? Int == 1 && types.count > 100)
    for type in types {
      let counts = ["sharing", "lacking", "unknown"].compactMap { type[$0] as? Int }
      #expect(counts.count == 3 && counts.reduce(0, +) == platforms)
    }
  }

  @Test("shows everything about a type; long lists are cut, and JSON has all")
  func show() throws {
    let run = try clause("types", "show", "binding-arbitration")
    #expect(run.status == 0)
    for heading in [
      "Severity: high", "Why it matters", "What it means for you", "Regulations", "Related types",
      "By sector",
      "Wordings", "Share it (", "Lack it (",
    ] { #expect(run.output.contains("\n" + heading), "\(heading)") }
    #expect(run.output.contains("more (--all)"))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 104 })
    let whole = try clause("types", "show", "binding-arbitration", "--all").output
    #expect(whole.count > run.output.count && !whole.contains("--all)"))
    let answer = try clause("types", "show", "binding-arbitration", "--format", "json").json()
    #expect((answer["platforms"] as? [Any])?.count == 325)
    let rows = CSV.rows(try clause("types", "show", "binding-arbitration", "--format", "csv").output)
    #expect(rows.count == 326 && Array(rows[0].prefix(2)) == ["verdict", "platform"])
  }

  @Test("lists clauses of no type, the same for the same seed")
  func untyped() throws {
    let run = try clause("types", "untyped", "--seed", "4", "--limit", "3")
    #expect(run.status == 0 && run.output.contains("are of no type"))
    #expect(try run.output == clause("types", "untyped", "--seed", "4", "--limit", "3").output)
    let lines = try clause(
      "types", "untyped", "--platform", "boskamott", "--limit", "0", "--format", "ndjson")
    #expect(lines.output.split(separator: "\n").allSatisfy { $0.contains("\"platform\":\"boskamott\"") })
  }

  @Test("the prevalence of a type has the same form as that of a passage")
  func prevalence() throws {
    let answer = try clause("prevalence", "--type", "binding-arbitration", "--format", "json").json()
    let passage = try clause("prevalence", "--text", "We may change the terms.", "--format", "json").json()
    #expect(Set(answer.keys) == Set(passage.keys))
    #expect(answer["type"] as? String == "binding-arbitration" && passage["type"] is NSNull)
    let listed = try clause("types", "show", "binding-arbitration", "--format", "json").json()
    for key in ["sharing", "lacking", "unknown", "companies"] {
      #expect(answer[key] as? Int == listed[key] as? Int, "\(key)")
    }
    let human = try clause("prevalence", "--type", "binding-arbitration", "--limit", "1")
    #expect(human.status == 0 && human.output.contains(" of 325 platforms\n") && human.output.contains("**"))
  }

  @Test(
    "0 found, 1 nothing found, 2 failed, 64 wrong usage",
    arguments: [
      (["types", "--severity", "high"], 0), (["types", "--severity", "grave"], 64),
      (["types", "--category", "disputs"], 2), (["types", "--regulation", "gpdr"], 2),
      (["types", "--sector", "nosuch"], 2), (["types", "--terms", "Menu"], 2),
      (["types", "show", "jury-waiver"], 2), (["types", "show"], 64),
      (["types", "untyped", "--seed", "a"], 64),
      (["types", "untyped", "--platform", "nobody"], 2), (["prevalence", "--type", "nosuch"], 2),
      (["prevalence", "--type", "binding-arbitration", "--query", "a"], 64),
      (["prevalence", "--type", "binding-arbitration", "--min-score", "0.7"], 64),
      (["prevalence", "--query", "a", "--sector", "ai"], 64),
    ] as [([String], Int32)])
  func exitCodes(_ arguments: [String], _ status: Int32) throws {
    let run = try clause.run(arguments)
    #expect(run.status == status, "\(run.errors) \(run.output.prefix(200))")
    if status >= 2 { #expect(run.output.isEmpty && !run.errors.isEmpty) }
  }

  @Test("a name that no type has brings the types that may be meant")
  func nearNames() throws {
    #expect(try clause("types", "show", "jury-waiver").errors.contains("jury-trial-waiver"))
    #expect(try clause("types", "--category", "dispute").errors.contains("did you mean disputes?"))
  }
}
