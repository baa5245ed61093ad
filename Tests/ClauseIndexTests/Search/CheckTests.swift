import Testing

@testable import ClauseIndex

@Suite("check, on the sample")
struct CheckTests {
  private let searcher: Searcher

  init() throws { searcher = try SampleIndex.searcher }

  private static let honey =
    "Every member shall set aside two jars of marmalade a year for the hedgehogs of our night porter, who may refuse "
    + "marmalade that has gone hard."

  /// The draft as it is checked when nothing is said of it.
  private static let answer = Result { try SampleIndex.searcher.check(text: try draft()) }

  /// A draft of a clause that many have, one that a single company has, an invented one, a definition and a date.
  private static func draft() throws -> String {
    let searcher = try SampleIndex.searcher
    let arbitration = try searcher.search(Query("type:binding-arbitration arbitration"), limit: 1).hits[0]
    let common = try searcher.show(arbitration.clause)
    let bees = try searcher.show("CL-FZF7JFC6RY")
    return """
      # Brindle Terms of Service

      Last updated: 1 March 2026

      ## Definitions

      “Content” means text, images and anything else that you upload to Brindle.

      ## \(common.title)

      \(common.text)

      ## Bees

      \(bees.text)

      ## Breakfast

      \(honey)
      """
  }

  @Test("each clause has its lines, its label with counts that add up, and the closest wordings")
  func clauses() throws {
    let text = try Self.draft()
    let answer = try Self.answer.get()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(answer.draft.title == "Brindle Terms of Service" && answer.draft.ownName == "Brindle")
    #expect(answer.draft.termsType == "Terms of Service" && answer.draft.termsTypeFrom == .title)
    for clause in answer.clauses {
      #expect(lines[clause.lines[0] - 1].contains(clause.text.split(separator: " ")[0]), "\(clause.lines)")
      let counts = clause.prevalence
      #expect(counts.sharing + counts.lacking + counts.unknown == counts.total)
      #expect(counts.levels.reduce(0) { $0 + $1.platforms } == counts.sharing)
      #expect(counts.label == PrevalenceLabel(sharing: counts.sharing, of: counts.total))
      let scores = clause.closest.map(\.score)
      #expect(scores == scores.sorted(by: >) && scores.count <= 3)
      #expect(Set(clause.closest.map(\.platform)).count == scores.count, "one a platform")
    }
    let counts = answer.counts
    #expect(counts.unique + counts.rare + counts.shared + counts.common == counts.clauses)
    #expect(counts.clauses == answer.clauses.count && counts.missing == answer.missing.count)
    #expect(answer.passedOver.map(\.text) == ["Last updated: 1 March 2026"])
    let copy = try #require(answer.clauses.first { $0.types.contains { $0.type == "binding-arbitration" } })
    #expect(copy.closest.first?.level == .verbatim && copy.prevalence.sharing > 20)
    #expect(!copy.findings.contains { $0.kind == .unique || $0.kind == .rareType })
    #expect(answer.clauses[0].kind == .definition && answer.clauses[0].findings.isEmpty)
  }

  @Test("the invented clause comes first among the unusual, and says that nothing comes near")
  func invented() throws {
    let answer = try Self.answer.get()
    let first = try #require(answer.unusual.first)
    #expect(first.text == Self.honey && first.title == "Breakfast")
    #expect(first.prevalence.label == .unique && first.attention == .high)
    let finding = try #require(first.findings.first)
    #expect(finding.kind == .unique && finding.count == 0 && finding.of == 325)
    #expect(finding.text.contains("325"))
  }

  @Test("the wording of one company alone is told, unless the draft is that company's own")
  func copied() throws {
    let text = try Self.draft()
    let answer = try Self.answer.get()
    #expect(answer.copiedFrom.map(\.company) == ["Hulvodane LLC"])
    let bees = try #require(answer.clauses.first { $0.title == "Bees" })
    #expect(answer.copiedFrom[0].clauses == [bees.position])
    #expect(bees.findings.contains { $0.kind == .copied && $0.text.contains("Word for word") })
    var options = CheckOptions()
    options.platform = "Hulvodane"
    let own = try searcher.check(text: text, options: options)
    #expect(own.copiedFrom.isEmpty && own.draft.platform == "hulvodane" && own.sector == "cloud-hosting")
    let left = try #require(own.clauses.first { $0.title == "Bees" })
    #expect(left.prevalence.sharing == bees.prevalence.sharing - 1)
    #expect(!left.findings.contains { $0.kind == .copied })
    #expect(!own.clauses.contains { $0.closest.contains { $0.platform == "hulvodane" } })
  }

  @Test(
    "a document of the index, checked as a draft, gets the types and the counts that the index has for it")
  func agrees() throws {
    let document = try #require(
      SampleIndex.built.input.selection.documents.first {
        $0.document.platform == "nelvulo" && $0.document.termsType == "Terms of Service"
      })
    var options = CheckOptions()
    (options.platform, options.termsType) = ("nelvulo", "terms of service")
    let answer = try searcher.check(document.bytes, name: "nelvulo.md", options: options)
    #expect(answer.clauses.count == 10 && answer.draft.termsTypeFrom == .asked)
    for clause in answer.clauses {
      let id = RecordID.clause(
        platform: "nelvulo", termsType: "Terms of Service", normalizedText: clause.text.normalizedWords)
      let stored = try searcher.prevalence(of: id)
      #expect(clause.prevalence.sharing == stored.sharing, "\(id) \(clause.text.prefix(60))")
      #expect(clause.prevalence.lacking == stored.lacking && clause.prevalence.companies == stored.companies)
      let record = try searcher.show(id)
      #expect(Set(clause.types.map(\.type)) == Set(record.types.map(\.type)), "\(id)")
      #expect(clause.lines == record.lines)
    }
  }

  @Test("missing types are those of enough peers in such documents, none of them stated; each has an example")
  func missing() throws {
    var options = CheckOptions()
    options.sector = "AI"
    let answer = try searcher.check(text: try Self.draft(), options: options)
    #expect(answer.sector == "ai" && answer.peers == searcher.platforms.count { $0.sector == "ai" })
    #expect(!answer.missing.isEmpty)
    let stated = Set(answer.clauses.flatMap { $0.types.map(\.type) })
    let catalogue = try searcher.catalogue()
    for type in answer.missing {
      #expect(!stated.contains(type.type) && type.share >= 0.6 && type.able >= 3)
      #expect(catalogue[type.type]?.termsTypes.contains("Terms of Service") == true)
      let example = try #require(type.examples.first)
      let record = try searcher.show(example.clause)
      #expect(record.platform == example.platform && record.sector == "ai")
      #expect(record.termsType == "Terms of Service" && record.types.contains { $0.type == type.type })
    }
    let shares = answer.missing.map(\.share)
    #expect(shares == shares.sorted(by: >))
    let counted = try searcher.types(sector: "ai", termsTypes: ["Terms of Service"]).types
    for type in answer.missing {
      let summary = try #require(counted.first { $0.type == type.type })
      #expect(summary.sharing == type.sharing && summary.sharing + summary.lacking == type.able)
    }
  }

  @Test("of a privacy policy only such types are missing as can stand in one")
  func kinds() throws {
    var options = CheckOptions()
    options.termsType = "Privacy Policy"
    let answer = try searcher.check(text: try Self.draft(), options: options)
    let catalogue = try searcher.catalogue()
    #expect(!answer.missing.isEmpty)
    #expect(
      answer.missing.allSatisfy { catalogue[$0.type]?.termsTypes.contains("Privacy Policy") == true })
  }

  @Test("a sector with too few platforms gives way to all, and that is said")
  func fewPeers() throws {
    var options = CheckOptions()
    options.sector = "own"
    // The folder stays for as long as the index is kept: a check opens it once for each core.
    let index = try SmallIndex([SmallDocument("Alpha", Prose.terms())])
    let answer = try index.searcher().check(text: try Self.draft(), options: options)
    withExtendedLifetime(index) {}
    #expect(answer.sector == nil && answer.peers == 1)
    #expect(answer.notes.contains { $0.contains("fewer than 5") })
    #expect(answer.missing.isEmpty && answer.clauses.allSatisfy { $0.types.isEmpty })
  }

  @Test("a very short clause is not called unique, and the answer says why")
  func short() throws {
    let answer = try searcher.check(text: "# Terms of Service\n\n## Hats\n\nHats must be green always.\n")
    let clause = try #require(answer.clauses.first)
    #expect(clause.caution?.contains("too few") == true)
    #expect(!clause.findings.contains { $0.kind == .unique || $0.kind == .rare })
  }
}
