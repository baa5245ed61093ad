// The text of a passage: plain, folded, and tied to its bytes.

import ClauseIndex
import Testing

@Suite("Text of passages")
struct TextTests {
  @Test(
    "Marks, tags, escapes and entities are resolved",
    arguments: [
      (
        "See [our *rules*](https://example.org/a_b \"Rules\") for **all** cooks.",
        "See our rules for all cooks."
      ),
      ("We keep ![logo](x.png) it \\*safe\\* &amp; sound for you.", "We keep it *safe* & sound for you."),
      (
        "The `_ga` cookie lasts for two&nbsp;years in your browser.",
        "The _ga cookie lasts for two years in your browser."
      ),
      (
        "Write to <cook@example.org> about <span>your</span> data.",
        "Write to cook@example.org about your data."
      ),
      (
        "**Dirty **marks and **others ** are dropped from text here.",
        "Dirty marks and others are dropped from text here."
      ),
      (
        "Zero\u{200B} width\u{FEFF} and\u{A0}no-break\u{202F}blanks are folded away.",
        "Zero width and no-break blanks are folded away."
      ),
      (
        "Keep snake\\_case and snake_case as they are in the text.",
        "Keep snake_case and snake_case as they are in the text."
      ),
      (
        "A rate of 5 * 3 and *required fields stay as they are.",
        "A rate of 5 * 3 and *required fields stay as they are."
      ),
      (
        "The <AppID> stays, since it is no tag of a page at all.",
        "The <AppID> stays, since it is no tag of a page at all."
      ),
    ])
  func resolved(markdown: String, text: String) {
    #expect(Segmented(markdown).passages.map(\.text) == [text])
  }

  @Test("A passage's bytes run from its first mark to its last")
  func bytes() throws {
    let document = Segmented("# Rules\n\n  **You** may cook **daily**  \n\nand eat [alone](x).\n")
    let clause = try #require(document.clauses.first)
    #expect(document.source(of: clause) == "**You** may cook **daily**  \n\nand eat [alone](x).")
    #expect(clause.lines == 3...5)
  }

  @Test("A sentence that the page broke over paragraphs is one clause")
  func broken() {
    let document = Segmented(
      "For how we use data please see our\n\n[Privacy Policy](https://example.org)\n\n. It applies to all cooks."
    )
    #expect(
      document.clauses.map(\.text) == [
        "For how we use data please see our Privacy Policy. It applies to all cooks."
      ])
  }

  @Test("Lines that a PDF made paragraphs of are joined")
  func printed() {
    let line = "This line of the agreement between the parties is as long as a line in print"
    let lines = (1...12).map { _ in line } + ["and here the sentence ends."]
    let document = Segmented(lines.joined(separator: "\n\n"))
    #expect(document.clauses.count == 1)
  }

  @Test("Indented text is a paragraph, not code")
  func indented() {
    #expect(Segmented("Rules:\n\n    You may **cook** every day of the week.").clause("may cook") != nil)
  }

  @Test("A link around several blocks leaves no marks behind")
  func linkAroundBlocks() {
    let document = Segmented(
      "[\n\n### Help\n\nWe help all cooks who write to us in time.\n\n](https://example.org)")
    #expect(document.clauses.map(\.text) == ["We help all cooks who write to us in time."])
  }
}
