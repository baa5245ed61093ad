import Foundation
import Testing

@Suite("clause unusual")
struct UnusualCommandTests {
  /// A data folder with an index of a few documents and their counts.
  private let clause: Clause
  /// What the build printed.
  private let build: String

  init() throws {
    clause = try Clause()
    let bees =
      "You must let our staff taste the honey of every beehive that you keep on the roof of your house."
    var registry = "id\tname\tcompany\tsector\tcountry\tservices\n"
    for number in 0..<24 {
      let text = Terms.of("Service \(number)", more: number == 0 ? "## Honey\n\n\(bees)" : "")
      try clause.home.write(Data(text.utf8), to: "terms/Service \(number)/Terms of Service.md")
      registry +=
        "service-\(number)\tService \(number)\tCompany \(number)\town\tFR\tterms/Service \(number)\n"
    }
    try clause.home.write(Data(registry.utf8), to: "platforms.tsv")
    let run = try clause(
      "build", "--platforms", clause.home.path + "/platforms.tsv", "--collection",
      clause.home.path + "/terms", "--prevalence")
    try #require(run.status == 0, "\(run.errors)")
    build = run.output
  }

  @Test("build --prevalence tells what it counted, and the rarest clause comes first in every form")
  func forms() throws {
    #expect(build.contains(/prevalence of \d+ clauses: 1 unique/))
    let text = try clause("unusual", "service-0").output
    #expect(text.contains("Unique · 0 of 24 platforms") && text.contains("honey"))
    let answer = try clause("unusual", "--corpus", "--format", "json").json()
    let rows = try #require(answer["rows"] as? [[String: Any]])
    try #require(rows.count == 1)
    #expect(answer["schema"] as? Int == 1 && rows[0]["nearest"] != nil)
    let csv = CSV.rows(try clause("unusual", "--corpus", "--format", "csv").output)
    try #require(csv.count == 2)
    #expect(csv[0].contains("nearest_score") && csv[1][0] == "Unique · 0 of 24 platforms")
    let copied = try clause("unusual", "--copied", "--format", "ndjson").output.split(separator: "\n")
    #expect(copied.first?.contains("\"platforms\":24") == true)
    let id = try #require(rows[0]["clause"] as? String)
    #expect(try clause("show", id).output.contains("Unique · 0 of 24 platforms"))
    #expect(try clause("evaluate", "prevalence", "--count", "25").output.contains("100.0%"))
  }

  @Test("0 found, 1 nothing found, 2 failed, 64 wrong usage")
  func exitCodes() throws {
    for (arguments, status) in [
      (["unusual", "service-0"], 0), (["unusual", "service-1"], 1), (["unusual", "nobody"], 2),
      (["unusual"], 64), (["unusual", "service-0", "--corpus"], 64),
      (["unusual", "service-0", "--other-companies"], 64), (["prevalence", "--every", "--text", "a"], 64),
      (["prevalence", "--every"], 0),
    ] as [([String], Int32)] {
      let run = try clause.run(arguments)
      #expect(run.status == status, "\(arguments) \(run.errors)")
    }
  }

  @Test("where the counts are missing it says how to make them")
  func missing() throws {
    let run = try Clause.sample("unusual", "--corpus")
    #expect(run.status == 2 && run.errors.contains("clause prevalence --every"))
  }
}
