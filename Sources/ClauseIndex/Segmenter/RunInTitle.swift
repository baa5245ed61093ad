// Titles set into the first line of a paragraph: "**Audio.** We may…", "*Fees* — You pay…".

/// Finds the title that a paragraph begins with.
enum RunInTitle {
  /// The title, without closing mark, and where the text after it begins; nil where there is none.
  static func find(in unit: Unit) -> (title: PlainText, rest: Int)? {
    let text = unit.text
    guard text.count > 3, unit.isText else { return nil }
    if unit.strong > 0, let found = styled(.strong, text) { return found }
    if unit.emphasis > 0, let found = styled(.emphasis, text) { return found }
    if let numbering = unit.numbering, numbering.style != .bullet { return plain(text) }
    // Without number or marks only "Governing Law. …" is a title, in a list also "Analytics. …".
    guard let found = plain(text), isTitleCase(found.title), unit.item >= 0 || found.title.wordCount > 1
    else {
      return nil
    }
    return found
  }

  private static func styled(_ style: TextStyle, _ text: PlainText) -> (title: PlainText, rest: Int)? {
    let end = text.run(of: style, from: 0)
    guard end > 1, end < text.count - 8, end < 180 else { return nil }
    let (rest, isMarked) = skipMarks(text.bytes, end)
    guard rest < text.count else { return nil }
    let title = text.slice(0..<trimMarks(text.bytes, end))
    let words = title.wordCount
    let isClosed =
      isMarked || isMark(text.bytes[end - 1])
      || text.bytes[end - 1] >= 0x80 && end != trimMarks(text.bytes, end)
      || text.bytes[rest - 1] == PlainText.lineBreak
    guard words >= 1, words <= 20, let first = title.bytes.first(where: \.isWordByte), !first.isLower else {
      return nil
    }
    if !isClosed {
      // "**Age** You must be…": a capital after bold begins a new sentence.
      guard style == .strong, text.bytes[rest].isUpper, words <= 8, !isCapitals(text.bytes[0..<end]) else {
        return nil
      }
    }
    if Definition.begins(title.bytes) { return nil }
    if isMarked, text.bytes[end - 1] == UInt8(ascii: ".") || text.bytes[end] == UInt8(ascii: "."),
      let dot = text.bytes[..<rest].lastIndex(of: UInt8(ascii: ".")),
      Sentences.isAbbreviation(text.bytes, dot: dot), words > 1
    {
      return nil
    }
    if text.bytes[rest].isLower, Definition.hasVerb(text.bytes, from: rest) { return nil }
    if words > 7, text.bytes[end - 1] != UInt8(ascii: "?"), hasVerb(title) { return nil }
    guard !notTitles.contains(String(decoding: title.bytes.map(\.lowered), as: UTF8.self)) else { return nil }
    return (title, rest)
  }

  /// A title without marks after a number: a few words, a full stop, then a sentence.
  private static func plain(_ text: PlainText) -> (title: PlainText, rest: Int)? {
    let bytes = text.bytes
    guard bytes[0].isUpper else { return nil }
    var (at, words) = (0, 1)
    while at < bytes.count, at < 80 {
      let byte = bytes[at]
      if byte == 0x20 {
        words += 1
        // Small words may be lower case; longer ones make a sentence.
        if words > 7 { return nil }
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":"), at + 2 < bytes.count,
        bytes[at + 1] == 0x20
      {
        guard bytes[at + 2].isUpper || bytes[at + 2] >= 0x80, bytes.count - at > 30, at > 3 else {
          return nil
        }
        let title = text.slice(0..<at)
        guard !hasVerb(title), byte == UInt8(ascii: ".") || bytes[at + 2].isUpper, !opensSentence(title),
          byte == UInt8(ascii: ":") || !Sentences.isAbbreviation(bytes, dot: at)
        else { return nil }
        return (title, at + 2)
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == PlainText.lineBreak {
        return nil
      }
      at += 1
    }
    return nil
  }

  /// Whether every word of weight has a capital.
  private static func isTitleCase(_ title: PlainText) -> Bool {
    guard !notTitles.contains(String(decoding: title.bytes.map(\.lowered), as: UTF8.self)) else {
      return false
    }
    return title.bytes.split(separator: 0x20).allSatisfy { word in
      word.first?.isUpper == true || word.count <= 3
        || smallWords.contains(String(decoding: word, as: UTF8.self))
    }
  }

  /// Whether the first word begins a sentence or its condition: "During the term of …".
  private static func opensSentence(_ title: PlainText) -> Bool {
    guard title.bytes.contains(0x20) else { return false }
    let word = title.bytes.prefix { $0 != 0x20 }
    return openers.contains(String(decoding: word, as: UTF8.self))
  }

  private static let openers: Set<String> = [
    "During", "If", "When", "Where", "Unless", "Upon", "We", "You", "They", "It", "This", "These", "There",
    "Please", "See", "By", "Subject", "Except", "Once", "While", "Because", "As", "After", "Before", "Since",
  ]

  private static let smallWords: Set<String> = ["from", "with", "your", "about", "into", "between", "under"]

  /// "Note", "Important": words above a paragraph that don't say what it is about.
  static func isNoTitle(_ title: String) -> Bool {
    notTitles.contains(title.lowercased())
  }

  // MARK: Marks

  private static func isMark(_ byte: UInt8) -> Bool {
    [UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "-")].contains(
      byte)
  }

  /// Steps over what stands between title and text: full stop, colon, dash, blanks.
  private static func skipMarks(_ bytes: [UInt8], _ start: Int) -> (Int, Bool) {
    var (at, isMarked) = (start, false)
    while at < bytes.count {
      if bytes[at].isBlank {
        at += 1
      } else if bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ":")
        || bytes[at] == UInt8(ascii: "?")
      {
        (at, isMarked) = (at + 1, true)
      } else if bytes[at] == UInt8(ascii: "-"), at + 1 < bytes.count, bytes[at + 1].isBlank {
        (at, isMarked) = (at + 1, true)
      } else if bytes.has("–", at: at) || bytes.has("—", at: at) {
        (at, isMarked) = (at + 3, true)
      } else {
        break
      }
    }
    return (at, isMarked)
  }

  /// The title without full stop, colon and dash at its end.
  static func withoutMarks(_ title: String) -> String {
    let bytes = Array(title.utf8)
    return String(decoding: bytes[0..<trimMarks(bytes, bytes.count)], as: UTF8.self)
  }

  /// The end of the title without full stop, colon and dash.
  private static func trimMarks(_ bytes: [UInt8], _ end: Int) -> Int {
    var end = end
    while end > 0 {
      if [UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-")].contains(bytes[end - 1])
        || bytes[end - 1].isBlank
      {
        end -= 1
      } else if end >= 3, bytes.has("–", at: end - 3) || bytes.has("—", at: end - 3) {
        end -= 3
      } else {
        break
      }
    }
    return end
  }

  private static func isCapitals(_ bytes: ArraySlice<UInt8>) -> Bool {
    !bytes.contains(where: \.isLower)
  }

  /// Whether a word says that this is a sentence and no title.
  static func hasVerb(_ title: PlainText) -> Bool {
    title.bytes.split(separator: 0x20).contains {
      verbs.contains(String(decoding: $0.map(\.lowered), as: UTF8.self))
    }
  }

  private static let verbs: Set<String> = [
    "is", "are", "was", "were", "will", "shall", "must", "may", "can", "cannot", "should", "do", "does",
    "has", "have", "agree", "contain", "contains", "applies", "apply", "means", "you're", "we're", "don't",
  ]

  private static let notTitles: Set<String> = [
    "note", "please note", "important", "example", "examples", "for example", "e.g", "q", "a", "warning",
    "tip",
    "yes", "no", "n.b", "nb", "or", "and", "thank you", "thanks", "welcome", "caution", "reminder", "inc",
  ]
}
