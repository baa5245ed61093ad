// clause verify: is the index still true to its collections?

internal import ArgumentParser
internal import ClauseIndex

struct VerifyCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the index: SQLite, FTS5, and every hash and byte range against the collections.",
    discussion: "Exit code 0 where all is well, 2 where anything is wrong.")

  @Option(
    name: .long,
    help: "A folder of one's own that the index was built with (as for clause build); repeatable.")
  var collection: [String] = []

  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  /// One line of what is wrong, for forms of output that have rows.
  private struct Finding: Encodable {
    var finding: String
  }

  func answer() throws -> Bool {
    let searcher = try index.searcher()
    let places = try CollectionPlaces(isSample: searcher.corpus.isSample, own: collection)
    let answer = try searcher.verify { id, documents in try places.contents(id, documents) }
    try output.print(
      answer, from: searcher, rows: answer.findings.map(Finding.init), defaults: ["finding"],
      human: { human(answer, searcher) })
    if !answer.passed { throw ExitCode(2) }
    return true
  }

  private func human(_ answer: VerifyAnswer, _ searcher: Searcher) -> String {
    var text = ""
    for finding in answer.findings.prefix(20) { text += "wrong: \(finding)\n" }
    if answer.findings.count > 20 { text += "… \(answer.findings.count - 20) more with --format json\n" }
    for name in answer.notThere.prefix(5) { text += "not compared, it is not there: \(name)\n" }
    if answer.notThere.count > 5 { text += "… \(answer.notThere.count - 5) more are not there\n" }
    text +=
      "\(answer.documents) of \(searcher.corpus.documents) documents and \(answer.clauses) clauses compared. "
    if answer.passed {
      text += answer.notThere.isEmpty ? "All is well.\n" : "What could be compared is well.\n"
    } else if answer.findings.isEmpty {
      text += "Nothing could be compared: pull the collections, or name your own with --collection.\n"
    } else {
      text += "\(answer.findings.count) findings: rebuild with clause build.\n"
    }
    return text + HumanText.foot(searcher)
  }
}
