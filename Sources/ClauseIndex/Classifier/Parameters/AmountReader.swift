// A sentence → the sums of money that it states, and the fees of a period.

/// Reads sums ("US$100") and fees as a measure ("the amounts paid in the last 12 months").
enum AmountReader {
  static func amounts(in text: ParameterText) -> [ParameterReading] {
    sums(in: text) + FeesReader.fees(in: text)
  }

  /// ISO 4217 codes by the words that stand for a currency when they follow or precede a number.
  static let codes: [String: String] = {
    var table: [String: String] = ["rmb": "CNY", "rs": "INR", "€": "EUR", "£": "GBP", "¥": "JPY", "$": "USD"]
    for code in [
      "usd", "eur", "gbp", "chf", "cad", "aud", "nzd", "hkd", "sgd", "jpy", "cny", "inr", "brl", "mxn", "sek",
      "nok", "dkk",
      "pln", "czk", "huf", "ron", "krw", "zar", "ils", "rub", "aed", "twd", "thb", "idr", "php", "myr", "ngn",
      "kes", "sar",
    ] {
      table[code] = code.uppercased()
    }
    return table
  }()

  private static func sums(in text: ParameterText) -> [ParameterReading] {
    var result: [ParameterReading] = []
    var at = 0
    while at < text.count {
      guard let number = NumberPhrase.read(text, at: at) else {
        at += 1
        continue
      }
      let number2 = spaced(text, number)
      let before = currency(text, before: at)
      let after = currency(text, after: number2.words.upperBound, isExplicit: before?.isExplicit ?? false)
      guard let code = after?.code ?? before?.code, number2.value > 0 || before != nil else {
        at = number2.words.upperBound
        continue
      }
      var value = number2.value
      var end = after?.words.upperBound ?? number2.words.upperBound
      if before != nil, after == nil, let factor = factors[text[number2.words.upperBound]],
        text.gap(after: number2.words.upperBound - 1).isEmpty
      {
        value *= factor
        end += 1
      }
      let start = before?.words.lowerBound ?? number2.words.lowerBound
      let reading = ParameterReading(
        value: code + " " + NumberPhrase.string(value, grouped: true, places: 2), number: value,
        words: start..<end, text: text.text(start..<end))
      // "one hundred Canadian dollars ($100)" is one sum, and the words name the currency.
      if let last = result.last, last.number == value, last.words.upperBound >= start - 2,
        text.gap(after: last.words.upperBound - 1, has: "(")
      {
        if last.value.hasPrefix("USD"), !reading.value.hasPrefix("USD") { result[result.count - 1] = reading }
      } else {
        result.append(reading)
      }
      at = max(end, at + 1)
    }
    return result
  }

  /// "5 000": groups of three digits parted by a blank.
  private static func spaced(_ text: ParameterText, _ number: NumberPhrase) -> NumberPhrase {
    var number = number
    guard number.value < 1000, number.words.count == 1, NumberPhrase.isDigits(text[number.words.lowerBound])
    else { return number }
    while let group = group(text, number.words.upperBound) {
      number.value = number.value * 1000 + group
      number.words = number.words.lowerBound..<number.words.upperBound + 1
    }
    return number
  }

  /// The value of three digits, with cents or without, after a single blank.
  private static func group(_ text: ParameterText, _ at: Int) -> Double? {
    guard NumberPhrase.isDigits(text[at]),
      let range = text.ranges.indices.contains(at) ? text.ranges[at] : nil,
      range.count >= 3, text.bytes[range.prefix(3)].allSatisfy(\.isDigit),
      range.count == 3 || range.count == 6
    else { return nil }
    if range.count == 6, text.bytes[range.lowerBound + 3].isDigit { return nil }
    let gap = text.gap(after: at - 1)
    guard gap.elementsEqual([0x20]) || gap.elementsEqual([0xC2, 0xA0]) else { return nil }
    return NumberPhrase.read(text, at: at)?.value
  }

  private struct Currency {
    var code: String
    /// Whether it names the currency, not "$" alone.
    var isExplicit: Bool
    var words: Range<Int>
  }

  private static func currency(_ text: ParameterText, before start: Int) -> Currency? {
    let at = start - 1
    guard at >= 0 else { return sign(text, before: start) }
    let word = text[at]
    if word == "$" {
      // "US$", "A$", "CAD $", "R$"
      if let code = dollars[text[at - 1]],
        text.gap(after: at - 1).allSatisfy({ $0.isBlank || $0 == UInt8(ascii: ".") }),
        text.isCapital(at - 1)
      {
        return Currency(code: code, isExplicit: true, words: at - 1..<start)
      }
      return Currency(code: "USD", isExplicit: false, words: at..<start)
    }
    if let code = codes[word] {
      let isSign = word.utf8.first.map { $0 >= 0x80 } ?? false
      let isTight = text.gap(after: at).allSatisfy { $0.isBlank || $0 == UInt8(ascii: ".") }
      guard isSign || (text.isCapital(at) && isTight) else { return nil }
      return Currency(code: code, isExplicit: true, words: at..<start)
    }
    return sign(text, before: start)
  }

  /// Signs that are no words: "₹500", "₩1000".
  private static func sign(_ text: ParameterText, before start: Int) -> Currency? {
    guard text.ranges.indices.contains(start) else { return nil }
    let end = text.ranges[start].lowerBound
    guard end >= 3, text.bytes[end - 3] == 0xE2, text.bytes[end - 2] == 0x82 else { return nil }
    let code: String? =
      switch text.bytes[end - 1] {
      case 0xB9: "INR"
      case 0xA9: "KRW"
      case 0xAA: "ILS"
      case 0xBA: "TRY"
      case 0xBD: "RUB"
      case 0xA6: "NGN"
      case 0xB1: "PHP"
      default: nil
      }
    return code.map { Currency(code: $0, isExplicit: true, words: start..<start) }
  }

  /// What follows a number: "USD", "€", "dollars", "Swiss francs".
  private static func currency(_ text: ParameterText, after end: Int, isExplicit: Bool) -> Currency? {
    guard end > 0, end < text.count else { return nil }
    let gap = text.gap(after: end - 1)
    guard
      gap.allSatisfy({
        $0.isBlank || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")")
          || $0 >= 0x80
      })
    else { return nil }
    let word = text[end]
    if word == "$" {
      // "100 $", but not "100 ($100)" or "50 $200".
      guard !NumberPhrase.isDigits(text[end + 1]) else { return nil }
      return isExplicit ? nil : Currency(code: "USD", isExplicit: false, words: end..<end + 1)
    }
    if let code = codes[word], text.isCapital(end) || word.utf8.first.map({ $0 >= 0x80 }) == true,
      word.utf8.count >= 2
    {
      if NumberPhrase.isDigits(text[end + 1]),
        gap.contains(UInt8(ascii: "(")) || word.utf8.first.map({ $0 >= 0x80 }) == true
      {
        return nil
      }
      return Currency(code: code, isExplicit: true, words: end..<end + 1)
    }
    if word == "us", text.isAllCapitals(end), text[end + 1] != "dollars", text[end + 1] != "dollar",
      !text.isShouted,
      text[end + 1] != "$", isExplicit == false, text[end - 2] == "$"
    {
      return Currency(code: "USD", isExplicit: true, words: end..<end + 1)
    }
    for length in 1...3 {
      guard end + length <= text.count else { break }
      let unit = text[end + length - 1]
      guard let base = units[unit] else { continue }
      guard length > 1 else { return Currency(code: base, isExplicit: base != "USD", words: end..<end + 1) }
      let adjective = text.words[end..<end + length - 1].joined(separator: " ")
      guard let code = adjectives[adjective] ?? (plainAdjectives.contains(adjective) ? base : nil) else {
        continue
      }
      return Currency(code: code, isExplicit: true, words: end..<end + length)
    }
    return nil
  }

  private static let dollars: [String: String] = [
    "us": "USD", "usd": "USD", "u": "USD", "a": "AUD", "au": "AUD", "aud": "AUD", "aus": "AUD", "c": "CAD",
    "ca": "CAD",
    "cad": "CAD", "cdn": "CAD", "can": "CAD", "nz": "NZD", "nzd": "NZD", "hk": "HKD", "hkd": "HKD",
    "s": "SGD",
    "sg": "SGD", "sgd": "SGD", "nt": "TWD", "mx": "MXN", "mxn": "MXN", "r": "BRL",
  ]
  private static let factors: [String: Double] = ["k": 1000, "m": 1_000_000]
  private static let units: [String: String] = [
    "dollars": "USD", "dollar": "USD", "euros": "EUR", "euro": "EUR", "pounds": "GBP", "pound": "GBP",
    "francs": "CHF",
    "yen": "JPY", "yuan": "CNY", "renminbi": "CNY", "rupees": "INR", "reais": "BRL", "won": "KRW",
    "zloty": "PLN",
    "kronor": "SEK", "kroner": "DKK", "pesos": "MXN", "shekels": "ILS", "roubles": "RUB", "rubles": "RUB",
  ]
  /// Adjectives that choose among currencies of one name.
  private static let adjectives: [String: String] = [
    "us": "USD", "united states": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD",
    "new zealand": "NZD",
    "hong kong": "HKD", "singapore": "SGD", "singaporean": "SGD", "swiss": "CHF", "british": "GBP",
    "norwegian": "NOK",
    "danish": "DKK", "swedish": "SEK", "indian": "INR", "japanese": "JPY", "mexican": "MXN",
    "brazilian": "BRL",
    "great british": "GBP", "uk": "GBP",
  ]
  private static let plainAdjectives: Set<String> = [
    "polish", "chinese", "korean", "israeli", "russian", "sterling", "pound",
  ]
}
