// A sentence → the laws that it chooses.

/// Reads governing laws: "the laws of the State of California", "Irish law", "the law of your country".
enum LawReader {
  static func laws(in text: ParameterText) -> [ParameterReading] {
    guard text.words.contains(where: { nouns.contains($0) }), isChoice(text) else { return [] }
    let hits = Gazetteer.hits(in: text)
    var result: [ParameterReading] = []
    for at in text.words.indices where nouns.contains(text[at]) && !isAside(text, at) {
      let before = placesBefore(text, at, hits)
      if !before.isEmpty {
        result += before
      } else {
        let after = placesAfter(text, at, hits)
        if !after.isEmpty { result += after } else if let own = ownPlace(text, at) { result.append(own) }
      }
    }
    return result
  }

  /// Whether the sentence chooses a law, or is too short to say so: a line of a table.
  private static func isChoice(_ text: ParameterText) -> Bool {
    text.count <= 14
      || text.containsStem(
        ["govern", "constru", "interpret", "applies", "apply", "subject", "accordance", "choice", "chose"],
        in: 0..<text.count)
  }

  /// Whether a law is not the one chosen: of incorporation, or one that protects whatever was chosen.
  private static func isAside(_ text: ParameterText, _ at: Int) -> Bool {
    if text.containsStem(
      ["incorporat", "organi", "existing", "formed", "registered", "establish", "compan"], in: at - 6..<at),
      text.contains(["under"], in: at - 5..<at)
    {
      return true
    }
    // "copyright under United States law", "prohibited by the laws of": no choice.
    if text.contains(["under", "by"], in: at - 5..<at),
      !text.containsStem(["govern", "constru", "interpret"], in: 0..<at)
    {
      return true
    }
    // "conflict of laws", "choice of law principles", "law enforcement"
    if text[at - 1] == "of", conflicts.contains(text[at - 2]) { return true }
    if subjects.contains(text[at - 1]) { return true }
    if asideAfter.contains(text[at + 1]) { return true }
    return text.containsStem(["mandator", "deprive", "protection", "overrid"], in: at - 8..<at)
      && !text.containsStem(["govern"], in: at - 8..<at)
  }

  /// What stands before the word: "Irish law", "California and Irish law".
  private static func placesBefore(_ text: ParameterText, _ law: Int, _ hits: [PlaceHit])
    -> [ParameterReading]
  {
    var end = law
    while end > 0, beforeFillers.contains(text[end - 1]) { end -= 1 }
    if text[law - 1] == "whose",
      let hit = hits.last(where: { $0.words.upperBound < law && $0.words.upperBound >= law - 6 })
    {
      // "we chose Texas as the place whose laws decide"
      return readings(text, [hit], from: hit.words.lowerBound, to: law + 1)
    }
    guard let last = hits.lastIndex(where: { $0.words.upperBound >= end && $0.words.upperBound <= law })
    else { return [] }
    if text[law + 1] == "of",
      hits.contains(where: { $0.words.lowerBound > law && $0.words.lowerBound < law + 6 })
    {
      return []
    }
    var first = last
    while first > 0, isJoined(text, hits[first - 1].words.upperBound, hits[first].words.lowerBound) {
      first -= 1
    }
    return readings(text, Array(hits[first...last]), from: hits[first].words.lowerBound, to: law + 1)
  }

  /// "the laws of the State of New York", "law applicable in the Province of Ontario and of Canada".
  private static func placesAfter(_ text: ParameterText, _ law: Int, _ hits: [PlaceHit]) -> [ParameterReading]
  {
    var at = law + 1
    var isOf = text.gap(after: law, has: ":")
    var limit = law + 9
    if text.gap(after: law, has: "(") || text.gap(after: law, has: ",") { limit = law + 20 }
    while at < min(limit, text.count) {
      if let hit = hits.firstIndex(where: { $0.words.lowerBound == at && !$0.isAdjective }) {
        guard isOf else { return [] }
        var last = hit
        while last + 1 < hits.count, !hits[last + 1].isAdjective,
          isJoined(text, hits[last].words.upperBound, hits[last + 1].words.lowerBound)
        {
          last += 1
        }
        return readings(text, Array(hits[hit...last]), from: law, to: hits[last].words.upperBound)
      }
      let word = text[at]
      if prepositions.contains(word) { isOf = true }
      if !afterFillers.contains(word) {
        // A remark in brackets or between commas may stand before "of".
        guard limit > law + 9, !nouns.contains(word) || text[at - 1] == "of" else { return [] }
        if word != "of" { isOf = false }
      }
      at += 1
    }
    return []
  }

  /// Whether "and", "or" or a comma, and words such as "the State of", are all that parts two places.
  private static func isJoined(_ text: ParameterText, _ end: Int, _ start: Int) -> Bool {
    guard start >= end, start - end <= 9, end > 0 else { return false }
    for at in end..<start where !joiners.contains(text[at]) { return false }
    for at in end - 1..<start where !text.isPhrase(after: at) { return false }
    return true
  }

  /// The laws of some places; a country after its own state, or a city beside its state, has none of its own.
  private static func readings(_ text: ParameterText, _ hits: [PlaceHit], from start: Int, to end: Int)
    -> [ParameterReading]
  {
    var places: [Place] = []
    for (index, hit) in hits.enumerated() {
      let place = hit.place.jurisdiction
      if index > 0, hits[index - 1].place.contains(place) || place.contains(hits[index - 1].place),
        isAddress(text, hits[index - 1].words.upperBound, hit.words.lowerBound)
      {
        if let last = places.last, hits[index - 1].place.kind == .city, place.kind == .region, last != place {
          places[places.count - 1] = place
        }
        continue
      }
      places.append(place)
    }
    return places.map {
      ParameterReading(value: $0.value, number: nil, words: start..<end, text: text.text(start..<end))
    }
  }

  /// Whether the second of two places only says where the first is: "California, USA", "in the State of".
  private static func isAddress(_ text: ParameterText, _ end: Int, _ start: Int) -> Bool {
    !text.contains(["and", "or", "federal"], in: end..<start)
  }

  /// "the laws of the country in which you live", "your local law".
  private static func ownPlace(_ text: ParameterText, _ law: Int) -> ParameterReading? {
    guard
      text.containsStem(
        ["governed", "governs", "constru", "interpret", "apply", "applies"], in: 0..<text.count)
        || text.words.contains("govern")
    else { return nil }
    // "if the law of your country does not allow it", "prohibited by the law of your country"
    let isGoverned = text.containsStem(["govern", "constru"], in: law - 8..<law)
    if text[law + 1] == "that" || text[law - 1] == "applicable" && !isGoverned { return nil }
    if text.contains(
      ["prohibited", "permitted", "required", "allowed", "depending", "if", "conflict", "under", "unless"],
      in: law - 5..<law),
      !isGoverned
    {
      return nil
    }
    if text.contains(["your"], in: law - 3..<law), text[law - 1] == "local" || text[law - 1] == "home" {
      return reading(text, "user's country", law - 2..<law + 1)
    }
    guard let preposition = (law + 1..<law + 5).first(where: { prepositions.contains(text[$0]) }) else {
      return nil
    }
    for at in preposition + 1..<preposition + 7 {
      if text[at] == "section" { return nil }
      guard let name = own[text[at]] else { continue }
      let after = at + 1..<at + 10
      guard
        text.contains(["your"], in: preposition..<at) || text.contains(["you", "your"], in: after)
          || text.containsStem(["consumer", "customer", "resid", "domicil", "habitual"], in: after)
      else { return nil }
      var value = name
      if name == "user's state", text.contains(["country", "nation"], in: at + 1..<at + 5) {
        value = "user's country"
      }
      return reading(text, value, law..<min(at + 1, text.count))
    }
    return nil
  }

  private static func reading(_ text: ParameterText, _ value: String, _ words: Range<Int>) -> ParameterReading
  {
    let words = words.clamped(to: 0..<text.count)
    return ParameterReading(value: value, number: nil, words: words, text: text.text(words))
  }

  private static let nouns: Set<String> = ["law", "laws", "legislation"]
  private static let conflicts: Set<String> = [
    "conflict", "conflicts", "choice", "choices", "court", "courts", "rule", "operation",
  ]
  /// What laws are about that govern no contract: "export laws of the United States".
  private static let subjects: Set<String> = [
    "export", "import", "privacy", "sanctions", "sanction", "copyright", "trade", "tax", "protection",
    "securities", "consumer",
    "criminal", "employment", "labor", "labour", "control", "property", "trademark", "patent", "advertising",
    "content",
  ]
  private static let asideAfter: Set<String> = ["enforcement", "firm", "firms", "school"]
  private static let beforeFillers: Set<String> = [
    "substantive", "internal", "federal", "state", "domestic", "material", "national", "local", "private",
    "contract",
    "civil", "commercial", "general", "applicable", "statutory", "procedural", "common",
  ]
  private static let prepositions: Set<String> = ["of", "in", "is", "be", "within"]
  private static let afterFillers: Set<String> = [
    "of", "in", "for", "is", "be", "within", "the", "and", "regulations", "rules", "force", "applicable",
    "state",
    "commonwealth", "province", "republic", "kingdom", "both", "country", "territory", "substantive",
    "procedural",
    "federal", "grand", "duchy", "federation", "canton", "democratic", "shall", "will", "that", "are",
    "statutes", "city",
    "local", "internal", "special", "administrative", "region", "governing", "mainland", "s", "venue",
    "contract",
    "agreement", "nation", "union",
    "legislation", "law", "laws", "jurisdiction", "this", "these", "terms", "federative", "courts", "swiss",
    "effect",
  ]
  private static let joiners: Set<String> = [
    "and", "or", "the", "of", "state", "province", "commonwealth", "federal", "laws", "law", "in", "republic",
    "both",
    "country", "applicable", "therein", "by", "kingdom", "as", "well", "either", "territory", "states",
  ]
  private static let own: [String: String] = [
    "country": "user's country", "jurisdiction": "user's country", "place": "user's country",
    "nation": "user's country",
    "residence": "user's country", "domicile": "user's country", "territory": "user's country",
    "member": "user's country", "state": "user's state", "province": "user's state", "states": "user's state",
  ]
}
