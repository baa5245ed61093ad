import Foundation
import GRDB
import Testing

@Suite("clause verify")
struct VerifyTests {
  private let clause: Clause
  private let terms: TemporaryFolder

  /// An index of two documents of one's own.
  init() throws {
    clause = try Clause()
    terms = try TemporaryFolder()
    for name in ["Alpha", "Beta"] { try terms.write(Terms.of(name), to: "own/\(name)/Terms of Service.md") }
    let build = try clause("build", "--collection", terms.path + "/own")
    try #require(build.status == 0, "\(build.errors)")
  }

  private func verify(_ arguments: String...) throws -> Clause.Run {
    try clause.run(["verify", "--collection", terms.path + "/own"] + arguments)
  }

  private func change(_ sql: String) throws {
    let queue = try DatabaseQueue(path: clause.index)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test("passes on an index that is true to its documents")
  func passes() throws {
    let run = try verify()
    #expect(
      run.status == 0 && run.output.contains("2 of 2 documents") && run.output.contains("All is well"),
      "\(run.output)")
  }

  @Test("finds a clause whose words were changed, and says in which document and line")
  func tampered() throws {
    // FTS5 is told too, so that only the hash can give it away.
    try change(
      """
      UPDATE clause SET text = replace(text, 'not binding', 'binding') WHERE text LIKE '%parrot%';
      INSERT INTO clause_fts (clause_fts) VALUES ('rebuild')
      """)
    let run = try verify("--format", "json")
    #expect(run.status == 2)
    let findings = try #require(try run.json()["findings"] as? [String])
    #expect(
      findings.count == 2
        && findings.allSatisfy { $0.contains(/own\/(Alpha|Beta)\/Terms of Service.md:11: text of CL-/) },
      "\(findings)")
    let rows = CSV.rows(try verify("--format", "csv").output)
    #expect(rows.count == 3 && rows[0] == ["finding"])
  }

  @Test("finds words that were changed behind the full-text table's back")
  func tamperedText() throws {
    try change("UPDATE clause SET text = text || ' more' WHERE number = 1")
    let run = try verify()
    #expect(
      run.status == 2 && run.errors.contains("full-text table") && run.errors.contains("clause build"),
      "\(run.errors)")
  }

  @Test(
    "finds a place that was moved, an id that was changed, and a document that was edited",
    arguments: [
      ("UPDATE clause SET first_byte = first_byte + 1 WHERE number = 1", "place of"),
      ("UPDATE clause SET last_line = last_line + 1 WHERE number = 1", "place of"),
      ("UPDATE clause SET id = 'CL-0000000000' WHERE number = 1", "should be"),
    ])
  func moved(_ sql: String, _ finding: String) throws {
    try change(sql)
    let run = try verify()
    #expect(run.status == 2 && run.output.contains(finding), "\(run.output)")
  }

  @Test("says which documents are edited or gone since")
  func edited() throws {
    try terms.write(Terms.of("Alpha", more: "One more rule."), to: "own/Alpha/Terms of Service.md")
    let edited = try verify()
    #expect(edited.status == 2 && edited.output.contains("own/Alpha/Terms of Service.md"))
    try FileManager.default.removeItem(atPath: terms.path + "/own/Alpha")
    let gone = try verify()
    #expect(
      gone.status == 0 && gone.output.contains("not there: own/Alpha/Terms of Service.md"), "\(gone.output)")
    #expect(gone.output.contains("1 of 2 documents"))
  }

  @Test(
    "reads an index that may not be written to, without changing a byte",
    .enabled(if: Nobody.isThere, "takes root and setpriv"))
  func readOnly() throws {
    try Nobody.open(clause.home.path)
    try Nobody.open(terms.path)
    let before = try Data(contentsOf: URL(fileURLWithPath: clause.index))
    let run = try Nobody.run(
      Clause.binary, ["verify", "--collection", terms.path + "/own"], clause.variables)
    #expect(run.status == 0 && run.output.contains("All is well"), "\(run.errors)")
    #expect(try Nobody.run(Clause.binary, ["search", "parrot"], clause.variables).status == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: clause.index)) == before)
  }

  @Test("two at a time do not disturb one another")
  func twoAtATime() throws {
    let files = try (0..<4).map { _ in try TemporaryFolder() }
    let processes = try files.map {
      try Clause.start(
        Clause.binary, ["verify", "--collection", terms.path + "/own"], environment: clause.variables,
        files: $0)
    }
    for process in processes { process.waitUntilExit() }
    #expect(processes.map(\.terminationStatus) == [0, 0, 0, 0])
  }
}

/// A user without rights.
enum Nobody {
  static let isThere = geteuid() == 0 && FileManager.default.fileExists(atPath: "/usr/bin/setpriv")

  /// Lets everyone read a folder, and only root write there.
  static func open(_ path: String) throws {
    try #require(try Clause.run("/bin/chmod", ["-R", "a+rX,go-w", path]).status == 0)
  }

  static func run(_ program: String, _ arguments: [String], _ environment: [String: String]) throws
    -> Clause.Run
  {
    try Clause.run(
      "/usr/bin/setpriv", ["--reuid", "65534", "--regid", "65534", "--clear-groups", program] + arguments,
      environment: environment)
  }
}
