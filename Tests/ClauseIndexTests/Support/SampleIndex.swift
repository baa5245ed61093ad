// The index of the sample corpus, built once for all tests of a run.

import Foundation

@testable import ClauseIndex

/// The sample: from the folder in the package to a searcher, made when the first test asks for it.
enum SampleIndex {
  struct Built: Sendable {
    let input: IndexInput
    let report: IndexWriter.Report
    let path: String
    let searcher: Searcher
  }

  static var built: Built { get throws { try result.get() } }

  static var searcher: Searcher { get throws { try built.searcher } }

  private static let result = Result {
    let corpus = try CorpusFolder(path: SharedData.package + "/Corpus").sample()
    let reader = try CorpusReader(corpus: corpus, data: nil)
    let input = IndexInput(
      corpus: .sample, platforms: reader.registry.platforms,
      collections: try TermsCollection.read(corpus.collections), selection: try reader.select(),
      types: try CorpusTypes.catalogue, vectors: try CorpusVectors.all)
    let path = folder.path + "/index.sqlite"
    let report = try IndexWriter(path: path).build(from: input)
    return Built(input: input, report: report, path: path, searcher: try Searcher(path: path))
  }

  /// Gone with the process: a static is never let go of.
  private static let folder: TemporaryFolder = {
    let folder = try! TemporaryFolder()
    path = strdup(folder.path)
    atexit {
      if let path = SampleIndex.path { try? FileManager.default.removeItem(atPath: String(cString: path)) }
    }
    return folder
  }()

  private nonisolated(unsafe) static var path: UnsafeMutablePointer<CChar>?
}

/// One line of the sample's `truth.tsv`: a provision that a document is known to state.
struct TruthLine: Sendable {
  let platform: String
  let kind: String
  let document: String
  let wording: Int
  let heading: String

  static let all: [TruthLine] = {
    let path = SharedData.package + "/Corpus/sample/truth.tsv"
    let table = try! FactTable(path: path, columns: ["platform", "kind", "document", "wording", "heading"])
    return table.rows.map { row in
      TruthLine(
        platform: row.fields["platform"]!, kind: row.fields["kind"]!, document: row.fields["document"]!,
        wording: Int(row.fields["wording"]!)!, heading: row.fields["heading"]!)
    }
  }()

  /// The platforms that have a provision of a kind.
  static func platforms(of kind: String) -> Set<String> {
    Set(all.filter { $0.kind == kind }.map(\.platform))
  }
}
