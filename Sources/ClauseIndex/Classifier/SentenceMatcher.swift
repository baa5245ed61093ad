// One sentence and all sequences: which occur, and where.

/// Looks for the sequences of a table in one sentence after another.
///
/// For one thread.
struct SentenceMatcher {
  /// A stretch of words.
  struct Span {
    var start: Int32
    var end: Int32
  }

  let table: PatternTable
  private var ids: [UInt64: Int32] = [:]
  /// By word: the word patterns that it meets.
  private var patterns: [[Int32]] = []
  /// By word: the groups of which it is an alternative by itself.
  private var singles: [[Int32]] = []
  /// By word: the longer alternatives that it begins.
  private var longer: [[PatternTable.Start]] = []
  private var named: [Int32: Int32] = [:]
  private let ourName: [Int32]

  private var words: [Int32] = []
  private var spans: [[Span]]
  private var stamps: [Int32]
  private var stamp: Int32 = 0
  /// The groups that occur in the sentence.
  private(set) var present: [Int32] = []

  init(_ table: PatternTable) {
    self.table = table
    spans = Array(repeating: [], count: table.groupCount)
    stamps = Array(repeating: 0, count: table.groupCount)
    ourName = table.patterns(of: Array("ourname".utf8))
  }

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
    let id = add((patterns[Int(word)] + ourName).sorted())
    named[word] = id
    return id
  }

  private mutating func add(_ met: [Int32]) -> Int32 {
    let starts = met.flatMap { table.starts[Int($0)] }
    patterns.append(met)
    singles.append(Array(Set(starts.filter { $0.rest.isEmpty }.map(\.group))))
    longer.append(starts.filter { !$0.rest.isEmpty })
    return Int32(patterns.count - 1)
  }

  /// Takes a sentence to look in.
  mutating func load(_ sentence: [Int32]) {
    words = sentence
    stamp &+= 1
    present.removeAll(keepingCapacity: true)
    for place in sentence.indices {
      let word = Int(sentence[place])
      for group in singles[word] { mark(group, place, place + 1) }
      for start in longer[word] where follows(start.rest, after: place) {
        mark(start.group, place, place + 1 + start.rest.count)
      }
    }
  }

  private func follows(_ rest: [Int32], after place: Int) -> Bool {
    guard place + rest.count < words.count else { return false }
    for (offset, wanted) in rest.enumerated() {
      guard patterns[Int(words[place + 1 + offset])].contains(wanted) else { return false }
    }
    return true
  }

  @inline(__always)
  private mutating func mark(_ group: Int32, _ start: Int, _ end: Int) {
    let index = Int(group)
    if stamps[index] != stamp {
      stamps[index] = stamp
      spans[index].removeAll(keepingCapacity: true)
      present.append(group)
    }
    spans[index].append(Span(start: Int32(start), end: Int32(end)))
  }

  /// Where a sequence first occurs in the sentence, as a range of words; nil where it does not.
  func find(_ number: Int) -> Range<Int>? {
    let sequence = table.sequences[number]
    for group in sequence.needed where stamps[Int(group)] != stamp { return nil }
    return find(sequence.elements, 0, after: nil, gap: 0, start: nil)
  }

  private func find(
    _ elements: [PatternTable.Sequence.Element], _ index: Int, after previous: Int32?, gap: Int32,
    start: Int32?
  ) -> Range<Int>? {
    guard index < elements.count else {
      guard let start, let previous else { return nil }
      return Int(start)..<Int(previous)
    }
    let element = elements[index]
    let reach = gap + element.gap
    let group = Int(element.group)
    if stamps[group] == stamp {
      for span in spans[group] {
        if let previous, span.start < previous || span.start > previous + reach { continue }
        if let found = find(elements, index + 1, after: span.end, gap: 0, start: start ?? span.start) {
          return found
        }
      }
    }
    guard element.isOptional else { return nil }
    return find(elements, index + 1, after: previous, gap: previous == nil ? 0 : reach, start: start)
  }
}
