// clause matrix: the verdict of every platform on every clause type.

internal import ArgumentParser
internal import ClauseIndex

struct MatrixCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "matrix",
    abstract: "Print the verdict of every platform on every clause type, one a line.",
    discussion: """
      clause matrix > verdicts.ndjson
      clause matrix --category disputes --format csv
      clause matrix --type binding-arbitration --platform discord --platform spotify --format table
      clause matrix --terms "Terms of Service,Privacy Policy" --format csv

      Each line is one platform and one type: shares (a clause of its documents is of the type), lacks (it has a \
      document in which the type stands, and none of its clauses is of it) or unknown (the index has no such \
      document). The confidence, 0 to 1, is how surely the verdict is right. The clauses are those that it rests on, \
      most confident first; of lacks the nearest that was found, if any. For a table that compares platforms see \
      clause compare --types.
      """)

  @OptionGroup var terms: TermsOptions

  @Option(name: .long, help: ArgumentHelp("Only this type, by id or name; repeatable.", valueName: "type"))
  var type: [String] = []

  @Option(name: .long, help: ArgumentHelp("Only types of this category; repeatable.", valueName: "category"))
  var category: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("Only this platform, by id or name; repeatable.", valueName: "platform"))
  var platform: [String] = []

  @Option(name: .shortAndLong, help: "Form of output.")
  var format = OutputFormat.ndjson

  @OptionGroup var rows: RowOptions
  @OptionGroup var index: IndexOptions

  private struct Answer: Encodable {
    var schema = 1
    var corpus: String
    var verdicts: [TypeVerdict]
  }

  func answer() throws -> Bool {
    let searcher = try index.searcher()
    let selectors = type + category.map { "category:\($0)" }
    let all = try searcher.matrix(
      termsTypes: terms.termsTypes, types: selectors.isEmpty ? nil : selectors,
      platforms: platform.isEmpty ? nil : platform)
    let verdicts = Array(all.prefix(rows.rows(default: Int.max)))
    if all.isEmpty { Terminal.remark("note: \(HumanText.noTypes)") }
    if format == .ndjson, rows.columns == nil {
      if searcher.corpus.isSample { Terminal.remark("note: \(searcher.corpus.name): invented terms") }
      write(verdicts)
    } else {
      try rows.print(
        Answer(corpus: searcher.corpus.name, verdicts: verdicts), as: format, from: searcher, rows: verdicts,
        defaults: ["platform", "type", "verdict", "confidence", "clauses"])
    }
    return !verdicts.isEmpty
  }

  /// The lines as ``JSONPrinter`` writes them; ids hold nothing that JSON would escape, and a line made by hand takes
  /// a tenth of the time, which for 50,000 lines is felt.
  private func write(_ verdicts: [TypeVerdict]) {
    var lines = ""
    for verdict in verdicts {
      let clauses = verdict.clauses.map { "\"\($0)\"" }.joined(separator: ",")
      lines += """
        {"clauses":[\(clauses)],"confidence":\(JSONPrinter.number(verdict.confidence)),\
        "platform":"\(verdict.platform)","type":"\(verdict.type)","verdict":"\(verdict.verdict.rawValue)"}

        """
      // Written in parts, so that a reader that has seen enough need not wait for the rest.
      if lines.utf8.count > 1 << 18 {
        Output.write(lines)
        lines = ""
      }
    }
    Output.write(lines)
  }
}

extension JSONPrinter {
  /// A number as JSON encoders write it: a whole one without its ".0".
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}

extension HumanText {
  /// What is said where an index has no clause types.
  static let noTypes = "this index has no clause types; build it anew with: clause build"
}
