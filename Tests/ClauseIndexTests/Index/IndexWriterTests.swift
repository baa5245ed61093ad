import Foundation
import GRDB
import Testing

@testable import ClauseIndex

@Suite("Index writer")
struct IndexWriterTests {
  /// A part of the sample, small enough to build again and again.
  static func part(_ documents: Int) throws -> IndexInput {
    var input = try SampleIndex.built.input
    input.selection.documents = Array(input.selection.documents.prefix(documents))
    return input
  }

  /// Some answers as JSON, to tell whether two indexes say the same.
  static func answers(_ path: String) throws -> [String] {
    let searcher = try Searcher(path: path)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    func json(_ value: some Encodable) throws -> String {
      String(decoding: try encoder.encode(value), as: UTF8.self)
    }
    let search = try searcher.search(Query("data OR arbitration"), facets: true)
    let first = search.hits.first?.clause ?? ""
    return [
      try json(search), try json(searcher.show(first)), try json(searcher.similar(to: first)),
      try json(searcher.prevalence(of: first)), try json(try searcher.platformSummaries()),
    ]
  }

  @Test("two builds of the same documents have the same content hash and give the same answers")
  func reproducible() throws {
    let folder = try TemporaryFolder()
    let paths = ["a", "b"].map { "\(folder.path)/\($0)/index.sqlite" }
    let reports = try paths.map { try IndexWriter(path: $0).build(from: Self.part(80)) }
    #expect(reports[0].contentHash == reports[1].contentHash)
    #expect(reports[0].clauses > 500)
    #expect(try Self.answers(paths[0]) == Self.answers(paths[1]))
  }

  @Test("the content hash changes with one word of one document")
  func sensitiveHash() throws {
    let texts = ["You may close your account at any time.", "You may close your account at no time."]
    let hashes = try texts.map {
      try SmallIndex([SmallDocument("Alpha", "# Terms\n\n\($0)\n")]).report.contentHash
    }
    #expect(hashes[0] != hashes[1])
  }

  @Test("every clause of the sample has an id of its own, in the alphabet that can be read aloud")
  func uniqueIDs() throws {
    let ids = try SampleIndex.searcher.read { try String.fetchAll($0, sql: "SELECT id FROM clause") }
    #expect(Set(ids).count == ids.count && ids.count > 10_000)
    let form = /CL-[0-9A-HJKMNP-TV-Z]{10}(-[0-9]+)?/
    #expect(ids.allSatisfy { $0.wholeMatch(of: form) != nil })
  }

  @Test("an id stays when other clauses change, and changes with the wording")
  func stableIDs() throws {
    func ids(_ paragraphs: [String]) throws -> [String: String] {
      let small = try SmallIndex([
        SmallDocument("Alpha", "# Terms\n\n" + paragraphs.joined(separator: "\n\n") + "\n")
      ])
      let rows = try small.searcher().read { try Row.fetchAll($0, sql: "SELECT text, id FROM clause") }
      return Dictionary(uniqueKeysWithValues: rows.map { ($0[0] as String, $0[1] as String) })
    }
    let kept = "You may close your account at any time by writing to us."
    let before = try ids([kept, "We may change these terms at any time and will tell you."])
    let after = try ids([
      "A new paragraph stands before everything else in this version.", kept,
      "We may change these terms once a year and will tell you.",
    ])
    #expect(before[kept] != nil && before[kept] == after[kept])
    #expect(Set(before.values).intersection(after.values).count == 1)
    // Typography is no wording.
    let curly = try ids(["You  may close your account – at any time – by writing to us!"])
    #expect(curly.values.first == before[kept])
  }

  @Test("the same words twice in one platform's terms are told apart by a number")
  func sameWordsTwice() throws {
    let text = "You may close your account at any time by writing to us."
    let small = try SmallIndex([
      SmallDocument("Alpha", "# Terms\n\n## One\n\n\(text)\n\n## Two\n\n\(text)\n"),
      SmallDocument("Beta", "# Terms\n\n\(text)\n"),
    ])
    let ids = try small.searcher().read {
      try String.fetchAll($0, sql: "SELECT id FROM clause ORDER BY number")
    }
    #expect(ids.count == 3 && Set(ids).count == 3)
    #expect(ids[1] == ids[0] + "-2")
  }

  @Test("an index of no documents answers: nothing found, all unknown")
  func noDocuments() throws {
    let small = try SmallIndex([], further: ["Alpha", "Beta"])
    let searcher = try small.searcher()
    #expect(try searcher.search(Query("arbitration")).hits.isEmpty)
    let prevalence = try searcher.prevalence(ofText: "You may not clone the voice of another person.")
    #expect((prevalence.sharing, prevalence.lacking, prevalence.unknown) == (0, 0, 2))
  }

  @Suite("A build that fails")
  struct Failing {
    private let small: SmallIndex
    private let before: [String]

    init() throws {
      small = try SmallIndex([
        SmallDocument("Alpha", "# Terms\n\nAll disputes go to binding arbitration in the city of our seat.\n")
      ])
      before = try IndexWriterTests.answers(small.path)
    }

    private func expectOldIndex() throws {
      #expect(try IndexWriterTests.answers(small.path) == before)
      #expect(try small.folder.names() == ["index.sqlite", "index.sqlite.lock"], "no draft is left behind")
    }

    @Test("because of contradictory documents leaves the old index as it was")
    func contradictoryInput() throws {
      var input = SmallIndex.input([
        SmallDocument("Beta", "# Terms\n\nThese terms are the terms of Beta, and no others.\n")
      ])
      input.selection.documents.append(input.selection.documents[0])
      #expect(throws: IndexError.self) { try IndexWriter(path: small.path).build(from: input) }
      try expectOldIndex()
    }

    @Test("because its place can't be written names the place")
    func unwritablePlace() throws {
      let file = try small.folder.write("a file", to: "file")
      defer { try? FileManager.default.removeItem(atPath: file) }
      let error = #expect(throws: IndexError.self) {
        try IndexWriter(path: file + "/below/index.sqlite").build(from: SmallIndex.input([]))
      }
      #expect(error?.description.contains(file) == true)
      #expect(error?.description.contains("CLAUSE_HOME") == true, "says what to do")
    }

    @Test("because a folder stands in its place names the folder and leaves no draft")
    func folderInPlace() throws {
      let place = small.folder.path + "/place"
      try FileManager.default.createDirectory(atPath: place + "/full", withIntermediateDirectories: true)
      let error = #expect(throws: IndexError.self) {
        try IndexWriter(path: place).build(from: SmallIndex.input([]))
      }
      #expect(error?.description.contains(place) == true)
      #expect(!FileManager.default.fileExists(atPath: place + ".building"))
    }

    @Test("because another build is at work says so")
    func lockedOut() throws {
      let descriptor = open(small.path + ".lock", O_RDWR)
      defer { close(descriptor) }
      try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
      let error = #expect(throws: IndexError.self) {
        try IndexWriter(path: small.path).build(from: SmallIndex.input([]))
      }
      #expect(error == .buildIsRunning(lock: small.path + ".lock"))
    }

    @Test(
      "because the disk is full says so and leaves the old index as it was",
      .enabled(if: SmallDisk.isAllowed, "mounting a small tmpfs takes root's rights"))
    func fullDisk() throws {
      let disk = try SmallDisk(kilobytes: 1_500)
      let path = disk.path + "/index.sqlite"
      try IndexWriter(path: path).build(
        from: SmallIndex.input([
          SmallDocument("Alpha", "# Terms\n\nAll disputes go to arbitration in the city.\n")
        ]))
      let before = try IndexWriterTests.answers(path)
      let error = #expect(throws: IndexError.self) {
        try IndexWriter(path: path).build(from: IndexWriterTests.part(250))
      }
      #expect(error?.description.contains("disk is full") == true, "\(String(describing: error))")
      #expect(try IndexWriterTests.answers(path) == before)
      #expect(!FileManager.default.fileExists(atPath: path + ".building"), "the space is free again")
    }
  }

  @Test("a searcher goes on with the old index while a build puts a new one in its place")
  func oldSearcherLives() throws {
    let small = try SmallIndex([
      SmallDocument("Alpha", "# Terms\n\nAll disputes go to binding arbitration.\n")
    ])
    let old = try small.searcher()
    try IndexWriter(path: small.path).build(
      from: SmallIndex.input([
        SmallDocument("Beta", "# Terms\n\nNobody may keep parrots in the data centre.\n")
      ]))
    #expect(try old.search(Query("arbitration")).hits.map(\.platform) == ["alpha"])
    #expect(try small.searcher().search(Query("parrots")).hits.map(\.platform) == ["beta"])
  }
}
