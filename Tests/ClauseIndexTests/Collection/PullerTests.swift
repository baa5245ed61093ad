import Foundation
import Testing

@testable import ClauseIndex

struct PullerTests {
  /// A mirror, a data folder, and a collection with three versions.
  private struct Stage {
    let folder = try! TemporaryFolder()
    let fixture: GitFixture
    var data: DataFolder { DataFolder(path: folder.path + "/data") }
    var mirror: String { folder.path + "/mirror" }

    init() throws {
      fixture = try GitFixture()
      for year in 2020...2022 {
        try fixture.commit("Update", on: "\(year)-01-01", ["One/Terms.md": "\(year)\n"])
      }
      try FileManager.default.createDirectory(
        atPath: folder.path + "/mirror", withIntermediateDirectories: true)
    }

    func pull(_ ids: String..., mirror: String? = nil, depth: Int? = nil) throws -> [PullResult] {
      let collections = ids.map { PullerTests.collection($0) }
      return try Puller().pull(collections, into: data, mirror: mirror ?? self.mirror, depth: depth)
    }
  }

  private static func collection(_ id: String, repository: String? = nil) -> TermsCollection {
    TermsCollection(
      id: id, name: id, repository: repository ?? "https://example.org/\(id)-versions.git", licence: "L",
      attribution: "A")
  }

  @Test("a bundle is cloned, and pulled again it is unchanged, then updated")
  func bundle() throws {
    let stage = try Stage()
    try stage.fixture.bundle(to: stage.mirror + "/one-versions.bundle")
    let first = try stage.pull("one")
    #expect(first.map(\.outcome) == [.cloned])
    #expect(first[0].commits == 3)
    #expect(first[0].newest?.day == "2022-01-01")
    #expect(try stage.pull("one").map(\.outcome) == [.unchanged])

    try stage.fixture.commit("Update", on: "2023-01-01", ["One/Terms.md": "2023\n"])
    try stage.fixture.bundle(to: stage.mirror + "/one-versions.bundle")
    let second = try stage.pull("one")
    #expect(second.map(\.outcome) == [.updated])
    #expect(second[0].commits == 4)
    let repository = try openRepository(at: stage.data.repository(of: "one"))
    #expect(try repository.contents(of: repository.files()) == [Array("2023\n".utf8)])
  }

  @Test(
    "a mirror may hold bundles, bare repositories and checkouts",
    arguments: ["one.git", "one", "one-versions.git"])
  func mirrorForms(_ name: String) throws {
    let stage = try Stage()
    let bare = name.hasSuffix(".git") ? ["--bare"] : []
    try stage.fixture.run(
      "clone", "--quiet", bare.first ?? "--no-tags", stage.fixture.path, "\(stage.mirror)/\(name)")
    #expect(try stage.pull("one").map(\.outcome) == [.cloned])
  }

  @Test("an interrupted pull leaves nothing in the way of the next")
  func interrupted() throws {
    let stage = try Stage()
    try stage.fixture.bundle(to: stage.mirror + "/one.bundle")
    try stage.folder.write("half", to: "data/collections/.pulling-one.git/objects/pack/tmp_pack_1")
    #expect(try stage.pull("one").map(\.outcome) == [.cloned])
    #expect(try stage.folder.names("data/collections") == [".pull.lock", "one.git"])

    for lock in ["shallow.lock", "HEAD.lock", "refs/heads/main.lock", "objects/pack/tmp_pack_2"] {
      try stage.folder.write("", to: "data/collections/one.git/\(lock)")
    }
    try stage.fixture.commit("Update", on: "2023-01-01", ["One/Terms.md": "2023\n"])
    try stage.fixture.bundle(to: stage.mirror + "/one.bundle")
    #expect(try stage.pull("one").map(\.outcome) == [.updated])
  }

  @Test("a missing, a damaged, and a good collection: the good one is pulled, the others say what to do")
  func failures() throws {
    let stage = try Stage()
    try stage.fixture.bundle(to: stage.mirror + "/good.bundle")
    let whole = try Data(contentsOf: URL(fileURLWithPath: stage.mirror + "/good.bundle"))
    try whole.prefix(whole.count - 40).write(to: URL(fileURLWithPath: stage.mirror + "/cut.bundle"))
    try stage.folder.write("nonsense", to: "mirror/odd.bundle")
    let results = try stage.pull("missing", "cut", "odd", "good")
    #expect(results.map(\.hasFailed) == [true, true, true, false])
    #expect(results[0].description.contains("Put one of these there: missing.bundle"))
    #expect(results[1].description.contains("cut.bundle can't be read"))
    #expect(results[2].description.contains("git bundle verify"))
    #expect(try stage.folder.names("data/collections") == [".pull.lock", "good.git"])
  }

  @Test("a failed update leaves the collection as it was")
  func failedUpdate() throws {
    let stage = try Stage()
    try stage.fixture.bundle(to: stage.mirror + "/one.bundle")
    _ = try stage.pull("one")
    try stage.folder.write("nonsense", to: "mirror/one.bundle")
    let result = try stage.pull("one")[0]
    #expect(result.hasFailed)
    #expect(result.commits == 3)
  }

  @Test("without a network the message names the address and the way out")
  func noNetwork() throws {
    let folder = try TemporaryFolder()
    // Port 1 is reserved: nothing answers there.
    let collection = PullerTests.collection("one", repository: "http://127.0.0.1:1/one-versions.git")
    let results = try Puller().pull([collection], into: DataFolder(path: folder.path))
    #expect(results[0].description.contains("cannot reach http://127.0.0.1:1/one-versions.git"))
    #expect(results[0].description.contains("--mirror DIR"))
  }

  @Test("the newest versions alone, and the history later", arguments: ["one.bundle", "one.git"])
  func shallow(_ name: String) throws {
    let stage = try Stage()
    if name.hasSuffix(".bundle") {
      try stage.fixture.bundle(to: "\(stage.mirror)/\(name)")
    } else {
      try stage.fixture.run("clone", "--quiet", "--bare", stage.fixture.path, "\(stage.mirror)/\(name)")
    }
    let newest = try stage.pull("one", depth: 1)[0]
    #expect(newest.outcome == .cloned)
    #expect(newest.isShallow && newest.commits == 1)
    let path = stage.data.repository(of: "one")
    #expect(try openRepository(at: path).history().isEmpty)
    #expect(try stage.pull("one", depth: 1).map(\.outcome) == [.unchanged])

    let whole = try stage.pull("one")[0]
    #expect(whole.outcome == .updated)
    #expect(!whole.isShallow && whole.commits == 3)
    #expect(try openRepository(at: path).history()["One/Terms.md"]?.versions == 3)
    // What is here whole stays whole.
    #expect(try stage.pull("one", depth: 1)[0].commits == 3)
    #expect(try stage.folder.names("data/collections") == [".pull.lock", "one.git"])
  }

  @Test("two pulls at once: the second is told to wait")
  func lock() throws {
    let stage = try Stage()
    try stage.fixture.bundle(to: stage.mirror + "/one.bundle")
    try FileManager.default.createDirectory(atPath: stage.data.collections, withIntermediateDirectories: true)
    let held = try PullLock(folder: stage.data.collections)
    #expect(throws: IndexError.pullIsRunning(lock: stage.data.collections + "/.pull.lock")) {
      try stage.pull("one")
    }
    _ = consume held
    #expect(try stage.pull("one").map(\.outcome) == [.cloned])
  }

  @Test("a folder that can't be written is named")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("", to: "file")
    let data = DataFolder(path: file + "/data")
    let error = #expect(throws: IndexError.self) { try Puller().pull([], into: data) }
    #expect(error?.description.contains("can't write \(file)/data/collections") == true)
    #expect(error?.description.contains("CLAUSE_HOME") == true)
  }

  @Test("a mirror that isn't there is named once")
  func noMirror() throws {
    let stage = try Stage()
    let none = stage.folder.path + "/none"
    #expect(throws: IndexError.unreadable(path: none, reason: "there is no such mirror")) {
      try stage.pull("one", "two", mirror: none)
    }
  }

  @Test("a damaged repository is named, with the way out")
  func damagedRepository() throws {
    let stage = try Stage()
    try stage.fixture.bundle(to: stage.mirror + "/one.bundle")
    try stage.folder.write("x", to: "data/collections/one.git/HEAD")
    let result = try stage.pull("one")[0]
    #expect(result.description.contains("Delete that folder and pull again"))
  }
}
