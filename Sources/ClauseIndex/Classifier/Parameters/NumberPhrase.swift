// "30", "thirty", "thirty (30)", "one hundred and eighty" → a number.

/// A number in a sentence.
struct NumberPhrase {
  var value: Double
  /// The words that state it, with a repetition in brackets.
  var words: Range<Int>

  /// The number that begins at a place; nil where none does.
  static func read(_ text: ParameterText, at start: Int) -> NumberPhrase? {
    guard let first = plain(text, at: start) else { return nil }
    var number = first
    // "thirty (30)", "30 (thirty)": the same number again. Digits win where the two differ.
    if text.gap(after: first.words.upperBound - 1, has: "("),
      !text.gap(after: first.words.upperBound - 1, has: ")"),
      let again = plain(text, at: first.words.upperBound),
      text.gap(after: again.words.upperBound - 1, has: ")") || again.value == first.value
    {
      if isDigits(text[again.words.lowerBound]) { number.value = again.value }
      number.words = start..<again.words.upperBound
    }
    return number
  }

  private static func plain(_ text: ParameterText, at start: Int) -> NumberPhrase? {
    let word = text[start]
    if isDigits(word) {
      guard let value = digits(text, start) else { return nil }
      var end = start + 1
      var sum = value
      if let factor = powers[text[end]], factor > 100 || text[end] == "hundred",
        text.gap(after: start).allSatisfy(\.isBlank)
      {
        sum *= factor
        end += 1
      }
      return NumberPhrase(value: sum, words: start..<end)
    }
    return spelled(text, at: start)
  }

  /// "one hundred and eighty", "twenty four", "two million".
  private static func spelled(_ text: ParameterText, at start: Int) -> NumberPhrase? {
    var total = 0.0
    var group = 0.0
    var at = start
    var isEmpty = true
    if text[at] == "a", text[at + 1] == "hundred" || text[at + 1] == "thousand" || text[at + 1] == "million" {
      group = 1
      at += 1
      isEmpty = false
    }
    var last = Double.infinity
    while true {
      let word = text[at]
      if !isEmpty,
        text.gap(after: at - 1).contains(where: { !$0.isBlank && $0 != UInt8(ascii: "-") && $0 < 0x80 })
      {
        break
      }
      if let unit = ones[word] {
        guard isEmpty || last >= 100 || (last >= 20 && unit < 10) else { break }
        group += unit
        last = unit
      } else if let power = powers[word], !isEmpty {
        if power == 100 {
          group *= 100
        } else {
          total += group * power
          group = 0
        }
        last = power
      } else if word == "and", !isEmpty, last >= 100, ones[text[at + 1]] != nil {
        at += 1
        continue
      } else {
        break
      }
      isEmpty = false
      at += 1
    }
    guard !isEmpty else { return nil }
    return NumberPhrase(value: total + group, words: start..<at)
  }

  /// A number in digits, its separators read from the text: "1,000.50", "1.000,50", "5 000".
  private static func digits(_ text: ParameterText, _ index: Int) -> Double? {
    var whole = ""
    var separators: [(mark: UInt8, digits: Int)] = []
    for byte in text.bytes[text.ranges[index]] {
      if byte.isDigit {
        whole.append(Character(UnicodeScalar(byte)))
        if !separators.isEmpty { separators[separators.count - 1].digits += 1 }
      } else {
        separators.append((byte, 0))
      }
    }
    guard let last = separators.last else { return Double(whole) }
    let isGrouped = last.digits == 3 && (separators.count == 1 || separators.allSatisfy { $0.digits == 3 })
    guard !isGrouped, last.digits > 0, let value = Double(whole) else { return Double(whole) }
    var scale = 1.0
    for _ in 0..<last.digits { scale *= 10 }
    return value / scale
  }

  static func isDigits(_ word: String) -> Bool {
    guard let first = word.utf8.first, first.isDigit else { return false }
    return word.utf8.allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
  }

  /// Without ".0"; thousands parted by commas where asked for.
  static func string(_ value: Double, grouped: Bool = false, places: Int = 0) -> String {
    let cents = (value * 100).rounded()
    guard cents < 1e15 else { return "\(value)" }
    let whole = Int(cents) / 100
    let rest = Int(cents) % 100
    var digits = String(whole)
    if grouped {
      var at = digits.count - 3
      while at > 0 {
        digits.insert(",", at: digits.index(digits.startIndex, offsetBy: at))
        at -= 3
      }
    }
    guard rest > 0 else { return digits }
    if places == 2 || rest % 10 != 0 { return digits + (rest < 10 ? ".0" : ".") + "\(rest)" }
    return digits + ".\(rest / 10)"
  }

  private static let ones: [String: Double] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]
  private static let powers: [String: Double] = [
    "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000,
  ]
}
