import Foundation
import Testing

@testable import ClauseIndex

@Suite("Questions about the types of clauses")
struct TypeQuestionsTests {
  private let index: SmallIndex
  private let searcher: Searcher

  init() throws {
    index = try SmallTypes.index()
    searcher = try index.searcher()
  }

  /// The record id of the one clause of a platform that a query finds.
  private func clause(_ query: String, at platform: String) throws -> String {
    let hits = try searcher.search(Query("\(query) platform:\(platform)"), everyHit: true).hits
    return try #require(hits.first).clause
  }

  @Test("why: the rules that decided are told with their words, their sentence and their place")
  func why() throws {
    let id = try clause("parrot", at: "beta")
    let answer = try searcher.why(id.lowercased())
    #expect(answer.clause == id && answer.platformName == "Beta" && answer.termsType == "Terms of Service")
    #expect(answer.title == "Parrots" && answer.text.hasSuffix("The keeper pays double."))
    #expect(answer.types.map(\.type) == ["parrot-orders"])
    let reason = answer.types[0]
    #expect(reason.isTyped && reason.confidence == 0.8 && reason.name == "Orders by parrots")
    #expect(reason.severity == .high && reason.severityReason == "The keeper pays twice.")
    let match = try #require(reason.evidence.first)
    #expect(match.role == "strong" && match.pattern == "order* ..6 parrot* ..6 (bind|binds|binding)")
    #expect(match.words == "Orders that your parrot places with us are binding" && match.place == "text")
    #expect(match.sentence == match.words + " on you as the keeper of the parrot" && match.excludedBy == nil)
    #expect(throws: IndexError.unknownID(id: "CL-0000000000", kind: "clause")) {
      try searcher.why("CL-0000000000")
    }
  }

  @Test("why: a passage is read like a clause, and what comes near is told as not enough")
  func whyText() throws {
    let near = try searcher.why(text: "A talking bird is welcome.")
    #expect(near.clause == nil && near.platformName == nil && near.text == "A talking bird is welcome.")
    #expect(near.types.map(\.type) == ["parrot-orders"] && !near.types[0].isTyped)
    #expect(near.types[0].severity == nil && near.types[0].evidence.map(\.words) == ["talking bird"])
    #expect(try searcher.why(text: "The office opens at nine.").types.isEmpty)
    let both = try searcher.why(text: "Don’t feed our geese. An order of a parrot is binding.")
    #expect(both.types.map(\.type) == ["parrot-orders", "goose-feeding"] && both.types.allSatisfy(\.isTyped))
    #expect(both.types[1].evidence.map(\.words) == ["Don’t feed our geese"], "as it is written")
    #expect(
      both.types[0].severity == .medium && both.types[0].severityReason == "The keeper pays for the parrot.")
  }

  @Test("why: what an exclusion takes away is told with the pattern that does")
  func whyExcluded() throws {
    var catalogue = try SmallTypes.catalogue()
    catalogue.types[1].rules.exclude = ["ducks only"]
    let searcher = try SmallIndex([SmallDocument("Alpha", "# Terms\n\nNothing here.\n")], types: catalogue)
      .searcher()
    let answer = try searcher.why(text: "Do not feed geese, ducks only. Do not feed the geese.")
    #expect(answer.types.map(\.isTyped) == [true])
    #expect(answer.types[0].evidence.map(\.excludedBy) == ["ducks only", nil])
  }

  @Test("why agrees with what the build stored, for two hundred clauses of the sample")
  func agrees() throws {
    let searcher = try SampleIndex.searcher
    let hits = try ["category:disputes", "severity:high", "type:change-notice", "data"].flatMap {
      try searcher.search(Query($0), limit: 50, everyHit: true).hits
    }
    var typed = 0
    for id in hits.map(\.clause).distinct {
      let stored = try searcher.show(id).types
      let found = try searcher.why(id).types.filter(\.isTyped)
      #expect(found.map(\.type).sorted() == stored.map(\.type).sorted(), "\(id)")
      for reason in found {
        let other = try #require(stored.first { $0.type == reason.type })
        #expect(other.severity == reason.severity && other.severityReason == reason.severityReason, "\(id)")
        #expect(abs(other.confidence - reason.confidence) < 1e-9, "\(id)")
        #expect(reason.evidence.contains { $0.excludedBy == nil && !$0.words.isEmpty }, "\(id)")
      }
      typed += found.count
    }
    #expect(typed > 150)
  }

  @Test("show: a record has the types of its clause with meaning, law, severity and how many share them")
  func show() throws {
    let beta = try searcher.show(try clause("parrot", at: "beta"))
    #expect(beta.types.map(\.type) == ["parrot-orders"])
    let type = beta.types[0]
    #expect(type.name == "Orders by parrots" && type.category == "Birds" && type.confidence == 0.8)
    #expect(type.severity == .high && type.severityCondition == "pays double")
    #expect(type.severityReason == "The keeper pays twice." && type.whyItMatters == "Parrots talk.")
    #expect(
      type.regulations.map { "\($0.name), \($0.article) (\($0.jurisdiction))" } == [
        "Bird Act, s. 1 (ZZ)", "Bird Act, s. 7 (ZZ)",
      ])
    #expect(type.sharing == 3 && type.able == 4)
    #expect(type.parameters.map(\.value) == ["30 days"] || type.parameters.isEmpty)
    let alpha = try searcher.show(try clause("parrot", at: "alpha"))
    #expect(alpha.types[0].severity == .medium && alpha.types[0].severityCondition == nil)
    #expect(try searcher.show(try clause("talking", at: "delta")).types.isEmpty, "near is not enough")
  }

  @Test("show: the other serious clauses of the document are named, those of the highest severity alone")
  func serious() throws {
    let lamps = try searcher.show(try clause("lamps", at: "beta"))
    #expect(lamps.serious.map(\.title) == ["Parrots"] && lamps.serious[0].severity == .high)
    #expect(lamps.serious[0].types == ["Orders by parrots"])
    let harsh = try clause("parrot", at: "beta")
    #expect(lamps.serious[0].clause == harsh)
    let parrots = try searcher.show(try clause("parrot", at: "beta"))
    #expect(parrots.serious.isEmpty, "a clause is not named beside itself")
    let hours = try searcher.show(try clause("office", at: "alpha"))
    #expect(hours.serious.map(\.severity) == [.medium], "where none is high, those of medium; low ones never")
  }

  private func found(_ query: String) throws -> [String] {
    try searcher.search(Query(query), everyHit: true).hits.map { "\($0.platform) \($0.title)" }.sorted()
  }

  @Test("search: filters on type, category, severity and law let through the clauses that are of them")
  func filters() throws {
    let parrots = ["alpha Parrots", "beta Parrots", "epsilon Animals"]
    #expect(try found("type:parrot-orders") == parrots)
    #expect(try found("type:\"Orders by parrots\"") == parrots, "by name as well")
    #expect(try found("type:Parrot-Orders keeper") == ["alpha Parrots", "beta Parrots"])
    #expect(try found("keeper -double type:parrot-orders") == ["alpha Parrots"])
    #expect(try found("category:birds") == (parrots + ["alpha Geese"]).sorted())
    #expect(
      try found("category:weather") == ["beta Hail"] && (try found("category:Weather")) == ["beta Hail"])
    #expect(try found("severity:high") == ["beta Hail", "beta Parrots"])
    #expect(try found("severity:LOW") == ["alpha Geese"])
    #expect(try found("severity:high severity:low") == ["alpha Geese", "beta Hail", "beta Parrots"])
    #expect(try found("regulation:bird-act") == parrots && (try found("regulation:\"Bird Act\"")) == parrots)
    #expect(try found("type:goose-feeding type:hail-warning") == ["alpha Geese", "beta Hail"])
    #expect(try found("type:parrot-orders platform:alpha") == ["alpha Parrots"])
    #expect(try found("type:parrot-orders terms:\"Privacy Policy\"") == [])
    #expect(try found("talking bird type:parrot-orders") == [], "near is not enough")
  }

  @Test("search: all filters on types must hold for one and the same type of a clause")
  func together() throws {
    #expect(try found("type:parrot-orders severity:high") == ["beta Parrots"])
    #expect(try found("type:parrot-orders category:weather") == [])
    #expect(try found("category:birds severity:high regulation:bird-act") == ["beta Parrots"])
    // A clause of two types, one of them of high severity, is not of the other in that severity.
    let text = "# Terms\n\n## Both\n\nYou must not feed the geese, and we warn you of hail.\n"
    let searcher = try SmallIndex([SmallDocument("Alpha", text)], types: SmallTypes.catalogue()).searcher()
    func count(_ query: String) throws -> Int { try searcher.search(Query(query)).total }
    #expect(try count("type:goose-feeding") == 1 && (try count("severity:high")) == 1)
    #expect(try count("type:goose-feeding severity:high") == 0)
    #expect(try count("type:hail-warning severity:high") == 1)
    #expect(try count("category:birds regulation:hail-code") == 0)
  }

  @Test("search: a value that nothing is known by is noted, with a near name")
  func unknownValues() throws {
    func notes(_ query: String) throws -> [String] { try searcher.search(Query(query)).notes }
    for (query, says) in [
      ("type:parrot-order", "there is no type “parrot-order”; did you mean parrot-orders?"),
      ("category:brids", "there is no category “brids”; did you mean birds?"),
      ("severity:hihg", "there is no severity “hihg”; did you mean high?"),
      ("regulation:bird-atc", "there is no regulation “bird-atc”; did you mean bird-act?"),
    ] {
      let told = try notes(query)
      #expect(told.contains { $0.hasPrefix(says.dropLast()) }, "\(told)")
      #expect(try found(query) == [])
    }
    #expect(try notes("type:dragons") == ["there is no type “dragons”"])
    #expect(try notes("type:parrot-orders severity:high").isEmpty)
    #expect(
      try found("severity:grave severity:high") == ["beta Hail", "beta Parrots"],
      "the values that are known still hold")
  }

  @Test("prevalence of a query: the filters on types say which clauses count")
  func prevalence() throws {
    func sharing(_ query: String) throws -> [String] {
      try searcher.prevalence(of: Query(query)).platforms.filter { $0.verdict == .shares }
        .map(\.platform).sorted()
    }
    #expect(try sharing("parrot") == ["alpha", "beta", "epsilon"])
    #expect(try sharing("parrot severity:high") == ["beta"])
    #expect(try sharing("bird type:parrot-orders") == [])
    let noted = try searcher.prevalence(of: Query("parrot type:parrot-order"))
    #expect(noted.sharing == 0 && noted.notes.contains { $0.contains("did you mean parrot-orders?") })
  }

  @Suite("A verdict")
  struct Verdicts {
    private func verdicts(
      _ documents: [SmallDocument], _ type: String = "parrot-orders", termsTypes: [String]? = nil
    ) throws -> [String: TypeVerdict] {
      let searcher = try SmallIndex(documents, further: ["Silent"], types: SmallTypes.catalogue()).searcher()
      let matrix = try searcher.matrix(termsTypes: termsTypes, types: [type])
      let answer = try searcher.prevalence(ofType: type, termsTypes: termsTypes)
      for row in answer.platforms {
        #expect(matrix.first { $0.platform == row.platform }?.verdict == row.verdict, "\(row.platform)")
      }
      return Dictionary(uniqueKeysWithValues: matrix.map { ($0.platform, $0) })
    }

    private let order = "# Rules\n\nAn order of a parrot is binding.\n"
    private let hours = "# Rules\n\nThe office opens at nine on all days.\n"

    @Test("is shares with such a clause, lacks with a document in which it could stand, else unknown")
    func three() throws {
      let found = try verdicts([
        SmallDocument("Alpha", order), SmallDocument("Beta", hours),
        SmallDocument("Gamma", "Privacy Policy", hours), SmallDocument("Delta", "Privacy Policy", order),
        SmallDocument("Eta", "# Rules\n\nA talking bird is welcome at our office.\n"),
      ])
      let verdicts = found.mapValues(\.verdict)
      #expect(
        verdicts == [
          "alpha": .shares, "beta": .lacks, "gamma": .unknown, "delta": .shares, "eta": .lacks,
          "silent": .unknown,
        ])
      #expect(found["alpha"]?.clauses.count == 1 && found["alpha"]!.confidence == 0.8)
      #expect(found["beta"]?.clauses == [] && found["silent"]?.confidence == 0)
      #expect(found["eta"]?.clauses.count == 1, "the nearest clause is shown")
      #expect(found["eta"]!.confidence < found["beta"]!.confidence, "and makes the verdict less sure")
    }

    @Test("is the surer the more clauses it rests on, and shows five of them")
    func more() throws {
      let many = (1...7).map { "## Rule \($0)\n\nOrder \($0) of a parrot is binding at our counter \($0).\n" }
      let found = try verdicts([
        SmallDocument("Alpha", order), SmallDocument("Beta", "# Rules\n\n" + many.joined(separator: "\n")),
      ])
      #expect(found["beta"]!.confidence > found["alpha"]!.confidence && found["beta"]!.confidence < 1)
      #expect(found["beta"]!.clauses.count == 5 && Set(found["beta"]!.clauses).count == 5)
    }

    @Test("rests less on a document in which such a clause does not normally stand")
    func elsewhere() throws {
      let twice = "# Rules\n\nAn order of a parrot is binding, and what a parrot says is a contract.\n"
      let found = try verdicts([
        SmallDocument("Alpha", "Community Guidelines", order),
        SmallDocument("Beta", "Community Guidelines", twice),
        SmallDocument("Gamma", "Community Guidelines", order), SmallDocument("Gamma", hours),
      ])
      #expect(found["alpha"]?.verdict == .unknown, "one pattern there is not enough")
      #expect(found["gamma"]?.verdict == .lacks)
      #expect(found["alpha"]?.clauses.count == 1, "but it is the nearest clause")
      #expect(found["beta"]?.verdict == .shares && found["beta"]!.confidence < 0.6)
      let geese = "# Rules\n\nYou must not feed the geese.\n"
      let there = try verdicts([SmallDocument("Alpha", "Community Guidelines", geese)], "goose-feeding")
      #expect(there["alpha"]?.verdict == .shares, "that document is named by the type")
    }

    @Test("is about the documents that are looked at alone")
    func looked() throws {
      let found = try verdicts(
        [SmallDocument("Alpha", order), SmallDocument("Alpha", "Privacy Policy", hours)],
        termsTypes: ["Privacy Policy"])
      #expect(found["alpha"]?.verdict == .unknown && found["alpha"]?.clauses == [])
    }
  }

  @Test("the matrix has a verdict for every platform and type, in order, or for some of them")
  func matrix() throws {
    let all = try searcher.matrix()
    #expect(all.count == 6 * 3)
    #expect(all.prefix(3).map(\.type) == ["parrot-orders", "goose-feeding", "hail-warning"])
    #expect(all.map(\.platform).distinct == searcher.platforms.map(\.id))
    let some = try searcher.matrix(types: ["hail-warning"], platforms: ["beta", "alpha"])
    #expect(some.map { "\($0.platform) \($0.verdict.rawValue)" } == ["alpha unknown", "beta shares"])
    let id = try #require(some.last?.clauses.first)
    #expect(try searcher.show(id).title == "Hail")
    #expect(throws: IndexError.self) { try searcher.matrix(types: ["hail-warnin"]) }
  }
}
