// A sentence → the ages that it states.

/// Reads ages in years: "at least 13 years old", "under the age of 16", "18+".
enum AgeReader {
  static func ages(in text: ParameterText) -> [ParameterReading] {
    var result: [ParameterReading] = []
    var at = 0
    while at < text.count {
      if text[at + 1] == "birthday", let years = Double(text[at].prefix { $0.isNumber }), isPlausible(years) {
        result.append(reading(text, NumberPhrase(value: years, words: at..<at + 1), to: at + 2))
      }
      guard let number = NumberPhrase.read(text, at: at), isPlausible(number.value) else {
        at += 1
        continue
      }
      let end = number.words.upperBound
      if let unitEnd = self.end(of: number, text) {
        result.append(reading(text, number, to: unitEnd))
        at = max(end, at + 1)
      } else if let second = DurationReader.range(text, after: number), isPlausible(second.value),
        second.value > number.value, self.end(of: second, text) != nil
      {
        // "between 13 and 17 years old"
        result.append(reading(text, number, to: end))
        at = second.words.lowerBound
      } else {
        at = end
      }
    }
    return result
  }

  /// Whether a number with a unit of time after it is an age and no period.
  static func isAge(_ text: ParameterText, _ number: NumberPhrase, unitEnd: Int) -> Bool {
    guard text[unitEnd - 1] == "years" || text[unitEnd - 1] == "year" || text[unitEnd - 1] == "yrs" else {
      return false
    }
    return isFollowedByAge(text, unitEnd) || isPrecededByAge(text, number.words.lowerBound)
      || isNearAge(text, number, unitEnd)
  }

  /// The word after the age that begins with a number; nil where the number is no age.
  private static func end(of number: NumberPhrase, _ text: ParameterText) -> Int? {
    let start = number.words.lowerBound
    let end = number.words.upperBound
    if let previous = text.words.indices.contains(start - 1) ? text[start - 1] : nil, money.contains(previous)
    {
      return nil
    }
    switch text[end] {
    case "years", "year", "yrs":
      guard isAge(text, number, unitEnd: end + 1) else {
        return isPrecededByMajority(text, number) ? end + 1 : nil
      }
      return text[end + 1] == "old" || text[end + 1] == "olds" ? end + 2 : end + 1
    case "or", "and":
      if isOlder(text[end + 1]), number.value >= 10, !(text[end + 1] == "over" && isQuantity(text[end + 2])),
        number.words.count > 1 || !text.gap(after: end - 1, has: ")")
      {
        return end + 2
      }
      if text[end + 1] == "more", text[end + 2] == "years", isFollowedByAge(text, end + 3) { return end + 3 }
    case "of":
      if text[end + 1] == "age" { return end + 2 }
    case "yo":
      return end + 1
    default: break
    }
    if text.gap(after: end - 1).first == UInt8(ascii: "+") || text[end] == "plus" {
      return (12...21).contains(number.value) && !isQuantity(text[end]) ? end : nil
    }
    if isPrecededByAge(text, start) { return isQuantity(text[end]) ? nil : end }
    if isPrecededByMajority(text, number) { return end }
    return isCompared(text, number) ? end : nil
  }

  /// "old", "of age", "or older".
  private static func isFollowedByAge(_ text: ParameterText, _ end: Int) -> Bool {
    switch text[end] {
    case "old", "olds", "age": true
    case "of": text[end + 1] == "age"
    case "or", "and": isOlder(text[end + 1]) && text[end + 1] != "above" || text[end + 1] == "older"
    default: false
    }
  }

  /// "age of", "aged", "ages 13 to", "age of at least".
  private static func isPrecededByAge(_ text: ParameterText, _ start: Int) -> Bool {
    var at = start - 1
    while at >= 0, start - at <= 6 {
      let word = text[at]
      if text.gap(after: at, has: ".") { return false }
      if word == "age" || word == "aged" || word == "ages" {
        // "ages 13 to 17": the number before is an age, too.
        return !text.gap(after: at, has: "(") || start - at == 1
      }
      guard ageFillers.contains(word) || NumberPhrase.read(text, at: at) != nil else { return false }
      at -= 1
    }
    return false
  }

  /// "age of majority (18 in most states)".
  private static func isPrecededByMajority(_ text: ParameterText, _ number: NumberPhrase) -> Bool {
    guard (16...21).contains(number.value), !isQuantity(text[number.words.upperBound]) else { return false }
    return text.contains(["majority"], in: number.words.lowerBound - 8..<number.words.lowerBound)
  }

  /// "under 13", "older than 18", "at least 18", where the sentence is about people.
  private static func isCompared(_ text: ParameterText, _ number: NumberPhrase) -> Bool {
    let start = number.words.lowerBound
    let end = number.words.upperBound
    guard (10...25).contains(number.value), NumberPhrase.isDigits(text[end - 1]) || number.value >= 13 else {
      return false
    }
    let next = text[end]
    guard !isQuantity(next), !text.gap(after: end - 1, has: "%") else { return false }
    // "under 11(a)" is a section.
    if text.gap(after: end - 1).first == UInt8(ascii: "("), next.count == 1 { return false }
    if turning.contains(text[start - 1]) { return true }
    let isOfPeople = text.contains(people, in: start - 2..<start - 1)
    guard
      isOfPeople || next.isEmpty || after.contains(next)
        || text.gap(after: end - 1).contains(where: { $0 < 0x80 && !$0.isBlank })
    else { return false }
    switch text[start - 1] {
    case "under", "over", "below", "above": return text.contains(people, in: 0..<text.count)
    case "than": return ["younger", "older"].contains(text[start - 2])
    case "least":
      return text.contains(["am", "are", "is", "be", "being", "aged"], in: start - 4..<start - 1)
        && text.contains(people, in: 0..<text.count)
    case "or", "and":
      // "under 13 or 16"
      return text[start - 2] == "13" && text.contains(["under"], in: start - 4..<start)
    default: return false
    }
  }

  /// "at least 18 years" without "old", where the sentence speaks of age.
  private static func isNearAge(_ text: ParameterText, _ number: NumberPhrase, _ unitEnd: Int) -> Bool {
    guard (12...21).contains(number.value),
      ["least", "under", "over", "below", "above", "attained", "reached", "completed", "than"].contains(
        text[number.words.lowerBound - 1])
    else { return false }
    return text.contains(
      ["age", "majority", "minor", "minors", "child", "children", "guardian", "old", "older", "employees"],
      in: 0..<text.count)
  }

  private static func isOlder(_ word: String) -> Bool {
    word == "older" || word == "over" || word == "above" || word == "up"
  }

  private static func isPlausible(_ value: Double) -> Bool {
    value >= 3 && value <= 99 && value == value.rounded()
  }

  /// Whether the word makes of the number before it a quantity of something else.
  private static func isQuantity(_ word: String) -> Bool {
    quantities.contains(word) || NumberPhrase.isDigits(word)
  }

  private static func reading(_ text: ParameterText, _ number: NumberPhrase, to end: Int) -> ParameterReading
  {
    let words = number.words.lowerBound..<end
    return ParameterReading(
      value: NumberPhrase.string(number.value), number: number.value, words: words, text: text.text(words))
  }

  private static let money: Set<String> = ["$", "€", "£", "usd", "eur", "gbp"]
  private static let ageFillers: Set<String> = [
    "of", "at", "least", "over", "under", "is", "to", "or", "and", "between", "being", "than", "the", "be",
    "above", "below", "years", "from", "through", "eligibility", "older", "younger", "minimum", "required",
    "legal",
  ]
  private static let turning: Set<String> = ["turn", "turned", "turns", "turning"]
  private static let people: Set<String> = [
    "child", "children", "minor", "minors", "anyone", "one", "person", "persons", "people", "individual",
    "individuals", "you",
    "user", "users", "age", "years", "parent", "parents", "guardian", "kids", "teens", "adult", "adults",
    "someone", "member",
    "members", "players", "player", "viewers", "audience", "audiences", "participants", "students", "youth",
    "employees",
  ]
  private static let quantities: Set<String> = [
    "day", "days", "hour", "hours", "week", "weeks", "month", "months", "minute", "minutes", "second",
    "seconds",
    "percent", "mb", "gb", "ms", "kbps", "miles", "km", "usd", "eur", "gbp", "$", "€", "£", "employees",
    "people",
    "million", "characters", "pages", "languages", "countries", "items", "business", "calendar", "euros",
    "dollars",
    "times", "cfr", "usc", "claims", "demands", "participants", "vehicles", "passengers", "images", "videos",
  ]
  private static let after: Set<String> = [
    "or", "and", "who", "to", "in", "without", "you", "must", "may", "please", "are", "is", "can", "will",
    "should", "we",
    "shall", "from", "at", "as", "then", "unless", "if", "on", "for", "with", "by", "whose", "that", "has",
    "have", "use",
    "your", "experience", "do", "does", "not", "when", "through", "under", "but", "only", "registers",
    "using", "depending",
    "where", "our", "need", "into", "upon", "about", "because", "contact", "accounts", "users",
  ]
}
