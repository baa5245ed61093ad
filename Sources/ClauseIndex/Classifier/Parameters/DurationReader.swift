// A sentence → the periods that it states.

/// Reads periods: "thirty (30) days", "a 12-month period", "5 business days".
enum DurationReader {
  static func durations(in text: ParameterText) -> [ParameterReading] {
    var result: [ParameterReading] = []
    var at = 0
    while at < text.count {
      guard let number = NumberPhrase.read(text, at: at) ?? article(text, at: at) else {
        at += 1
        continue
      }
      let end = number.words.upperBound
      if let unit = unit(text, after: end) {
        if !isRate(text, number, unit), !AgeReader.isAge(text, number, unitEnd: unit.end) {
          result.append(reading(text, number.value, unit, number.words.lowerBound))
        }
        at = unit.end
      } else if let second = range(text, after: number),
        let unit = unit(text, after: second.words.upperBound),
        !AgeReader.isAge(text, second, unitEnd: unit.end)
      {
        // "30 to 60 days": the first number is of the second's unit.
        result.append(reading(text, number.value, unit, number.words.lowerBound))
        result.append(reading(text, second.value, unit, second.words.lowerBound))
        at = unit.end
      } else {
        at = end
      }
    }
    return result
  }

  /// A unit of time.
  struct Unit {
    var name: String
    var days: Double
    /// The word after it.
    var end: Int
  }

  /// The unit that follows a number, after words such as "calendar" or "consecutive".
  static func unit(_ text: ParameterText, after start: Int) -> Unit? {
    var at = start
    var isBusiness = false
    while at < start + 3 {
      let word = text[at]
      if business.contains(word) {
        isBusiness = true
      } else if !adjectives.contains(word), !(word == "or" && adjectives.contains(text[at + 1])) {
        break
      }
      at += 1
    }
    guard let (name, days) = units[text[at]] else { return nil }
    if at > start, text.gap(after: start - 1, has: ";") { return nil }
    if isBusiness, name == "day" { return Unit(name: "business day", days: 7.0 / 5, end: at + 1) }
    return Unit(name: name, days: days, end: at + 1)
  }

  /// "within a year", "for a month".
  private static func article(_ text: ParameterText, at: Int) -> NumberPhrase? {
    guard text[at] == "a" || text[at] == "an", introducers.contains(text[at - 1]),
      units[text[at + 1]] != nil || (adjectives.contains(text[at + 1]) && units[text[at + 2]] != nil)
    else { return nil }
    return NumberPhrase(value: 1, words: at..<at + 1)
  }

  /// The second number of "30 to 60", "12-24", "30 or 60".
  static func range(_ text: ParameterText, after first: NumberPhrase) -> NumberPhrase? {
    let end = first.words.upperBound
    if joiners.contains(text[end]) { return NumberPhrase.read(text, at: end + 1) }
    let gap = text.gap(after: end - 1)
    guard gap.count <= 5,
      gap.contains(UInt8(ascii: "-")) || gap.starts(with: [0xE2, 0x80])
        || gap.starts(with: [0x20, 0xE2, 0x80])
    else { return nil }
    return NumberPhrase.read(text, at: end)
  }

  /// "24 hours a day", "7 days per week": how often, no period.
  private static func isRate(_ text: ParameterText, _ number: NumberPhrase, _ unit: Unit) -> Bool {
    switch text[unit.end] {
    case "a", "an", "per", "each", "every": units[text[unit.end + 1]] != nil
    default: false
    }
  }

  private static func reading(_ text: ParameterText, _ value: Double, _ unit: Unit, _ start: Int)
    -> ParameterReading
  {
    let plural = value == 1 ? unit.name : unit.name + "s"
    return ParameterReading(
      value: NumberPhrase.string(value) + " " + plural, number: (value * unit.days * 1e6).rounded() / 1e6,
      words: start..<unit.end, text: text.text(start..<unit.end))
  }

  private static let units: [String: (String, Double)] = [
    "minute": ("minute", 1.0 / 1440), "minutes": ("minute", 1.0 / 1440),
    "hour": ("hour", 1.0 / 24), "hours": ("hour", 1.0 / 24), "hr": ("hour", 1.0 / 24),
    "hrs": ("hour", 1.0 / 24),
    "day": ("day", 1), "days": ("day", 1), "week": ("week", 7), "weeks": ("week", 7),
    "month": ("month", 365.0 / 12), "months": ("month", 365.0 / 12),
    "year": ("year", 365), "years": ("year", 365), "yrs": ("year", 365),
  ]
  private static let business: Set<String> = ["business", "working", "banking"]
  private static let adjectives: Set<String> = [
    "calendar", "consecutive", "full", "successive", "additional", "further", "more", "clear", "continuous",
    "complete", "whole", "cumulative", "extra", "natural", "running", "straight", "rolling", "other",
    "earlier",
  ]
  private static let joiners: Set<String> = ["to", "or", "and"]
  private static let introducers: Set<String> = [
    "within", "for", "after", "of", "than", "least", "in", "period",
  ]
}
