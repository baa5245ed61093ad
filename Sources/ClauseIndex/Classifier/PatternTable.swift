// Patterns → tables in which all of them are looked for at once: groups of words, sequences of groups.

/// The sequences of many patterns, with what they have in common held once.
///
/// Sequences are added first; then `settle` lays them out for matching.
struct PatternTable: Sendable {
  /// One place of a sequence.
  struct Element: BitwiseCopyable, Sendable {
    var group: Int32
    var isOptional: Bool
    var gap: Int32
  }

  /// The alternatives of a group that begin with the same word.
  struct First: BitwiseCopyable, Sendable {
    var word: Int32
    /// Whether the word is an alternative by itself.
    var isWhole: Bool
    /// The rows of `rests`, from the first to before the end, with the words that follow in the longer ones.
    var firstRest: Int32
    var endRest: Int32
  }

  /// Alternatives of a group that is looked for in every sentence.
  struct Anchor: BitwiseCopyable, Sendable {
    var group: Int32
    var first: First
  }

  /// Groups of words.
  private(set) var groupCount = 0
  /// Word patterns.
  private(set) var wordCount = 0

  /// By sequence: its places.
  private(set) var elements = FlatRows<Element>()
  /// By sequence: the groups that must occur, rarest first once settled.
  private(set) var needed = FlatRows<Int32>()
  /// By group: its alternatives, gathered by first word.
  private(set) var firsts = FlatRows<First>()
  /// The words that follow the first one in longer alternatives.
  private(set) var rests = FlatRows<Int32>()
  /// By word pattern: the alternatives that begin with it, of the groups that sequences are anchored at.
  private(set) var anchors = FlatRows<Anchor>()

  private var sequences: [[Element]] = []
  private var alternatives: [[(word: Int32, rest: [Int32])]] = []
  private var exact: [String: Int32] = [:]
  private var prefixes: [String: Int32] = [:]
  private var number: Int32?
  private var groups: [[[WordPattern]]: Int32] = [:]
  private var places: [WordSequence: Int] = [:]

  /// Adds a sequence, or finds the same one.
  mutating func add(_ sequence: WordSequence) -> Int {
    if let place = places[sequence] { return place }
    sequences.append(
      sequence.elements.map { element in
        Element(group: group(element.alternatives), isOptional: element.isOptional, gap: Int32(element.gap))
      })
    places[sequence] = sequences.count - 1
    return sequences.count - 1
  }

  /// Lays everything out for matching.
  ///
  /// - Parameter occurrences: how often each group occurs in text of the kind that is matched. A sequence is looked
  ///   for only where the rarest of its groups occurs, its anchor; nil to look for every group always.
  mutating func settle(occurrences: [Int]?) {
    elements = FlatRows(sequences)
    needed = FlatRows(
      sequences.map { elements in
        let must = elements.filter { !$0.isOptional }.map(\.group)
        guard let occurrences else { return must }
        return must.sorted { (occurrences[Int($0)], $0) < (occurrences[Int($1)], $1) }
      })
    rests = FlatRows()
    firsts = FlatRows(
      alternatives.map { alternatives in
        Dictionary(grouping: alternatives, by: \.word).sorted { $0.key < $1.key }.map { word, same in
          let start = Int32(rests.count)
          for alternative in same where !alternative.rest.isEmpty { rests.append(alternative.rest) }
          return First(
            word: word, isWhole: same.contains { $0.rest.isEmpty }, firstRest: start,
            endRest: Int32(rests.count))
        }
      })
    let anchored = occurrences == nil ? Set(0..<Int32(groupCount)) : Set(sequences.indices.map(anchor))
    var byWord = [[Anchor]](repeating: [], count: wordCount)
    for group in anchored.sorted() {
      for first in firsts[Int(group)] { byWord[Int(first.word)].append(Anchor(group: group, first: first)) }
    }
    anchors = FlatRows(byWord)
  }

  /// The rarest of the groups that must occur.
  func anchor(of sequence: Int) -> Int32 { needed[sequence].first ?? 0 }

  private mutating func group(_ written: [[WordPattern]]) -> Int32 {
    if let known = groups[written] { return known }
    let group = Int32(groupCount)
    groupCount += 1
    groups[written] = group
    alternatives.append(
      written.map { words in
        let ids = words.map { id(of: $0) }
        return (ids[0], Array(ids.dropFirst()))
      })
    return group
  }

  private mutating func id(of word: WordPattern) -> Int32 {
    let next = Int32(wordCount)
    switch word {
    case .exact(let text):
      if let known = exact[text] { return known }
      exact[text] = next
    case .prefix(let text):
      if let known = prefixes[text] { return known }
      prefixes[text] = next
    case .number:
      if let number { return number }
      number = next
    }
    wordCount += 1
    return next
  }

  /// The word patterns that a word meets, in ascending order.
  func patterns(of word: [UInt8]) -> [Int32] {
    let text = String(decoding: word, as: UTF8.self)
    var found: [Int32] = []
    if let id = exact[text] { found.append(id) }
    for length in 1...max(1, word.count) where length <= word.count {
      if let id = prefixes[String(decoding: word[..<length], as: UTF8.self)] { found.append(id) }
    }
    if let number, Numerals.isNumber(word) { found.append(number) }
    return found.sorted()
  }
}

/// Numbers in words.
enum Numerals {
  /// The values of the number words.
  static let words: [String: Int] = {
    var table = [
      "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
      "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
      "seventeen": 17, "eighteen": 18, "nineteen": 19, "hundred": 100, "thousand": 1000,
    ]
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    for (place, word) in tens.enumerated() { table[word] = (place + 2) * 10 }
    return table
  }()

  static func isNumber(_ word: [UInt8]) -> Bool {
    if let first = word.first, first.isDigit { return word.allSatisfy { $0.isDigit || $0 == 0x2E } }
    return words[String(decoding: word, as: UTF8.self)] != nil
  }
}
