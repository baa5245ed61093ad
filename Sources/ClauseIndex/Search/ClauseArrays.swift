// The numbers that ranking needs of every clause, read once when an index is opened.

internal import Foundation
internal import GRDB

/// One element a clause, by row − 1.
struct ClauseArrays: Sendable {
  /// Document of each clause, as index into the documents in order.
  var document: [UInt32]
  /// Tokens over all fields: FTS5's document length.
  var length: [UInt32]
  /// Length of the clause's vector under ``TermWeight``.
  var norm: [Float]
  /// Mean of `length`; 1 where there is no clause.
  var averageLength: Double

  var count: Int { document.count }

  init(_ database: Database, path: String) throws {
    document = try database.array("document", UInt32(0), path)
    length = try database.array("length", UInt32(0), path)
    norm = try database.array("norm", Float(0), path)
    guard document.count == length.count, document.count == norm.count else {
      throw IndexError.indexDamaged(path: path, reason: "its clause arrays differ in length")
    }
    averageLength = max(1, Double(length.reduce(0) { $0 + Int($1) }) / Double(max(1, length.count)))
  }
}

/// What similarity alone needs of every clause, read when it is first asked for.
struct SimilarityArrays: Sendable {
  let vectors: ClauseVectorArray
  let typings: TypingArrays
  private let words: [UInt32]
  /// By row − 1: the part of ``TermShare`` that is the clause's length.
  let lengthParts: [Float]
  /// By row − 1: the clause's own score under ``TermShare``.
  let ownScores: [Float]
  /// Mean words of title, lead-in and text; never 0.
  let averageLength: Float

  /// Tokens of a clause's text, without title and lead-in.
  @inline(__always)
  func words(ofRow row: Int) -> Int { Int(words[row - 1]) }

  init(_ database: Database, clauses: Int, path: String) throws {
    let dimensions =
      try String.fetchOne(database, sql: "SELECT value FROM meta WHERE key = 'vector_dimensions'")
      .flatMap(Int.init) ?? 0
    let values = try database.array("vector", Int8(0), path)
    let lengths = try database.array("vector_length", Float(0), path)
    let typings = TypingArrays(
      starts: try database.array("typing_start", UInt32(0), path),
      types: try database.array("typing_type", UInt16(0), path),
      confidences: try database.array("typing_confidence", UInt8(0), path), clauses: clauses)
    words = try database.array("words", UInt32(0), path)
    ownScores = try database.array("own_score", Float(0), path)
    let spans = try database.array("span", UInt32(0), path)
    let average = TermShare.average(spans)
    averageLength = average
    lengthParts = spans.map { TermShare.lengthPart(Float($0), average: average) }
    guard ownScores.count == clauses, spans.count == clauses, lengths.count == clauses,
      words.count == clauses, values.count == clauses * dimensions, let typings
    else {
      throw IndexError.indexDamaged(path: path, reason: "its vectors or typings do not fit its clauses")
    }
    vectors = ClauseVectorArray(dimensions: dimensions, values: values, lengths: lengths)
    self.typings = typings
  }
}

extension Database {
  /// An array with one element a clause, or as many as it takes.
  fileprivate func array<Element: BitwiseCopyable>(
    _ name: String, _ zero: Element, _ path: String
  ) throws -> [Element] {
    let rows = try Row.fetchCursor(
      self, sql: "SELECT data FROM clause_array WHERE name = ?", arguments: [name])
    let elements = try rows.next()?.withUnsafeData(atIndex: 0) { data -> [Element]? in
      guard let data, data.count % MemoryLayout<Element>.stride == 0 else { return nil }
      return [Element](unsafeUninitializedCapacity: data.count / MemoryLayout<Element>.stride) {
        buffer, count in
        count = data.copyBytes(to: buffer) / MemoryLayout<Element>.stride
      }
    }
    guard let elements = elements ?? nil else {
      throw IndexError.indexDamaged(path: path, reason: "the array \(name) is missing or cut off")
    }
    return elements
  }
}
