// Many wordings → for each, the ones that are near-verbatim copies of it: all of them, none by sampling.

/// Finds the near-verbatim copies among a set of wordings.
///
/// Two texts with `k` equal words share at least half as many pairs of neighbouring words, since the equal words
/// stand in runs of two or more. Of a text's pairs, the rarest first, a copy must therefore have one among all but the
/// `k`/2 − 1 last, two among all but the `k`/2 − 2 last, and so on (prefix filter: Bayardo, Ma and Srikant, Scaling Up
/// All Pairs Similarity Search, 2007). So only lists of rare pairs are read, and what has ``leastShared`` of them is
/// aligned word by word. Not thread-safe: one instance a thread.
final class CopyFinder {
  /// Rare pairs of words that a candidate must share; more of them mean fewer candidates and longer lists to read.
  static let leastShared = 6

  /// The wordings, as stems, by rising number of words.
  let wordings: FlatRows<Int32>

  /// Number of the first wording with at least so many words, by number of words.
  private var firstOfLength: [Int] = [0]
  /// Number of a pair of words in its n-th occurrence in a text; rarer ones have lower numbers.
  private var numbers: [UInt64: Int32] = [:]
  /// The pairs of each wording, the rarest first.
  private let pairs: FlatRows<Int32>
  /// The wordings that have a pair, in order, by pair.
  private let holders: FlatRows<Int32>
  private let aligner = Aligner()
  private var counts: [UInt16]

  /// Prepares wordings for being searched.
  ///
  /// - Parameter wordings: stems of each, by rising number of words.
  init(_ wordings: [[Int32]]) {
    self.wordings = FlatRows(wordings)
    for (number, words) in wordings.enumerated() {
      while firstOfLength.count <= words.count { firstOfLength.append(number) }
    }
    firstOfLength.append(wordings.count)
    counts = [UInt16](repeating: 0, count: wordings.count)
    // Pairs by first sight, with the wordings that have them.
    var seen: [UInt64: Int32] = [:]
    var lists: [[Int32]] = []
    for (number, words) in wordings.enumerated() {
      for key in words.withUnsafeBufferPointer({ CopyFinder.keys(of: $0) }) {
        if let place = seen[key] {
          lists[Int(place)].append(Int32(number))
        } else {
          seen[key] = Int32(lists.count)
          lists.append([Int32(number)])
        }
      }
    }
    let order = lists.indices.sorted { (lists[$0].count, $0) < (lists[$1].count, $1) }
    var rank = [Int32](repeating: 0, count: lists.count)
    var rows = [[Int32]](repeating: [], count: wordings.count)
    let holders = FlatRows<Int32>()
    for (number, place) in order.enumerated() {
      rank[place] = Int32(number)
      holders.append(lists[place])
      for wording in lists[place] { rows[Int(wording)].append(Int32(number)) }
      lists[place] = []
    }
    self.holders = holders
    pairs = FlatRows(rows)
    numbers = seen.mapValues { rank[Int($0)] }
  }

  /// The pairs of neighbouring words of a text, each told apart from its earlier occurrences.
  private static func keys(of words: UnsafeBufferPointer<Int32>) -> [UInt64] {
    guard words.count > 1 else { return [] }
    var keys = (0..<(words.count - 1)).map { place in
      UInt64(UInt32(bitPattern: words[place])) << 38 | UInt64(UInt32(bitPattern: words[place + 1])) << 12
    }
    keys.sort()
    // Occurrences past the 4096th are not told apart: they only make candidates more.
    var occurrence: UInt64 = 0
    var last = keys[0]
    for place in keys.indices.dropFirst() {
      let key = keys[place]
      occurrence = key == last ? min(occurrence + 1, 4095) : 0
      last = key
      keys[place] = key | occurrence
    }
    return keys
  }

  /// The copies of a text.
  ///
  /// - Parameter words: its stems.
  /// - Returns: numbers of all wordings that are near-verbatim copies of it, itself included where it is one of them.
  func copies(of words: [Int32]) -> [Int] {
    words.withUnsafeBufferPointer { words in
      // What no wording has is the rarest of all, and has no holders to read.
      let pairs = Self.keys(of: words).map { numbers[$0] ?? -1 }.sorted()
      return pairs.withUnsafeBufferPointer { find(words, $0, from: 0) }
    }
  }

  /// The copies of a wording among those that come after it, which have as many words or more.
  func laterCopies(of number: Int) -> [Int] {
    find(wordings[number], pairs[number], from: number + 1)
  }

  /// - Parameters:
  ///   - pairs: numbers of the pairs of words, in order; -1 where no wording has it.
  ///   - first: number of the first wording that is wanted.
  private func find(
    _ words: UnsafeBufferPointer<Int32>, _ pairs: UnsafeBufferPointer<Int32>, from first: Int
  ) -> [Int] {
    let length = words.count
    let lengths = NearVerbatim.lengths(near: length)
    guard let own = neededPairs(length, length) else { return [] }
    let low = max(first, number(withWords: lengths.lowerBound))
    var candidates: [Int32] = []
    for place in pairs.indices {
      guard pairs[place] >= 0 else { continue }
      // Wordings with so many words are no new candidates from here on: too few pairs are left.
      let left = pairs.count - place + Self.leastShared
      let high: Int
      if own < left {
        high = number(withWords: lengths.upperBound + 1)
      } else {
        guard let most = mostWords(below: length, left), most >= lengths.lowerBound else { break }
        high = number(withWords: most + 1)
      }
      count(holders[Int(pairs[place])], from: low, to: high, &candidates)
    }
    var found: [Int] = []
    for candidate in candidates {
      let number = Int(candidate)
      let shared = Int(counts[number])
      counts[number] = 0
      let other = wordings[number]
      guard let needed = NearVerbatim.equalWordsNeeded(length, other.count),
        shared >= min(Self.leastShared, (needed + 1) / 2)
      else { continue }
      if NearVerbatim.equalWords(words, other, aligner, atLeast: needed) >= needed { found.append(number) }
    }
    return found.sorted()
  }

  /// Counts one more shared pair for each of these wordings from one number up to another.
  @inline(__always)
  private func count(
    _ holders: UnsafeBufferPointer<Int32>, from low: Int, to high: Int, _ candidates: inout [Int32]
  ) {
    var start = 0
    var end = holders.count
    while start < end {
      let middle = (start + end) / 2
      if Int(holders[middle]) < low { start = middle + 1 } else { end = middle }
    }
    counts.withUnsafeMutableBufferPointer { counts in
      while start < holders.count, Int(holders[start]) < high {
        let number = Int(holders[start])
        if counts[number] == 0 { candidates.append(holders[start]) }
        counts[number] &+= 1
        start += 1
      }
    }
  }

  /// Pairs of words that two texts must share; nil where their lengths rule copies out.
  private func neededPairs(_ first: Int, _ second: Int) -> Int? {
    NearVerbatim.equalWordsNeeded(first, second).map { ($0 + 1) / 2 }
  }

  /// The most words, fewer than `length`, with which a text needs fewer than `left` pairs in common with one of
  /// `length` words; nil for none.
  private func mostWords(below length: Int, _ left: Int) -> Int? {
    var most = length - 1
    while most > 0, let needed = neededPairs(length, most), needed >= left { most -= 1 }
    return neededPairs(length, most) == nil ? nil : most
  }

  /// Number of the first wording with at least so many words.
  private func number(withWords count: Int) -> Int {
    count < firstOfLength.count ? firstOfLength[count] : wordings.count
  }
}
