// clause evaluate prevalence: whether the stored counts are those that asking for one clause gives.

internal import ArgumentParser
internal import ClauseIndex
internal import Foundation

struct EvaluatePrevalenceCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "prevalence",
    abstract: "Hold the stored counts of every clause against asking for one clause at a time.",
    discussion: """
      clause evaluate prevalence
      clause evaluate prevalence --count 100 --seed 7 --format json

      Asks for the prevalence of clauses at random, as `clause prevalence ID` does, and counts how often the counts \
      that `clause prevalence --every` has stored are the same.
      """)

  @Option(name: .long, help: "Seed of the random choice.")
  var seed: UInt64 = 1

  @Option(name: .long, help: ArgumentHelp("Clauses to ask for.", valueName: "n"))
  var count = 500

  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  func validate() throws {
    guard count > 0 else { throw ValidationError("--count \(count): give 1 or more") }
  }

  func answer() throws -> Bool {
    let searcher = try index.searcher()
    let line = ProgressLine()
    let answer = try searcher.evaluatePrevalence(count: count, seed: seed) { done, total in
      line.show("asking", done, total, "clauses")
    }
    line.clear()
    try output.print(
      answer, from: searcher, rows: Array(answer.rows.prefix(output.rows(default: .max))),
      defaults: ["count", "same", "mean_difference", "greatest_difference", "differing"],
      human: { human(answer, searcher) })
    return answer.clauses > 0
  }

  private func human(_ answer: PrevalenceAgreement, _ searcher: Searcher) -> String {
    var table = TextColumns([
      .text("count"), .number("the same"), .number("mean difference"), .number("greatest"),
    ])
    for row in answer.rows {
      table.append([
        row.count, String(format: "%.1f%%", 100 * Double(row.same) / Double(max(1, answer.clauses))),
        String(format: "%.3f", row.meanDifference), "\(row.greatestDifference)",
      ])
    }
    return "\(answer.clauses) clauses asked for, seed \(answer.seed)\n\n" + table.printed
      + HumanText.foot(searcher)
  }
}
