// "79 days", "Session", "$5.00", "Yes": the value of a cell, never a title.

/// Recognises durations, prices and the bare answers of a table.
enum Measure {
  /// Whether the text is nothing but a value.
  static func matches(_ bytes: [UInt8]) -> Bool {
    guard !bytes.isEmpty, bytes.count <= 30 else { return false }
    let words = bytes.split(whereSeparator: \.isBlank)
    guard words.count <= 4 else { return false }
    var hasValue = false
    for word in words {
      let name = String(
        decoding: word.filter {
          $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ")")
        }
        .map(\.lowered), as: UTF8.self)
      if values.contains(name) {
        hasValue = true
      } else if isAmount(word) {
        hasValue = true
      } else if !units.contains(name) {
        return false
      }
    }
    return hasValue
  }

  /// Digits with what a price or a number may have around them.
  private static func isAmount(_ word: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: word, as: UTF8.self)
    return text.contains(where: \.isNumber)
      && text.allSatisfy { $0.isNumber || $0.isCurrencySymbol || ".,%+-".contains($0) }
  }

  private static let values: Set<String> = [
    "session", "persistent", "permanent", "yes", "no", "n/a", "none", "never",
  ]

  private static let units: Set<String> = [
    "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minute", "minutes",
    "second", "seconds", "min", "sec", "usd", "eur", "cookie", "about", "up", "to", "less", "than", "per",
  ]
}
