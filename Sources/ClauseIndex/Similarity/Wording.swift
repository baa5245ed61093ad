// A text → its words as stems, with their places.

internal import Foundation

/// The words of a text, for being held against another's.
struct Wording {
  let text: String
  /// Stems, as numbers of a ``Vocabulary``.
  let terms: [Int32]
  /// Where each word begins, UTF-8 offset.
  let starts: [Int]
  /// Where each word ends, UTF-8 offset after the last byte.
  let ends: [Int]

  init(_ text: String, _ vocabulary: Vocabulary) {
    var terms: [Int32] = []
    var starts: [Int] = []
    var ends: [Int] = []
    vocabulary.forEachTerm(in: text) { term, start, end in
      terms.append(term)
      starts.append(start)
      ends.append(end)
    }
    self.text = text
    (self.terms, self.starts, self.ends) = (terms, starts, ends)
  }

  /// The bytes of the text from the first of some words to the last.
  func bytes(of words: Range<Int>) -> Range<Int> { starts[words.lowerBound]..<ends[words.upperBound - 1] }

  /// Whether another text has the same words in the same order.
  ///
  /// Stems alone would not do: "we share" is not "we shared". So letters and digits must be the same too, with
  /// letter case and diacritics aside.
  func isVerbatim(_ other: Wording) -> Bool {
    !terms.isEmpty && terms == other.terms && (Self.areSame(text, other.text) ?? (letters == other.letters))
  }

  /// Whether two texts have the same ASCII letters and digits; nil where there are others to look at.
  private static func areSame(_ first: String, _ second: String) -> Bool? {
    var others = second.utf8.makeIterator()
    func next(_ bytes: inout String.UTF8View.Iterator) -> UInt8? {
      while let byte = bytes.next() {
        if byte >= 0x80 || byte &- 0x30 < 10 || byte &- 0x61 < 26 { return byte }
        if byte &- 0x41 < 26 { return byte | 0x20 }
      }
      return nil
    }
    var bytes = first.utf8.makeIterator()
    while true {
      let (byte, other) = (next(&bytes), next(&others))
      if max(byte ?? 0, other ?? 0) >= 0x80 { return nil }
      if byte != other { return false }
      if byte == nil { return true }
    }
  }

  private var letters: [Unicode.Scalar] {
    text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
  }
}
