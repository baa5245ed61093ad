import Testing

@testable import ClauseIndex

@Suite("Levels of sharing")
struct SharingLevelTests {
  private let text =
    "If you post a picture of a lighthouse, you keep every right in it. You let us show the picture to other keepers "
    + "of lighthouses for as long as your account is open. We pay nothing for that, and you may end it on any day."

  private func level(_ first: String, _ second: String) throws -> SharingLevel? {
    let vocabulary = try Vocabulary()
    let there = SharedPassages(of: first, vocabulary: vocabulary).compared(with: second)
    let back = SharedPassages(of: second, vocabulary: vocabulary).compared(with: first)
    #expect(there.level == back.level && there.containment == back.containment)
    return there.level
  }

  @Test(
    "verbatim is the same words: case, accents, dashes, quotes and line ends make no difference",
    arguments: [
      ("You keep the café’s “menu” – always.", "you keep the CAFE's \"menu\" - always"),
      ("All rights\nreserved.", "ALL RIGHTS RESERVED"), ("“Keepers’” lamps", "'Keepers\"' lamps"),
    ])
  func verbatim(_ first: String, _ second: String) throws {
    #expect(try level(first, second) == .verbatim)
  }

  @Test(
    "another inflection, number, order or word is not verbatim",
    arguments: [
      ("We share data.", "We shared data."), ("It ends after 30 days.", "It ends after 60 days."),
      ("you may not", "not may you"), ("All rights reserved.", "All rights reserved here."),
    ])
  func notVerbatim(_ first: String, _ second: String) throws {
    #expect(try level(first, second) == nil, "and too short for near-verbatim")
  }

  @Test("inflection is near-verbatim in a clause, and no words at all are nothing")
  func inflection() throws {
    #expect(try level(text, text.replacing("picture", with: "pictures")) == .nearVerbatim)
    #expect(try level("", "") == nil)
    #expect(try level("…", "—") == nil)
  }

  @Test(
    "a copy with names and numbers changed, sentences moved or a fifth of its words replaced is near-verbatim"
  )
  func copies() throws {
    #expect(
      try level(text, text.replacing("lighthouse", with: "windmill").replacing("keepers", with: "millers"))
        == .nearVerbatim)
    let sentences = text.split(separator: ". ")
    let moved = (sentences[2] + ". " + sentences[0] + ". " + sentences[1])
    #expect(try level(text, String(moved)) == .nearVerbatim)
    let words = text.split(separator: " ")
    let replaced = words.enumerated().map {
      $0.offset % 5 == 3 ? "xylophone\($0.offset)" : String($0.element)
    }
    #expect(try level(text, replaced.joined(separator: " ")) == .nearVerbatim)
    let half = words.enumerated().map { $0.offset % 2 == 1 ? "xylophone\($0.offset)" : String($0.element) }
    #expect(try level(text, half.joined(separator: " ")) == nil)
  }

  @Test("clauses that share no more than stock phrases are no copies")
  func stockPhrases() throws {
    #expect(
      try level(
        "We reserve the right to cancel the concert.", "We reserve the right to refuse the ferry ticket.")
        == nil)
    #expect(
      try level(
        "To the fullest extent permitted by applicable law, we are not liable for the conduct of any ferryman.",
        "To the fullest extent permitted by applicable law, you agree to defend our beekeepers against claims."
      )
        == nil)
  }

  @Test("a sentence in a clause of more than twice its length is a part of it and no copy")
  func parts() throws {
    let vocabulary = try Vocabulary()
    let sentence = "We pay nothing for that, and you may end it on any day."
    let shared = SharedPassages(of: sentence, vocabulary: vocabulary).compared(with: text)
    #expect(shared.level == nil && shared.containment == 1 && shared.coverage == 1)
    let bytes = Array(text.utf8)
    let passage = try #require(shared.passages.first)
    #expect(shared.passages.count == 1 && passage.ownStart == 0 && passage.words == 13)
    #expect(String(decoding: bytes[passage.start..<passage.end], as: UTF8.self) + "." == sentence)
  }

  @Test("passages name the same words in both texts, whichever is the longer")
  func offsets() throws {
    let other = "Birds aside: " + text.replacing("a picture", with: "any fine photo") + " Nobody else may."
    let vocabulary = try Vocabulary()
    for (own, found) in [(text, other), (other, text)] {
      let shared = SharedPassages(of: own, vocabulary: vocabulary).compared(with: found)
      #expect(shared.level == .nearVerbatim && !shared.runs.isEmpty)
      for run in shared.runs {
        let mine = String(decoding: Array(own.utf8)[run.ownStart..<run.ownEnd], as: UTF8.self)
        let theirs = String(decoding: Array(found.utf8)[run.start..<run.end], as: UTF8.self)
        #expect(mine == theirs && run.text == theirs && run.words >= SharedPassages.shortest)
      }
      #expect(shared.passages.count == 1 && shared.passages[0].words > 40)
    }
  }

  @Test("what the terms in common rule out is never near-verbatim, and the bound can rule out")
  func necessaryCondition() {
    var chance = SeededGenerator(seed: 9)
    let aligner = Aligner()
    var (near, ruledOut) = (0, 0)
    for _ in 0..<4000 {
      let length = Int.random(in: 5..<40, using: &chance)
      let first = (0..<length).map { _ in Int32.random(in: 0..<30, using: &chance) }
      var second = first
      for _ in 0..<Int.random(in: 0..<length, using: &chance) {
        switch Int.random(in: 0..<3, using: &chance) {
        case 0:
          second[Int.random(in: second.indices, using: &chance)] = Int32.random(in: 0..<30, using: &chance)
        case 1 where second.count > 3: second.remove(at: Int.random(in: second.indices, using: &chance))
        default:
          second.insert(
            Int32.random(in: 0..<30, using: &chance), at: Int.random(in: second.indices, using: &chance))
        }
      }
      var counts: [Int32: Int] = [:]
      for term in first { counts[term, default: 0] += 1 }
      var shared = 0
      for term in second {
        guard let left = counts[term], left > 0 else { continue }
        counts[term] = left - 1
        shared += 1
      }
      let holds = NearVerbatim.holds(first, second, aligner)
      #expect(holds == NearVerbatim.holds(second, first, aligner))
      let possible = NearVerbatim.isPossible(shared: shared, first.count, second.count)
      #expect(possible || !holds, "\(first) \(second)")
      near += holds ? 1 : 0
      ruledOut += possible ? 0 : 1
    }
    #expect(near > 300 && ruledOut > 300)
  }
}
