// A clause type → text for people.

internal import ClauseIndex

/// What is known of a clause type, section by section.
struct TypeText {
  let type: TypeDetail
  /// Entries of a list at most.
  let most: Int
  let showsParameters: Bool

  var text: String {
    [head, prevalence, severity, meaning, law, sectors, parameters, wordings, platforms]
      .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func title(_ text: String) -> String { Terminal.bold(text) + "\n" }

  private func paragraph(_ text: String) -> String { Terminal.wrap(text, indent: "  ") + "\n" }

  /// "… and 12 more (--all)", or nothing.
  private func rest(_ count: Int, indent: String = "  ") -> String {
    count > most ? "\(indent)… and \(count - most) more (--all)\n" : ""
  }

  private var head: String {
    var text = Terminal.bold(type.name) + Terminal.dim("  \(type.type) · \(type.categoryName)") + "\n"
    text += Terminal.wrap(type.definition) + "\n"
    if !type.not.isEmpty { text += Terminal.dim(Terminal.wrap("Does not count: \(type.not)")) + "\n" }
    return text
  }

  private var prevalence: String {
    var text = Terminal.bold(type.headline) + "\n"
    text +=
      "\(type.sharing) share it (\(HumanText.companies(type.companies))), \(type.lacking) lack it, "
      + "\(type.unknown) can't be told"
    if type.share != nil {
      text += " · \(HumanText.percent(type.share)) of the \(type.sharing + type.lacking) that could have it"
    }
    text += "\n"
    if let words = ScopeOptions.words(type.sector, type.lookedAt) {
      text += Terminal.dim("Counted: \(words)") + "\n"
    }
    text += Terminal.dim(Terminal.wrap("Stands in: \(type.termsTypes.joined(separator: ", "))")) + "\n"
    for note in type.notes { text += Terminal.wrap("Note: \(note)") + "\n" }
    return text
  }

  private var severity: String {
    var text = title("Severity: \(type.severity.level)")
    text += paragraph(type.severity.reason)
    for condition in type.severity.conditions {
      text += paragraph(
        "\(condition.level) where: \(condition.reason) (\(HumanText.count(condition.clauses, "clause")))")
    }
    let found = type.severities.filter { $0.clauses > 0 }.map {
      "\($0.clauses) \($0.severity) (\(HumanText.count($0.platforms, "platform")))"
    }
    if !found.isEmpty {
      text += paragraph(
        "Of the \(HumanText.count(type.clauses, "clause")) found: \(found.joined(separator: ", "))")
    }
    return text
  }

  private var meaning: String {
    var text = ""
    if !type.whyItMatters.isEmpty { text += title("Why it matters") + paragraph(type.whyItMatters) }
    if !type.whatItMeansForYou.isEmpty {
      text += (text.isEmpty ? "" : "\n") + title("What it means for you") + paragraph(type.whatItMeansForYou)
    }
    return text
  }

  private var law: String {
    var text = ""
    if !type.regulations.isEmpty {
      text += title("Regulations")
      // A law stands once, with all its articles.
      var ids: [String] = []
      for law in type.regulations where !ids.contains(law.id) { ids.append(law.id) }
      for id in ids {
        let own = type.regulations.filter { $0.id == id }
        let articles = own.map(\.article).filter { !$0.isEmpty }
        let cited = articles.isEmpty ? "" : ", \(articles.joined(separator: "; "))"
        text += paragraph("\(own[0].name)\(cited) (\(own[0].jurisdiction))")
      }
    }
    if !type.related.isEmpty {
      text += (text.isEmpty ? "" : "\n") + title("Related types")
      var columns = TextColumns([.text("type"), .number("shares"), .number("%")], indent: "  ")
      for other in type.related {
        columns.append([other.type, "\(other.sharing)", HumanText.percent(other.share)])
      }
      text += columns.printed
    }
    return text
  }

  private var sectors: String {
    guard type.sectors.count > 1 else { return "" }
    var columns = TextColumns(
      [.text("sector"), .number("shares"), .number("lacks"), .number("unknown"), .number("%")],
      indent: "  ")
    for sector in type.sectors {
      columns.append([
        sector.sector, "\(sector.sharing)", "\(sector.lacking)", "\(sector.unknown)",
        HumanText.percent(sector.share),
      ])
    }
    return title("By sector") + columns.printed
  }

  private var parameters: String {
    guard showsParameters else {
      let names = type.parameters.map(\.parameter)
      return names.isEmpty
        ? "" : Terminal.dim("What its clauses state (--parameters): \(names.joined(separator: ", "))") + "\n"
    }
    guard !type.parameters.isEmpty else {
      return title("What its clauses state") + paragraph("Nothing was read from its clauses.")
    }
    return type.parameters.map(values).joined(separator: "\n")
  }

  private func values(_ parameter: ParameterDistribution) -> String {
    var text = Terminal.bold(parameter.parameter)
    text += " · \(HumanText.count(parameter.platforms, "platform"))"
    if let median = parameter.median, let least = parameter.least, let greatest = parameter.greatest {
      text += " · median \(number(median, parameter.kind)), "
      text += "from \(number(least, parameter.kind)) to \(number(greatest, parameter.kind))"
    }
    text += "\n"
    var columns = TextColumns([.text("value"), .number("platforms"), .text("for example")], indent: "  ")
    for value in parameter.values.prefix(most) {
      columns.append([value.value, "\(value.platforms)", "“\(value.text.prefix(40))” \(value.clause)"])
    }
    return text + columns.printed + rest(parameter.values.count)
  }

  private func number(_ value: Double, _ kind: ParameterRule.Kind?) -> String {
    let text = value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    return switch kind {
    case .duration: text + (value == 1 ? " day" : " days")
    default: text
    }
  }

  private var wordings: String {
    let shared = type.wordings.filter { $0.platforms > 1 }
    guard !type.wordings.isEmpty else { return "" }
    var text = title("Wordings")
    for group in most == Int.max ? type.wordings[...] : shared.prefix(most) {
      text += "  " + Terminal.bold(HumanText.count(group.platforms, "platform"))
      text += group.platforms > 1 ? " (\(HumanText.companies(group.companies)))" : ""
      text += ", \(HumanText.count(group.clauses, "clause"))\n"
      text += Terminal.marked(Terminal.wrap(group.excerpt, indent: "    ")) + "\n"
      text += Terminal.dim("    \(group.platformName) · \(group.termsType)  \(group.clause)") + "\n"
    }
    guard most < Int.max else { return text }
    let alone = type.wordings.count - shared.count
    let more = max(0, shared.count - most)
    let rest = [
      more > 0 ? "\(more) more" : nil, alone > 0 ? "\(alone) that one platform has alone" : nil,
    ].compactMap { $0 }
    if !rest.isEmpty { text += "  … and \(rest.joined(separator: ", ")) (--all)\n" }
    return text
  }

  private var platforms: String {
    var text = ""
    let sharing = type.platforms.filter { $0.verdict == .shares }
    if !sharing.isEmpty {
      text += title("Share it (\(sharing.count))")
      let shown = sharing.prefix(most)
      let width = shown.map(\.platformName.count).max() ?? 0
      for row in shown {
        let severity = row.severity.map { " · \($0)" } ?? ""
        let clauses = row.clauses > 1 ? " · \(row.clauses) clauses" : ""
        text += "  \(HumanText.score(row.confidence))  \(row.platformName.padding(to: width))"
        text += "  \(Terminal.dim(row.clause ?? ""))  \(row.termsType ?? "")\(severity)\(clauses)\n"
      }
      text += rest(sharing.count)
    }
    for (verdict, name) in [(Verdict.lacks, "Lack it"), (.unknown, "Can't be told")] {
      let names = type.platforms.filter { $0.verdict == verdict }.map(\.platformName)
      guard !names.isEmpty else { continue }
      // Names take a line where rows take one each: three times as many.
      let shown = most > Int.max / 3 ? names.count : min(names.count, most * 3)
      text += (text.isEmpty ? "" : "\n") + title("\(name) (\(names.count))")
      let more = names.count - shown
      text += paragraph(
        names.prefix(shown).joined(separator: ", ") + (more > 0 ? " … and \(more) more (--all)" : ""))
    }
    return text
  }
}
