// A checked draft → one page of HTML, to read on any screen and to print: no script, nothing fetched.

internal import ClauseIndex

extension CheckReport {
  /// The report as one self-contained page.
  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Check of \(title.escaped)</title>
    <style>
    \(Self.style)
    </style>
    </head>
    <body>
    <header>
    <p class="over">Check of a draft</p>
    <h1>\(title.escaped)</h1>
    \(facts)
    </header>
    <main>
    \(summary)
    \(unusualSection)
    \(missingSection)
    \(allSection)
    </main>
    <footer>
    \(method)
    </footer>
    </body>
    </html>

    """
  }

  // MARK: Head

  private var facts: String {
    let draft = answer.draft
    let name = corpus.isSample ? "\(corpus.name) (invented terms)" : corpus.name
    let date = answer.corpusDate.map { "as of \($0.prefix(10))" } ?? "undated"
    let rows: [(String, String)] = [
      ("Draft", "\(draft.name), \(draft.words) words, SHA-256 \(draft.sha256.prefix(12))…"),
      ("Held to be", draft.termsType + (draft.termsTypeFrom == .assumed ? " (assumed)" : "")),
      (
        "Corpus",
        "\(name), \(date): \(corpus.platforms) platforms, \(corpus.documents) documents, \(corpus.clauses) clauses"
      ),
      ("Types counted among", peers),
    ]
    return "<dl>\n"
      + rows.map { "<div><dt>\($0.0.escaped)</dt><dd>\($0.1.escaped)</dd></div>" }.joined(separator: "\n")
      + "\n</dl>"
  }

  private var summary: String {
    let counts = answer.counts
    let parts: [(shade: String, name: String, count: Int, meaning: String)] = [
      ("p0", "Unique", counts.unique, "no other platform has it"),
      ("p1", "Rare", counts.rare, "fewer than 1 platform in 20"),
      ("p2", "Shared", counts.shared, "fewer than half"), ("p3", "Common", counts.common, "half or more"),
    ]
    let bar = parts.filter { $0.count > 0 }.map { part in
      "<i class=\"\(part.shade)\" style=\"flex:\(part.count)\"></i>"
    }
    let legend = parts.map { part in
      "<li><i class=\"\(part.shade)\"></i><b>\(part.count)</b> \(part.name) <span>\(part.meaning)</span></li>"
    }
    let notes = (answer.notes + copies).map { "<li>\($0.sentence.escaped)</li>" }
    return """
      <section aria-labelledby="sum">
      <h2 id="sum">At a glance</h2>
      <ul class="figures">
      <li><b>\(counts.clauses)</b> \(counts.clauses == 1 ? "clause" : "clauses")</li>
      <li><b>\(counts.unusual)</b> \(counts.unusual == 1 ? "deserves" : "deserve") a look</li>
      <li><b>\(answer.missing.count)</b> \(answer.missing.count == 1 ? "type is" : "types are") missing</li>
      <li><b>\(counts.types)</b> clause types found</li>
      </ul>
      <div class="bar" aria-hidden="true">\(bar.joined())</div>
      <ul class="legend" aria-label="Clauses by how many of \(answer.total) platforms share them">
      \(legend.joined(separator: "\n"))
      </ul>
      <p class="pale">\(types.sentence.escaped)</p>
      \(notes.isEmpty ? "" : "<ul class=\"notes\">\n\(notes.joined(separator: "\n"))\n</ul>")
      </section>
      """
  }

  // MARK: Unusual

  private var unusualSection: String {
    let unusual = answer.unusual
    let lead =
      unusual.isEmpty
      ? "Nothing unusual was found."
      : "What to read first comes first. Unusual is not wrong: it is what most others do not have."
    return """
      <section aria-labelledby="unusual">
      <h2 id="unusual">Unusual</h2>
      <p class="pale">\(lead)</p>
      \(unusual.map(card).joined(separator: "\n"))
      </section>
      """
  }

  private func card(_ clause: CheckedClause) -> String {
    let attention = clause.attention ?? .low
    let words =
      switch attention {
      case .high: "read first"
      case .medium: "read"
      case .low: "in passing"
      }
    let name = Self.name(clause)
    let heading = name.isEmpty ? "Clause \(clause.position)" : "\(clause.position). \(name)"
    let reasons = clause.findings.map { "<li>\($0.text.sentence.escaped)</li>" }
    let caution = clause.caution.map { "<li>\("But \($0)".sentence.escaped)</li>" } ?? ""
    let types = clause.types.map {
      "<li>\($0.name.escaped) <span class=\"\($0.severity.rawValue)\">\($0.severity.rawValue)</span> "
        + "<span>\($0.sharing) of \($0.able) have it</span></li>"
    }
    let leadIn = clause.leadIn.isEmpty ? "" : "<p class=\"pale\">\(clause.leadIn.escaped)</p>"
    return """
      <article id="c\(clause.position)">
      <h3>\(heading.escaped) <span class="mark \(attention.rawValue)">\(words)</span></h3>
      <p class="pale">\(Self.place(clause.lines).sentence.escaped) · \(prevalence(clause).escaped)</p>
      <ul class="reasons">\(reasons.joined())\(caution)</ul>
      <blockquote>\(leadIn)\(paragraphs(clause))</blockquote>
      \(types.isEmpty ? "" : "<ul class=\"types\" aria-label=\"Clause types\">\(types.joined())</ul>")
      \(closest(clause))
      </article>
      """
  }

  /// The text of a clause, with what the closest clause has too marked.
  private func paragraphs(_ clause: CheckedClause) -> String {
    let bytes = Array(clause.text.utf8)
    var html = ""
    var position = 0
    func text(_ range: Range<Int>) -> String {
      String(decoding: bytes[range], as: UTF8.self).escaped.split(
        separator: "\n", omittingEmptySubsequences: false
      )
      .joined(separator: "<br>")
    }
    for shared in (clause.closest.first?.shared ?? []).sorted(by: { $0.ownStart < $1.ownStart })
    where shared.ownStart >= position && shared.ownEnd <= bytes.count && shared.ownStart < shared.ownEnd {
      html += text(position..<shared.ownStart) + "<mark>\(text(shared.ownStart..<shared.ownEnd))</mark>"
      position = shared.ownEnd
    }
    return "<p>\(html)\(text(position..<bytes.count))</p>"
  }

  private func closest(_ clause: CheckedClause) -> String {
    guard !clause.closest.isEmpty else { return "<p class=\"pale\">No clause elsewhere comes near.</p>" }
    let rows = clause.closest.map { close in
      let level = close.level.map { ", \($0.rawValue)" } ?? ", another provision"
      let title = close.title.isEmpty ? "" : "<i>\(close.title.escaped)</i> "
      return
        "<li><b>\(close.platformName.escaped)</b> · \(close.termsType.escaped) · \(HumanText.score(close.score))\(level.escaped) "
        + "<code>\(close.clause.escaped)</code><br>\(title)\(close.excerpt.escaped)</li>"
    }
    return """
      <h4>Closest elsewhere</h4>
      <ol class="closest">\(rows.joined(separator: "\n"))</ol>
      """
  }

  // MARK: Missing

  private var missingSection: String {
    guard !answer.missing.isEmpty else {
      return """
        <section aria-labelledby="missing">
        <h2 id="missing">Missing</h2>
        <p class="pale">No clause type is missing that \(peersWithDocument.escaped) state there.</p>
        </section>
        """
    }
    let withAll = answer.sector != nil
    let rows = answer.missing.map { type in
      let width = Int((type.share * 100).rounded())
      let all =
        withAll ? "<td class=\"n\" data-h=\"of all\">\(type.sharingOfAll) of \(type.ableOfAll)</td>" : ""
      let laws = type.regulations.map(\.name).reduce(into: [String]()) { names, name in
        if !names.contains(name) { names.append(name) }
      }.prefix(2)
      let law = laws.isEmpty ? "" : " (\(laws.joined(separator: "; ")))"
      let examples = type.examples.prefix(1).map { example in
        "<b>\(example.platformName.escaped)</b> <code>\(example.clause.escaped)</code><br>\(Self.marked(example.excerpt))"
      }
      let near =
        type.nearest.map { place in
          let how = type.nearestBy == .rules ? "by rules" : "by words"
          return
            "<br><span>nearest in the draft: <a href=\"#r\(place)\">clause \(place)</a>, \(how) \(HumanText.score(type.nearestScore ?? 0))</span>"
        } ?? ""
      return """
        <tr><th scope="row">\(type.name.escaped)<br><span>\(type.whyItMatters.firstSentence.escaped)\(law.escaped)</span></th>\
        <td data-h="severity"><span class="\(type.severity.rawValue)">\(type.severity.rawValue)</span></td>\
        <td class="n" data-h="have it">\(type.sharing) of \(type.able)<i class="share" aria-hidden="true"><i style="width:\(width)%"></i></i>\
        \(HumanText.percent(type.share))</td>\(all)<td data-h="wording">\(examples.joined())\(near)</td></tr>
        """
    }
    return """
      <section aria-labelledby="missing">
      <h2 id="missing">Missing</h2>
      <table class="missing">
      <caption>Clause types that \(peersWithDocument.escaped) state there, and no clause of the draft does.</caption>
      <thead><tr><th scope="col">Type, and why it matters</th><th scope="col">Severity</th><th scope="col">Have it</th>\
      \(withAll ? "<th scope=\"col\">Of all</th>" : "")<th scope="col">How one of them words it</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </section>
      """
  }

  /// Text whose `**` marks become `mark` elements.
  private static func marked(_ text: String) -> String {
    var result = ""
    for (index, part) in text.split(separator: "**", omittingEmptySubsequences: false).enumerated() {
      result += index % 2 == 1 ? "<mark>\(String(part).escaped)</mark>" : String(part).escaped
    }
    return result
  }

  // MARK: All

  private var allSection: String {
    let rows = answer.clauses.map { clause in
      let name = Self.name(clause)
      let beginning = HumanText.short(nil, "", clause.text, words: name.isEmpty ? 14 : 9)
      let types = clause.types.map(\.name).joined(separator: ", ")
      let kind = clause.kind == .definition ? "definition" : "–"
      let number =
        clause.findings.isEmpty
        ? "\(clause.position)" : "<a href=\"#c\(clause.position)\">\(clause.position)</a>"
      let severity = clause.severity.map { "<span class=\"\($0.rawValue)\">\($0.rawValue)</span>" } ?? ""
      let closest =
        clause.closest.first.map { "\($0.platformName.escaped) \(HumanText.score($0.score))" } ?? "–"
      return """
        <tr id="r\(clause.position)"><td class="n" data-h="clause">\(number)</td><td class="n" data-h="line">\(clause.lines.first ?? 0)</td>\
        <th scope="row">\(name.isEmpty ? "" : "\(name.escaped) ")<span>\(beginning.escaped)</span></th>\
        <td data-h="types">\(types.isEmpty ? kind : types.escaped)</td><td data-h="severity">\(severity)</td>\
        <td data-h="prevalence">\(clause.prevalence.label.rawValue) \(clause.prevalence.sharing)</td><td data-h="closest">\(closest)</td></tr>
        """
    }
    return """
      <section aria-labelledby="all">
      <h2 id="all">All clauses</h2>
      <table>
      <caption>Prevalence: how many of \(answer.total) platforms share the clause. Closest: the platform with the closest clause, and its score.</caption>
      <thead><tr><th scope="col">#</th><th scope="col">Line</th><th scope="col">Clause</th><th scope="col">Types</th>\
      <th scope="col">Severity</th><th scope="col">Prevalence</th><th scope="col">Closest</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </section>
      """
  }

  private var method: String {
    let lines = [
      "Same provision: a clause elsewhere whose score is \(HumanText.score(answer.minScore)) or more; the score says how surely two clauses are the same provision, 0 to 1.",
      "Unique: no other platform of \(answer.total). Rare: fewer than 1 in 20. Shared: fewer than half. Common: half or more.",
      "Types are found by rules on the words of a clause. “n of m have it”: of \(peers), m have a document in which the type could stand, and n of these a clause of it.",
      "Marked words stand in the closest clause elsewhere too, a few changed words aside.",
      Self.disclaimer,
    ]
    return lines.map { "<p>\($0.escaped)</p>" }.joined(separator: "\n")
      + "\n<p>clause \(Program.version.escaped)</p>"
  }
}

extension String {
  /// Up to the first full stop that ends a sentence.
  fileprivate var firstSentence: String {
    guard let end = firstRange(of: ". ") else { return self }
    return String(self[..<end.lowerBound]) + "."
  }

  /// With a capital letter and a full stop.
  fileprivate var sentence: String {
    guard let first, let last else { return self }
    return first.uppercased() + dropFirst() + (".?!".contains(last) || count < 20 ? "" : ".")
  }
}
