import Foundation
import Testing

@Suite("Exit codes, streams and messages")
struct ConductTests {
  private let clause: Clause

  init() throws { clause = try Clause.sample }

  @Test(
    "0 found, 1 nothing found, 2 failed, 64 wrong usage",
    arguments: [
      (["search", "arbitration"], 0), (["search", "quoxnorf"], 1), (["search"], 1),
      (["search", "-arbitration"], 0),
      (["search", "--colour"], 64), (["search", "a", "--format", "xml"], 64), (["show", "CL-0000000000"], 2),
      (["show"], 64), (["similar"], 64), (["similar", "CL-0000000000"], 2), (["similar", "--text", "…"], 64),
      (["similar", "--text", "Zwirbel quoxnorf blimblam."], 1), (["similar", "CL-0", "--text", "both"], 64),
      (["prevalence"], 64), (["prevalence", "--text", "a b", "--query", "a"], 64),
      (["prevalence", "--text", "Zwirbel quoxnorf."], 1), (["prevalence", "--query", "arbitration"], 0),
      (["prevalence", "--text", "a b", "--min-score", "2"], 64),
      (["prevalence", "--text", "a b", "--min-score", "nan"], 64),
      (["prevalence", "--text", "a b", "--list", "shared"], 64),
      (["prevalence", "--text", "a b", "--platform", "nobody"], 2),
      (["compare", "boskamott"], 64), (["compare", "boskamott", "nobody"], 2),
      (["compare", "--query", "quoxnorf"], 1),
      (["platforms", "sector:nosuch"], 1), (["platforms", "word"], 64),
      (["documents", "--left-out", "sector:ai"], 64),
      (["nosuchverb"], 64), (["--version"], 0), (["--help"], 0), (["search", "--help"], 0),
      (["pull", "--depth", "0"], 64),
      (["pull", "nosuchcollection"], 64),
      (["search", "arbitration", "--index", "/nonexistent/index.sqlite"], 2),
    ] as [([String], Int32)])
  func exitCodes(_ arguments: [String], _ status: Int32) throws {
    let run = try clause.run(arguments)
    #expect(run.status == status, "\(run.errors) \(run.output.prefix(200))")
    if status >= 2 {
      #expect(run.output.isEmpty, "data only on standard output")
      #expect(!run.errors.isEmpty)
    }
  }

  @Test("every verb explains itself with --help, in lines that fit")
  func help() throws {
    for verb in [
      "pull", "build", "search", "show", "similar", "prevalence", "check", "compare", "platforms",
      "documents",
      "stats", "verify",
    ] {
      let run = try clause(verb, "--help")
      #expect(run.status == 0 && run.output.contains("USAGE: clause \(verb)"))
    }
  }

  @Test("without an index the message says how to build one")
  func missingIndex() throws {
    let empty = try Clause()
    for verb in ["search", "stats", "verify", "platforms"] {
      let run = try empty(verb)
      #expect(run.status == 2 && run.output.isEmpty)
      #expect(
        run.errors.contains("there is no index at \(empty.index)") && run.errors.contains("clause build"),
        "\(run.errors)")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: empty.home.path).isEmpty, "asking makes no file")
  }

  @Test("an unknown platform brings the nearest names")
  func nearNames() throws {
    let run = try clause("compare", "boskamot", "boskango")
    #expect(
      run.status == 2 && run.errors.contains("did you mean") && run.errors.contains("boskamott"),
      "\(run.errors)")
  }

  @Test("notes go to standard error where rows have no room for them")
  func notes() throws {
    let run = try clause("search", "arbitraton", "--format", "csv")
    #expect(run.status == 1 && run.errors.contains("arbitration") && !run.output.contains("arbitration"))
  }

  @Test("a reader that closes the pipe early ends the command quietly")
  func closedPipe() throws {
    let run = try Clause.run(
      "/bin/sh", ["-c", "\"$0\" search data --all --limit 0 --format csv | head -n 1", Clause.binary],
      environment: clause.variables)
    #expect(
      run.status == 0 && run.output.hasPrefix("clause,") && !run.errors.contains("clause:"), "\(run.errors)")
  }

  @Test(
    "a full disk is a failure that is said",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "this system has no /dev/full"))
  func fullDisk() throws {
    let run = try Clause.run(
      "/bin/sh", ["-c", "\"$0\" search data --format csv > /dev/full", Clause.binary],
      environment: clause.variables)
    #expect(run.status == 2 && run.errors.contains("can't write"), "\(run.status) \(run.errors)")
    let silent = try Clause.run(
      "/bin/sh", ["-c", "\"$0\" search quoxnorf 2> /dev/full", Clause.binary], environment: clause.variables)
    #expect(silent.status == 1)
  }

  @Suite("A passage on standard input")
  struct Passages {
    private let clause: Clause

    init() throws { clause = try Clause.sample }

    @Test("is asked about as if it were typed")
    func piped() throws {
      let text = "You may bring claims only in your individual capacity, and not in a class action.\n"
      for verb in ["similar", "prevalence"] {
        let piped = try clause(verb, "-", "--format", "json", input: Data(text.utf8))
        let typed = try clause(verb, "--text", text, "--format", "json")
        #expect(piped.status == 0 && piped.output == typed.output)
      }
    }

    @Test(
      "that is no text is refused with advice, and never ends the command otherwise",
      arguments: [
        ([0x61, 0xFF, 0xFE, 0x62], "UTF-8"), ([0xC3], "UTF-8"), ([0xED, 0xA0, 0x80], "UTF-8"),
        ([], "no words"),
        ([0x20, 0x0A], "no words"), ([0x00], "no words"), ([0xE2, 0x80, 0xA6], "no words"),
      ] as [([UInt8], String)])
    func notText(_ bytes: [UInt8], _ advice: String) throws {
      for verb in ["similar", "prevalence"] {
        let run = try clause(verb, "-", input: Data(bytes))
        #expect(run.status == 64 && run.errors.contains(advice) && run.output.isEmpty, "\(run.errors)")
      }
    }

    @Test("may be very long")
    func long() throws {
      let text = String(
        repeating: "We may change these terms at any time without notice to you. ", count: 5_000)
      let run = try clause("similar", "-", "--format", "json", input: Data(text.utf8))
      #expect(run.status <= 1, "\(run.errors)")
      let notes = try run.json()["notes"] as? [String]
      #expect(notes?.contains { $0.contains("one at a time") } == true)
    }
  }
}
