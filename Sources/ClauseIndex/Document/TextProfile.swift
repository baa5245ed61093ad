// Counts what tells terms in English from other files: bytes of a document go in, a profile comes out.

/// A profile of a text: its words, and in which language it has sentences.
///
/// Whole documents can't be judged by their share of function words: half of a cookie policy is a table of names,
/// and a list of data sources has few. So lines are judged, and the words of those that read like sentences counted.
struct TextProfile: Sendable {
  /// Words outside of link addresses and of `foreign`.
  private(set) var words = 0
  /// Words of distinct lines that read like sentences, by language (`Language.allCases`).
  private(set) var prose = [Int](repeating: 0, count: Language.allCases.count)
  /// Bytes of the passages in other languages, in whole lines: from one to the last sentence of a run of them.
  private(set) var foreign: [Range<Int>] = []
  /// FNV-1a over letters and digits outside of link addresses: the same for texts that differ in layout, or in the
  /// addresses behind their links, alone.
  private(set) var fingerprint: UInt64 = 0xcbf2_9ce4_8422_2325
  /// Letters of the Latin script.
  private(set) var latinLetters = 0
  /// Letters of other scripts.
  private(set) var otherLetters = 0

  /// Words that a line must have to read like a sentence.
  private static let fewestWords = 6
  /// One in this many words of a sentence is a function word at least.
  ///
  /// In English terms two of five are; in headings, menus, and tables of names fewer than one in ten.
  private static let functionWordEvery = 5

  /// A run of sentences in another language is taken for a translation, and not for a name or a quotation in an
  /// English text, from this many words on.
  private static let fewestForeignWords = 60

  private static let prime: UInt64 = 0x100_0000_01b3

  /// Words of sentences in English.
  var englishProse: Int { prose[0] }

  /// The other language with the most sentences, and their words.
  var otherProse: (language: Language, words: Int) {
    let most = prose.indices.dropFirst().max { prose[$0] < prose[$1] } ?? 1
    return (Language.allCases[most], prose[most])
  }

  /// Whether most of the text is in another script; a character of Chinese stands for about three Latin letters.
  ///
  /// From 300 letters on: a menu of languages names each in its own script (240 letters on a sign-in page).
  var isInOtherScript: Bool { otherLetters >= 300 && otherLetters * 3 > latinLetters }

  /// Profiles a text in UTF-8.
  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { scan($0) }
    endRun()
  }

  // What is counted while a line, and a run of lines in another language, lasts.
  private var line = Line()
  private var run = Run()
  private var seen: Set<UInt64> = []

  private struct Run {
    var bytes: Range<Int>?
    var sentenceWords = 0
    /// Words up to the end of the last sentence, and since then.
    var words = 0
    var wordsSince = 0
  }

  private struct Line {
    var start = 0
    var words = 0
    var linked = 0
    var functionWords = [Int](repeating: 0, count: Language.allCases.count)
    var fingerprint: UInt64 = 0

    mutating func begin(at place: Int) {
      start = place
      words = 0
      linked = 0
      fingerprint = 0
      for index in functionWords.indices { functionWords[index] = 0 }
    }

    /// The language that the line is a sentence of, or nil.
    var language: Int? {
      guard words >= TextProfile.fewestWords, linked * 2 <= words else { return nil }
      var best = 0
      for index in functionWords.indices where functionWords[index] > functionWords[best] { best = index }
      return functionWords[best] * TextProfile.functionWordEvery >= words ? best : nil
    }
  }

  private mutating func endLine(at end: Int) {
    words += line.words
    run.wordsSince += line.words
    if let language = line.language {
      if language == 0 {
        endRun()
      } else {
        run.bytes = (run.bytes?.lowerBound ?? line.start)..<end
        run.words += run.sentenceWords == 0 ? line.words : run.wordsSince
        run.wordsSince = 0
        run.sentenceWords += line.words
      }
      // A line that stands there twice ("JavaScript is required …") says nothing more the second time.
      if seen.insert(line.fingerprint).inserted { prose[language] += line.words }
    }
    line.begin(at: end)
  }

  private mutating func endRun() {
    if let bytes = run.bytes, run.sentenceWords >= TextProfile.fewestForeignWords {
      foreign.append(bytes)
      words -= run.words
    }
    run = Run()
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    let table = Language.byWord
    var place = 0
    var inLink = false
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\n"):
        place += 1
        endLine(at: place)
        inLink = false
      case UInt8(ascii: "["):
        inLink = true
        place += 1
      case UInt8(ascii: "]"):
        inLink = false
        place += 1
        if place < bytes.count, bytes[place] == UInt8(ascii: "(") {
          place = TextProfile.addressEnd(bytes, place)
        }
      default:
        let width = TextProfile.letterWidth(bytes, place)
        guard width > 0 else {
          if (48...57).contains(byte) { fingerprint = (fingerprint ^ UInt64(byte)) &* TextProfile.prime }
          place += TextProfile.markWidth(byte)
          continue
        }
        var word: UInt64 = 0
        let start = place
        var next = width
        repeat {
          count(byte: bytes[place])
          for offset in place..<min(place + next, bytes.count) {
            let letter = bytes[offset]
            fingerprint = (fingerprint ^ UInt64(letter)) &* TextProfile.prime
            word = word << 8 | UInt64((65...90).contains(letter) ? letter | 32 : letter)
          }
          place += next
          next = place < bytes.count ? TextProfile.letterWidth(bytes, place, insideWord: true) : 0
        } while next > 0
        line.words += 1
        if inLink { line.linked += 1 }
        line.fingerprint = (line.fingerprint ^ word) &* TextProfile.prime
        // Words are packed into eight bytes; no function word is longer. "com" in "example.com" is none either.
        if place - start <= 8, !TextProfile.joins(bytes, before: start), let languages = table[word] {
          for index in line.functionWords.indices where languages >> UInt16(index) & 1 != 0 {
            line.functionWords[index] += 1
          }
        }
      }
    }
    endLine(at: bytes.count)
  }

  private mutating func count(byte: UInt8) {
    // Lead bytes from 0xcd on begin Greek, Cyrillic, and all that lies beyond.
    if byte < 0xcd { latinLetters += 1 } else { otherLetters += 1 }
  }

  /// Whether the word here is a later part of an address or an identifier.
  private static func joins(_ bytes: UnsafeBufferPointer<UInt8>, before start: Int) -> Bool {
    guard start > 1 else { return false }
    return switch bytes[start - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "@"): true
    case UInt8(ascii: "_"): bytes[start - 2] == UInt8(ascii: "\\")
    default: false
    }
  }

  /// Where the address of a link ends that opens at `start`: after its bracket, or at the end of the line.
  private static func addressEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var depth = 0
    var place = start
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") {
      if bytes[place] == UInt8(ascii: "(") { depth += 1 }
      if bytes[place] == UInt8(ascii: ")") { depth -= 1 }
      place += 1
      if depth == 0 { break }
    }
    return place
  }

  /// Bytes of the letter here; 0 where none is.
  @inline(__always)
  private static func letterWidth(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, insideWord: Bool = false
  ) -> Int {
    let byte = bytes[place]
    if byte < 0x80 {
      if byte | 32 >= 97 && byte | 32 <= 122 { return 1 }
      return insideWord && byte == UInt8(ascii: "'") ? 1 : 0
    }
    // U+0080–U+00BF (no-break space, ©), U+2000–U+2FFF (quotes, dashes, arrows), U+3000–U+303F, U+FE00 on, emoji.
    switch byte {
    case 0xc3...0xdf: return 2
    case 0xe3 where place + 1 < bytes.count && bytes[place + 1] == 0x80: return 0
    case 0xe0, 0xe1, 0xe3...0xee: return 3
    default: return 0
    }
  }

  /// Bytes of a character that is no letter.
  @inline(__always)
  private static func markWidth(_ byte: UInt8) -> Int {
    byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4
  }
}
