import Foundation
import Testing

@testable import ClauseIndex

@Suite("Answers as JSON")
struct AnswerEncodingTests {
  private func object(_ value: some Encodable) throws -> [String: Any] {
    let data = try JSONEncoder().encode(value)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test("a key without a value is there as null: no reader has to guess whether it was meant")
  func nullKeys() throws {
    // No address, no dates, no commit, no printed number.
    let searcher = try SmallIndex([SmallDocument("Alpha", Prose.terms())]).searcher()
    let search = try searcher.search(Query("account"))
    let hit = try #require(search.hits.first)
    let record = try object(searcher.show(hit.clause))
    for key in ["source_url", "first_recorded", "last_changed", "last_verified", "commit", "number"] {
      #expect(record[key] is NSNull, "\(key)")
    }
    #expect(try object(hit)["source_url"] is NSNull && object(hit)["last_changed"] is NSNull)
    #expect(try object(search)["facets"] is NSNull)
    let text = "You may use parrots."
    #expect(try object(searcher.similar(toText: text))["clause"] is NSNull)
    let prevalence = try object(searcher.prevalence(ofText: text))
    #expect(prevalence["clause"] is NSNull && prevalence["own"] is NSNull)
    #expect(try object(searcher.prevalence(of: Query("account")))["threshold"] is NSNull)
    let platform = try #require(try searcher.platformSummaries().first)
    #expect(try object(platform)["last_changed"] is NSNull)
    let document = try #require(try searcher.documentSummaries().first)
    for key in ["versions", "commit", "source_url"] { #expect(try object(document)[key] is NSNull, "\(key)") }
  }

  @Test("an answer is read back as it was written")
  func roundTrip() throws {
    let searcher = try SampleIndex.searcher
    let hit = try #require(try searcher.search(Query("account"), limit: 1).hits.first)
    func json(_ value: some Encodable) throws -> Data {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      return try encoder.encode(value)
    }
    let record = try json(searcher.show(hit.clause))
    #expect(try json(JSONDecoder().decode(ClauseRecord.self, from: record)) == record)
    let prevalence = try json(searcher.prevalence(of: hit.clause))
    #expect(try json(JSONDecoder().decode(PrevalenceAnswer.self, from: prevalence)) == prevalence)
  }
}
