// A query → the clauses that match it, each with its rank. Postings give the order; FTS5 decides where
// positions count.

internal import GRDB

/// The clauses that match a query.
struct ClauseMatches {
  /// Rows that match, with BM25 score, best first; equal scores in order of the rows.
  var ranked: [(row: Int, score: Double)] = []
  /// How many of the required terms a clause must hold, where it is not all of them.
  var atLeast: Int?
  /// Terms by which the matches can be highlighted.
  var highlighted: [Query.Term] = []
  /// Whether a word that is looked for stands in no clause of the index: it may be misspelt.
  var hasUnknownWord = false
  /// What the reader should know.
  var notes: [String] = []
}

/// Finds and ranks clauses.
struct ClauseMatcher {
  let arrays: ClauseArrays
  let documentPasses: [Bool]?
  let clausePasses: [Bool]?
  let database: Database
  /// Unknown words that are named one by one: to look for words near one takes milliseconds.
  private static let namedUnknown = 8

  private let vocabulary: Vocabulary
  private let terms: TermReader

  init(arrays: ClauseArrays, filter: DocumentFilter, types: TypeFilter, database: Database) throws {
    self.arrays = arrays
    documentPasses = filter.passes
    clausePasses = types.passes
    self.database = database
    vocabulary = try Vocabulary()
    terms = TermReader(database: database)
  }

  /// All matches of a query; where no clause holds all of it, those that hold most of its words.
  func matches(of asked: Query) throws -> ClauseMatches {
    var result = ClauseMatches()
    let query = try withWordsForPrefixes(asked)
    result.highlighted = asked.required.flatMap { $0 } + query.required.joined().prefix(Self.highlightedWords)
    let unknown = try unknownWords(of: asked)
    result.hasUnknownWord = !unknown.isEmpty
    for word in unknown.prefix(Self.namedUnknown) {
      let near = try terms.suggestions(for: word)
      let hint = near.isEmpty ? "" : "; did you mean \(near.map { "“\($0)”" }.joined(separator: ", "))?"
      result.notes.append("no clause has the word “\(word)”\(hint)")
    }
    if unknown.count > Self.namedUnknown {
      result.notes.append("no clause has \(unknown.count - Self.namedUnknown) more of the words")
    }
    if query.required.isEmpty {
      result.ranked = try rowsWithout(query.excluded).map { ($0, 0) }
      return result
    }
    result.ranked = try strictMatches(of: query)
    if result.ranked.isEmpty, let relaxed = try relaxedMatches(of: query) {
      result.ranked = relaxed.ranked
      result.atLeast = relaxed.atLeast
      result.highlighted = relaxed.words.map { .word($0) }
      result.notes.append(relaxed.note)
    }
    return result
  }

  /// Words that are highlighted at most: a short prefix stands for hundreds.
  private static let highlightedWords = 60

  /// The query with the words of the index in the place of each prefix; a prefix of no word stays.
  private func withWordsForPrefixes(_ query: Query) throws -> Query {
    func expanded(_ terms: [Query.Term]) throws -> [Query.Term] {
      try terms.flatMap { term -> [Query.Term] in
        guard case .prefix(let stump) = term else { return [term] }
        let words = try self.words(beginningWith: stump)
        return words.isEmpty ? [term] : words
      }
    }
    var query = query
    query.required = try query.required.map(expanded)
    query.excluded = try expanded(query.excluded)
    return query
  }

  private func words(beginningWith stump: String) throws -> [Query.Term] {
    try terms.words(beginningWith: stump).map { .word($0) }
  }

  /// Whether a clause meets the filters.
  func passes(_ row: Int) -> Bool {
    (documentPasses.map { $0[Int(arrays.document[row - 1])] } ?? true)
      && (clausePasses.map { $0[row - 1] } ?? true)
  }

  // MARK: All of it

  private func strictMatches(of query: Query) throws -> [(row: Int, score: Double)] {
    let groups = query.required.map { $0.flatMap(expand).distinct }
    let needsPositions =
      query.required.joined().contains { term in
        switch term {
        case .word(let word), .prefix(let word): vocabulary.terms(of: word).count != 1
        case .phrase, .near: true
        }
      }
    if needsPositions {
      guard let expression = MatchExpression.of(required: query.required, excluded: query.excluded) else {
        return []
      }
      let rows = try rows(matching: expression).filter(passes)
      var scores = [Double](repeating: 0, count: arrays.count + 1)
      for group in groups {
        for term in group { try addScores(of: term, to: &scores) }
      }
      return ranked(rows.map { ($0, scores[$0]) })
    }
    var scores = [Double](repeating: 0, count: arrays.count + 1)
    var held = [UInt16](repeating: 0, count: arrays.count + 1)
    for (index, group) in groups.enumerated() {
      for term in group { try addScores(of: term, to: &scores, counting: &held, as: UInt16(index)) }
    }
    let all = UInt16(groups.count)
    for row in try rows(holdingOneOf: query.excluded) { held[row] = 0 }
    var found: [(row: Int, score: Double)] = []
    for row in 1..<held.count where held[row] == all && passes(row) { found.append((row, scores[row])) }
    return ranked(found)
  }

  /// The index's terms that a query's term stands for.
  private func expand(_ term: Query.Term) -> [String] {
    switch term {
    case .word(let text), .phrase(let text): stems(of: text)
    case .near(let words, _): words.flatMap(stems)
    case .prefix: []  // of no word in the index
    }
  }

  private func stems(of text: String) -> [String] {
    vocabulary.terms(of: text).map { vocabulary.terms[Int($0)] }
  }

  private func addScores(of term: String, to scores: inout [Double]) throws {
    let total = arrays.count
    try terms.withPostings(of: term) { clauses, bytes in
      let rarity = BM25.rarity(clauses: clauses, of: total)
      PostingList.forEach(in: bytes) { posting in
        guard posting.row <= total else { return }
        scores[posting.row] += BM25.score(
          posting, rarity: rarity, length: Double(arrays.length[posting.row - 1]),
          average: arrays.averageLength)
      }
    }
  }

  /// Adds scores where the clause holds a term of each group before this one, and counts the group.
  private func addScores(
    of term: String, to scores: inout [Double], counting held: inout [UInt16], as group: UInt16
  ) throws {
    let total = arrays.count
    try terms.withPostings(of: term) { clauses, bytes in
      let rarity = BM25.rarity(clauses: clauses, of: total)
      PostingList.forEach(in: bytes) { posting in
        guard posting.row <= total, held[posting.row] == group || held[posting.row] == group + 1 else {
          return
        }
        held[posting.row] = group + 1
        scores[posting.row] += BM25.score(
          posting, rarity: rarity, length: Double(arrays.length[posting.row - 1]),
          average: arrays.averageLength)
      }
    }
  }

  private func rows(of term: String) throws -> [Int] {
    var rows: [Int] = []
    let total = arrays.count
    try terms.withPostings(of: term) { _, bytes in
      PostingList.forEach(in: bytes) { if $0.row <= total { rows.append($0.row) } }
    }
    return rows
  }

  private func rowsWithout(_ excluded: [Query.Term]) throws -> [Int] {
    var out = [Bool](repeating: false, count: arrays.count + 1)
    for row in try rows(holdingOneOf: excluded) { out[row] = true }
    return (1..<out.count).filter { !out[$0] && passes($0) }
  }

  /// FTS5's answer, in which a phrase is a phrase: what must not occur is left out as exactly as it was asked.
  func rows(holdingOneOf terms: [Query.Term]) throws -> [Int] {
    guard let expression = MatchExpression.of(required: [terms], excluded: []) else { return [] }
    return try rows(matching: expression)
  }

  private func rows(matching expression: String) throws -> [Int] {
    try Int.fetchAll(
      database, sql: "SELECT rowid FROM clause_fts WHERE clause_fts MATCH ? ORDER BY rowid",
      arguments: [expression]
    ).filter { $0 >= 1 && $0 <= arrays.count }
  }

  private func ranked(_ found: [(row: Int, score: Double)]) -> [(row: Int, score: Double)] {
    found.sorted { $0.score != $1.score ? $0.score > $1.score : $0.row < $1.row }
  }

  // MARK: Most of it

  /// The clauses that hold the most of the words, at least three fifths of them; of two words, one.
  private func relaxedMatches(
    of query: Query
  ) throws -> (ranked: [(row: Int, score: Double)], atLeast: Int, words: [String], note: String)? {
    let words = query.required.flatMap { group in group.flatMap(\.words) }.distinct
    let stems = words.map { self.stems(of: $0) }.filter { !$0.isEmpty }
    let wanted = stems.flatMap { $0 }.distinct
    guard wanted.count > 1 || query.required.joined().contains(where: { $0.isPositional }) else { return nil }
    var scores = [Double](repeating: 0, count: arrays.count + 1)
    var held = [UInt16](repeating: 0, count: arrays.count + 1)
    for term in wanted {
      try addScores(of: term, to: &scores)
      for row in try rows(of: term) { held[row] += 1 }
    }
    for row in try rows(holdingOneOf: query.excluded) { held[row] = 0 }
    let most = (1..<max(2, held.count)).reduce(UInt16(0)) {
      $1 < held.count && passes($1) ? max($0, held[$1]) : $0
    }
    let floor = wanted.count <= 3 ? max(1, wanted.count - 1) : (wanted.count * 3 + 4) / 5
    guard Int(most) >= floor else { return nil }
    let least = max(floor, Int(most) - 1)
    var found: [(row: Int, score: Double)] = []
    for row in 1..<held.count where Int(held[row]) >= least && passes(row) {
      found.append((row, scores[row]))
    }
    found.sort {
      let (a, b) = (held[$0.row], held[$1.row])
      return a != b ? a > b : $0.score != $1.score ? $0.score > $1.score : $0.row < $1.row
    }
    let note =
      Int(most) == wanted.count
      ? "no clause has it word for word; these have all its words"
      : least == 1
        ? "no clause has all the words; these have one of the \(wanted.count)"
        : "no clause has all the words; these have at least \(least) of the \(wanted.count)"
    return (found, least, words, note)
  }

  private func unknownWords(of query: Query) throws -> [String] {
    var unknown: [String] = []
    for term in query.required.joined() {
      if case .prefix(let stump) = term {
        // The words of non-ref* are no single word of the index; FTS5 decides whether they follow one another.
        let isOneWord = stems(of: stump).count == 1
        if isOneWord, try terms.words(beginningWith: stump).isEmpty { unknown.append(stump + "*") }
        continue
      }
      for word in term.words {
        let stems = stems(of: word)
        for stem in stems where try terms.clauses(with: stem) == 0 {
          unknown.append(stems.count == 1 ? word.trimmedToWord : stem)
        }
      }
    }
    return unknown.distinct
  }
}

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

extension String {
  /// A word without punctuation at its ends.
  fileprivate var trimmedToWord: String {
    let isInner = { (character: Character) in character.isLetter || character.isNumber }
    guard let first = firstIndex(where: isInner), let last = lastIndex(where: isInner) else { return self }
    return String(self[first...last])
  }
}
