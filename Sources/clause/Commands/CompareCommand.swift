// clause compare: platforms side by side.

internal import ArgumentParser
internal import ClauseIndex

struct CompareCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Put platforms side by side, by provision, by query or by clause type.",
    discussion: """
      clause compare spotify deezer
      clause compare discord telegram signal --terms "Privacy Policy" --limit 0
      clause compare --query 'binding arbitration' discord spotify tiktok
      clause compare --query 'voice clon*' --format markdown
      clause compare discord telegram --types category:disputes
      clause compare --sector ai --types severity:high --output map.html

      With --types it shows which platform has which clause types: a table, or with --format html or svg (or an \
      --output file so named) a heat map to read and print. Rows of CSV are types, with a column for each platform.
      """)

  @Argument(help: "Platforms, by id or name; two or more, unless --query or --types is given.")
  var platforms: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Clause types to compare, separated by commas: ids or names, category:disputes, severity:high, or all.",
      valueName: "types"))
  var types: String?

  @Option(
    name: .customLong("platforms"),
    help: ArgumentHelp("More platforms, separated by commas.", valueName: "platforms"))
  var listed: String?

  @Option(name: .long, help: "With --types: the platforms of this sector.")
  var sector: String?

  @Option(name: .long, help: "Compare what the platforms say to this query (as in clause search).")
  var query: String?

  @Option(
    name: .long, help: "Terms types to compare, separated by commas; all that two of them have if left out.")
  var terms: String?

  @Option(
    name: .customLong("min-score"), help: "Score from which two clauses count as the same provision, 0 to 1.")
  var minScore = Searcher.sameProvision

  @Option(
    name: .shortAndLong,
    help:
      "Form of output; by default as the --output file is named, else table. html and svg with --types only.")
  var format: CompareFormat?

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?

  @OptionGroup var rows: RowOptions
  @OptionGroup var index: IndexOptions

  private var chosen: [String] { platforms + (listed?.commaSeparated ?? []) }

  private var form: CompareFormat { format ?? output.flatMap { CompareFormat(endingOf: $0) } ?? .table }

  func validate() throws {
    guard (0...1).contains(minScore) else {
      throw ValidationError("--min-score \(minScore): give a number from 0 to 1")
    }
    if types != nil, query != nil { throw ValidationError("give --types or --query, not both") }
    if types != nil { return }
    if sector != nil { throw ValidationError("--sector goes with --types") }
    if form.rows == nil {
      throw ValidationError("--format \(form.rawValue) draws clause types: give --types")
    }
    if query == nil, chosen.count < 2 {
      throw ValidationError(
        "name two platforms or more (clause platforms lists them), or give --types or a --query")
    }
  }

  /// One platform's clause in one row, for formats that have one row a line.
  private struct Line: Encodable {
    var row: Int
    var sharing: Int
    var platform: String
    var clause: String
    var terms_type: String
    var title: String
    var text: String
  }

  func answer() throws -> Bool {
    let searcher = try index.searcher()
    if let types { return try compare(types: types.commaSeparated, searcher) }
    let format = form.rows ?? .table
    var answer: CompareAnswer
    if let query {
      var question = Query(query)
      if let terms { question.filters.append(Filter(.terms, terms.commaSeparated)) }
      answer = try searcher.compare(question, chosen, limit: self.rows.rows(default: 20))
    } else {
      answer = try searcher.compare(
        chosen, termsTypes: terms?.commaSeparated, minScore: minScore)
    }
    let all = answer.rows.count
    let rows =
      format == .table ? self.rows.rows(default: query == nil ? 12 : 1) : self.rows.rows(default: Int.max)
    answer.rows = Array(answer.rows.prefix(query == nil ? rows : 1))
    let lines = answer.rows.enumerated().flatMap { number, row in
      row.cells.map { cell in
        Line(
          row: number + 1, sharing: row.sharing, platform: cell.platform, clause: cell.clause,
          terms_type: cell.termsType, title: cell.title, text: cell.text)
      }
    }
    try self.rows.print(
      answer, as: format, from: searcher, rows: lines,
      defaults: ["row", "sharing", "platform", "clause", "terms_type", "title", "text"],
      notes: answer.notes,
      human: { human(answer, all, searcher) }, to: output)
    return !answer.rows.isEmpty
  }

  /// Compares platforms by clause type.
  private func compare(types: [String], _ searcher: Searcher) throws -> Bool {
    var answer = try searcher.compare(
      types: types, platforms: chosen, sector: sector, termsTypes: terms?.commaSeparated)
    answer.types = Array(answer.types.prefix(rows.rows(default: Int.max)))
    if answer.types.isEmpty { Terminal.remark("note: \(HumanText.noTypes)") }
    switch form {
    case .svg: try Output.write(HeatMap(answer, searcher.corpus).svg, to: output)
    case .html: try Output.write(HeatMap(answer, searcher.corpus).html, to: output)
    default:
      let lines = answer.types.map { TypeLine($0) }
      try rows.print(
        answer, as: form.rows ?? .table, from: searcher, rows: lines,
        defaults: TypeLine.columns(of: answer),
        human: { VerdictTable(answer).text + HumanText.foot(searcher) },
        to: output)
    }
    return answer.types.contains { !$0.cells.isEmpty }
  }

  private func human(_ answer: CompareAnswer, _ all: Int, _ searcher: Searcher) -> String {
    var text = ""
    for note in answer.notes { text += Terminal.wrap("Note: \(note)") + "\n" }
    if answer.query == nil {
      let names = answer.platforms.map { id in searcher.platforms.first { $0.id == id }?.name ?? id }
      text += Terminal.bold(names.joined(separator: " · ")) + "\n"
      text += Terminal.dim("compared: \(answer.termsTypes.joined(separator: ", "))") + "\n"
      for id in answer.platforms { text += "only \(id): \(answer.only[id] ?? 0) clauses\n" }
    }
    for row in answer.rows {
      let score = row.score.map { " · from \(HumanText.score($0))" } ?? ""
      let title = row.title.isEmpty ? "(no title)" : row.title
      text += "\n" + Terminal.bold(title)
      text += Terminal.dim(" · \(row.sharing) of \(answer.platforms.count)\(score)") + "\n"
      for cell in row.cells {
        text += "  \(Terminal.bold(cell.platform)) \(Terminal.dim("\(cell.termsType) \(cell.clause)"))\n"
        text +=
          Terminal.marked(Terminal.wrap(HumanText.short(nil, "", cell.text, words: 45), indent: "    "))
          + "\n"
      }
    }
    if answer.rows.count < all { text += "\n… \(all - answer.rows.count) more with --limit 0\n" }
    if answer.rows.isEmpty { text += "Nothing to compare.\n" }
    return text + HumanText.foot(searcher)
  }
}
