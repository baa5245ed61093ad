// clause evaluate similarity: how well the score ranks like passages, on a benchmark of passages that people filed.

internal import ArgumentParser
internal import ClauseIndex
internal import Foundation

struct EvaluateSimilarityCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "similarity",
    abstract: "Rank the passages of a benchmark for each other by the score of similar.",
    discussion: """
      clause evaluate similarity --items dev.jsonl --types types.jsonl --run run.tsv

      Items are JSON Lines with "id" and "text", types with "type" and "name". Every passage and every name is held \
      against every passage; nothing else of the items is read. The run has a line for each pair: the query's id, \
      the passage's id and the score, parted by tabs. The passages are their own corpus: rarity is counted among them.
      """)

  @Option(name: .long, help: ArgumentHelp("Passages.", valueName: "file"))
  var items: String

  @Option(name: .long, help: ArgumentHelp("Names of kinds, asked for as well.", valueName: "file"))
  var types: String?

  @Option(name: .long, help: ArgumentHelp("Where the run is written.", valueName: "file"))
  var run: String

  @Option(
    name: .long, help: ArgumentHelp("Word vectors to try instead of the program's own.", valueName: "file"))
  var vectors: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write what the scores are made of as well: 32-bit floats, one row a pair, in the order of the run.",
      valueName: "file"))
  var measures: String?

  func answer() throws -> Bool {
    let corpus = try CorpusFolder.find()
    let evaluation = try SimilarityEvaluation(
      items: items, types: types, vectors: try WordVectors(path: vectors ?? corpus.vectors),
      catalogue: try TypeCatalogue.read(folder: corpus.types))
    let output = try Output(run)
    let details = try measures.map { try Output($0) }
    let ids = evaluation.items.map { Array($0.id.utf8) }
    try evaluation.forEachQuery { query, row in
      let id = Array(evaluation.queries[query].id.utf8)
      var lines: [UInt8] = []
      lines.reserveCapacity(row.count * 24)
      for (item, measures) in row.enumerated() {
        lines += id
        lines.append(0x09)
        lines += ids[item]
        lines.append(0x09)
        lines += Array("\(Float(SimilarityEvaluation.score(measures)))".utf8)
        lines.append(0x0A)
      }
      try output.write(Data(lines))
      try details?.write(row.map { $0.values.map(Float.init) }.joined().withUnsafeData { $0 })
    }
    try output.close()
    try details?.close()
    return true
  }

  /// A file that is written from the start.
  private struct Output {
    private let path: String
    private let handle: FileHandle

    init(_ path: String) throws {
      self.path = path
      guard FileManager.default.createFile(atPath: path, contents: nil),
        let handle = FileHandle(forWritingAtPath: path)
      else { throw IndexError.unwritable(path: path, reason: String(cString: strerror(errno))) }
      self.handle = handle
    }

    func write(_ data: Data) throws {
      do { try handle.write(contentsOf: data) } catch {
        throw IndexError.unwritable(path: path, reason: "\(error.localizedDescription)")
      }
    }

    func close() throws { try handle.close() }
  }
}

extension Sequence<Float> {
  /// The bytes of the numbers.
  fileprivate func withUnsafeData<Result>(_ body: (Data) -> Result) -> Result {
    Array(self).withUnsafeBytes { body(Data($0)) }
  }
}
