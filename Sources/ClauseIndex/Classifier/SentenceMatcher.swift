// One sentence and all sequences: which occur, and where.

/// Looks for the sequences of a table in one sentence after another.
///
/// For one thread.
struct SentenceMatcher {
  let table: PatternTable
  private var ids: [UInt64: Int32] = [:]
  /// By word: the word patterns that it meets.
  private let patterns = FlatRows<Int32>()
  private var named: [Int32: Int32] = [:]
  private let ourName: [Int32]
  /// Where word patterns occur.
  private let wordSpans: SpanStore
  /// Where groups occur.
  private let spans: SpanStore
  private let sentence = Sentence()

  init(_ table: PatternTable) {
    self.table = table
    wordSpans = SpanStore(count: table.wordCount)
    spans = SpanStore(count: table.groupCount)
    ourName = table.patterns(of: Array("ourname".utf8))
  }

  /// The groups that occur in the sentence, of those that were looked for: all anchors at least.
  var present: UnsafeBufferPointer<Int32> { spans.present }

  /// The number of a word; words that meet the same patterns may differ in number.
  mutating func id(of word: [UInt8]) -> Int32 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    if let known = ids[hash] { return known }
    let id = add(table.patterns(of: word))
    ids[hash] = id
    return id
  }

  /// The same word where it is also the name of the platform or its owner.
  mutating func named(_ word: Int32) -> Int32 {
    if let known = named[word] { return known }
    let id = add((Array(patterns[Int(word)]) + ourName).sorted())
    named[word] = id
    return id
  }

  private func add(_ met: [Int32]) -> Int32 {
    patterns.append(met)
    return Int32(patterns.count - 1)
  }

  /// Takes a sentence to look in.
  ///
  /// Only anchors are looked for at once: the other groups, where a sequence asks for them.
  func load(_ words: [Int32]) {
    sentence.set(words)
    wordSpans.clear()
    spans.clear()
    for place in 0..<sentence.count {
      for pattern in patterns[Int(sentence.words[place])] { wordSpans.mark(pattern, place, place + 1) }
    }
    let anchors = table.anchors
    for pattern in wordSpans.present {
      for anchor in anchors[Int(pattern)] {
        spans.know(anchor.group)
        mark(anchor.first, of: anchor.group)
      }
    }
  }

  /// Whether a group occurs in the sentence.
  private func holds(_ group: Int32) -> Bool {
    if spans.isKnown(group) { return spans.holds(group) }
    spans.know(group)
    for first in table.firsts[Int(group)] where wordSpans.holds(first.word) { mark(first, of: group) }
    return spans.holds(group)
  }

  /// Marks where the alternatives of a group with a common first word, which occurs, stand in the sentence.
  private func mark(_ first: PatternTable.First, of group: Int32) {
    var place = wordSpans.first(of: first.word)
    while place >= 0 {
      let at = Int(wordSpans[place].start)
      place = wordSpans[place].next
      if first.isWhole { spans.mark(group, at, at + 1) }
      for rest in Int(first.firstRest)..<Int(first.endRest) {
        let words = table.rests[rest]
        if follows(words, after: at) { spans.mark(group, at, at + 1 + words.count) }
      }
    }
  }

  private func follows(_ rest: UnsafeBufferPointer<Int32>, after place: Int) -> Bool {
    guard place + rest.count < sentence.count else { return false }
    for offset in 0..<rest.count {
      let met = patterns[Int(sentence.words[place + 1 + offset])]
      guard met.contains(rest[offset]) else { return false }
    }
    return true
  }

  /// Where a sequence first occurs in the sentence, as a range of words; nil where it does not.
  func find(_ number: Int) -> Range<Int>? {
    for group in table.needed[number] where !holds(group) { return nil }
    return find(table.elements[number], 0, after: -1, gap: 0, start: -1)
  }

  /// The rest of a sequence from an element on; `previous` and `start` are −1 where no word is matched yet.
  private func find(
    _ elements: UnsafeBufferPointer<PatternTable.Element>, _ index: Int, after previous: Int32, gap: Int32,
    start: Int32
  ) -> Range<Int>? {
    guard index < elements.count else {
      return start < 0 ? nil : Int(start)..<Int(previous)
    }
    let element = elements[index]
    let reach = gap + element.gap
    var place = holds(element.group) ? spans.first(of: element.group) : -1
    while place >= 0 {
      let span = spans[place]
      place = span.next
      if previous >= 0, span.start < previous || span.start > previous + reach { continue }
      if let found = find(
        elements, index + 1, after: span.end, gap: 0, start: start < 0 ? span.start : start)
      {
        return found
      }
    }
    guard element.isOptional else { return nil }
    return find(elements, index + 1, after: previous, gap: previous < 0 ? 0 : reach, start: start)
  }
}

/// The words of the sentence that is looked in.
private final class Sentence {
  private(set) var words: UnsafeMutablePointer<Int32> = .allocate(capacity: 1024)
  private(set) var count = 0
  private var capacity = 1024

  deinit { words.deallocate() }

  func set(_ new: [Int32]) {
    if new.count > capacity {
      words.deallocate()
      capacity = new.count * 2
      words = .allocate(capacity: capacity)
    }
    count = new.count
    for place in new.indices { words[place] = new[place] }
  }
}

/// Where numbered things occur in one sentence.
///
/// One list of places for each number, all in one stretch of memory: a sentence is taken in without an allocation.
private final class SpanStore {
  struct Span {
    var start: Int32
    var end: Int32
    var next: Int32
  }

  private let stamps: UnsafeMutablePointer<UInt32>
  private let known: UnsafeMutablePointer<UInt32>
  private let heads: UnsafeMutablePointer<Int32>
  private let tails: UnsafeMutablePointer<Int32>
  private let presentGroups: UnsafeMutablePointer<Int32>
  private var presentCount = 0
  private var stamp: UInt32 = 0
  private var pool: UnsafeMutablePointer<Span>
  private var capacity = 4096
  private var used = 0

  private let count: Int

  init(count groups: Int) {
    count = max(1, groups)
    func memory<Element: BitwiseCopyable>(_ zero: Element) -> UnsafeMutablePointer<Element> {
      let pointer = UnsafeMutablePointer<Element>.allocate(capacity: max(1, groups))
      pointer.initialize(repeating: zero, count: max(1, groups))
      return pointer
    }
    stamps = memory(0)
    known = memory(0)
    heads = memory(-1)
    tails = memory(-1)
    presentGroups = memory(0)
    pool = .allocate(capacity: capacity)
  }

  deinit {
    stamps.deallocate()
    known.deallocate()
    heads.deallocate()
    tails.deallocate()
    presentGroups.deallocate()
    pool.deallocate()
  }

  var present: UnsafeBufferPointer<Int32> {
    UnsafeBufferPointer(start: presentGroups, count: presentCount)
  }

  subscript(place: Int32) -> Span { pool[Int(place)] }

  @inline(__always)
  func holds(_ group: Int32) -> Bool { stamps[Int(group)] == stamp }

  /// Whether a group was looked for in this sentence.
  @inline(__always)
  func isKnown(_ group: Int32) -> Bool { known[Int(group)] == stamp }

  @inline(__always)
  func know(_ group: Int32) { known[Int(group)] = stamp }

  /// Place of the first span of a group that occurs.
  @inline(__always)
  func first(of group: Int32) -> Int32 { heads[Int(group)] }

  func clear() {
    if stamp == .max {
      stamps.update(repeating: 0, count: count)
      known.update(repeating: 0, count: count)
      stamp = 0
    }
    stamp += 1
    presentCount = 0
    used = 0
  }

  @inline(__always)
  func mark(_ group: Int32, _ start: Int, _ end: Int) {
    if used == capacity { grow() }
    let place = Int32(used)
    pool[used] = Span(start: Int32(start), end: Int32(end), next: -1)
    used += 1
    let index = Int(group)
    if stamps[index] == stamp {
      pool[Int(tails[index])].next = place
    } else {
      stamps[index] = stamp
      heads[index] = place
      presentGroups[presentCount] = group
      presentCount += 1
    }
    tails[index] = place
  }

  private func grow() {
    let larger = UnsafeMutablePointer<Span>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: pool, count: used)
    pool.deallocate()
    pool = larger
    capacity *= 2
  }
}
