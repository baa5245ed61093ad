import Testing

@testable import ClauseIndex

@Suite("A clause's types")
struct ClassifierTests {
  @Suite("Evidence")
  struct EvidenceRules {
    private func confidence(_ type: ClauseType, _ clause: ClassifiedText) throws -> Double {
      var reader = try TypeReader([type])
      return reader.confidences(clause)["type"] ?? 0
    }

    @Test("makes a clause the surer of a type the more there is of it")
    func rises() throws {
      let type = ClauseType.known(
        strong: ["feed geese", "geese ..2 fed"], likely: ["birds", "bread"], heading: ["feeding"])
      let texts: [(title: String, text: String)] = [
        ("Hats", text: "Wear hats."), ("Feeding", "Wear hats."), ("Hats", "Some like bread."),
        ("Feeding", "Some like bread."), ("Feeding", "Birds like bread."), ("Hats", "Feed geese."),
        ("Hats", "Feed geese with bread."), ("Feeding", "Feed geese."), ("Feeding", "Feed geese with bread."),
        ("Hats", "Feed geese. Geese are fed."), ("Feeding", "Feed geese. Geese are fed."),
      ]
      let confidences = try texts.map {
        try confidence(type, ClassifiedText(title: $0.title, text: $0.text))
      }
      #expect(confidences == confidences.sorted(), "\(confidences)")
      #expect(Set(confidences).count == texts.count && confidences.allSatisfy { (0..<1).contains($0) })
      #expect(confidences.map { $0 >= Confidence.typed } == texts.indices.map { $0 >= 3 })
    }

    @Test("is one sign where two patterns meet the same words, or one pattern two sentences")
    func sameWords() throws {
      let type = ClauseType.known(likely: ["birds", "bird*", "bread"])
      #expect(try confidence(type, ClassifiedText("Birds.")) < Confidence.typed)
      let plain = ClauseType.known(likely: ["birds", "bread"])
      #expect(try confidence(plain, ClassifiedText("Some birds. Other birds.")) < Confidence.typed)
      #expect(try confidence(type, ClassifiedText("Birds. Bread.")) >= Confidence.typed)
    }

    @Test("in the title alone is less than the same in the text")
    func title() throws {
      let type = ClauseType.known(strong: ["feed geese"])
      let inTitle = try confidence(type, ClassifiedText(title: "Never feed geese", text: "They bite."))
      let inText = try confidence(type, ClassifiedText(title: "Geese", text: "Never feed geese."))
      #expect(inTitle >= Confidence.typed && inTitle < inText)
    }

    @Test("does not count in a sentence that is excluded, and counts in the next one")
    func excluded() throws {
      let type = ClauseType.known(strong: ["feed geese"], likely: ["bread"], exclude: ["see ..4 policy"])
      #expect(try confidence(type, ClassifiedText("To feed geese, see our policy.")) == 0)
      #expect(try confidence(type, ClassifiedText("See our policy. You may feed geese.")) == 0.8)
      #expect(try confidence(type, ClassifiedText("To feed geese, see our policy. Feed geese.")) == 0.8)
      #expect(
        try confidence(type, ClassifiedText("Feed geese. For bread see our policy.")) == 0.8,
        "what is excluded adds nothing")
      let headed = ClauseType.known(strong: ["feed"], heading: ["geese"], exclude: ["policy"])
      #expect(
        try confidence(headed, ClassifiedText(title: "Geese", text: "Feed by our policy.")) < Confidence.typed
      )
    }

    @Test("does not count where the exclusion's condition elsewhere holds, and counts where it does not")
    func excludedElsewhere() throws {
      let onClause = ClauseType.known(strong: ["feed geese"], exclude: ["may + hats"])
      #expect(try confidence(onClause, ClassifiedText("You may feed geese. Wear hats.")) == 0)
      #expect(try confidence(onClause, ClassifiedText("You may feed geese. Wear gloves.")) == 0.8)
      #expect(try confidence(onClause, ClassifiedText("You must feed geese. Wear hats.")) == 0.8)
      let above = ClauseType.known(strong: ["feed geese"], exclude: ["may @ zoo"])
      let text = "You may feed geese."
      #expect(try confidence(above, ClassifiedText(heading: "Rules › Zoo", text: text)) == 0)
      #expect(try confidence(above, ClassifiedText(heading: "Rules › Park", text: text)) == 0.8)
      let without = ClauseType.known(strong: ["feed geese"], exclude: ["may !+ hats"])
      #expect(try confidence(without, ClassifiedText(text)) == 0)
      #expect(try confidence(without, ClassifiedText(text + " Wear hats.")) == 0.8)
    }

    @Test("of one type is not excluded by another's patterns")
    func ownExclusions() throws {
      var reader = try TypeReader([
        .known("a", strong: ["feed geese"], exclude: ["policy"]), .known("b", strong: ["feed geese"]),
      ])
      #expect(reader.types(ClassifiedText("Feed geese by our policy.")) == ["b"])
    }

    @Test("under a heading is found for each of its clauses, and for each by its own platform's name")
    func headings() throws {
      var reader = try TypeReader([.known(likely: ["feed"], heading: ["about ourname"])])
      let clause = ClassifiedText(title: "About Brindle", text: "We feed.")
      #expect(reader.confidences(clause, names: ["brindle"])["type"] == 0.65)
      #expect(reader.confidences(clause, names: ["brindle"])["type"] == 0.65)
      #expect(reader.confidences(clause, names: ["other"])["type"] == 0.3, "the words are no name of another")
      #expect(reader.confidences(ClassifiedText("We feed."), names: ["brindle"])["type"] == 0.3)
    }
  }

  @Suite("The severity")
  struct SeverityRules {
    @Test("is set by the first condition that holds, wherever it holds in the clause")
    func order() throws {
      var reader = try TypeReader([
        .known(
          strong: ["feed geese"],
          severity: [
            .init(when: "double fine", level: .high, reason: "a"),
            .init(when: "fine", level: .medium, reason: "b"),
            .init(when: "geese @ zoo", level: .high, reason: "c"),
          ])
      ])
      #expect(reader.severity(ClassifiedText("Do not feed geese.")) == .low)
      #expect(reader.severity(ClassifiedText("Do not feed geese. There is a fine.")) == .medium)
      #expect(
        reader.severity(ClassifiedText("There is a fine. Do not feed geese, or a double fine.")) == .high)
      #expect(reader.severity(ClassifiedText("A double fine. Do not feed geese. A fine.")) == .high)
      #expect(reader.severity(ClassifiedText(title: "Zoo", text: "Do not feed geese.")) == .high)
      #expect(reader.severity(ClassifiedText(title: "Zoo", text: "Do not feed geese. A fine.")) == .medium)
      #expect(reader.severity(ClassifiedText("A double fine.")) == nil, "of no type, of no severity")
    }
  }

  @Suite("With the types of the corpus")
  struct WithCorpus {
    private func types(_ text: String) throws -> [String] {
      var reader = try CorpusTypes.reader
      return reader.types(ClassifiedText(text))
    }

    @Test(
      "a clause that only names a policy or an agreement is of no type",
      arguments: [
        "See our Cookie Policy.", "For more on cookies, see our Cookie Policy.",
        "Please see our Privacy Policy for how we handle your data.",
        "Read the arbitration agreement in our terms before you sign up.",
        "Disputes are settled as our Dispute Policy says.",
      ])
    func reference(_ text: String) throws { #expect(try types(text) == []) }

    @Test("a denial is a provision where the type says either way, and none where it does not")
    func denial() throws {
      #expect(try types("We do not sell your data.") == ["sale-of-data"])
      #expect(try types("We may sell your personal information to data brokers.").contains("sale-of-data"))
      let training = "ai-training-on-user-data"
      #expect(try types("We may use your content to train our AI models.").contains(training))
      for text in [
        "We don't use your content to train AI.", "We will not use your content to train AI models.",
        "We do not use your content to train artificial intelligence models.",
      ] { #expect(try !types(text).contains(training), "\(text)") }
    }

    @Test("a clause can be of several types")
    func several() throws {
      let text =
        "We may change these terms at any time. We will e-mail you at least 30 days before a change takes effect."
      #expect(try Set(types(text)) == ["unilateral-terms-change", "change-notice"])
    }

    @Test("the type is found in plain words and in capitals, in a list item and under a heading")
    func forms() throws {
      var reader = try CorpusTypes.reader
      for clause in [
        ClassifiedText("You and Brindle each waive the right to a jury trial."),
        ClassifiedText("YOU AND BRINDLE EACH WAIVE THE RIGHT TO A JURY TRIAL."),
        ClassifiedText(leadIn: "By agreeing to these terms you", text: "waive the right to a jury trial;"),
        ClassifiedText(title: "No jury", text: "The right to a trial by jury is waived."),
      ] { #expect(reader.types(clause).contains("jury-trial-waiver"), "\(clause)") }
    }
  }

  @Suite("Parameters, read by a build")
  struct Parameters {
    /// "opt_out_period: 30 days" of each value that a clause states for a type.
    private func values(_ text: String, of type: String) throws -> [String] {
      let searcher = try SmallIndex(
        [SmallDocument("Alpha", "# Terms\n\n## Rules\n\n\(text)\n")], types: CorpusTypes.catalogue
      ).searcher()
      let hit = try #require(try searcher.search(Query("type:\(type)")).hits.first, "no clause of \(type)")
      let found = try #require(try searcher.show(hit.clause).types.first { $0.type == type })
      let distribution = try searcher.parameters(ofType: type).flatMap { parameter in
        parameter.values.map { "\(parameter.parameter): \($0.value)" }
      }
      let stated = found.parameters.map { "\($0.parameter): \($0.value)" }
      #expect(stated.sorted() == distribution.sorted(), "the type's own page tells the same")
      for value in found.parameters { #expect(text.contains(value.text), "\(value.text) is as written") }
      return stated
    }

    @Test("the days to opt out of arbitration, and not another sentence's")
    func period() throws {
      let values = try values(
        "You may opt out of this arbitration agreement by writing to us within thirty (30) days after you first accept "
          + "these terms. We answer letters in 90 days.", of: "arbitration-opt-out")
      #expect(values == ["opt_out_period: 30 days"])
    }

    @Test("the cap of a liability: a sum, and the fees of a period")
    func cap() throws {
      let values = try values(
        "Our total liability to you for all claims is limited to the greater of USD 100 and the amounts that you paid "
          + "us in the twelve months before the claim.", of: "liability-cap")
      #expect(Set(values.map { $0.split(separator: ": ")[1] }) == ["USD 100", "fees of 12 months"])
    }

    @Test("the law that governs")
    func law() throws {
      let values = try values(
        "These terms are governed by the laws of the State of California, without regard to conflicts of law.",
        of: "governing-law")
      #expect(values.contains { $0.hasSuffix(": California, US") })
    }

    @Test("the least age")
    func age() throws {
      let values = try values("You must be at least 13 years old to use the service.", of: "minimum-age")
      #expect(values.count == 1 && values[0].hasSuffix(": 13"))
    }
  }
}
