// clause unusual: the provisions that few share, and the wordings that many do.

internal import ArgumentParser
internal import ClauseIndex

struct UnusualCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "unusual",
    abstract: "List the rarest provisions of a platform or of all, or the wordings that are copied most.",
    discussion: """
      clause unusual spotify
      clause unusual --corpus --sector ai --format csv
      clause unusual --copied --other-companies
      clause unusual --copied spotify

      It reads the counts that clause prevalence --every adds to the index. Listed is what fewer than 1 in 20 \
      platforms share, the rarest first, each with the nearest clause elsewhere. Clauses of fewer than 12 or more \
      than 400 words are left out, and those of documents of a kind that fewer than 1 platform in 10 has: of these it \
      can't be told. "Unique" means that no clause like it was found, not that there is none: read the nearest one. \
      With --copied a row is a wording of 12 words or more that two platforms or more have word for word.
      """)

  @Argument(help: "Platform, by id or name.")
  var platform: String?

  @Flag(name: .customLong("corpus"), help: "List the rarest provisions of all platforms.")
  var all = false

  @Flag(name: .long, help: "List the wordings that the most platforms have word for word instead.")
  var copied = false

  @Flag(
    name: .customLong("other-companies"),
    help: "With --copied: leave out what platforms of one company alone have.")
  var otherCompanies = false

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  func validate() throws {
    if all, platform != nil { throw ValidationError("give a platform or --corpus, not both") }
    if platform == nil, !all, !copied {
      throw ValidationError(
        "name a platform (clause platforms lists them), or ask for all with --corpus, or for --copied wordings"
      )
    }
    if otherCompanies, !copied { throw ValidationError("--other-companies goes with --copied") }
  }

  func answer() throws -> Bool {
    let searcher = try index.searcher()
    return copied ? try listCopied(searcher) : try listUnusual(searcher)
  }

  /// A clause in one row, for forms that have one row a line.
  private struct Line: Encodable {
    var headline: String
    var label: PrevalenceLabel
    var sharing: Int
    var companies: Int
    var lacking: Int
    var unknown: Int
    var platform: String
    var terms_type: String
    var clause: String
    var title: String
    var types: [String]
    var excerpt: String
    var nearest: Nullable<String>
    var nearest_platform: Nullable<String>
    var nearest_score: Nullable<Double>
  }

  /// A value or null: a row has all its keys.
  private struct Nullable<Value: Encodable>: Encodable {
    private let value: Value?

    init(_ value: Value?) { self.value = value }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if let value { try container.encode(value) } else { try container.encodeNil() }
    }
  }

  private func listUnusual(_ searcher: Searcher) throws -> Bool {
    let answer = try searcher.unusual(
      platform, sector: scope.sector, termsTypes: scope.termsTypes, limit: output.rows(default: 10))
    let rows = answer.rows.map { row in
      Line(
        headline: row.headline, label: row.label, sharing: row.sharing, companies: row.companies,
        lacking: row.lacking, unknown: row.unknown, platform: row.platform, terms_type: row.termsType,
        clause: row.clause, title: row.title, types: row.types, excerpt: row.excerpt,
        nearest: Nullable(row.nearest?.clause), nearest_platform: Nullable(row.nearest?.platform),
        nearest_score: Nullable(row.nearest?.score))
    }
    try output.print(
      answer, from: searcher, rows: rows,
      defaults: [
        "headline", "platform", "terms_type", "clause", "title", "types", "excerpt", "nearest",
        "nearest_score",
      ],
      notes: answer.notes, human: { human(answer, searcher) })
    return !answer.rows.isEmpty
  }

  private func listCopied(_ searcher: Searcher) throws -> Bool {
    let answer = try searcher.mostCopied(
      of: platform, otherCompanies: otherCompanies, sector: scope.sector, termsTypes: scope.termsTypes,
      limit: output.rows(default: 10))
    try output.print(
      answer, from: searcher, rows: answer.rows,
      defaults: ["platforms", "companies", "clauses", "words", "clause", "title", "shared_by", "excerpt"],
      notes: answer.notes, human: { human(answer, searcher) })
    return !answer.rows.isEmpty
  }
}

extension UnusualCommand {
  private func human(_ answer: UnusualAnswer, _ searcher: Searcher) -> String {
    let own = answer.platform.map { id in searcher.platforms.first { $0.id == id }?.name ?? id }
    var text = Terminal.bold(
      "\(own ?? "All platforms") · \(answer.unique) unique and \(answer.rare) rare of "
        + HumanText.count(answer.clauses, "provision"))
    text += "\n"
    let scope = ScopeOptions.words(answer.sector, answer.termsTypes).map { $0 + "; " } ?? ""
    let untold =
      answer.untold == 0
      ? "" : "; \(answer.untold) more can't be told: few platforms have such a document"
    text += Terminal.dim(Terminal.wrap("\(scope)the rarest first\(untold)")) + "\n"
    for row in answer.rows {
      text += "\n" + Terminal.bold(row.headline) + Terminal.dim(" · \(row.lacking) lack it, ")
      text += Terminal.dim("\(row.unknown) can't be told") + "\n"
      text += "    \(own == nil ? row.platformName + " · " : "")\(row.termsType)  \(Terminal.dim(row.clause))"
      text += row.types.isEmpty ? "\n" : Terminal.dim("  \(row.types.joined(separator: ", "))") + "\n"
      text += Terminal.wrap(HumanText.short(nil, row.title, row.excerpt, words: 40), indent: "    ") + "\n"
      if let nearest = row.nearest {
        text += Terminal.dim("    nearest elsewhere \(HumanText.score(nearest.score)) ")
        text += "\(nearest.platformName) · \(nearest.termsType)  \(Terminal.dim(nearest.clause))\n"
        text +=
          Terminal.wrap(HumanText.short(nil, nearest.title, nearest.excerpt, words: 25), indent: "      ")
          + "\n"
      } else {
        text += Terminal.dim("    nothing near elsewhere") + "\n"
      }
    }
    let more = answer.unique + answer.rare - answer.rows.count
    if more > 0 { text += "\n… \(more) more with --limit 0\n" }
    return text + "\n" + Terminal.wrap("A reading by a program, no legal advice: read the clauses.") + "\n"
      + HumanText.foot(searcher)
  }

  private func human(_ answer: CopiedAnswer, _ searcher: Searcher) -> String {
    let own = answer.platform.map { id in searcher.platforms.first { $0.id == id }?.name ?? id }
    var text = Terminal.bold(
      HumanText.count(answer.total, "wording") + (own.map { " of \($0)" } ?? "")
        + " that two platforms or more have word for word")
    text += "\n"
    if let scope = ScopeOptions.words(answer.sector, answer.termsTypes) { text += Terminal.dim(scope) + "\n" }
    for row in answer.rows {
      text += "\n" + Terminal.bold(HumanText.count(row.platforms, "platform"))
      text += " · \(HumanText.companies(row.companies)) · \(HumanText.count(row.words, "word"))"
      text += "  \(Terminal.dim(row.clause))\n"
      text += Terminal.wrap(HumanText.short(nil, row.title, row.excerpt, words: 40), indent: "    ") + "\n"
      let names = row.sharedBy.map { id in searcher.platforms.first { $0.id == id }?.name ?? id }
      let more = names.count > 12 ? " and \(names.count - 12) more" : ""
      text += Terminal.wrap(names.prefix(12).joined(separator: ", ") + more, indent: "    ") + "\n"
    }
    if answer.total > answer.rows.count {
      text += "\n… \(answer.total - answer.rows.count) more with --limit 0\n"
    }
    return text + HumanText.foot(searcher)
  }
}
