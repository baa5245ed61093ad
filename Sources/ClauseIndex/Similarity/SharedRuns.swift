// Some texts, then any number of others → the longest runs of words that they have in common.

/// Finds runs of words that other texts share word for word with some given ones.
///
/// The hash of every stretch of ``shortest`` words of the given texts is kept; a hash rolls over the words of another
/// text, and where it hits, words are compared. Nothing is left out and nothing is found by its hash alone.
struct SharedRuns {
  /// A run that is as long as it can be: the words before it differ, or there are none, and those after it too.
  struct Run: Sendable, Hashable {
    /// The given text, by its place among them.
    var text: Int
    /// Place of the first word in the given text.
    var start: Int
    /// Place of the first word in the other text.
    var otherStart: Int
    /// How many words.
    var words: Int

    /// Where the run lies in the given text.
    var range: Range<Int> { start..<(start + words) }
  }

  /// Words in the shortest run.
  let shortest: Int
  private let texts: [[Int32]]

  // Open addressing by hash; `slots` holds the number of a stretch + 1, 0 is free.
  private var slots: [Int32]
  private var hashes: [UInt64] = []
  private var stretches: [(text: Int32, start: Int32)] = []
  /// The stretch before with the same hash; -1 for none.
  private var earlier: [Int32] = []
  /// The base of the hash to the power of `shortest`: what the oldest word has when it leaves.
  private let leaving: UInt64

  private static let base: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// Prepares texts for being held against others.
  ///
  /// - Parameters:
  ///   - texts: words of each, as numbers.
  ///   - shortest: words in the shortest run, at least 1.
  init(_ texts: [[Int32]], shortest: Int) {
    let shortest = max(1, shortest)
    let leaving = (0..<shortest).reduce(UInt64(1)) { power, _ in power &* Self.base }
    self.texts = texts
    self.shortest = shortest
    self.leaving = leaving
    let count = texts.reduce(0) { $0 + max(0, $1.count - shortest + 1) }
    var size = 64
    while size < count * 2 { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
    for (number, text) in texts.enumerated() {
      text.withUnsafeBufferPointer { words in
        Self.forEachStretch(of: words, shortest, leaving) { start, hash in
          note(hash, Int32(number), Int32(start))
        }
      }
    }
  }

  private mutating func note(_ hash: UInt64, _ text: Int32, _ start: Int32) {
    let slot = slot(of: hash)
    hashes.append(hash)
    stretches.append((text, start))
    earlier.append(slots[slot] - 1)
    slots[slot] = Int32(stretches.count)
  }

  /// The slot of a hash: the one that holds it, else a free one.
  @inline(__always)
  private func slot(of hash: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: (hash ^ (hash >> 32)) &* Self.base >> 32) & (slots.count - 1)
    while slots[slot] != 0, hashes[Int(slots[slot]) - 1] != hash { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  @inline(__always)
  private static func forEachStretch(
    of words: UnsafeBufferPointer<Int32>, _ shortest: Int, _ leaving: UInt64,
    _ body: (_ start: Int, _ hash: UInt64) -> Void
  ) {
    guard words.count >= shortest else { return }
    var hash: UInt64 = 0
    for place in words.indices {
      hash = hash &* base &+ value(words[place])
      let start = place - shortest + 1
      if start > 0 { hash = hash &- value(words[start - 1]) &* leaving }
      if start >= 0 { body(start, hash) }
    }
  }

  @inline(__always) private static func value(_ word: Int32) -> UInt64 {
    (UInt64(UInt32(bitPattern: word)) &+ 1) &* 0xbf58_476d_1ce4_e5b9
  }

  /// The runs that another text shares with the given ones, in its order.
  func runs(in other: [Int32]) -> [Run] {
    var found: [Run] = []
    other.withUnsafeBufferPointer { other in
      Self.forEachStretch(of: other, shortest, leaving) { otherStart, hash in
        var stretch = slots[slot(of: hash)] - 1
        while stretch >= 0 {
          let (text, first) = stretches[Int(stretch)]
          stretch = earlier[Int(stretch)]
          let start = Int(first)
          texts[Int(text)].withUnsafeBufferPointer { words in
            // The middle of a run that is known.
            if start > 0, otherStart > 0, words[start - 1] == other[otherStart - 1] { return }
            var length = 0
            while start + length < words.count, otherStart + length < other.count,
              words[start + length] == other[otherStart + length]
            {
              length += 1
            }
            guard length >= shortest else { return }
            found.append(Run(text: Int(text), start: start, otherStart: otherStart, words: length))
          }
        }
      }
    }
    return found
  }
}
