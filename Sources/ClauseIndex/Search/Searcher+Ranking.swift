// What the benchmark asks: a query → rows with scores and nothing else, and a clause → its weightiest words.

internal import GRDB

extension Searcher {
  /// The best clauses of a query, best first: what ``search(_:limit:everyHit:facets:)`` does before it shows any.
  package func ranking(of query: Query, limit: Int) throws -> [(row: Int, score: Double)] {
    return try readSome { database in
      let filter = try documentFilter(query.filters, database)
      let types = try TypeFilter(query.filters, count: arrays.count, self, database)
      let matcher = try self.matcher(filter, types, database)
      return try matcher.matches(of: query).best(limit)
    }
  }

  /// The words that tell a clause from others, the weightiest under ``TermWeight`` first.
  ///
  /// - Returns: words in lower case, as the clause writes them, of words that differ only in inflection one; words that
  ///   the tokenizer takes for several are left out.
  package func weightiestWords(ofRow row: Int, atMost count: Int) throws -> [(word: String, weight: Double)] {
    try read { database in
      guard let clause = try StoredClause.fetch(rows: [row], from: database)[row] else { return [] }
      let reader = try profileReader(database)
      let profile = try reader.profile(clause)
      var written: [Int32: String] = [:]
      for field in [clause.text, clause.leadIn, clause.title] {
        let bytes = Array(field.utf8)
        reader.vocabulary.forEachTerm(in: field) { term, start, end in
          guard written[term] == nil else { return }
          let word = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
          if reader.vocabulary.terms(of: word) == [term] { written[term] = word }
        }
      }
      return profile.termsInOrder.enumerated().sorted {
        ($0.element.weight, $1.offset) > ($1.element.weight, $0.offset)
      }.map(\.element)
        .compactMap { term in written[term.number].map { ($0, Double(term.weight)) } }
        .prefix(count).map { $0 }
    }
  }
}
