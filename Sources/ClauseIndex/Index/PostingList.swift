// The compact postings of one term: in which clauses it occurs, and how often in which field.

/// One clause of a term's postings.
struct Posting: Equatable {
  /// Row of the clause, from 1.
  var row: Int
  /// Occurrences in the lead-in and the text.
  var text: Int
  /// Occurrences in the title, 15 at most.
  var title: Int
  /// Occurrences in the heading path, 15 at most.
  var heading: Int
}

/// A term's postings as bytes, ascending by row.
///
/// Per posting: varint of (row − previous row) · 2 + (1 if title or heading hold the term), varint of the
/// occurrences in lead-in and text, and, where the flag is set, one byte title · 16 + heading.
/// Varints are LEB128: seven bits a byte, least significant first.
struct PostingList {
  private(set) var bytes: [UInt8] = []
  /// After every ``block`` postings, where others follow: the row of the last of them, and where the next begins.
  private(set) var skips: [UInt32] = []
  private(set) var count = 0
  private var last = 0

  /// Postings between two skips.
  static let block = 128

  /// Appends a posting; rows must ascend.
  mutating func append(_ posting: Posting) {
    if count > 0, count % Self.block == 0 { skips += [UInt32(last), UInt32(bytes.count)] }
    let fields = posting.title > 0 || posting.heading > 0
    appendVarint((posting.row - last) << 1 | (fields ? 1 : 0))
    appendVarint(posting.text)
    if fields { bytes.append(UInt8(min(posting.title, 15) << 4 | min(posting.heading, 15))) }
    last = posting.row
    count += 1
  }

  private mutating func appendVarint(_ value: Int) {
    var value = value
    while value >= 0x80 {
      bytes.append(UInt8(value & 0x7f) | 0x80)
      value >>= 7
    }
    bytes.append(UInt8(value))
  }

  /// Calls `body` for each posting of encoded bytes, ascending by row from 1; stops where damaged bytes do not
  /// ascend.
  @inline(__always)
  static func forEach(in bytes: UnsafeRawBufferPointer, _ body: (Posting) -> Void) {
    var position = 0
    var row = 0
    while position < bytes.count {
      guard let posting = next(bytes, &position, after: row) else { return }
      row = posting.row
      body(posting)
    }
  }

  /// The posting at a position; nil where damaged bytes do not ascend.
  @inline(__always)
  static func next(
    _ bytes: UnsafeRawBufferPointer, _ position: inout Int, after row: Int
  ) -> Posting? {
    let head = varint(bytes, &position)
    let text = varint(bytes, &position)
    let next = row &+ head >> 1
    guard next > row else { return nil }
    var fields: UInt8 = 0
    if head & 1 == 1, position < bytes.count {
      fields = bytes[position]
      position += 1
    }
    return Posting(row: next, text: text, title: Int(fields >> 4), heading: Int(fields & 15))
  }

  @inline(__always)
  private static func varint(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) -> Int {
    var value = 0
    var shift = 0
    // Five bytes hold every number that is written; more of them are damage.
    while position < bytes.count, shift < 35 {
      let byte = bytes[position]
      position += 1
      value |= Int(byte & 0x7f) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    return value
  }
}
