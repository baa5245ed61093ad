// The options that all answers share, and the choice of printer.

internal import ArgumentParser
internal import Foundation

/// A form of output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, ndjson, csv, tsv, markdown
}

/// How an answer is printed.
struct OutputOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "Form of output.")
  var format = OutputFormat.table

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
  ///   - rows: what becomes a row each.
  ///   - defaults: columns where none are asked for.
  ///   - notes: what the reader should know; it goes to standard error where the form of output has no room for it.
  ///   - human: the text for people; nil for a plain table of the columns.
  func print<Answer: Encodable, Item: Encodable>(
    _ answer: Answer, rows: [Item], defaults: [String], notes: [String] = [],
    human: (() -> String)? = nil
  ) throws {
    switch format {
    case .json:
      Output.write(try JSONPrinter.pretty(answer) + "\n")
    case .ndjson:
      for note in notes { Terminal.remark("note: \(note)") }
      for row in rows { Output.write(try JSONPrinter.line(row, columns: chosenColumns) + "\n") }
    case .table where columns == nil && human != nil:
      Output.write(human!())
    default:
      for note in notes { Terminal.remark("note: \(note)") }
      let table = try Table(rows, columns: chosenColumns ?? defaults)
      Output.write(table.printed(as: format))
    }
  }

  private var chosenColumns: [String]? {
    columns?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}

/// Standard output.
enum Output {
  static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }
}
