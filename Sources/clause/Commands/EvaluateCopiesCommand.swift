// clause evaluate copies: whether changed copies of clauses are told as copies.

internal import ArgumentParser
internal import ClauseIndex
internal import Foundation

struct EvaluateCopiesCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "copies",
    abstract: "Measure whether copies of clauses are found after they were changed.",
    discussion: """
      clause evaluate copies
      clause evaluate copies --seed 7 --count 500 --format csv

      Copies clauses of 12 words or more at random, changes the copies in known ways, and looks for every clause of \
      the index that is verbatim or near-verbatim to each. Recall: copies whose source is found. Precision: of the \
      clauses found, those that are the source or near-verbatim to the source unchanged.
      """)

  @Option(name: .long, help: "Seed of the random choice.")
  var seed: UInt64 = 1

  @Option(name: .long, help: ArgumentHelp("Clauses to copy.", valueName: "n"))
  var count = 2000

  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  func validate() throws {
    guard count > 0 else { throw ValidationError("--count \(count): give 1 or more") }
  }

  func answer() throws -> Bool {
    let searcher = try index.searcher()
    let line = ProgressLine()
    let answer = try searcher.evaluateCopies(count: count, seed: seed) { done, total in
      line.show("copying", done, total, "kinds")
    }
    line.clear()
    try output.print(
      answer, from: searcher, rows: Array(answer.rows.prefix(output.rows(default: .max))),
      defaults: ["edit", "rate", "copies", "found", "recall", "called", "right", "precision"],
      human: { human(answer, searcher) })
    return answer.clauses > 0
  }

  private func human(_ answer: CopyEvaluation, _ searcher: Searcher) -> String {
    var table = TextColumns([
      .number("changed"), .number("copies"), .number("found"), .number("recall"), .number("called"),
      .number("right"), .number("precision"),
    ])
    var edit = ""
    for row in answer.rows.prefix(output.rows(default: .max)) {
      if row.edit != edit { table.append(heading: row.edit) }
      edit = row.edit
      table.append([
        HumanText.percent(row.rate), "\(row.copies)", "\(row.found)", String(format: "%.4f", row.recall),
        "\(row.called)", "\(row.right)", String(format: "%.4f", row.precision),
      ])
    }
    return "\(answer.clauses) clauses copied, seed \(answer.seed)\n\n" + table.printed
      + HumanText.foot(searcher)
  }
}
