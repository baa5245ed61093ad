import Testing

@testable import ClauseIndex

struct DocumentCheckTests {
  private func check(_ text: String) -> DocumentCheck { DocumentCheck(Array(text.utf8)) }

  @Test("terms in English are taken, and their words counted without the addresses of links")
  func terms() {
    let plain = check(Prose.terms())
    #expect(plain.objection == nil)
    let linked = check(
      Prose.terms().replacing("your account", with: "[your account](https://example.org/a/b/c(d))"))
    #expect(linked.words == plain.words)
    #expect(linked.fingerprint == plain.fingerprint)
    #expect(check(Prose.terms("Other")).fingerprint != plain.fingerprint)
    #expect(check(Prose.terms() + "\n12\n").fingerprint != check(Prose.terms() + "\n13\n").fingerprint)
  }

  @Test("another language is told by name")
  func otherLanguages() {
    #expect(check(Prose.french).objection?.reason == .notEnglish)
    #expect(check(Prose.french).objection?.detail == "French")
    #expect(check(Prose.chinese).objection?.reason == .notEnglish)
    #expect(check(Prose.chinese).objection?.detail == "not in Latin script")
  }

  @Test("a translation beside the English text is marked, and its words don't count")
  func translation() {
    let english = Prose.terms()
    let both = check(english + "\n" + Prose.french + "\n" + english)
    #expect(both.objection == nil)
    #expect(both.foreign.count == 1)
    let bytes = Array((english + "\n" + Prose.french + "\n" + english).utf8)
    let marked = String(decoding: bytes[both.foreign[0]], as: UTF8.self)
    #expect(marked.hasPrefix("Les présentes conditions"))
    #expect(marked.hasSuffix("aucun frais pour vous.\n"))
    // The heading of the translation is too short to tell its language.
    #expect(both.words == 2 * check(english).words + 2)
    #expect(check(english).foreign.isEmpty)

    // Who has only the file finds the same.
    let document = Document(
      id: "", platform: "", company: "", collection: "", service: "", termsType: "", path: "", sha256: "",
      words: 0)
    let loaded = LoadedDocument(document: document, bytes: bytes)
    #expect(loaded.foreign == both.foreign)
    #expect(loaded.isForeign(both.foreign[0].lowerBound + 10..<bytes.count))
    #expect(!loaded.isForeign(0..<10))
  }

  @Test("a foreign name or sentence in an English text stays")
  func foreignSentence() {
    let text =
      Prose.terms() + "\nLa société est inscrite au registre du commerce de la ville.\n\n" + Prose.terms("B")
    #expect(check(text).foreign.isEmpty)
  }

  @Test("headings, menus, error pages and repeated notices hold no terms")
  func noTerms() {
    let notice = "Please enable JavaScript in your browser to view the content.\n\n"
    let pages = [
      ("# Privacy Policy\n", "0 of 2 words in sentences"), (Prose.menu, "0 of 240 words in sentences"),
      (String(repeating: notice, count: 30), "10 of 300 words in sentences"),
      (
        "# Error\n\nThe page you asked for is not available to you at the moment.\n",
        "13 of 14 words in sentences"
      ),
    ]
    for (text, detail) in pages {
      #expect(check(text).objection?.reason == .noTerms)
      #expect(check(text).objection?.detail == detail)
    }
  }

  @Test("one short rule that binds is enough")
  func shortTerms() {
    let text = """
      Prohibited places

      This page is part of the agreement about the use of the service. Words that are not defined here have the \
      meaning that they have in the agreement, and the service may not be used from:

      Atlantis

      Lilliput
      """
    #expect(check(text).objection == nil)
  }

  @Test("bytes that are no text are named by line and byte")
  func badBytes() {
    let good = Array("First line.\nSecond line.\n".utf8)
    let nul = DocumentCheck(good + [0x41, 0x00, 0x42]).objection
    #expect(nul?.reason == .binary)
    #expect(nul?.detail == "NUL byte in line 3, byte 27")
    let invalid = DocumentCheck(good + [0x41, 0xc3, 0x28]).objection
    #expect(invalid?.reason == .invalidUTF8)
    #expect(invalid?.detail == "byte 0xc3 in line 3, byte 27")
    let cut = DocumentCheck(Array("caf\u{e9}".utf8.dropLast())).objection
    #expect(cut?.detail == "byte 0xc3 in line 1, byte 4")
    // Surrogates and overlong forms look like UTF-8 and aren't.
    #expect(DocumentCheck([0xed, 0xa0, 0x80, 0x41]).objection?.reason == .invalidUTF8)
    #expect(DocumentCheck([0x41, 0xc0, 0x80]).objection?.reason == .invalidUTF8)
  }

  @Test("empty, blank and unreadable files are told apart")
  func nothing() {
    #expect(DocumentCheck([]).objection?.reason == .empty)
    #expect(DocumentCheck(Array(" \n\r\t\n".utf8)).objection?.reason == .empty)
    #expect(DocumentCheck(nil).objection?.reason == .unreadable)
  }

  @Test("any bytes are examined without a crash")
  func anyBytes() {
    var state: UInt64 = 1
    for length in 0..<2000 {
      var bytes: [UInt8] = []
      for _ in 0..<(length % 97) {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        bytes.append(UInt8(truncatingIfNeeded: state >> 33))
      }
      _ = DocumentCheck(bytes)
      _ = TextProfile(bytes)
    }
  }
}
