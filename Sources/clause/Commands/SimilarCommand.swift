// clause similar: how do others word it?

internal import ArgumentParser
internal import ClauseIndex

struct SimilarCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "similar",
    abstract: "Find the closest clauses at other platforms to a clause or a pasted passage.",
    discussion: """
      clause similar CL-4T0ZJ9V2QK
      clause similar --text "You may not clone a person's voice without their consent."
      xclip -o | clause similar - --limit 5 --format markdown

      The score says how surely it is the same provision, 0 to 1, for long and short clauses alike. Words \
      between ** marks are passages that both texts have, a few changed words aside. --explain shows what each score \
      is made of.
      """)

  @OptionGroup var passage: PassageOptions

  @Option(name: .customLong("min-score"), help: "Lowest score to list, 0 to 1.")
  var minScore = Searcher.leastSimilar

  @Option(
    name: .long, help: "Leave this platform out (for a pasted passage; a clause's own is left out anyway).")
  var platform: String?

  @Flag(name: .long, help: "Show every close clause, not only the closest of each platform.")
  var all = false

  @Flag(name: .long, help: "Show what each score is made of.")
  var explain = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  func validate() throws {
    guard (0...1).contains(minScore) else {
      throw ValidationError("--min-score \(minScore): give a number from 0 to 1")
    }
  }

  func answer() throws -> Bool {
    let limit = output.rows(default: 10)
    let answer: SimilarAnswer
    let asked = try passage.passage()
    let searcher = try index.searcher()
    switch asked {
    case .clause(let id):
      answer = try searcher.similar(to: id, limit: limit, minScore: minScore, everyClause: all)
    case .text(let text):
      answer = try searcher.similar(
        toText: text, leavingOut: platform, limit: limit, minScore: minScore, everyClause: all)
    case nil:
      throw ValidationError("name a clause by its record id, or give a passage with --text or -")
    }
    try output.print(
      answer, from: searcher, rows: answer.matches,
      defaults: ["score", "clause", "platform", "terms_type", "title", "text"],
      notes: answer.notes,
      human: { human(answer, searcher) })
    return !answer.matches.isEmpty
  }

  private func human(_ answer: SimilarAnswer, _ searcher: Searcher) -> String {
    var text = ""
    for note in answer.notes { text += Terminal.wrap("Note: \(note)") + "\n" }
    if answer.matches.isEmpty { text += "Nothing close.\n" }
    for match in answer.matches {
      text +=
        "\n" + Terminal.bold(HumanText.score(match.score)) + "  "
        + HumanText.head(match.platformName, match.termsType, match.heading, match.title) + "\n"
      if !match.leadIn.isEmpty { text += Terminal.dim(Terminal.wrap(match.leadIn, indent: "      ")) + "\n" }
      text += Terminal.marked(Terminal.wrap(match.markedText, indent: "      ")) + "\n"
      text += Terminal.dim("      \(match.clause)\(HumanText.changed(match.lastChanged))") + "\n"
      if explain, let measures = match.measures { text += Terminal.dim(explanation(measures, match)) }
    }
    return text + HumanText.foot(searcher)
  }
}

extension SimilarCommand {
  /// What the score is made of, the passages both have, and the rare words.
  private func explanation(_ measures: SimilarityMeasures, _ match: SimilarClause) -> String {
    var lines = [
      "words \(HumanText.score(measures.cosine)) (of the passage \(HumanText.score(measures.ofPassage)), of the clause "
        + "\(HumanText.score(measures.ofClause))) · meaning \(HumanText.score(measures.meaning)) · crowding "
        + "\(HumanText.score(measures.crowding)) · word for word "
        + "\(HumanText.score(measures.coverage)) · headings \(HumanText.score(measures.heading)) · same type "
        + "\(HumanText.score(measures.type)) · contrary \(HumanText.score(measures.opposition))"
    ]
    if !match.sharedWords.isEmpty {
      lines.append("rare words shared: \(match.sharedWords.joined(separator: ", "))")
    }
    for passage in match.shared.sorted(by: { $0.words > $1.words }).prefix(3) {
      lines.append(
        "\(passage.words) words shared, at \(passage.ownStart)–\(passage.ownEnd) of the passage and "
          + "\(passage.start)–\(passage.end) of the clause: “\(HumanText.short(nil, "", passage.text, words: 20))”"
      )
    }
    if match.level == .verbatim || match.level == .nearVerbatim {
      lines.insert("\(match.level?.rawValue ?? "") copy", at: 0)
    }
    return lines.map { Terminal.wrap($0, indent: "      ") + "\n" }.joined()
  }
}

extension SimilarClause {
  /// The text with `**` marks around the shared passages.
  var markedText: String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var position = 0
    for passage in shared where passage.start >= position && passage.end <= bytes.count {
      result += bytes[position..<passage.start]
      // Marks do not run over line ends: a list keeps its lines.
      let inner = String(decoding: bytes[passage.start..<passage.end], as: UTF8.self)
      result += Array(
        inner.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "**\($0)**" }
          .joined(separator: "\n").utf8)
      position = passage.end
    }
    result += bytes[position...]
    return String(decoding: result, as: UTF8.self)
  }
}
