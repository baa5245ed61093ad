// clause show: the whole record of a clause.

public import ArgumentParser
public import ClauseIndex

extension CitationStyle: ExpressibleByArgument {}

struct ShowCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the whole record of a clause: text in place, provenance, prevalence, closest clauses.",
    discussion: """
      clause show CL-4T0ZJ9V2QK
      clause show CL-4T0ZJ9V2QK --cite bibtex
      clause show CL-4T0ZJ9V2QK --format json
      """)

  @Argument(help: "Record id (CL-…).")
  var id: String

  @Option(name: .long, help: "Print only a reference to the clause, in this form.")
  var cite: CitationStyle?

  @OptionGroup var output: OutputOptions
  @OptionGroup var index: IndexOptions

  /// The record with what other platforms have.
  struct Answer: Encodable {
    var record: ClauseRecord
    var prevalence: PrevalenceCounts
    var similar: [SimilarClause]

    enum CodingKeys: String, CodingKey { case prevalence, similar }

    func encode(to encoder: any Encoder) throws {
      try record.encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(prevalence, forKey: .prevalence)
      try container.encode(similar, forKey: .similar)
    }
  }

  func answer() throws -> Bool {
    let searcher = try index.searcher()
    let record = try searcher.show(id)
    if let cite {
      Output.write(record.citation(cite) + "\n")
      return true
    }
    let prevalence = try searcher.storedPrevalence(of: id) ?? PrevalenceCounts(searcher.prevalence(of: id))
    let similar = try searcher.similar(to: id, limit: output.rows(default: 3)).matches
    let answer = Answer(record: record, prevalence: prevalence, similar: similar)
    try output.print(
      answer, from: searcher, rows: [answer],
      defaults: [
        "id", "platform", "terms_type", "number", "title", "text", "source_url", "last_changed", "sha256",
      ],
      human: { human(answer, searcher) })
    return true
  }

  private func human(_ answer: Answer, _ searcher: Searcher) -> String {
    let record = answer.record
    var text = HumanText.head(record.platformName, record.termsType, record.heading, record.title) + "\n"
    text += Terminal.bold(answer.prevalence.headline)
    text +=
      " share it (\(HumanText.companies(answer.prevalence.companies))); \(answer.prevalence.lacking) lack it, "
    text += "\(answer.prevalence.unknown) can't be told\n"
    let copies = answer.prevalence.levels.filter { $0.level != .sameProvision && $0.platforms > 0 }
    text +=
      copies.map { "\($0.platforms) \($0.level.rawValue) (\(HumanText.companies($0.companies)))" }
      .joined(separator: ", ") + (copies.isEmpty ? "\n" : "\n\n")
    for neighbour in record.before {
      text +=
        Terminal.dim(
          Terminal.wrap(HumanText.short(neighbour.number, neighbour.title, neighbour.text), indent: "  "))
        + "\n"
    }
    let opening = [record.number, record.title.isEmpty ? nil : record.title].compactMap { $0 }.joined(
      separator: " ")
    text += "\n"
    if !opening.isEmpty { text += Terminal.bold(Terminal.wrap(opening, indent: "  ")) + "\n" }
    if !record.leadIn.isEmpty { text += Terminal.dim(Terminal.wrap(record.leadIn, indent: "  ")) + "\n" }
    text += Terminal.wrap(record.text, indent: "  ") + "\n\n"
    for neighbour in record.after {
      text +=
        Terminal.dim(
          Terminal.wrap(HumanText.short(neighbour.number, neighbour.title, neighbour.text), indent: "  "))
        + "\n"
    }
    text += types(record)
    text += "\n" + fields(record)
    if !answer.similar.isEmpty {
      text += "\n" + Terminal.bold("Closest elsewhere") + "\n"
      for match in answer.similar {
        text +=
          "  \(HumanText.score(match.score)) \(match.platformName) · \(match.termsType)  \(Terminal.dim(match.clause))\n"
        text += Terminal.wrap(HumanText.short(nil, match.title, match.text), indent: "       ") + "\n"
      }
    }
    return text + HumanText.foot(searcher)
  }

  private func types(_ record: ClauseRecord) -> String {
    var text = record.types.isEmpty ? "" : "\n" + Terminal.bold("Types") + "\n"
    for (place, type) in record.types.enumerated() {
      text += "  \(Terminal.bold(type.name))  \(Terminal.dim("\(type.type) · \(type.category)"))\n"
      text += "       \(type.sharing) of \(type.able) platforms that could have it share it; "
      text += "confidence \(HumanText.score(type.confidence))\n"
      let rule = type.severityCondition.map { " (rule: \($0))" } ?? ""
      text +=
        Terminal.wrap("severity \(type.severity.rawValue): \(type.severityReason)\(rule)", indent: "       ")
        + "\n"
      if !type.parameters.isEmpty {
        let values = type.parameters.map { "\($0.parameter.replacing("_", with: " ")) \($0.value)" }
        text += Terminal.wrap("states: \(values.joined(separator: "; "))", indent: "       ") + "\n"
      }
      // The first types say what the clause is about; the others would make the record long.
      guard place < 3 else { continue }
      text += Terminal.wrap("Why it matters: \(type.whyItMatters)", indent: "       ") + "\n"
      text += Terminal.wrap("For you: \(type.whatItMeansForYou)", indent: "       ") + "\n"
      if !type.regulations.isEmpty {
        var ids: [String] = []
        for law in type.regulations where !ids.contains(law.id) { ids.append(law.id) }
        let laws = ids.map { id in
          let same = type.regulations.filter { $0.id == id }
          let articles = same.map(\.article).filter { !$0.isEmpty }.joined(separator: "; ")
          return same[0].name + (articles.isEmpty ? "" : ", \(articles)") + " (\(same[0].jurisdiction))"
        }
        text += Terminal.wrap("Laws: \(laws.joined(separator: "; "))", indent: "       ") + "\n"
      }
    }
    guard !record.serious.isEmpty else { return text }
    text +=
      "\n" + Terminal.bold("Other clauses of \(record.serious[0].severity.rawValue) severity in the document")
      + "\n"
    for other in record.serious {
      let head = [other.number, other.title.isEmpty ? nil : other.title].compactMap { $0 }
      text += "  \(Terminal.dim(other.clause)) \(other.types.joined(separator: ", "))"
      text += head.isEmpty ? "\n" : Terminal.dim(" – \(head.joined(separator: " "))") + "\n"
    }
    return text
  }

  private func fields(_ record: ClauseRecord) -> String {
    let commit = record.commit.map { " at \($0.prefix(12))" } ?? ""
    let rows: [(String, String?)] = [
      ("record", record.id), ("company", "\(record.company) (\(record.country), \(record.sector))"),
      ("heading", record.heading.isEmpty ? nil : record.heading),
      ("document", "\(record.document) · \(record.collection)/\(record.path)\(commit)"),
      ("place", "lines \(record.lines[0])–\(record.lines[1]), bytes \(record.bytes[0])–\(record.bytes[1])"),
      ("address", record.sourceURL), ("first recorded", record.firstRecorded?.day),
      ("last changed", record.lastChanged?.day), ("last verified", record.lastVerified?.day),
      ("SHA-256", record.sha256), ("… of document", record.documentSHA256),
    ]
    return rows.compactMap { name, value in
      value.map { "  \(name.padding(to: 15)) \($0)\n" }
    }.joined()
  }
}

extension HumanText {
  /// "4.2 Voice cloning: You may not …", the text cut.
  static func short(_ number: String?, _ title: String, _ text: String, words: Int = 28) -> String {
    let head = [number, title.isEmpty ? nil : title].compactMap { $0 }.joined(separator: " ")
    let parts = text.split(whereSeparator: \.isWhitespace)
    let body = parts.prefix(words).joined(separator: " ") + (parts.count > words ? " …" : "")
    return head.isEmpty ? body : "\(head): \(body)"
  }

  /// "1 company", "61 companies".
  static func companies(_ count: Int) -> String { count == 1 ? "1 company" : "\(count) companies" }

  /// A score with two decimals, cut and not rounded: one below a threshold must not read as if it reached it.
  static func score(_ score: Double) -> String {
    let hundredths = Int(score * 100 + 1e-9)
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

extension String {
  /// The text filled up with spaces.
  func padding(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
