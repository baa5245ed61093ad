// A sentence → the courts and places of a dispute that it names.

/// Reads forums: "the courts located in King County, Washington", "English courts", "venue is in Tallinn".
enum ForumReader {
  static func forums(in text: ParameterText) -> [ParameterReading] {
    var result: [ParameterReading] = []
    var hits: [PlaceHit]?
    var last = -1
    for at in text.words.indices where at > last && isTrigger(text, at) {
      let places = hits ?? Gazetteer.hits(in: text)
      hits = places
      if courts.contains(text[at]), let found = before(text, at, places) { result.append(found) }
      let (after, end) = after(text, at, places)
      result += after
      if !after.isEmpty { last = end - 1 }
    }
    return result
  }

  /// Whether a place may follow: a court, or a dispute that is brought or heard somewhere.
  private static func isTrigger(_ text: ParameterText, _ at: Int) -> Bool {
    let word = text[at]
    if courts.contains(word) {
      if text[at + 1] == "order" || text[at + 1] == "orders" { return false }
      // "the EU Court of Justice", "London Court of International Arbitration"
      return
        !(text[at + 1] == "of"
        && ["justice", "human", "international", "arbitration", "appeal"].contains(text[at + 2]))
    }
    switch word {
    case "jurisdiction", "jurisdictions":
      return text.contains(["exclusive", "personal", "submit", "consent", "venue", "place"], in: at - 4..<at)
    case "venue", "forum", "seat", "situs": return true
    case "place": return text[at + 1] == "of" || text.contains(["take", "takes", "taking"], in: at - 1..<at)
    case "held", "conducted", "seated", "brought", "heard", "litigated", "resolved", "commenced",
      "instituted", "arbitrate":
      return text.containsStem(
        ["arbitra", "hearing", "dispute", "claim", "action", "proceeding", "litigat", "suit"],
        in: 0..<text.count)
    case "arbitration", "hearing", "hearings", "trial": return text[at + 1] == "in" || text[at + 1] == "at"
    default: return false
    }
  }

  /// "the Irish courts", "Tokyo District Court".
  private static func before(_ text: ParameterText, _ court: Int, _ hits: [PlaceHit]) -> ParameterReading? {
    var end = court
    while end > 0, court - end < 6, kinds.contains(text[end - 1]) { end -= 1 }
    guard let hit = hits.last(where: { $0.words.upperBound == end }) else {
      guard text[court - 1] == "local" || text[end - 1] == "local",
        text.contains(["your"], in: court - 6..<court)
      else { return nil }
      return reading(text, "user's residence", court - 2..<court + 1)
    }
    // "U.S. District Court for …" and "a U.S. small claims court" name no place.
    if hit.place.code == "US", end < court || text[court + 1] == "for" { return nil }
    if text.contains(["claims"], in: end..<court) { return nil }
    return reading(text, hit.place.value, hit.words.lowerBound..<court + 1)
  }

  /// The places after a trigger, and the word after the last.
  private static func after(_ text: ParameterText, _ trigger: Int, _ hits: [PlaceHit]) -> (
    [ParameterReading], Int
  ) {
    var at = trigger + 1
    var hasPreposition = text.gap(after: trigger, has: ":")
    var steps = 0
    var result: [ParameterReading] = []
    while at < text.count, steps < 16 {
      guard text.isPhrase(after: at - 1) || result.isEmpty && at == trigger + 1 else { break }
      if let hit = places(at, hits), hit.place.kind == .country, isMereCountry(text, hit) {
        // "the U.S. county where you live", "the US District Court for …"
        at = hit.words.upperBound
        hasPreposition = true
        continue
      }
      if hasPreposition, let found = ForumPlace.read(text, at, hits) {
        result.append(reading(text, found.value, trigger..<found.end))
        at = found.end
        steps = 8
        // "…, or the courts of …" begins anew at its own trigger.
        guard text[at] == "or" || text[at] == "and" else { break }
        at += 1
        continue
      }
      let word = text[at]
      if hasPreposition, let own = own(text, at, trigger, hits) { return (result + [own], at + 1) }
      if prepositions.contains(word) { hasPreposition = true }
      guard fillers.contains(word) || (prepositions.contains(word)) else { break }
      if !result.isEmpty, courts.contains(word) { break }
      at += 1
      steps += 1
    }
    return (result, at)
  }

  private static func places(_ at: Int, _ hits: [PlaceHit]) -> PlaceHit? {
    hits.first { $0.words.lowerBound == at }
  }

  /// Whether a country only says of which country a county, a state or a court is.
  private static func isMereCountry(_ text: ParameterText, _ hit: PlaceHit) -> Bool {
    ["county", "state", "states", "district", "federal", "member", "court", "courts"].contains(
      text[hit.words.upperBound])
  }

  /// "the courts of the country where you live", "in the county of your residence".
  private static func own(_ text: ParameterText, _ at: Int, _ trigger: Int, _ hits: [PlaceHit])
    -> ParameterReading?
  {
    guard let name = owns[text[at]],
      ownBefore.contains(text[at - 1]) || hits.contains(where: { $0.words.upperBound == at }),
      !courts.contains(text[at + 1]), text[at + 1] != "federal",
      !(text[at + 1] == "or" && text[at + 2] == "federal"),
      !hits.contains(where: { $0.words.lowerBound > at && $0.words.lowerBound <= at + 3 })
    else { return nil }
    let before = max(trigger, at - 3)..<at
    guard
      text.contains(["your", "user", "consumer", "subscriber", "customer", "member"], in: before)
        || text.contains(["you", "your", "user", "consumer", "resid", "claimant"], in: at + 1..<at + 9)
        || text.containsStem(["habitual", "consumer"], in: at + 1..<at + 6),
      !text.contains(["our", "we"], in: at + 1..<at + 5)
    else { return nil }
    return reading(text, text[at - 1] == "member" ? "user's country" : name, trigger..<at + 1)
  }

  private static func reading(_ text: ParameterText, _ value: String, _ words: Range<Int>) -> ParameterReading
  {
    let words = words.clamped(to: 0..<text.count)
    return ParameterReading(value: value, number: nil, words: words, text: text.text(words))
  }

  private static let courts: Set<String> = ["court", "courts", "tribunal", "tribunals", "courthouse"]
  private static let kinds: Set<String> = [
    "federal", "state", "district", "superior", "high", "civil", "commercial", "competent", "supreme",
    "local", "and", "or",
    "county", "regional", "city", "municipal", "ordinary", "people", "circuit", "provincial", "claims",
    "small", "national", "general",
  ]
  private static let prepositions: Set<String> = [
    "of", "in", "within", "at", "for", "be", "is", "sitting", "located",
  ]
  private static let fillers: Set<String> = [
    "the", "state", "states", "federal", "competent", "jurisdiction", "having", "with", "competence", "city",
    "district",
    "located", "situated", "seated", "sitting", "respectively", "and", "or", "serving", "commonwealth",
    "province", "republic",
    "canton", "that", "are", "which", "shall", "will", "northern", "southern", "eastern", "western",
    "central", "middle",
    "exclusively", "only", "solely", "either", "court", "courts", "proper", "any", "a", "an", "appropriate",
    "exclusive",
    "venue", "lie", "legal", "arbitration", "on", "before", "by", "to", "submit", "personal", "applicable",
    "closest",
    "principal", "physically", "take", "place", "superior", "subject", "matter", "kingdom", "grand", "duchy",
    "ordinary",
    "county", "such", "law", "area", "metropolitan", "sole", "non", "chancery", "competency", "residing",
    "materially",
    "both", "hereby", "country", "people", "appeal", "appeals", "division", "resolved", "brought",
    "instituted", "confidential",
    "virtually", "remotely", "general", "your", "user", "consumer", "subscriber", "customer", "judicial",
    "home", "his", "their", "member", "binding", "final", "finally", "held", "conducted", "hearing",
    "hearings", "seat", "registered", "responsible",
  ]
  /// Words that stand before the user's own place.
  private static let ownBefore: Set<String> = [
    "the", "your", "user", "consumer", "subscriber", "customer", "member", "any", "that", "same", "and",
    "home", "judicial",
    "their", "a", "or",
  ]
  private static let owns: [String: String] = [
    "country": "user's country", "state": "user's state", "province": "user's state",
    "county": "user's county",
    "parish": "user's county", "city": "user's county", "hometown": "user's county",
    "residence": "user's residence",
    "domicile": "user's residence", "place": "user's residence", "jurisdiction": "user's residence",
    "location": "user's residence", "district": "user's district",
  ]
}
