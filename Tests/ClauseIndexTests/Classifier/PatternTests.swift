import Testing

@testable import ClauseIndex

private let sets = [
  "we": "we|us|ourname|company", "bird": "parrot*|goose|guinea fowl", "small": "{bird}|bee",
  "deny": "do not|never",
]

/// Whether a pattern holds in a clause.
private func holds(_ pattern: String, _ clause: ClassifiedText, names: [String] = []) throws -> Bool {
  var reader = try TypeReader([.known(strong: [pattern])], sets: sets)
  return !reader.types(clause, names: names).isEmpty
}

private func holds(_ pattern: String, _ text: String) throws -> Bool {
  try holds(pattern, ClassifiedText(text))
}

/// So many words that stand in no pattern.
private func filler(_ count: Int) -> String { Array(repeating: "so", count: count).joined(separator: " ") }

@Suite("The pattern language")
struct PatternTests {
  @Suite("A sequence")
  struct Sequences {
    @Test(
      "takes words in their order, side by side where no gap is written",
      arguments: [
        ("feed geese", "You may feed geese.", true), ("feed geese", "Geese feed.", false),
        ("feed geese", "Feed the geese.", false), ("feed geese", "FEED GEESE!", true),
        ("feed", "They are feeding.", false), ("feed geese feed", "Feed geese, feed.", true),
        ("feed feed", "Feed.", false),
      ])
    func order(_ pattern: String, _ text: String, _ expected: Bool) throws {
      #expect(try holds(pattern, text) == expected)
    }

    @Test("leaves out as many words as its gap says, and not one more", arguments: [0, 1, 3, 8, 20, 60])
    func gaps(_ gap: Int) throws {
      #expect(try holds("feed ..\(gap) geese", "feed \(filler(gap)) geese"))
      #expect(try holds("feed ..\(gap) geese", "feed geese"))
      #expect(try !holds("feed ..\(gap) geese", "feed \(filler(gap + 1)) geese"))
    }

    @Test("leaves out at most eight words where the gap has no number")
    func usualGap() throws {
      #expect(try holds("feed .. geese", "feed \(filler(8)) geese"))
      #expect(try !holds("feed .. geese", "feed \(filler(9)) geese"))
    }

    @Test("begins anew at a later word where an earlier one leads nowhere")
    func backtracking() throws {
      #expect(try holds("feed ..2 geese", "feed \(filler(5)) feed the geese"))
      #expect(try holds("feed ..3 geese ..1 bread", "feed geese so geese bread"))
      #expect(try !holds("feed ..1 geese ..1 bread", "feed so so geese bread"))
      #expect(
        try holds("(feed|feed the) geese", "feed the geese"), "the longer alternative, if the shorter fails")
    }

    @Test(
      "may do without what is optional, be it a word, a bracket or a set",
      arguments: [
        ("feed the? geese", "feed geese", true), ("feed the? geese", "feed the geese", true),
        ("feed the? geese", "feed all geese", false),
        ("feed (all|some of)? geese", "feed some of geese", true),
        ("feed (all|some of)? geese", "feed geese", true), ("feed {deny}? geese", "feed do not geese", true),
        ("feed {deny}? geese", "feed do geese", false), ("so? feed", "feed", true),
        ("feed geese?", "feed", true), ("feed well-fed? geese", "feed well fed geese", true),
        ("feed well-fed? geese", "feed geese", true), ("feed well-fed? geese", "feed well geese", false),
        ("feed ..2 the? geese", "feed so so geese", true),
        ("feed ..2 the? geese", "feed so so the geese", true),
        ("feed ..2 the? geese", "feed so the so geese", false),
        ("feed ..2 the? geese", "feed so so so geese", false), ("licen*? key", "key", true),
      ])
    func optional(_ pattern: String, _ text: String, _ expected: Bool) throws {
      #expect(try holds(pattern, text) == expected)
    }

    @Test(
      "takes any ending where a word ends with a star",
      arguments: [
        ("arbitrat*", "arbitration", true), ("arbitrat*", "Arbitrators", true),
        ("arbitrat*", "arbitrary", false),
        ("licen*", "licence", true), ("licen*", "license", true), ("order*", "order", true),
        ("order*", "disorder", false), ("opt-out*", "opt outs", true),
        ("(personali*|tailor*) it", "personalise it", true),
      ])
    func prefixes(_ pattern: String, _ text: String, _ expected: Bool) throws {
      #expect(try holds(pattern, text) == expected)
    }

    @Test(
      "takes one of the alternatives of a bracket, each of one word or more",
      arguments: [
        ("(opt out|decline) of it", "opt out of it", true),
        ("(opt out|decline) of it", "decline of it", true),
        ("(opt out|decline) of it", "opt of it", false), ("(opt out|decline) of it", "out of it", false),
        ("( opt out | decline ) of", "opt out of", true), ("by {we}", "by us", true),
        ("by {we}", "by you", false),
        ("{bird} sings", "The guinea fowl sings.", true), ("{bird} sings", "Parrots sings", true),
        ("{small} sings", "bee sings", true), ("{small} sings", "the guinea fowl sings", true),
        ("(by {we}|with you) now", "by us now", true), ("(by {we}|with you) now", "with us now", false),
      ])
    func alternatives(_ pattern: String, _ text: String, _ expected: Bool) throws {
      #expect(try holds(pattern, text) == expected)
    }

    @Test(
      "multiplies out the brackets that stand in brackets",
      arguments: [
        ("not sell data", true), ("not rent data", true), ("never share data", true),
        ("never share or lease data", true), ("never lease data", false), ("not share data", false),
        ("never share or data", false), ("not sell", false),
      ])
    func nested(_ text: String, _ expected: Bool) throws {
      #expect(try holds("(not (sell|rent)|never share (or lease)?) data", text) == expected)
    }

    @Test(
      "takes a number in digits or in words for a cross",
      arguments: [
        ("30 days", true), ("1,000 days", true), ("1.5 days", true), ("thirty days", true),
        ("thirty-one days", true),
        ("a hundred days", true), ("30-days", true), ("many days", false), ("3rd days", false),
        ("days", false),
      ])
    func numbers(_ text: String, _ expected: Bool) throws {
      #expect(try holds("# days", "within \(text) of it") == expected)
    }

    @Test("is read like the text: contractions, hyphens, accents and letter case make no difference")
    func sameReading() throws {
      for text in ["We don't opt-out.", "we DON’T opt out", "We do not opt-out"] {
        #expect(try holds("we don't opt-out", text) && (try holds("we do not opt out", text)))
        #expect(try holds("(can't|don’t) Opt", text))
      }
      #expect(try holds("résumé", "your resume") && (try holds("resume", "your Résumé")))
      #expect(try holds("$ 100", "$100") && (try holds("$100", "US$ 100")))
    }
  }

  @Suite("A condition")
  struct Conditions {
    @Test(
      "on the sentence looks before and after the sequence, and in no other sentence",
      arguments: [
        ("sell & data", "Data are what we sell.", true),
        ("sell & data", "We sell hats. We keep data.", false),
        ("sell ! not", "We sell hats.", true), ("sell ! not", "We do not sell hats.", false),
        ("sell ! not", "We sell, or not.", false), ("sell ! not", "We do not cry. We sell hats.", true),
        ("sell ! not", "We do not sell hats. We sell data.", true),
        ("sell & (your|our) ..1 data", "Your own data we sell.", true),
      ])
    func sentence(_ pattern: String, _ text: String, _ expected: Bool) throws {
      #expect(try holds(pattern, text) == expected)
    }

    @Test(
      "on the clause looks in all its sentences",
      arguments: [
        ("sell + data", "We sell hats. We keep data.", true), ("sell + data", "We sell hats.", false),
        ("sell + data", "We keep data.", false), ("sell !+ data", "We sell hats.", true),
        ("sell !+ data", "We keep data. We sell hats.", false), ("sell !+ data", "We sell data.", false),
      ])
    func clause(_ pattern: String, _ text: String, _ expected: Bool) throws {
      #expect(try holds(pattern, text) == expected)
    }

    @Test("on what stands above looks in title, headings and lead-in, and not in the text")
    func above() throws {
      let places = [
        ClassifiedText(title: "Your data", text: "We sell it."),
        ClassifiedText(heading: "Terms › Your data", text: "We sell it."),
        ClassifiedText(leadIn: "As to your data,", text: "we sell it."),
      ]
      for clause in places {
        #expect(try holds("sell it @ your data", clause), "\(clause)")
        #expect(try !holds("sell it !@ data", clause), "\(clause)")
      }
      let text = ClassifiedText(title: "Hats", heading: "Terms › Shop", text: "We sell it. Your data.")
      #expect(try !holds("sell it @ your data", text))
      #expect(try holds("sell it !@ your data", text))
      #expect(
        try !holds("sell it @ terms your", places[1]),
        "a sequence does not go on from one heading to the next")
    }

    @Test("must hold beside all the others")
    func several() throws {
      let pattern = "sell & data ! never + hats !+ bees @ shop !@ zoo"
      let clause = ClassifiedText(title: "Shop", text: "We sell data. We wear hats.")
      #expect(try holds(pattern, clause))
      for (title, text) in [
        ("Zoo shop", clause.text), ("Hall", clause.text), ("Shop", "We sell data."),
        ("Shop", "We never sell data. We wear hats."), ("Shop", "We sell seeds. We wear hats."),
        ("Shop", "We sell data. We wear hats. We keep bees."),
      ] {
        #expect(try !holds(pattern, ClassifiedText(title: title, text: text)), "\(title): \(text)")
      }
    }

    @Test("of a heading pattern counts as that of any other")
    func ofHeading() throws {
      func confidence(_ clause: ClassifiedText) throws -> Double? {
        var reader = try TypeReader([.known(likely: ["sell"], heading: ["shop @ data"])])
        return reader.confidences(clause)["type"]
      }
      #expect(try confidence(ClassifiedText(title: "Shop", heading: "Your data", text: "We sell.")) == 0.65)
      #expect(try confidence(ClassifiedText(title: "Shop", heading: "Your hats", text: "We sell.")) == 0.3)
    }
  }

  @Suite("A sentence")
  struct SentenceRules {
    @Test("is not joined with the next one")
    func apart() throws {
      #expect(try !holds("parrots ..3 bind", "We like parrots. Orders bind."))
      #expect(try !holds("parrots ..3 bind", "We like parrots\nOrders bind"))
      #expect(try holds("parrots ..3 bind", "Parrots e.g. macaws bind."))
    }

    @Test("that leads into a list is read before the item's first sentence, and not before the others")
    func leadIn() throws {
      let clause = ClassifiedText(leadIn: "You must not", text: "scrape the site. Copy nothing.")
      #expect(try holds("must not scrape", clause))
      #expect(try !holds("must not ..4 copy", clause))
      #expect(try holds("must not", ClassifiedText(leadIn: "You must not", text: "")))
      let long = ClassifiedText(
        leadIn: "never \(filler(100)) you must not", text: "scrape the site")
      #expect(try holds("must not scrape", long) && (try !holds("never & scrape", long)), "its end is kept")
    }

    @Test("that ends with a colon is read before each line of the list that follows it in the text")
    func list() throws {
      let text = "You must not:\nfeed geese;\nshout at swans. Sing softly."
      #expect(try holds("must not feed", text) && (try holds("must not shout", text)))
      #expect(try !holds("must not ..6 sing", text), "what follows in the same line is no item")
      #expect(try !holds("feed geese shout", text))
      #expect(try !holds("must not ..1 shout", "You must not shop.\nShout at swans"), "there is no colon")
    }

    @Test("keeps its lead where the item begins with a number")
    func marker() throws {
      let list = "You must not:\n3. Feed geese\n4. Harass others\n(v) Sing"
      #expect(try holds("must not harass", list) && (try holds("must not feed", list)))
      #expect(try holds("must not harass", ClassifiedText(leadIn: "You must not", text: "4. Harass others.")))
      #expect(try holds("4", ClassifiedText("4.")), "a marker alone is the text")
    }

    @Test("may be the title, unless the clause before has the same one")
    func title() throws {
      let title = "You must not feed geese"
      #expect(try holds("not feed", ClassifiedText(title: title, text: "They find grass.")))
      let repeated = ClassifiedText(title: title, text: "They find grass.", repeatsTitle: true)
      #expect(try !holds("not feed", repeated))
      #expect(try holds("grass @ feed geese", repeated), "it still stands above")
      #expect(try !holds("feed geese they", ClassifiedText(title: title, text: "They find grass.")))
    }

    @Test("speaks of the platform by its own name, where that is written with a capital")
    func ourName() throws {
      func holdsFor(_ names: [String], _ pattern: String, _ text: String) throws -> Bool {
        try holds(pattern, ClassifiedText(text), names: names)
      }
      #expect(try holdsFor(["brindle"], "ourname may", "Brindle may close it."))
      #expect(try holdsFor(["brindle"], "{we} may", "BRINDLE may close it."))
      #expect(try holdsFor(["brindle"], "brindle may", "Brindle may close it."), "it is also the word itself")
      #expect(try !holdsFor(["brindle"], "{we} may", "A brindle may bark."))
      #expect(try !holdsFor([], "{we} may", "Brindle may close it."))
      #expect(try !holdsFor(["brindle"], "{we} may", "Rivals may close it."))
    }
  }

  @Test(
    "What is no pattern is told, with what to write instead",
    arguments: [
      ("(sell|rent", "'(' without ')'"), ("{we", "'{' without '}'"), ("a {wee}", "there is no set {wee}"),
      ("(a|{wee})", "there is no set {wee}"), ("(a|)", "an empty alternative"),
      ("()", "an empty alternative"),
      ("(a ..3 b|c)", "a gap '..3' between brackets"), ("a ..61 b", "'..61' is no gap"),
      ("a ..x b", "'..x' is no gap"), ("a) b", "'a)' is no word"), ("a | b", "'|' is no word"),
      ("a*b", "'a*b' is no word"), ("*", "'*' is no word"), ("a?", "asks for no word"),
      ("", "asks for no word"),
      ("(a|b)? c?", "asks for no word"), ("a &", "asks for no word"), ("& a", "asks for no word"),
      ("!!", "is no word"),
    ])
  func wrong(_ source: String, _ problem: String) throws {
    let error = try #require(throws: PatternError.self) { try PatternReader(sets: sets).pattern(source) }
    #expect(error.problem.contains(problem), "\(error.problem)")
    #expect(!error.remedy.isEmpty)
  }

  @Test("Sets that multiply to too many alternatives are refused at once, and so is a set within itself")
  func tooMany() throws {
    let reader = PatternReader(sets: [
      "many": (1...60).map { "w\($0)" }.joined(separator: "|"), "self": "a|{self}", "one": "{two}",
      "two": "b|{one}",
    ])
    #expect(try reader.pattern("({many} x)").sequence.elements[0].alternatives.count == 60)
    for source in ["({many} {many})", "({many} {many} {many} {many} {many} {many})", "{self}", "a {one}"] {
      #expect(throws: PatternError.self, "\(source)") { try reader.pattern(source) }
    }
  }
}
