// A file of word vectors → the vector of each stem. Scripts/train-vectors writes it; its model card stands beside it.

internal import Foundation

/// A table of word vectors: words of like meaning lie in like directions.
///
/// The file, little-endian: `CLVEC001`, uint32 dimensions d, uint32 words V, uint32 bytes of the words, the words
/// (stems of the full-text table, UTF-8, sorted, one a line), V float32 scales, V × d int8. The vector of a text is
/// Σ (1 + ln tf) · scale · row over its distinct stems, brought to length 1: the scales hold how much a word tells.
public struct WordVectors: Sendable {
  /// Numbers in a vector; 0 for an empty table.
  public let dimensions: Int
  /// The stems, ascending by their bytes.
  let terms: [String]
  let scales: [Float]
  private let rows: [Int8]
  private let numbers: [String: Int]

  /// A table without words: every vector is zero.
  public static let empty = WordVectors(dimensions: 0, terms: [], scales: [], rows: [])

  /// A table from its parts; `rows` holds the vectors one after another.
  init(dimensions: Int, terms: [String], scales: [Float], rows: [Int8]) {
    self.dimensions = dimensions
    self.terms = terms
    self.scales = scales
    self.rows = rows
    numbers = Dictionary(terms.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads a file.
  ///
  /// - Throws: ``IndexError/unreadable(path:reason:)`` where it can't be read or is no such file.
  public init(path: String) throws(IndexError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path, reason: "no such file")
    }
    func damaged(_ what: String) -> IndexError {
      .unreadable(path: path, reason: "\(what); make it anew with Scripts/train-vectors")
    }
    let bytes = [UInt8](data)
    guard bytes.count >= 20, String(decoding: bytes[..<8], as: UTF8.self) == "CLVEC001" else {
      throw damaged("it is no file of word vectors")
    }
    func number(_ place: Int) -> Int {
      (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << ($1 * 8) }
    }
    let (dimensions, count, length) = (number(8), number(12), number(16))
    guard dimensions % 16 == 0, (16...1024).contains(dimensions),
      bytes.count == 20 + length + count * (4 + dimensions)
    else { throw damaged("its size does not fit its head") }
    let terms = bytes[20..<(20 + length)].split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    guard terms.count == count else { throw damaged("it names \(terms.count) words for \(count) vectors") }
    let scales = bytes.withUnsafeBytes { bytes in
      (0..<count).map { index in
        Float(
          bitPattern: UInt32(
            littleEndian: bytes.loadUnaligned(fromByteOffset: 20 + length + index * 4, as: UInt32.self)))
      }
    }
    guard scales.allSatisfy({ $0.isFinite && $0 >= 0 }) else { throw damaged("a scale is no number") }
    self.init(
      dimensions: dimensions, terms: terms, scales: scales,
      rows: bytes.withUnsafeBytes { Array($0[(20 + length + count * 4)...].bindMemory(to: Int8.self)) })
  }

  /// Number of a stem in the table; nil where it has none.
  func number(of term: String) -> Int? { numbers[term] }

  /// Calls `body` with the vector of a stem, by its number.
  @inline(__always)
  func withRow<Result>(_ number: Int, _ body: (UnsafeBufferPointer<Int8>) -> Result) -> Result {
    rows.withUnsafeBufferPointer {
      body(.init(rebasing: $0[(number * dimensions)..<((number + 1) * dimensions)]))
    }
  }

  /// SHA-256 over the table, hexadecimal.
  var digest: String {
    var bytes = Array(terms.joined(separator: "\n").utf8)
    scales.withUnsafeBytes { bytes += $0 }
    rows.withUnsafeBytes { bytes += $0 }
    return Digest.hex(Digest.sha256(bytes))
  }
}
