// The whole way, step by step: a corpus folder, the choice of documents, an index, and the questions to ask it.

import Foundation
import Testing

@testable import ClauseIndex

/// Read this file from top to bottom to learn the library.
@Suite("From a corpus folder to answers")
struct PipelineTests {
  @Test("1. A corpus folder gives the platforms and, for each, the documents worth indexing")
  func readCorpus() throws {
    // A corpus folder holds tables of facts; the sample's holds the documents as well.
    let corpus = try CorpusFolder(path: SharedData.package + "/Corpus").sample()
    let reader = try CorpusReader(corpus: corpus, data: nil)
    #expect(reader.registry.platforms.count == 325)

    // The reader chooses one version of each document and gives a reason for every file that it leaves out.
    let selection = try reader.select()
    #expect(selection.documents.count > 950)
    #expect(selection.missingServices.isEmpty && selection.missingCollections.isEmpty)
    #expect(selection.leftOut.allSatisfy { !$0.description.isEmpty })
    let chosen = try #require(selection.documents.first)
    #expect(chosen.document.termsType.isEmpty == false && chosen.bytes.count > 100)
  }

  @Test("2. A writer makes one index file of the documents")
  func buildIndex() throws {
    // SampleIndex calls IndexWriter(path:).build(from:), once for all tests.
    let sample = try SampleIndex.built
    #expect(sample.report.platforms == 325)
    #expect(sample.report.documents == sample.input.selection.documents.count)
    #expect(sample.report.clauses > 10_000)
    #expect(FileManager.default.fileExists(atPath: sample.path))
    #expect(!FileManager.default.fileExists(atPath: sample.path + ".building"), "no draft is left behind")
  }

  @Test("3. A searcher opens the file and says what is in it")
  func openIndex() throws {
    let searcher = try Searcher(path: SampleIndex.built.path)
    #expect(searcher.corpus.isSample && searcher.corpus.name == "sample corpus")
    #expect(searcher.corpus.contentHash == (try SampleIndex.built.report.contentHash))
    #expect(searcher.platforms.count == 325)
  }

  @Test("4. search: who says this? The best clause of each platform, its words marked")
  func search() throws {
    let searcher = try SampleIndex.searcher
    let answer = try searcher.search(Query("class action waiver"), limit: 5)
    #expect(answer.hits.count == 5)
    #expect(Set(answer.hits.map(\.platform)).count == 5)
    #expect(answer.total >= answer.platforms && answer.platforms >= 5)
    #expect(answer.hits.contains { $0.snippet.contains("**") })
  }

  @Test("5. show: the whole record of a clause, with where it stands and what stands beside it")
  func show() throws {
    let searcher = try SampleIndex.searcher
    let hit = try #require(try searcher.search(Query("class action waiver"), limit: 1).hits.first)
    let record = try searcher.show(hit.clause)
    #expect(record.id == hit.clause && record.platform == hit.platform)
    #expect(record.sha256 == Digest.sha256Hex(Array(record.text.utf8)))
    #expect(record.sourceURL?.contains(".example/") == true)
    #expect(record.citation(.plain).contains(record.id))
  }

  @Test("6. similar: how do others word it?")
  func similar() throws {
    let searcher = try SampleIndex.searcher
    let hit = try #require(try searcher.search(Query("class action waiver"), limit: 1).hits.first)
    let answer = try searcher.similar(to: hit.clause, limit: 5)
    #expect(answer.matches.count == 5)
    #expect(answer.matches.allSatisfy { $0.platform != hit.platform && (0...1).contains($0.score) })
    #expect(answer.matches.map(\.score) == answer.matches.map(\.score).sorted(by: >))
  }

  @Test("7. prevalence: is it unusual? Every other platform shares it, lacks it, or can't be told")
  func prevalence() throws {
    let searcher = try SampleIndex.searcher
    let answer = try searcher.prevalence(
      ofText: "You may bring claims against us only in your individual capacity, and not as a plaintiff or "
        + "class member in any class action or representative proceeding.")
    #expect(answer.total == 325 && answer.platforms.count == 325)
    #expect(answer.sharing > 0 && answer.lacking > 0)
    #expect(answer.sharing + answer.lacking + answer.unknown == 325)
    #expect(answer.headline == "\(answer.label.rawValue) · \(answer.sharing) of 325 platforms")
  }

  @Test("8. compare: two platforms side by side, one provision a row")
  func compare() throws {
    let searcher = try SampleIndex.searcher
    let answer = try searcher.compare(["boskamott", "boskango"])
    #expect(answer.platforms == ["boskamott", "boskango"])
    #expect(answer.rows.contains { $0.sharing == 2 })
    #expect(answer.rows.allSatisfy { $0.cells.count == $0.sharing && $0.sharing <= 2 })
  }

  @Test("9. verify: the index is still true to the files it was made from")
  func verify() throws {
    let sample = try SampleIndex.built
    let folder = SharedData.package + "/Corpus/sample"
    let answer = try sample.searcher.verify { collection, documents in
      documents.map { document in
        FileManager.default.contents(atPath: "\(folder)/\(collection)/\(document.path)").map { [UInt8]($0) }
      }
    }
    #expect(answer.passed, "\(answer.findings.prefix(3))")
    #expect(answer.documents == sample.report.documents && answer.clauses == sample.report.clauses)
  }
}
