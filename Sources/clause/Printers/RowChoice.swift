// Which rows and columns of an answer are printed, and the choice of printer.

internal import ClauseIndex

/// Rows and columns of an answer, however they were asked for.
struct RowChoice: Equatable {
  /// Rows at most; nil for the command's default, 0 for all.
  var limit: Int?
  /// Columns by their JSON keys, separated by commas; nil for the command's own.
  var columns: String?

  /// Rows to print at most.
  func rows(default count: Int) -> Int {
    switch limit {
    case nil: count
    case 0: Int.max
    case let limit?: limit
    }
  }

  /// Prints an answer: as JSON whole, as rows by their columns, or for people by `human`.
  ///
  /// - Parameters:
  ///   - answer: the whole answer.
  ///   - format: the form.
  ///   - searcher: who answered.
  ///   - rows: what becomes a row each.
  ///   - defaults: columns where none are asked for.
  ///   - notes: what the reader should know; it goes to standard error where the form of output has no room for it.
  ///   - human: the text for people; nil for a plain table of the columns.
  ///   - file: where to write; nil for standard output.
  func print<Answer: Encodable, Item: Encodable>(
    _ answer: Answer, as format: OutputFormat, from searcher: Searcher, rows: [Item], defaults: [String],
    notes: [String] = [], human: (() -> String)? = nil, to file: String? = nil
  ) throws {
    // JSON and the text for people name the corpus; rows have no room for it.
    let remarks = (searcher.corpus.isSample ? ["\(searcher.corpus.name): invented terms"] : []) + notes
    switch format {
    case .json:
      try Output.write(try JSONPrinter.pretty(answer) + "\n", to: file)
    case .ndjson:
      for remark in remarks { Terminal.remark("note: \(remark)") }
      let lines = try rows.map { try JSONPrinter.line($0, columns: chosenColumns) + "\n" }
      try Output.write(lines.joined(), to: file)
    case .table where columns == nil && human != nil:
      try Output.write(human!(), to: file)
    default:
      for remark in remarks { Terminal.remark("note: \(remark)") }
      let table = try Table(rows, columns: chosenColumns ?? defaults)
      try Output.write(table.printed(as: format), to: file)
    }
  }

  private var chosenColumns: [String]? {
    columns?.commaSeparated
  }
}
