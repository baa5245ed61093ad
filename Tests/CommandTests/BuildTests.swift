import Foundation
import Testing

@Suite("clause build")
struct BuildTests {
  private let clause: Clause
  private let terms: TemporaryFolder

  init() throws {
    clause = try Clause()
    terms = try TemporaryFolder()
  }

  private var own: String { terms.path + "/own" }

  @Suite("A folder of one's own")
  struct OwnFolder {
    private let clause: Clause
    private let terms: TemporaryFolder

    init() throws {
      clause = try Clause()
      terms = try TemporaryFolder()
      try terms.write(Terms.of("Alpha"), to: "own/Alpha/Terms of Service.md")
    }

    @Test("becomes platforms of its services, named by their folders")
    func services() throws {
      try terms.write(Terms.of("Beta"), to: "own/Beta Bird Co/Terms of Service.md")
      #expect(try clause("build", "--collection", terms.path + "/own").status == 0)
      let rows = CSV.rows(
        try clause("platforms", "--format", "csv", "--columns", "platform,name,documents").output)
      #expect(rows.dropFirst() == [["alpha", "Alpha", "1"], ["beta-bird-co", "Beta Bird Co", "1"]])
      let answer = try clause(
        "similar", "--text", "Orders placed by a talking parrot are not binding on its keeper.", "--format",
        "json"
      ).json()
      #expect((answer["matches"] as? [[String: Any]])?.count == 2)
    }

    @Test("beside the sample adds to its platforms, and the corpus is named so")
    func besideSample() throws {
      let run = try clause("build", "--sample", "--collection", terms.path + "/own")
      #expect(run.status == 0, "\(run.errors)")
      let stats = try clause("stats", "--format", "json").json()["corpus"] as? [String: Any]
      #expect(stats?["platforms"] as? Int == 326)
      #expect((stats?["name"] as? String)?.contains("sample corpus") == true)
    }

    @Test("with broken files is indexed without them, and each is reported with its reason")
    func brokenFiles() throws {
      try terms.write(Data(), to: "own/Empty/Terms of Service.md")
      try terms.write(
        Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00]),
        to: "own/Binary/Terms of Service.md")
      let text = Data(Terms.of("Cut", more: "Café").utf8)
      try terms.write(text.prefix(upTo: text.count - 2), to: "own/Cut/Terms of Service.md")
      try terms.write(
        Data(Terms.of("Latin").utf8) + Data([0x63, 0x61, 0x66, 0xE9, 0x20]),
        to: "own/Latin/Terms of Service.md")
      try terms.write(
        Data(repeating: UInt8(ascii: "a"), count: 50_000_000), to: "own/Huge/Terms of Service.md")
      try terms.write("  \n\n\t\n", to: "own/Blank/Terms of Service.md")
      try terms.write("404 not found\n", to: "own/Error/Terms of Service.md")
      try terms.write(Terms.of("Deep"), to: "own/Deep/er/Terms of Service.md")
      try terms.write("stray", to: "own/stray.txt")
      try FileManager.default.createSymbolicLink(
        atPath: terms.path + "/own/Alpha/Linked.md", withDestinationPath: "/etc/passwd")
      try FileManager.default.createSymbolicLink(
        atPath: terms.path + "/own/Loop", withDestinationPath: terms.path + "/own")
      let run = try clause("build", "--collection", terms.path + "/own")
      #expect(run.status == 0, "\(run.errors)")
      let rows = CSV.rows(
        try clause("documents", "--left-out", "--format", "csv", "--columns", "path,reason,detail").output
      ).dropFirst()
      let reasons = Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
      let name = "Terms of Service.md"
      #expect(reasons["Empty/\(name)"] == "empty" && reasons["Blank/\(name)"] == "empty", "\(reasons)")
      #expect(reasons["Binary/\(name)"] == "binary" && reasons["Latin/\(name)"] == "invalidUTF8")
      #expect(reasons["Cut/\(name)"] == "invalidUTF8" && reasons["Huge/\(name)"] == "tooLarge")
      #expect(reasons["Error/\(name)"] == "noTerms" && reasons["Alpha/Linked.md"] == "notADocument")
      #expect(rows.first { $0[0] == "Latin/\(name)" }?[2].contains("line ") == true, "says where")
      let documents = CSV.rows(try clause("documents", "--format", "csv", "--columns", "platform").output)
        .dropFirst()
      #expect(documents.map { $0[0] } == ["alpha"])
      #expect(try !clause("search", "root", "--all").output.contains("/bin/"), "links are not followed")
    }

    @Test("that is not there, is a file, or holds nothing is an error that names it")
    func notAFolder() throws {
      let missing = try clause("build", "--collection", terms.path + "/nowhere")
      #expect(missing.status == 2 && missing.errors.contains(terms.path + "/nowhere"), "\(missing.errors)")
      let file = try clause("build", "--collection", terms.write("a file", to: "file"))
      #expect(file.status == 2 && file.errors.contains(terms.path + "/file"))
      #expect(!FileManager.default.fileExists(atPath: clause.index))
    }

    @Test("twice under one name is refused: one of them would be silently left out")
    func sameName() throws {
      try terms.write(Terms.of("Other"), to: "elsewhere/own/Other/Terms of Service.md")
      let run = try clause(
        "build", "--collection", terms.path + "/own", "--collection", terms.path + "/elsewhere/own")
      #expect(run.status == 64 && run.errors.contains("own"), "\(run.status) \(run.errors)")
    }

    @Test("may have any names: spaces, dots, other scripts")
    func oddNames() throws {
      for name in ["名前", "A & B", "..hidden", "Ünïcode", "-dash", "quote\"s", "it's", "tab\tbed"] {
        try terms.write(Terms.of(name), to: "own/\(name)/Terms of Service.md")
      }
      let run = try clause("build", "--collection", terms.path + "/own")
      #expect(run.status == 0, "\(run.errors)")
      let tsv = try clause("platforms", "--format", "tsv").output.split(separator: "\n")
      #expect(Set(tsv.map { $0.split(separator: "\t", omittingEmptySubsequences: false).count }).count == 1)
      #expect(tsv.count >= 8)
      let ids = CSV.rows(try clause("platforms", "--format", "csv", "--columns", "platform").output)
        .dropFirst()
      #expect(Set(ids).count == ids.count)
    }
  }

  @Suite("A registry")
  struct Registries {
    private let clause: Clause
    private let folder: TemporaryFolder
    private static let heading = "id\tname\tcompany\tsector\tcountry\tservices\n"

    init() throws {
      clause = try Clause()
      folder = try TemporaryFolder()
      try folder.write(Terms.of("Alpha"), to: "own/Alpha/Terms of Service.md")
      try folder.write(Terms.of("Alpha Two"), to: "own/Alpha Two/Terms of Service.md")
    }

    private func build(_ rows: String) throws -> Clause.Run {
      let path = try folder.write(Data((Registries.heading + rows).utf8), to: "platforms.tsv")
      return try clause("build", "--collection", folder.path + "/own", "--platforms", path)
    }

    @Test("of one's own joins services to a platform")
    func joins() throws {
      let run = try build("alpha\tAlpha\tAlpha Inc\tbirds\tDE\town/Alpha; own/Alpha Two\n")
      #expect(run.status == 0, "\(run.errors)")
      let rows = CSV.rows(
        try clause("platforms", "--format", "csv", "--columns", "platform,company,documents").output)
      #expect(rows.dropFirst() == [["alpha", "Alpha Inc", "2"]])
    }

    @Test(
      "with a bad row is refused with file and line, and the old index stays",
      arguments: [
        ("a\tA\tA Inc\tbirds\tDE\n", 2), ("a\tA\tA Inc\tbirds\tGermany\town/Alpha\n", 2),
        ("A b\tA\tA\tbirds\tDE\town/Alpha\n", 2),
        ("a\tA\tA\tbirds\tDE\town/Alpha\na\tB\tB\tbirds\tDE\town/Alpha Two\n", 3),
        ("a\tA\tA\tbirds\tDE\town/Alpha\nb\tB\tB\tbirds\tDE\town/Alpha\n", 3),
        ("\n\na\t\tA\tbirds\tDE\town/Alpha\n", 4),
        ("a\tA\tA\tbirds\tDE\tnosuch/Alpha\n", 2), ("a\tA\tA\tbirds\tDE\tAlpha\n", 2),
        ("a\tA\tA\tbirds\tDE\town/../Alpha\n", 2),
      ])
    func badRows(_ rows: String, _ line: Int) throws {
      #expect(try build("alpha\tAlpha\tAlpha Inc\tbirds\tDE\town/Alpha\n").status == 0)
      let before = try clause("search", "parrot").output
      let run = try build(rows)
      #expect(run.status == 2 && run.errors.contains("platforms.tsv:\(line):"), "\(run.errors)")
      #expect(try clause("search", "parrot").output == before)
    }

    @Test("that is missing, empty, or no table is refused by name")
    func noTable() throws {
      let missing = try clause("build", "--sample", "--platforms", folder.path + "/none.tsv")
      #expect(missing.status == 2 && missing.errors.contains("none.tsv"), "\(missing.errors)")
      for data in [Data(), Data([0xFF, 0xFE, 0x00]), Data("name\tid\n".utf8)] {
        let run = try clause("build", "--sample", "--platforms", folder.write(data, to: "bad.tsv"))
        #expect(run.status == 2 && run.errors.contains("bad.tsv:1"), "\(run.errors)")
      }
    }

    @Test("with the same service in two collections keeps both documents apart")
    func sameServiceTwice() throws {
      try folder.write(Terms.of("Alpha of the other collection"), to: "second/Alpha/Terms of Service.md")
      let path = try folder.write(
        "\(Registries.heading)alpha\tAlpha\tAlpha Inc\tbirds\tDE\town/Alpha; second/Alpha\n", to: "two.tsv")
      let run = try clause(
        "build", "--collection", folder.path + "/own", "--collection", folder.path + "/second", "--platforms",
        path)
      #expect(run.status == 0, "\(run.errors)")
      let stats = try clause("stats", "--format", "json").json()["corpus"] as? [String: Any]
      #expect(stats?["documents"] as? Int == 3)
    }
  }

  @Test("without pulled collections says how to get them")
  func nothingPulled() throws {
    let run = try clause("build")
    #expect(run.status == 2 && run.errors.contains("clause pull"), "\(run.errors)")
  }

  @Test("into a place below a file says that it can't write there")
  func unwritable() throws {
    try terms.write(Terms.of("Alpha"), to: "own/Alpha/Terms of Service.md")
    let file = try terms.write("a file", to: "file")
    let run = try clause("build", "--collection", own, "--index", file + "/index.sqlite")
    #expect(run.status == 2 && run.errors.contains("can't write \(file)"), "\(run.errors)")
  }

  @Test("with a limit on the size of files fails with a message, and the old index answers as before")
  func fileSizeLimit() throws {
    try terms.write(Terms.of("Alpha"), to: "own/Alpha/Terms of Service.md")
    #expect(try clause("build", "--collection", own).status == 0)
    let before = try clause("search", "parrot").output
    // Blocks of 1,024 bytes: the sample's index takes 16 MB.
    let run = try Clause.run(
      "/bin/bash", ["-c", "trap '' XFSZ; ulimit -f 2000; \"$0\" build --sample", Clause.binary],
      environment: clause.variables)
    #expect(
      run.status == 2 && run.errors.contains("can't write") && run.errors.contains("disk is full"),
      "\(run.errors)")
    #expect(try clause("search", "parrot").output == before)
    #expect(!FileManager.default.fileExists(atPath: clause.index + ".building"))
  }

  @Test("killed at ten moments leaves the old index answering the same, and the next build works")
  func killed() throws {
    try terms.write(Terms.of("Alpha"), to: "own/Alpha/Terms of Service.md")
    #expect(try clause("build", "--collection", own).status == 0)
    let before = try clause("search", "parrot", "--format", "json").output
    let files = try TemporaryFolder()
    // A third of the sample: long enough to be killed at different steps.
    let build = ["build", "--collection", Clause.package + "/Corpus/sample/sample-ai"]
    let began = Date()
    #expect(try Clause().run(build).status == 0)
    let whole = Date().timeIntervalSince(began)
    for moment in 1...10 {
      let process = try Clause.start(
        Clause.binary, build, environment: clause.variables, files: files)
      Thread.sleep(forTimeInterval: whole * Double(moment) / 11)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let after = try clause("search", "parrot", "--format", "json")
      if process.terminationReason == .uncaughtSignal {
        #expect(after.output == before, "killed after \(moment)/11 of \(whole) s")
      } else {
        // The machine was quicker than measured: the build was done.
        #expect(process.terminationStatus == 0)
        #expect(try clause("build", "--collection", own).status == 0)
      }
    }
    #expect(try clause("build", "--collection", own).status == 0)
    #expect(try clause("search", "parrot", "--format", "json").output == before)
    #expect(!FileManager.default.fileExists(atPath: clause.index + ".building"))
  }
}
