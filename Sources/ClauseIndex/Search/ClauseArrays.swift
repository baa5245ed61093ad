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
    func array<Element: BitwiseCopyable>(_ name: String, _ zero: Element) throws -> [Element] {
      guard
        let data = try Data.fetchOne(
          database, sql: "SELECT data FROM clause_array WHERE name = ?", arguments: [name]),
        data.count % MemoryLayout<Element>.stride == 0
      else { throw IndexError.indexDamaged(path: path, reason: "the array \(name) is missing or cut off") }
      return [Element](unsafeUninitializedCapacity: data.count / MemoryLayout<Element>.stride) {
        buffer, count in
        count = data.copyBytes(to: buffer) / MemoryLayout<Element>.stride
      }
    }
    document = try array("document", UInt32(0))
    length = try array("length", UInt32(0))
    norm = try array("norm", Float(0))
    guard document.count == length.count, document.count == norm.count else {
      throw IndexError.indexDamaged(path: path, reason: "its clause arrays differ in length")
    }
    averageLength = max(1, Double(length.reduce(0) { $0 + Int($1) }) / Double(max(1, length.count)))
  }
}
