// The numbers that ranking needs of every clause, read once when an index is opened.

internal import Foundation
internal import GRDB

/// One element a clause, by row − 1.
struct ClauseArrays: Sendable {
  /// Document of each clause, as index into the documents in order.
  var document: [UInt32]
  /// Tokens over all fields: FTS5's document length.
  var length: [UInt32]
  /// Mean of `length`; 1 where there is no clause.
  var averageLength: Double

  var count: Int { document.count }

  init(_ database: Database, path: String) throws {
    document = try database.array("document", UInt32(0), path)
    length = try database.array("length", UInt32(0), path)
    guard document.count == length.count else {
      throw IndexError.indexDamaged(path: path, reason: "its clause arrays differ in length")
    }
    averageLength = max(1, Double(length.reduce(0) { $0 + Int($1) }) / Double(max(1, length.count)))
  }
}

extension Database {
  /// An array with one element a clause, or as many as it takes.
  func array<Element: BitwiseCopyable>(
    _ name: String, _ zero: Element, _ path: String
  ) throws -> [Element] {
    let stride = MemoryLayout<Element>.stride
    // The plus keeps SQLite from searching for the name: it reads all the data that stand behind a name to compare it.
    let size = try Int.fetchOne(
      self, sql: "SELECT sum(length(data)) FROM clause_array WHERE +name = ?", arguments: [name])
    let damage = IndexError.indexDamaged(path: path, reason: "the array \(name) is missing or cut off")
    guard let size, size % stride == 0 else { throw damage }
    let parts = try Row.fetchCursor(
      self, sql: "SELECT data FROM clause_array WHERE +name = ? ORDER BY name, part", arguments: [name])
    return try [Element](unsafeUninitializedCapacity: size / stride) { buffer, count in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      var end = 0
      while let part = try parts.next() {
        try part.withUnsafeData(atIndex: 0) { data in
          guard let data, data.count <= size - end else { throw damage }
          data.withUnsafeBytes { UnsafeMutableRawBufferPointer(rebasing: bytes[end...]).copyMemory(from: $0) }
          end += data.count
        }
      }
      guard end == size else { throw damage }
      count = size / stride
    }
  }
}
