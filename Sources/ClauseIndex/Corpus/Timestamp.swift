// A moment as the collections record it: whole seconds, UTC, written in ISO 8601.

/// A moment in UTC, to the second.
///
/// Encoded as its ISO 8601 text, so that dates read well in JSON and sort as text in SQL.
public struct Timestamp: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  public var seconds: Int

  /// Creates the moment that many seconds after the start of 1970.
  public init(seconds: Int) {
    self.seconds = seconds
  }

  /// Reads `2026-08-22T13:07:16Z`, or the day alone (its first second); nil for anything else.
  public init?(_ text: String) {
    let utf8 = Array(text.utf8)
    let template: [UInt8] = utf8.count == 10 ? Array("dddd-dd-dd".utf8) : Array("dddd-dd-ddTdd:dd:ddZ".utf8)
    guard utf8.count == template.count else { return nil }
    for (byte, mark) in zip(utf8, template) {
      guard mark == UInt8(ascii: "d") ? (48...57).contains(byte) : byte == mark else { return nil }
    }
    func number(_ range: Range<Int>) -> Int { utf8[range].reduce(0) { $0 * 10 + Int($1 - 48) } }
    let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    seconds = Timestamp.days(year: year, month: month, day: day) * 86_400
    guard utf8.count > 10 else { return }
    let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
    guard hour < 24, minute < 60, second < 60 else { return nil }
    seconds += hour * 3600 + minute * 60 + second
  }

  /// The day alone, as `2026-08-22`.
  public var day: String { String(description.prefix(10)) }

  /// The moment as `2026-08-22T13:07:16Z`.
  public var description: String {
    let days = Int((Double(seconds) / 86_400).rounded(.down))
    let rest = seconds - days * 86_400
    let (year, month, day) = Timestamp.date(days: days)
    func pad(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))"
      + "T\(pad(rest / 3600, 2)):\(pad(rest / 60 % 60, 2)):\(pad(rest % 60, 2))Z"
  }

  /// Orders by time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool { left.seconds < right.seconds }

  /// Reads the ISO 8601 text.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let moment = Timestamp(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not an ISO 8601 moment in UTC: \(text)"))
    }
    self = moment
  }

  /// Writes the ISO 8601 text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  // Civil calendar from day numbers and back: Howard Hinnant, "chrono-compatible low-level date algorithms",
  // https://howardhinnant.github.io/date_algorithms.html

  private static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func date(days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
  }
}
