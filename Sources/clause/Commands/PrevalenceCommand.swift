// clause prevalence: is it unusual?

public import ArgumentParser
public import ClauseIndex

extension Verdict: ExpressibleByArgument {}

struct PrevalenceCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "prevalence",
    abstract: "Count which platforms share a provision, which lack it, and which can't be told.",
    discussion: """
      clause prevalence CL-4T0ZJ9V2QK
      clause prevalence --text "You may not clone a person's voice without their consent." --list shares
      clause prevalence --query 'class action waiv*' --list lacks --format csv
      xclip -o | clause prevalence - --platform spotify
      clause prevalence --type jury-trial-waiver --sector ai
      clause prevalence --every

      Unique: no other platform. Rare: fewer than 1 in 20. Shared: fewer than half. Common: half or more. \
      A platform shares a provision when its closest clause scores --min-score or more; it is unknown when none \
      of its indexed documents is of the terms types in which such a clause stands. The clause's own platform \
      is never counted. With --type the patterns of a clause type decide, not likeness (clause types lists them). Similar wording is evidence, not proof: read the clauses before you rely on a verdict.
      """)

  @OptionGroup var passage: PassageOptions

  @Option(
    name: .long, help: "Ask for the platforms that have a clause matching this query (as in clause search).")
  var query: String?

  @Option(name: .long, help: "Ask for the platforms that have a clause of this type, by id or name.")
  var type: String?

  @OptionGroup var scope: ScopeOptions

  @Option(name: .long, help: "Do not count this platform (the one a pasted passage belongs to).")
  var platform: String?

  @Option(
    name: .customLong("min-score"),
    help:
      "Score from which a clause counts as the same provision, 0 to 1 (default: \(Searcher.sameProvision)).")
  var minScore: Double?

  @Option(name: .long, help: "List only the platforms with this verdict: shares, lacks or unknown.")
  var list: Verdict?

  @Flag(
    name: .long,
    help: "Count for every clause of the index, and add the counts to it for clause show and clause unusual.")
  var every = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  func validate() throws {
    let asks = passage.id != nil || passage.text != nil || query != nil || type != nil
    if every, asks || minScore != nil || list != nil || platform != nil {
      throw ValidationError("--every counts for all clauses: give it no passage, --query, --type or filter")
    }
    if let minScore, !(0...1).contains(minScore) {
      throw ValidationError("--min-score \(minScore): give a number from 0 to 1")
    }
    if type != nil, minScore != nil {
      throw ValidationError("--min-score is for passages; a clause is of a type from a confidence of 0.5")
    }
    if type == nil, scope.sector != nil || scope.termsTypes != nil {
      throw ValidationError(
        "--sector and --terms go with --type; in a --query write sector:ai or terms:\"…\"")
    }
  }

  func answer() throws -> Bool {
    if every {
      Output.write(try EveryPrevalence.measure(try index.path))
      return true
    }
    var answer: PrevalenceAnswer
    let asked = try passage.passage()
    let searcher = try index.searcher()
    guard [asked != nil, query != nil, type != nil].count(where: { $0 }) < 2 else {
      throw ValidationError("give one of a passage, --query and --type")
    }
    let least = minScore ?? Searcher.sameProvision
    switch (asked, query, type) {
    case (.clause(let id)?, _, _): answer = try searcher.prevalence(of: id, minScore: least)
    case (.text(let text)?, _, _):
      answer = try searcher.prevalence(ofText: text, leavingOut: platform, minScore: least)
    case (nil, let query?, _): answer = try searcher.prevalence(of: Query(query), leavingOut: platform)
    case (nil, nil, let type?):
      answer = try searcher.prevalence(
        ofType: type, sector: scope.sector, termsTypes: scope.termsTypes, leavingOut: platform)
    case (nil, nil, nil):
      throw ValidationError(
        "name a clause by its record id, or give a passage with --text or -, a --query or a --type")
    }
    let counted = answer.sharing
    if let list { answer.platforms = answer.platforms.filter { $0.verdict == list } }
    let rows = list == nil && output.format == .table && output.columns == nil ? 10 : Int.max
    let shown = Array(answer.platforms.prefix(output.rows(default: rows)))
    let all = answer.platforms.count
    if output.limit != nil { answer.platforms = shown }
    try output.print(
      answer, from: searcher, rows: shown,
      defaults: ["verdict", "platform", "company", "score", "level", "clause", "title", "excerpt"],
      notes: answer.notes, human: { human(answer, shown, of: all, searcher) })
    return list == nil ? counted > 0 : !answer.platforms.isEmpty
  }

  private func human(
    _ answer: PrevalenceAnswer, _ shown: [PlatformVerdict], of all: Int, _ searcher: Searcher
  ) -> String {
    let own = answer.own.map { "; \($0) itself is not counted" } ?? ""
    var text = Terminal.bold(answer.headline) + "\n"
    text +=
      "\(answer.sharing) share it (\(HumanText.companies(answer.companies))), \(answer.lacking) lack it, "
    text += "\(answer.unknown) can't be told\(own)\n"
    if let levels = answer.levels, answer.sharing > 0 {
      text +=
        Terminal.wrap("Of those that share it: " + levels.map(Self.level).joined(separator: ", ")) + "\n"
    }
    text += Terminal.dim(Terminal.wrap(basis(of: answer))) + "\n"
    for note in answer.notes { text += Terminal.wrap("Note: \(note)") + "\n" }
    var verdict: Verdict?
    for row in shown {
      if row.verdict != verdict {
        verdict = row.verdict
        text += "\n" + Terminal.bold(row.verdict == .unknown ? "can't be told" : row.verdict.rawValue) + "\n"
      }
      let score = answer.threshold == nil ? "" : row.score.map { HumanText.score($0) + "  " } ?? "      "
      text += "  \(score)\(row.platformName)"
      if let level = row.level, level != .sameProvision { text += " · \(level.rawValue)" }
      if let termsType = row.termsType, row.verdict != .unknown {
        text += " · \(termsType)  " + Terminal.dim(row.clause ?? "") + "\n"
        text += Terminal.marked(
          Terminal.wrap(
            HumanText.short(nil, row.title ?? "", row.excerpt ?? "", words: 45), indent: "        "))
      }
      text += "\n"
    }
    let rest = all - shown.count
    if rest > 0 { text += "\n  … \(rest) more with --limit 0, or choose with --list shares|lacks|unknown\n" }
    text += Terminal.dim(
      "\nA reading by a program, no legal advice: what no indexed document holds can't be judged.\n")
    return text + HumanText.foot(searcher).drop { $0 == "\n" }
  }

  private static func level(_ count: LevelCount) -> String {
    let wording =
      switch count.level {
      case .verbatim: "word for word"
      case .nearVerbatim: "nearly word for word"
      case .sameProvision: "in other words"
      }
    let companies = count.platforms == 0 ? "" : " (\(HumanText.companies(count.companies)))"
    return "\(count.platforms) \(wording)\(companies)"
  }

  /// What the verdicts rest on.
  private func basis(of answer: PrevalenceAnswer) -> String {
    var parts: [String] = []
    if !answer.termsTypes.isEmpty {
      parts.append("Looked for in: \(answer.termsTypes.joined(separator: ", "))")
    }
    if let type = answer.type {
      if let sector = answer.sector { parts.append("platforms of the sector \(sector)") }
      parts.append("all about it: clause types show \(type)")
    } else if let threshold = answer.threshold {
      parts.append("same provision from \(HumanText.score(threshold))")
    }
    return parts.joined(separator: " · ")
  }
}
