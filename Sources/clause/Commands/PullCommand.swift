// clause pull: collections → data folder.

internal import ArgumentParser
internal import ClauseIndex

struct PullCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "pull",
    abstract: "Get the collections of terms, or bring them up to date.",
    discussion: """
      clause pull
      clause pull genai-eu genai-contrib
      clause pull --depth 1
      clause pull --mirror /media/usb/collections

      Clones each collection of Corpus/collections.tsv into $CLAUSE_HOME/collections, or fetches what is new. It \
      may be stopped and repeated at any time. A mirror is a folder of git bundles (<name>.bundle) or clones; name \
      is the collection's id, or the last part of its repository's address. Without the history (--depth 1) the \
      index holds the same terms but no dates of change. Exit code 2 where a collection failed; the others are \
      pulled all the same.
      """)

  @Argument(help: "Collections to pull, by id; all of them if left out.")
  var collections: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Folder of bundles or clones to take the collections from.", valueName: "dir"))
  var mirror: String?

  @Option(name: .long, help: ArgumentHelp("Newest versions to take; 1 for no history.", valueName: "n"))
  var depth: Int?

  @Flag(name: .shortAndLong, help: "Print only failures.")
  var quiet = false

  func validate() throws {
    if let depth, depth < 1 { throw ValidationError("--depth \(depth): give 1 or more") }
  }

  func answer() throws -> Bool {
    let known = try TermsCollection.read(try CorpusFolder.find().collections)
    for id in collections where !known.contains(where: { $0.id == id }) {
      throw ValidationError(
        "there is no collection “\(id)”; there are \(known.map(\.id).joined(separator: ", "))")
    }
    let wanted = collections.isEmpty ? known : known.filter { collections.contains($0.id) }
    let progress = ProgressLine()
    let results = try Puller().pull(wanted, into: DataFolder.standard(), mirror: mirror, depth: depth) {
      step in
      progress.show("\(step.collection): \(step.text)")
    }
    progress.clear()
    for result in results {
      if result.hasFailed {
        Terminal.complain(result.description)
      } else if !quiet {
        Output.write("\(result.description)\n")
      }
    }
    if results.contains(where: \.hasFailed) { throw ExitCode(2) }
    return true
  }
}
