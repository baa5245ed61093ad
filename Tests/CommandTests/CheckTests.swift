import Foundation
import Testing

@Suite("check")
struct CheckCommandTests {
  private let clause: Clause
  private let folder: TemporaryFolder

  init() throws {
    clause = try Clause.sample
    folder = try TemporaryFolder()
  }

  private static let draft = """
    # Brindle Terms of Service

    Last updated: 1 March 2026

    ## Closing an account

    We may terminate your account at any time and without notice, for any reason or for no reason at all.

    ## Breakfast & `<script>alert(1)</script>`

    Every member sets aside two jars of marmalade a year, marked `<script>alert("2")</script>`, for the hedgehogs.

    """

  private func file(_ text: String = Self.draft, _ name: String = "draft.md") throws -> String {
    try folder.write(text, to: name)
  }

  @Test("says what is unusual first, then all clauses, then what is missing, with what it is counted among")
  func human() throws {
    let run = try clause("check", file())
    #expect(run.status == 0 && !run.errors.contains("clause:"), "\(run.errors)")
    let places = ["2 clauses: ", "\nUnusual\n", "\nAll clauses", "\nMissing\n"].map {
      run.output.range(of: $0)?.lowerBound
    }
    #expect(!places.contains(nil))
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    #expect(run.output.contains("No other of 325 platforms") && run.output.contains("line 11 · Unique"))
    #expect(run.output.contains("sample corpus") && run.output.contains("no legal advice"))
    #expect(
      run.output.replacing("**", with: "").split(separator: "\n").allSatisfy { $0.count <= 100 },
      "fits the width")
  }

  @Test("a draft from standard input gets the same answer as from a file")
  func input() throws {
    var piped = try clause("check", "-", "--format", "json", input: Data(Self.draft.utf8)).json()
    var read = try clause("check", file(), "--format", "json").json()
    #expect((piped["draft"] as? [String: Any])?["name"] as? String == "standard input")
    piped["draft"] = nil
    read["draft"] = nil
    #expect(NSDictionary(dictionary: piped) == NSDictionary(dictionary: read))
  }

  @Test("JSON has the promised keys, those without a value as null")
  func json() throws {
    let answer = try clause("check", file(), "--format", "json").json()
    for key in [
      "schema", "corpus", "corpus_date", "draft", "total", "sector", "peers", "counts", "notes", "clauses",
      "missing",
      "min_share", "min_score", "copied_from", "passed_over",
    ] { #expect(answer[key] != nil, "\(key)") }
    #expect(answer["schema"] as? Int == 1 && answer["sector"] is NSNull)
    let clauses = try #require(answer["clauses"] as? [[String: Any]])
    #expect(clauses.count == 2)
    for clause in clauses {
      for key in [
        "position", "kind", "number", "title", "text", "lines", "types", "prevalence", "closest", "findings",
        "caution",
      ] {
        #expect(clause[key] != nil, "\(key)")
      }
      let prevalence = try #require(clause["prevalence"] as? [String: Any])
      for key in ["label", "sharing", "total", "companies", "lacking", "unknown", "levels"] {
        #expect(prevalence[key] != nil, "\(key)")
      }
    }
    let missing = try #require(answer["missing"] as? [[String: Any]])
    for key in ["type", "severity", "sharing", "able", "share", "nearest", "examples"] {
      #expect(!missing.isEmpty && missing.allSatisfy { $0[key] != nil }, "\(key)")
    }
  }

  @Test("rows are the clauses and then the missing types")
  func rows() throws {
    let answer = try clause("check", file(), "--format", "json").json()
    let missing = (answer["missing"] as? [Any])?.count ?? 0
    let rows = CSV.rows(try clause("check", file(), "--format", "csv").output)
    #expect(rows.count == 1 + 2 + missing && Set(rows.map(\.count)).count == 1)
    #expect(rows[1...2].allSatisfy { $0[0] == "clause" } && rows[3...].allSatisfy { $0[0] == "missing" })
  }

  @Test(
    "the page is one file without script, with everything of the draft escaped, and tells what it rests on")
  func html() throws {
    let path = folder.path + "/report.html"
    let run = try clause("check", file(), "--sector", "ai", "--output", path)
    #expect(run.status == 0 && run.output.isEmpty)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.hasPrefix("<!DOCTYPE html>") && text.contains("<html lang=\"en\">"))
    #expect(!text.contains("<script") && text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(text.contains("alert(&quot;2&quot;)") && text.contains("Breakfast &amp; "))
    #expect(!text.contains(#/(src|href)="http/#) && !text.contains("@import"), "it fetches nothing")
    for part in [
      "<h1>", "<caption>", "scope=\"row\"", "@page", "@media print", "prefers-color-scheme:dark",
      "of 325 platforms", "sector ai",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    let ids = text.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count, "no id twice")
    for link in text.matches(of: #/href="#([^"]+)"/#) { #expect(ids.contains(String(link.1)), "\(link.1)") }
    let tags = text.matches(of: #/<(\/?)([a-z0-9]+)[^>]*>/#).filter { !["meta", "br"].contains($0.2) }
    var open: [Substring] = []
    for tag in tags {
      if tag.1.isEmpty {
        open.append(tag.2)
      } else {
        #expect(open.popLast() == tag.2, "tags are closed in order")
      }
    }
    #expect(open.isEmpty)
  }

  @Test("1 where nothing is unusual and nothing missing")
  func nothing() throws {
    let text =
      "# Terms of Service\n\n## Definitions\n\n“Content” means text, images and recordings that you upload.\n\n## Cookies\n\nWe use cookies.\n"
    let run = try clause("check", file(text), "--min-share", "1", "--as", "Trackers Policy")
    #expect(run.status == 1 && run.output.contains("Nothing unusual"), "\(run.output)")
  }

  @Test(
    "what can't be checked is named with the reason and what to do",
    arguments: [
      ([], "holds no text"), ([0x41, 0x00, 0x42], "NUL byte"), ([0x41, 0xFF, 0x42], "iconv"),
      (Array("%PDF-1.4".utf8), "pdftotext"),
    ] as [([UInt8], String)])
  func badDrafts(_ bytes: [UInt8], _ advice: String) throws {
    let path = try folder.write(Data(bytes), to: "bad.md")
    let run = try clause("check", path)
    #expect(
      run.status == 2 && run.errors.contains(advice) && run.errors.contains("bad.md") && run.output.isEmpty)
    let piped = try clause("check", "-", input: Data(bytes))
    #expect(piped.status == 2 && piped.errors.contains(advice) && piped.output.isEmpty)
  }

  @Test("a file that is not there, a folder, and options that make no sense")
  func usage() throws {
    let path = try file()
    let runs: [([String], Int32, String)] = [
      (["check", folder.path + "/none.md"], 2, "no such file"), (["check", folder.path], 2, "folder"),
      (["check"], 64, "file"), (["check", path, "--min-share", "2"], 64, "from 0 to 1"),
      (["check", path, "--sector", "socal"], 2, "social"),
      (["check", path, "--platform", "boskamot"], 2, "boskamott"),
      (["check", path, "--as", "Privacy Polic"], 2, "Privacy Policy"),
      (["check", path, "--format", "svg"], 64, "svg"),
    ]
    for (arguments, status, hint) in runs {
      let run = try clause.run(arguments)
      #expect(
        run.status == status && run.errors.contains(hint) && run.output.isEmpty, "\(arguments): \(run.errors)"
      )
    }
  }
}
