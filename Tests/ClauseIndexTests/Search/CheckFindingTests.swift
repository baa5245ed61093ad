import Testing

@testable import ClauseIndex

/// Twelve farms with clauses on parrots that are returned within thirty days, one of them at double price.
@Suite("What is unusual in a draft")
struct CheckFindingTests {
  private static let keeper =
    "Orders that your parrot places with us are binding on you as the keeper of the parrot. "
  private static let hours =
    "## Hours\n\nThe office opens at nine and closes when the last visitor has left.\n"

  private func index() throws -> SmallIndex {
    let names = [
      "Ash", "Birch", "Cedar", "Dill", "Elm", "Fir", "Gorse", "Hazel", "Iris", "Juniper", "Kale", "Lime",
    ]
    let documents = names.enumerated().map { number, name in
      let days = number == 0 ? "fourteen days" : "thirty days"
      let double = number == 0 ? " The keeper pays double." : ""
      return SmallDocument(
        name,
        "# Terms\n\n## Parrots\n\n\(Self.keeper)What a parrot says makes a contract that ends within \(days) of the day on which it was made.\(double)\n\n\(Self.hours)"
      )
    }
    return try SmallIndex(documents, types: SmallTypes.catalogue())
  }

  private func findings(_ text: String) throws -> [CheckFinding] {
    let index = try index()
    defer { withExtendedLifetime(index) {} }
    let answer = try index.searcher().check(text: "# Terms of Service\n\n## Parrots\n\n\(text)\n")
    return answer.clauses.flatMap(\.findings)
  }

  @Test("a clause graver than those of the others, with how many have one as grave")
  func severity() throws {
    let found = try findings("\(Self.keeper)The keeper pays double.")
    let grave = try #require(found.first { $0.kind == .severity })
    #expect(grave.count == 1 && grave.of == 12 && grave.type == "parrot-orders" && grave.attention == .high)
    #expect(grave.text.contains("The keeper pays twice."), "the reason of the condition")
    #expect(!(try findings(Self.keeper)).contains { $0.kind == .severity })
  }

  @Test("a type that few have")
  func rareType() throws {
    let found = try findings("You must not feed the geese that walk about the yard in the morning.")
    let rare = try #require(found.first { $0.kind == .rareType })
    #expect(rare.type == "goose-feeding" && rare.count == 0 && rare.of == 12)
    #expect(rare.text.hasPrefix("None of the 12 platforms"))
    #expect(!(try findings(Self.keeper)).contains { $0.kind == .rareType })
  }

  @Test(
    "a period outside of what is usual, with the figures",
    arguments: [
      ("two years", "longer", 0), ("three days", "shorter", 0), ("fourteen days", "shorter", 1),
      ("thirty days", "", 0),
    ])
  func period(_ period: String, _ word: String, _ count: Int) throws {
    let found = try findings(
      "\(Self.keeper)What a parrot says makes a contract that ends within \(period) of the day on which it was made."
    )
    let unusual = found.first { $0.kind == .parameter }
    if word.isEmpty {
      #expect(unusual == nil)
    } else {
      let unusual = try #require(unusual, "\(found.map(\.text))")
      #expect(unusual.parameter == "return_period" && unusual.count == count && unusual.of == 12)
      #expect(unusual.text.contains("\(word) than usual: of 12 platforms"), "\(unusual.text)")
    }
  }

  @Test("names are compared by country, and sums only with those of the same currency")
  func names() throws {
    let type = ClauseType.known(
      strong: ["governed by"],
      parameters: [ParameterRule(id: "law", kind: .law, near: "")],
      models: ["This is governed by the laws of France."])
    let catalogue = TypeCatalogue(categories: [TypeCategory(id: "tests", name: "Tests")], types: [type])
    let documents = (0..<12).map { number in
      let law = number < 6 ? "the State of California" : "England and Wales"
      return SmallDocument(
        "P\(number)", "# Terms\n\n## Law\n\nThese terms are governed by the laws of \(law).\n\n\(Self.hours)")
    }
    let index = try SmallIndex(documents, types: catalogue)
    defer { withExtendedLifetime(index) {} }
    let searcher = try index.searcher()
    func law(_ law: String) throws -> CheckFinding? {
      try searcher.check(
        text:
          "# Terms of Service\n\n## Law\n\nThese terms are governed by the laws of \(law), whoever you are.\n"
      ).clauses.flatMap(\.findings).first { $0.kind == .parameter }
    }
    let vanuatu = try #require(try law("Vanuatu"))
    #expect(vanuatu.text.contains("of 12 platforms that state it, none names it"), "\(vanuatu.text)")
    #expect(vanuatu.text.contains("United States (6)") && vanuatu.text.contains("United Kingdom (6)"))
    #expect(try law("the State of Texas") == nil, "the country is usual")
  }
}
