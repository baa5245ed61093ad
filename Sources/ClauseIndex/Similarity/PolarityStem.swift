// Letters of a word → the hash of its stem. No table, no state: a few endings are cut off.

/// A light stemmer for the words of terms of service.
///
/// It joins what says the same for polarity ("terminate", "terminated", "termination"), and works on bytes in a
/// scratch buffer, because it reads every content word of a thousand clauses a query.
enum PolarityStem {
  /// Letters of a word that count.
  static let longest = 32

  /// FNV-1a.
  @inline(__always) static func hash(_ letters: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for at in 0..<count { hash = (hash ^ UInt64(letters[at])) &* 0x100_0000_01b3 }
    return hash
  }

  static func hash(_ word: some StringProtocol) -> UInt64 {
    let bytes = Array(word.utf8)
    return bytes.withUnsafeBufferPointer { hash($0.baseAddress!, min(longest, bytes.count)) }
  }

  static func stemHash(_ word: some StringProtocol) -> UInt64 {
    var bytes = Array(word.utf8)
    return bytes.withUnsafeMutableBufferPointer {
      let count = stem($0.baseAddress!, min(longest, $0.count))
      return hash($0.baseAddress!, count)
    }
  }

  /// Cuts the endings off lower-case letters, in place; returns how many letters are left.
  static func stem(_ word: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    var n = count
    if n < 4 { return n }
    n = withoutInflection(word, n)
    n = withoutDerivation(word, n)
    if n > 3, word[n - 1] == e { n -= 1 }
    if n > 6, ends(word, n, "at") { n -= 2 }
    n = undoubled(word, n)
    if n > 2, word[n - 1] == y { word[n - 1] = i }
    return n
  }

  private static func withoutInflection(_ word: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
    var n = count
    if word[n - 1] == s {
      if n > 4, ends(word, n, "ies") {
        n -= 2
        word[n - 1] = y
      } else if n > 4, ends(word, n, "es"), isSibilant(word, n - 2) {
        n -= 2
      } else if word[n - 2] != s, word[n - 2] != u, word[n - 2] != i {
        n -= 1
      }
    }
    if n >= 6, ends(word, n, "ing"), hasVowel(word, n - 3) { return undoubled(word, n - 3) }
    if n > 4, ends(word, n, "ied") {
      word[n - 3] = y
      return n - 2
    }
    if n >= 5, ends(word, n, "ed"), hasVowel(word, n - 2), word[n - 3] != e { return undoubled(word, n - 2) }
    return n
  }

  private static func withoutDerivation(_ word: UnsafeMutablePointer<UInt8>, _ n: Int) -> Int {
    guard n >= 6 else { return n }
    switch word[n - 1] {
    case y:
      if n >= 9, ends(word, n, "ability") || ends(word, n, "ibility") { return n - 7 }
      if n >= 8, ends(word, n, "ity") { return n - 3 }
    case e:
      if n >= 7, ends(word, n, "able") || ends(word, n, "ible") { return n - 4 }
      if n >= 8, ends(word, n, "ance") || ends(word, n, "ence") { return n - 4 }
    case UInt8(ascii: "n"):
      if ends(word, n, "tion") || ends(word, n, "sion") { return n - 3 }
    case UInt8(ascii: "t"):
      if n >= 8, ends(word, n, "ment") { return n - 4 }
    case UInt8(ascii: "r"):
      if n >= 8, ends(word, n, "ator") { return n - 2 }
    case UInt8(ascii: "l"):
      if n >= 7, ends(word, n, "al") { return n - 2 }
    default: break
    }
    return n
  }

  private static let e = UInt8(ascii: "e")
  private static let i = UInt8(ascii: "i")
  private static let s = UInt8(ascii: "s")
  private static let u = UInt8(ascii: "u")
  private static let y = UInt8(ascii: "y")

  @inline(__always) private static func ends(
    _ word: UnsafeMutablePointer<UInt8>, _ n: Int, _ ending: StaticString
  ) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard n > count else { return false }
    for at in 0..<count where word[n - count + at] != ending.utf8Start[at] { return false }
    return true
  }

  /// A double consonant at the end made single.
  private static func undoubled(_ word: UnsafeMutablePointer<UInt8>, _ n: Int) -> Int {
    n > 3 && word[n - 1] == word[n - 2] && !isVowel(word[n - 1]) ? n - 1 : n
  }

  private static func isSibilant(_ word: UnsafeMutablePointer<UInt8>, _ n: Int) -> Bool {
    let last = word[n - 1]
    return last == UInt8(ascii: "x") || last == UInt8(ascii: "z") || (last == s && word[n - 2] == s)
      || (last == UInt8(ascii: "h") && (word[n - 2] == UInt8(ascii: "c") || word[n - 2] == s))
  }

  private static func hasVowel(_ word: UnsafeMutablePointer<UInt8>, _ n: Int) -> Bool {
    for at in 0..<n where isVowel(word[at]) || word[at] == y { return true }
    return false
  }

  @inline(__always) private static func isVowel(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "a") || letter == e || letter == i || letter == UInt8(ascii: "o") || letter == u
  }
}
