// The numbers that likeness needs of every clause, read when it is first asked for.

internal import GRDB

/// What similarity alone needs of every clause, read when it is first asked for.
struct SimilarityArrays: Sendable {
  let vectors: ClauseVectorArray
  let typings: TypingArrays
  /// By row − 1: how crowded the clause's place is.
  let crowding: [Float]
  /// What passages are held against to tell how crowded their place is.
  let reference: Crowding
  private let words: [UInt32]
  /// By row − 1: the part of ``TermShare`` that is the clause's length.
  let lengthParts: [Float]
  /// By row − 1: length of the clause's vector under ``TermWeight``.
  let norms: [Float]
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
    crowding = try database.array("crowding", Float(0), path)
    let typings = TypingArrays(
      starts: try database.array("typing_start", UInt32(0), path),
      types: try database.array("typing_type", UInt16(0), path),
      confidences: try database.array("typing_confidence", UInt8(0), path), clauses: clauses)
    words = try database.array("words", UInt32(0), path)
    norms = try database.array("norm", Float(0), path)
    ownScores = try database.array("own_score", Float(0), path)
    let spans = try database.array("span", UInt32(0), path)
    let average = TermShare.average(spans)
    averageLength = average
    lengthParts = spans.map { TermShare.lengthPart(Float($0), average: average) }
    guard norms.count == clauses, ownScores.count == clauses, spans.count == clauses,
      lengths.count == clauses,
      words.count == clauses, crowding.count == clauses, values.count == clauses * dimensions, let typings
    else {
      throw IndexError.indexDamaged(path: path, reason: "its vectors or typings do not fit its clauses")
    }
    vectors = ClauseVectorArray(dimensions: dimensions, values: values, lengths: lengths)
    reference = Crowding(among: vectors)
    self.typings = typings
  }
}
