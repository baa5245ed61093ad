// What `clause search` is asked → its answer, printed.

internal import ClauseIndex

/// A question of `clause search`, however it was read from the command line.
struct SearchQuestion: Equatable {
  /// The arguments that are the query.
  var words: [String] = []
  /// All clauses that match, not only the best of each platform.
  var everyHit = false
  /// By likeness in meaning.
  var isSemantic = false
  var hasFacets = false
  /// Index file; nil for the one in the data folder.
  var index: String?
  var format = OutputFormat.table
  var rows = RowChoice()

  /// Asks and prints.
  ///
  /// - Returns: whether anything was found.
  func answer() throws -> Bool {
    let searcher = try IndexOptions.open(index)
    let query = Query(try queryText(words))
    let limit = rows.rows(default: 20)
    let answer =
      isSemantic
      ? try searcher.searchByMeaning(query, limit: limit, everyHit: everyHit)
      : try searcher.search(query, limit: limit, everyHit: everyHit, facets: hasFacets)
    try rows.print(
      answer, as: format, from: searcher, rows: answer.hits,
      defaults: ["clause", "platform", "terms_type", "title", "snippet", "score"],
      notes: answer.notes,
      human: { human(answer, searcher) })
    return !answer.hits.isEmpty
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
        isSemantic
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
