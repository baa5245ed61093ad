// Verdicts of platforms on clause types → a table for a terminal, with a mark for each verdict and a legend.

internal import ClauseIndex

/// How verdicts are marked, in tables and pictures alike.
enum VerdictMark: String, CaseIterable {
  case shares = "●"
  case sharesLessSurely = "•"
  case lacks = "–"
  case unknown = "?"

  /// Confidence below which a "shares" is marked as less sure: it rests on one clause with a title or two weak signs.
  static let sure = 0.8

  init(_ cell: TypeComparison.Cell) {
    switch cell.verdict {
    case .shares: self = cell.confidence < Self.sure ? .sharesLessSurely : .shares
    case .lacks: self = .lacks
    case .unknown: self = .unknown
    }
  }

  /// What it means.
  var meaning: String {
    switch self {
    case .shares: "shares"
    case .sharesLessSurely: "shares, less sure: confidence under 0.80"
    case .lacks: "lacks: no such clause was found"
    case .unknown: "can't be told: no document of the kind in the index"
    }
  }
}

/// Types by platforms as text.
///
/// Names of platforms stand above their columns, upright where they fit, else letter by letter from top to bottom; where a
/// row does not fit the terminal the platforms come in several tables, and where they were too many of these, only the
/// totals are shown.
struct VerdictTable {
  private static let mostTables = 4
  private static let longestName = 44
  private static let longestHead = 16
  private let answer: TypeComparison
  private let width: Int
  private let nameWidth: Int
  /// Columns right of the verdicts: "12 of 14" and the share of all platforms.
  private let countWidth: Int

  init(_ answer: TypeComparison, width: Int = Terminal.width) {
    self.answer = answer
    self.width = width
    nameWidth = min(Self.longestName, max(14, answer.types.map(\.name.count).max() ?? 0))
    countWidth = max(5, answer.types.map { Self.count($0).count }.max() ?? 0)
  }

  var text: String {
    var text = head
    let upright = answer.platforms.map { max($0.name.count, 3) + 2 }
    if upright.reduce(0, +) <= space, !answer.platforms.isEmpty {
      text += table(0..<answer.platforms.count, widths: upright, isUpright: true)
    } else {
      let each = max(1, space / 2)
      let tables = (answer.platforms.count + each - 1) / each
      if tables > Self.mostTables {
        text += table(0..<0, widths: [], isUpright: true)
        text +=
          Terminal.wrap(
            "\(answer.platforms.count) platforms are too many for a table of marks: choose some with --platforms or --sector, "
              + "draw them with --output map.html, or list them with --format csv.") + "\n\n"
      } else {
        for first in stride(from: 0, to: answer.platforms.count, by: each) {
          let range = first..<min(first + each, answer.platforms.count)
          text += table(
            range, widths: range.map { _ in 2 }, isUpright: false,
            hasCounts: range.upperBound == answer.platforms.count)
        }
      }
    }
    return text + legend
  }

  /// Columns that are left for verdicts.
  private var space: Int { width - (2 + nameWidth + 2 + 6) - (2 + countWidth + 2 + 4) }

  private var head: String {
    let (types, platforms) = (answer.types.count, answer.platforms.count)
    var text =
      Terminal.bold(
        "\(types) clause \(types == 1 ? "type" : "types") at "
          + (platforms == answer.total
            ? "all \(platforms) platforms" : "\(platforms) of \(answer.total) platforms")
          + (answer.sector.map { " (sector \($0))" } ?? "")) + "\n"
    text +=
      "\(answer.sharing + answer.lacking + answer.unknown) verdicts: \(answer.sharing) shares, \(answer.lacking) lacks, "
    text += "\(answer.unknown) can't be told\n"
    if let kinds = answer.termsTypes {
      text += Terminal.dim("looked at: \(kinds.joined(separator: ", "))") + "\n"
    }
    return text + "\n"
  }

  private func table(_ range: Range<Int>, widths: [Int], isUpright: Bool, hasCounts: Bool = true) -> String {
    let columns = range.map { answer.platforms[$0] }
    var text = isUpright ? uprightHead(columns, widths) : verticalHead(columns, hasCounts: hasCounts)
    var category: String?
    for row in answer.types {
      if row.category != category {
        category = row.category
        text += Terminal.bold(row.categoryName) + "\n"
      }
      var line = "  " + row.name.cut(to: nameWidth).padding(to: nameWidth) + "  "
      line +=
        HumanText.severity(row.severity) + String(repeating: " ", count: 6 - row.severity.rawValue.count)
      for (place, width) in zip(range, widths) {
        line += centred(coloured(row.cells[place], row), 1, width)
      }
      if hasCounts {
        line += "  " + Self.count(row).padding(to: countWidth) + "  " + Self.share(row).leftPadding(to: 4)
      }
      text += line + "\n"
    }
    text += totals(columns, widths) + "\n"
    return text
  }

  private func uprightHead(_ columns: [TypeComparison.Column], _ widths: [Int]) -> String {
    var line = String(repeating: " ", count: 2 + nameWidth + 2 + 6)
    for (column, width) in zip(columns, widths) { line += centred(column.name, column.name.count, width) }
    line += "  " + "these".padding(to: countWidth) + "  " + "all".leftPadding(to: 4)
    return Terminal.bold(line) + "\n"
  }

  /// Names letter by letter from top to bottom, ending just above the verdicts.
  private func verticalHead(_ columns: [TypeComparison.Column], hasCounts: Bool) -> String {
    let names = columns.map { Array($0.name.cut(to: Self.longestHead)) }
    let height = names.map(\.count).max() ?? 0
    var text = ""
    for level in 0..<height {
      var line = String(repeating: " ", count: 2 + nameWidth + 2 + 6)
      for name in names {
        let place = level - (height - name.count)
        line += " " + (place >= 0 ? String(name[place]) : " ")
      }
      if level == height - 1, hasCounts {
        line += "  " + "these".padding(to: countWidth) + "  " + "all".leftPadding(to: 4)
      }
      while line.last == " " { line.removeLast() }
      text += Terminal.bold(line) + "\n"
    }
    return text
  }

  private func totals(_ columns: [TypeComparison.Column], _ widths: [Int]) -> String {
    let isWide = widths.allSatisfy { $0 > 3 }
    guard isWide, !columns.isEmpty else { return "" }
    var line = "  " + "types shared".padding(to: nameWidth) + "        "
    for (column, width) in zip(columns, widths) {
      line += centred("\(column.sharing)", "\(column.sharing)".count, width)
    }
    while line.last == " " { line.removeLast() }
    return Terminal.dim(line) + "\n"
  }

  private func coloured(_ cell: TypeComparison.Cell, _ row: TypeComparison.Row) -> String {
    let mark = VerdictMark(cell)
    switch mark {
    case .shares, .sharesLessSurely: return Terminal.colour(mark.rawValue, "36")
    case .lacks: return Terminal.colour(mark.rawValue, "33")
    case .unknown: return Terminal.dim(mark.rawValue)
    }
  }

  private var legend: String {
    var text = ""
    let used = Set(answer.types.flatMap { $0.cells.map { VerdictMark($0) } })
    for mark in VerdictMark.allCases where used.contains(mark) {
      text += "\(mark.rawValue) \(mark.meaning)\n"
    }
    text += "these: platforms shown that share it, of those that could have it; "
    text += "all: the share of all \(answer.total)\n"
    return Terminal.dim(Terminal.wrap(text.trimmedEnd)) + "\n"
      + Terminal.dim("A reading by a program, no legal advice.") + "\n"
  }

  private static func count(_ row: TypeComparison.Row) -> String {
    "\(row.sharing) of \(row.sharing + row.lacking)"
  }

  /// The share of all platforms that could have it.
  static func share(_ row: TypeComparison.Row) -> String {
    HumanText.percent(row.sharingOfAll, of: row.ableOfAll)
  }

  private func centred(_ text: String, _ count: Int, _ width: Int) -> String {
    let left = max(0, (width - count + 1) / 2)
    return String(repeating: " ", count: left) + text
      + String(repeating: " ", count: max(0, width - left - count))
  }
}

extension String {
  /// The text, its end left out where it is longer.
  func cut(to count: Int) -> String { self.count <= count ? self : String(prefix(count - 1)) + "…" }

  /// The text with spaces before it.
  func leftPadding(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }

  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
