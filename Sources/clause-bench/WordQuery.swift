// Words of one clause → a query, as a person types it and as FTS5 takes it.

internal import ClauseIndex

/// A query that at least one clause matches.
struct WordQuery: Equatable {
  /// How the words must occur.
  enum Kind: String, CaseIterable {
    /// All of them, anywhere.
    case all
    /// One of them at least.
    case any
    /// One after another.
    case phrase
    /// Close to one another.
    case near

    /// Words between the words of `near` at most.
    static let distance = 8
  }

  let kind: Kind
  /// Words in lower case, ASCII letters and digits only.
  let words: [String]

  /// What a person types.
  var text: String {
    switch kind {
    case .all: words.joined(separator: " ")
    case .any: words.joined(separator: " OR ")
    case .phrase: "\"\(words.joined(separator: " "))\""
    case .near: "NEAR(\(words.joined(separator: " ")), \(Kind.distance))"
    }
  }

  /// What FTS5's MATCH takes.
  var expression: String {
    let quoted = words.map { "\"\($0)\"" }
    return switch kind {
    case .all: quoted.joined(separator: " AND ")
    case .any: quoted.joined(separator: " OR ")
    case .phrase: "\"\(words.joined(separator: " "))\""
    case .near: "NEAR(\(quoted.joined(separator: " ")), \(Kind.distance))"
    }
  }
}
