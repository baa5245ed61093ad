// The characters of a query → its terms. Never fails: what is no operator is a word.

/// Reads what a person typed, token by token.
struct QueryReader {
  private var rest: Substring
  private var notes: [String] = []

  /// Words that are looked for; no person types more, and each further one costs a pass over the index.
  private static let mostWords = 500

  init(_ text: String) {
    rest = text[...]
  }

  /// Fills the parts of a query.
  mutating func read(into query: inout Query) {
    var joinNext = false
    var words = 0
    while let token = next() {
      switch token {
      case .term(let term), .excluded(let term): words += term.words.count
      case .filter, .or: break
      }
      guard words <= Self.mostWords else {
        notes.append("the query is very long: no more than its first \(Self.mostWords) words were looked for")
        break
      }
      switch token {
      case .or:
        joinNext = !query.required.isEmpty
      case .filter(let key, let values):
        guard !values.isEmpty else { continue }
        if let index = query.filters.firstIndex(where: { $0.key == key }), key != .changed {
          query.filters[index].values += values
        } else {
          query.filters.append(Filter(key, values))
        }
      case .excluded(let term):
        query.excluded.append(term)
        joinNext = false
      case .term(let term):
        if joinNext {
          query.required[query.required.count - 1].append(term)
        } else {
          query.required.append([term])
        }
        joinNext = false
      }
    }
    query.notes = notes
  }

  private enum Token {
    case term(Query.Term)
    case excluded(Query.Term)
    case filter(Filter.Key, [String])
    case or
  }

  private mutating func next() -> Token? {
    while let first = rest.first {
      if first.isWhitespace || first == "(" || first == ")" {
        rest.removeFirst()
        continue
      }
      let negated =
        first == "-" && rest.dropFirst().first.map { $0 == "\"" || $0.isLetter || $0.isNumber } == true
      if negated { rest.removeFirst() }
      if let near = readNear() { return negated ? .excluded(near) : .term(near) }
      if rest.first == "\"" {
        let words = readQuoted()
        guard words.hasWord else { continue }
        let term: Query.Term =
          words.split(whereSeparator: \.isWhitespace).count > 1 ? .phrase(words) : .word(words)
        return negated ? .excluded(term) : .term(term)
      }
      let word = readWord()
      if !negated, word == "OR" || word == "|" { return .or }
      if !negated, word == "AND" { continue }
      if let filter = readFilter(word) { return filter }
      guard word.hasWord else { continue }
      var term = Query.Term.word(word)
      if word.hasSuffix("*") {
        let stump = String(word.drop { $0 == "*" }.prefix { $0 != "*" })
        term = .prefix(stump)
      }
      return negated ? .excluded(term) : .term(term)
    }
    return nil
  }

  /// `NEAR(a b, 5)`: at least two words and a distance, 10 where none is given.
  private mutating func readNear() -> Query.Term? {
    guard rest.hasPrefix("NEAR(") else { return nil }
    let body = rest.dropFirst(5)
    guard let end = body.firstIndex(of: ")") else {
      notes.append("NEAR( has no closing bracket and was read as a word; write NEAR(voice consent, 5)")
      return nil
    }
    var words = body[..<end]
    var within = 10
    if let comma = words.lastIndex(of: ",") {
      let distance = words[words.index(after: comma)...].filter { !$0.isWhitespace }
      if let number = Int(distance), number >= 0 {
        within = min(number, 1000)
      } else {
        notes.append("the distance of NEAR is a whole number; 10 was taken in the place of “\(distance)”")
      }
      words = words[..<comma]
    }
    let parts = words.replacing("\"", with: " ").split(whereSeparator: \.isWhitespace).map(String.init)
      .filter(\.hasWord)
    rest = body[body.index(after: end)...]
    switch parts.count {
    case 0:
      notes.append("NEAR() holds no word and was left out")
      return nil
    case 1:
      notes.append("NEAR wants two words or more; “\(parts[0])” was looked for as a word")
      return .word(parts[0])
    default:
      return .near(parts, within: within)
    }
  }

  private mutating func readQuoted() -> String {
    rest.removeFirst()
    let end = rest.firstIndex(of: "\"") ?? rest.endIndex
    let quoted = String(rest[..<end])
    rest = end < rest.endIndex ? rest[rest.index(after: end)...] : rest[end...]
    return quoted
  }

  private mutating func readWord() -> String {
    let end = rest.firstIndex { $0.isWhitespace || $0 == "(" || $0 == ")" || $0 == "\"" } ?? rest.endIndex
    let word = String(rest[..<end])
    rest = rest[end...]
    return word
  }

  /// `key:value`, `key:"value"`, `key:a,b`; a word with a colon that names no filter stays a word.
  private mutating func readFilter(_ word: String) -> Token? {
    guard let colon = word.firstIndex(of: ":"),
      let key = Filter.Key(rawValue: word[..<colon].lowercased())
    else { return nil }
    var value = String(word[word.index(after: colon)...])
    if key == .changed, [">", "<", ">=", "<="].contains(value), rest.first?.isWhitespace == true {
      rest = rest.drop(while: \.isWhitespace)
      value += readWord()
    }
    if rest.first == "\"" { value += readQuoted() }
    let values = value.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    guard !values.isEmpty else {
      notes.append("\(key.rawValue): has no value and was left out; write \(key.rawValue):\(key.example)")
      return .filter(key, [])
    }
    return .filter(key, values)
  }
}

extension Filter.Key {
  /// A value that could stand after the key, for messages.
  var example: String {
    switch self {
    case .platform: "spotify"
    case .company: "Google"
    case .sector: "social"
    case .country: "DE"
    case .terms: "\"Privacy Policy\""
    case .changed: ">2026-01-01"
    case .type: "binding-arbitration"
    case .category: "disputes"
    case .severity: "high"
    case .regulation: "gdpr"
    }
  }
}

extension String {
  /// Whether there is a letter or digit in the text.
  var hasWord: Bool {
    unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  /// The text without white space at its ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
