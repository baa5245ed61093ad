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

  @Test("A numbered title after a paragraph goes on with the document's headings")
  func nextNumber() {
    let document = Segmented(
      """
      1. Kitchens

      Each cook keeps the kitchen clean and leaves it as it was found.

      2. Additional Rules and Their Meaning

      In this part:

      (a) "Pan" means any vessel that Larkspur lends to a cook for a day.

      (b) "Pot" means any vessel that is deeper than a pan of its width.

      3. Your Rights as a Guest under the Old Table Customs of Larkspur (OTC)

      Guests may leave the table whenever they wish to do so.
      """)
    #expect(document.clause("keeps the kitchen")?.headings == ["1. Kitchens"])
    #expect(document.clause("any vessel that Larkspur")?.title == "Additional Rules and Their Meaning")
    #expect(
      document.clause("leave the table")?.title
        == "Your Rights as a Guest under the Old Table Customs of Larkspur (OTC)")
    #expect(!document.passages.contains { $0.text.contains("Additional Rules") })
  }

  @Test("A section with its title in its text ends the heading with the number before")
  func closedByTitle() {
    let document = Segmented(
      """
      # Larkspur Terms

      **4. Liability.**

      **(a)** Larkspur is not liable for soups that were left on the stove over night.

      **(b)** Larkspur is not liable for guests who bring their own spoons to the table.

      **5. Law and Place.** These terms follow the law of the town in which the kitchen stands.

      **6. Notices.** Larkspur writes to cooks by letter and hangs a copy on the door.
      """)
    #expect(document.clause("left on the stove")?.headings == ["Larkspur Terms", "4. Liability."])
    #expect(document.clause("law of the town")?.headings == ["Larkspur Terms"])
    #expect(document.clause("by letter")?.headings == ["Larkspur Terms"])
  }

  @Test("A list that began at 1 below a heading doesn't end it")
  func listBelowHeading() {
    let document = Segmented(
      """
      ## 2. Duties

      **1. Clean Hands.** Each cook washes both hands before any work in the kitchen begins.

      **2. Sharp Knives.** Each cook sharpens the knives that belong to the kitchen every week.

      **3. Hot Plates.** Each cook warms the plates of the guests before a meal is served.
      """)
    #expect(document.clauses.map(\.headings) == Array(repeating: ["2. Duties"], count: 3))
    let nested = Segmented(
      """
      ## 1. Peace at the Table

      1.  **Quiet Voices**: We keep the table calm and ask each guest to speak softly at all times.
          1.  Do not shout at the cooks of a kitchen, whatever they have put on your plate tonight.
          2.  Do not sing songs that other guests have asked you to leave out of the evening.
      2.  **Kind Words**: We keep the table kind and ask each guest to leave out hard words.
          1.  Do not mock the dishes that other guests have chosen from the list of the kitchen.
          2.  Do not mock the manners of guests who have come to the table for the first time.
      """)
    #expect(nested.clauses.allSatisfy { $0.headings.first == "1. Peace at the Table" })
  }

  @Test("An item with a colon inside, or below one, is no heading")
  func onlyItem() {
    let document = Segmented(
      """
      **Information about work**

      *   Examples include: kitchens in which a cook has worked

      In addition to what cooks tell us, we receive the names of the guests whom they have served this year.
      """)
    #expect(document.clause("In addition")?.headings == ["Information about work"])
    #expect(document.clause("Examples include") != nil)
    let shared = Segmented(
      """
      ## Fees

      We never charge fees for:

      *   Soup spoons

      Everything else on the table costs what the list of the kitchen says about it on that day.
      """)
    #expect(shared.clause("Soup spoons")?.text.hasPrefix("We never charge") == true)
    #expect(shared.clause("Everything else")?.headings == ["Fees"])
  }
}
