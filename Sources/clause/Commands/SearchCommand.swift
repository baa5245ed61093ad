// clause search: who says this?

internal import ArgumentParser

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
    try SearchQuestion(
      words: query, everyHit: all, isSemantic: semantic, hasFacets: facets, index: index.file,
      format: output.format, rows: output.chosen.choice
    ).answer()
  }

  func validate() throws {
    if semantic, facets {
      throw ValidationError("--facets counts clauses that match; with --semantic all do, more or less")
    }
  }
}
