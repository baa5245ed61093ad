import Testing

@testable import ClauseIndex

@Suite("Words as patterns see them")
struct WordReaderTests {
  private func words(_ text: String) -> String { WordReader.strings(of: text).joined(separator: " ") }

  @Test(
    "a contraction is spelled out, with a straight or a curly apostrophe",
    arguments: [
      ("don't", "do not"), ("can't", "can not"), ("cannot", "can not"), ("won't", "will not"),
      ("shan't", "shall not"), ("isn't", "is not"), ("we'll", "we will"), ("you're", "you are"),
      ("they've", "they have"), ("I'd", "i would"), ("I'm", "i am"), ("WON'T", "will not"),
      ("Cannot", "can not"),
    ])
  func contractions(_ written: String, _ read: String) {
    #expect(words(written) == read)
    #expect(words(written.replacing("'", with: "’")) == read)
    #expect(words("so \(written), then") == "so \(read) then")
  }

  @Test(
    "a possessive is dropped, and an apostrophe at the end of a word is no letter",
    arguments: [
      ("the user's account", "the user account"), ("the users' accounts", "the users accounts"),
      ("Brindle’s parrots’ seeds", "brindle parrots seeds"), ("'as is'", "as is"),
      ("O'Hara's", "o hara s"), ("rock 'n' roll", "rock n roll"),
    ])
  func possessives(_ text: String, _ read: String) { #expect(words(text) == read) }

  @Test(
    "hyphens, dashes, slashes and brackets part words",
    arguments: [
      ("opt-out", "opt out"), ("third‑party", "third party"), ("and/or", "and or"),
      ("day(s)", "day s"),
      ("end—or pause", "end or pause"), ("“quoted”, [2]", "quoted 2"), ("snake_case", "snake case"),
      ("a…b", "a b"), ("one\ntwo\tthree\u{A0}four", "one two three four"),
    ])
  func separators(_ text: String, _ read: String) { #expect(words(text) == read) }

  @Test(
    "a number is one word without its commas, and a currency sign is a word of its own",
    arguments: [
      ("1,000 days", "1000 days"), ("1,234,567.50", "1234567.50"), ("30-day", "30 day"),
      ("10, 20", "10 20"), ("in 2024.", "in 2024"), ("$1,000", "$ 1000"), ("US$100", "us $ 100"),
      ("€50 or £40 or ¥30", "€ 50 or £ 40 or ¥ 30"), ("50€", "50 €"), ("13+", "13"),
      ("5%", "5"), ("§ 1798.100", "1798.100"),
    ])
  func numbers(_ text: String, _ read: String) { #expect(words(text) == read) }

  @Test(
    "letters lose case and accents, and other scripts keep their letters",
    arguments: [
      ("Café RÉSUMÉ", "cafe resume"), ("cafe\u{301} re\u{301}sume\u{301}", "cafe resume"),
      ("Łódź Straße Æther", "lodz strasse aether"), ("naïve coöperation", "naive cooperation"),
      ("ДОГОВОР", "договор"), ("条款", "条款"),
    ])
  func letters(_ text: String, _ read: String) { #expect(words(text) == read) }

  @Test("a soft hyphen or a joiner within a word is nothing")
  func invisible() {
    #expect(words("agree\u{AD}ment, li\u{200B}cence, ser\u{2060}vice") == "agreement licence service")
    #expect(words("don\u{AD}'t") == "do not")
    #expect(words("a \u{AD} b") == "a b")
  }

  @Test(
    "a web address is one word, whatever stands in it",
    arguments: [
      ("See https://example.com/do-not-sell?x=1 now", "see weblink now"),
      ("(https://example.com/privacy) or", "weblink or"), ("<HTTP://EXAMPLE.COM/A> or", "weblink or"),
      ("https://a.example\nhttps://b.example", "weblink weblink"),
      ("http is no address", "http is no address"),
    ])
  func addresses(_ text: String, _ read: String) { #expect(words(text) == read) }

  @Test("no text gives no words, and broken UTF-8 never stops the reading")
  func odd() {
    #expect(words("").isEmpty && words(" \n…!?").isEmpty)
    let broken: [UInt8] = [0x61, 0xFF, 0x62, 0xC3, 0x20, 0x63, 0xE2, 0x82]
    #expect(
      WordReader.words(of: broken[...]).map { String(decoding: $0.text, as: UTF8.self) } == ["a", "b", "c"])
  }

  @Test("each word stands on the bytes that it was read from, and knows whether it began with a capital")
  func places() {
    let text = "Émile can’t pay $5 at Https://x.example/y."
    let bytes = Array(text.utf8)
    let read = WordReader.words(of: bytes[...])
    let written = read.map { String(decoding: bytes[$0.bytes], as: UTF8.self) }
    #expect(written == ["Émile", "can’t", "can’t", "pay", "$", "5", "at", "Https://x.example/y."])
    #expect(read.map(\.isCapital) == [true, false, false, false, false, false, false, false])
    // A part of a text: the places are those of the whole.
    let part = WordReader.words(of: bytes[7...])
    #expect(part.map(\.bytes) == Array(read.map(\.bytes).dropFirst()))
    // The words of the sample's terms stand in order, without overlap but for contractions.
    let place = read.map(\.bytes)
    for (before, after) in zip(place, place.dropFirst()) {
      #expect(before == after || before.upperBound <= after.lowerBound)
    }
  }
}
