// The word vectors of the package, read once for all tests of a run.

import Foundation

@testable import ClauseIndex

enum CorpusVectors {
  static var all: WordVectors { get throws { try result.get() } }

  private static let result = Result {
    try WordVectors(path: try CorpusFolder(path: SharedData.package + "/Corpus").vectors)
  }

  /// The vectors of the words of some texts alone: an index with all of them takes long to write without optimisation.
  static func of(wordsIn texts: [String]) throws -> WordVectors {
    let all = try all
    let vocabulary = try Vocabulary()
    for text in texts { vocabulary.forEachTerm(in: text) { _, _, _ in } }
    let numbers = vocabulary.terms.compactMap { all.number(of: $0) }.sorted()
    return WordVectors(
      dimensions: all.dimensions, terms: numbers.map { all.terms[$0] },
      scales: numbers.map { all.scales[$0] },
      rows: numbers.flatMap { all.withRow($0) { Array($0) } })
  }
}
