import Foundation
import FoundationXML
import Testing

@Suite("matrix, missing and compare --types")
struct TypeMapTests {
  private let clause: Clause

  init() throws { clause = try Clause.sample }

  @Test("matrix prints a line for each platform and type, and the same in other forms")
  func matrix() throws {
    let lines = try clause("matrix").output.split(separator: "\n")
    #expect(lines.count > 325 * 100 && lines.count % 325 == 0)
    let first = try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any]
    #expect(Set(first?.keys.map { $0 } ?? []) == ["platform", "type", "verdict", "confidence", "clauses"])
    let few = ["matrix", "--platform", "boskamott", "--category", "disputes"]
    let fast = try clause.run(few).output
    // A column asked for takes the general way.
    let slow = try clause.run(
      few + ["--columns", "platform,type,verdict,confidence,clauses"]
    ).output
    #expect(!fast.isEmpty && fast == slow, "lines made by hand are those of the printer")
    let rows = CSV.rows(try clause.run(few + ["--format", "csv"]).output)
    #expect(rows.count == fast.split(separator: "\n").count + 1)
    #expect(rows[0] == ["platform", "type", "verdict", "confidence", "clauses"])
    let json = try clause.run(few + ["--format", "json"]).json()
    #expect(json["schema"] as? Int == 1 && (json["verdicts"] as? [Any])?.count == rows.count - 1)
  }

  @Test(
    "what there is not is named, with the nearest",
    arguments: [
      (["matrix", "--type", "binding-arbitraton"], 2, "binding-arbitration"),
      (["matrix", "--category", "dispute"], 2, "disputes"),
      (["matrix", "--terms", "Privacy Polic"], 2, "Privacy Policy"),
      (["matrix", "--platform", "boskamot"], 2, "boskamott"),
      (["missing", "boskamot"], 2, "boskamott"),
      (["missing", "boskamott", "--min-share", "2"], 64, "from 0 to 1"),
      (["compare", "--types", "all", "--sector", "socal"], 2, "social"),
      (["compare", "--sector", "social"], 64, "--types"),
      (["compare", "boskamott", "boskango", "--format", "svg"], 64, "--types"),
      (["compare", "--types", "all", "--query", "geese"], 64, "not both"),
    ] as [([String], Int32, String)])
  func errors(_ arguments: [String], _ status: Int32, _ hint: String) throws {
    let run = try clause.run(arguments)
    #expect(run.status == status && run.errors.contains(hint) && run.output.isEmpty, "\(run.errors)")
  }

  @Test("platforms are named upright where they fit, else downwards; of very many there are totals alone")
  func table() throws {
    let few = try clause("compare", "boskamott", "boskango", "--types", "category:disputes").output
    #expect(few.contains(/Boskamott +Boskango +these +all\n/) && few.contains("● shares"))
    #expect(few.contains(#/Binding arbitration +high +[●•–?]/#))
    let sector = try clause("compare", "--sector", "messaging", "--types", "category:disputes").output
    #expect(sector.contains("these") && !sector.contains("Boskamott  "))
    let all = try clause("compare", "--types", "category:disputes").output
    #expect(all.contains("too many for a table") && all.contains(/Binding arbitration +high +\d+ of \d+/))
    for text in [few, sector, all] {
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 }, "fits the width")
    }
  }

  @Test("rows of CSV are types with a column for each platform")
  func wide() throws {
    let rows = CSV.rows(
      try clause("compare", "boskamott", "boskango", "--types", "category:disputes", "--format", "csv").output
    )
    #expect(rows[0].contains("boskamott") && rows[0].contains("sharing_of_all"))
    let column = try #require(rows[0].firstIndex(of: "boskango"))
    #expect(rows.dropFirst().allSatisfy { ["shares", "lacks", "unknown"].contains($0[column]) })
  }

  @Test("the heat map is well-formed SVG that says what it shows, with a mark in every cell")
  func svg() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/map.svg"
    let run = try clause(
      "compare", "boskamott", "boskango", "--types", "category:disputes", "--output", file)
    #expect(run.status == 0 && run.output.isEmpty)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let reader = XMLReader()
    #expect(reader.read(text) && reader.roots.first == "svg")
    #expect(text.contains("role=\"img\"") && text.contains("<title id=\"map-title\">Disputes"))
    #expect(text.contains("<desc") && text.contains("prefers-color-scheme:dark"))
    let types =
      CSV.rows(
        try clause("compare", "boskamott", "--types", "category:disputes", "--format", "csv").output
      ).count - 1
    #expect(text.components(separatedBy: "<g><title>").count - 1 == 2 * types)
    #expect(text.contains("invented terms"))
  }

  @Test("the page holds a real table with heads, words for screen readers, and rules for paper")
  func html() throws {
    let text = try clause(
      "compare", "--sector", "messaging", "--types", "severity:high", "--format", "html"
    ).output
    #expect(text.hasPrefix("<!DOCTYPE html>") && text.contains("<html lang=\"en\">"))
    for part in ["<caption", "<thead>", "scope=\"col\"", "scope=\"row\"", "<tfoot>", "@media print", "@page"]
    {
      #expect(text.contains(part), "\(part)")
    }
    // A cell's mark is for the eye, its word for the ear.
    #expect(text.contains("<span aria-hidden=\"true\">●</span><span class=\"v\">shares</span>"))
    #expect(!text.contains("http"), "it fetches nothing")
  }

  @Test("missing lists types with peers, overall prevalence and the nearest text, and JSON the same")
  func missing() throws {
    let text = try clause("missing", "boskamott", "--limit", "3").output
    #expect(text.contains("Boskamott lacks") && text.contains(#/\d+ of \d+ peers in/#))
    #expect(text.contains("nearest:") && text.contains("how a peer words it:"))
    let answer = try clause("missing", "boskamott", "--format", "json").json()
    let rows = try #require(answer["missing"] as? [[String: Any]])
    #expect(answer["schema"] as? Int == 1 && !rows.isEmpty)
    let shares = rows.compactMap { $0["share"] as? Double }
    #expect(shares.count == rows.count && shares == shares.sorted(by: >) && shares.allSatisfy { $0 >= 0.5 })
    for key in ["type", "severity", "sharing", "able", "sharing_of_all", "able_of_all", "clause", "excerpt"] {
      #expect(rows.allSatisfy { $0[key] != nil }, "\(key)")
    }
    let none = try clause("missing", "boskamott", "--min-share", "1")
    #expect(none.status == 0 || none.output.contains("lacks none"))
  }
}

/// Reads XML for its form alone.
private final class XMLReader: NSObject, XMLParserDelegate {
  private(set) var roots: [String] = []

  func read(_ text: String) -> Bool {
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    return parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    roots.append(name)
  }
}
