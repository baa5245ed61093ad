// The real terms of all platforms, from the bundles to answers. Facts are checked, no text is kept.

import Foundation
import Testing

@testable import ClauseIndex

/// Pulls and indexes all five collections once, without clause types: in a debug build these take minutes more.
private enum RealIndex {
  static var searcher: Searcher { get throws { try result.get().searcher } }
  static var data: DataFolder { get throws { try result.get().data } }

  private static let result = Result {
    let data = DataFolder(path: folder.path)
    let corpus = try CorpusFolder(path: SharedData.package + "/Corpus")
    let collections = try TermsCollection.read(corpus.collections)
    let pulled = try Puller().pull(collections, into: data, mirror: SharedData.mirror)
    try #require(pulled.allSatisfy { $0.outcome == .cloned })
    let reader = try CorpusReader(corpus: corpus, data: data)
    let input = IndexInput(
      corpus: .openTermsArchive, platforms: reader.registry.platforms, collections: collections,
      selection: try reader.select(), types: .empty, vectors: try CorpusVectors.all)
    try IndexWriter(path: data.index).build(from: input)
    return (searcher: try Searcher(path: data.index), data: data)
  }

  private static let folder = try! TemporaryFolder()
}

@Suite("The real terms", .serialized, .enabled(if: SharedData.isThere, SharedData.absent))
struct RealIndexTests {
  @Test("every one of the 325 platforms has a document, and nothing is dropped without a reason")
  func platforms() throws {
    let searcher = try RealIndex.searcher
    let platforms = try searcher.platformSummaries()
    #expect(platforms.count == 325)
    #expect(platforms.filter { $0.documents == 0 }.map(\.platform) == [])
    #expect(searcher.corpus.documents > 1000)
    #expect(searcher.corpus.clauses > 80_000)
    #expect(try searcher.leftOutDocuments().count == searcher.corpus.leftOut)
    #expect(searcher.documents.allSatisfy { $0.lastVerified != nil && $0.commit != nil })
  }

  @Test("a run-in title on audio models makes one clause, whose likes elsewhere are about cloned voices")
  func audioClause() throws {
    let searcher = try RealIndex.searcher
    let found = try searcher.search(
      Query("platform:mistral-ai terms:\"Terms of Service\" audio voice cloning consent"), everyHit: true)
    let hit = try #require(found.hits.first { $0.title.hasPrefix("Audio ") })
    let record = try searcher.show(hit.clause)
    #expect(record.text.hasPrefix("We may provide"))
    #expect(record.text.contains("clone voices"))
    #expect(record.heading.contains("Using Mistral AI Products"))

    let similar = try searcher.similar(to: hit.clause, limit: 5)
    #expect(!similar.matches.contains { $0.platform == "mistral-ai" })
    let closest = Set(similar.matches.map(\.platform))
    #expect(closest.isSuperset(of: ["murf", "outbrain"]), "\(closest)")
    for match in similar.matches {
      #expect(match.text.split(separator: " ").count > 8, "\(match.clause) is a fragment")
    }

    let prevalence = try searcher.prevalence(of: hit.clause)
    #expect(prevalence.own == "mistral-ai")
    #expect(prevalence.total == 325)
    #expect(!prevalence.platforms.contains { $0.company == "Mistral AI" })
    #expect(prevalence.sharing + prevalence.lacking + prevalence.unknown == 324)
    #expect(prevalence.label != .unique)
  }

  @Test("a passage on cloning voices brings the rules of four platforms that have one")
  func passage() throws {
    let answer = try RealIndex.searcher.prevalence(
      ofText: "You may not clone or imitate another person's voice without that person's consent.")
    let sharing = Set(answer.platforms.filter { $0.verdict == .shares }.map(\.platform))
    #expect(sharing.isSuperset(of: ["murf", "mistral-ai", "kick", "outbrain"]))
    #expect(sharing.count < 100)
  }

  @Test("every hash and byte range is that of the collections")
  func verify() throws {
    let searcher = try RealIndex.searcher
    let data = try RealIndex.data
    let answer = try searcher.verify { collection, documents in
      try openRepository(at: data.repository(of: collection)).contents(of: documents)
    }
    #expect(answer.findings == [])
    #expect(answer.passed)
    #expect(answer.documents == searcher.corpus.documents)
  }

  @Test("clause types name only documents that the collections have")
  func termsTypes() throws {
    let known = Set(try RealIndex.searcher.documents.map(\.termsType))
    for type in try CorpusTypes.catalogue.types {
      #expect(type.termsTypes.filter { !known.contains($0) } == [], "\(type.id)")
    }
  }

  @Test("the types of sixteen platforms' clauses are those that people found who read their terms whole")
  func types() throws {
    let labelled = SharedData.path + "/eval/provisions"
    let data = try RealIndex.data
    let corpus = try CorpusFolder(path: SharedData.package + "/Corpus")
    let whole = try CorpusReader(corpus: corpus, data: data)
    let registry = try Registry.read(
      platforms: labelled + "/platforms.tsv", collections: whole.collections.keys.sorted())
    let reader = CorpusReader(registry: registry, collections: whole.collections, sources: whole.sources)
    var selection = try reader.select()
    // The labels are about these two documents alone.
    let read = ["Terms of Service", "Privacy Policy"]
    selection.documents.removeAll { !read.contains($0.document.termsType) }
    let folder = try TemporaryFolder()
    let path = folder.path + "/index.sqlite"
    try IndexWriter(path: path).build(
      from: IndexInput(
        corpus: .openTermsArchive, platforms: registry.platforms,
        collections: try TermsCollection.read(corpus.collections), selection: selection,
        types: try CorpusTypes.catalogue))
    let searcher = try Searcher(path: path)
    let known = Set(try CorpusTypes.catalogue.types.map(\.id))
    let labels = try GoldLabel.read(labelled + "/dev.jsonl", types: known)
    let found = try TypeEvaluation(labels, verdictsOf: searcher)
    #expect(found.all.pairs == 800 && found.leftOut == 0)
    #expect(found.all.accuracy >= 0.93, "\(found.all)")
    #expect(found.all.f1 >= 0.95 && found.all.f1Lacks >= 0.89, "\(found.all)")
    #expect(found.macroF1 >= 0.90, "\(found.macroF1)")
    #expect(Double(found.evidenceFound) >= 0.85 * Double(found.withEvidence))
    #expect(found.withEvidence > 400)
  }
}
