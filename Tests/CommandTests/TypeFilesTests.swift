import Foundation
import Testing

/// A folder of clause types for one test.
private struct Types {
  let folder: TemporaryFolder
  var path: String { folder.path + "/types" }

  init(_ file: String) throws {
    folder = try TemporaryFolder()
    try folder.write("id\tname\tjurisdiction\n", to: "types/regulations.tsv")
    try folder.write(file, to: "types/birds.yaml")
  }

  /// Line 12 holds the pattern.
  static let right = """
    category: birds
    name: Birds
    types:
      - id: parrot-orders
        name: Orders by parrots
        definition: Says whether an order that a parrot places binds its keeper.
        not: A mere mention of a parrot.
        terms_types: [Terms of Service]
        severity: {level: high, reason: The keeper pays.}
        why_it_matters: Parrots talk.
        what_it_means_for_you: You may have to pay.
        rules: {strong: ['order* ..8 parrot* ..12 (bind|binding)']}
        search: [parrot]
        model_clauses: [Orders of a parrot are binding.]
        near_misses: [A parrot is a bird.]

    """
}

@Suite("files of clause types")
struct TypeFilesTests {
  private let clause: Clause
  private let terms: TemporaryFolder

  init() throws {
    clause = try Clause()
    terms = try TemporaryFolder()
    try terms.write(Terms.of("Alpha"), to: "own/Alpha/Terms of Service.md")
  }

  @Test("build takes the types of a folder, and a broken file leaves the old index as it was")
  func build() throws {
    let types = try Types(Types.right)
    let built = try clause("build", "--collection", terms.path + "/own", "--types", types.path)
    #expect(built.status == 0, "\(built.errors)")
    let listed = CSV.rows(try clause("types", "--format", "csv", "--columns", "type,sharing").output)
    #expect(listed == [["type", "sharing"], ["parrot-orders", "1"]])
    let before = try Data(contentsOf: URL(fileURLWithPath: clause.index))

    let broken = try Types(Types.right.replacing("(bind|binding)", with: "(bind|binding"))
    let failed = try clause("build", "--collection", terms.path + "/own", "--types", broken.path)
    #expect(failed.status == 2 && failed.output.isEmpty)
    #expect(failed.errors.contains("\(broken.path)/birds.yaml:12: "), "\(failed.errors)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: clause.index)) == before)
    let shown = try clause("types", "show", "parrot-orders")
    #expect(shown.status == 0 && shown.output.contains("Alpha"))
    let files = try FileManager.default.contentsOfDirectory(atPath: clause.home.path)
    #expect(!files.contains { $0.contains("building") }, "no draft is left: \(files)")

    let absent = try clause("build", "--collection", terms.path + "/own", "--types", types.path + "/none")
    #expect(absent.status == 2 && absent.errors.contains(types.path + "/none"), "\(absent.errors)")
  }

  @Test("types check says that all is well, or which clauses fail and where a file is broken")
  func check() throws {
    let types = try Types(Types.right)
    let right = try clause("types", "check", "--types", types.path)
    #expect(right.status == 0 && right.output.contains("1 types, 0 model clauses or near misses fail"))
    let failing = try Types(
      Types.right.replacing("A parrot is a bird.", with: "Orders by parrots do not bind."))
    let wrong = try clause("types", "check", "--types", failing.path)
    #expect(wrong.status == 1)
    #expect(wrong.output.contains("parrot-orders: near miss is taken for the type (0.8): Orders by parrots"))
    let misspelt = try Types(Types.right.replacing("search:", with: "serach:"))
    let unread = try clause("types", "check", "--types", misspelt.path)
    #expect(unread.status == 2 && unread.errors.contains("birds.yaml:13: "), "\(unread.errors)")
    #expect(unread.errors.contains("Did you mean search?"))
  }

  @Test("types check knows the types of the program to be right, one or all")
  func ownCheck() throws {
    let one = try clause("types", "check", "jury-trial-waiver")
    #expect(one.status == 0 && one.output.contains(" 0 model clauses"), "\(one.output) \(one.errors)")
    let none = try clause("types", "check", "jury-waiver")
    #expect(none.status == 2 && none.errors.contains("jury-waiver"), "a misspelt id is no success")
  }

  @Test("types check shows what a type finds in an index, with the pattern, and who lacks it")
  func hits() throws {
    let types = try Types(Types.right)
    try terms.write(
      Terms.of("Beta").replacing("Orders that a talking parrot places", with: "What a cat says"),
      to: "own/Beta/Terms of Service.md")
    #expect(try clause("build", "--collection", terms.path + "/own", "--types", types.path).status == 0)
    let run = try clause(
      "types", "check", "parrot-orders", "--types", types.path, "--hits", "3", "--lacks", "3")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("# parrot-orders: 1 clauses, 1 platforms share, 1 lack"))
    #expect(run.output.contains("+ alpha CL-") && run.output.contains("strong `order* ..8 parrot*"))
    #expect(run.output.contains("- beta"))
  }
}

@Suite("clause why, and search by types")
struct WhyTests {
  private let clause: Clause

  init() throws { clause = try Clause.sample }

  @Test("says what decided on the types of a passage, typed or piped")
  func passage() throws {
    let text = "You and we each waive the right to a trial by jury."
    let run = try clause("why", "--text", text)
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("jury-trial-waiver") && run.output.contains("severity "))
    #expect(run.output.contains("strong") && run.output.contains("“waive the right to a trial by jury”"))
    let piped = try clause("why", "-", input: Data(text.utf8))
    #expect(piped.output == run.output)
    let answer = try clause("why", "--text", text, "--format", "json").json()
    let types = try #require(answer["types"] as? [[String: Any]])
    #expect(answer["schema"] as? Int == 1 && types.first?["is_typed"] as? Bool == true)
    #expect((types.first?["evidence"] as? [[String: Any]])?.isEmpty == false)
  }

  @Test("says the same of a clause by its id as its record does")
  func stored() throws {
    let id = try clause.firstHit("type:class-action-waiver")
    let why = try clause("why", id, "--format", "json").json()
    let record = try clause("show", id, "--format", "json").json()
    func ids(_ value: Any?, typed: Bool) -> [String] {
      ((value as? [[String: Any]]) ?? []).filter { !typed || $0["is_typed"] as? Bool == true }
        .compactMap { $0["type"] as? String }.sorted()
    }
    #expect(ids(why["types"], typed: true).contains("class-action-waiver"))
    #expect(ids(why["types"], typed: true) == ids(record["types"], typed: false))
    let shown = try clause("show", id)
    #expect(shown.output.contains("class-action-waiver") || shown.output.contains("Class action waiver"))
  }

  @Test(
    "0 of a type, 1 of none, 2 no such clause, 64 nothing asked",
    arguments: [
      (["why", "--text", "We waive the right to a jury trial."], 0), (["why", "--text", "Geese sing."], 1),
      (["why", "CL-0000000000"], 2), (["why"], 64), (["why", "CL-0000000000", "--text", "a"], 64),
      (["why", "--text", "…"], 64), (["search", "type:class-action-waiver"], 0),
      (["search", "type:class-action-waver"], 1), (["search", "category:disputes severity:high"], 0),
      (["prevalence", "--query", "arbitration type:binding-arbitration"], 0),
    ] as [([String], Int32)])
  func exitCodes(_ arguments: [String], _ status: Int32) throws {
    let run = try clause.run(arguments)
    #expect(run.status == status, "\(run.errors) \(run.output.prefix(200))")
  }

  @Test("search finds the clauses of a type, and notes a type that there is not")
  func search() throws {
    let all = try clause("search", "type:class-action-waiver", "--format", "json", "--limit", "5").json()
    let total = try #require(all["total"] as? Int)
    let high =
      try clause(
        "search", "type:class-action-waiver severity:high", "--format", "json", "--limit", "5"
      ).json()["total"] as? Int
    let detail = try clause("types", "show", "class-action-waiver", "--format", "json").json()
    let severities = try #require(detail["severities"] as? [[String: Any]])
    let counted = severities.first { $0["severity"] as? String == "high" }?["clauses"] as? Int
    #expect(total > 10 && high == counted, "as many as the type's own page counts")
    let wrong = try clause("search", "type:class-action-waver")
    #expect((wrong.output + wrong.errors).contains("did you mean class-action-waiver?"))
  }
}

@Suite("clause evaluate types")
struct EvaluateTypesTests {
  private let clause: Clause
  private let folder: TemporaryFolder

  init() throws {
    clause = try Clause.sample
    folder = try TemporaryFolder()
  }

  @Test("measures the verdicts against the sample's truth")
  func truth() throws {
    let gold = Clause.package + "/Corpus/sample/truth.tsv"
    let run = try clause(
      "evaluate", "types", "--gold", gold, "--type", "jury-trial-waiver", "--type", "minimum-age", "--format",
      "json")
    #expect(run.status == 0, "\(run.errors)")
    let answer = try run.json()
    let all = try #require(answer["all"] as? [String: Any])
    #expect(all["pairs"] as? Int == 650)
    #expect(try #require(all["accuracy"] as? Double) > 0.9 && (all["f1"] as? Double ?? 0) > 0.9)
    #expect(Set((answer["types"] as? [String: Any] ?? [:]).keys) == ["jury-trial-waiver", "minimum-age"])
    let misses = try #require(answer["misses"] as? [Any])
    let wrong = ["false_positives", "false_negatives"].compactMap { all[$0] as? Int }.reduce(0, +)
    #expect(misses.count == wrong)
  }

  @Test("lists the disagreements, each with the label and the nearest clause, and counts what is left out")
  func misses() throws {
    let gold = try folder.write(
      """
      {"platform": "boskamott", "type": "minimum-age", "present": false, "evidence": []}

      {"platform": "boskamott", "type": "jury-trial-waiver", "present": true, "evidence": [{"quote": "No jury"}]}
      {"platform": "nobody", "type": "minimum-age", "present": true, "evidence": ["CL-0000000000"]}
      {"platform": "boskamott", "type": "dragons", "present": true, "evidence": []}

      """, to: "gold.jsonl")
    let run = try clause("evaluate", "types", "--gold", gold, "--misses")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("minimum-age · boskamott: wrongly shares"))
    #expect(run.output.contains("2 pairs of platform and type; 1 labels of platforms not in the index"))
    let rows = CSV.rows(try clause("evaluate", "types", "--gold", gold, "--format", "csv").output)
    #expect(rows[0].prefix(2) == ["type", "pairs"] && rows.count == 3)
  }

  @Test("refuses labels that are none, with file and line")
  func broken() throws {
    let right = #"{"platform": "boskamott", "type": "minimum-age", "present": true}"#
    for (line, text) in [
      (2, right + "\n" + #"{"platform": "boskamott", "type": "minimum-age"}"# + "\n"),
      (3, right + "\n\nno label\n"),
      (1, #"{"platform": "boskamott", "type": "minimum-age", "present": "yes"}"#),
    ] {
      let gold = try folder.write(text, to: "gold.jsonl")
      let run = try clause("evaluate", "types", "--gold", gold, "--type", "minimum-age")
      #expect(
        run.status == 2 && run.errors.contains("\(gold):\(line): the line is no label"), "\(run.errors)")
      #expect(run.output.isEmpty)
    }
    let table = try folder.write("platform\tkind\nboskamott\n", to: "gold.tsv")
    #expect(try clause("evaluate", "types", "--gold", table).errors.contains("\(table):2: "))
    let none = try clause("evaluate", "types", "--gold", folder.path + "/none.jsonl")
    #expect(none.status == 2 && none.errors.contains("none.jsonl"))
    let gold = try folder.write(right, to: "gold.jsonl")
    let type = try clause("evaluate", "types", "--gold", gold, "--type", "minimum-ag")
    #expect(type.status == 2 && type.errors.contains("did you mean minimum-age?"), "\(type.errors)")
  }
}
