// Rows → a table by column: for a terminal, as CSV, TSV or Markdown. Columns are the rows' JSON keys.

internal import ArgumentParser
internal import Foundation

/// Rows of text by column.
struct Table {
  let columns: [String]
  let cells: [[String]]
  private let isNumber: [Bool]

  /// - Throws: a usage error for a column that no row has.
  init(_ rows: [some Encodable], columns: [String]) throws {
    let objects = try rows.map { try Table.object($0) }
    try Table.check(columns, against: objects)
    self.columns = columns
    cells = objects.map { object in columns.map { Table.text(object[$0]) } }
    isNumber = columns.map { key in objects.contains { $0[key] is NSNumber } }
  }

  /// The keys and values of an encodable value.
  static func object(_ row: some Encodable) throws -> [String: Any] {
    let data = try JSONEncoder().encode(row)
    return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  static func check(_ columns: [String], against objects: [[String: Any]]) throws {
    let known = Set(objects.flatMap(\.keys))
    guard !objects.isEmpty, let unknown = columns.first(where: { !known.contains($0) }) else { return }
    throw ValidationError(
      "--columns: there is no column “\(unknown)”; there are \(known.sorted().joined(separator: ", "))")
  }

  private static func text(_ value: Any?) -> String {
    switch value {
    case nil, is NSNull: return ""
    case let text as String: return text
    case let number as NSNumber: return "\(number)"
    case let list as [Any]: return list.map { text($0) }.joined(separator: "; ")
    case let object as [String: Any]:
      let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
      return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
    case let other?: return "\(other)"
    }
  }

  func printed(as format: OutputFormat) -> String {
    switch format {
    case .csv: delimited(",")
    case .tsv: delimited("\t")
    case .markdown: markdown
    default: aligned
    }
  }

  /// RFC 4180 for commas; for tabs, tabs and line ends inside a cell become spaces.
  private func delimited(_ separator: String) -> String {
    ([columns] + cells).map { row in
      row.map { cell in
        if separator == "\t" { return cell.map { $0.isNewline || $0 == "\t" ? " " : String($0) }.joined() }
        let needsQuotes = cell.contains { $0 == "," || $0 == "\"" || $0.isNewline }
        return needsQuotes ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
      }.joined(separator: separator)
    }.joined(separator: separator == "," ? "\r\n" : "\n") + (separator == "," ? "\r\n" : "\n")
  }

  private var markdown: String {
    func line(_ row: [String]) -> String {
      "| "
        + row.map { cell in
          cell.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "|", with: "\\|")
            .split(whereSeparator: \.isNewline).joined(separator: "<br>")
        }.joined(separator: " | ") + " |\n"
    }
    let rule = "| " + isNumber.map { $0 ? "--:" : "---" }.joined(separator: " | ") + " |\n"
    return line(columns) + rule + cells.map(line).joined()
  }

  /// Columns side by side; the widest give way until a row fits the terminal.
  private var aligned: String {
    let flat = cells.map { row in row.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }
    var widths = columns.indices.map { column in
      max(columns[column].count, flat.map { $0[column].count }.max() ?? 0)
    }
    let space = Terminal.width - 2 * (columns.count - 1)
    while widths.reduce(0, +) > space, let widest = widths.max(), widest > 12,
      let column = widths.firstIndex(of: widest)
    {
      widths[column] -= 1
    }
    func line(_ row: [String]) -> String {
      var parts: [String] = []
      for (column, cell) in row.enumerated() {
        let cut = cell.count > widths[column] ? String(cell.prefix(widths[column] - 1)) + "…" : cell
        let gap = String(repeating: " ", count: widths[column] - cut.count)
        parts.append(isNumber[column] ? gap + cut : cut + gap)
      }
      var line = parts.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
    return Terminal.bold(line(columns)) + "\n" + flat.map { line($0) + "\n" }.joined()
  }
}
