// A query's terms → an FTS5 MATCH expression in which everything that a person typed is quoted.

/// Writes FTS5 expressions.
enum MatchExpression {
  /// The expression of what must and must not occur; nil where nothing must occur.
  static func of(required: [[Query.Term]], excluded: [Query.Term]) -> String? {
    let groups = required.map(anyOf).filter { !$0.isEmpty }
    guard !groups.isEmpty else { return nil }
    let wanted = groups.map { "(\($0))" }.joined(separator: " AND ")
    let unwanted = anyOf(excluded)
    return unwanted.isEmpty ? wanted : "(\(wanted)) NOT (\(unwanted))"
  }

  /// One of the terms.
  static func anyOf(_ terms: [Query.Term]) -> String {
    terms.compactMap(term).joined(separator: " OR ")
  }

  private static func term(_ term: Query.Term) -> String? {
    switch term {
    case .word(let text), .phrase(let text): text.hasWord ? quoted(text) : nil
    case .prefix(let text): text.hasWord ? quoted(text) + "*" : nil
    case .near(let words, let within):
      "NEAR(\(words.map(quoted).joined(separator: " ")), \(within))"
    }
  }

  private static func quoted(_ text: String) -> String {
    // By scalars: a quotation mark with a combining mark after it is one character, and to FTS5 still a quote.
    let scalars = text.unicodeScalars.map { $0 == "\"" || $0 == "\0" ? " " : $0 }
    return "\"" + String(String.UnicodeScalarView(scalars)) + "\""
  }
}
