// What a check of a draft says, in the words that text, rows and page have in common.

internal import ClauseIndex

/// A checked draft to be printed.
struct CheckReport {
  /// Clauses and missing types that are shown in detail unless asked otherwise.
  static let shown = 15

  let answer: CheckAnswer
  let corpus: CorpusSummary

  init(_ answer: CheckAnswer, _ corpus: CorpusSummary) {
    self.answer = answer
    self.corpus = corpus
  }

  /// The draft by its title, else by its name.
  var title: String { answer.draft.title.isEmpty ? answer.draft.name : answer.draft.title }

  /// "42 clauses: 3 unique, 7 rare, 20 shared, 12 common".
  var counts: String {
    let counts = answer.counts
    let labels = [
      (counts.unique, "unique"), (counts.rare, "rare"), (counts.shared, "shared"), (counts.common, "common"),
    ]
    return "\(HumanText.count(counts.clauses, "clause")): "
      + labels.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  /// "31 types found; 5 clauses are of none, 4 only define a word; 6 passages were passed over".
  var types: String {
    let counts = answer.counts
    var parts = ["\(HumanText.count(counts.types, "clause type")) found"]
    parts.append("\(counts.untyped) \(counts.untyped == 1 ? "clause is" : "clauses are") of none")
    if counts.definitions > 0 {
      parts.append("\(counts.definitions) only \(counts.definitions == 1 ? "defines" : "define") a word")
    }
    if counts.passedOver > 0 { parts.append("\(HumanText.count(counts.passedOver, "passage")) passed over") }
    return parts.joined(separator: "; ")
  }

  /// "46 platforms of the sector ai".
  var peers: String {
    let without = answer.draft.platform == nil ? "" : " without its own"
    return answer.sector.map { "\(answer.peers) platforms of the sector \($0)\(without)" }
      ?? "all \(answer.peers) platforms\(without)"
  }

  /// "60% or more of the platforms of the sector ai with a Privacy Policy".
  var peersWithDocument: String {
    let share = answer.minShare == 1 ? "all" : "\(HumanText.percent(answer.minShare)) or more of"
    let sector = answer.sector.map { " of the sector \($0)" } ?? ""
    return "\(share) the platforms\(sector) that have a document of the kind \(answer.draft.termsType)"
  }

  /// What clauses and types are held against.
  var basis: String {
    "Held to be: \(answer.draft.termsType) · clauses against \(answer.total) platforms, types against \(peers) · "
      + "same provision from \(HumanText.score(answer.minScore)) · missing from \(HumanText.percent(answer.minShare))"
  }

  /// "18 clauses have the wording of GitHub Inc alone: 4, 5, 7".
  var copies: [String] {
    answer.copiedFrom.map { copy in
      let places = copy.clauses.prefix(12).map(String.init).joined(separator: ", ")
      return
        "\(HumanText.count(copy.clauses.count, "clause")) \(copy.clauses.count == 1 ? "has" : "have") the wording of "
        + "\(copy.company) and of no other company: \(places)\(copy.clauses.count > 12 ? " …" : "")"
    }
  }

  static let disclaimer =
    "A reading by a program, no legal advice: unusual is not wrong, and missing means that no such clause was found."

  /// "lines 12–14", "line 12".
  static func place(_ lines: [Int]) -> String {
    guard let first = lines.first, let last = lines.last else { return "" }
    return first == last ? "line \(first)" : "lines \(first)–\(last)"
  }

  /// "Unique · 0 of 325", with those of the sector where one was asked for.
  func prevalence(_ clause: CheckedClause) -> String {
    let all = clause.prevalence
    var text = "\(all.label.rawValue) · \(all.sharing) of \(all.total) platforms"
    if let sharing = all.sharingInSector, let able = all.ableInSector, let sector = answer.sector {
      text += ", \(sharing) of the \(able) in \(sector) that could have it"
    }
    return text
  }

  /// The heads of a clause: number and title, else the nearest heading.
  static func name(_ clause: CheckedClause) -> String {
    [clause.number, clause.title.isEmpty ? nil : clause.title].compactMap { $0 }.joined(separator: " ")
  }
}

/// A clause or a missing type as a row.
struct CheckLine: Encodable {
  static let columns = [
    "kind", "position", "number", "title", "first_line", "last_line", "types", "severity", "label", "sharing",
    "total", "attention", "findings", "closest_platform", "closest_clause", "score", "level", "text",
  ]

  /// clause, definition or missing.
  var kind: String
  var position: Int?
  var number: String?
  var title: String
  var firstLine: Int?
  var lastLine: Int?
  var types: [String]
  var severity: String?
  var label: String?
  var sharing: Int
  var total: Int
  var attention: String?
  var findings: [String]
  var closestPlatform: String?
  var closestClause: String?
  var score: Double?
  var level: String?
  var text: String

  enum CodingKeys: String, CodingKey {
    case kind, position, number, title, types, severity, label, sharing, total, attention, findings, score,
      level, text
    case firstLine = "first_line"
    case lastLine = "last_line"
    case closestPlatform = "closest_platform"
    case closestClause = "closest_clause"
  }

  init(_ clause: CheckedClause) {
    let closest = clause.closest.first
    kind = clause.kind.rawValue
    (position, number, title) = (clause.position, clause.number, clause.title)
    (firstLine, lastLine) = (clause.lines.first, clause.lines.last)
    types = clause.types.map(\.type)
    severity = clause.severity?.rawValue
    label = clause.prevalence.label.rawValue
    (sharing, total) = (clause.prevalence.sharing, clause.prevalence.total)
    attention = clause.attention?.rawValue
    findings = clause.findings.map(\.text)
    (closestPlatform, closestClause) = (closest?.platform, closest?.clause)
    (score, level) = (closest?.score, closest?.level?.rawValue)
    text = clause.text
  }

  /// A missing type: `sharing` of `total` peers have it, and the closest clause is a peer's example.
  init(_ type: MissingFromDraft) {
    kind = "missing"
    (position, number, title) = (type.nearest, nil, type.name)
    (firstLine, lastLine) = (nil, nil)
    types = [type.type]
    severity = type.severity.rawValue
    label = nil
    (sharing, total) = (type.sharing, type.able)
    attention = nil
    findings = [type.whyItMatters]
    (closestPlatform, closestClause) = (type.examples.first?.platform, type.examples.first?.clause)
    (score, level) = (nil, nil)
    text = type.examples.first?.excerpt ?? ""
  }

  /// Every key is written, those without a value as null.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(kind, forKey: .kind)
    try container.encode(position, forKey: .position)
    try container.encode(number, forKey: .number)
    try container.encode(title, forKey: .title)
    try container.encode(firstLine, forKey: .firstLine)
    try container.encode(lastLine, forKey: .lastLine)
    try container.encode(types, forKey: .types)
    try container.encode(severity, forKey: .severity)
    try container.encode(label, forKey: .label)
    try container.encode(sharing, forKey: .sharing)
    try container.encode(total, forKey: .total)
    try container.encode(attention, forKey: .attention)
    try container.encode(findings, forKey: .findings)
    try container.encode(closestPlatform, forKey: .closestPlatform)
    try container.encode(closestClause, forKey: .closestClause)
    try container.encode(score, forKey: .score)
    try container.encode(level, forKey: .level)
    try container.encode(text, forKey: .text)
  }
}

extension CheckReport {
  /// All clauses, then the missing types.
  var lines: [CheckLine] { answer.clauses.map { CheckLine($0) } + answer.missing.map { CheckLine($0) } }
}
