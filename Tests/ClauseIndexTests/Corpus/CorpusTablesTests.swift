import Testing

@testable import ClauseIndex

/// The tables that the package carries.
struct CorpusTablesTests {
  private func corpus() throws -> CorpusFolder { try CorpusFolder(path: SharedData.package + "/Corpus") }

  @Test("the package's own tables read without complaint")
  func ownTables() throws {
    let collections = try TermsCollection.read(try corpus().collections)
    #expect(collections.map(\.id) == ["contrib", "pga", "vlopses-us", "genai-eu", "genai-contrib"])
    #expect(collections.allSatisfy { $0.licence == "ODC-BY-1.0" && $0.repository.hasSuffix("-versions.git") })
    let registry = try Registry.read(platforms: try corpus().platforms, collections: collections.map(\.id))
    #expect(registry.platforms.count == 325)
    let sources = try SourceAddresses.read(try corpus().sources)
    #expect(sources.count > 1_000)
  }

  @Test("an address is found by collection, service and terms type, and no other")
  func findsAddress() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "collection\tservice\tterms_type\tsource_url\na\tOne\tTerms of Service\thttps://example.org/terms\n",
      to: "sources.tsv")
    let sources = try SourceAddresses.read(path)
    #expect(
      sources.address(collection: "a", service: "One", termsType: "Terms of Service")
        == "https://example.org/terms")
    #expect(sources.address(collection: "b", service: "One", termsType: "Terms of Service") == nil)
  }

  @Test("an address that is none is named by its line")
  func badAddress() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "collection\tservice\tterms_type\tsource_url\na\tOne\tTerms\tterms\n", to: "sources.tsv")
    let error = #expect(throws: IndexError.self) { try SourceAddresses.read(path) }
    #expect(error?.description.contains("sources.tsv:2: 'terms' is no web address") == true)
  }

  @Test("a collection id that would leave the folder is refused")
  func unsafeID() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "id\tname\trepository\tlicence\tattribution\n../x\tX\thttps://example.org/x.git\tL\tA\n",
      to: "collections.tsv")
    let error = #expect(throws: IndexError.self) { try TermsCollection.read(path) }
    #expect(error?.description.contains("collections.tsv:2: the id '../x' can't name a folder") == true)
  }
}
