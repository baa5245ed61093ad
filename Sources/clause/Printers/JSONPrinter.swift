// Answers → JSON with keys in alphabetical order, so that equal answers print alike.

internal import Foundation

enum JSONPrinter {
  /// The whole answer over several lines.
  static func pretty(_ answer: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(answer), as: UTF8.self)
  }

  /// One row on one line, all of it or some of its keys.
  static func line(_ row: some Encodable, columns: [String]?) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let columns else { return String(decoding: try encoder.encode(row), as: UTF8.self) }
    let object = try Table.object(row)
    try Table.check(columns, against: [object])
    let chosen = Dictionary(
      columns.map { ($0, object[$0] ?? NSNull()) }, uniquingKeysWith: { first, _ in first })
    let data = try JSONSerialization.data(
      withJSONObject: chosen, options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
  }
}
