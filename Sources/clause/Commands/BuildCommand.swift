// clause build: collections → index.

internal import ArgumentParser
internal import ClauseIndex
internal import Foundation

struct BuildCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Index every clause of the pulled collections.",
    discussion: """
      clause build
      clause build --sample
      clause build --prevalence
      clause build --platforms my-platforms.tsv
      clause build --collection ~/our-terms

      The new index is built beside the old one, checked, and then put in its place: a build that fails or is \
      stopped leaves the old index as it was. A folder given with --collection is laid out as \
      <service>/<terms type>.md; its services become platforms of their own unless the registry names them.
      """)

  @Option(name: .long, help: "Registry of platforms to use instead of Corpus/platforms.tsv (same columns).")
  var platforms: String?

  @Option(
    name: .long, help: "Folder of clause types to use instead of Corpus/types.")
  var types: String?

  @Option(
    name: .long,
    help: "Add a folder or git repository of one's own, laid out as <service>/<terms type>.md; repeatable.")
  var collection: [String] = []

  @Flag(name: .long, help: "Index the invented terms that come with the program, which need no pull.")
  var sample = false

  @Flag(
    name: .long,
    help: "Count the platforms that share each clause as well, as clause prevalence --every does.")
  var prevalence = false

  @Flag(name: .shortAndLong, help: "Print no summary.")
  var quiet = false

  @OptionGroup var index: IndexOptions

  func answer() throws -> Bool {
    let progress = ProgressLine()
    let began = Date()
    progress.show("reading the collections …")
    let places = try CollectionPlaces(isSample: sample, own: collection)
    let input = try places.input(platforms: platforms, types: types) { progress.show($0) }
    let read = Date().timeIntervalSince(began)
    let units = ["segmenting": "documents", "typing": "documents"]
    let path = try index.path
    let report = try IndexWriter(path: path).build(from: input) { step in
      progress.show(step.step, step.done, step.total, units[step.step] ?? "clauses")
    }
    progress.clear()
    let measured = prevalence ? try EveryPrevalence.measure(path) : ""
    for warning in input.selection.warnings { Terminal.remark("note: \(warning)") }
    guard !quiet else { return true }
    func seconds(_ value: Double) -> String { String(format: "%.1f s", value) }
    let steps = ([("read", read)] + report.seconds.map { ($0.step, $0.seconds) })
      .map { "\($0.0) \(seconds($0.1))" }.joined(separator: ", ")
    let left = input.selection.leftOut.filter { $0.reason != .notInRegistry }.count
    Output.write(
      """
      \(input.corpus.isSample ? "sample corpus (invented terms)" : input.corpus.name): \(report.platforms) platforms, \
      \(report.documents) documents, \(report.clauses) clauses
      \(left) documents left out (clause documents --left-out lists them with the reason)
      \(path), \(report.bytes / 1_000_000) MB, content \(report.contentHash.prefix(16))
      \(seconds(Date().timeIntervalSince(began))) in all: \(steps)

      """ + measured)
    return true
  }
}
