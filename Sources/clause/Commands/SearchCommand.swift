// clause search: who says this?

internal import ArgumentParser
internal import ClauseIndex

struct SearchCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find clauses by their words: best clause of each platform first.",
    discussion: """
      All words must occur, in any inflection; where no clause has them all, those with most of them are shown, and \
      clauses that say something like it in other words stand apart below them. With --semantic the words need not \
      occur: clauses are ranked by how like in meaning they are, and a plain question will do.

        clause search arbitration opt out
        clause search '"class action" -arbitration' --facets
        clause search 'NEAR(voice consent, 8)'
        clause search 'clon* OR deepfake' --all --format csv
        clause search --semantic 'can they use my photos to train AI?'
        clause search 'train models' sector:ai terms:"Privacy Policy" 'changed:>2026-01-01'

      Operators: "a phrase", -not, OR, begin*, NEAR(a b, 5). Filters: platform: company: sector: country: \
      terms: changed: (values separated by commas; quote those with spaces).
      """)

  @Argument(parsing: .allUnrecognized, help: "Words, operators and filters.")
  var query: [String] = []

  @Flag(name: .long, help: "Show every clause that matches, not only the best of each platform.")
  var all = false

  @Flag(name: .long, help: "Rank all clauses by likeness in meaning; the words need not occur.")
  var semantic = false

  @Flag(name: .long, help: "Count the matches by platform, company, sector and terms type.")
  var facets = false

  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  func answer() throws -> Bool {
    let searcher = try index.searcher()
    let (asked, limit) = (Query(try queryText(query)), output.rows(default: 20))
    let answer =
      semantic
      ? try searcher.searchByMeaning(asked, limit: limit, everyHit: all)
      : try searcher.search(asked, limit: limit, everyHit: all, facets: facets)
    try output.print(
      answer, from: searcher, rows: answer.hits,
      defaults: ["clause", "platform", "terms_type", "title", "snippet", "score"],
      notes: answer.notes,
      human: { human(answer, searcher) })
    return !answer.hits.isEmpty
  }

  func validate() throws {
    if semantic, facets {
      throw ValidationError("--facets counts clauses that match; with --semantic all do, more or less")
    }
  }

  private func human(_ hit: SearchHit) -> String {
    let more = hit.more > 0 ? " · \(hit.more) more here" : ""
    return "\n" + HumanText.head(hit.platformName, hit.termsType, hit.heading, hit.title) + "\n"
      + Terminal.marked(Terminal.wrap(hit.snippet, indent: "  ")) + "\n"
      + Terminal.dim("  \(hit.clause)\(HumanText.changed(hit.lastChanged))\(more)") + "\n"
  }

  private func human(_ answer: SearchAnswer, _ searcher: Searcher) -> String {
    var text = ""
    for note in answer.notes { text += Terminal.wrap("Note: \(note)") + "\n" }
    if answer.hits.isEmpty {
      text += "No clause found.\n"
    } else {
      let clauses =
        semantic
        ? "The likeliest \(answer.total) clauses" : answer.total == 1 ? "1 clause" : "\(answer.total) clauses"
      let platforms = answer.platforms == 1 ? "1 platform" : "\(answer.platforms) platforms"
      text += Terminal.bold("\(clauses) at \(platforms)") + "\n"
    }
    for hit in answer.hits { text += human(hit) }
    if !answer.wordedDifferently.isEmpty {
      text += "\n" + Terminal.bold("Worded differently") + Terminal.dim(" (by likeness in meaning)") + "\n"
      for hit in answer.wordedDifferently { text += human(hit) }
    }
    if let facets = answer.facets {
      var key = ""
      var shown = 0
      for facet in facets {
        if facet.key != key {
          key = facet.key
          shown = 0
          text += "\n" + Terminal.bold("by \(key)") + "\n"
        }
        shown += 1
        if shown <= 12 {
          let platforms = facet.platforms == 1 ? "1 platform" : "\(facet.platforms) platforms"
          text += "  \(facet.value): \(facet.clauses)" + (key == "platform" ? "" : " at \(platforms)") + "\n"
        } else if shown == 13 {
          text += "  … all of them with --format json\n"
        }
      }
    }
    return text + HumanText.foot(searcher)
  }
}
