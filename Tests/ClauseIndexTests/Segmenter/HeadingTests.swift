// Headings: how they are found and how they nest.

import ClauseIndex
import Testing

@Suite("Headings")
struct HeadingTests {
  @Test("The document's title is the outermost heading, once, even where the page repeats it")
  func title() {
    let document = Segmented(
      """
      Larkspur Terms of Service
      =========================

      Larkspur Terms of Service
      =========================

      Welcome to Larkspur, a service that keeps your recipes in one place.

      1\\. Accounts
      -------------

      You need an account to keep recipes.
      """)
    #expect(
      document.clauses.map(\.headings) == [
        ["Larkspur Terms of Service"], ["Larkspur Terms of Service", "1. Accounts"],
      ])
    #expect(document.clauses.map(\.title) == [nil, "Accounts"])
  }

  @Test("A first heading that is no document's name doesn't stand above the sections beside it")
  func noTitle() {
    let document = Segmented(
      """
      ## What we collect

      We collect the address that you give us.

      ## What we share

      We share nothing with advertisers.
      """)
    #expect(document.clauses.map(\.headings) == [["What we collect"], ["What we share"]])
  }

  @Test("Numbers say how headings nest where their levels don't")
  func numbers() {
    let document = Segmented(
      """
      # Quillmoor Agreement

      ## 4. Your content

      ## 4.2 Voice cloning

      You may clone only your own voice.

      ## 5. Fees

      Fees are due in advance.
      """)
    #expect(
      document.clause("clone")?.headings == ["Quillmoor Agreement", "4. Your content", "4.2 Voice cloning"])
    #expect(document.clause("clone")?.title == "Voice cloning")
    #expect(document.clause("advance")?.headings == ["Quillmoor Agreement", "5. Fees"])
  }

  @Test("Bold lines and lines in capitals are headings below the last marked heading")
  func boldLines() {
    let document = Segmented(
      """
      # Larkspur Privacy Policy

      **Data we collect**

      We collect the recipes that you upload to your account.

      YOUR CHOICES

      You can turn off suggestions in the settings of your account.
      """)
    #expect(document.clause("recipes")?.headings == ["Larkspur Privacy Policy", "Data we collect"])
    #expect(document.clause("suggestions")?.headings == ["Larkspur Privacy Policy", "YOUR CHOICES"])
  }

  @Test("A short numbered line above paragraphs is a heading")
  func numberedLine() {
    let document = Segmented(
      """
      # Quillmoor Terms

      4.2 Voice cloning

      You may only clone a voice that is your own or that you have permission to use.
      """)
    #expect(document.clauses.count == 1)
    #expect(document.clauses.first?.headings.last == "4.2 Voice cloning")
  }

  @Test("A list item above paragraphs of its own is their heading")
  func listedHeading() {
    let document = Segmented(
      """
      # Quillmoor Terms

      1.  **Payment**

          You pay in advance for each month of the service that you order from us.

      2.  **Refunds**

          We refund what you paid if the service was not available for a whole day.
      """)
    #expect(document.clauses.map(\.headings.last) == ["1. Payment", "2. Refunds"])
  }

  @Test("An underline of equals signs makes a heading even across blank lines")
  func farUnderline() {
    let document = Segmented(
      "Larkspur Rules\n\n\n==============\n\nBe kind to the other cooks on Larkspur.\n")
    #expect(document.clauses.map(\.headings) == [["Larkspur Rules"]])
  }

  @Test("A row of a layout table that is set as a heading is one")
  func headingInTable() {
    let document = Segmented(
      """
      # Quillmoor Terms

      |     |     |
      | --- | --- |
      | ### 9\\. Indemnity | [Top](#top) |

      You indemnify us against claims of third parties.
      """)
    #expect(document.clauses.map(\.headings.last) == ["9. Indemnity"])
  }

  @Test("An underline below a number and words makes a heading, no list item")
  func underlinedItem() {
    let document = Segmented(
      "Cooks pay nothing.\n\n7. FEES\n=======\n\nGuests pay for each recipe that they read.")
    #expect(document.clauses.last?.headings == ["7. FEES"])
  }

  @Test("A numbered line between paragraphs is a heading, though Markdown calls it a list")
  func soleItem() {
    let document = Segmented(
      "This appendix applies to the cooks of Utopia.\n\n2. Definitions\n\nCook means whoever uploads a recipe to the site."
    )
    #expect(document.clauses.map(\.headings) == [[], ["2. Definitions"]])
  }

  @Test("Each page of a document that is made of several begins a new path")
  func pages() {
    let document = Segmented(
      """
      # Larkspur Terms

      ## 2. Fees

      You pay us for each recipe that you read.

      - - -

      # Quillmoor Policy

      We keep no recipe for longer than a year.

      - - -

      We send a letter to each cook in the spring.
      """)
    #expect(
      document.clauses.map(\.headings) == [["Larkspur Terms", "2. Fees"], ["Quillmoor Policy"], []])
  }

  @Test("A page that repeats its heading as a bold line has one heading")
  func repeated() {
    let document = Segmented(
      """
      # Larkspur Terms

      ## 16. No implied rights

      **No implied rights.**

      16.1 **Ownership.** Larkspur keeps all rights in the recipes that it wrote.
      """)
    #expect(document.clauses.map(\.headings) == [["Larkspur Terms", "16. No implied rights"]])
  }

  @Test("A label with a colon is closed by the next heading")
  func label() {
    let document = Segmented(
      """
      **A note about the future:**

      We may open further kitchens in the years to come.

      **Guests**

      We count the guests of each kitchen every evening.
      """)
    #expect(document.clauses.map(\.headings) == [["A note about the future:"], ["Guests"]])
  }

  @Test("A callout's heading stands above one passage")
  func callout() {
    let document = Segmented(
      """
      # Larkspur Terms

      ## Kitchens

      ##### Note

      We keep the English recipe as the official one.

      We close each kitchen at midnight, without exception.
      """)
    #expect(
      document.clauses.map(\.headings) == [
        ["Larkspur Terms", "Kitchens", "Note"], ["Larkspur Terms", "Kitchens"],
      ])
    #expect(document.clauses.map(\.title) == ["Kitchens", "Kitchens"])
  }

  @Test("A bold line with a Roman number is a heading, no item of a list")
  func romanHeading() {
    let document = Segmented(
      """
      **II. KITCHENS**

      Each kitchen has a cook whom Larkspur has chosen with care.

      **III. CONTACT**

      You can reach us by a letter to the head cook of Larkspur.
      """)
    #expect(document.clauses.map(\.headings) == [["II. KITCHENS"], ["III. CONTACT"]])
  }

  @Test("A long sentence that the page marked as a heading is a clause")
  func sentence() {
    let sentence = "We do not tolerate knives in the hands of guests who have not been shown how to use them."
    let document = Segmented(
      "## Knives\n\n### \(sentence)\n\nWrite to us if you see one in a kitchen of ours.")
    #expect(document.clauses.first?.text == sentence)
    #expect(document.clauses.allSatisfy { $0.headings == ["Knives"] })
  }
}
