import Testing

@testable import ClauseIndex

/// The real collections: two small ones, pulled from their bundles and chosen from.
@Suite(.enabled(if: SharedData.isThere, SharedData.absent))
struct RealCorpusTests {
  @Test(
    "documents of two real collections are chosen, with dates, addresses and a reason for every other file")
  func realCollections() throws {
    let folder = try TemporaryFolder()
    let corpus = try CorpusFolder(path: SharedData.package + "/Corpus")
    let wanted = ["genai-eu", "pga"]
    let collections = try TermsCollection.read(corpus.collections).filter { wanted.contains($0.id) }
    let data = DataFolder(path: folder.path)
    let results = try Puller().pull(collections, into: data, mirror: SharedData.mirror)
    #expect(results.map(\.outcome) == [.cloned, .cloned])

    let reader = try CorpusReader(corpus: corpus, data: data)
    let selection = try reader.select()
    #expect(selection.collections.map(\.id) == wanted)
    #expect(selection.missingCollections == ["contrib", "genai-contrib", "vlopses-us"])
    #expect(selection.documents.count > 150)
    for loaded in selection.documents {
      let document = loaded.document
      #expect(document.commit != nil && document.versions ?? 0 > 0, "\(document.path)")
      #expect(document.firstRecorded ?? .init(seconds: .max) <= document.lastVerified ?? .init(seconds: 0))
      #expect(Digest.sha256Hex(loaded.bytes) == document.sha256)
    }
    let files = try wanted.reduce(0) { $0 + (try reader.collections[$1]?.files().count ?? 0) }
    // README.md and LICENSE of each collection describe it and aren't counted.
    #expect(selection.documents.count + selection.leftOut.count == files - 4)
    #expect(Set(selection.documents.map(\.document.id)).count == selection.documents.count)
  }
}
