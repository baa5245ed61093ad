// Small indexes from texts that a test writes down.

import Foundation

@testable import ClauseIndex

/// A document of a small index: platform, terms type, Markdown.
struct SmallDocument {
  var platform: String
  var termsType: String
  var text: String
  var lastChanged: Timestamp?

  init(_ platform: String, _ termsType: String, _ text: String, changed: String? = nil) {
    self.platform = platform
    self.termsType = termsType
    self.text = text
    lastChanged = changed.flatMap { Timestamp($0) }
  }

  init(_ platform: String, _ text: String, changed: String? = nil) {
    self.init(platform, "Terms of Service", text, changed: changed)
  }
}

/// An index of a few documents in a folder of its own.
struct SmallIndex {
  let folder: TemporaryFolder
  let path: String
  let report: IndexWriter.Report

  /// Builds the index; platforms are named by their documents, in order, then the further ones.
  ///
  /// - Parameter sectors: the sectors of platforms by name; "own" where there is none.
  init(
    _ documents: [SmallDocument], further platforms: [String] = [], types: TypeCatalogue = .empty,
    sectors: [String: String] = [:]
  ) throws {
    folder = try TemporaryFolder()
    path = folder.path + "/index.sqlite"
    report = try IndexWriter(path: path).build(
      from: SmallIndex.input(documents, further: platforms, types: types, sectors: sectors))
  }

  func searcher() throws -> Searcher { try Searcher(path: path) }

  static func input(
    _ documents: [SmallDocument], further: [String] = [], types: TypeCatalogue = .empty,
    sectors: [String: String] = [:]
  ) -> IndexInput {
    let names = (documents.map(\.platform) + further).distinct
    let platforms = names.map { name in
      Platform(
        id: name.lowercased(), name: name, company: "\(name) Inc", sector: sectors[name] ?? "own",
        country: "ZZ",
        services: [[ServiceReference(collection: "small", service: name)]])
    }
    let loaded = documents.map { small in
      let bytes = Array(small.text.utf8)
      return LoadedDocument(
        document: Document(
          id: RecordID.document(
            platform: small.platform.lowercased(), service: small.platform, termsType: small.termsType),
          platform: small.platform.lowercased(), company: "\(small.platform) Inc", collection: "small",
          service: small.platform, termsType: small.termsType,
          path: "\(small.platform)/\(small.termsType).md",
          sha256: Digest.sha256Hex(bytes), lastChanged: small.lastChanged, words: 0),
        bytes: bytes)
    }.sorted { ($0.document.platform, $0.document.termsType) < ($1.document.platform, $1.document.termsType) }
    return IndexInput(
      corpus: CorpusDescription(name: "small", isSample: false), platforms: platforms,
      collections: [
        TermsCollection(id: "small", name: "Small", repository: "", licence: "", attribution: "")
      ],
      selection: Selection(
        documents: loaded, leftOut: [],
        collections: [CollectionState(id: "small", isShallow: false, documents: loaded.count)],
        missingServices: [], missingCollections: [], unregisteredServices: [], warnings: []), types: types,
      vectors: (try? CorpusVectors.of(wordsIn: documents.map(\.text))) ?? .empty)
  }
}
