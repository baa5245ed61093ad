// clause types show: everything about one clause type.

internal import ArgumentParser
internal import ClauseIndex

struct TypesShowCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract:
      "Show everything about one clause type: meaning, severity, law, prevalence, wordings, platforms.",
    discussion: """
      clause types show jury-trial-waiver
      clause types show "Jury trial waiver" --sector ai
      clause types show governing-law --parameters
      clause types show binding-arbitration --format json

      Rows of --format csv, tsv, ndjson and markdown are the platforms; JSON holds all. For the text by \
      which each platform shares it: clause prevalence --type ID.
      """)

  @Argument(help: "The type, by id or name.")
  var id: String

  @Flag(name: .long, help: "Show what its clauses state: periods, sums, laws, courts, ages, providers.")
  var parameters = false

  @Flag(name: .long, help: "Show every wording, value and platform.")
  var all = false

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  func answer() throws -> Bool {
    let searcher = try index.searcher()
    let answer = try searcher.showType(id, sector: scope.sector, termsTypes: scope.termsTypes)
    let most = all ? Int.max : output.rows(default: 10)
    try output.print(
      answer, from: searcher, rows: Array(answer.platforms.prefix(output.rows(default: Int.max))),
      defaults: [
        "verdict", "platform", "company", "sector", "confidence", "clauses", "severity", "terms_type",
        "clause",
      ],
      notes: answer.notes,
      human: {
        TypeText(type: answer, most: most, showsParameters: parameters).text + HumanText.foot(searcher)
      })
    return true
  }
}
