// Counts what tells terms in English from other files: bytes of a document go in, a profile comes out.

/// A profile of a text: words, language, prose.
struct TextProfile: Sendable {
  /// Words outside of link addresses.
  var words = 0
  /// Words in another script than Latin.
  var foreign = 0
  /// Words in the text of links.
  var linked = 0
  /// Words of lines that read like sentences.
  var prose = 0
  /// Function words by language.
  var functionWords = [Int](repeating: 0, count: Language.allCases.count)

  /// Share of English function words among all words, 0 to 1.
  var englishShare: Double { words == 0 ? 0 : Double(functionWords[0]) / Double(words) }

  /// The language with the most function words.
  var language: Language {
    let most = functionWords.indices.max { functionWords[$0] < functionWords[$1] } ?? 0
    return Language.allCases[most]
  }

  /// Counts a text in UTF-8.
  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { scan($0) }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    let table = Language.byWord
    var place = 0
    var lineWords = 0
    var lineLinked = 0
    var lineFunction = 0
    var bracket = false
    func endLine(_ profile: inout TextProfile) {
      // A line of prose: eight words, two of them function words, not mostly links.
      if lineWords >= 8 && lineFunction >= 2 && lineLinked * 2 <= lineWords { profile.prose += lineWords }
      lineWords = 0
      lineLinked = 0
      lineFunction = 0
    }
    while place < bytes.count {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\n") {
        endLine(&self)
        bracket = false
        place += 1
      } else if byte == UInt8(ascii: "[") {
        bracket = true
        place += 1
      } else if byte == UInt8(ascii: "]") {
        bracket = false
        place += 1
        guard place < bytes.count, bytes[place] == UInt8(ascii: "(") else { continue }
        // The address of a link, to its closing bracket or the end of the line.
        var depth = 0
        while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
          if bytes[place] == UInt8(ascii: "(") { depth += 1 }
          if bytes[place] == UInt8(ascii: ")") { depth -= 1 }
          place += 1
          if depth == 0 { break }
        }
      } else if TextProfile.isLetter(byte) {
        var word: UInt64 = 0
        let start = place
        var wide = false
        while place < bytes.count, TextProfile.isLetter(bytes[place]) || bytes[place] == UInt8(ascii: "'") {
          let letter = bytes[place]
          word = word << 8 | UInt64((65...90).contains(letter) ? letter | 32 : letter)
          if letter >= 0xce { wide = true }
          place += 1
        }
        // From U+0380 on: Greek, Cyrillic and beyond; but U+2018 and the like (0xe2) are marks of English text.
        if wide && bytes[start] >= 0xce && bytes[start] != 0xe2 { foreign += 1 }
        words += 1
        lineWords += 1
        if bracket {
          linked += 1
          lineLinked += 1
        }
        if place - start <= 8, let languages = table[word] {
          if languages & 1 != 0 { lineFunction += 1 }
          for index in functionWords.indices where languages >> UInt8(index) & 1 != 0 {
            functionWords[index] += 1
          }
        }
      } else {
        place += 1
      }
    }
    endLine(&self)
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 32 >= 97 && byte | 32 <= 122)
  }
}
