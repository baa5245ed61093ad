// The command `clause-bench`: an index → how long its questions take, beside plain FTS5.

internal import ArgumentParser
internal import ClauseIndex
internal import Foundation

@main
struct ClauseBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clause-bench",
    abstract: "Measure how long the questions to an index take, beside plain FTS5.",
    discussion: """
      Queries and clauses are drawn from the index itself, the same ones for the same seed. Everything is asked once \
      unmeasured, then in passes, ours and FTS5 in turn; each query counts with the median of its passes. Times are \
      milliseconds by the clock on the wall and of CPU, median and 99th percentile over the queries.

      With --make-corpus nothing is measured: the clauses of the index are recombined into terms of any size, for \
      clause build --collection.

      Workloads: \(WorkloadName.allCases.map(\.rawValue).joined(separator: ", ")).
      """,
    version: Program.version)

  @Option(
    name: .customLong("index"),
    help: ArgumentHelp("Index file, instead of index.sqlite in $CLAUSE_HOME.", valueName: "file"))
  var file: String?

  @Option(
    name: .long, help: ArgumentHelp("Workloads, separated by commas; all unless given.", valueName: "names"))
  var workloads: String?

  @Option(name: .long, help: "What the queries are drawn by.")
  var seed: UInt64 = 1

  @Option(name: .long, help: "Queries of each workload; of slow ones 100 at most.")
  var queries = 400

  @Option(name: .long, help: "Passes over the queries.")
  var passes = 5

  @Flag(name: .long, help: "Ask three queries of everything, one pass: whether it works, not how fast.")
  var smoke = false

  @Option(name: .long, help: ArgumentHelp("Write the figures as JSON.", valueName: "file"))
  var json: String?

  @Flag(name: .long, inversion: .prefixedNo, help: "Whether to ask plain FTS5 as well.")
  var fts5 = true

  @Flag(name: .long, help: "Print the table as Markdown.")
  var markdown = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Write clauses and queries for other engines, with our best rows.",
      valueName: "folder"))
  var export: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Write invented terms into a new folder instead of measuring.", valueName: "folder"))
  var makeCorpus: String?

  @Option(name: .long, help: "Clauses of --make-corpus, about.")
  var clauses = 100_000

  func validate() throws {
    guard clauses > 0 else { throw ValidationError("--clauses is 1 or more") }
    guard queries > 0, passes > 0 else { throw ValidationError("--queries and --passes are 1 or more") }
    do { _ = try names() } catch { throw ValidationError("--workloads: \(error)") }
  }

  func run() throws {
    do {
      if let makeCorpus { try make(makeCorpus) } else { try measure() }
    } catch {
      try FileHandle.standardError.write(contentsOf: Data("clause-bench: \(error)\n".utf8))
      throw ExitCode(2)
    }
  }

  private func names() throws -> [WorkloadName] {
    guard let workloads else { return WorkloadName.allCases }
    return try workloads.split(separator: ",").map { part in
      let name = part.trimmingCharacters(in: .whitespaces)
      guard let workload = WorkloadName(rawValue: name) else { throw BenchError.unknownWorkload(name: name) }
      return workload
    }
  }

  private func make(_ folder: String) throws {
    let path = try file ?? DataFolder.standard().index
    _ = try Searcher(path: path)
    var maker = try CorpusMaker(try FullTextRoute(path: path), clauses: clauses, seed: seed)
    let documents = try maker.write(clauses, to: folder)
    print(
      "\(folder): \(documents) documents of about \(clauses) clauses; index them with clause build --collection"
    )
  }

  private func measure() throws {
    let path = try file ?? DataFolder.standard().index
    let searcher = try Searcher(path: path)
    let fullText = try FullTextRoute(path: path)
    let effort = smoke ? .smoke : Effort(queries: queries, passes: passes)
    let all = Workloads(searcher: searcher, fullText: fullText, seed: seed, effort: effort)
    let figures = try names().map { try all.workload($0).measured(withFTS5: fts5) }
    let peak = Machine.peakMemoryKb
    if let export { try all.export(to: export) }
    let report = try fullText.read { database in
      Report(
        corpus: searcher.corpus.name, seed: seed, machine: try Machine.here(database),
        index: try IndexParts(path: path, clauses: searcher.corpus.clauses, database), peakMemoryKb: peak,
        workloads: figures)
    }
    print(markdown ? report.markdown : report.table, terminator: "")
    if let json { try report.json().write(to: URL(fileURLWithPath: json)) }
  }
}
