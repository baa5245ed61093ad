import Foundation
import Testing

@testable import ClauseIndex

struct GitRepositoryTests {
  @Test("a technical upgrade is no change by the service")
  func technicalUpgrade() throws {
    let fixture = try GitFixture()
    let path = "One/Terms of Service.md"
    try fixture.commit("Start tracking One Terms of Service", on: "2020-01-01", [path: "a\n"])
    try fixture.commit("Update One Terms of Service", on: "2021-01-01", [path: "b\n"])
    try fixture.commit("Refilter One Terms of Service", on: "2022-01-01", [path: "c\n"])
    let change = try fixture.commit(
      "Record new changes of One Terms of Service", on: "2023-01-01", [path: "d\n"])
    let upgrade = try fixture.commit(
      "Apply technical or declaration upgrade on One Terms of Service", on: "2024-01-01", [path: "e\n"])
    try fixture.commit(
      "First record of Two Terms of Service", on: "2025-01-01", ["Two/Terms of Service.md": "x\n"])

    let repository = try openRepository(at: fixture.path)
    let history = try #require(try repository.history()[path])
    #expect(history.firstRecorded.day == "2020-01-01")
    #expect(history.lastChanged.day == "2023-01-01")
    #expect(history.changeCommit == change)
    #expect(history.commit == upgrade)
    #expect(history.versions == 3)
    #expect(try repository.state().date?.day == "2025-01-01")
  }

  @Test("where every version is technical, the first stands for the service's")
  func onlyTechnical() throws {
    let fixture = try GitFixture()
    let first = try fixture.commit("Refilter One Terms", on: "2020-01-01", ["One/Terms.md": "a\n"])
    try fixture.commit("Refilter One Terms", on: "2021-01-01", ["One/Terms.md": "b\n"])
    let history = try #require(try openRepository(at: fixture.path).history()["One/Terms.md"])
    #expect(history.changeCommit == first)
    #expect(history.versions == 1)
  }

  @Test("names with accents, quotes and spaces come through")
  func unusualNames() throws {
    let fixture = try GitFixture()
    let names = ["DALL·E/Terms \"new\".md", "Über uns/Terms.md", "a\tb/Terms.md", "café/-x.md"]
    try fixture.commit(
      "First record", on: "2020-01-01", Dictionary(uniqueKeysWithValues: names.map { ($0, "t\n") }))
    let repository = try openRepository(at: fixture.path)
    let files = try repository.files()
    #expect(Set(files.map(\.path)) == Set(names))
    #expect(try Set(repository.history().keys) == Set(names))
    #expect(try repository.contents(of: files).allSatisfy { $0 == Array("t\n".utf8) })
  }

  @Test("contents come in the order asked, empty files and large ones too")
  func contents() throws {
    let fixture = try GitFixture()
    let large = String(repeating: "0123456789abcde\n", count: 100_000)
    try fixture.commit("First record", on: "2020-01-01", ["A/a.md": large, "B/b.md": "", "C/c.md": "c"])
    let repository = try openRepository(at: fixture.path)
    let files = try repository.files()
    #expect(files.map(\.size) == [1_600_000, 0, 1])
    let contents = try repository.contents(of: files.reversed())
    #expect(contents == [Array("c".utf8), [], Array(large.utf8)])
    #expect(try repository.contents(of: []).isEmpty)
  }

  @Test("a checkout is read as committed, not as it lies there")
  func readsHead() throws {
    let fixture = try GitFixture()
    try fixture.commit("First record", on: "2020-01-01", ["One/Terms.md": "committed\n"])
    try fixture.folder.write("changed\n", to: "One/Terms.md")
    let repository = try openRepository(at: fixture.path)
    let contents = try repository.contents(of: repository.files())
    #expect(contents == [Array("committed\n".utf8)])
  }

  @Test("a plain folder inside somebody's git repository is read as a folder")
  func folderInsideRepository() throws {
    let fixture = try GitFixture()
    try fixture.commit("First record", on: "2020-01-01", ["collection/One/Terms.md": "text\n"])
    let repository = try openRepository(at: fixture.path + "/collection")
    #expect(try repository.files().map(\.path) == ["One/Terms.md"])
    #expect(try repository.state().commit == nil)
    #expect(try repository.history().isEmpty)
  }

  @Test("a repository without a version, and a path without a folder, say so")
  func nothingThere() throws {
    let fixture = try GitFixture()
    let empty = try openRepository(at: fixture.path)
    #expect(throws: IndexError.self) { try empty.state() }
    let error = #expect(throws: IndexError.self) { try openRepository(at: fixture.path + "/none") }
    #expect(error?.description.contains("there is no such folder") == true)
  }

  @Test("variables that a git hook leaves behind don't lead elsewhere")
  func hookEnvironment() throws {
    let fixture = try GitFixture()
    try fixture.commit("First record", on: "2020-01-01", ["One/Terms.md": "text\n"])
    var environment = ProcessInfo.processInfo.environment
    environment["GIT_DIR"] = "/nowhere"
    environment["GIT_OBJECT_DIRECTORY"] = "/nowhere"
    let git = try Git(environment: environment)
    #expect(try git.run(["rev-parse", "HEAD"], gitFolder: fixture.path + "/.git").status == 0)
  }

  @Test("without git there is one clear message")
  func gitIsMissing() {
    #expect(throws: IndexError.gitNotFound(searchPath: "/nowhere")) {
      try Git(environment: ["PATH": "/nowhere"])
    }
  }

  @Test("a program that fills both outputs doesn't stall")
  func drainsBothOutputs() throws {
    let script =
      "i=0; while [ $i -lt 3000 ]; do echo 0123456789012345678901234567890123456789; "
      + "echo 0123456789012345678901234567890123456789 >&2; i=$((i+1)); done; cat; exit 3"
    var lines = 0
    let output = try ChildProcess.run(
      "/bin/sh", ["-c", script], environment: [:], input: Array("end".utf8), progress: { _ in lines += 1 })
    #expect(output.status == 3)
    #expect(output.standardOutput.count == 3000 * 41 + 3)
    #expect(output.standardError.utf8.count == 3000 * 41)
    #expect(lines == 3000)
  }
}
