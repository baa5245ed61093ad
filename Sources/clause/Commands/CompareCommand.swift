// clause compare: platforms side by side.

internal import ArgumentParser
internal import ClauseIndex

struct CompareCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Put platforms side by side, by provision or by query.",
    discussion: """
      clause compare spotify deezer
      clause compare discord telegram signal --terms "Privacy Policy" --limit 0
      clause compare --query 'binding arbitration' discord spotify tiktok
      clause compare --query 'voice clon*' --format markdown
      """)

  @Argument(help: "Platforms, by id or name; two or more, unless --query is given.")
  var platforms: [String] = []

  @Option(name: .long, help: "Compare what the platforms say to this query (as in clause search).")
  var query: String?

  @Option(
    name: .long, help: "Terms types to compare, separated by commas; all that two of them have if left out.")
  var terms: String?

  @Option(
    name: .customLong("min-score"), help: "Score from which two clauses count as the same provision, 0 to 1.")
  var minScore = Searcher.sameProvision

  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  func validate() throws {
    guard (0...1).contains(minScore) else {
      throw ValidationError("--min-score \(minScore): give a number from 0 to 1")
    }
    if query == nil, platforms.count < 2 {
      throw ValidationError("name two platforms or more (clause platforms lists them), or give a --query")
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
    var answer: CompareAnswer
    if let query {
      var question = Query(query)
      if let terms { question.filters.append(Filter(.terms, list(terms))) }
      answer = try searcher.compare(question, platforms, limit: output.rows(default: 20))
    } else {
      answer = try searcher.compare(platforms, termsTypes: terms.map(list), minScore: minScore)
    }
    let all = answer.rows.count
    let rows =
      output.format == .table ? output.rows(default: query == nil ? 12 : 1) : output.rows(default: Int.max)
    answer.rows = Array(answer.rows.prefix(query == nil ? rows : 1))
    let lines = answer.rows.enumerated().flatMap { number, row in
      row.cells.map { cell in
        Line(
          row: number + 1, sharing: row.sharing, platform: cell.platform, clause: cell.clause,
          terms_type: cell.termsType, title: cell.title, text: cell.text)
      }
    }
    try output.print(
      answer, from: searcher, rows: lines,
      defaults: ["row", "sharing", "platform", "clause", "terms_type", "title", "text"],
      notes: answer.notes,
      human: { human(answer, all, searcher) })
    return !answer.rows.isEmpty
  }

  private func list(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.drop { $0 == " " } }.map(String.init)
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
