import Foundation
import Testing

@testable import ClauseIndex

struct CorpusReaderTests {
  private func registry(_ services: [[String]], id: String = "examplia") -> Registry {
    Registry(platforms: [
      Platform(
        id: id, name: "Examplia", company: "Examplia Ltd", sector: "social", country: "US",
        services: services.map { $0.compactMap { ServiceReference($0) } })
    ])
  }

  private func select(_ registry: Registry, _ paths: [String: String]) throws -> Selection {
    var repositories: [String: any Repository] = [:]
    for (id, path) in paths { repositories[id] = try openRepository(at: path) }
    return try CorpusReader(registry: registry, collections: repositories, sources: SourceAddresses())
      .select()
  }

  private func folder(_ files: [String: [UInt8]]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (name, bytes) in files { try folder.write(bytes, to: name) }
    return folder
  }

  private let terms = Array(Prose.terms().utf8)

  @Test("of the same document in two collections the one last changed is taken")
  func lastChangedWins() throws {
    let a = try GitFixture()
    try a.commit(
      "First record", on: "2020-01-01",
      ["Examplia/Terms.md": Prose.terms("a"), "Examplia/Only a.md": Prose.terms("only")])
    // Newer, but no change by the service.
    try a.commit("Refilter Examplia Terms", on: "2024-01-01", ["Examplia/Terms.md": Prose.terms("a again")])
    let b = try GitFixture()
    let commit = try b.commit("First record", on: "2022-01-01", ["Examplia/Terms.md": Prose.terms("b")])
    let selection = try select(registry([["a/Examplia", "b/Examplia"]]), ["a": a.path, "b": b.path])

    #expect(
      selection.documents.map { "\($0.document.collection)/\($0.document.path)" }
        == ["a/Examplia/Only a.md", "b/Examplia/Terms.md"])
    let document = try #require(selection.documents.last?.document)
    #expect(document.commit == commit)
    #expect(document.lastChanged?.day == "2022-01-01")
    #expect(document.versions == 1)
    #expect(document.sha256 == Digest.sha256Hex(Array(Prose.terms("b").utf8)))
    #expect(document.id == RecordID.document(platform: "examplia", service: "Examplia", termsType: "Terms"))
    #expect(
      selection.leftOut.map(\.description)
        == ["a/Examplia/Terms.md: superseded by the same document elsewhere (b/Examplia/Terms.md)"])
  }

  @Test("a newer version that holds no terms doesn't displace an older one that does")
  func errorPageDoesNotWin() throws {
    let a = try GitFixture()
    try a.commit("First record", on: "2020-01-01", ["Examplia/Terms.md": Prose.terms()])
    let b = try GitFixture()
    try b.commit("First record", on: "2022-01-01", ["Examplia/Terms.md": "# Error\n"])
    let selection = try select(registry([["a/Examplia", "b/Examplia"]]), ["a": a.path, "b": b.path])
    #expect(selection.documents.map(\.document.collection) == ["a"])
    #expect(selection.leftOut.map(\.reason) == [.noTerms])
  }

  @Test("the same text under two services of a platform counts once")
  func identicalTexts() throws {
    let a = try folder([
      "One/Terms.md": terms, "Two/Terms.md": terms, "Two/Privacy.md": Array(Prose.terms("p").utf8),
    ])
    let selection = try select(registry([["a/One"], ["a/Two"]]), ["a": a.path])
    #expect(selection.documents.map(\.document.path) == ["One/Terms.md", "Two/Privacy.md"])
    #expect(selection.leftOut.map(\.detail) == ["a/One/Terms.md"])
  }

  @Test("nothing is dropped in silence")
  func accountsForEverything() throws {
    let a = try folder([
      "Examplia/Terms.md": terms, "Examplia/French.md": Array(Prose.french.utf8), "Examplia/Empty.md": [],
      "Examplia/Binary.md": [0x25, 0x00, 0x01], "Examplia/Latin-1.md": terms + [0xe9, 0x20],
      "Examplia/Menu.md": Array(Prose.menu.utf8), "Examplia/notes.txt": terms, "Stranger/Terms.md": terms,
      "README.md": terms, "stray.md": terms,
    ])
    let selection = try select(
      registry([["a/Examplia", "a/Examplia Old"], ["b/Examplia"]]), ["a": a.path])
    #expect(selection.documents.count == 1)
    let reasons = Dictionary(uniqueKeysWithValues: selection.leftOut.map { ($0.path, $0.reason) })
    #expect(
      reasons == [
        "Examplia/French.md": .notEnglish, "Examplia/Empty.md": .empty, "Examplia/Binary.md": .binary,
        "Examplia/Latin-1.md": .invalidUTF8, "Examplia/Menu.md": .noTerms,
        "Examplia/notes.txt": .notADocument,
        "Stranger/Terms.md": .notInRegistry, "stray.md": .notADocument,
      ])
    #expect(
      selection.leftOut.allSatisfy { $0.platform == ($0.path.hasPrefix("Examplia/") ? "examplia" : nil) })
    #expect(selection.missingServices.map(\.service.description) == ["a/Examplia Old"])
    #expect(selection.missingCollections == ["b"])
    #expect(selection.unregisteredServices.map(\.description) == ["a/Stranger"])
    #expect(selection.warnings.count == 3)
  }

  @Test("a file larger than any terms is not even read")
  func hugeFile() throws {
    let a = try folder(["Examplia/Terms.md": terms, "Examplia/Huge.md": []])
    // A sparse file: it takes no space, and reading it would take all the memory.
    let handle = try #require(FileHandle(forWritingAtPath: a.path + "/Examplia/Huge.md"))
    try handle.truncate(atOffset: 50_000_000_000)
    try handle.close()
    let selection = try select(registry([["a/Examplia"]]), ["a": a.path])
    #expect(selection.documents.count == 1)
    #expect(
      selection.leftOut.map(\.description) == ["a/Examplia/Huge.md: too large (50000 MB, the limit is 20 MB)"]
    )
  }

  @Test("a collection without history gives documents without dates, and says so")
  func shallow() throws {
    let a = try GitFixture()
    for year in 2020...2021 {
      try a.commit("Update", on: "\(year)-01-01", ["Examplia/Terms.md": Prose.terms("\(year)")])
    }
    let clone = try TemporaryFolder()
    try a.run("clone", "--quiet", "--depth", "1", "--bare", "file://\(a.path)", clone.path + "/a.git")
    let selection = try select(registry([["a/Examplia"]]), ["a": clone.path + "/a.git"])
    let document = try #require(selection.documents.first?.document)
    #expect(document.lastChanged == nil && document.commit == nil && document.versions == nil)
    #expect(document.lastVerified?.day == "2021-01-01")
    #expect(selection.warnings.contains { $0.contains("without history") })
  }

  @Test("the choice is the same every time")
  func deterministic() throws {
    let files = Dictionary(
      uniqueKeysWithValues: (0..<40).map { ("S\($0 % 7)/T\($0).md", Array(Prose.terms("\($0 / 2)").utf8)) })
    let a = try folder(files)
    let services = registry((0..<7).map { ["a/S\($0)"] })
    let first = try select(services, ["a": a.path])
    for _ in 0..<3 {
      let again = try select(services, ["a": a.path])
      #expect(again.documents == first.documents)
      #expect(again.leftOut == first.leftOut)
    }
  }

  @Test("a corpus folder brings its own documents, as the sample does")
  func corpusFolder() throws {
    let corpus = try folder(["one/Examplia/Terms.md": terms])
    try corpus.write(
      "id\tname\trepository\tlicence\tattribution\none\tOne\t\tL\tA\n",
      to: "collections.tsv")
    try corpus.write(
      "id\tname\tcompany\tsector\tcountry\tservices\nexamplia\tExamplia\tE\ts\tUS\tone/Examplia\n",
      to: "platforms.tsv")
    try corpus.write(
      "collection\tservice\tterms_type\tsource_url\none\tExamplia\tTerms\thttps://example.org/terms\n",
      to: "sources.tsv")
    let selection = try CorpusReader(corpus: CorpusFolder(path: corpus.path), data: nil).select()
    #expect(selection.documents.map(\.document.sourceURL) == ["https://example.org/terms"])
    #expect(
      selection.collections == [
        CollectionState(id: "one", commit: nil, date: nil, isShallow: false, documents: 1)
      ])
    #expect(selection.warnings.isEmpty)
  }
}
