// clause types: the clause types of the index, and the clauses that are of none.

public import ArgumentParser
public import ClauseIndex
internal import Foundation

extension TypeOrder: ExpressibleByArgument {}
extension Severity: ExpressibleByArgument {}

struct TypesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "types",
    abstract: "Clause types: how widespread each is, what it means, who shares it, how it is worded.",
    discussion: """
      clause types
      clause types --category disputes --sort share
      clause types --regulation gdpr --sector social
      clause types show jury-trial-waiver
      clause types untyped --seed 1
      """,
    subcommands: [
      TypesListCommand.self, TypesShowCommand.self, TypesUntypedCommand.self, TypesCheckCommand.self,
    ],
    defaultSubcommand: TypesListCommand.self)
}

struct TypesListCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the clause types with the platforms that share each (the default).",
    discussion: """
      clause types
      clause types --sort share --severity high
      clause types --category disputes --sector ai --format csv

      A platform shares a type when one of its clauses is of it, lacks it when it has a document in which such \
      clauses stand and none is, and is unknown when it has no such document. The share (%) is that of the \
      platforms that could have it: those that share it of those that share it or lack it.
      """)

  @Option(name: .long, help: "Only types of this category, by id or name.")
  var category: String?

  @Option(name: .long, help: "Only types of this severity.")
  var severity: Severity?

  @Option(name: .long, help: "Only types that name this law, by id (gdpr, dsa, ccpa, …) or name.")
  var regulation: String?

  @OptionGroup var scope: ScopeOptions

  @Option(name: .long, help: "Order of the types.")
  var sort = TypeOrder.category

  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  func answer() throws -> Bool {
    let searcher = try index.searcher()
    var answer = try searcher.types(
      category: category, severity: severity, regulation: regulation, sector: scope.sector,
      termsTypes: scope.termsTypes, order: sort)
    let all = answer.types.count
    answer.types = Array(answer.types.prefix(output.rows(default: Int.max)))
    try output.print(
      answer, from: searcher, rows: answer.types,
      defaults: [
        "type", "name", "category", "severity", "clauses", "sharing", "lacking", "unknown", "companies",
        "share",
      ],
      notes: answer.notes, human: { human(answer, of: all, searcher) })
    return !answer.types.isEmpty
  }

  private func human(_ answer: TypesAnswer, of all: Int, _ searcher: Searcher) -> String {
    var text = ""
    for note in answer.notes { text += Terminal.wrap("Note: \(note)") + "\n" }
    if let words = ScopeOptions.words(answer.sector, answer.termsTypes) {
      text +=
        Terminal.dim("Counted: \(answer.platforms) \(answer.sector == nil ? "platforms; " : "")\(words)")
        + "\n"
    }
    let isGrouped = sort == .category
    var columns = TextColumns(
      [
        .text("type"), .text("severity"), .number("clauses"), .number("shares"), .number("lacks"),
        .number("unknown"), .number("companies"), .number("%"),
      ], optional: ["companies", "unknown", "clauses", "severity"])
    var category: String?
    for type in answer.types {
      if isGrouped, type.category != category {
        category = type.category
        columns.append(heading: type.categoryName)
      }
      columns.append([
        (isGrouped ? "  " : "") + type.type, type.severity.rawValue, "\(type.clauses)", "\(type.sharing)",
        "\(type.lacking)", "\(type.unknown)", "\(type.companies)", HumanText.percent(type.share),
      ])
    }
    if !answer.types.isEmpty { text += columns.printed }
    if answer.types.isEmpty, answer.notes.isEmpty { text += "No such type.\n" }
    if answer.types.count < all { text += "… \(all - answer.types.count) more with --limit 0\n" }
    let clauses = answer.typed + answer.untyped
    text += "\n\(HumanText.count(answer.types.count, "type")) shown"
    text +=
      " · \(answer.typed) of \(clauses) clauses are of one type or more"
      + " (\(HumanText.percent(answer.typed, of: clauses))), \(answer.untyped) of none"
    text += "\n"
    for line in [
      "%: share of the platforms that share or lack it", "All about one type: clause types show ID",
      "Clauses of none: clause types untyped",
    ] { text += Terminal.dim(line) + "\n" }
    return text + HumanText.foot(searcher)
  }
}

struct TypesUntypedCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "untyped",
    abstract: "List clauses that are of no type.",
    discussion: """
      clause types untyped --seed 7
      clause types untyped --platform spotify --terms "Privacy Policy" --limit 0 --format csv

      A clause is of a type from a confidence of 0.5. In the order of the index; with --seed a choice at \
      random, the same for the same seed.
      """)

  @Option(name: .long, help: "Choose at random, by this seed.")
  var seed: UInt64?

  @Option(name: .long, help: "Only clauses of this platform, by id or name.")
  var platform: String?

  @OptionGroup var terms: TermsOptions

  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  func answer() throws -> Bool {
    let searcher = try index.searcher()
    let answer = try searcher.untyped(
      platform: platform, termsTypes: terms.termsTypes, limit: output.rows(default: 20),
      seed: seed)
    try output.print(
      answer, from: searcher, rows: answer.clauses,
      defaults: ["clause", "platform", "terms_type", "title", "text", "nearest", "confidence"],
      human: { human(answer, searcher) })
    return !answer.clauses.isEmpty
  }

  private func human(_ answer: UntypedAnswer, _ searcher: Searcher) -> String {
    var text = Terminal.bold(
      "\(answer.total) of \(answer.of) clauses are of no type (\(HumanText.percent(answer.total, of: answer.of)))"
    )
    text += "\n"
    for clause in answer.clauses {
      text +=
        "\n" + HumanText.head(clause.platformName, clause.termsType, clause.heading, clause.title) + "\n"
      let body = clause.leadIn.isEmpty ? clause.text : "\(clause.leadIn) \(clause.text)"
      text += Terminal.wrap(HumanText.short(nil, "", body, words: 60), indent: "  ") + "\n"
      let near = clause.nearest.map { " · nearest: \($0) \(HumanText.score(clause.confidence ?? 0))" } ?? ""
      text += Terminal.dim("  \(clause.clause)\(near)") + "\n"
    }
    if answer.clauses.count < answer.total {
      text += "\n… \(answer.total - answer.clauses.count) more (--limit 0 for all"
      text += seed == nil ? ", --seed 1 for some at random)\n" : ")\n"
    }
    return text + HumanText.foot(searcher)
  }
}
