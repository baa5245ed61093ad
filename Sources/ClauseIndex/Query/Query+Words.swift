// A term of a query → the words in it.

extension Query.Term {
  /// The words of a term.
  var words: [String] {
    switch self {
    case .word(let text), .phrase(let text): text.split(whereSeparator: \.isWhitespace).map(String.init)
    case .near(let words, _): words
    case .prefix(let stump): [stump]
    }
  }

  /// Whether the places of the words count.
  var isPositional: Bool {
    switch self {
    case .phrase, .near: true
    case .word, .prefix: false
    }
  }
}
