import Testing

@testable import ClauseIndex

private func values(_ kind: ParameterRule.Kind, _ sentence: String) -> [String] {
  ParameterReader.values(of: kind, in: sentence).map(\.value)
}

@Suite struct ParameterPlaceTests {
  @Test(arguments: [
    ("These terms are governed by the laws of the State of California.", ["California, US"]),
    ("This agreement is governed by Irish law.", ["Ireland"]),
    ("The law of England and Wales applies to it.", ["England and Wales, GB"]),
    ("English law governs the contract.", ["England, GB"]),
    ("It is governed by the laws of your country of residence.", ["user's country"]),
    ("It is governed by the law of the country in which you live.", ["user's country"]),
    ("German law applies, excluding the CISG.", ["Germany"]),
    (
      "governed by the laws of the Province of Ontario and the federal laws of Canada applicable therein",
      ["Ontario, CA", "Canada"]
    ),
    ("governed by the internal laws of the State of New York, USA", ["New York, US"]),
    ("governed by California law and U.S. federal law", ["California, US", "United States"]),
    (
      "THESE TERMS ARE GOVERNED BY THE LAWS OF THE STATE OF NEW SOUTH WALES, AUSTRALIA.",
      ["New South Wales, AU"]
    ),
    ("Governing law: Netherlands", ["Netherlands"]),
    ("governed by the laws of the People’s Republic of China", ["China"]),
    ("governed by the law of the Federal Republic of Germany", ["Germany"]),
    ("governed by the laws of the Hong Kong Special Administrative Region", ["Hong Kong"]),
    (
      "construed, without regard to conflicts of laws, in accordance with the laws of Scotland",
      ["Scotland, GB"]
    ),
    ("Washington State law governs these terms.", ["Washington, US"]),
    ("We chose the State of Texas as the place whose laws decide how these terms are read.", ["Texas, US"]),
  ])
  func `the chosen law is read as a state or a country`(sentence: String, expected: [String]) {
    #expect(values(.law, sentence) == expected)
  }

  @Test(arguments: [
    "Brindle is a company organised and existing under the laws of Ireland, which is governed by a board.",
    "You keep the mandatory provisions of the law of the country where you live, which apply to you.",
    "The service is subject to export control laws of the United States.",
    "We answer law enforcement in France as the rules that apply to us require.",
    "If the law of your country does not allow this limitation, it does not apply.",
  ])
  func `laws that nobody chose are left out`(sentence: String) {
    #expect(values(.law, sentence) == [])
  }

  @Test(arguments: [
    (
      "the state and federal courts located in San Francisco County, California",
      ["San Francisco County, California, US"]
    ),
    ("the courts of Amsterdam have jurisdiction", ["Amsterdam, Netherlands"]),
    ("the courts located in Santa Clara County", ["Santa Clara County, California, US"]),
    ("the courts of England and Wales", ["England and Wales, GB"]),
    ("the exclusive jurisdiction of the Irish courts", ["Ireland"]),
    ("courts located in King County in the State of Washington", ["King County, Washington, US"]),
    (
      "COURTS LOCATED IN KING COUNTY, WASHINGTON, USA, HAVE JURISDICTION OVER EVERYTHING",
      ["King County, Washington, US"]
    ),
    (
      "either the federal court for the Northern District of California or a court in San Mateo County",
      ["Northern District of California, US", "San Mateo County, California, US"]
    ),
    ("the state courts in New York, New York", ["New York, New York, US"]),
    ("the courts of Prague, Czech Republic", ["Prague, Czech Republic"]),
    ("any court in the State of California, Los Angeles County", ["Los Angeles County, California, US"]),
    ("a court in Boise, Idaho", ["Boise, Idaho, US"]),
    ("courts located in Palo Alto, CA", ["Palo Alto, California, US"]),
    (
      "the courts of the City and County of San Francisco, California",
      ["San Francisco County, California, US"]
    ),
    ("Tokyo District Court is the court of first instance", ["Tokyo, Japan"]),
    ("the courts of the country where you live", ["user's country"]),
    ("you may also go to your local courts", ["user's residence"]),
    ("the arbitration will take place in the county where you reside", ["user's county"]),
    ("The seat of arbitration shall be London.", ["London, England, GB"]),
    ("the courts of the canton of Zurich", ["Zurich, Switzerland"]),
  ])
  func `courts are read with city or county, state and country`(sentence: String, expected: [String]) {
    #expect(values(.forum, sentence) == expected)
  }

  @Test(arguments: [
    "Any court of competent jurisdiction may enter the award.", "A court order from Ireland is needed.",
    "You may go to small claims court.", "The EU Court of Justice has struck it down.",
  ])
  func `a court without a place is none`(sentence: String) {
    #expect(values(.forum, sentence) == [])
  }

  @Test func `every place of the tables is found under its own name`() {
    for table in [CountryTable.rows, RegionTable.rows] {
      for line in table.split(separator: "\n") {
        let columns = line.split(separator: ";", omittingEmptySubsequences: false)
        #expect(columns.count == 4, "\(line)")
        let place = Gazetteer.places[String(columns[0])]
        let hit = Gazetteer.hits(in: ParameterText("governed by the laws of " + columns[1])).first
        #expect(hit?.place == place, "\(line)")
      }
    }
  }

  @Test func `every city and county of the tables is in a place that is there`() {
    for table in [RegionTable.cities, RegionTable.counties] {
      for line in table.split(separator: "\n") {
        let code = line.prefix { $0 != ";" }
        #expect(Gazetteer.places[String(code)] != nil, "\(line)")
      }
    }
  }

  @Test func `Georgia is the state unless it is called a country or republic`() {
    #expect(values(.law, "governed by the laws of Georgia") == ["Georgia, US"])
    #expect(values(.law, "governed by the laws of the Republic of Georgia") == ["Georgia (country)"])
  }
}
