// Stems → how rare they are and where they lie among word vectors: from an index, or from texts in memory.

internal import Foundation
internal import GRDB

/// What the measures of likeness ask of the corpus.
protocol TermFacts {
  /// Clauses of the corpus.
  var total: Int { get }
  /// Mean words of a clause's title, lead-in and text; never 0.
  var averageLength: Float { get }
  /// Numbers in a vector.
  var dimensions: Int { get }
  /// How many clauses hold a stem; 0 where it is unknown.
  func clauses(with term: String) throws -> Int
  /// Calls `body` with the vector of a stem and its scale; nothing where it has none.
  func withVector(of term: String, _ body: (UnsafeBufferPointer<Int8>, Float) -> Void) throws
}

/// The facts of an index.
struct IndexedTermFacts: TermFacts {
  let database: Database
  let total: Int
  let averageLength: Float
  let dimensions: Int

  func clauses(with term: String) throws -> Int { try TermReader(database: database).clauses(with: term) }

  func withVector(of term: String, _ body: (UnsafeBufferPointer<Int8>, Float) -> Void) throws {
    let statement = try database.cachedStatement(sql: "SELECT scale, vector FROM word_vector WHERE term = ?")
    let rows = try Row.fetchCursor(statement, arguments: [term])
    guard let row = try rows.next() else { return }
    let scale: Double = try row.value(0)
    try row.withUnsafeData(atIndex: 1) { data in
      data?.withUnsafeBytes { body($0.bindMemory(to: Int8.self), Float(scale)) }
    }
  }
}

/// The facts of some texts in memory.
struct TextTermFacts: TermFacts {
  let total: Int
  let averageLength: Float
  let words: WordVectors
  private var counts: [String: Int] = [:]

  var dimensions: Int { words.dimensions }

  init(_ texts: [String], words: WordVectors, vocabulary: Vocabulary) {
    self.words = words
    total = texts.count
    var length = 0
    for text in texts {
      let terms = vocabulary.terms(of: text)
      length += terms.count
      for term in Set(terms) { counts[vocabulary.terms[Int(term)], default: 0] += 1 }
    }
    averageLength = max(1, Float(length) / Float(max(1, texts.count)))
  }

  func clauses(with term: String) -> Int { counts[term] ?? 0 }

  func withVector(of term: String, _ body: (UnsafeBufferPointer<Int8>, Float) -> Void) {
    guard let number = words.number(of: term) else { return }
    words.withRow(number) { body($0, words.scales[number]) }
  }
}
