import GRDB
import Testing

@testable import ClauseIndex

@Suite("reuse")
struct ReuseTests {
  private static let parrot =
    "The keeper of a talking parrot answers for every order that the parrot places, unless the order was "
    + "placed while the keeper was on holiday and had told us so in writing."
  private static let kettle =
    "Whoever lends out a kettle must lend the lid with it, and must not ask for the lid before the tea is drunk."

  /// Four platforms; two of them have the parrot, one with a beginning of its own; three have the kettle.
  private static func index() throws -> SmallIndex {
    try SmallIndex([
      SmallDocument("Alpha", "# Terms\n\n## Birds\n\n\(parrot)\n\n## Kettles\n\n\(kettle)\n"),
      SmallDocument(
        "Beta", "# Rules\n\n## Birds\n\nIN OUR HOUSE, \(parrot.uppercased()) No parrot may sing there.\n"),
      SmallDocument("Gamma", "# Rules\n\n## Tea\n\n\(kettle.replacing(",", with: " –")) So it is.\n"),
      SmallDocument(
        "Delta", "Privacy Policy",
        "# Privacy\n\n## Tea\n\n\(kettle.replacing("kettle", with: "teapot"))\n\n## Rest\n\nWe keep nothing.\n"
      ),
    ])
  }

  @Test("gives the passages of a platform, longest first, with their places on both sides")
  func passages() throws {
    let searcher = try Self.index().searcher()
    let answer = try searcher.reuse("alpha")
    #expect(answer.total == 2 && answer.platforms == 3 && answer.passages.map(\.words) == [32, 23])
    let parrot = answer.passages[0]
    #expect(parrot.text == String(Self.parrot.dropLast()) && parrot.sharing.map(\.platform) == ["beta"])
    let kettle = answer.passages[1]
    #expect(kettle.platforms == 1 && kettle.companies == 1 && kettle.inPart == 1)
    #expect(kettle.sharing.map(\.platform) == ["gamma", "delta"])
    #expect(kettle.sharing[1].words == 18, "Delta lends out a teapot")
    for passage in answer.passages {
      for place in passage.places + passage.sharing {
        let bytes = Array(try searcher.show(place.clause).text.utf8)[place.start..<place.end]
        let words = String(decoding: bytes, as: UTF8.self).lowercased().split { !$0.isLetter }
        #expect(
          words.count == place.words && passage.text.lowercased().split { !$0.isLetter }.contains(words))
      }
    }
  }

  @Test("can be held to one other platform, a length, terms types and a number of passages")
  func choices() throws {
    let searcher = try Self.index().searcher()
    #expect(try searcher.reuse("alpha", other: "Gamma").passages.map(\.words) == [23])
    #expect(try searcher.reuse("alpha", other: "gamma").other == "gamma")
    #expect(try searcher.reuse("alpha", minWords: 24).passages.map(\.words) == [32])
    #expect(try searcher.reuse("alpha", minWords: 33).total == 0)
    #expect(try searcher.reuse("alpha", limit: 1).passages.count == 1)
    #expect(try searcher.reuse("delta", termsTypes: ["privacy policy"]).total == 0)
    #expect(try searcher.reuse("delta").passages.first?.text.hasPrefix("must lend the lid") == true)
    #expect(throws: IndexError.self) { try searcher.reuse("nobody") }
    #expect(throws: IndexError.self) { try searcher.reuse("alpha", termsTypes: ["Nonsense"]) }
    let own = try searcher.reuse("alpha", other: "alpha")
    #expect(own.total == 0 && own.notes.contains { $0.contains("with itself") })
  }

  @Test("a passage that stands twice is one passage with two places, and stop words alone are none")
  func once() throws {
    let stops = "It is not for you and it is not for us or for them."
    let searcher = try SmallIndex([
      SmallDocument("Alpha", "# Terms\n\n## One\n\n\(Self.kettle)\n\n## Two\n\n\(stops)\n"),
      SmallDocument("Alpha", "Privacy Policy", "# Privacy\n\n## One\n\n\(Self.kettle)\n"),
      SmallDocument("Beta", "# Terms\n\n## One\n\n\(Self.kettle)\n\n## Two\n\n\(stops)\n"),
    ]).searcher()
    let answer = try searcher.reuse("alpha")
    #expect(
      answer.total == 1 && answer.passages[0].places.count == 2 && answer.passages[0].sharing.count == 1)
    #expect(Set(answer.passages[0].places.map(\.termsType)) == ["Privacy Policy", "Terms of Service"])
  }

  @Test("finds what comparing each clause of two platforms word by word finds, in the sample")
  func againstAllPlaces() throws {
    let searcher = try SampleIndex.searcher
    let (own, other) = (searcher.platforms[3], searcher.platforms[40])
    let vocabulary = try Vocabulary(Vocabulary.unstemmed)
    let texts = try searcher.read { database in
      try [own, other].map { platform in
        try String.fetchAll(
          database,
          sql: """
            SELECT text FROM clause JOIN document ON document.number = clause.document
            JOIN platform ON platform.number = document.platform WHERE platform.id = ?
            """, arguments: [platform.id]
        ).map { vocabulary.terms(of: $0) }
      }
    }
    var longest: Set<[Int32]> = []
    for text in texts[0] {
      var ranges: [Range<Int>] = []
      for theirs in texts[1] {
        for start in text.indices {
          for place in theirs.indices where text[start] == theirs[place] {
            let length = zip(text[start...], theirs[place...]).prefix { $0 == $1 }.count
            if length >= 8 { ranges.append(start..<(start + length)) }
          }
        }
      }
      for range in ranges where !ranges.contains(where: { $0 != range && $0.contains(range) }) {
        longest.insert(Array(text[range]))
      }
    }
    let answer = try searcher.reuse(own.id, other: other.id, minWords: 8)
    #expect(!longest.isEmpty)
    #expect(Set(answer.passages.map { vocabulary.terms(of: $0.text) }) == longest)
    #expect(answer.total == longest.count)
  }
}

@Suite("families of wording")
struct FamiliesTests {
  private let text =
    "The keeper of a talking parrot answers for every order that the parrot places, unless the order was "
    + "placed while the keeper was on holiday and had told us so in writing."

  @Test(
    "hold the clauses of all platforms that have a text with few words changed, and tell the verbatim ones")
  func families() throws {
    let searcher = try SmallIndex([
      SmallDocument("Alpha", "# Terms\n\n## Birds\n\n\(text)\n"),
      SmallDocument("Beta", "# Rules\n\n## Birds\n\n\(text.uppercased())\n"),
      SmallDocument("Gamma", "# Rules\n\n## Birds\n\n\(text.replacing("parrot", with: "raven"))\n"),
      SmallDocument(
        "Gamma", "Privacy Policy", "# Rules\n\n## Ink\n\nWe keep ink in a well, and the well is deep.\n"),
      SmallDocument("Delta", "# Rules\n\n## Birds\n\nThe keeper of a raven may not send it out by night.\n"),
    ]).searcher()
    let answer = try searcher.families()
    #expect(answer.total == 1)
    let family = try #require(answer.families.first)
    #expect(family.platforms == 3 && family.companies == 3)
    #expect(family.members.map(\.level) == [.verbatim, .verbatim, .nearVerbatim])
    #expect(family.members.map(\.platform).sorted() == ["alpha", "beta", "gamma"])
    #expect(family.members.contains { $0.clause == family.clause && $0.level == .verbatim })
    #expect(try searcher.families(of: "gamma").total == 1 && searcher.families(of: "delta").total == 0)
    #expect(try searcher.families(termsTypes: ["Privacy Policy"]).total == 0)
    #expect(try searcher.families(limit: 0).families.isEmpty && searcher.families(limit: 0).total == 1)
  }

  @Test("in the sample, every member is near-verbatim to the family's text, and no clause is in two families")
  func sample() throws {
    let searcher = try SampleIndex.searcher
    let answer = try searcher.families(termsTypes: ["Privacy Policy"], limit: 40)
    let vocabulary = try Vocabulary()
    var seen: Set<String> = []
    #expect(answer.families.count == 40 && answer.total >= 40)
    for family in answer.families {
      #expect(Set(family.members.map(\.platform)).count == family.platforms && family.platforms > 1)
      let leader = SharedPassages(of: family.text, vocabulary: vocabulary)
      for member in family.members {
        #expect(seen.insert(member.clause).inserted)
        #expect(member.termsType == "Privacy Policy")
        #expect(leader.compared(with: try searcher.show(member.clause).text).level == member.level)
      }
    }
    #expect(answer.families.map(\.platforms) == answer.families.map(\.platforms).sorted(by: >))
  }
}

@Suite("evaluating copies")
struct EvaluateCopiesTests {
  @Test(
    "the same seed gives the same copies, unchanged copies are all found, and few when most words are others")
  func sample() throws {
    let searcher = try SampleIndex.searcher
    let answer = try searcher.evaluateCopies(count: 40, seed: 3, rates: [0, 0.1, 0.9])
    #expect(
      try searcher.evaluateCopies(count: 40, seed: 3, rates: [0, 0.1, 0.9]).rows.map(\.called)
        == answer.rows.map(\.called))
    #expect(answer.clauses == 40)
    for row in answer.rows where row.edit.hasPrefix("words") {
      #expect(row.copies == 40 && row.right <= row.called && row.found <= row.right)
      if row.rate == 0 { #expect(row.recall == 1 && row.precision == 1) }
      if row.rate == 0.1 { #expect(row.recall > 0.95) }
      if row.rate == 0.9, row.edit != PlantedEdit.inserted.rawValue { #expect(row.recall < 0.1) }
    }
  }

  @Test("a copy differs as it says")
  func edits() throws {
    var planter = CopyPlanter(pool: ["xylophone"], names: ["Fizzbang"], chance: SeededGenerator(seed: 1))
    let text = "Examplia keeps it for 30 days. You may ask. We answer at once, in writing, by post."
    let words = text.split(separator: " ").count
    func copy(_ edit: PlantedEdit, _ rate: Double, of text: String) -> String? {
      planter.copy(of: text, edit, rate: rate, own: [Array("examplia".utf8)])
    }
    let replaced = try #require(copy(.replaced, 0.25, of: text))
    #expect(replaced.split(separator: " ").count { $0 == "xylophone" } == 4)
    #expect(replaced.split(separator: " ").count == words)
    #expect(copy(.deleted, 0.25, of: text)?.split(separator: " ").count == words - 4)
    #expect(copy(.inserted, 0.25, of: text)?.split(separator: " ").count == words + 4)
    let moved = try #require(copy(.reordered, 0, of: text))
    #expect(moved != text && moved.split(separator: " ").sorted() == text.split(separator: " ").sorted())
    let renamed = try #require(copy(.renamed, 0, of: text))
    #expect(renamed.hasPrefix("Fizzbang keeps it for ") && !renamed.contains("30"))
    #expect(copy(.reordered, 0, of: "One sentence.") == nil && copy(.renamed, 0, of: "No name here.") == nil)
  }
}
