// Tables: each row a clause that says what its cells mean.

import ClauseIndex
import Testing

@Suite("Tables")
struct TableTests {
  @Test("A row is a clause with the names of its columns")
  func rows() {
    let document = Segmented(
      """
      | Name | Purpose |
      | --- | --- |
      | _\\_lark_ | Keeps you signed in |
      | pan | Counts your visits |
      """)
    #expect(
      document.clauses.map(\.text) == [
        "Name: _lark; Purpose: Keeps you signed in", "Name: pan; Purpose: Counts your visits",
      ])
    #expect(document.clauses.first?.lines == 1...3)
  }

  @Test("Bold cells below an empty header name the columns")
  func boldHeader() {
    let document = Segmented(
      "|     |     |\n| --- | --- |\n| **Data** | **Reason** |\n| Your name | To greet you by it |")
    #expect(document.clauses.map(\.text) == ["Data: Your name; Reason: To greet you by it"])
  }

  @Test("In a table without names the first of two cells is the label of the second")
  func layout() {
    let document = Segmented("|     |     |\n| --- | --- |\n| Your name | We greet you by your name. |")
    #expect(document.clauses.map(\.text) == ["Your name: We greet you by your name."])
  }

  @Test("Short rows of a table without names make one clause")
  func shortRows() {
    let document = Segmented(
      """
      | | |
      | --- | --- |
      | Kitchen: | See Form 1 |
      | Cook | Larkspur Ltd |
      | Guest | You |
      """)
    #expect(document.clauses.map(\.text) == ["Kitchen: See Form 1\nCook: Larkspur Ltd\nGuest: You"])
  }

  @Test("A number and a few words alone in a wide row are a heading")
  func numberedRow() {
    let document = Segmented(
      """
      | | |
      | --- | --- |
      | (I) Knives and forks | | | |
      | Sharp knives may not be sold on Larkspur to anyone, ever. | | | |
      """)
    #expect(document.clauses.map(\.headings) == [["(I) Knives and forks"]])
  }

  @Test("Cells that lost their table are rows, and a duration is no heading")
  func flat() {
    let rows = ["_la": "79 days", "_lb": "Session", "_lc": "1 year"].sorted { $0.key < $1.key }
    let document = Segmented(
      "# Cookies\n\n"
        + rows.map {
          "\($0.key)\n\n\($0.value)\n\nIt counts how often you open the book of recipes at Larkspur."
        }
        .joined(separator: "\n\n"))
    #expect(document.clauses.count == 3)
    #expect(document.clauses.allSatisfy { $0.headings == ["Cookies"] })
    #expect(document.clauses[0].text.hasPrefix("_la\n79 days\nIt counts"))
  }

  @Test("A table needs no outer bars and may follow on a paragraph")
  func barless() {
    let document = Segmented("We set these:\nName | Purpose\n--- | ---\nlark | Keeps you signed in")
    #expect(document.clauses.contains { $0.text.hasSuffix("Name: lark; Purpose: Keeps you signed in") })
    #expect(document.hasSoundRanges)
  }

  @Test("Line breaks and bullets within a cell stay on its line")
  func cells() {
    let document = Segmented(
      "| Data | Reason |\n| --- | --- |\n| Name | We need it: <br>* to greet you<br>* to pay you |")
    #expect(document.clauses.map(\.text) == ["Data: Name; Reason: We need it: • to greet you • to pay you"])
  }

  @Test("A caption after the row of dashes is a passage of its own")
  func caption() {
    let document = Segmented(
      "|     |     |\n| --- | --- |Data that we use\n| Data: | Uses: |\n| --- | --- |\n| Visits | To count them all |"
    )
    #expect(document.clauses.map(\.text) == ["Data: Visits; Uses: To count them all"])
  }

  @Test("Labels and values that repeat as paragraphs are rows of a lost table")
  func records() {
    let record = { (number: Int) in
      "Name\n\nlark\(number)\n\nPurpose\n\nIt counts visits of kind \(number)\n\nDuration\n\n\(number) days"
    }
    let document = Segmented((1...9).map(record).joined(separator: "\n\n"))
    #expect(document.clauses.count == 9)
    #expect(
      document.clauses.first?.text == "Name: lark1; Purpose: It counts visits of kind 1; Duration: 1 days")
  }

  @Test("Paragraphs that are labels with a few words make one clause a record")
  func labels() {
    let document = Segmented(
      """
      ## Guests who write to us

      We collect: names, addresses

      Purpose: to answer letters

      How long we keep it: as long as the letter matters to the kitchen

      We collect: shoe sizes

      Purpose: to lend slippers to guests

      Source: the guest
      """)
    #expect(
      document.clauses.map(\.text) == [
        "We collect: names, addresses\nPurpose: to answer letters\n"
          + "How long we keep it: as long as the letter matters to the kitchen",
        "We collect: shoe sizes\nPurpose: to lend slippers to guests\nSource: the guest",
      ])
  }

  @Test("A row with nothing but its first cell goes with the row above")
  func partOfRow() {
    let document = Segmented(
      """
      | Data | Purpose | Period |
      | --- | --- | --- |
      | name | setting the table | one evening |
      | favourite soup |     |     |
      | address | sending the bill | one year |
      """)
    #expect(document.clauses.count == 2)
    #expect(document.clauses[0].text.contains("setting the table"))
    #expect(document.clauses[0].text.contains("favourite soup"))
  }
}
