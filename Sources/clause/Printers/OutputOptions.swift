// The options that all answers share, and the choice of printer.

internal import ArgumentParser
internal import ClauseIndex
internal import Foundation

/// A form of output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, ndjson, csv, tsv, markdown
}

/// How an answer is printed.
struct OutputOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "Form of output.")
  var format = OutputFormat.table

  @OptionGroup var chosen: RowOptions

  /// Rows asked for; nil for the command's default.
  var limit: Int? { chosen.limit }

  /// Columns asked for, as typed.
  var columns: String? { chosen.columns }

  /// Rows to print at most.
  func rows(default count: Int) -> Int { chosen.rows(default: count) }

  /// Prints an answer in the form asked for; see ``RowChoice/print(_:as:from:rows:defaults:notes:human:)``.
  func print<Answer: Encodable, Item: Encodable>(
    _ answer: Answer, from searcher: Searcher, rows: [Item], defaults: [String], notes: [String] = [],
    human: (() -> String)? = nil
  ) throws {
    try chosen.print(
      answer, as: format, from: searcher, rows: rows, defaults: defaults, notes: notes, human: human)
  }
}

/// Which rows and columns of an answer are printed; for commands whose forms of output are their own.
struct RowOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Rows at most; 0 for all. Each command has its own default.", valueName: "n"))
  var limit: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Columns to print, by their JSON keys, separated by commas.", valueName: "keys"))
  var columns: String?

  func validate() throws {
    if let limit, limit < 0 { throw ValidationError("--limit \(limit): give 0 (all rows) or more") }
  }

  /// Rows to print at most.
  func rows(default count: Int) -> Int { choice.rows(default: count) }

  /// Prints an answer; see ``RowChoice/print(_:as:from:rows:defaults:notes:human:to:)``.
  func print<Answer: Encodable, Item: Encodable>(
    _ answer: Answer, as format: OutputFormat, from searcher: Searcher, rows: [Item], defaults: [String],
    notes: [String] = [], human: (() -> String)? = nil, to file: String? = nil
  ) throws {
    try choice.print(
      answer, as: format, from: searcher, rows: rows, defaults: defaults, notes: notes, human: human, to: file
    )
  }

  /// The rows and columns asked for.
  var choice: RowChoice { RowChoice(limit: limit, columns: columns) }
}

/// Where answers go.
enum Output {
  /// Writes a text to standard output; where that fails (a full disk) the program ends with a message, as the
  /// answer is not whole.
  static func write(_ text: String) {
    do {
      try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    } catch {
      Terminal.complain(
        "can't write the answer: \(error.localizedDescription). Free some space, or write elsewhere")
      exit(2)
    }
  }

  /// Writes a text to a file, without the terminal's colours; to standard output where none is named.
  ///
  /// - Throws: ``IndexError/unwritable(path:reason:)``.
  static func write(_ text: String, to file: String?) throws {
    guard let file else { return write(text) }
    do {
      try Data(text.replacing(/\u{1B}\[[0-9;]*m/, with: "").utf8).write(to: URL(fileURLWithPath: file))
    } catch {
      throw IndexError.unwritable(path: file, reason: error.localizedDescription)
    }
  }
}
