import Testing

@testable import ClauseIndex

/// One place of a sequence, and the plainest way to look for it.
private struct Place {
  enum Word { case exact(String), prefix(String), number }

  var alternatives: [[Word]]
  var isOptional: Bool
  var gap: Int

  /// As it is written in a pattern.
  func source(_ chance: inout SeededGenerator) -> String {
    let written = alternatives.map { $0.map(Self.source).joined(separator: " ") }
    let gapText = gap == 0 ? "" : gap == 8 && Bool.random(using: &chance) ? ".. " : "..\(gap) "
    let isPlain = alternatives.count == 1 && alternatives[0].count == 1 && Bool.random(using: &chance)
    return gapText + (isPlain ? written[0] : "(\(written.joined(separator: "|")))") + (isOptional ? "?" : "")
  }

  private static func source(_ word: Word) -> String {
    switch word {
    case .exact(let text): text
    case .prefix(let text): text + "*"
    case .number: "#"
    }
  }

  private static func meets(_ word: Word, _ text: String) -> Bool {
    switch word {
    case .exact(let exact): text == exact
    case .prefix(let prefix): text.hasPrefix(prefix)
    case .number: text == "7" || text == "two"
    }
  }

  /// Whether the places can be filled one after another.
  ///
  /// - Parameters:
  ///   - at: the first word that may be taken.
  ///   - slack: how many words may be left out before it; nil before the first word of all.
  static func fit(_ places: ArraySlice<Place>, _ words: [String], at: Int = 0, slack: Int? = nil) -> Bool {
    guard let place = places.first else { return true }
    let last = slack.map { min(words.count, at + $0 + place.gap) } ?? words.count
    for start in at...last {
      for alternative in place.alternatives where start + alternative.count <= words.count {
        guard zip(alternative, words[start...]).allSatisfy({ meets($0, $1) }) else { continue }
        if fit(places.dropFirst(), words, at: start + alternative.count, slack: 0) { return true }
      }
    }
    guard place.isOptional else { return false }
    return fit(places.dropFirst(), words, at: at, slack: slack.map { $0 + place.gap })
  }
}

/// A random sequence with random conditions on the sentence.
private struct RandomPattern {
  var sequence: [Place]
  var conditions: [(isWanted: Bool, sequence: [Place])]
  var source: String

  static let vocabulary = ["ant", "bee", "beetle", "cat", "cattle", "two", "7"]

  init(_ chance: inout SeededGenerator) {
    sequence = Self.places(&chance, atMost: 4)
    source = Self.source(sequence, &chance)
    conditions = []
    while conditions.count < 2, Int.random(in: 0..<4, using: &chance) == 0 {
      let places = Self.places(&chance, atMost: 2)
      let isWanted = Bool.random(using: &chance)
      conditions.append((isWanted, places))
      source += (isWanted ? " & " : " ! ") + Self.source(places, &chance)
    }
  }

  private static func source(_ places: [Place], _ chance: inout SeededGenerator) -> String {
    var parts: [String] = []
    for place in places { parts.append(place.source(&chance)) }
    return parts.joined(separator: " ")
  }

  private static func places(_ chance: inout SeededGenerator, atMost most: Int) -> [Place] {
    var places = (0..<Int.random(in: 1...most, using: &chance)).map { number in
      Place(
        alternatives: (0..<[1, 1, 2, 3].randomElement(using: &chance)!).map { _ in
          (0..<[1, 1, 1, 2, 3].randomElement(using: &chance)!).map { _ -> Place.Word in
            switch Int.random(in: 0..<6, using: &chance) {
            case 0: .prefix(["be", "c", "cat", "a"].randomElement(using: &chance)!)
            case 1: .number
            default: .exact(vocabulary.randomElement(using: &chance)!)
            }
          }
        }, isOptional: Int.random(in: 0..<4, using: &chance) == 0,
        gap: number == 0 ? 0 : [0, 0, 1, 2, 3, 8].randomElement(using: &chance)!)
    }
    if places.allSatisfy(\.isOptional) { places[places.count - 1].isOptional = false }
    return places
  }

  func holds(in words: [String]) -> Bool {
    Place.fit(sequence[...], words)
      && conditions.allSatisfy { Place.fit($0.sequence[...], words) == $0.isWanted }
  }
}

@Suite("All patterns at once")
struct NaiveMatchTests {
  @Test("find what the plainest matcher finds, for two thousand random sequences", arguments: 1...10)
  func random(_ seed: Int) throws {
    var chance = SeededGenerator(seed: UInt64(seed))
    func sentence(_ most: Int) -> [String] {
      (0..<Int.random(in: 1...most, using: &chance)).map { _ in
        RandomPattern.vocabulary.randomElement(using: &chance)!
      }
    }
    var patterns: [RandomPattern] = []
    for _ in 0..<200 { patterns.append(RandomPattern(&chance)) }
    // Model clauses decide at which of its words a sequence is looked for first.
    let models = (0..<30).map { _ in sentence(12).joined(separator: " ") }
    var reader = try TypeReader(
      patterns.enumerated().map { number, pattern in
        .known("type-\(number)", strong: [pattern.source], models: number == 0 ? models : [])
      })
    var found = 0
    for _ in 0..<30 {
      let words = sentence(12)
      let types = Set(reader.types(ClassifiedText(words.joined(separator: " "))))
      let expected = Set(patterns.indices.filter { patterns[$0].holds(in: words) }.map { "type-\($0)" })
      found += expected.count
      for id in types.symmetricDifference(expected).sorted().prefix(3) {
        let pattern = patterns[Int(id.dropFirst(5))!]
        Issue.record(
          "`\(pattern.source)` \(expected.contains(id) ? "is missed" : "is found") in “\(words.joined(separator: " "))”"
        )
      }
    }
    #expect((600...5400).contains(found), "neither all nor nothing: \(found) of 6000")
  }
}
