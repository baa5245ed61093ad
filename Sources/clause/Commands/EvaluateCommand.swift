// clause evaluate types: how right the verdicts on clause types are, against labels of people.

internal import ArgumentParser
internal import ClauseIndex
internal import Foundation

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Measure the answers against labels of people.",
    subcommands: [EvaluateTypesCommand.self])
}

struct EvaluateTypesCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "types",
    abstract: "Measure the verdicts of platforms on clause types against labels.",
    discussion: """
      Labels are JSON Lines: {"platform": id, "type": id, "present": true, "evidence": [{"quote": "…"}]}, or a table \
      truth.tsv with the columns platform and kind. Unknown counts as lacks. Every disagreement is listed with its \
      text.
      """)

  @Option(name: .long, help: ArgumentHelp("Labels.", valueName: "file"))
  var gold: String

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Look only at documents of these terms types, separated by commas.", valueName: "types"))
  var terms: String?

  @Option(name: .long, help: ArgumentHelp("Only these types, by id; repeatable.", valueName: "type"))
  var type: [String] = []

  @Option(
    name: .customLong("types"),
    help: ArgumentHelp("Folder of clause types, instead of Corpus/types.", valueName: "folder"))
  var folder: String?

  @Flag(name: .long, help: "List every disagreement with its text.")
  var misses = false

  @OptionGroup var index: IndexOptions

  func answer() throws -> Bool {
    let searcher = try index.searcher()
    let catalogue = try TypeCatalogue.read(folder: try folder ?? CorpusFolder.find().path + "/types")
    let known = Set(catalogue.types.map(\.id)).filter { type.isEmpty || type.contains($0) }
    let labels = try GoldLabel.read(gold, types: known)
    let clauses = try searcher.typeAnew(
      with: catalogue, platforms: Set(labels.map(\.platform)),
      termsTypes: terms.map {
        Set($0.split(separator: ",").map { String($0).trimmingCharacters(in: .whitespaces) })
      },
      least: 0.1)
    let evaluation = TypeEvaluation(
      labels: labels.filter { known.contains($0.type) }, clauses: clauses,
      platforms: Set(searcher.documents.map(\.platform)), known: known)
    func share(_ value: Double) -> String { String(format: "%.3f", value) }
    if misses {
      for miss in evaluation.misses.sorted(by: { ($0.type, $0.platform) < ($1.type, $1.platform) }) {
        Output.write("\n## \(miss.type) · \(miss.platform): \(miss.isPresent ? "MISSED" : "WRONG SHARES")\n")
        for quote in miss.quotes { Output.write("  label: \(quote)\n") }
        if let near = miss.nearest {
          Output.write(
            "  nearest: \(share(near.confidence)) \(near.clause) \(near.termsType) | \(near.heading) | \(near.text.prefix(600))\n    \(near.because.replacing("\n", with: "\n    "))\n"
          )
        }
      }
    }
    Output.write("\ntype\tpairs\ttp\tfp\tfn\ttn\tprecision\trecall\tF1\n")
    for (id, score) in evaluation.types.sorted(by: { ($0.value.f1, $0.key) < ($1.value.f1, $1.key) }) {
      Output.write(
        "\(id)\t\(score.pairs)\t\(score.truePositives)\t\(score.falsePositives)\t\(score.falseNegatives)\t\(score.trueNegatives)\t\(share(score.precision))\t\(share(score.recall))\t\(share(score.f1))\n"
      )
    }
    let all = evaluation.all
    Output.write(
      """

      \(all.pairs) pairs (\(evaluation.leftOut) labels left out): accuracy \(share(all.accuracy))
      shares: precision \(share(all.precision)), recall \(share(all.recall)), F1 \(share(all.f1)); macro F1 \(share(evaluation.macroF1))
      lacks: F1 \(share(all.f1Lacks))
      evidence: \(evaluation.evidenceFound) of \(evaluation.withEvidence) true positives show a clause that the label names

      """)
    return true
  }
}
