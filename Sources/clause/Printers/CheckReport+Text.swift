// A checked draft → text for people: the unusual clauses first, then all in a line each, then what is missing.

internal import ClauseIndex

extension CheckReport {
  /// The report for a terminal.
  ///
  /// - Parameter most: unusual clauses, and missing types, shown at most.
  func text(most: Int) -> String {
    [head, unusual(most: most), all, missing(most: most)].filter { !$0.isEmpty }.joined(separator: "\n")
      + Terminal.dim("\n" + Terminal.wrap(Self.disclaimer)) + "\n"
  }

  private var head: String {
    let name = answer.draft.title.isEmpty ? "" : "  " + Terminal.dim(answer.draft.name)
    var text = Terminal.bold(title) + name + "\n"
    text += Terminal.wrap(counts) + "\n" + Terminal.wrap(types) + "\n"
    text += Terminal.bold(
      "\(answer.counts.unusual) \(answer.counts.unusual == 1 ? "deserves" : "deserve") a look, "
        + "\(HumanText.count(answer.missing.count, "type")) \(answer.missing.count == 1 ? "is" : "are") missing"
    )
    text += "\n" + Terminal.dim(Terminal.wrap(basis)) + "\n"
    for note in answer.notes + copies { text += Terminal.wrap("Note: \(note)") + "\n" }
    return text
  }

  // MARK: Unusual

  private func unusual(most: Int) -> String {
    let unusual = answer.unusual
    guard !unusual.isEmpty else { return Terminal.bold("Nothing unusual was found") + "\n" }
    var text = Terminal.bold("Unusual") + "\n"
    for clause in unusual.prefix(most) { text += entry(clause) + "\n" }
    let rest = unusual.count - min(most, unusual.count)
    return rest > 0 ? text + "… \(rest) more with --limit 0\n" : text
  }

  private func entry(_ clause: CheckedClause) -> String {
    let attention = clause.attention ?? .low
    let mark =
      switch attention {
      case .high: Terminal.colour("!!", "31")
      case .medium: Terminal.colour("! ", "33")
      case .low: Terminal.dim("· ")
      }
    let name = Self.name(clause)
    let indent = "      "
    var text = "\(mark) \(Terminal.bold("\(clause.position)".padding(to: 3)))"
    text += name.isEmpty ? "" : Terminal.bold(name) + "  "
    text += Terminal.dim("\(Self.place(clause.lines)) · \(prevalence(clause))") + "\n"
    text += Terminal.wrap(HumanText.short(nil, "", clause.text, words: 45), indent: indent) + "\n"
    for finding in clause.findings {
      text += Self.item(finding.text, bullet: "–", indent: indent) + "\n"
    }
    if let caution = clause.caution {
      text += Self.item("But \(caution)", bullet: "–", indent: indent) + "\n"
    }
    if let closest = clause.closest.first {
      let level =
        closest.level == nil || closest.level == .sameProvision ? "" : ", \(closest.level!.rawValue)"
      text +=
        indent
        + Terminal.dim(
          "closest: \(HumanText.score(closest.score))\(level)  \(closest.platformName) · \(closest.termsType)  \(closest.clause)"
        )
        + "\n"
      text += Terminal.dim(
        Terminal.wrap(HumanText.short(nil, closest.title, closest.excerpt, words: 40), indent: indent + "  "))
      text += "\n"
    }
    return text
  }

  /// A paragraph with a bullet before its first line.
  private static func item(_ text: String, bullet: String, indent: String) -> String {
    indent + bullet + " " + Terminal.wrap(text, indent: indent + "  ").drop { $0 == " " }
  }

  // MARK: All

  private var all: String {
    var columns = TextColumns(
      [
        .number("#"), .number("line"), .text("clause"), .text("types"), .text("severity"),
        .text("prevalence"),
      ],
      optional: ["line", "severity"])
    for clause in answer.clauses {
      let name = Self.name(clause)
      let types = clause.types.map(\.type)
      let kind = clause.kind == .definition ? "(definition)" : "–"
      columns.append([
        "\(clause.position)", "\(clause.lines.first ?? 0)",
        (name.isEmpty ? HumanText.short(nil, "", clause.text, words: 8) : name).cut(to: 34),
        (types.isEmpty ? kind : types[0] + (types.count > 1 ? " +\(types.count - 1)" : "")).cut(to: 30),
        clause.severity?.rawValue ?? "", "\(clause.prevalence.label.rawValue) \(clause.prevalence.sharing)",
      ])
    }
    return Terminal.bold("All clauses") + "  "
      + Terminal.dim("prevalence: platforms of \(answer.total) that share it") + "\n" + columns.printed
  }

  // MARK: Missing

  private func missing(most: Int) -> String {
    guard !answer.missing.isEmpty else {
      return Terminal.bold("Nothing missing") + "\n"
        + Terminal.dim(Terminal.wrap("No type that \(peersWithDocument) state there")) + "\n"
    }
    var text = Terminal.bold("Missing") + "\n"
    text += Terminal.dim(
      Terminal.wrap("Types that \(peersWithDocument) state there"))
    text += "\n"
    for type in answer.missing.prefix(most) { text += entry(type) }
    let rest = answer.missing.count - min(most, answer.missing.count)
    return rest > 0 ? text + "… \(rest) more with --limit 0\n" : text
  }

  private func entry(_ type: MissingFromDraft) -> String {
    let indent = "    "
    var text = "  " + Terminal.bold(type.name) + "  " + HumanText.severity(type.severity)
    text += "  " + Terminal.dim(type.type) + "\n"
    text += indent + "\(type.sharing) of \(type.able) (\(HumanText.percent(type.share)))"
    if answer.sector != nil {
      text += " · \(type.sharingOfAll) of all \(type.ableOfAll) with such a document"
    }
    text += "\n"
    if let example = type.examples.first {
      text += indent + Terminal.dim("how others word it: \(example.platformName) \(example.clause)") + "\n"
      text += Terminal.marked(Terminal.wrap(example.excerpt, indent: indent + "  ")) + "\n"
    }
    if let nearest = type.nearest, let score = type.nearestScore {
      let how = type.nearestBy == .rules ? "rules matched in part" : "likeness of words"
      text +=
        indent + Terminal.dim("nearest in the draft: clause \(nearest), \(how) \(HumanText.score(score))")
        + "\n"
    }
    return text
  }
}
