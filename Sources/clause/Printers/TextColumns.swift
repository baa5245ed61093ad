// Rows for people, with headings between them, under one line of column names.

/// A table whose columns are as wide as what they hold.
struct TextColumns {
  /// A column: numbers stand to the right.
  enum Column {
    case text(String)
    case number(String)

    var name: String {
      switch self {
      case .text(let name), .number(let name): name
      }
    }
  }

  private enum Line {
    case heading(String)
    case row([String])
  }

  let columns: [Column]
  /// Put before every line.
  let indent: String
  /// Names of columns that are left out, in this order, where a row does not fit the terminal.
  let optional: [String]
  private var lines: [Line] = []

  init(_ columns: [Column], indent: String = "", optional: [String] = []) {
    self.columns = columns
    self.indent = indent
    self.optional = optional
  }

  mutating func append(_ row: [String]) { lines.append(.row(row)) }

  mutating func append(heading: String) { lines.append(.heading(heading)) }

  /// All lines.
  ///
  /// The first column is never cut: it holds what a person types next.
  var printed: String {
    var widths = columns.map(\.name.count)
    for case .row(let row) in lines {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) }
    }
    var shown = Array(columns.indices)
    for name in optional
    where shown.reduce(indent.count - 2, { $0 + widths[$1] + 2 }) > Terminal.width {
      shown.removeAll { columns[$0].name == name }
    }
    func text(_ row: [String]) -> String {
      var line = indent
      for column in shown {
        let gap = String(repeating: " ", count: widths[column] - row[column].count)
        if column > 0 { line += "  " }
        if case .number = columns[column] { line += gap + row[column] } else { line += row[column] + gap }
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }
    var result = Terminal.dim(text(columns.map(\.name)).replacing("\n", with: "")) + "\n"
    var isFirst = true
    for line in lines {
      switch line {
      case .heading(let name): result += (isFirst ? "" : "\n") + Terminal.bold(indent + name) + "\n"
      case .row(let row): result += text(row)
      }
      isFirst = false
    }
    return result
  }
}

extension HumanText {
  /// "61%", "<1%", or "–" where there is nothing to have a share of.
  static func percent(_ share: Double?) -> String {
    guard let share else { return "–" }
    if share > 0, share < 0.005 { return "<1%" }
    // Nearly all is not all.
    if share < 1, share >= 0.995 { return "99%" }
    return "\(Int((share * 100).rounded()))%"
  }

  /// The share of a part.
  static func percent(_ part: Int, of whole: Int) -> String {
    percent(whole == 0 ? nil : Double(part) / Double(whole))
  }

  /// "1 clause", "3 clauses".
  static func count(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }
}
