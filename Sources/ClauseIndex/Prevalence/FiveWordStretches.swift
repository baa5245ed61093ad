// The words of all clauses → which stretches of five words others have too, and how much of a clause they can cover.

/// The stretches of ``SharedPassages/shortest`` words of all clauses, numbered, those left out that only one has.
///
/// Passages that two clauses share word for word are made of such stretches; so the words that lie in common ones are
/// at least as many as ``SimilarityMeasures/coverage`` counts, and nearly always just as many.
struct FiveWordStretches: Sendable {
  /// A stretch of a clause.
  struct Stretch {
    /// Which word it begins at.
    var start: Int32
    var number: Int32
  }

  /// By row − 1: the stretches that other clauses have too, or the clause twice, in order.
  let stretches: FlatRows<Stretch>
  /// How many numbers there are.
  let count: Int

  /// Numbers the stretches of the words of all clauses.
  init(_ words: FlatRows<Int32>) {
    let length = SharedPassages.shortest
    var hashes: [UInt64] = []
    for row in 0..<words.count { Self.forEach(of: words[row], length) { hashes.append($0) } }
    var sorted = hashes
    sorted.sort()
    // Of a million clauses no two stretches have one hash but by a chance of 1 : 100,000; it would make a bound looser.
    var common: [UInt64] = []
    var place = 0
    while place < sorted.count {
      var end = place + 1
      while end < sorted.count, sorted[end] == sorted[place] { end += 1 }
      if end - place > 1 { common.append(sorted[place]) }
      place = end
    }
    sorted = []
    let table = HashNumbers(common)
    count = common.count
    stretches = FlatRows()
    var next = 0
    for row in 0..<words.count {
      let all = max(0, words[row].count - length + 1)
      stretches.append(
        (0..<all).compactMap { start in
          let number = table.number(of: hashes[next + start])
          return number < 0 ? nil : Stretch(start: Int32(start), number: number)
        })
      next += all
    }
  }

  private static func forEach(
    of words: UnsafeBufferPointer<Int32>, _ length: Int, _ body: (UInt64) -> Void
  ) {
    guard words.count >= length else { return }
    for start in 0...(words.count - length) {
      var hash: UInt64 = 0
      for place in start..<(start + length) {
        hash = (hash ^ UInt64(UInt32(bitPattern: words[place]))) &* 0x9e37_79b9_7f4a_7c15
        hash ^= hash >> 29
      }
      body(hash)
    }
  }

  /// Words of a clause that lie in stretches which are marked.
  ///
  /// - Parameter isMarked: by number of the stretch.
  @inline(__always)
  func covered(row: Int, _ isMarked: UnsafeMutableBufferPointer<Bool>) -> Int {
    var covered = 0
    var coveredTo = 0
    for stretch in stretches[row - 1] where isMarked[Int(stretch.number)] {
      let end = Int(stretch.start) + SharedPassages.shortest
      covered += end - max(coveredTo, Int(stretch.start))
      coveredTo = end
    }
    return covered
  }
}

/// Hashes → their numbers, in order.
private struct HashNumbers {
  private var slots: [(hash: UInt64, number: Int32)]
  private let mask: Int

  init(_ hashes: [UInt64]) {
    var size = 64
    while size < hashes.count * 2 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: (0, -1), count: size)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot].number >= 0 { slot = (slot + 1) & mask }
      slots[slot] = (hash, Int32(number))
    }
  }

  /// The number of a hash; −1 where it has none.
  func number(of hash: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].number >= 0, slots[slot].hash != hash { slot = (slot + 1) & mask }
    return slots[slot].number
  }
}
