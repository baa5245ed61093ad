import Foundation
import Testing

@Suite("clause pull")
struct PullTests {
  private let clause: Clause
  private let folder: TemporaryFolder

  /// A corpus folder of one collection, whose address is a folder on this computer.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "id\tname\trepository\tlicence\tattribution\nbirds\tBirds\thttps://birds.invalid/birds-versions\tODbL-1.0\tThe test\n",
      to: "corpus/collections.tsv")
    try folder.write(
      "id\tname\tcompany\tsector\tcountry\tservices\nalpha\tAlpha\tAlpha Inc\tbirds\tDE\tbirds/Alpha\nsilent\tSilent\tSilent Inc\tbirds\tDE\tbirds/Silent\n",
      to: "corpus/platforms.tsv")
    try folder.write(
      "collection\tservice\tterms_type\tsource_url\nbirds\tAlpha\tTerms of Service\thttps://alpha.example/terms\n",
      to: "corpus/sources.tsv")
    var clause = try Clause()
    clause.environment = ["CLAUSE_CORPUS": folder.path + "/corpus"]
    self.clause = clause
    try git("init", "--quiet", "--initial-branch", "main", folder.path + "/birds")
    try commit("First record of Alpha Terms of Service", on: "2025-02-03", Terms.of("Alpha"))
    try bundle()
  }

  private func git(_ arguments: String..., on day: String = "2025-01-01") throws {
    var environment = ProcessInfo.processInfo.environment
    for name in ["AUTHOR", "COMMITTER"] {
      environment["GIT_\(name)_DATE"] = "\(day)T12:00:00Z"
      environment["GIT_\(name)_NAME"] = "Test"
      environment["GIT_\(name)_EMAIL"] = "test@example.org"
    }
    let run = try Clause.run("/usr/bin/env", ["git"] + arguments, environment: environment)
    try #require(run.status == 0, "\(run.errors)")
  }

  private func commit(_ message: String, on day: String, _ text: String) throws {
    try folder.write(text, to: "birds/Alpha/Terms of Service.md")
    try git("-C", folder.path + "/birds", "add", "--all", on: day)
    try git("-C", folder.path + "/birds", "commit", "--quiet", "--message", message, on: day)
  }

  /// Puts everything into the mirror.
  private func bundle() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/mirror", withIntermediateDirectories: true)
    try git(
      "-C", folder.path + "/birds", "bundle", "create", "--quiet", folder.path + "/mirror/birds.bundle",
      "--all")
  }

  private func pull(_ arguments: String...) throws -> Clause.Run {
    try clause.run(["pull", "--mirror", folder.path + "/mirror"] + arguments)
  }

  @Test(
    "takes a collection from a mirror; built from it, a record has the dates and the commit of its history")
  func mirror() throws {
    let run = try pull()
    #expect(run.status == 0 && run.output.contains("birds: cloned, 1 version"), "\(run.output) \(run.errors)")
    let build = try clause("build")
    #expect(build.status == 0, "\(build.errors)")
    let record = try clause("show", clause.firstHit("parrot"), "--format", "json").json()
    #expect(record["first_recorded"] as? String == "2025-02-03T12:00:00Z")
    #expect(record["last_changed"] as? String == "2025-02-03T12:00:00Z")
    #expect(record["source_url"] as? String == "https://alpha.example/terms")
    #expect((record["commit"] as? String)?.count == 40)
    #expect(
      try clause("show", clause.firstHit("parrot"), "--cite", "bibtex").output.contains("year = {2025}"))
    #expect(try clause("verify").status == 0)
  }

  @Test("again brings what is new, and the dates follow; the index stays true to what it was built from")
  func update() throws {
    #expect(try pull().status == 0 && clause("build").status == 0)
    #expect(try pull().output.contains("birds: unchanged"))
    try commit(
      "Record new changes of Alpha Terms of Service", on: "2026-04-05",
      Terms.of("Alpha", more: "Geese may cross the road."))
    try bundle()
    #expect(try pull().output.contains("birds: updated"))
    #expect(try clause("verify").status == 0, "the version that was indexed is still there")
    #expect(try clause("search", "geese").status == 1)
    #expect(try clause("build").status == 0)
    #expect(try clause("search", "geese", "changed:2026").status == 0)
    #expect(try clause("search", "geese", "changed:<2026").status == 1)
  }

  @Test("of the newest versions only indexes the same clauses without dates, and says so")
  func shallow() throws {
    try commit(
      "Record new changes of Alpha Terms of Service", on: "2026-04-05",
      Terms.of("Alpha", more: "Geese may cross the road."))
    try bundle()
    #expect(try pull("--depth", "1").status == 0)
    let build = try clause("build")
    #expect(build.status == 0 && build.errors.contains("without history"), "\(build.errors)")
    let record = try clause("show", clause.firstHit("geese"), "--format", "json").json()
    #expect(record["last_changed"] is NSNull)
  }

  @Test("that fails says what to do, and leaves what was there")
  func failures() throws {
    #expect(try pull().status == 0 && clause("build").status == 0)
    let before = try clause("search", "parrot").output
    let empty = try clause("pull", "--mirror", folder.path + "/nowhere")
    #expect(empty.status == 2 && empty.errors.contains("/nowhere"), "\(empty.errors)")
    let bundle = folder.path + "/mirror/birds.bundle"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: bundle))
    try commit(
      "Record new changes of Alpha Terms of Service", on: "2026-04-05", Terms.of("Alpha", more: "Geese."))
    try self.bundle()
    let newer = try Data(contentsOf: URL(fileURLWithPath: bundle))
    for damaged in [newer.prefix(newer.count - 30), Data("no bundle".utf8), Data()] {
      try damaged.write(to: URL(fileURLWithPath: bundle))
      let run = try pull()
      #expect(
        run.status == 2 && run.errors.contains("birds") && run.errors.contains("git bundle verify"),
        "\(run.errors)")
      #expect(try clause("build").status == 0)
      #expect(try clause("search", "parrot").output == before)
    }
    try bytes.write(to: URL(fileURLWithPath: bundle))
    #expect(try pull().status == 0)
  }
}
