// The plainest command lines of `clause search` → the question, without the argument parser.

extension SearchQuestion {
  /// Reads a command line of `search` that needs no parser: words, `--index`, `--limit` and `--format`, `--all` and
  /// `--facets`.
  ///
  /// The parser takes a third of the time of such a search: it looks up at run time what each command declares. Whatever
  /// is not plain, a mistake too, is left to it.
  ///
  /// - Parameter arguments: what stands after the program's name.
  /// - Returns: nil where the parser has to read it.
  init?(plain arguments: some Sequence<String>) {
    var rest = arguments.makeIterator()
    guard rest.next() == "search" else { return nil }
    var isOver = false
    while let argument = rest.next() {
      switch argument {
      case "--" where !isOver:
        // The parser keeps it as the first word, which the query's reader lets go.
        isOver = true
        words.append(argument)
      case "--all" where !isOver: everyHit = true
      case "--facets" where !isOver: hasFacets = true
      case "--index" where !isOver:
        guard let value = rest.next(), !value.hasPrefix("-") else { return nil }
        index = value
      case "--limit" where !isOver:
        guard let value = rest.next(), let limit = Int(value), limit >= 0 else { return nil }
        rows.limit = limit
      case "--format" where !isOver:
        guard let value = rest.next(), let format = OutputFormat(rawValue: value) else { return nil }
        self.format = format
      default:
        guard !argument.hasPrefix("-") else { return nil }
        words.append(argument)
      }
    }
    guard !words.isEmpty else { return nil }
  }
}
