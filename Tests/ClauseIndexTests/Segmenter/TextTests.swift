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

  @Test("Bytes that Markdown's parser would replace or drop move no position")
  func positions() throws {
    let bytes =
      Array("\u{FEFF}# Rules\n\nFor \0 and ".utf8) + [0xFF, 0xC3]
      + Array(" see.\n\n> 10.  You may **cook**\n>     daily.\n\n[a]: b\n\n<div>\nEat *here*.\n</div>\n".utf8)
    let document = Segmented(bytes)
    #expect(document.clauses.first?.headings == ["Rules"])
    #expect(document.hasSoundRanges)
    let words = document.passages.map(\.text).joined(separator: "\n")
    #expect(words.contains("You may cook daily.") && words.contains("[a]: b") && words.contains("Eat here."))
    let cook = try #require(document.passages.first { $0.text.contains("cook") })
    #expect(document.source(of: cook).contains("10.  You may **cook**\n>     daily."))
  }

  @Test("Lines of a document of any length are read to the last")
  func parts() {
    let lines = (1...50_000).map { "\($0 % 7 == 0 ? "- " : "")cook \($0)\($0 % 3 == 0 ? "\n" : "")" }
    let document = Segmented(lines.joined(separator: "\n"))
    let words = document.passages.map(\.text).joined(separator: " ")
    #expect(document.hasSoundRanges)
    #expect([1, 19_999, 20_001, 39_999, 40_001, 50_000].allSatisfy { words.contains("cook \($0)") })
  }

  @Test("A link around several blocks leaves no marks behind")
  func linkAroundBlocks() {
    let document = Segmented(
      "[\n\n### Help\n\nWe help all cooks who write to us in time.\n\n](https://example.org)")
    #expect(document.clauses.map(\.text) == ["We help all cooks who write to us in time."])
  }
}
