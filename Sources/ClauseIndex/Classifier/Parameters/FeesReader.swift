// A sentence → the fees of a period that it takes as a measure.

/// Reads a limit by what was paid: "the amounts you paid us in the twelve months before the claim".
enum FeesReader {
  static func fees(in text: ParameterText) -> [ParameterReading] {
    guard text.words.contains(where: { nouns.contains($0) }) else { return [] }
    var result: [ParameterReading] = []
    for period in DurationReader.durations(in: text) + bare(text) {
      let words = period.words
      guard period.number ?? 30 >= 28, isBefore(text, words), isNear(text, words) else { continue }
      let start = firstNoun(text, before: words.lowerBound) ?? words.lowerBound
      result.append(reading(text, "fees of " + months(period), start..<max(words.upperBound, start + 1)))
    }
    if result.isEmpty, let words = paidWithoutPeriod(text) {
      result.append(reading(text, "fees paid", words))
    }
    return result
  }

  /// "exceed the amount you paid to use the services".
  private static func paidWithoutPeriod(_ text: ParameterText) -> Range<Int>? {
    for noun in text.words.indices where nouns.contains(text[noun]) {
      guard
        text.containsStem(
          ["exceed", "limited", "greater", "lesser", "higher", "excess"], in: noun - 12..<noun),
        let paid = (noun + 1..<noun + 7).first(where: {
          ["paid", "pay", "payable", "owed"].contains(text[$0])
        })
      else { continue }
      return noun..<paid + 1
    }
    return nil
  }

  private static func reading(_ text: ParameterText, _ value: String, _ words: Range<Int>) -> ParameterReading
  {
    ParameterReading(
      value: (share(text, words.lowerBound) ?? "") + value, number: nil, words: words, text: text.text(words))
  }

  /// "fees for the last 12 months", without a word for paying.
  private static func hasFees(_ text: ParameterText) -> Bool {
    text.words.contains { $0 == "fees" || $0 == "charges" || $0 == "price" || $0 == "revenue" }
  }

  /// Whether the words around a period make it one before the claim.
  private static func isBefore(_ text: ParameterText, _ words: Range<Int>) -> Bool {
    text.contains(before, in: words.lowerBound - 4..<words.lowerBound)
      || text.contains(after, in: words.upperBound..<words.upperBound + 7)
      || text.contains(["any", "during", "over"], in: words.lowerBound - 2..<words.lowerBound)
        && isCap(text)
  }

  /// Whether a payment and what is paid stand near a period.
  private static func isNear(_ text: ParameterText, _ words: Range<Int>) -> Bool {
    let range = words.lowerBound - 35..<words.upperBound + 25
    guard text.contains(nouns, in: range) else { return false }
    return text.contains(paying, in: range) || (isCap(text) && hasFees(text))
  }

  /// The noun for what is paid that stands before a place.
  private static func firstNoun(_ text: ParameterText, before end: Int) -> Int? {
    guard end > 0 else { return nil }
    return text.words[max(0, end - 36)..<min(end, text.count)].lastIndex { nouns.contains($0) }
  }

  /// "125% of", "two times".
  private static func share(_ text: ParameterText, _ noun: Int) -> String? {
    var at = noun - 1
    while at >= 0, noun - at <= 5 {
      if text.gap(after: at, has: "%") || text[at + 1] == "percent", let value = Double(text[at]),
        value != 100
      {
        return NumberPhrase.string(value) + "% of "
      }
      if text[at] == "twice" || (text[at] == "times" && text[at - 1] == "two") { return "200% of " }
      at -= 1
    }
    return nil
  }

  /// "in the preceding month", "during the prior year": a period without a number.
  private static func bare(_ text: ParameterText) -> [ParameterReading] {
    text.words.indices.compactMap { at in
      guard text[at] == "month" || text[at] == "year",
        before.contains(text[at - 1]) || text[at - 1] == "calendar"
          || (text[at - 1] == "the" && after.contains(text[at + 1]))
      else { return nil }
      return ParameterReading(value: "1 " + text[at], number: nil, words: at - 1..<at + 1, text: "")
    }
  }

  /// A period as months where it is whole years.
  private static func months(_ period: ParameterReading) -> String {
    guard period.value.hasSuffix("year") || period.value.hasSuffix("years"),
      let years = Double(period.value.prefix { $0 != " " })
    else { return period.value }
    return NumberPhrase.string(years * 12) + " months"
  }

  /// Whether the sentence sets a limit.
  private static func isCap(_ text: ParameterText) -> Bool {
    text.containsStem(
      ["liab", "exceed", "damages", "limited", "greater", "lesser", "maximum"], in: 0..<text.count)
  }

  private static let paying: Set<String> = [
    "paid", "pay", "payable", "owed", "owing", "received", "due", "spent", "charged", "incurred", "billed",
    "payments",
    "payment",
  ]
  private static let nouns: Set<String> = [
    "amount", "amounts", "fee", "fees", "price", "sum", "sums", "charges", "payments", "monies", "money",
    "revenue",
    "commission", "commissions", "consideration", "total", "what", "value",
  ]
  private static let before: Set<String> = [
    "last", "past", "previous", "preceding", "prior", "immediately", "recent", "before", "preceeding",
  ]
  private static let after: Set<String> = [
    "preceding", "prior", "before", "immediately", "leading", "previous", "ending", "preceeding", "precedent",
    "up",
  ]
}
