// Text → the words that patterns are made of: lower case, no accents, contractions spelled out.

/// Reads the words of a text as the pattern language sees them.
///
/// Hyphens part words; "don't" is "do not", "we'll" is "we will", a possessive "'s" is dropped; a currency sign is a
/// word; "1,000" is one word; a web address is the word "weblink". Letters outside ASCII keep their base letter where they have one.
struct WordReader {
  /// A word and the bytes of the text that it stands on.
  struct Word: Hashable {
    var text: [UInt8]
    var bytes: Range<Int>
    /// Whether the text writes it with a capital first letter.
    var isCapital: Bool
  }

  /// The words of `bytes`, which are UTF-8.
  static func words(of bytes: ArraySlice<UInt8>) -> [Word] {
    var result: [Word] = []
    result.reserveCapacity(bytes.count / 5)
    forEachWord(of: bytes) { word, range, capital in
      result.append(Word(text: word, bytes: range, isCapital: capital))
    }
    return result
  }

  /// The words of a text as strings.
  static func strings(of text: String) -> [String] {
    words(of: Array(text.utf8)[...]).map { String(decoding: $0.text, as: UTF8.self) }
  }

  static func forEachWord(
    of bytes: ArraySlice<UInt8>, _ body: ([UInt8], Range<Int>, _ isCapital: Bool) -> Void
  ) {
    var word: [UInt8] = []
    var start = bytes.startIndex
    var at = bytes.startIndex
    var capital = false
    /// Length of what was read when an apostrophe came, and the byte it came at.
    var apostrophe: (length: Int, at: Int)?

    func end(_ position: Int) {
      defer {
        word.removeAll(keepingCapacity: true)
        apostrophe = nil
      }
      guard !word.isEmpty else { return }
      if let mark = apostrophe, mark.length > 0, mark.length < word.count {
        let head = Array(word[..<mark.length])
        let tail = Array(word[mark.length...])
        switch Contraction(head: head, tail: tail) {
        case .possessive: body(head, start..<position, capital)
        case .two(let first, let second):
          body(first, start..<position, capital)
          body(second, start..<position, false)
        case .none:
          body(head, start..<mark.at, capital)
          body(tail, mark.at..<position, false)
        }
      } else if word == Contraction.cannot {
        body(Array("can".utf8), start..<position, capital)
        body(Array("not".utf8), start..<position, false)
      } else {
        body(word, start..<position, capital)
      }
    }

    while at < bytes.endIndex {
      if word.isEmpty, let past = WebAddress.end(bytes, at) {
        body(WebAddress.word, at..<past, false)
        at = past
        continue
      }
      let byte = bytes[at]
      if byte.isASCIILetter || byte.isDigit {
        if word.isEmpty {
          start = at
          capital = byte.isUpper
        }
        word.append(byte.lowered)
        at += 1
      } else if byte < 0x80 {
        let next = at + 1 < bytes.endIndex ? bytes[at + 1] : 0
        if byte == UInt8(ascii: "'"), !word.isEmpty, next.isASCIILetter, apostrophe == nil {
          apostrophe = (word.count, at)
        } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "."), next.isDigit,
          let last = word.last, last.isDigit
        {
          if byte == UInt8(ascii: ".") { word.append(byte) }
        } else {
          end(at)
          if byte == UInt8(ascii: "$") { body([byte], at..<at + 1, false) }
        }
        at += 1
      } else {
        let (scalar, length) = decode(bytes, at)
        if scalar == 0x2019 || scalar == 0x2018 {
          let next = at + length < bytes.endIndex ? bytes[at + length] : 0
          if !word.isEmpty, next.isASCIILetter, apostrophe == nil {
            apostrophe = (word.count, at)
          } else {
            end(at)
          }
        } else if let letters = Folding.letters(of: scalar) {
          if word.isEmpty {
            start = at
            capital = Folding.isCapital(scalar)
          }
          word.append(contentsOf: letters)
        } else if scalar == 0x20AC || scalar == 0xA3 || scalar == 0xA5 {
          end(at)
          body(Array(bytes[at..<at + length]), at..<at + length, false)
        } else if scalar == 0xAD || scalar == 0x200B || scalar == 0x2060 || (0x300..<0x370).contains(scalar) {
          // A soft hyphen, a joiner or an accent by itself is no letter and parts no words.
        } else {
          end(at)
        }
        at += length
      }
    }
    end(bytes.endIndex)
  }

  /// The scalar at `at` and its length in bytes; U+FFFD of length 1 where the bytes are no UTF-8.
  private static func decode(_ bytes: ArraySlice<UInt8>, _ at: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[at])
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard (0xC2...0xF4).contains(first), at + length <= bytes.endIndex else { return (0xFFFD, 1) }
    var value = first & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for offset in 1..<length {
      let next = UInt32(bytes[at + offset])
      guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | next & 0x3F
    }
    return (value, length)
  }
}

/// Addresses of web pages, whose letters are no words of the text.
private enum WebAddress {
  static let word = Array("weblink".utf8)

  /// Where the address that begins at `at` ends; nil where none begins.
  static func end(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int? {
    guard bytes[at] | 0x20 == UInt8(ascii: "h"), at + 8 < bytes.endIndex else { return nil }
    let start = bytes[at..<at + 8].map(\.lowered)
    guard start.starts(with: "http://".utf8) || start.starts(with: "https://".utf8) else { return nil }
    return bytes[at...].firstIndex { $0.isBlank || $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: ">") }
      ?? bytes.endIndex
  }
}

/// What an apostrophe within a word stands for.
private enum Contraction {
  case possessive
  case two([UInt8], [UInt8])
  case none

  static let cannot = Array("cannot".utf8)

  init(head: [UInt8], tail: [UInt8]) {
    func bytes(_ text: StaticString) -> [UInt8] {
      Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
    switch tail {
    case bytes("s"): self = .possessive
    case bytes("t") where head.last == UInt8(ascii: "n"):
      let base: [UInt8] =
        switch head {
        case bytes("can"): head
        case bytes("won"): bytes("will")
        case bytes("shan"): bytes("shall")
        default: Array(head.dropLast())
        }
      self = .two(base, bytes("not"))
    case bytes("re"): self = .two(head, bytes("are"))
    case bytes("ll"): self = .two(head, bytes("will"))
    case bytes("ve"): self = .two(head, bytes("have"))
    case bytes("d"): self = .two(head, bytes("would"))
    case bytes("m"): self = .two(head, bytes("am"))
    default: self = .none
    }
  }
}

/// Letters outside ASCII.
private enum Folding {
  /// The lower-case base letters of a scalar as UTF-8; nil where it is no letter.
  static func letters(of scalar: UInt32) -> [UInt8]? {
    if (0xC0..<0x180).contains(scalar), let base = latin[scalar] { return base }
    guard let scalar = Unicode.Scalar(scalar), scalar.properties.isAlphabetic else { return nil }
    return Array(scalar.properties.lowercaseMapping.utf8)
  }

  static func isCapital(_ scalar: UInt32) -> Bool {
    Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  private static let latin: [UInt32: [UInt8]] = {
    let groups: [(String, String)] = [
      ("ÀÁÂÃÄÅĀĂĄàáâãäåāăą", "a"), ("ÇĆĈĊČçćĉċč", "c"), ("ĎĐďđÐð", "d"), ("ÈÉÊËĒĔĖĘĚèéêëēĕėęě", "e"),
      ("ĜĞĠĢĝğġģ", "g"), ("ÌÍÎÏĨĪĬĮİìíîïĩīĭįı", "i"), ("ĹĻĽŁĺļľł", "l"), ("ÑŃŅŇñńņň", "n"),
      ("ÒÓÔÕÖØŌŎŐòóôõöøōŏő", "o"), ("ŔŖŘŕŗř", "r"), ("ŚŜŞŠśŝşš", "s"), ("ŢŤţť", "t"),
      ("ÙÚÛÜŨŪŬŮŰŲùúûüũūŭůűų", "u"), ("ÝŸýÿ", "y"), ("ŹŻŽźżž", "z"), ("Ææ", "ae"), ("Œœ", "oe"), ("ß", "ss"),
    ]
    var table: [UInt32: [UInt8]] = [:]
    for (letters, base) in groups {
      for scalar in letters.unicodeScalars { table[scalar.value] = Array(base.utf8) }
    }
    return table
  }()
}
