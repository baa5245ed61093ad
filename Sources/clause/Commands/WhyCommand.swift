// clause why: what decided on the types of a clause.

internal import ArgumentParser
internal import ClauseIndex

struct WhyCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Show what decided on the types of a clause or a pasted passage.",
    discussion: """
      clause why CL-4T0ZJ9V2QK
      clause why --text "We may terminate your account at any time and without notice."

      A type's rules are patterns of words: a strong one suffices, a likely one needs another or a fitting heading \
      beside it, and a sentence with an excluding pattern is no evidence. Types below 0.5 are near and do not count.
      """)

  @OptionGroup var passage: PassageOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  func answer() throws -> Bool {
    let answer: WhyAnswer
    let asked = try passage.passage()
    let searcher = try index.searcher()
    switch asked {
    case .clause(let id): answer = try searcher.why(id)
    case .text(let text): answer = try searcher.why(text: text)
    case nil: throw ValidationError("name a clause by its record id, or give a passage with --text or -")
    }
    try output.print(
      answer, from: searcher, rows: answer.types, defaults: ["type", "confidence", "is_typed", "severity"],
      human: { human(answer, searcher) })
    return answer.types.contains(where: \.isTyped)
  }

  private func human(_ answer: WhyAnswer, _ searcher: Searcher) -> String {
    var text = ""
    if let platform = answer.platformName {
      text += HumanText.head(platform, answer.termsType ?? "", answer.heading, answer.title) + "\n"
    }
    if !answer.leadIn.isEmpty { text += Terminal.dim(Terminal.wrap(answer.leadIn, indent: "  ")) + "\n" }
    text += Terminal.wrap(answer.text, indent: "  ") + "\n"
    let typed = answer.types.filter(\.isTyped)
    let near = answer.types.filter { !$0.isTyped }
    text += typed.isEmpty ? "\nNo type.\n" : ""
    for reason in typed { text += "\n" + described(reason) }
    if !near.isEmpty {
      text += "\n" + Terminal.bold("Near, and not enough") + "\n"
      for reason in near.prefix(output.rows(default: 6)) { text += described(reason) }
    }
    return text + HumanText.foot(searcher)
  }

  private func described(_ reason: TypeReason) -> String {
    var text =
      "\(HumanText.score(reason.confidence)) \(Terminal.bold(reason.name))  \(Terminal.dim(reason.type))\n"
    if let severity = reason.severity, let why = reason.severityReason {
      text += Terminal.wrap("severity \(severity.rawValue): \(why)", indent: "     ") + "\n"
    }
    var last: (place: String, sentence: String)?
    for match in reason.evidence {
      if last?.place != match.place || last?.sentence != match.sentence {
        text += Terminal.wrap("in the \(match.place): \(match.sentence)", indent: "     ") + "\n"
        last = (match.place, match.sentence)
      }
      text += "       \(match.role.padding(to: 8))“\(match.words)”  \(Terminal.dim(match.pattern))\n"
      if let excluded = match.excludedBy {
        text += "               does not count: \(Terminal.dim(excluded))\n"
      }
    }
    return text
  }
}
