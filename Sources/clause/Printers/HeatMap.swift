// Verdicts of platforms on clause types → a heat map, as SVG or as a page of HTML. Here: what both say and how it looks.

internal import ClauseIndex

/// A picture of a comparison by clause type: types as rows by category, platforms as columns.
///
/// Every cell says its verdict three times over: by hue, by a mark that needs no colour, and in words where one points at
/// it. Confidence is lightness: the surer, the stronger the colour.
struct HeatMap {
  let answer: TypeComparison
  let corpus: CorpusSummary

  init(_ answer: TypeComparison, _ corpus: CorpusSummary) {
    self.answer = answer
    self.corpus = corpus
  }

  /// Types of one category.
  struct Group {
    var name: String
    var rows: [TypeComparison.Row]
  }

  /// The types by category, in order.
  var groups: [Group] {
    var groups: [Group] = []
    var last: String?
    for row in answer.types {
      if row.category != last { groups.append(Group(name: row.categoryName, rows: [])) }
      last = row.category
      groups[groups.count - 1].rows.append(row)
    }
    return groups
  }

  // MARK: Words

  /// "12 clause types at 30 platforms"; few platforms by name.
  var title: String {
    let (types, platforms) = (answer.types.count, answer.platforms.count)
    let names = Set(answer.types.map(\.category))
    let what =
      names.count == 1 && types > 1
      ? "\(answer.types[0].categoryName): \(types) clause types"
      : types == 1 ? answer.types[0].name : "\(types) clause types"
    let who =
      answer.sector.map { "\(platforms) platforms of the sector \($0)" }
      ?? (platforms == answer.total
        ? "all \(platforms) platforms"
        : platforms <= 4 ? HumanText.all(answer.platforms.map(\.name)) : "\(platforms) platforms")
    return "\(what) at \(who)"
  }

  /// Corpus, date and denominators.
  var subtitle: String {
    let name = corpus.isSample ? "\(corpus.name) (invented terms)" : corpus.name
    let date = answer.date.map { ", \($0.prefix(10))" } ?? ""
    return "\(name)\(date) · \(answer.platforms.count) of \(answer.total) platforms · "
      + (answer.termsTypes.map { "looked at: \($0.joined(separator: ", "))" } ?? "all their documents")
  }

  /// How the verdicts fall.
  var sums: String {
    let all = answer.sharing + answer.lacking + answer.unknown
    func share(_ count: Int) -> String { HumanText.percent(count, of: all) }
    return "\(all) verdicts: \(answer.sharing) shares (\(share(answer.sharing))), "
      + "\(answer.lacking) lacks (\(share(answer.lacking))), "
      + "\(answer.unknown) can't be told (\(share(answer.unknown)))"
  }

  /// The last lines.
  static let notes = [
    "Shares: a clause of the platform is of the type. Lacks: none was found in a document in which the type stands.",
    "Can't be told: the index has no such document. Of these, of all: platforms that share it, of those that could have it.",
    "A reading by a program, no legal advice.",
  ]

  /// Cells above which words are few, as a file would grow to many megabytes.
  static let mostWords = 6_000

  /// What a cell says in words.
  func words(_ cell: TypeComparison.Cell, _ row: TypeComparison.Row, _ column: TypeComparison.Column)
    -> String
  {
    var text = "\(column.name) – \(row.name): "
    switch cell.verdict {
    case .shares: text += "shares, confidence \(HumanText.score(cell.confidence))"
    case .lacks: text += "lacks, confidence \(HumanText.score(cell.confidence))"
    case .unknown: return text + "can't be told"
    }
    if let clause = cell.clauses.first, answer.types.count * answer.platforms.count <= Self.mostWords {
      text += (cell.verdict == .lacks ? "; nearest " : "; ") + clause
      if cell.clauses.count > 1 { text += " and \(cell.clauses.count - 1) more" }
    }
    return text
  }

  // MARK: Looks

  /// A colour of cells: background and mark, by day and by night.
  struct Shade {
    /// Class in style sheets.
    var name: String
    var light: (fill: String, mark: String)
    var dark: (fill: String, mark: String)
  }

  /// From the least to the most sure; blue against amber, which all kinds of colour-blindness tell apart.
  static let shades = [
    Shade(name: "s1", light: ("#c9dff2", "#0b3a66"), dark: ("#173a5c", "#cfe6fb")),
    Shade(name: "s2", light: ("#9cc7e8", "#0b3a66"), dark: ("#1f5484", "#e3f1fd")),
    Shade(name: "s3", light: ("#4f97d0", "#ffffff"), dark: ("#3f86c4", "#ffffff")),
    Shade(name: "s4", light: ("#1b62a5", "#ffffff"), dark: ("#76b3e8", "#06213b")),
    Shade(name: "l1", light: ("#fdf1dc", "#7a4a00"), dark: ("#332610", "#f0c987")),
    Shade(name: "l2", light: ("#f7d9a2", "#6b3f00"), dark: ("#5c431a", "#ffdf9f")),
    Shade(name: "u", light: ("#f1f1f1", "#626262"), dark: ("#24282d", "#9aa3ad")),
  ]

  /// The class of a cell's colour.
  static func shade(_ cell: TypeComparison.Cell) -> String {
    switch cell.verdict {
    case .shares:
      cell.confidence < VerdictMark.sure
        ? "s1" : cell.confidence < 0.9 ? "s2" : cell.confidence < 0.97 ? "s3" : "s4"
    case .lacks: cell.confidence < 0.9 ? "l1" : "l2"
    case .unknown: "u"
    }
  }

  /// The legend: a colour's class, its mark and what it means.
  static let legend: [(shade: String, mark: VerdictMark, text: String)] = [
    ("s4", .shares, "shares (confidence 0.97 or more)"), ("s3", .shares, "0.90"), ("s2", .shares, "0.80"),
    ("s1", .sharesLessSurely, "less sure"), ("l2", .lacks, "lacks"),
    ("l1", .lacks, "lacks, with a weak sign"),
    ("u", .unknown, "can't be told"),
  ]

  /// Width of a column of verdicts: the more there are, the narrower.
  var cellWidth: Int {
    switch answer.platforms.count {
    case ...6: 34
    case ...16: 26
    case ...40: 21
    case ...80: 16
    case ...160: 12
    default: 9
    }
  }

  /// Height of a row.
  var rowHeight: Int { answer.platforms.count > 80 ? 16 : 20 }

  /// Longest name that is written above a column.
  static let longestHead = 26

  /// Width of a text in points, near enough to leave room for it: by classes of letters of sans-serif fonts.
  static func width(of text: String, size: Double) -> Double {
    text.reduce(0) { sum, letter in
      switch letter {
      case "i", "j", "l", "I", ".", ",", "'", ":", ";", "|", "!": sum + 0.3
      case "f", "t", "r", " ", "(", ")", "-", "/": sum + 0.38
      case "m", "w", "M", "W", "@", "%", "—", "…": sum + 0.92
      case let other where other.isUppercase: sum + 0.7
      default: sum + 0.585
      }
    } * size
  }
}

extension String {
  /// The text for XML and HTML, in attributes too.
  var escaped: String {
    var result = ""
    for character in self {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
