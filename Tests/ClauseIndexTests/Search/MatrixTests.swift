import Testing

@testable import ClauseIndex

@Suite("matrix and compare by type")
struct MatrixTests {
  private let small: SmallIndex
  private let searcher: Searcher

  init() throws {
    small = try SmallTypes.index()
    searcher = try small.searcher()
  }

  private func verdict(_ platform: String, _ type: String, termsTypes: [String]? = nil) throws -> TypeVerdict
  {
    let all = try searcher.matrix(termsTypes: termsTypes, types: [type], platforms: [platform])
    return try #require(all.count == 1 ? all.first : nil)
  }

  @Test("every platform has a verdict on every type, in order, with its clauses")
  func whole() throws {
    let all = try searcher.matrix()
    let catalogue = try searcher.catalogue()
    #expect(all.map(\.platform).distinct == searcher.platforms.map(\.id))
    #expect(all.count == searcher.platforms.count * catalogue.types.count)
    #expect(all.prefix(3).map(\.type) == catalogue.types.map(\.id))
    for row in all {
      #expect((row.verdict == .unknown) == (row.confidence == 0), "\(row)")
      #expect(row.verdict != .shares || !row.clauses.isEmpty, "\(row)")
      for id in row.clauses { #expect(try searcher.show(id).platform == row.platform) }
    }
  }

  @Test("a platform shares, lacks with the nearest text, or can't be told")
  func verdicts() throws {
    #expect(try verdict("alpha", "parrot-orders").verdict == .shares)
    let delta = try verdict("delta", "parrot-orders")
    #expect(delta.verdict == .lacks && delta.clauses.count == 1, "a talking bird is the nearest")
    #expect(try verdict("gamma", "parrot-orders").verdict == .unknown, "it has no terms of service")
    #expect(try verdict("silent", "hail-warning").verdict == .unknown)
  }

  @Test("a verdict is about the documents looked at alone")
  func documents() throws {
    #expect(try verdict("beta", "hail-warning").verdict == .shares)
    #expect(try verdict("beta", "hail-warning", termsTypes: ["terms of service"]).verdict == .unknown)
    #expect(throws: IndexError.self) { try searcher.matrix(termsTypes: ["Terms of Servus"]) }
  }

  @Test("types are chosen by id, name, category and severity, each once, and unknown ones bring near names")
  func selectors() throws {
    func types(_ selectors: String...) throws -> [String] {
      try searcher.matrix(types: selectors, platforms: ["Alpha"]).map(\.type)
    }
    #expect(
      try types("hail-warning", "category:birds") == ["hail-warning", "parrot-orders", "goose-feeding"])
    #expect(try types("Category: Weather") == ["hail-warning"])
    #expect(try types("Feeding geese", "goose-feeding") == ["goose-feeding"])
    #expect(try types("severity:high") == ["hail-warning"])
    #expect(try types("all").count == 3)
    #expect(throws: IndexError.unknownType(id: "goose-fedding", near: ["goose-feeding"])) {
      try types("goose-fedding")
    }
    #expect(
      throws: IndexError.unknownValue("brids", of: "category", near: ["birds"], all: ["birds", "weather"])
    ) { try types("category:brids") }
    #expect(throws: IndexError.self) { try types("severity:grave") }
    #expect(throws: IndexError.self) { try searcher.matrix(platforms: ["Omega"]) }
  }

  @Test("side by side, platforms stand in the order asked for, types by category, and totals add up")
  func sideBySide() throws {
    let answer = try searcher.compare(
      types: ["hail-warning", "category:birds"], platforms: ["delta", "Beta", "gamma"])
    #expect(answer.platforms.map(\.platform) == ["delta", "beta", "gamma"])
    #expect(answer.types.map(\.type) == ["parrot-orders", "goose-feeding", "hail-warning"])
    let parrots = answer.types[0]
    #expect(parrots.cells.map(\.verdict) == [.lacks, .shares, .unknown])
    #expect(parrots.cells.map(\.severity) == [nil, .high, nil], "Beta's keepers pay double")
    #expect([parrots.sharing, parrots.lacking, parrots.unknown] == [1, 1, 1])
    #expect(parrots.sharingOfAll == 3 && parrots.ableOfAll == 4, "of the whole index")
    for (place, column) in answer.platforms.enumerated() {
      let verdicts = answer.types.map { $0.cells[place].verdict }
      #expect(column.sharing == verdicts.count { $0 == .shares })
      #expect(column.sharing + column.lacking + column.unknown == 3)
    }
    #expect(answer.sharing == answer.types.reduce(0) { $0 + $1.sharing })
    #expect(answer.sharing + answer.lacking + answer.unknown == 9)
  }

  @Test("a sector's platforms are compared where none are named")
  func sector() throws {
    #expect(
      try searcher.compare(types: ["all"], sector: "AI").platforms.map(\.platform) == ["gamma", "delta"])
    #expect(try searcher.compare(types: ["all"]).platforms.count == searcher.platforms.count)
    #expect(throws: IndexError.self) { try searcher.compare(types: ["all"], sector: "aviation") }
  }
}
