// Run-in titles and legal numbering: out of the text, into fields of their own.

import ClauseIndex
import Testing

@Suite("Run-in titles and numbers")
struct TitleAndNumberTests {
  @Test(
    "A run-in bold title becomes the clause's title",
    arguments: [
      "**Audio products.** We may offer products that make audio.",
      "**Audio products:** We may offer products that make audio.",
      "**Audio products**: We may offer products that make audio.",
      "**_Audio products_** — We may offer products that make audio.",
      "*Audio products*. We may offer products that make audio.",
      "**Audio products** We may offer products that make audio.",
      "**Audio products.**  \nWe may offer products that make audio.",
    ])
  func bold(paragraph: String) {
    let document = Segmented("# Larkspur Terms\n\n" + paragraph)
    #expect(document.clauses.map(\.title) == ["Audio products"])
    #expect(document.clauses.map(\.text) == ["We may offer products that make audio."])
  }

  @Test("A bold sentence at the start of a paragraph stays in the text")
  func boldSentence() {
    let document = Segmented(
      "**Please note that these terms contain an arbitration clause that may affect you.** Read them with care."
    )
    #expect(document.clauses.first?.text.hasPrefix("Please note") == true)
  }

  @Test("A bold term that the paragraph defines stays in the text")
  func definition() {
    let document = Segmented("**“Recipe”** means any list of ingredients and steps that you upload.")
    #expect(
      document.clauses.map(\.text) == ["“Recipe” means any list of ingredients and steps that you upload."])
  }

  @Test("Without a run-in title the nearest heading is the title, without its number")
  func heading() {
    let document = Segmented(
      "# Larkspur Terms\n\n## 7. Governing law\n\nThe law of Utopia governs these terms.")
    #expect(document.clauses.map(\.title) == ["Governing law"])
  }

  @Test("Words with capitals before a full stop are a title after a number")
  func plainTitle() {
    let document = Segmented("8.3 Late Payment. You owe interest on each sum that you do not pay in time.")
    #expect(document.clauses.map(\.title) == ["Late Payment"])
    #expect(document.clauses.map(\.number) == ["8.3"])
    #expect(document.clauses.first?.text.hasPrefix("You owe") == true)
  }

  @Test(
    "The number at the start of a paragraph moves into the number field",
    arguments: [
      ("4.2 You may cancel at any time.", "4.2"), ("4\\. You may cancel at any time.", "4"),
      ("4.2.1. You may cancel at any time.", "4.2.1"), ("(a) You may cancel at any time.", "(a)"),
      ("iv) You may cancel at any time.", "iv)"), ("§ 3 You may cancel at any time.", "§ 3"),
      ("Section 5. You may cancel at any time.", "Section 5"), ("**4.2** You may cancel at any time.", "4.2"),
      ("4.2You may cancel at any time.", "4.2"),
    ])
  func number(paragraph: String, number: String) {
    let document = Segmented(paragraph)
    #expect(document.clauses.map(\.number) == [number])
    #expect(document.clauses.map(\.text) == ["You may cancel at any time."])
  }

  @Test(
    "A figure that belongs to the sentence is no number",
    arguments: [
      "30 days after the end of the contract we delete your recipes.",
      "24.05.2018 is the date from which this notice applies to you.",
      "Section 5 applies to all users who live in Utopia.",
      "2019 was the year in which we opened Larkspur to all cooks.",
    ])
  func figures(paragraph: String) {
    let document = Segmented(paragraph)
    #expect(document.clauses.map(\.number) == [nil])
    #expect(document.clauses.map(\.text) == [paragraph])
  }

  @Test("A number on a line of its own goes with the paragraph below")
  func numberLine() {
    let document = Segmented("9.1.\n\nYou must disclose that we pay you for your recipes.")
    #expect(document.passages.map(\.number) == ["9.1"])
  }

  @Test(
    "A sentence cut at an abbreviation, or that says what a word means, is no title",
    arguments: [
      "g. During the term of these U.S. Kitchen Terms, Larkspur will give you an example list to download.",
      "4.1 If you live in the U.S. Territory of Utopia, Larkspur will cook by the law of that place only.",
      "**“Cook” means Regulation (UT) 12/3.** It applies to every kitchen that Larkspur keeps.",
    ])
  func sentences(paragraph: String) {
    let document = Segmented("# Larkspur Terms\n\n" + paragraph)
    #expect(document.clauses.map(\.title) == [nil])
  }

  @Test(
    "A heading's number is not in the title, whatever its form",
    arguments: ["10 GUEST RIGHTS", "3B. GUEST RIGHTS", "8.6.1.a.ii. GUEST RIGHTS"], ["", "## "])
  func headingNumbers(heading: String, mark: String) {
    let document = Segmented(
      "# Larkspur Terms\n\n\(mark)\(heading)\n\nGuests may look at each recipe that Larkspur has kept for them."
    )
    #expect(document.clauses.map(\.title) == ["GUEST RIGHTS"])
    #expect(document.clauses.map(\.headings) == [["Larkspur Terms", heading]])
  }
}
