// Patterns → tables in which all of them are looked for at once: groups of words, sequences of groups.

/// The sequences of many patterns, with what they have in common held once.
struct PatternTable: Sendable {
  /// A sequence whose elements are groups of words.
  struct Sequence: Sendable {
    struct Element: Sendable {
      var group: Int32
      var isOptional: Bool
      var gap: Int32
    }
    var elements: [Element]
    /// The group that is rarest in text: the sequence is looked for only where it occurs.
    var anchor: Int32
    /// The groups that must occur.
    var needed: [Int32]
  }

  /// The alternatives of a group that begin with the same word.
  struct First: Sendable {
    var word: Int32
    /// Whether the word is an alternative by itself.
    var isWhole: Bool
    /// The words that follow in the longer ones.
    var rests: [[Int32]]
  }

  private(set) var sequences: [Sequence] = []
  private(set) var groupCount = 0
  /// By group: its alternatives, gathered by first word.
  private(set) var firsts: [[First]] = []
  /// By word pattern: the groups with an alternative that begins with it, of those that sequences are anchored at.
  private(set) var anchors: [[Int32]] = []
  /// Word patterns.
  private(set) var wordCount = 0
  private var exact: [String: Int32] = [:]
  private var prefixes: [String: Int32] = [:]
  private var number: Int32?
  private var groups: [[[WordPattern]]: Int32] = [:]
  private var places: [WordSequence: Int] = [:]

  /// Adds a sequence, or finds the same one.
  mutating func add(_ sequence: WordSequence) -> Int {
    if let place = places[sequence] { return place }
    let elements = sequence.elements.map { element in
      Sequence.Element(
        group: group(element.alternatives), isOptional: element.isOptional, gap: Int32(element.gap))
    }
    let needed = elements.filter { !$0.isOptional }.map(\.group)
    sequences.append(Sequence(elements: elements, anchor: needed.first ?? 0, needed: needed))
    places[sequence] = sequences.count - 1
    return sequences.count - 1
  }

  /// Tells by which words the groups begin that are to be looked for in every sentence.
  mutating func lookAlways(for groups: some Swift.Sequence<Int32>) {
    anchors = Array(repeating: [], count: wordCount)
    for group in groups {
      for first in firsts[Int(group)] { anchors[Int(first.word)].append(group) }
    }
  }

  /// Chooses the anchor of every sequence: of the groups that must occur the one with the fewest occurrences.
  mutating func chooseAnchors(occurrences: [Int]) {
    for index in sequences.indices {
      sequences[index].anchor =
        sequences[index].needed.min { occurrences[Int($0)] < occurrences[Int($1)] } ?? 0
    }
  }

  private mutating func group(_ alternatives: [[WordPattern]]) -> Int32 {
    if let known = groups[alternatives] { return known }
    let group = Int32(groupCount)
    groupCount += 1
    firsts.append([])
    groups[alternatives] = group
    for alternative in alternatives {
      let ids = alternative.map { id(of: $0) }
      let place = firsts[Int(group)].firstIndex { $0.word == ids[0] } ?? firsts[Int(group)].count
      if place == firsts[Int(group)].count {
        firsts[Int(group)].append(First(word: ids[0], isWhole: false, rests: []))
      }
      if ids.count == 1 {
        firsts[Int(group)][place].isWhole = true
      } else {
        firsts[Int(group)][place].rests.append(Array(ids.dropFirst()))
      }
    }
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
