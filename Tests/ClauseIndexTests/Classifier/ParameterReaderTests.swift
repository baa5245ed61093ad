import Testing

@testable import ClauseIndex

private func values(_ kind: ParameterRule.Kind, _ sentence: String) -> [String] {
  ParameterReader.values(of: kind, in: sentence).map(\.value)
}

@Suite struct ParameterReaderTests {
  @Test(arguments: [
    ("You may opt out within 30 days of signing up.", ["30 days"]),
    ("We give thirty (30) days notice, or fourteen calendar days in a hurry.", ["30 days", "14 days"]),
    ("No claim may be brought more than one (1) year after it arose.", ["1 year"]),
    ("There is a 30-day period of grace and a twelve-month (12-month) term.", ["30 days", "12 months"]),
    (
      "We delete accounts after 24 consecutive months, with two years for records.", ["24 months", "2 years"]
    ),
    (
      "Refunds take three to five business days; tell us within 24 hours.",
      ["3 business days", "5 business days", "24 hours"]
    ),
    ("Cookies last 13–25 months.", ["13 months", "25 months"]),
    ("You have one hundred and eighty (180) days.", ["180 days"]),
    ("Write to us within a year.", ["1 year"]),
    ("Notice of five (5) or more working days is given.", ["5 business days"]),
    ("We answer within 48hrs.", ["48 hours"]),
  ])
  func `periods are read whatever their wording`(sentence: String, expected: [String]) {
    #expect(values(.duration, sentence) == expected)
  }

  @Test func `a period's number is days, with a month a twelfth of a year`() {
    func days(_ sentence: String) -> [Double?] {
      ParameterReader.values(of: .duration, in: sentence).map(\.number)
    }
    #expect(days("30 days, 2 weeks, 12 months, 1 year, 24 hours") == [30, 14, 365, 365, 1])
    #expect(days("within 5 business days") == [7])
  }

  @Test(arguments: [
    "You must be at least 13 years old.", "Nobody under eighteen (18) years of age may join.",
    "Our help desk is there 24 hours a day, seven days a week.", "We charge 1.5% per month.",
    "Ads are for people 21 years or older.",
  ])
  func `an age, a rate or opening hours are no period`(sentence: String) {
    #expect(values(.duration, sentence) == [])
  }

  @Test(arguments: [
    ("Our liability is limited to US$100.", ["USD 100"]),
    ("It will not exceed $ 1,000.00.", ["USD 1,000"]),
    ("We owe at most one hundred U.S. dollars ($100).", ["USD 100"]),
    (
      "The cap is 100 EUR, €50, £100, CHF 50 or CAD 150.",
      ["EUR 100", "EUR 50", "GBP 100", "CHF 50", "CAD 150"]
    ),
    (
      "Pay A$20, AU$30, C$40, NZ$50, HK$60 or S$70.",
      ["AUD 20", "AUD 30", "CAD 40", "NZD 50", "HKD 60", "SGD 70"]
    ),
    ("A sum of two hundred Canadian dollars ($200).", ["CAD 200"]),
    ("NOT MORE THAN FIFTY DOLLARS (U.S. $50.00).", ["USD 50"]),
    ("The fee is 12,50 € or $0.70, and €40 436,30 of capital.", ["EUR 12.50", "USD 0.70", "EUR 40,436.30"]),
    ("Claims of more than $1 million or 5.000 EUR.", ["USD 1,000,000", "EUR 5,000"]),
    ("Up to $100 CAD, 500 Swiss francs and ₹500.", ["CAD 100", "CHF 500", "INR 500"]),
    ("USD100 (one hundred US dollars).", ["USD 100"]),
    ("All prices are in US dollars.", []),
  ])
  func `sums are read with their currency`(sentence: String, expected: [String]) {
    #expect(values(.amount, sentence) == expected)
  }

  @Test(arguments: [
    (
      "the greater of US$100 and the amounts paid by you in the twelve (12) months before the claim",
      ["USD 100", "fees of 12 months"]
    ),
    (
      "Our total liability will not exceed the fees you paid us during the year preceding the event.",
      ["fees of 12 months"]
    ),
    (
      "limited to what was paid in the last six months or €50, whichever is more",
      ["fees of 6 months", "EUR 50"]
    ),
    (
      "In the 3 months before the claim arose, the amounts you paid are the limit of liability.",
      ["fees of 3 months"]
    ),
    (
      "limited to 125% of the fees that you paid in the 12 months before the breach",
      ["125% of fees of 12 months"]
    ),
    ("Our liability does not exceed the amount you paid to use the service.", ["fees paid"]),
    ("All fees are payable within 30 days of the invoice.", []),
    ("Fees paid are not refunded.", []),
  ])
  func `fees of a period are a measure of their own`(sentence: String, expected: [String]) {
    #expect(values(.amount, sentence) == expected)
  }

  @Test(arguments: [
    ("You must be at least 13 years old.", ["13"]),
    ("Children under the age of 16 may not join.", ["16"]),
    ("This is for people who are 18 years of age or older.", ["18"]),
    ("Rated 18+ only.", ["18"]),
    ("You must be thirteen, that is, at least thirteen (13) years old.", ["13"]),
    ("Whoever is under 18 but at least 13 years old must ask a parent.", ["18", "13"]),
    ("Teenagers between 13 and 17 years old need consent.", ["13", "17"]),
    ("We collect nothing from children under 13 (or 16 in some places).", ["13", "16"]),
    ("the age of majority (18 in most countries)", ["18"]),
    ("Wait until your 13th birthday.", ["13"]),
    ("a child who has not turned 15 yet", ["15"]),
    ("No one under 13 is allowed here.", ["13"]),
    ("Users must be eighteen (18) or more years of age.", ["18"]),
  ])
  func `ages are read in order`(sentence: String, expected: [String]) {
    #expect(values(.age, sentence) == expected)
  }

  @Test(arguments: [
    "We keep invoices for 10 years.", "A notice under 17 U.S.C. 512 is needed.", "It costs under $15.",
    "You have at least 14 days to withdraw.", "We speak over 20 languages.", "See your rights under 11(a).",
  ])
  func `numbers of other things are no ages`(sentence: String) {
    #expect(values(.age, sentence) == [])
  }

  @Test(arguments: [
    ("Arbitration is administered by the American Arbitration Association (\"AAA\").", ["AAA"]),
    ("JAMS will administer the arbitration; otherwise National Arbitration & Mediation.", ["JAMS", "NAM"]),
    ("The AAA’s Mass Arbitration Rules apply.", ["AAA"]),
    ("under the Rules of Arbitration of the International Chamber of Commerce", ["ICC"]),
    ("administered by the Hong Kong International Arbitration Centre", ["HKIAC"]),
    ("FairClaims or New Era ADR decides.", ["FairClaims", "New Era ADR"]),
    ("The Brindlewick Arbitration Chamber administers it.", ["Brindlewick Arbitration Chamber"]),
    ("under the Rules of the Ostermeer Institute of Arbitration", ["Ostermeer Institute of Arbitration"]),
    ("A nam is no word, and jams are made of fruit.", []),
    ("The SCC are the standard contractual clauses.", []),
    ("The Arbitration Agreement and the Mass Arbitration Rules apply.", []),
  ])
  func `providers are read by name and by initials`(sentence: String, expected: [String]) {
    #expect(values(.provider, sentence) == expected)
  }

  @Test func `a reading becomes the value of its rule, with the words as written`() throws {
    let rule = ParameterRule(id: "opt_out_period", kind: .duration, near: "opt* out")
    let reading = try #require(
      ParameterReader.values(of: .duration, in: "Within thirty (30) days you may opt out.").first)
    #expect(
      reading.value(of: rule)
        == ParameterValue(
          parameter: "opt_out_period", kind: .duration, value: "30 days", number: 30, text: "thirty (30) days"
        ))
  }
}
