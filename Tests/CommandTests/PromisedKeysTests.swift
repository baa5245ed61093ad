import Foundation
import Testing

@Suite("Keys of the JSON that programs rely on")
struct PromisedKeysTests {
  private let clause: Clause

  init() throws { clause = try Clause.sample }

  private func expect(_ keys: [String], in object: [String: Any]?, _ what: String) {
    let missing = keys.filter { object?[$0] == nil }
    #expect(missing.isEmpty, "\(what): \(missing) of \(object?.keys.sorted() ?? [])")
  }

  @Test("search")
  func search() throws {
    let answer = try clause("search", "arbitration", "--format", "json").json()
    expect(["schema", "total", "hits"], in: answer, "search")
    let hits = try #require(answer["hits"] as? [[String: Any]])
    for hit in hits {
      expect(["clause", "platform", "document", "title", "snippet", "score"], in: hit, "hit")
    }
    #expect(hits.count == 20 && hits.allSatisfy { $0["score"] is NSNumber })
  }

  @Test("similar")
  func similar() throws {
    let answer = try clause("similar", clause.firstHit("arbitration"), "--format", "json").json()
    expect(["schema", "matches"], in: answer, "similar")
    let matches = try #require(answer["matches"] as? [[String: Any]])
    #expect(!matches.isEmpty)
    for match in matches {
      expect(["clause", "platform", "company", "document", "title", "text", "score"], in: match, "match")
    }
  }

  @Test("prevalence")
  func prevalence() throws {
    for arguments in [
      ["--text", "We sell your personal data."], ["--query", "arbitration"],
      [try clause.firstHit("arbitration")],
    ] {
      let answer = try clause.run(["prevalence"] + arguments + ["--format", "json"]).json()
      expect(
        ["schema", "corpus", "label", "sharing", "total", "companies", "lacking", "unknown", "platforms"],
        in: answer,
        "prevalence")
      let platforms = try #require(answer["platforms"] as? [[String: Any]])
      #expect(answer["total"] as? Int == 325 && platforms.count >= 324)
      for platform in platforms {
        expect(["platform", "company", "verdict", "score", "clause"], in: platform, "verdict")
      }
      #expect(
        Set(platforms.compactMap { $0["verdict"] as? String }).isSubset(of: ["shares", "lacks", "unknown"]))
    }
  }

  @Test("show")
  func show() throws {
    let answer = try clause("show", clause.firstHit("arbitration"), "--format", "json").json()
    expect(
      [
        "schema", "corpus", "id", "platform", "company", "document", "terms_type", "heading", "title", "text",
        "sha256",
        "source_url", "first_recorded", "last_changed", "last_verified", "lines", "bytes",
      ], in: answer, "show")
    // The sample is a plain folder and knows no dates: the keys say so.
    #expect(
      answer["last_changed"] is NSNull && answer["first_recorded"] is NSNull
        && answer["last_verified"] is NSNull)
    #expect((answer["lines"] as? [Int])?.count == 2 && (answer["bytes"] as? [Int])?.count == 2)
  }
}
