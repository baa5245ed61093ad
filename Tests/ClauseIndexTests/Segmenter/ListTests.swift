// Lists: what stays with the sentence above, what is a clause by itself.

import ClauseIndex
import Testing

@Suite("Lists")
struct ListTests {
  @Test("Short items are one clause with the sentence that leads into them")
  func together() {
    let document = Segmented(
      """
      You will not use Larkspur to:

      *   sell recipes of others;
      *   send unwanted messages; or
      *   harm other cooks.
      """)
    #expect(
      document.clauses.map(\.text) == [
        "You will not use Larkspur to:\n• sell recipes of others;\n• send unwanted messages; or\n• harm other cooks."
      ])
  }

  @Test("Paragraphs numbered (a), (b) are a list")
  func legalList() {
    let document = Segmented(
      "You will not:\n\n(a) sell recipes of others;\n\n(b) send unwanted messages; or\n\n(c) harm other cooks."
    )
    #expect(document.clauses.count == 1)
    #expect(document.clauses.first?.text.hasSuffix("• (c) harm other cooks.") == true)
  }

  @Test("After (h) comes the letter (i), not the Roman one")
  func letters() {
    let items = "fghij".map { "(\($0)) harm cook number \($0);" }.joined(separator: "\n\n")
    let document = Segmented("You will not:\n\n" + items + "\n\n(k) or harm us.")
    #expect(document.clauses.count == 1)
  }

  @Test("Items with run-in titles are clauses each and keep their lead-in")
  func titled() {
    let document = Segmented(
      """
      # Larkspur Privacy Policy

      We share personal data in these cases:

      *   **Service providers.** We share data with companies that host Larkspur for us and are bound by contract.
      *   **Authorities.** We share data with authorities where a law of Utopia obliges us to do so in writing.
      *   **Buyers.** We share data with whoever buys Larkspur, if they promise to keep this policy for a year.
      """)
    #expect(document.clauses.map(\.title) == ["Service providers", "Authorities", "Buyers"])
    #expect(document.clauses.allSatisfy { $0.leadIn == "We share personal data in these cases:" })
    #expect(document.hasSoundRanges)
    #expect(document.source(of: document.clauses[0]).hasPrefix("We share personal data"))
  }

  @Test("Numbered provisions are clauses each")
  func provisions() {
    let document = Segmented(
      """
      ## Registration

      1.  An applicant registers by sending the form on the site to us.
      2.  We may refuse an application if the form has false statements.
      3.  The contract begins when we confirm the registration by letter.
      """)
    #expect(document.clauses.map(\.number) == ["1", "2", "3"])
  }

  @Test("Definitions are clauses one by one")
  func definitions() {
    let document = Segmented(
      """
      In these terms:

      *   “Cook” means a person who has an account with Larkspur and uploads recipes to the service that we run.
      *   “Recipe” means a list of ingredients and steps that a cook uploads, with all pictures that belong to it.
      *   “Service” means the site and all apps that we offer under the name of Larkspur in any country at all.
      """)
    #expect(document.clauses.count == 3)
    #expect(document.clauses.allSatisfy { $0.text.contains("” means") })
  }

  @Test("What goes on in lower case below a list belongs to its clause")
  func tail() {
    let document = Segmented(
      "If you\n\n*   break these terms, or\n*   do not pay,\n\nwe may close your account without notice.")
    #expect(document.clauses.count == 1)
    #expect(document.clauses.first?.text.hasSuffix("we may close your account without notice.") == true)
  }

  @Test("Lines without bullets after a colon are items")
  func unmarked() {
    let document = Segmented("We collect these data:\n\nYour name\n\nYour address\n\nYour favourite recipes")
    #expect(
      document.clauses.map(\.text) == [
        "We collect these data:\n• Your name\n• Your address\n• Your favourite recipes"
      ])
  }

  @Test("Bullets within one paragraph are items")
  func inlineBullets() {
    let document = Segmented("You confirm: • that you are of age; • that you may cook; • that you like it.")
    #expect(document.clauses.count == 1)
    #expect(document.clauses.first?.text.split(separator: "\n").count == 4)
  }

  @Test("A number with two digits keeps its item's paragraphs, four columns in")
  func wideNumbers() {
    let document = Segmented(
      "10.  Cooks must be of age, and each of them must have an account with us.\n\n    Proof may be asked for at any time by those who run the service here.\n\n11.  Guests need no account to read the recipes that cooks have made public."
    )
    #expect(document.clauses.contains { $0.number == "10" && $0.text.contains("of age") })
    #expect(document.hasSoundRanges)
  }

  @Test("An indented list is one, also right below a paragraph")
  func indented() {
    for gap in ["\n", "\n\n"] {
      let document = Segmented(
        "You will not:\(gap)    * sell recipes;\n    * send messages; or\n    * harm cooks.")
      #expect(
        document.clauses.map(\.text) == [
          "You will not:\n• sell recipes;\n• send messages; or\n• harm cooks."
        ])
    }
  }

  @Test("Numbered parts of one sentence stay together, also where the page escapes only the first number")
  func numberedFragments() {
    let document = Segmented(
      "By uploading a recipe you:\n\n1\\. Grant us a licence to it;\n2. Waive your moral rights; and\n3. Keep us unharmed."
    )
    #expect(document.clauses.count == 1)
    #expect(document.clauses.first?.text.hasPrefix("By uploading a recipe you:\n• 1. Grant us") == true)
  }

  @Test("A numbered clause doesn't stand under the heading that has the number before its own")
  func siblings() {
    let document = Segmented(
      "# Terms\n\n**4. Content**\n\n**4.1 Licence**\n\nYou give us a licence to show your recipes.\n\n4.2 We own the service and its name."
    )
    #expect(
      document.clauses.map(\.headings) == [["Terms", "4. Content", "4.1 Licence"], ["Terms", "4. Content"]])
  }

  @Test("What leads into definitions is the lead-in of the first, whose bytes hold it")
  func leadIntoDefinitions() {
    let document = Segmented("In these terms:\n\n“Cook” means a person.\n\n“Guest” means whoever reads.")
    #expect(document.clauses.map(\.text) == ["“Cook” means a person.", "“Guest” means whoever reads."])
    #expect(document.clauses.map(\.leadIn) == ["In these terms:", nil])
    #expect(document.clauses.first?.lines == 1...3)
  }

  @Test("A sentence that ends in a colon leads into the sections below it")
  func leadsIntoSections() {
    let document = Segmented(
      """
      # Larkspur Terms

      ## Data

      We learn about you in several ways, including by:

      ### Letters

      This is what you write to us in letters of your own.

      ### Visits

      This is what we see when you visit a kitchen of ours.
      """)
    #expect(document.clauses.count == 2)
    #expect(
      document.clauses.allSatisfy { $0.leadIn == "We learn about you in several ways, including by:" })
    #expect(document.hasSoundRanges)
  }

  @Test("A whole sentence that says what is set out below leads into the items, and stays a clause")
  func pointsDown() {
    let item =
      "Larkspur may print, sell, lend and read aloud each recipe that a guest has sent to it, and may do so"
      + " in every kitchen, in every season of the year, for as long as the guest eats there and a year longer."
    let document = Segmented(
      "4. A guest allows Larkspur the uses that are set forth below.\n    1. \(item)\n    2. \(item)")
    #expect(document.clauses.count == 3)
    #expect(
      document.clauses.last?.leadIn == "A guest allows Larkspur the uses that are set forth below.")
  }

  @Test("A bullet alone on a line goes with the paragraph below")
  func loneBullets() {
    let document = Segmented(
      "You give us:\n\n●\n\nkitchen information, such as its size;\n\n●\n\nguest information, such as names.")
    #expect(
      document.clauses.map(\.text) == [
        "You give us:\n• kitchen information, such as its size;\n• guest information, such as names."
      ])
  }

  @Test("A sentence above items with headings of their own leads into what stands below these")
  func leadAboveHeadings() {
    let document = Segmented(
      """
      ## Tables in the garden

      If you eat in the garden, we allow the following with restrictions:

      *   Open Fires
          *   Open fires with flames of more than one foot are prohibited
      *   Music (from instruments and singers)
          *   Guests must not play louder than the birds that live in the trees of the garden
          *   Guests must have asked the cook and be able to show the note that the cook has given them
          *   Songs must follow the customs of the house
      """)
    #expect(document.clauses.count == 2)
    #expect(document.clauses.allSatisfy { $0.leadIn?.hasPrefix("If you eat in the garden") == true })
  }
}
