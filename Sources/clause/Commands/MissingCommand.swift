// clause missing: what the peers of a platform have and it lacks.

internal import ArgumentParser
internal import ClauseIndex

struct MissingCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "missing",
    abstract: "List the clause types that peers of a platform have and it lacks.",
    discussion: """
      clause missing discord
      clause missing discord --min-share 0.8 --limit 0
      clause missing spotify --format csv --columns type,severity,sharing,able,clause

      Peers are the other platforms of its sector; all platforms where the sector has fewer than 5 others. Types come \
      in the order of their share among the peers that could have them: those that share or lack the type, at least \
      3. Beside each stands the nearest text that was found in the platform's own documents, as proof of the search: \
      a clause that some rules of the type matched, though too few, else the clause most like the type's model \
      clauses. Read it: "lacks" means that no clause was found, not that there is none.
      """)

  @Argument(help: "Platform, by id or name.")
  var platform: String

  @Option(
    name: .customLong("min-share"), help: "Least share of the peers that could have the type, 0 to 1.")
  var minShare = 0.5

  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  func validate() throws {
    guard (0...1).contains(minShare) else {
      throw ValidationError("--min-share \(minShare): give a number from 0 to 1")
    }
  }

  func answer() throws -> Bool {
    let searcher = try index.searcher()
    var answer = try searcher.missing(platform, minShare: minShare)
    let (missing, untold) = (answer.missing.count, answer.untold.count)
    let rows = output.rows(default: 30)
    answer.missing = Array(answer.missing.prefix(rows))
    answer.untold = Array(answer.untold.prefix(rows))
    let notes =
      (answer.total == 0 ? [HumanText.noTypes] : [])
      + (untold == 0 ? [] : ["\(untold) types more can't be told; --format json lists them"])
    try output.print(
      answer, from: searcher, rows: answer.missing,
      defaults: [
        "type", "name", "severity", "sharing", "able", "sharing_of_all", "able_of_all", "found_by", "score",
        "clause", "excerpt",
      ], notes: notes, human: { human(answer, missing, untold, searcher) })
    return !answer.missing.isEmpty
  }

  private func human(_ answer: MissingAnswer, _ missing: Int, _ untold: Int, _ searcher: Searcher) -> String {
    guard answer.total > 0 else { return HumanText.noTypes + "\n" }
    let share = HumanText.percent(minShare)
    let peers =
      answer.isSector
      ? "\(answer.peers) other platforms of the sector \(answer.sector)"
      : "all \(answer.peers) other platforms, as its sector, \(answer.sector), has fewer than \(Searcher.leastPeers) others"
    var text =
      Terminal.bold(
        "\(answer.platformName) lacks \(missing == 0 ? "none" : "\(missing)") of the clause types that "
          + "\(share) or more of its peers have") + "\n"
    text += Terminal.wrap("Peers: \(peers)") + "\n"
    text +=
      Terminal.wrap(
        "Of all \(answer.total) types it shares \(answer.sharing) and lacks \(answer.lacking); \(answer.unknown) can't be told. "
          + "Searched: \(answer.documents) documents, \(answer.clauses) clauses") + "\n"
    for (place, row) in answer.missing.enumerated() { text += "\n" + lines(row, place + 1, answer, searcher) }
    if missing > answer.missing.count {
      text += "\n… \(missing - answer.missing.count) more with --limit 0\n"
    }
    text += untoldLines(answer, untold)
    text += Terminal.dim(
      "\nA reading by a program, no legal advice: lacks means that no such clause was found.\n")
    return text + HumanText.foot(searcher).drop { $0 == "\n" }
  }

  private func lines(_ row: MissingType, _ place: Int, _ answer: MissingAnswer, _ searcher: Searcher)
    -> String
  {
    let number = "\(place)"
    let indent = "    "
    let group = answer.isSector ? "peers in \(answer.sector)" : "other platforms"
    var text = String(repeating: " ", count: max(0, 2 - number.count)) + number + "  "
    text +=
      Terminal.bold(row.name) + "  " + HumanText.severity(row.severity) + "  " + Terminal.dim(row.type) + "\n"
    var counts =
      indent + "\(row.sharing) of \(row.able) \(group) that could have it (\(HumanText.percent(row.share)))"
    if answer.isSector {
      counts += " · \(row.sharingOfAll) of \(row.ableOfAll) platforms in all "
      counts += "(\(HumanText.percent(row.sharingOfAll, of: row.ableOfAll)))"
    }
    text += counts + "\n"
    if let clause = row.clause, let foundBy = row.foundBy, let score = row.score {
      let how = foundBy == .rules ? "rules matched in part:" : "likeness of words"
      text +=
        indent + Terminal.dim("nearest: \(row.termsType ?? "") \(clause), \(how) \(HumanText.score(score))")
      text += "\n"
      text +=
        Terminal.wrap(
          HumanText.short(nil, row.title ?? "", row.excerpt ?? "", words: 45), indent: indent + "  ")
        + "\n"
    } else {
      text += indent + Terminal.dim("nearest: no clause comes near, by rules or by words") + "\n"
    }
    if let example = row.example, let clause = row.exampleClause {
      let name = searcher.platforms.first { $0.id == example }?.name ?? example
      text += indent + Terminal.dim("how a peer words it: \(name) \(clause)") + "\n"
    }
    return text
  }

  /// The types that can't be told, together by the documents that are missing.
  private func untoldLines(_ answer: MissingAnswer, _ all: Int) -> String {
    guard !answer.untold.isEmpty else { return "" }
    var text = "\n" + Terminal.bold("Can't be told") + "\n"
    var groups: [(documents: [String], types: [UntoldType])] = []
    for type in answer.untold {
      if let place = groups.firstIndex(where: { $0.documents == type.termsTypes }) {
        groups[place].types.append(type)
      } else {
        groups.append((type.termsTypes, [type]))
      }
    }
    for group in groups {
      text += Terminal.wrap("no \(HumanText.any(group.documents)) in the index:", indent: "  ") + "\n"
      let names = group.types.map { "\($0.name) (\($0.sharing) of \($0.able) peers)" }
      text += Terminal.wrap(names.joined(separator: ", "), indent: "    ") + "\n"
    }
    if all > answer.untold.count { text += "  … \(all - answer.untold.count) more with --limit 0\n" }
    return text
  }
}

extension HumanText {
  /// A severity, coloured where the terminal can.
  static func severity(_ severity: Severity) -> String {
    switch severity {
    case .high: Terminal.colour("high", "31")
    case .medium: Terminal.colour("medium", "33")
    case .low: Terminal.dim("low")
    }
  }

  /// "Terms of Service, Commercial Terms or Developer Terms".
  static func any(_ names: [String]) -> String { listed(names, "or") }

  /// "Discord, Telegram and Spotify".
  static func all(_ names: [String]) -> String { listed(names, "and") }

  private static func listed(_ names: [String], _ word: String) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(word) \(last)"
  }
}
