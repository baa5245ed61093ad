// What belongs to the page is kept, but is no clause.

import ClauseIndex
import Testing

@Suite("Boilerplate")
struct BoilerplateTests {
  @Test(
    "Lines of the page are boilerplate",
    arguments: [
      "Last updated: 3 May 2031", "**Effective Date:** June 1, 2031", "Skip to content", "Back to top",
      "© 2031 Larkspur Ltd. All rights reserved.", "[Home](/) | [Terms](/t) | [Privacy](/p)",
      "[Home](/) > [Legal](/l) > [Terms](/t)", "Was this helpful?", "Print",
      "We use cookies to improve the site. Choose “Accept all” to agree.",
      "Larkspur Ltd  \n1 Garden Road  \nUtopia",
      "[Deutsch](/de) [Français](/fr)", "support@example.org", "Definitions ................ 7",
    ])
  func lines(line: String) {
    let document = Segmented("You may cook every day.\n\n" + line)
    #expect(document.boilerplate.count == 1)
    #expect(document.clauses.count == 1)
  }

  @Test(
    "Short provisions are no boilerplate",
    arguments: [
      "You must be of age to use Larkspur.", "Cookies are small files that a site stores in your browser.",
      "We last updated the section on fees to say that refunds take ten days for all cooks in Utopia.",
      "See our [cookie policy](/c) for how we use cookies.",
    ])
  func provisions(line: String) {
    #expect(Segmented(line).boilerplate.isEmpty)
  }

  @Test("A list of links is a menu, a list of the document's headings its table of contents")
  func contents() {
    let document = Segmented(
      """
      # Larkspur Terms

      *   [Cooks](#1)
      *   [Guests](#2)

      1.  Cooks
      2.  Guests
      3.  Fees

      ## Cooks

      Cooks may upload recipes.

      ## Guests

      Guests may read recipes.

      ## Fees

      Fees are due each month.
      """)
    #expect(document.boilerplate.count == 2)
    #expect(document.clauses.map(\.title) == ["Cooks", "Guests", "Fees"])
  }

  @Test("A heading of the page opens no section")
  func pageHeading() {
    let document = Segmented(
      "# Larkspur Terms\n\n## Table of contents\n\nWelcome to the terms of Larkspur, dear cook.")
    #expect(document.clauses.map(\.headings) == [["Larkspur Terms"]])
  }

  @Test("Every word of the page is in a passage or a heading")
  func nothingLost() {
    let document = Segmented(
      "Skip\n\n# Terms\n\nAlpha beta.\n\n* gamma\n* delta\n\n```\nepsilon\n```\n\n> zeta eta\n\n| theta |\n| --- |\n| iota |"
    )
    let all = document.passages.map { $0.text + $0.headings.joined() }.joined(separator: " ")
    for word in ["Skip", "Terms", "Alpha", "gamma", "delta", "epsilon", "zeta", "theta", "iota"] {
      #expect(all.contains(word))
    }
  }

  @Test("The heads and feet of printed pages are boilerplate")
  func furniture() {
    let pages = (1...5).map {
      "LARK-QM-0100 B3 - \($0) -\n\nEach cook of Larkspur washes both hands before the work of day \($0) begins."
    }
    let document = Segmented(pages.joined(separator: "\n\n"))
    #expect(document.boilerplate.count == 5)
    #expect(document.clauses.count == 5 && document.clauses.allSatisfy { $0.headings.isEmpty })
  }

  @Test("The first line of a sample document is boilerplate")
  func sample() {
    let document = Segmented(
      "> Sample document of ClauseIndex. Larkspur is an invented platform; these terms bind nobody.\n\n"
        + "We keep the recipes of each guest in one place.")
    #expect(document.boilerplate.count == 1 && document.clauses.count == 1)
  }

  @Test("A question as a link, also around two blocks, is boilerplate")
  func linkedQuestions() {
    let document = Segmented(
      """
      Each guest keeps the recipes they have written.

      [How can I take a recipe out of the shared book of my kitchen?](/help/1)

      [How do cooks answer the guests of a full and noisy table?

      * * *](/help/2)

      [Move the recipes of one kitchen into another kitchen that you run](/help/3)
      """)
    #expect(document.clauses.count == 1)
    #expect(document.boilerplate.count == 3)
  }

  @Test("Links with the names of regions around them are boilerplate, a sentence with links is none")
  func namedLinks() {
    let document = Segmented(
      """
      Previous versions of the Larkspur Terms of Service

      North ([3 May 2019](/n)), South ([4 May 2019](/s)), Islands - West ([5 May 2019](/w))

      Cooks follow the [Kitchen Rules](/k), the [Table Rules](/t) and the [Garden Rules](/g) at all times
      """)
    #expect(document.clauses.map { $0.text.prefix(5) } == ["Cooks"])
  }

  @Test("What a guest picks on the page is boilerplate and no heading")
  func choices() {
    let document = Segmented(
      """
      I need to change my order

      I have another question

      Larkspur answers each question of a guest within three working days.
      """)
    #expect(document.boilerplate.count == 2)
    #expect(document.clauses.map(\.title) == [nil])
  }
}
