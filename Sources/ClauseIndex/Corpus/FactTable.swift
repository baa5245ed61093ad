// A tab-separated table of facts: from a path, out come rows that know their line.

internal import Foundation

/// A tab-separated file with a heading row; every complaint about it names file and line.
struct FactTable {
  /// A row, with its fields by column name.
  struct Row {
    let file: String
    let line: Int
    let fields: [String: String]

    /// The field of a column that must not be empty.
    func text(_ column: String) throws(IndexError) -> String {
      let value = fields[column] ?? ""
      guard !value.isEmpty else {
        throw bad("the column \(column) is empty", "Fill it in, or delete the row")
      }
      return value
    }

    /// An error about this row.
    func bad(_ problem: String, _ remedy: String) -> IndexError {
      .badRow(file: file, line: line, problem: problem, remedy: remedy)
    }
  }

  let path: String
  let rows: [Row]

  /// Reads the table; empty lines are skipped.
  ///
  /// - Throws: `IndexError.unreadable`; `IndexError.badRow` where a column is missing from the heading or a row
  ///   has more or fewer fields than the heading, or isn't UTF-8.
  init(path: String, columns: [String]) throws(IndexError) {
    let data: Data
    do { data = try Data(contentsOf: URL(fileURLWithPath: path)) } catch {
      throw .unreadable(
        path: path, reason: FileManager.default.fileExists(atPath: path) ? "\(error)" : "no such file")
    }
    var heading: [String]?
    var rows: [Row] = []
    for (index, bytes) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated()
    {
      let line = index + 1
      guard var text = String(validating: bytes, as: UTF8.self) else {
        throw .badRow(
          file: path, line: line, problem: "the line is not UTF-8", remedy: "Save the file as UTF-8")
      }
      if text.hasSuffix("\r") { text.removeLast() }
      if line == 1, text.hasPrefix("\u{FEFF}") { text.removeFirst() }
      if text.allSatisfy(\.isWhitespace) { continue }
      let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard let heading else {
        if let missing = columns.first(where: { !fields.contains($0) }) {
          throw .badRow(
            file: path, line: line, problem: "the heading has no column \(missing)",
            remedy:
              "The first line must name the columns, separated by tabs: \(columns.joined(separator: ", "))")
        }
        heading = fields
        continue
      }
      guard fields.count == heading.count else {
        throw .badRow(
          file: path, line: line, problem: "\(fields.count) fields where the heading has \(heading.count)",
          remedy: "Separate the fields with single tabs: \(heading.joined(separator: ", "))")
      }
      let named = Dictionary(zip(heading, fields), uniquingKeysWith: { first, _ in first })
      rows.append(Row(file: path, line: line, fields: named))
    }
    guard heading != nil else {
      throw .badRow(
        file: path, line: 1, problem: "the file is empty",
        remedy: "The first line must name the columns, separated by tabs: \(columns.joined(separator: ", "))")
    }
    self.path = path
    self.rows = rows
  }
}
