// One paragraph, list line, table row or heading, with the facts that the later stages ask for.

/// A piece of a block that is never cut further except at sentences.
struct Unit {
  enum Kind: Equatable {
    case text
    case heading(level: Int)
    case row(table: Int, isHeader: Bool)
    case code
  }

  enum Ending {
    /// A full stop, exclamation or question mark, also before a closing quote or bracket.
    case sentence
    case colon
    /// A comma, semicolon, or "and", "or" after one.
    case open
    case none
  }

  var kind: Kind
  /// The text after its number or bullet.
  var text: PlainText
  var numbering: Numbering?
  /// Index of the Markdown list item that holds it; -1 for none.
  var item: Int
  var source: Range<Int>

  /// The table without column names whose row this is; nil for all else.
  var bareTable: Int?
  /// Whether the unit is a row with a first cell only, whose other cells the row above shares with it.
  var isPartOfRow = false
  /// Whether the unit is a printed page's head or foot.
  var isFurniture = false

  // MARK: Facts about `text`

  var words = 0
  var ending = Ending.none
  var beginsLower = false
  var beginsUpper = false
  /// The shares of letters set so, 0...1.
  var strong = 0.0
  var emphasis = 0.0
  var link = 0.0
  /// The share of ASCII letters that are capitals, 0...1.
  var capitals = 0.0
  /// ASCII letters in the text.
  var letters = 0

  init(kind: Kind, text: PlainText, numbering: Numbering? = nil, item: Int, source: Range<Int>) {
    self.kind = kind
    self.text = text
    self.numbering = numbering
    self.item = item
    self.source = source
    measure()
  }

  /// Computes the facts anew after a change of the text.
  mutating func measure() {
    let bytes = text.bytes
    let all = 0..<bytes.count
    words = text.wordCount
    strong = text.share(of: .strong, in: all)
    emphasis = text.share(of: .emphasis, in: all)
    link = text.share(of: .link, in: all)
    var upper = 0
    letters = 0
    for byte in bytes where byte.isASCIILetter {
      letters += 1
      if byte.isUpper { upper += 1 }
    }
    capitals = letters == 0 ? 0 : Double(upper) / Double(letters)
    let first = bytes.first { $0.isWordByte }
    beginsLower = bytes.first?.isLower ?? false
    beginsUpper = first.map { $0.isUpper || $0.isDigit || $0 >= 0x80 } ?? false
    ending = Unit.ending(of: bytes)
  }

  /// Whether the text may lead into a list below it: no full stop, no address at its end.
  var isOpen: Bool {
    guard ending == .none else { return ending != .sentence }
    // A telephone number.
    if words > 8, let last = text.bytes.last, last.isDigit { return false }
    let word = text.bytes.lastIndex(where: \.isBlank).map { text.bytes[$0...] } ?? text.bytes[...]
    return !word.contains(UInt8(ascii: "@")) && !word.contains(UInt8(ascii: "/"))
  }

  var isText: Bool { kind == .text }
  var isHeading: Bool { if case .heading = kind { true } else { false } }
  var isRow: Bool { if case .row = kind { true } else { false } }

  static func ending(of bytes: [UInt8]) -> Ending {
    var end = bytes.count
    while end > 0 {
      let byte = bytes[end - 1]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "'")
        || byte == UInt8(ascii: "]") || byte.isBlank
      {
        end -= 1
      } else if end >= 3, bytes.has("”", at: end - 3) || bytes.has("’", at: end - 3) {
        end -= 3
      } else {
        break
      }
    }
    guard end > 0 else { return .none }
    switch bytes[end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return .sentence
    case UInt8(ascii: ":"): return .colon
    case UInt8(ascii: ";"), UInt8(ascii: ","): return .open
    case 0xA6 where end >= 3 && bytes.has("…", at: end - 3): return .sentence
    case 0x9A where end >= 3 && bytes.has("：", at: end - 3): return .colon
    case 0x9B where end >= 3 && bytes.has("；", at: end - 3): return .open
    case 0x8C where end >= 3 && bytes.has("，", at: end - 3): return .open
    case 0x81 where end >= 3 && bytes.has("！", at: end - 3): return .sentence
    case 0x9F where end >= 3 && bytes.has("？", at: end - 3): return .sentence
    case 0x82 where end >= 3 && bytes.has("。", at: end - 3): return .sentence
    default: break
    }
    for word: StaticString in [", and", ", or", "; and", "; or", "and/or"] {
      let length = word.utf8CodeUnitCount
      if end >= length, bytes[end - length..<end].map(\.lowered).has(word, at: 0) { return .open }
    }
    return bytes[end - 1] == 0x94 && end >= 3 && bytes.has("—", at: end - 3) ? .colon : .none
  }
}
