// clause types check: are the files of clause types right, and what do they find?

internal import ArgumentParser
internal import ClauseIndex
internal import Foundation

struct TypesCheckCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check files of clause types, and show what a type finds in the index.",
    discussion: """
      Checks that every model clause is of its type and no near miss is. With ids of types it also shows clauses that \
      are found in the index, taken at random, with the pattern that found them, and platforms where none is found.
      """)

  @Argument(help: "Ids of types to look at; all for the check alone.")
  var ids: [String] = []

  @Option(
    name: .customLong("types"),
    help: ArgumentHelp("Folder of clause types, instead of Corpus/types.", valueName: "folder"))
  var folder: String?

  @Option(name: .long, help: "Number of clauses to show for each type.")
  var hits = 0

  @Option(name: .long, help: "Number of platforms without such a clause to show for each type.")
  var lacks = 0

  @Option(name: .long, help: "Show only clauses found by patterns that hold this text.")
  var pattern: String?

  @Option(name: .long, help: "Least confidence of the clauses shown.")
  var least = 0.5

  @Option(name: .long, help: "Greatest confidence of the clauses shown.")
  var most = 1.0

  @Option(name: .long, help: "Seed of the choice.")
  var seed: UInt64 = 1

  @OptionGroup var index: IndexOptions

  func answer() throws -> Bool {
    let catalogue = try TypeCatalogue.read(folder: try folder ?? CorpusFolder.find().types)
    let ids = try self.ids.map { catalogue.types[try catalogue.index(of: $0)].id }
    let checked = catalogue.only(ids)
    let complaints = try checked.complaints()
    for complaint in complaints { Output.write("\(complaint)\n") }
    Output.write("\(checked.types.count) types, \(complaints.count) model clauses or near misses fail\n")
    guard hits > 0 || lacks > 0 else { return complaints.isEmpty }
    let searcher = try index.searcher()
    let clauses = try searcher.typeAnew(with: checked, least: min(least, 0.1))
    var random = SeededGenerator(seed: seed)
    for id in ids {
      guard let type = catalogue[id] else { continue }
      let own = clauses.filter { $0.type == id }
      let found = own.filter { $0.confidence >= 0.5 }
      let sharing = Set(found.map(\.platform))
      let able = Set(searcher.documents.filter { type.termsTypes.contains($0.termsType) }.map(\.platform))
      Output.write(
        "\n# \(id): \(found.count) clauses, \(sharing.count) platforms share, \(able.subtracting(sharing).count) lack\n"
      )
      var byRule: [String: Int] = [:]
      for clause in found {
        for line in clause.because.split(separator: "\n") {
          byRule[line.components(separatedBy: " ← ")[0], default: 0] += 1
        }
      }
      for (rule, count) in byRule.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
        Output.write("  \(count)\t\(rule)\n")
      }
      let shown = own.filter { clause in
        (least...most).contains(clause.confidence) && pattern.map { clause.because.contains($0) } != false
      }
      for clause in shown.shuffled(using: &random).prefix(hits) {
        Output.write(
          "\n+ \(clause.platform) \(clause.clause) \(String(format: "%.2f", clause.confidence)) \(clause.termsType) | \(clause.heading)\n  \(clause.text.prefix(700))\n    \(clause.because.replacing("\n", with: "\n    "))\n"
        )
      }
      for platform in able.subtracting(sharing).sorted().shuffled(using: &random).prefix(lacks) {
        let near = own.filter { $0.platform == platform }.max { $0.confidence < $1.confidence }
        Output.write("- \(platform)")
        if let near {
          Output.write(
            ": \(String(format: "%.2f", near.confidence)) \(near.clause) | \(near.heading) | \(near.text.prefix(300))\n    \(near.because.replacing("\n", with: "\n    "))"
          )
        }
        Output.write("\n")
      }
    }
    return complaints.isEmpty
  }
}
