// Long passages are split at sentences; fragments go with their neighbours.

import ClauseIndex
import Testing

@Suite("Splitting and merging")
struct SplitTests {
  private func words(_ text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }

  @Test("A passage of more than 250 words is split at sentences and keeps title and headings")
  func long() {
    let sentence = "We may change the recipes that you see on Larkspur at any time, e.g. to fix them. "
    let document = Segmented("# Larkspur Terms\n\n**Changes.** " + String(repeating: sentence, count: 40))
    #expect(document.clauses.count > 2)
    for clause in document.clauses {
      #expect((80...200).contains(words(clause.text)))
      #expect(clause.title == "Changes")
      #expect(clause.text.hasPrefix("We may change") && clause.text.hasSuffix("to fix them."))
    }
    #expect(document.hasSoundRanges)
  }

  @Test("A long list is split between items, and the later pieces keep the lead-in")
  func longList() {
    let items = (1...30).map {
      "*   use recipe number \($0) of the service to harm any cook or guest of ours;"
    }
    let document = Segmented("You will not:\n\n" + items.joined(separator: "\n"))
    #expect(document.clauses.count > 1)
    #expect(
      document.clauses.dropFirst().allSatisfy { $0.leadIn == "You will not:" && $0.text.hasPrefix("• use") })
  }

  @Test(
    "Abbreviations end no sentence",
    arguments: ["e.g. Larkspur", "Larkspur Inc. Users", "U.S. Users", "No. 5 of", "Mr. Cook"])
  func abbreviations(words: String) {
    let sentence = "The service of \(words) is open to all cooks who have an account and like to eat well. "
    let document = Segmented(String(repeating: sentence, count: 30))
    #expect(document.clauses.count > 1)
    #expect(document.clauses.allSatisfy { $0.text.hasPrefix("The service of") })
  }

  @Test("A sentence that only announces the next goes with it")
  func announcement() {
    let document = Segmented("Here's how:\n\nOpen the settings of your account and choose what to share.")
    #expect(document.clauses.count == 1)
  }

  @Test("The address after a colon belongs to its sentence")
  func address() {
    let document = Segmented("Write to us at:\n\nLarkspur Ltd  \n1 Garden Road  \nUtopia 12345")
    #expect(document.clauses.map(\.text) == ["Write to us at:\nLarkspur Ltd\n1 Garden Road\nUtopia 12345"])
  }
}
