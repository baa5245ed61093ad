// clause evaluate types: how right the verdicts on clause types are, against labels of people.

internal import ArgumentParser
internal import ClauseIndex
internal import Foundation

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Measure the answers.",
    subcommands: [
      EvaluateTypesCommand.self, EvaluateSimilarityCommand.self, EvaluateCopiesCommand.self,
      EvaluatePrevalenceCommand.self,
    ])
}

struct EvaluateTypesCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "types",
    abstract: "Measure the verdicts of platforms on clause types against labels.",
    discussion: """
      clause evaluate types --gold Corpus/labels/held-out.jsonl --terms "Terms of Service,Privacy Policy"

      Labels are JSON Lines: {"platform": id, "type": id, "present": true, "evidence": [record ids, or {"quote": …}]}, \
      or a table truth.tsv with the columns platform and kind. "Unknown" counts as "lacks". With --misses every \
      disagreement is listed with its text and the rules that matched.
      """)

  @Option(name: .long, help: ArgumentHelp("Labels.", valueName: "file"))
  var gold: String

  @OptionGroup var terms: TermsOptions

  @Option(name: .long, help: ArgumentHelp("Only this type, by id; repeatable.", valueName: "type"))
  var type: [String] = []

  @Option(
    name: .customLong("types"),
    help: ArgumentHelp("Folder of clause types to try instead of the index's own.", valueName: "folder"))
  var folder: String?

  @Flag(name: .long, help: "List every disagreement with its text.")
  var misses = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  /// The agreement on one type.
  struct TypeRow: Encodable {
    var type: String
    var score: TypeEvaluation.Score

    enum CodingKeys: String, CodingKey { case type }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(type, forKey: .type)
      try score.encode(to: encoder)
    }
  }

  func answer() throws -> Bool {
    let searcher = try index.searcher()
    let catalogue = try folder.map { try TypeCatalogue.read(folder: $0) } ?? searcher.catalogue()
    let chosen = try type.map { catalogue.types[try catalogue.index(of: $0)].id }
    let known = Set(chosen.isEmpty ? catalogue.types.map(\.id) : chosen)
    let labels = try GoldLabel.read(gold, types: known).filter { known.contains($0.type) }
    let clauses = try searcher.typeAnew(
      with: catalogue.only(known.sorted()), platforms: Set(labels.map(\.platform)),
      termsTypes: terms.termsTypes,
      least: 0.1)
    let evaluation = TypeEvaluation(
      labels: labels, clauses: clauses, platforms: Set(searcher.documents.map(\.platform)), known: known)
    let rows = evaluation.types.map { TypeRow(type: $0.key, score: $0.value) }
      .sorted { ($0.score.f1, $0.type) < ($1.score.f1, $1.type) }
    try output.print(
      evaluation, from: searcher, rows: Array(rows.prefix(output.rows(default: .max))),
      defaults: ["type", "pairs", "precision", "recall", "f1"],
      human: { human(evaluation, rows, searcher) })
    return evaluation.all.pairs > 0
  }

  private func human(
    _ evaluation: TypeEvaluation, _ rows: [TypeRow], _ searcher: Searcher
  ) -> String {
    func share(_ value: Double) -> String { String(format: "%.3f", value) }
    func right(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    var text =
      misses
      ? evaluation.misses.sorted { ($0.type, $0.platform) < ($1.type, $1.platform) }
        .map(described).joined() : ""
    let width = max(4, rows.map(\.type.count).max() ?? 4)
    text +=
      Terminal.bold(
        "type".padding(to: width) + "  pairs   yes  right  wrong  missed  precision  recall     F1") + "\n"
    for row in rows.prefix(output.rows(default: .max)) {
      let score = row.score
      text += row.type.padding(to: width) + right("\(score.pairs)", 7)
      text += right("\(score.truePositives + score.falseNegatives)", 6) + right("\(score.truePositives)", 7)
      text += right("\(score.falsePositives)", 7) + right("\(score.falseNegatives)", 8)
      text +=
        right(share(score.precision), 11) + right(share(score.recall), 8) + right(share(score.f1), 7) + "\n"
    }
    let all = evaluation.all
    let platforms =
      evaluation.leftOut == 0 ? "" : "; \(evaluation.leftOut) labels of platforms not in the index"
    return text + """

      \(all.pairs) pairs of platform and type\(platforms)
      accuracy \(share(all.accuracy))
      shares: precision \(share(all.precision)), recall \(share(all.recall)), F1 \(share(all.f1)) (micro), \
      \(share(evaluation.macroF1)) (macro)
      lacks: F1 \(share(all.f1Lacks))
      evidence: of \(evaluation.withEvidence) right "shares", \(evaluation.evidenceFound) show a clause that the label names

      """ + HumanText.foot(searcher)
  }

  private func described(_ miss: TypeEvaluation.Miss) -> String {
    var text =
      Terminal.bold("\(miss.type) · \(miss.platform): \(miss.isPresent ? "missed" : "wrongly shares")") + "\n"
    for quote in miss.quotes { text += Terminal.wrap("label: \(quote)", indent: "  ") + "\n" }
    if let near = miss.nearest {
      text +=
        "  \(HumanText.score(near.confidence)) \(near.termsType) · \(near.heading)  \(Terminal.dim(near.clause))\n"
      text += Terminal.wrap(near.text, indent: "       ") + "\n"
      for line in near.because.split(separator: "\n") {
        text += Terminal.wrap(String(line), indent: "       ") + "\n"
      }
    }
    return text + "\n"
  }
}
