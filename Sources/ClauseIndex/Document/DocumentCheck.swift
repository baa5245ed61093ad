// Decides whether a file holds terms in English: bytes go in, words counted or a reason against come out.

/// The examination of one file.
struct DocumentCheck: Sendable {
  /// Larger than any terms (the largest of 1,428 documents has 0.4 MB): such a file is not read at all.
  static let sizeLimit = 20_000_000

  /// Fewer words in sentences than this are an error page, a menu, or a heading.
  ///
  /// Set by reading all 1,431 files of 2026-08: from 18 words (login pages) to 33 (a list of excluded countries, with
  /// the two sentences that make it binding) there are none but a menu of 30.
  static let fewestProse = 25

  /// Fewer words in sentences than this, and less than one word in `menuShare`, are a menu with a greeting.
  static let menuProse = 100
  static let menuShare = 6

  /// With this many words of English sentences a document counts as one in English with translations beside it,
  /// however long they are (privacy policies in nine languages on one page).
  static let enoughEnglish = 100

  /// Why the file is left out; nil where it is a document.
  var objection: (reason: LeftOutDocument.Reason, detail: String)?
  /// Number of words, those in other languages not counted.
  var words = 0
  /// Bytes of the passages in other languages.
  var foreign: [Range<Int>] = []
  /// Letters and digits of the text as one number: alike for texts that differ in layout alone.
  var fingerprint: UInt64 = 0
  /// SHA-256 of the bytes.
  var sha256: [UInt8] = []

  /// Examines a file's bytes; nil for a file that couldn't be read.
  init(_ bytes: [UInt8]?) {
    guard let bytes else {
      objection = (.unreadable, "the file can't be opened")
      return
    }
    guard bytes.contains(where: { $0 > 0x20 }) else {
      objection = (.empty, "\(bytes.count) bytes")
      return
    }
    if let nul = bytes.firstIndex(of: 0) {
      objection = (.binary, "NUL byte in \(DocumentCheck.position(nul, in: bytes))")
      return
    }
    if let bad = DocumentCheck.firstInvalidByte(bytes) {
      objection = (
        .invalidUTF8, "byte 0x\(Digest.hex([bytes[bad]])) in \(DocumentCheck.position(bad, in: bytes))"
      )
      return
    }
    let profile = TextProfile(bytes)
    words = profile.words
    foreign = profile.foreign
    fingerprint = profile.fingerprint
    sha256 = Digest.sha256(bytes)
    let (english, other) = (profile.englishProse, profile.otherProse)
    if profile.isInOtherScript {
      objection = (.notEnglish, "not in Latin script")
    } else if other.words > english, english < DocumentCheck.enoughEnglish,
      other.words >= DocumentCheck.fewestProse
    {
      objection = (.notEnglish, other.language.rawValue)
    } else if english < DocumentCheck.fewestProse
      || english < DocumentCheck.menuProse && english * DocumentCheck.menuShare < words
    {
      objection = (.noTerms, "\(english) of \(words) words in sentences")
    }
  }

  /// Line and byte (both from 1) of an offset.
  private static func position(_ offset: Int, in bytes: [UInt8]) -> String {
    let line = bytes[..<offset].reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    return "line \(line), byte \(offset + 1)"
  }

  /// Offset of the first byte that isn't well-formed UTF-8 (Unicode, table 3-7), or nil.
  private static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
