// clause platforms, documents, stats: what is in the index.

internal import ArgumentParser
internal import ClauseIndex

struct PlatformsCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "platforms",
    abstract: "List the platforms with what the index holds of each.",
    discussion: """
      clause platforms
      clause platforms sector:ai country:FR
      clause platforms terms:"Acceptable Use Policy" --format csv --columns platform,name,clauses
      """)

  @Argument(help: "Filters: platform: company: sector: country: terms: changed:")
  var filters: [String] = []
  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  private struct Answer: Encodable {
    var schema = 1
    var corpus: String
    var platforms: [PlatformSummary]
  }

  func answer() throws -> Bool {
    let filters = try readFilters(self.filters)
    let searcher = try index.searcher()
    let rows = Array(try searcher.platformSummaries(filters).prefix(output.rows(default: Int.max)))
    try output.print(
      Answer(corpus: searcher.corpus.name, platforms: rows), from: searcher, rows: rows,
      defaults: ["platform", "name", "company", "sector", "country", "documents", "clauses", "last_changed"])
    if output.format == .table { Output.write(HumanText.foot(searcher)) }
    return !rows.isEmpty
  }
}

struct DocumentsCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "documents",
    abstract: "List the documents in the index, or those that were left out with the reason.",
    discussion: """
      clause documents platform:spotify
      clause documents terms:"Privacy Policy" 'changed:>2026-06-01'
      clause documents --left-out
      clause documents --left-out --unregistered
      """)

  @Argument(help: "Filters: platform: company: sector: country: terms: changed:")
  var filters: [String] = []

  @Flag(
    name: .customLong("left-out"), help: "List the files that are in the collections and not in the index.")
  var leftOut = false

  @Flag(name: .long, help: "With --left-out: also the files of services that belong to no platform.")
  var unregistered = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  private struct Answer: Encodable {
    var schema = 1
    var corpus: String
    var documents: [DocumentSummary]
  }

  private struct LeftOutAnswer: Encodable {
    var schema = 1
    var corpus: String
    var left_out: [LeftOutDocument]
  }

  func validate() throws {
    if leftOut, !filters.isEmpty {
      throw ValidationError("--left-out takes no filters; use --format csv and filter the rows")
    }
  }

  func answer() throws -> Bool {
    let filters = try readFilters(self.filters)
    let searcher = try index.searcher()
    let limit = output.rows(default: Int.max)
    if leftOut {
      let all = try searcher.leftOutDocuments().filter { unregistered || $0.reason != .notInRegistry }
      let rows = Array(all.prefix(limit))
      try output.print(
        LeftOutAnswer(corpus: searcher.corpus.name, left_out: rows), from: searcher, rows: rows,
        defaults: ["collection", "path", "reason", "detail"])
      return !rows.isEmpty
    }
    let rows = Array(try searcher.documentSummaries(filters).prefix(limit))
    try output.print(
      Answer(corpus: searcher.corpus.name, documents: rows), from: searcher, rows: rows,
      defaults: ["document", "platform", "terms_type", "service", "clauses", "words", "last_changed"])
    if output.format == .table { Output.write(HumanText.foot(searcher)) }
    return !rows.isEmpty
  }
}

/// The filters of a listing.
///
/// - Throws: a usage error for a word that is no filter.
private func readFilters(_ arguments: [String]) throws -> [Filter] {
  let query = Query(try queryText(arguments, onlyFilters: true))
  guard query.isEmpty else {
    throw ValidationError("only filters are taken here, such as sector:ai or terms:\"Privacy Policy\"")
  }
  return query.filters
}

struct StatsCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show counts, dates, hashes and sizes of the index.")

  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  func answer() throws -> Bool {
    let searcher = try index.searcher()
    let answer = try searcher.statistics()
    try output.print(
      answer, from: searcher, rows: answer.termsTypes,
      defaults: ["terms_type", "documents", "platforms", "clauses"],
      human: { human(answer, searcher) })
    return true
  }

  private func human(_ answer: IndexStatistics, _ searcher: Searcher) -> String {
    let corpus = answer.corpus
    var text = Terminal.bold(corpus.isSample ? "\(corpus.name) (invented terms)" : corpus.name) + "\n"
    let leftOut = answer.leftOut.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) \(LeftOutDocument.Reason(rawValue: $0.key)?.text ?? $0.key)" }
    let rows = [
      ("platforms", "\(corpus.platforms)"), ("documents", "\(corpus.documents)"),
      ("clauses", "\(corpus.clauses)"),
      ("page boilerplate", "\(corpus.boilerplate) passages"),
      (
        "left out",
        leftOut.isEmpty ? "nothing" : "\(corpus.leftOut) files: \(leftOut.joined(separator: ", "))"
      ),
      ("content hash", corpus.contentHash), ("built by", "clause \(corpus.programVersion)"),
      ("file", "\(answer.file), \(answer.bytes / 1_000_000) MB"),
    ]
    for (name, value) in rows { text += "  \(name.padding(to: 17)) \(value)\n" }
    text += "\n" + Terminal.bold("Collections") + "\n"
    for collection in answer.collections {
      let commit = collection.commit.map { " at \($0.prefix(12))" } ?? ""
      let date = collection.date.map { ", \($0.day)" } ?? ""
      text += "  \(collection.name): \(collection.documents) documents\(commit)\(date)\n"
      if !collection.licence.isEmpty {
        text += Terminal.dim("    \(collection.licence), \(collection.attribution)") + "\n"
      }
    }
    text += "\n" + Terminal.bold("Terms types") + "\n"
    for type in answer.termsTypes.prefix(12) {
      text +=
        "  \(type.termsType.padding(to: 28)) \(type.documents) documents of \(type.platforms) platforms, "
      text += "\(type.clauses) clauses\n"
    }
    if answer.termsTypes.count > 12 {
      text += "  … \(answer.termsTypes.count - 12) more with --format csv\n"
    }
    return text
  }
}
