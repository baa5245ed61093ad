// "San Francisco County in the State of California" → one place, its state and country said.

/// A place of courts, composed of what stands side by side in a sentence.
struct ForumPlace {
  var value: String
  /// The word after it.
  var end: Int

  /// The place that begins at a word; nil where none does.
  static func read(_ text: ParameterText, _ at: Int, _ hits: [PlaceHit]) -> ForumPlace? {
    if let county = county(text, at, hits) { return county }
    if let district = district(text, at, hits) { return district }
    guard let index = hits.firstIndex(where: { $0.words.lowerBound == at && !$0.isAdjective }) else {
      return town(text, at, hits)
    }
    return address(text, index, hits)
  }

  /// A place that the table knows, with the state and country after it: "Prague, Czech Republic".
  private static func address(_ text: ParameterText, _ first: Int, _ hits: [PlaceHit]) -> ForumPlace {
    let hit = hits[first]
    var place = hit.place
    var end = hit.words.upperBound
    var value: String?
    var index = first + 1
    while index < hits.count, isNext(text, end, hits[index]) {
      let next = hits[index]
      if next.place == place, place.kind == .region, value == nil {
        // "New York, New York"
        value = place.name + ", " + place.value
      } else if place.kind == .city, next.place.kind != .city, !next.place.contains(place), value == nil {
        // "Vancouver, Washington"
        value = place.name + ", " + next.place.value
        place = next.place
      } else if !next.place.contains(place), next.place != place {
        break
      }
      end = next.words.upperBound
      index += 1
    }
    if place.kind == .region, text.gap(after: end - 1, has: ","), let county = county(text, end, hits),
      county.value.hasSuffix(place.value)
    {
      // "the State of California, Los Angeles County"
      return county
    }
    return ForumPlace(value: value ?? place.value, end: end)
  }

  /// Whether a place follows as part of an address, after no more than a comma and "in the State of".
  private static func isNext(_ text: ParameterText, _ end: Int, _ hit: PlaceHit) -> Bool {
    guard !hit.isAdjective, hit.words.lowerBound >= end, hit.words.lowerBound - end <= 5 else { return false }
    for at in end..<hit.words.lowerBound where !address.contains(text[at]) { return false }
    return hit.words.lowerBound > end || text.gap(after: end - 1, has: ",")
      || text.gap(after: end - 1, has: "(")
      || text.gap(after: end - 1).allSatisfy(\.isBlank)
  }

  /// "Santa Clara County, California", "the City and County of San Francisco".
  private static func county(_ text: ParameterText, _ at: Int, _ hits: [PlaceHit]) -> ForumPlace? {
    var start = at
    if text.has(["city", "and", "county", "of"], at: at) {
      start = at + 4
    } else if text.has(["county", "of"], at: at) {
      start = at + 2
    } else {
      var end = at
      while end < at + 4, text.isCapital(end), text[end] != "county", !notTowns.contains(text[end]),
        end == at || isTight(text, end - 1)
      { end += 1 }
      guard end > at, !hits.contains(where: { $0.words == at..<end && $0.place.kind == .country }),
        text[end] == "county" || text[end] == "counties", isTight(text, end - 1)
      else { return nil }
      return county(text, name: at..<end, end: end + 1, hits)
    }
    var end = start
    while end < start + 3, text.isCapital(end), !notTowns.contains(text[end]),
      end == start || isTight(text, end - 1)
    { end += 1 }
    // "County of New York State of New York" is rare; a name ends at its comma.
    guard end > start else { return nil }
    return county(text, name: start..<end, end: end, hits)
  }

  private static func county(_ text: ParameterText, name: Range<Int>, end: Int, _ hits: [PlaceHit])
    -> ForumPlace
  {
    let written = text.isShouted ? text.words[name].map(capitalised).joined(separator: " ") : text.text(name)
    if let next = hits.first(where: { $0.words.lowerBound >= end }), next.place.kind == .region,
      isNext(text, end, next)
    {
      let country = hits.first { $0.words.lowerBound >= next.words.upperBound }
      var last = next.words.upperBound
      if let country, country.place.kind == .country, country.place.contains(next.place),
        isNext(text, last, country)
      {
        last = country.words.upperBound
      }
      return ForumPlace(value: written + " County, " + next.place.value, end: last)
    }
    // "San Francisco or Santa Clara County, California": the state stands at the end.
    let near = hits.first {
      $0.words.lowerBound >= end && $0.words.lowerBound < end + 8 && $0.place.kind == .region
        && !$0.isAdjective
    }
    let state = Gazetteer.counties[text.words[name].joined(separator: " ")] ?? near?.place
    return ForumPlace(value: written + " County" + (state.map { ", " + $0.value } ?? ""), end: end)
  }

  /// "Northern District of California".
  private static func district(_ text: ParameterText, _ at: Int, _ hits: [PlaceHit]) -> ForumPlace? {
    guard ["northern", "southern", "eastern", "western", "central", "middle"].contains(text[at]),
      text[at + 1] == "district",
      text[at + 2] == "of", let hit = hits.first(where: { $0.words.lowerBound == at + 3 }),
      hit.place.code.hasPrefix("US-")
    else { return nil }
    return ForumPlace(
      value: capitalised(text[at]) + " District of " + hit.place.value, end: hit.words.upperBound)
  }

  /// A town that is in no table, with its state or country after a comma: "Boise, Idaho".
  private static func town(_ text: ParameterText, _ at: Int, _ hits: [PlaceHit]) -> ForumPlace? {
    guard ["in", "of", "at", "within"].contains(text[at - 1]) || text[at - 2] == "city" else { return nil }
    var end = at
    while end < at + 4, text.isCapital(end), end == at || isTight(text, end - 1),
      !notTowns.contains(text[end])
    { end += 1 }
    guard end > at, text.gap(after: end - 1, has: ","),
      let next = hits.first(where: { $0.words.lowerBound == end }), !next.isAdjective
    else { return nil }
    let name =
      text.isShouted ? text.words[at..<end].map(capitalised).joined(separator: " ") : text.text(at..<end)
    var last = next.words.upperBound
    var place = next.place
    if let country = hits.first(where: { $0.words.lowerBound >= last }), isNext(text, last, country),
      country.place.contains(place)
    {
      last = country.words.upperBound
      if place.kind == .city { place = country.place }
    }
    return ForumPlace(value: name + ", " + place.value, end: last)
  }

  private static func isTight(_ text: ParameterText, _ at: Int) -> Bool {
    text.gap(after: at).allSatisfy { $0.isBlank || $0 == UInt8(ascii: "-") }
  }

  private static func capitalised(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

  private static let address: Set<String> = [
    "in", "the", "state", "of", "province", "republic", "canton", "country", "commonwealth",
  ]
  private static let notTowns: Set<String> = [
    "section", "state", "federal", "the", "courts", "court", "county", "arbitration", "district", "republic",
    "province",
    "of", "in", "or", "and", "located", "within", "any", "user", "your", "each", "such", "a", "for",
    "sitting", "situated",
  ]
}
