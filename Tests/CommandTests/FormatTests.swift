import Foundation
import Testing

/// Every verb that answers from an index, with arguments that find something.
enum Verb: String, CaseIterable, Sendable {
  case search, show, similar, prevalence, compare, reuse, platforms, documents, leftOut, stats, verify

  /// All but verify, which takes seconds on the sample: its other forms are tested on a small index.
  static let quick = allCases.filter { $0 != .verify }

  func arguments(_ clause: Clause) throws -> [String] {
    switch self {
    case .search: ["search", "class action", "--limit", "5"]
    case .show: ["show", try clause.firstHit("\"class action\"")]
    case .similar: ["similar", try clause.firstHit("\"class action\"")]
    case .prevalence: ["prevalence", "--text", "You may not bring a class action against us."]
    case .compare: ["compare", "boskamott", "boskango", "--terms", "Privacy Policy"]
    case .reuse: ["reuse", "boskamott", "nettockplume"]
    case .platforms: ["platforms", "sector:ai"]
    case .documents: ["documents", "platform:boskamott"]
    case .leftOut: ["documents", "--left-out"]
    case .stats: ["stats"]
    case .verify: ["verify"]
    }
  }
}

@Suite("Forms of output")
struct FormatTests {
  private let clause: Clause

  init() throws { clause = try Clause.sample }

  /// The rows of an answer in one form, and the run.
  private func run(_ verb: Verb, _ format: String) throws -> Clause.Run {
    let run = try clause.run(verb.arguments(clause) + ["--format", format])
    #expect(run.status == 0, "\(verb) \(format): \(run.errors)")
    #expect(run.output.contains("sample corpus") || run.errors.contains("sample corpus"), "\(verb) \(format)")
    return run
  }

  @Test(
    "every verb answers people, on standard output alone and without colour in a file",
    arguments: Verb.quick)
  func people(_ verb: Verb) throws {
    let run = try run(verb, "table")
    #expect(!run.output.isEmpty && !run.output.contains("\u{1B}"))
    #expect(!run.errors.contains("clause:") && !run.errors.contains("\u{1B}") && !run.errors.contains("\r"))
  }

  @Test("every verb answers in JSON with a schema number and the corpus", arguments: Verb.allCases)
  func json(_ verb: Verb) throws {
    let object = try run(verb, "json").json()
    #expect(object["schema"] as? Int == 1)
    let corpus = object["corpus"] as? String ?? (object["corpus"] as? [String: Any])?["name"] as? String
    #expect(corpus == "sample corpus")
  }

  @Test("NDJSON, CSV, TSV and Markdown hold the same rows", arguments: Verb.quick)
  func rows(_ verb: Verb) throws {
    let lines = try run(verb, "ndjson").output.split(separator: "\n")
    for line in lines {
      #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any], "\(line)")
    }
    let csv = CSV.rows(try run(verb, "csv").output)
    #expect(csv.count == lines.count + 1, "\(verb)")
    #expect(Set(csv.map(\.count)).count == 1 && csv[0].allSatisfy { !$0.isEmpty }, "\(verb): \(csv[0])")

    let tsv = try run(verb, "tsv").output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(
      tsv.count == csv.count && tsv.allSatisfy { $0.count == csv[0].count },
      "\(verb): no stray tabs or line ends")
    #expect(tsv[0].map(String.init) == csv[0])

    let markdown = try run(verb, "markdown").output.split(separator: "\n")
    #expect(
      markdown.count == csv.count + 1 && markdown.allSatisfy { $0.hasPrefix("| ") && $0.hasSuffix(" |") },
      "\(verb)")
  }

  @Test("--columns chooses and orders columns in every form; an unknown one is named with those there are")
  func columns() throws {
    let id = try clause.firstHit("arbitration")
    for format in ["csv", "tsv", "table", "markdown"] {
      let run = try clause(
        "search", "arbitration", "--limit", "3", "--format", format, "--columns", "platform, clause")
      #expect(run.status == 0)
      let head = run.output.split(whereSeparator: \.isNewline)[0]
      #expect(head.contains(/platform.*clause/) && !head.contains("snippet"), "\(head)")
      #expect(run.output.contains(id))
    }
    let line = try #require(
      try clause(
        "search", "arbitration", "--limit", "1", "--format", "ndjson", "--columns", "clause,source_url"
      ).output
        .split(separator: "\n").first)
    #expect(
      Set((try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]).keys) == [
        "clause", "source_url",
      ])
    // A key without a value in any row is a column all the same.
    #expect(
      try clause("documents", "--format", "csv", "--columns", "document,commit", "--limit", "2").status == 0)
    for format in ["csv", "ndjson", "table"] {
      let run = try clause("search", "arbitration", "--format", format, "--columns", "clause,colour")
      #expect(
        run.status == 64 && run.errors.contains("colour") && run.errors.contains("platform_name"),
        "\(run.errors)")
      #expect(run.output.isEmpty)
    }
  }

  @Test("--limit 0 gives all rows, and a negative one is refused")
  func limits() throws {
    let all = try clause("search", "arbitration", "--all", "--limit", "0", "--format", "ndjson").output
    let total = try clause("search", "arbitration", "--format", "json").json()["total"] as? Int
    #expect(all.split(separator: "\n").count == total)
    #expect(try clause("search", "arbitration", "--limit=-1").status == 64)
  }
}

/// Reads CSV by RFC 4180.
enum CSV {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var quoted = false
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch (scalar, quoted) {
      case ("\"", true) where rest.first == "\"":
        field.unicodeScalars.append("\"")
        rest.removeFirst()
      case ("\"", _): quoted.toggle()
      case (",", false):
        row.append(field)
        field = ""
      case ("\r", false): break
      case ("\n", false):
        rows.append(row + [field])
        (row, field) = ([], "")
      default: field.unicodeScalars.append(scalar)
      }
    }
    return field.isEmpty && row.isEmpty && !quoted ? rows : rows + [row + [field]]
  }
}
