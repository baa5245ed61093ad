import Testing

@testable import ClauseIndex

@Suite("compare")
struct CompareTests {
  private static let parrots =
    "Orders that a talking parrot places by voice are not binding on the keeper of the parrot."
  private static let geese =
    "A journey may wait for as long as geese cross the road, and no fare is owed for the waiting."

  private let small: Searcher

  init() throws {
    small = try SmallIndex([
      SmallDocument("Alpha", "# Terms\n\n## Parrots\n\n\(Self.parrots)\n\n## Geese\n\n\(Self.geese)\n"),
      SmallDocument("Beta", "# Rules\n\n## Waiting\n\n\(Self.geese)\n\n## Birds\n\n\(Self.parrots)\n"),
      SmallDocument("Gamma", "# Terms\n\n## Parrots\n\n\(Self.parrots)\n"),
      SmallDocument("Delta", "Privacy Policy", Prose.terms("Delta")),
    ]).searcher()
  }

  @Test("the same provision stands in one row, whatever its place and title")
  func sameRow() throws {
    let answer = try small.compare(["alpha", "beta", "gamma"])
    #expect(answer.rows.map(\.sharing) == [3, 2], "the most shared first")
    #expect(answer.rows[0].cells.map(\.platform) == ["alpha", "beta", "gamma"])
    #expect(answer.rows[0].cells.allSatisfy { $0.text == Self.parrots })
    #expect(answer.rows[1].cells.allSatisfy { $0.text == Self.geese })
    #expect(answer.only.values.allSatisfy { $0 == 0 })
  }

  @Test("every clause of the platforms stands in one row, and a row has one of each platform at most")
  func complete() throws {
    let searcher = try SampleIndex.searcher
    let names = ["boskamott", "boskango"]
    let answer = try searcher.compare(names, termsTypes: ["Terms of Service"])
    let ids = answer.rows.flatMap { $0.cells.map(\.clause) }
    #expect(Set(ids).count == ids.count)
    let held = try searcher.documentSummaries([Filter(.platform, names)]).filter {
      answer.termsTypes.contains($0.termsType)
    }
    #expect(ids.count == held.reduce(0) { $0 + $1.clauses })
    for row in answer.rows {
      #expect(Set(row.cells.map(\.platform)).count == row.cells.count && row.sharing == row.cells.count)
      #expect((row.score == nil) == (row.sharing == 1))
    }
    for name in names {
      #expect(answer.only[name] ?? 0 == answer.rows.count { $0.sharing == 1 && $0.cells[0].platform == name })
    }
  }

  @Test("a terms type that a platform lacks is noted, and none in common is said")
  func missingTypes() throws {
    let answer = try small.compare(["alpha", "delta"])
    #expect(answer.rows.isEmpty && answer.notes.contains { $0.contains("--terms") })
    let chosen = try small.compare(["alpha", "delta"], termsTypes: ["Privacy Policy"])
    #expect(chosen.notes.contains { $0.contains("Privacy Policy") && $0.contains("Alpha") })
    #expect(chosen.rows.allSatisfy { $0.cells.map(\.platform) == ["delta"] })
  }

  @Test("by query, each platform's best clause stands beside the others', and those with none are named")
  func byQuery() throws {
    let answer = try small.compare(Query("geese"), ["alpha", "gamma", "beta"])
    #expect(answer.rows.count == 1)
    #expect(answer.rows[0].cells.map(\.platform) == ["alpha", "beta"])
    #expect(answer.notes.contains { $0.contains("gamma") })
    #expect(throws: IndexError.self) { try small.compare(["alpha", "omega"]) }
  }
}
