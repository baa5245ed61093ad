import GRDB
import Testing

@testable import ClauseIndex

@Suite("Clause types of an index")
struct TypesTests {
  private let index: SmallIndex
  private let searcher: Searcher

  init() throws {
    index = try SmallTypes.index()
    searcher = try index.searcher()
  }

  private func counts(_ answer: TypesAnswer, _ id: String) throws -> [Int] {
    let type = try #require(answer.types.first { $0.type == id })
    return [type.sharing, type.lacking, type.unknown, type.clauses]
  }

  @Test("each is counted with the platforms that share it, lack it and can't be told")
  func list() throws {
    let answer = try searcher.types()
    #expect(answer.types.map(\.type) == ["parrot-orders", "goose-feeding", "hail-warning"])
    #expect(answer.platforms == 6)
    #expect(try counts(answer, "parrot-orders") == [3, 1, 2, 3])
    #expect(try counts(answer, "goose-feeding") == [1, 3, 2, 1])
    #expect(try counts(answer, "hail-warning") == [1, 1, 4, 1])
    #expect(answer.types[0].share == 0.75 && answer.types[0].companies == 3)
    #expect(answer.types[0].categoryName == "Birds" && answer.types[0].severity == .medium)
    #expect(answer.typed == 5 && answer.typed + answer.untyped == searcher.corpus.clauses)
  }

  @Test("with a sector only its platforms are counted, with terms types only such documents are looked at")
  func scope() throws {
    let social = try searcher.types(sector: "Social")
    #expect(social.platforms == 2 && social.sector == "social")
    #expect(try counts(social, "parrot-orders") == [2, 0, 0, 2])
    #expect(social.types[2].share == 1)
    let policies = try searcher.types(termsTypes: ["privacy policy"])
    #expect(policies.termsTypes == ["Privacy Policy"])
    #expect(try counts(policies, "parrot-orders") == [0, 0, 6, 0])
    #expect(policies.types[0].share == nil)
    #expect(policies.typed == 1)
  }

  @Test("they can be chosen by category, severity and law, and put in order")
  func chosen() throws {
    #expect(try searcher.types(category: "Weather").types.map(\.type) == ["hail-warning"])
    #expect(try searcher.types(severity: .low).types.map(\.type) == ["goose-feeding"])
    #expect(try searcher.types(regulation: "bird-act").types.map(\.type) == ["parrot-orders"])
    #expect(try searcher.types(category: "birds", severity: .high).types.isEmpty)
    func order(_ order: TypeOrder) throws -> [String] {
      try searcher.types(order: order).types.map { String($0.type.prefix(1)) }
    }
    #expect(try order(.share) == ["p", "h", "g"])
    #expect(try order(.name) == ["g", "h", "p"])
    #expect(try order(.clauses) == ["p", "g", "h"])
    #expect(try order(.severity) == ["h", "p", "g"])
  }

  @Test("a filter that names what there is not is an error with the nearest names")
  func unknownNames() throws {
    #expect(
      throws: IndexError.unknownValue("bird", of: "category", near: ["birds"], all: ["birds", "weather"])
    ) { try searcher.types(category: "bird") }
    #expect(throws: IndexError.self) { try searcher.types(sector: "nosuch") }
    #expect(throws: IndexError.self) { try searcher.types(regulation: "gdpr") }
    #expect(throws: IndexError.self) { try searcher.types(termsTypes: ["Menu"]) }
    #expect(throws: IndexError.unknownType(id: "mynah", near: ["parrot-orders"])) {
      try searcher.showType("mynah")
    }
    #expect(throws: IndexError.unknownType(id: "hail-warnin", near: ["hail-warning"])) {
      try searcher.prevalence(ofType: "hail-warnin")
    }
  }

  @Test("an index without types says so")
  func withoutTypes() throws {
    let searcher = try SmallIndex([SmallDocument("Alpha", Prose.terms())]).searcher()
    let answer = try searcher.types()
    #expect(answer.types.isEmpty && answer.typed == 0 && answer.notes == [Searcher.noTypes])
  }

  @Test("the clauses of no type are listed, in order or by a seed, with the type that each comes nearest to")
  func untyped() throws {
    let all = try searcher.untyped(limit: .max)
    #expect(all.total == searcher.corpus.clauses - 5 && all.of == searcher.corpus.clauses)
    #expect(all.clauses.count == all.total)
    let bird = try #require(all.clauses.first { $0.platform == "delta" })
    #expect(bird.nearest == "parrot-orders" && (bird.confidence ?? 1) < 0.5)
    #expect(all.clauses.first { $0.platform == "gamma" }?.nearest == nil)
    let ids = all.clauses.map(\.clause)
    #expect(try searcher.untyped(limit: 2).clauses.map(\.clause) == Array(ids.prefix(2)))
    let chosen = try searcher.untyped(limit: .max, seed: 5).clauses.map(\.clause)
    #expect(chosen == (try searcher.untyped(limit: .max, seed: 5).clauses.map(\.clause)))
    #expect(chosen.sorted() == ids.sorted())
    let orders = try Set(
      (UInt64(1)...8).map { try searcher.untyped(limit: .max, seed: $0).clauses.map(\.clause) })
    #expect(orders.count > 1)
    #expect(try searcher.untyped(platform: "Alpha").clauses.map(\.platform) == ["alpha"])
    #expect(try searcher.untyped(termsTypes: ["Privacy Policy"]).clauses.map(\.platform) == ["gamma"])
  }

  @Test("the prevalence of a type is that of the list, with the sentence that decided as evidence")
  func prevalence() throws {
    let answer = try searcher.prevalence(ofType: "Orders by parrots")
    #expect(answer.headline == "Common · 3 of 6 platforms" && answer.label == .common)
    #expect([answer.sharing, answer.lacking, answer.unknown, answer.companies] == [3, 1, 2, 3])
    #expect(
      answer.type == "parrot-orders" && answer.clause == nil && answer.termsTypes == ["Terms of Service"])
    #expect(answer.platforms.map(\.verdict.rank) == [0, 0, 0, 1, 2, 2])
    for row in answer.platforms {
      #expect(row.verdict == .shares ? row.score! >= 0.5 : (row.score ?? 0) < 0.5, "\(row.platform)")
    }
    let alpha = try #require(answer.platforms.first { $0.platform == "alpha" })
    let id = try #require(alpha.clause)
    #expect(try searcher.show(id).platform == "alpha")
    #expect(
      alpha.excerpt
        == "**Orders that your parrot places with us are binding** on you as the keeper of the parrot.")
    let delta = try #require(answer.platforms.first { $0.platform == "delta" })
    #expect(delta.verdict == .lacks && delta.excerpt?.contains("**talking bird**") == true)
    #expect(answer.platforms.last?.platform == "silent" && answer.platforms.last?.clause == nil)
  }

  @Test("the prevalence of a type can be that of a sector, of some documents, and without a platform")
  func prevalenceInScope() throws {
    let ai = try searcher.prevalence(ofType: "parrot-orders", sector: "ai")
    #expect(ai.headline == "Unique · 0 of 2 platforms" && ai.sector == "ai")
    #expect(ai.platforms.map(\.platform) == ["delta", "gamma"])
    let policies = try searcher.prevalence(ofType: "parrot-orders", termsTypes: ["Privacy Policy"])
    #expect(policies.unknown == 6 && policies.termsTypes.isEmpty && policies.notes.count == 1)
    let others = try searcher.prevalence(ofType: "parrot-orders", leavingOut: "Alpha")
    #expect(others.sharing == 2 && others.own == "alpha" && others.platforms.count == 5)
  }
}
