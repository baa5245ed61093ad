// A query → the clauses that match it, each with its rank. Postings give the order; FTS5 decides where
// positions count.

internal import GRDB

/// Finds and ranks clauses.
struct ClauseMatcher {
  let arrays: ClauseArrays
  let documentPasses: [Bool]?
  let clausePasses: [Bool]?
  let database: Database
  /// Unknown words that are named one by one: to look for words near one takes milliseconds.
  private static let namedUnknown = 8

  private let accumulators: Pool<ScoreAccumulator>
  private let lent: Lent<Vocabulary>
  var vocabulary: Vocabulary { lent.value }
  private let terms: TermReader
  private let bm25: BM25

  init(
    arrays: ClauseArrays, filter: DocumentFilter, types: TypeFilter, vocabulary: Lent<Vocabulary>,
    accumulators: Pool<ScoreAccumulator>, database: Database
  ) {
    self.arrays = arrays
    documentPasses = filter.passes
    clausePasses = types.passes
    self.database = database
    lent = vocabulary
    self.accumulators = accumulators
    terms = TermReader(database: database)
    bm25 = BM25(total: arrays.count, averageLength: arrays.averageLength)
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
      result.found = try rowsWithout(query.excluded).map { ($0, 0) }
      result.isRanked = true
      return result
    }
    result.found = try strictMatches(of: query)
    if result.found.isEmpty, let relaxed = try relaxedMatches(of: query) {
      (result.found, result.isRanked) = (relaxed.ranked, true)
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

  private func strictMatches(of query: Query) throws -> [ClauseMatches.Match] {
    let groups = query.required.map { $0.flatMap(expand).distinct }
    if query.required.joined().contains(where: needsPositions) {
      guard let expression = MatchExpression.of(required: query.required, excluded: query.excluded) else {
        return []
      }
      let rows = try rows(matching: expression).filter(passes)
      var found: [ClauseMatches.Match] = rows.map { ($0, 0) }
      for term in groups.joined() { try addScores(of: term, to: &found) }
      return found
    }
    let found =
      try groups.allSatisfy { $0.count == 1 } ? intersection(of: groups.joined()) : union(of: groups)
    let excluded = Set(try rows(holdingOneOf: query.excluded))
    guard documentPasses != nil || clausePasses != nil || !excluded.isEmpty else { return found }
    return found.filter { passes($0.row) && !excluded.contains($0.row) }
  }

  /// Whether postings can't tell which clauses hold a term.
  private func needsPositions(_ term: Query.Term) -> Bool {
    switch term {
    case .word(let word), .prefix(let word): vocabulary.terms(of: word).count != 1
    case .phrase, .near: true
    }
  }

  /// The clauses that hold all terms: those of the rarest are looked up in the postings of the others.
  ///
  /// A term that is given twice counts twice, as FTS5 has it.
  private func intersection(of terms: some Sequence<String>) throws -> [ClauseMatches.Match] {
    let counts = terms.reduce(into: [:]) { $0[$1, default: 0.0] += 1 }
    let byRarity = try counts.map { (term: $0, count: $1, clauses: try self.terms.clauses(with: $0)) }
      .sorted { ($0.clauses, $0.term) < ($1.clauses, $1.term) }
    var found: [ClauseMatches.Match] = []
    for (place, (term, count, _)) in byRarity.enumerated() {
      let isKnown = try self.terms.withSkippablePostings(of: term) { clauses, bytes, skips in
        let rarity = bm25.rarity(clauses: clauses) * count
        if place == 0 {
          found.reserveCapacity(min(clauses, arrays.count))
          PostingList.forEach(in: bytes) { posting in
            guard posting.row <= arrays.count else { return }
            found.append((posting.row, bm25.score(posting, rarity, length: arrays.length[posting.row - 1])))
          }
          return
        }
        var cursor = PostingCursor(bytes, skips: skips)
        var kept = 0
        for match in found {
          guard let posting = cursor.posting(ofRow: match.row) else { continue }
          let score = bm25.score(posting, rarity, length: arrays.length[match.row - 1])
          found[kept] = (match.row, match.score + score)
          kept += 1
        }
        found.removeLast(found.count - kept)
      }
      guard isKnown, !found.isEmpty else { return [] }
    }
    return found
  }

  /// The clauses that hold a term of every group.
  private func union(of groups: [[String]]) throws -> [ClauseMatches.Match] {
    if groups.count == 1 { return try union(of: groups[0]) }
    var scores = [Double](repeating: 0, count: arrays.count + 1)
    var held = [UInt16](repeating: 0, count: arrays.count + 1)
    for (index, group) in groups.enumerated() {
      for term in group { try addScores(of: term, to: &scores, counting: &held, as: UInt16(index)) }
    }
    let all = UInt16(groups.count)
    var found: [ClauseMatches.Match] = []
    for row in 1..<held.count where held[row] == all { found.append((row, scores[row])) }
    return found
  }

  /// The clauses that hold one of the terms.
  private func union(of terms: [String]) throws -> [ClauseMatches.Match] {
    try accumulators.lend { ScoreAccumulator(lengths: arrays.length) }.use { accumulator in
      for term in terms {
        try self.terms.withPostings(of: term) { clauses, bytes in
          accumulator.add(bytes, rarity: bm25.rarity(clauses: clauses), bm25)
        }
      }
      return accumulator.take()
    }
  }

  /// The index's terms that a query's term stands for.
  private func expand(_ term: Query.Term) -> [String] {
    switch term {
    case .word(let text), .phrase(let text): stems(of: text)
    case .near(let words, _): words.flatMap(stems)
    case .prefix: []  // of no word in the index
    }
  }

  func stems(of text: String) -> [String] {
    vocabulary.terms(of: text).map { vocabulary.terms[Int($0)] }
  }

  /// Adds the scores of a term to clauses in order of their rows, looked up in its postings.
  private func addScores(of term: String, to found: inout [ClauseMatches.Match]) throws {
    _ = try terms.withSkippablePostings(of: term) { clauses, bytes, skips in
      let rarity = bm25.rarity(clauses: clauses)
      var cursor = PostingCursor(bytes, skips: skips)
      for place in found.indices {
        let row = found[place].row
        guard let posting = cursor.posting(ofRow: row) else { continue }
        found[place].score += bm25.score(posting, rarity, length: arrays.length[row - 1])
      }
    }
  }

  func addScores(of term: String, to scores: inout [Double]) throws {
    let total = arrays.count
    try terms.withPostings(of: term) { clauses, bytes in
      let rarity = bm25.rarity(clauses: clauses)
      PostingList.forEach(in: bytes) { posting in
        guard posting.row <= total else { return }
        scores[posting.row] += bm25.score(posting, rarity, length: arrays.length[posting.row - 1])
      }
    }
  }

  /// Adds scores where the clause holds a term of each group before this one, and counts the group.
  private func addScores(
    of term: String, to scores: inout [Double], counting held: inout [UInt16], as group: UInt16
  ) throws {
    let total = arrays.count
    try terms.withPostings(of: term) { clauses, bytes in
      let rarity = bm25.rarity(clauses: clauses)
      PostingList.forEach(in: bytes) { posting in
        guard posting.row <= total, held[posting.row] == group || held[posting.row] == group + 1 else {
          return
        }
        held[posting.row] = group + 1
        scores[posting.row] += bm25.score(posting, rarity, length: arrays.length[posting.row - 1])
      }
    }
  }

  func rows(of term: String) throws -> [Int] {
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

extension String {
  /// A word without punctuation at its ends.
  fileprivate var trimmedToWord: String {
    let isInner = { (character: Character) in character.isLetter || character.isNumber }
    guard let first = firstIndex(where: isInner), let last = lastIndex(where: isInner) else { return self }
    return String(self[first...last])
  }
}
