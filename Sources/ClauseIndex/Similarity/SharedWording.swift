// A text held against others → how much of the wording is the same, and which passages.

/// A passage that two texts share.
public struct SharedPassage: Sendable, Hashable, Codable {
  /// The words as the found clause has them.
  public var text: String
  /// How many words are the same.
  public var words: Int
  /// Where it begins in the found clause's text, UTF-8 offset.
  public var start: Int
  /// Where it ends in the found clause's text, UTF-8 offset after the last byte.
  public var end: Int
  /// Where it begins in the text that was asked about, UTF-8 offset.
  public var ownStart: Int
  /// Where it ends in the text that was asked about, UTF-8 offset after the last byte.
  public var ownEnd: Int

  enum CodingKeys: String, CodingKey {
    case text, words, start, end
    case ownStart = "own_start"
    case ownEnd = "own_end"
  }
}

/// What two texts have in common word for word.
struct SharedWording {
  /// Verbatim, near-verbatim, or neither; see ``NearVerbatim``.
  var level: SharingLevel?
  /// Share of the shorter text's words that are equal words of both, 0…1.
  var containment: Double
  /// Share of the own text's words that stand in `runs`, 0…1.
  var coverage: Double
  /// Runs of five words or more that both have without a change, in the order of the other text.
  var runs: [SharedPassage]
  /// Passages that both have, a few changed words inside them aside, in the order of the other text.
  var passages: [SharedPassage]
}

/// A text that is held against others.
///
/// Not thread-safe, but for the words of the other text, which are only read.
struct SharedPassages: @unchecked Sendable {
  /// Shortest run that counts as a passage: shorter ones are the common stock of any two clauses.
  static let shortest = 5

  private let vocabulary: Vocabulary
  private let own: Wording
  private let aligner = Aligner()

  /// Prepares a text.
  init(of text: String, vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    own = Wording(text, vocabulary)
  }

  /// Share of this text's words in runs of ``shortest`` words or more that another text has too, 0…1.
  ///
  /// The other must be read with the same vocabulary.
  func coverage(by other: SharedPassages) -> Double {
    let (mine, theirs) = (own.terms, other.own.terms)
    guard !mine.isEmpty else { return 0 }
    let covered = mine.withUnsafeBufferPointer { mine in
      theirs.withUnsafeBufferPointer { Self.coveredWords(mine, $0, aligner) }
    }
    return Double(covered) / Double(mine.count)
  }

  /// Words that two texts have in runs of ``shortest`` words or more.
  static func coveredWords(
    _ mine: UnsafeBufferPointer<Int32>, _ theirs: UnsafeBufferPointer<Int32>, _ aligner: Aligner
  ) -> Int {
    let aligned =
      NearVerbatim.inOrder(mine, theirs) ? aligner.passages(mine, theirs) : aligner.passages(theirs, mine)
    return aligned.reduce(0) { sum, passage in
      passage.runs.reduce(sum) { $0 + ($1.words >= Self.shortest ? $1.words : 0) }
    }
  }

  /// Everything shared with another text.
  func compared(with text: String) -> SharedWording {
    let other = Wording(text, vocabulary)
    let isSwapped = !NearVerbatim.inOrder(own.terms, other.terms)
    let aligned =
      isSwapped ? aligner.passages(other.terms, own.terms) : aligner.passages(own.terms, other.terms)
    let equal = aligned.reduce(0) { $0 + $1.words }
    let needed = NearVerbatim.equalWordsNeeded(own.terms.count, other.terms.count)
    var level: SharingLevel?
    if own.isVerbatim(other) {
      level = .verbatim
    } else if let needed, equal >= needed {
      level = .nearVerbatim
    }
    let bytes = Array(text.utf8)
    func passage(_ first: Range<Int>, _ second: Range<Int>, words: Int) -> SharedPassage {
      let mine = own.bytes(of: isSwapped ? second : first)
      let theirs = other.bytes(of: isSwapped ? first : second)
      return SharedPassage(
        text: String(decoding: bytes[theirs], as: UTF8.self).singleLine, words: words,
        start: theirs.lowerBound,
        end: theirs.upperBound, ownStart: mine.lowerBound, ownEnd: mine.upperBound)
    }
    let runs = aligned.flatMap(\.runs).filter { $0.words >= Self.shortest }.map { run in
      passage(
        run.first..<(run.first + run.words), run.second..<(run.second + run.words), words: run.words)
    }
    let passages = aligned.map { passage($0.first, $0.second, words: $0.words) }
    let shorter = min(own.terms.count, other.terms.count)
    return SharedWording(
      level: level, containment: shorter == 0 ? 0 : Double(equal) / Double(shorter),
      coverage: own.terms.isEmpty
        ? 0 : Double(runs.reduce(0) { $0 + $1.words }) / Double(own.terms.count),
      runs: runs.sorted { $0.start < $1.start }, passages: passages.sorted { $0.start < $1.start })
  }
}
