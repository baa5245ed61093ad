import Testing

@testable import ClauseIndex

@Suite("missing")
struct MissingTests {
  private static let geese = "## Geese\n\nYou must not feed the geese.\n\n"
  private static let parrots = "## Parrots\n\nOrders that a parrot places are binding on its keeper.\n\n"
  private static let hours =
    "## Hours\n\nThe office opens at nine and closes when the last visitor has left.\n"

  /// Six farms: five forbid to feed geese, two speak of parrots; Lark has neither.
  ///
  /// Crow is alone in its sector.
  private func index(larks text: String = Self.hours) throws -> Searcher {
    var documents = [
      SmallDocument("Lark", "# Terms\n\n\(text)"), SmallDocument("Crow", "# Terms\n\n\(Self.hours)"),
    ]
    for (number, name) in ["Ash", "Birch", "Cedar", "Elm", "Fir"].enumerated() {
      documents.append(
        SmallDocument(name, "# Terms\n\n" + Self.geese + (number < 2 ? Self.parrots : "") + Self.hours))
    }
    for name in ["Ash", "Birch", "Cedar"] {
      documents.append(
        SmallDocument(name, "Privacy Policy", "# Privacy\n\n## Hail\n\nWe warn you of hail.\n"))
    }
    return try SmallIndex(
      documents, types: SmallTypes.catalogue(),
      sectors: Dictionary(
        uniqueKeysWithValues: ["Lark", "Ash", "Birch", "Cedar", "Elm", "Fir"].map { ($0, "farm") })
    ).searcher()
  }

  @Test("lists what enough peers have and it lacks, with the counts and a peer's clause")
  func missing() throws {
    let searcher = try index()
    let answer = try searcher.missing("Lark")
    #expect(answer.isSector && answer.peers == 5 && answer.sector == "farm")
    #expect(answer.missing.map(\.type) == ["goose-feeding"])
    let geese = try #require(answer.missing.first)
    #expect(geese.sharing == 5 && geese.able == 5 && geese.share == 1)
    #expect(geese.sharingOfAll == 5 && geese.ableOfAll == 7, "Lark and Crow lack it")
    let example = try #require(geese.exampleClause)
    #expect(try searcher.show(example).platform == geese.example)
    #expect(answer.sharing + answer.lacking + answer.unknown == answer.total && answer.total == 3)
    #expect(
      try searcher.missing("lark", minShare: 0.3).missing.map(\.type) == ["goose-feeding", "parrot-orders"])
    #expect(try searcher.missing("lark", minShare: 0.3, limit: 1).missing.count == 1)
  }

  @Test("what can't be told is apart, with the documents that are missing")
  func untold() throws {
    let untold = try index().missing("lark").untold
    #expect(untold.map(\.type) == ["hail-warning"] && untold[0].termsTypes == ["Privacy Policy"])
    #expect(untold[0].sharing == 3 && untold[0].able == 3)
  }

  @Test("the nearest text is a clause that rules matched in part, else the one most like the model clauses")
  func nearest() throws {
    let rules = try index(larks: "## Pets\n\nA talking bird is welcome.\n\n" + Self.hours)
      .missing("lark", minShare: 0.3)
    let parrots = try #require(rules.missing.first { $0.type == "parrot-orders" })
    #expect(parrots.foundBy == .rules && parrots.excerpt == "A talking bird is welcome.")
    #expect((parrots.score ?? 1) < Confidence.typed)

    let words = try index(larks: "## Birds\n\nPlease leave it to us to feed the geese.\n\n" + Self.hours)
      .missing("lark")
    let geese = try #require(words.missing.first)
    #expect(geese.foundBy == .words && geese.excerpt == "Please leave it to us to feed the geese.")
    #expect(geese.title == "Birds" && geese.termsType == "Terms of Service")
  }

  @Test("where the sector has too few others, all platforms are the peers; the platform itself never is")
  func allPlatforms() throws {
    let answer = try index().missing("crow")
    #expect(!answer.isSector && answer.peers == 6)
    #expect(answer.missing.map(\.type) == ["goose-feeding"])
    #expect(answer.missing[0].sharing == 5 && answer.missing[0].able == 6)
    #expect(throws: IndexError.self) { try index().missing("raven") }
  }
}
