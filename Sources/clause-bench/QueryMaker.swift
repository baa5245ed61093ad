// A seed and an index → queries and clauses to ask about, the same ones every time.

internal import ClauseIndex

/// Draws what is asked from the clauses of an index.
///
/// Words are drawn where they stand, so that frequent words are asked for as often as they are written.
struct QueryMaker {
  /// Words of a query at most.
  static let mostWords = 4
  /// Words of a passage to ask about: fewer say too little, more are several provisions.
  static let passageWords = 12...120

  private let clauses: Int
  private let text: (_ row: Int) throws -> String
  private var chance: SeededGenerator

  /// - Parameters:
  ///   - clauses: clauses of the index; its rows count from 1.
  ///   - text: the text of a clause.
  init(seed: UInt64, clauses: Int, text: @escaping (_ row: Int) throws -> String) {
    chance = SeededGenerator(seed: seed)
    self.clauses = clauses
    self.text = text
  }

  /// Queries of one kind.
  mutating func queries(_ kind: WordQuery.Kind, count: Int) throws -> [WordQuery] {
    try draw(count) { maker, words in
      let chosen =
        switch kind {
        case .all, .any: maker.someOf(words)
        case .phrase: maker.phrase(of: words)
        case .near: maker.pair(of: words)
        }
      guard let chosen, !chosen.allSatisfy(StopWords.all.contains) else { return nil }
      return WordQuery(kind: kind, words: chosen)
    }
  }

  /// Rows of clauses that are long enough to be asked about, and no longer than one provision is.
  mutating func rows(count: Int) throws -> [Int] {
    var rows: [Int] = []
    try draw(count) { _, words in
      Self.passageWords.contains(words.count) ? true : nil
    } each: { row, _ in
      rows.append(row)
    }
    return rows
  }

  private mutating func draw<Drawn>(
    _ count: Int, _ make: (inout QueryMaker, _ words: [String?]) -> Drawn?
  ) throws -> [Drawn] {
    var drawn: [Drawn] = []
    try draw(count, make) { _, value in drawn.append(value) }
    return drawn
  }

  /// Draws clauses until enough of them gave something; gives up where hardly one in a thousand does.
  private mutating func draw<Drawn>(
    _ count: Int, _ make: (inout QueryMaker, _ words: [String?]) -> Drawn?, each: (Int, Drawn) -> Void
  ) throws {
    guard clauses > 0 else { throw BenchError.noClauses }
    var (found, tries) = (0, 0)
    while found < count {
      tries += 1
      guard tries < 1000 * (count + 1) else { throw BenchError.noQueries(wanted: count, found: found) }
      let row = Int.random(in: 1...clauses, using: &chance)
      if let made = make(&self, Self.words(of: try text(row))) {
        each(row, made)
        found += 1
      }
    }
  }

  /// The words of a text in order, in lower case; nil in the place of those that are not plain ASCII, which no query
  /// here asks for.
  static func words(of text: String) -> [String?] {
    text.split { !($0.isLetter || $0.isNumber) }.map { word in
      word.utf8.allSatisfy { $0 < 0x80 } ? word.lowercased() : nil
    }
  }

  private mutating func someOf(_ words: [String?]) -> [String]? {
    let known = words.compactMap { $0 }.filter { $0.utf8.count > 1 }
    guard !known.isEmpty else { return nil }
    var chosen: [String] = []
    for _ in 0..<Int.random(in: 1...Self.mostWords, using: &chance) {
      let word = known[Int.random(in: known.indices, using: &chance)]
      if !chosen.contains(word) { chosen.append(word) }
    }
    return chosen
  }

  private mutating func phrase(of words: [String?]) -> [String]? {
    let length = Int.random(in: 2...Self.mostWords, using: &chance)
    guard words.count >= length else { return nil }
    let start = Int.random(in: 0...(words.count - length), using: &chance)
    let chosen = words[start..<(start + length)].compactMap { $0 }
    return chosen.count == length ? chosen : nil
  }

  /// Two words with as many others between them as `NEAR` lets pass.
  private mutating func pair(of words: [String?]) -> [String]? {
    guard words.count >= 2 else { return nil }
    let first = Int.random(in: 0..<(words.count - 1), using: &chance)
    let last = min(words.count - 1, first + WordQuery.Kind.distance + 1)
    let second = Int.random(in: (first + 1)...last, using: &chance)
    guard let one = words[first], let other = words[second], one != other,
      one.utf8.count > 1, other.utf8.count > 1, !StopWords.all.contains(one), !StopWords.all.contains(other)
    else { return nil }
    return [one, other]
  }
}

/// Why nothing can be measured.
enum BenchError: Error, CustomStringConvertible {
  case noClauses
  case noQueries(wanted: Int, found: Int)
  case unknownWorkload(name: String)
  case folderExists(path: String)

  var description: String {
    switch self {
    case .noClauses: "the index holds no clause to ask about"
    case .noQueries(let wanted, let found):
      "only \(found) of \(wanted) queries could be drawn: too few clauses of the index have words of ASCII letters"
    case .folderExists(let path): "\(path) is there already: name a new folder, or remove it"
    case .unknownWorkload(let name):
      "there is no workload “\(name)”; there are \(WorkloadName.allCases.map(\.rawValue).joined(separator: ", "))"
    }
  }
}
