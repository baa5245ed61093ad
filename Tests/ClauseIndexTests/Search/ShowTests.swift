import Foundation
import GRDB
import Testing

@testable import ClauseIndex

@Suite("show")
struct ShowTests {
  private let sample: SampleIndex.Built

  init() throws { sample = try SampleIndex.built }

  private func someIDs(_ count: Int, seed: UInt64) throws -> [String] {
    var chance = SeededGenerator(seed: seed)
    let ids = try sample.searcher.read {
      try String.fetchAll($0, sql: "SELECT id FROM clause ORDER BY number")
    }
    return (0..<count).map { _ in ids.randomElement(using: &chance)! }
  }

  @Test("the bytes and lines of a record hold the clause's words, for three hundred clauses")
  func byteRange() throws {
    let bytes = Dictionary(
      uniqueKeysWithValues: sample.input.selection.documents.map { ($0.document.id, $0.bytes) })
    for id in try someIDs(300, seed: 5) {
      let record = try sample.searcher.show(id)
      let document = try #require(bytes[record.document])
      #expect(Digest.sha256Hex(document) == record.documentSHA256)
      let slice = String(decoding: document[record.bytes[0]..<record.bytes[1]], as: UTF8.self)
      // Marks and addresses of links stand between the words in the file.
      var rest = slice.normalizedWords.split(separator: " ")[...]
      // A row of a table repeats its columns' names, which stand further up.
      let isRow = slice.hasPrefix("|")
      for word in record.text.normalizedWords.split(separator: " ") {
        let place = rest.firstIndex(of: word)
        #expect(place != nil || isRow, "\(id): “\(word)” is not in its place in bytes \(record.bytes)")
        if let place { rest = rest[(place + 1)...] }
      }
      let before = document[..<record.bytes[0]].count { $0 == UInt8(ascii: "\n") }
      #expect(record.lines[0] == before + 1, "\(id)")
      #expect(record.lines[1] >= record.lines[0])
    }
  }

  @Test("the neighbours are the clauses before and after it, in the document's order")
  func neighbours() throws {
    let document = try #require(sample.searcher.documents.first).id
    let ids = try sample.searcher.read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT clause.id FROM clause JOIN document ON document.number = clause.document WHERE document.id = ?
          ORDER BY position
          """, arguments: [document])
    }
    try #require(ids.count > 6)
    for (place, id) in ids.enumerated() {
      let record = try sample.searcher.show(id)
      #expect(record.before.map(\.id) == Array(ids[max(0, place - 2)..<place]))
      #expect(record.after.map(\.id) == Array(ids[(place + 1)..<min(ids.count, place + 3)]))
    }
    #expect(try sample.searcher.show(ids[3], neighbours: 0).before.isEmpty)
  }

  @Test("an id is found in either letter case, and an unknown one is named in the error")
  func ids() throws {
    let id = try #require(try someIDs(1, seed: 6).first)
    #expect(try sample.searcher.show(id.lowercased()).id == id)
    for wrong in ["CL-0000000000", "", "'; DROP TABLE clause; --", "CL-\0", "D-4T0ZJ9V2QK", "💥"] {
      #expect(throws: IndexError.unknownID(id: wrong, kind: "clause")) { try sample.searcher.show(wrong) }
    }
  }

  @Suite("A citation")
  struct Citations {
    private let records: [ClauseRecord]

    init() throws {
      let searcher = try SampleIndex.searcher
      records = try searcher.search(Query("data"), limit: 40).hits.map { try searcher.show($0.clause) }
    }

    @Test(
      "names platform, company, record and document in each of the four forms",
      arguments: CitationStyle.allCases)
    func contents(_ style: CitationStyle) throws {
      for record in records {
        let text = record.citation(style)
        let words = text.normalizedWords
        for part in [
          record.platformName, record.company, record.termsType, record.documentSHA256, "sample corpus",
        ] {
          #expect(words.contains(part.normalizedWords), "\(style): \(part) in \(text)")
        }
        #expect(text.contains(record.id))
        #expect(text.contains(record.sourceURL ?? "no address"))
      }
    }

    /// A record with a name that would break a careless form.
    private func hostile() throws -> ClauseRecord {
      var record = try #require(records.first)
      record.company = "R&D {100%} _Ltd_ #1 $ ~ ^ \\ }\n\"quoted\""
      record.title = "Line\none\r\nER  - "
      record.lastChanged = Timestamp("2026-03-09T10:00:00Z")
      record.lastVerified = Timestamp("2026-08-22T10:00:00Z")
      return record
    }

    @Test("in BibTeX has balanced braces, whatever the names hold")
    func bibtex() throws {
      for record in try records + [hostile()] {
        let text = record.citation(.bibtex)
        var depth = 0
        var lowest = 0
        var escaped = false
        for character in text {
          if escaped { escaped = false; continue }
          switch character {
          case "\\": escaped = true
          case "{": depth += 1
          case "}": depth -= 1
          default: break
          }
          lowest = min(lowest, depth)
        }
        #expect(depth == 0 && lowest == 0, "\(text)")
        #expect(text.hasPrefix("@misc{") && text.hasSuffix("}"))
      }
      let text = try hostile().citation(.bibtex)
      #expect(
        text.contains("year = {2026}") && text.contains("month = {3}")
          && text.contains("urldate = {2026-08-22}"))
      // BibTeX counts braces without regard to backslashes: those in names must pair up as they stand.
      let open = text.count { $0 == "{" }
      let closed = text.count { $0 == "}" }
      #expect(open == closed, "\(text)")
    }

    @Test("in CSL-JSON is one item that parses, with dates as date-parts")
    func csl() throws {
      for record in try records + [hostile()] {
        let data = Data(record.citation(.cslJSON).utf8)
        let items = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
        #expect(items.count == 1)
        #expect(items[0]["id"] as? String == record.id && items[0]["type"] as? String == "document")
        #expect((items[0]["author"] as? [[String: String]])?.first?["literal"] == record.company)
      }
      let data = Data(try hostile().citation(.cslJSON).utf8)
      let item = try #require((try JSONSerialization.jsonObject(with: data) as? [[String: Any]])?.first)
      #expect((item["issued"] as? [String: [[Int]]])?["date-parts"] == [[2026, 3, 9]])
    }

    @Test("in RIS has one field a line and ends with ER")
    func ris() throws {
      for record in try records + [hostile()] {
        let lines = record.citation(.ris).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.allSatisfy { $0.wholeMatch(of: /[A-Z][A-Z0-9]  - ?.*/) != nil }, "\(lines)")
        #expect(lines.first == "TY  - ELEC" && lines.last?.hasPrefix("ER  -") == true)
        #expect(lines.count { $0.hasPrefix("ER  -") } == 1)
      }
    }

    @Test("as a sentence is one line")
    func plain() throws {
      for record in try records + [hostile()] {
        #expect(record.citation(.plain).split(whereSeparator: \.isNewline).count == 1)
      }
    }
  }
}
