// clause reuse: what platforms have word for word from one another.

internal import ArgumentParser
internal import ClauseIndex

struct ReuseCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "reuse",
    abstract: "Find passages that platforms share word for word, and families of wording.",
    discussion: """
      clause reuse discord telegram
      clause reuse spotify --other-companies --terms "Terms of Service"
      clause reuse spotify --min-words 30 --format csv
      clause reuse --families --other-companies --limit 5
      clause reuse --families spotify

      Passages are runs of words, 12 or more, that stand in a clause of the first platform and in one of the second, or \
      of any other; the longest first. With --families it lists groups of clauses of two platforms or more, each \
      near-verbatim to one of them; those of the most platforms first. Who had the wording first can't be told from it.
      """)

  @Argument(help: "Platform, by id or name, and another one to look at alone.")
  var platforms: [String] = []

  @Flag(name: .long, help: "List families of wording instead: all, or those of one platform.")
  var families = false

  @Option(
    name: .customLong("min-words"),
    help: ArgumentHelp("Words in the shortest passage; 12 if left out.", valueName: "n"))
  var minWords: Int?

  @Flag(
    name: .customLong("other-companies"),
    help: "Leave out what platforms share with platforms of the same company alone.")
  var otherCompanies = false

  @OptionGroup var scope: ScopeOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  func validate() throws {
    if let minWords, minWords < 1 { throw ValidationError("--min-words \(minWords): give 1 or more") }
    if families {
      if platforms.count > 1 { throw ValidationError("--families takes one platform, or none for all") }
      if minWords != nil { throw ValidationError("--min-words goes with passages, not with --families") }
    } else if !(1...2).contains(platforms.count) {
      throw ValidationError(
        "name a platform, or two (clause platforms lists them), or ask for --families of all")
    }
  }

  func answer() throws -> Bool {
    let searcher = try index.searcher()
    return families ? try listFamilies(searcher) : try listPassages(searcher)
  }

  /// A passage in one row, for forms that have one row a line.
  private struct PassageLine: Encodable {
    var words: Int
    var platforms: Int
    var companies: Int
    var in_part: Int
    var shared_with: [String]
    var clause: String
    var document: String
    var terms_type: String
    var other_clause: String
    var text: String
  }

  private func listPassages(_ searcher: Searcher) throws -> Bool {
    let answer = try searcher.reuse(
      platforms[0], other: platforms.count > 1 ? platforms[1] : nil,
      minWords: minWords ?? Searcher.shortestReused, otherCompanies: otherCompanies, sector: scope.sector,
      termsTypes: scope.termsTypes, limit: output.rows(default: 10))
    let rows = answer.passages.map { passage in
      PassageLine(
        words: passage.words, platforms: passage.platforms, companies: passage.companies,
        in_part: passage.inPart,
        shared_with: passage.sharing.filter { $0.words == passage.words }.map(\.platform),
        clause: passage.places[0].clause, document: passage.places[0].document,
        terms_type: passage.places[0].termsType, other_clause: passage.sharing[0].clause,
        text: passage.text)
    }
    try output.print(
      answer, from: searcher, rows: rows,
      defaults: [
        "words", "platforms", "companies", "shared_with", "clause", "terms_type", "other_clause", "text",
      ],
      notes: answer.notes, human: { human(answer, searcher) })
    return !answer.passages.isEmpty
  }

  /// A family in one row.
  private struct FamilyLine: Encodable {
    var platforms: Int
    var companies: Int
    var clauses: Int
    var clause: String
    var title: String
    var shared_by: [String]
    var members: [String]
    var text: String
  }

  private func listFamilies(_ searcher: Searcher) throws -> Bool {
    let line = ProgressLine()
    let answer = try searcher.families(
      of: platforms.first, otherCompanies: otherCompanies, sector: scope.sector, termsTypes: scope.termsTypes,
      limit: output.rows(default: 10)
    ) { done, total in line.show("comparing", done, total, "wordings") }
    line.clear()
    let rows = answer.families.map { family in
      FamilyLine(
        platforms: family.platforms, companies: family.companies, clauses: family.members.count,
        clause: family.clause, title: family.title, shared_by: family.platformIDs,
        members: family.members.map(\.clause), text: family.text)
    }
    try output.print(
      answer, from: searcher, rows: rows,
      defaults: ["platforms", "companies", "clauses", "clause", "title", "shared_by", "text"],
      notes: answer.notes, human: { human(answer, searcher) })
    return !answer.families.isEmpty
  }
}

extension ReuseCommand {
  private func human(_ answer: ReuseAnswer, _ searcher: Searcher) -> String {
    var text = answer.notes.map { Terminal.wrap("Note: \($0)") + "\n" }.joined()
    let partner = answer.other.map { id in searcher.platforms.first { $0.id == id }?.name ?? id }
    let others = partner ?? HumanText.count(answer.platforms, "other platform")
    text += Terminal.bold(
      Terminal.wrap(
        "\(answer.platformName) shares \(HumanText.count(answer.total, "passage")) of "
          + "\(HumanText.count(answer.minWords, "word")) or more with \(others)"))
    text += "\n" + looked(answer.clauses, answer.sector, answer.termsTypes, answer.otherCompanies)
    for passage in answer.passages {
      let part = passage.inPart == 0 ? "" : Terminal.dim(" · \(passage.inPart) more in part")
      text += "\n" + Terminal.bold(HumanText.count(passage.words, "word"))
      text += " · \(HumanText.count(passage.platforms, "platform"))\(part)\n"
      text += Terminal.wrap(HumanText.short(nil, "", passage.text, words: 80), indent: "    ") + "\n"
      for place in passage.places.prefix(3) { text += line(place, "here") }
      if passage.places.count > 3 { text += Terminal.dim("    … \(passage.places.count - 3) more here\n") }
      let whole = passage.sharing.filter { $0.words == passage.words }
      for place in whole.prefix(5) { text += line(place, place.platformName) }
      if whole.count > 5 {
        let names = whole.dropFirst(5).map(\.platformName).joined(separator: ", ")
        text += Terminal.wrap("and \(names)", indent: "    ") + "\n"
      }
    }
    if answer.total > answer.passages.count {
      text += "\n… \(answer.total - answer.passages.count) more with --limit 0\n"
    }
    return text + HumanText.foot(searcher)
  }

  private func line(_ place: ReusedPlace, _ name: String) -> String {
    let company = place.isSameCompany && name != "here" ? " (same company)" : ""
    return "    \(name)\(company) " + Terminal.dim("\(place.termsType) \(place.clause)") + "\n"
  }

  private func human(_ answer: FamiliesAnswer, _ searcher: Searcher) -> String {
    var text = answer.notes.map { Terminal.wrap("Note: \($0)") + "\n" }.joined()
    let own = answer.platform.map { id in searcher.platforms.first { $0.id == id }?.name ?? id }
    text +=
      Terminal.bold(
        "\(answer.total) \(answer.total == 1 ? "family" : "families") of wording"
          + (own.map { " with clauses of \($0)" } ?? "")) + "\n"
    text += looked(answer.clauses, answer.sector, answer.termsTypes, answer.otherCompanies)
    for family in answer.families {
      let verbatim = family.members.count { $0.level == .verbatim }
      text += "\n" + Terminal.bold(HumanText.count(family.platforms, "platform"))
      text += " · \(HumanText.companies(family.companies)) · "
      text += "\(HumanText.count(family.members.count, "clause")), \(verbatim) as here\n"
      text += Terminal.wrap(HumanText.short(nil, family.title, family.text, words: 80), indent: "    ") + "\n"
      text += Terminal.dim("    \(family.clause)") + "\n"
      let mine = family.members.filter { $0.platform == answer.platform && $0.clause != family.clause }
      for member in mine.prefix(3) {
        text += "    \(member.platformName) "
        text += Terminal.dim("\(member.termsType) \(member.clause) \(member.level.rawValue)") + "\n"
      }
      let names = family.platformNames
      let more = names.count > 12 ? " and \(names.count - 12) more" : ""
      text += Terminal.wrap(names.prefix(12).joined(separator: ", ") + more, indent: "    ") + "\n"
    }
    if answer.total > answer.families.count {
      text += "\n… \(answer.total - answer.families.count) more with --limit 0\n"
    }
    return text + HumanText.foot(searcher)
  }

  private func looked(_ clauses: Int, _ sector: String?, _ termsTypes: [String]?, _ others: Bool) -> String {
    let parts = [
      HumanText.count(clauses, "clause") + " looked at", ScopeOptions.words(sector, termsTypes),
      others ? "other companies only" : nil,
    ]
    return Terminal.dim(Terminal.wrap(parts.compactMap { $0 }.joined(separator: "; "))) + "\n"
  }
}

extension WordingFamily {
  /// The platforms, by id, in the order of their clauses.
  fileprivate var platformIDs: [String] { distinct(members.map(\.platform)) }

  /// The platforms, by name.
  fileprivate var platformNames: [String] { distinct(members.map(\.platformName)) }

  private func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
