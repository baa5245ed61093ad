// Names of places in a sentence → the countries, states and cities that they are.

/// A country, a state or province, or a city.
struct Place: Hashable {
  enum Kind {
    case country, region, city
  }

  var kind: Kind
  /// ISO 3166 code; a city's is that of the state or country it is in.
  var code: String
  var name: String

  /// "Ireland", "California, US", "San Francisco, California, US", "Amsterdam, Netherlands".
  var value: String {
    switch kind {
    case .country: name
    case .region: name + ", " + code.prefix(2)
    case .city: name + ", " + (Gazetteer.places[code]?.value ?? code)
    }
  }

  /// The state or country that a city is in, or the place itself.
  var jurisdiction: Place { kind == .city ? Gazetteer.places[code] ?? self : self }

  /// Whether another place lies within this one.
  func contains(_ other: Place) -> Bool {
    switch kind {
    case .city: return false
    case .region:
      return other.kind == .city && other.code == code || code == "GB-EAW" && other.code == "GB-ENG"
    case .country:
      if other.kind == .country { return Gazetteer.territories[other.code] == code }
      return other.code.hasPrefix(code)
    }
  }
}

/// A place that a sentence names.
struct PlaceHit {
  var place: Place
  var words: Range<Int>
  /// Whether it is an adjective: "Irish", not "Ireland".
  var isAdjective: Bool
}

/// The places that sentences name.
enum Gazetteer {
  /// The places in a sentence, in order; of two that overlap the longer, or the one that begins first.
  static func hits(in text: ParameterText) -> [PlaceHit] {
    var result: [PlaceHit] = []
    var at = 0
    while at < text.count {
      guard text.capitals[at], let hit = hit(text, at) else {
        at += 1
        continue
      }
      result.append(hit)
      at = hit.words.upperBound
    }
    return result
  }

  private static func hit(_ text: ParameterText, _ at: Int) -> PlaceHit? {
    if let entries = entries[text[at]] {
      for entry in entries where text.has(entry.words, at: at) {
        if entry.words.count == 1, text[at].utf8.count == 2, !isAbbreviation(text, at) { continue }
        return PlaceHit(
          place: entry.place, words: at..<at + entry.words.count, isAdjective: entry.isAdjective)
      }
    }
    return postal(text, at)
  }

  /// Whether "us", "uk" or "eu" is the country and no pronoun.
  private static func isAbbreviation(_ text: ParameterText, _ at: Int) -> Bool {
    guard text.isAllCapitals(at) else { return false }
    guard text.isShouted, text[at] == "us" else { return true }
    return text[at - 1] == "the" || text.gap(after: at - 1, has: ",")
      || ["law", "laws", "federal"].contains(text[at + 1])
      || text.ranges[at].count > 2
  }

  /// "Palo Alto, CA".
  private static func postal(_ text: ParameterText, _ at: Int) -> PlaceHit? {
    guard text[at].utf8.count == 2, !text.isShouted, text.isAllCapitals(at),
      text.gap(after: at - 1, has: ","),
      text.isCapital(at - 1), let place = places["US-" + text[at].uppercased()]
    else { return nil }
    return PlaceHit(place: place, words: at..<at + 1, isAdjective: false)
  }

  /// Countries and states by code.
  static let places: [String: Place] = {
    var table: [String: Place] = [:]
    for row in rows { table[row.place.code] = row.place }
    return table
  }()

  /// Territories with a code of their own, and the country whose name may follow theirs.
  static let territories = [
    "HK": "CN", "MO": "CN", "TW": "CN", "PR": "US", "GU": "US", "VI": "US", "AS": "US", "MP": "US",
    "GI": "GB",
    "BM": "GB", "KY": "GB", "VG": "GB", "IM": "GB", "JE": "GB", "GG": "GB",
  ]

  /// The counties that are usual venues: name without "County" → the state.
  static let counties: [String: Place] = {
    var table: [String: Place] = [:]
    for line in RegionTable.counties.split(separator: "\n") {
      let columns = line.split(separator: ";")
      for name in columns[1].split(separator: ",") { table[String(name)] = places[String(columns[0])] }
    }
    return table
  }()

  private struct Row {
    var place: Place
    var names: [String]
    var adjectives: [String]
  }

  private static let rows: [Row] = {
    func rows(_ table: String, _ kind: Place.Kind) -> [Row] {
      table.split(separator: "\n").map { line in
        let columns = line.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
        return Row(
          place: Place(kind: kind, code: columns[0], name: columns[1]),
          names: [columns[1]] + columns[2].split(separator: ",").map(String.init),
          adjectives: columns[3].split(separator: ",").map(String.init))
      }
    }
    return rows(CountryTable.rows, .country) + rows(RegionTable.rows, .region)
  }()

  private struct Entry {
    var words: [String]
    var place: Place
    var isAdjective: Bool
  }

  /// By first word: names, the longest first.
  private static let entries: [String: [Entry]] = {
    var table: [String: [Entry]] = [:]
    func add(_ name: String, _ place: Place, isAdjective: Bool) {
      let words = WordReader.strings(of: name)
      guard let first = words.first else { return }
      let known = table[first, default: []].contains { $0.words == words && $0.isAdjective == isAdjective }
      if !known {
        table[first, default: []].append(Entry(words: words, place: place, isAdjective: isAdjective))
      }
    }
    for row in rows {
      for name in row.names { add(name, row.place, isAdjective: false) }
      for name in row.adjectives { add(name, row.place, isAdjective: true) }
    }
    for line in RegionTable.cities.split(separator: "\n") {
      let columns = line.split(separator: ";")
      for city in columns[1].split(separator: ",") {
        let names = city.split(separator: "=").map(String.init)
        let place = Place(kind: .city, code: String(columns[0]), name: names[0])
        for name in names { add(name, place, isAdjective: false) }
      }
    }
    return table.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }()
}
