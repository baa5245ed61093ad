// Two texts → the runs of words that they share, longest first where they compete.

/// A run of words that two clauses share.
public struct SharedPassage: Sendable, Hashable, Codable {
  /// The words as the found clause has them.
  public var text: String
  /// How many words.
  public var words: Int
  /// Where it begins in the found clause's text, UTF-8 offset.
  public var start: Int
  /// Where it ends in the found clause's text, UTF-8 offset after the last byte.
  public var end: Int
}

/// Finds runs of words that occur in both of two texts, inflection and typography aside.
struct SharedPassages: @unchecked Sendable {
  /// Shortest run that counts as a passage: shorter ones are the common stock of any two clauses.
  static let shortest = 5

  private let vocabulary: Vocabulary
  private let words: [Int32]
  private var places: [Int: [Int]] = [:]

  /// Prepares a text for being held against others.
  init(of text: String, vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    words = vocabulary.terms(of: text)
    guard words.count >= Self.shortest else { return }
    for start in 0...(words.count - Self.shortest) {
      places[Self.hash(words[start..<(start + Self.shortest)]), default: []].append(start)
    }
  }

  /// The passages shared with another text, in its order, and the share of this text's words in them (0…1).
  func with(_ other: String) -> (passages: [SharedPassage], coverage: Double) {
    guard words.count >= Self.shortest else { return ([], 0) }
    var theirs: [Int32] = []
    var ranges: [(start: Int, end: Int)] = []
    vocabulary.forEachTerm(in: other) { term, start, end in
      theirs.append(term)
      ranges.append((start, end))
    }
    var covered = [Bool](repeating: false, count: words.count)
    var passages: [SharedPassage] = []
    let bytes = Array(other.utf8)
    var position = 0
    while position + Self.shortest <= theirs.count {
      let best = longestRun(with: theirs, from: position)
      guard best.length > 0 else {
        position += 1
        continue
      }
      for index in best.start..<(best.start + best.length) { covered[index] = true }
      let (start, end) = (ranges[position].start, ranges[position + best.length - 1].end)
      passages.append(
        SharedPassage(
          text: String(decoding: bytes[start..<end], as: UTF8.self).singleLine, words: best.length,
          start: start,
          end: end))
      position += best.length
    }
    let count = covered.reduce(0) { $0 + ($1 ? 1 : 0) }
    return (passages, Double(count) / Double(words.count))
  }

  /// Share of this text's words in passages that another text has too, 0…1.
  func coverage(by other: SharedPassages) -> Double {
    guard words.count >= Self.shortest, other.words.count >= Self.shortest else { return 0 }
    var covered = [Bool](repeating: false, count: words.count)
    var position = 0
    let last = other.words.count - Self.shortest
    while position <= last {
      let best = longestRun(with: other.words, from: position)
      for index in best.start..<(best.start + best.length) { covered[index] = true }
      position += max(1, best.length)
    }
    return Double(covered.count { $0 }) / Double(words.count)
  }

  /// The longest run of words from a position of the other text on that this text has too; empty where it is shorter
  /// than ``shortest``.
  private func longestRun(with theirs: [Int32], from position: Int) -> (length: Int, start: Int) {
    var best = (length: 0, start: 0)
    for start in places[Self.hash(theirs[position..<(position + Self.shortest)])] ?? [] {
      var length = 0
      while start + length < words.count, position + length < theirs.count,
        words[start + length] == theirs[position + length]
      {
        length += 1
      }
      if length > best.length { best = (length, start) }
    }
    return best.length >= Self.shortest ? best : (0, 0)
  }

  private static func hash(_ words: ArraySlice<Int32>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for word in words { hash = (hash ^ UInt64(UInt32(bitPattern: word))) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 31))
  }
}
