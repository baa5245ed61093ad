// How much of their wording two clauses share → a level, and what must hold of two clauses that reach it.

/// How much two clauses have in common, the most first.
public enum SharingLevel: String, Sendable, Codable, CaseIterable {
  /// The same words in the same order; letter case, diacritics, punctuation and typography aside.
  case verbatim
  /// Most of the wording of both is the same; see <doc:SharedWording>.
  case nearVerbatim = "near-verbatim"
  /// The same provision in other words: told by a score, not by the wording.
  case sameProvision = "same provision"
}

/// When two texts are near-verbatim copies of each other.
///
/// *Equal words* are counted by ``Aligner``: words whose stems are the same and which stand, in both texts, in runs of
/// two or more that are chained into passages of five or more, each word used once. They must be
///
/// 1. at least 65% of the shorter text's words,
/// 2. at least 55% of the longer text's words, so that it has at most 1.8 times as many: a sentence that stands whole
///    in a clause of five sentences is a part of that clause, which ``SharedWording/containment`` tells, and no level,
/// 3. at least 8.
///
/// So a copy is found whose words were changed by a fifth, whose sentences changed places or whose names are others:
/// replacing 20% of the words leaves 77% of them in runs. Clauses with fewer than 8 words are verbatim or nothing,
/// and up to 12 words it takes more than 65%: "We reserve the right to …" makes no copy. Two thirds and not four
/// fifths, for among the terms of 325 platforms few pairs of clauses lie between 45 and 80%, and those above 60% keep
/// whole sentences of a common ancestor.
enum NearVerbatim {
  /// Percentage of the shorter text's words that are equal words.
  static let leastOfShorter = 65
  /// Percentage of the longer text's words that are equal words.
  static let leastOfLonger = 55
  /// Equal words at least.
  static let leastWords = 8

  /// Equal words that two texts need; nil where their lengths rule it out.
  ///
  /// - Parameters:
  ///   - first: words of the one text: terms, as the index counts them.
  ///   - second: words of the other.
  @inline(__always)
  static func equalWordsNeeded(_ first: Int, _ second: Int) -> Int? {
    let (shorter, longer) = (min(first, second), max(first, second))
    let needed = max(leastWords, (shorter * leastOfShorter + 99) / 100, (longer * leastOfLonger + 99) / 100)
    return needed <= shorter ? needed : nil
  }

  /// Numbers of words that a text may have to be near-verbatim to one of so many words.
  static func lengths(near words: Int) -> ClosedRange<Int> {
    let least = max(leastWords, (words * leastOfLonger + 99) / 100)
    return least...max(least, words * 100 / leastOfLonger)
  }

  /// Whether two texts can be near-verbatim, by the words they have in common in whatever order.
  ///
  /// Never false of two that are: for finding candidates without leaving any out.
  ///
  /// - Parameters:
  ///   - shared: terms that both have, each as often as both have it (or any number that is not smaller).
  ///   - first: words of the one text, which must not count words outside of it, such as its lead-in.
  ///   - second: words of the other.
  @inline(__always)
  static func isPossible(shared: Int, _ first: Int, _ second: Int) -> Bool {
    equalWordsNeeded(first, second).map { shared >= $0 } ?? false
  }

  /// Whether two texts are near-verbatim copies of each other, verbatim ones included.
  ///
  /// - Parameters:
  ///   - first: stems of the one text, as numbers of one ``Vocabulary``.
  ///   - second: stems of the other.
  static func holds(_ first: [Int32], _ second: [Int32], _ aligner: Aligner) -> Bool {
    guard let needed = equalWordsNeeded(first.count, second.count) else { return false }
    return first == second || equalWords(first, second, aligner, atLeast: needed) >= needed
  }

  /// How many equal words two texts have; the same in either order.
  ///
  /// - Parameter least: where they surely have fewer than these, 0 may be returned.
  static func equalWords(
    _ first: [Int32], _ second: [Int32], _ aligner: Aligner, atLeast least: Int = 0
  ) -> Int {
    first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in equalWords(first, second, aligner, atLeast: least) }
    }
  }

  static func equalWords(
    _ first: UnsafeBufferPointer<Int32>, _ second: UnsafeBufferPointer<Int32>, _ aligner: Aligner,
    atLeast least: Int = 0
  ) -> Int {
    let (shorter, longer) = inOrder(first, second) ? (first, second) : (second, first)
    return aligner.passages(shorter, longer, atLeast: least).reduce(0) { $0 + $1.words }
  }

  /// Whether two texts are aligned this way round: the shorter one first, so that the order in which they are given
  /// makes no difference.
  static func inOrder<Words: RandomAccessCollection<Int32>>(_ first: Words, _ second: Words) -> Bool {
    first.count != second.count ? first.count < second.count : !second.lexicographicallyPrecedes(first)
  }
}
