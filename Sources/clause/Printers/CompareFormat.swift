// The forms in which platforms are compared: those of all answers, and pictures of clause types.

internal import ArgumentParser
internal import ClauseIndex

/// A form of output of `clause compare`.
enum CompareFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, ndjson, csv, tsv, markdown, html, svg

  /// The form of rows that it is; nil for a picture.
  var rows: OutputFormat? { OutputFormat(rawValue: rawValue) }

  /// The form that the ending of a file's name says; nil where it says none.
  init?(endingOf file: String) {
    guard let dot = file.lastIndex(of: ".") else { return nil }
    switch file[file.index(after: dot)...].lowercased() {
    case "html", "htm": self = .html
    case "md": self = .markdown
    case "jsonl": self = .ndjson
    case let ending:
      guard let form = CompareFormat(rawValue: ending), form != .table else { return nil }
      self = form
    }
  }
}

/// A clause type with the verdict of each platform in a column of its own: what a spreadsheet holds.
struct TypeLine: Encodable {
  private static let first = ["category", "type", "name", "severity"]
  private static let last = ["sharing", "lacking", "unknown", "sharing_of_all", "able_of_all"]
  private let row: TypeComparison.Row

  init(_ row: TypeComparison.Row) { self.row = row }

  /// The columns in order.
  static func columns(of answer: TypeComparison) -> [String] {
    first + answer.platforms.map(\.platform) + last
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    let texts = zip(Self.first, [row.category, row.type, row.name, row.severity.rawValue])
    for (key, text) in texts { try container.encode(text, forKey: Key(key)) }
    for cell in row.cells { try container.encode(cell.verdict, forKey: Key(cell.platform)) }
    let numbers = zip(
      Self.last, [row.sharing, row.lacking, row.unknown, row.sharingOfAll, row.ableOfAll])
    for (key, number) in numbers { try container.encode(number, forKey: Key(key)) }
  }
}
