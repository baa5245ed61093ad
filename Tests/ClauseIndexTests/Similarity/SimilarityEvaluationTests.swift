import Foundation
import Testing

@testable import ClauseIndex

@Suite("evaluate similarity")
struct SimilarityEvaluationTests {
  private func evaluation(_ items: String, _ types: String? = nil) throws -> SimilarityEvaluation {
    let folder = try TemporaryFolder()
    func file(_ name: String, _ text: String) throws -> String {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
      return "\(folder.path)/\(name)"
    }
    let corpus = try CorpusFolder(path: SharedData.package + "/Corpus")
    return try SimilarityEvaluation(
      items: try file("items.jsonl", items), types: try types.map { try file("types.jsonl", $0) },
      vectors: try WordVectors(path: corpus.vectors), catalogue: .empty)
  }

  private let items = """
    {"id": "a", "text": "All disputes are settled by binding arbitration."}
    {"id": "b", "text": "An arbitrator decides every dispute between you and us.", "service": "ignored"}

    {"id": "c", "text": "We store cookies on your device."}
    """

  @Test("every passage and every name is held against every passage, and like ones score higher")
  func ranks() throws {
    let evaluation = try evaluation(items, #"{"type": "t1", "name": "Cookies are used"}"#)
    #expect(evaluation.items.map(\.id) == ["a", "b", "c"])
    #expect(evaluation.queries.map(\.id) == ["a", "b", "c", "t1"])
    var scores: [[Double]] = []
    evaluation.forEachQuery { query, row in
      #expect(query == scores.count)
      scores.append(row.map(SimilarityEvaluation.score))
    }
    #expect(scores.count == 4 && scores.allSatisfy { $0.count == 3 })
    #expect(scores[0][1] > scores[0][2] && scores[1][0] > scores[1][2])
    #expect(scores[3][2] > scores[3][0] && scores[3][2] > scores[3][1])
  }

  @Test("a line that is no item is named")
  func badLine() throws {
    for line in [#"{"id": "d"}"#, "no JSON", #"["id"]"#, #"{"id": 4, "text": "x"}"#] {
      let error = try #require(throws: IndexError.self) { try evaluation(items + "\n" + line) }
      #expect(error.description.contains("items.jsonl:5"))
    }
  }
}
