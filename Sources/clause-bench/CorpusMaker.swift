// The clauses of an index → a folder of invented terms of any size, for measuring what happens at scale.

internal import ClauseIndex
internal import Foundation
internal import GRDB

/// Recombines sentences of an index into terms, laid out as `clause build --collection` reads them.
///
/// Each clause has the length, heading and title of a clause of the index and two thirds of its sentences; the others
/// come from anywhere. A seventh of the longer words give way to invented ones, drawn from a Zipf distribution whose size
/// grows with the corpus by Heaps' law, so that the vocabulary does as in real collections. 92 clauses a document and three
/// documents a service, as with the 325 platforms.
struct CorpusMaker {
  static let clausesPerDocument = 92
  static let documentTypes = ["Terms of Service", "Privacy Policy", "Community Guidelines"]

  /// A clause to be varied.
  private struct Pattern {
    var title: String
    var heading: String
    var sentences: [[Substring]]
  }

  private let patterns: [Pattern]
  private var chance: SeededGenerator
  private let vocabulary: Double

  /// - Parameters:
  ///   - clauses: how many are wanted.
  ///   - seed: what chance starts from.
  init(_ fullText: FullTextRoute, clauses: Int, seed: UInt64) throws {
    patterns = try fullText.read { database in
      try Row.fetchAll(database, sql: "SELECT title, heading, text FROM clause ORDER BY number").map { row in
        let (title, heading, text): (String, String, String) = (row[0], row[1], row[2])
        let sentences = text.replacingOccurrences(of: ". ", with: ".\n").split(separator: "\n")
        return Pattern(
          title: title, heading: heading.components(separatedBy: " › ").last ?? "",
          sentences: sentences.map { $0.split(separator: " ") })
      }.filter { !$0.sentences.isEmpty }
    }
    guard !patterns.isEmpty else { throw BenchError.noClauses }
    chance = SeededGenerator(seed: seed)
    let words = patterns.reduce(0) { $0 + $1.sentences.reduce(0) { $0 + $1.count } } / patterns.count
    vocabulary = 44 * Double(clauses * max(1, words)).squareRoot()
  }

  /// Writes about so many clauses into a folder, which must not exist yet.
  ///
  /// - Returns: documents written.
  mutating func write(_ clauses: Int, to folder: String) throws -> Int {
    guard !FileManager.default.fileExists(atPath: folder) else { throw BenchError.folderExists(path: folder) }
    let documents = (clauses + Self.clausesPerDocument - 1) / Self.clausesPerDocument
    let types = Self.documentTypes
    for number in 0..<documents {
      let service = "\(folder)/Service \(number / types.count + 1)"
      if number % types.count == 0 {
        try FileManager.default.createDirectory(atPath: service, withIntermediateDirectories: true)
      }
      let left = min(Self.clausesPerDocument, clauses - number * Self.clausesPerDocument)
      let type = types[number % types.count]
      try Data(document(type, clauses: left).utf8).write(to: URL(fileURLWithPath: "\(service)/\(type).md"))
    }
    return documents
  }

  private mutating func document(_ type: String, clauses: Int) -> String {
    var text = "# \(type)\n"
    for number in 0..<clauses {
      let pattern = patterns[Int.random(in: 0..<patterns.count, using: &chance)]
      if number % 8 == 0 { text += "\n## \(pattern.heading.isEmpty ? "General" : pattern.heading)\n" }
      text += "\n"
      if !pattern.title.isEmpty { text += "**\(pattern.title).** " }
      for sentence in pattern.sentences {
        let isOwn = Int.random(in: 0..<3, using: &chance) > 0
        append(isOwn ? sentence : anySentence(), to: &text)
      }
      text += "\n"
    }
    return text
  }

  private mutating func anySentence() -> [Substring] {
    let sentences = patterns[Int.random(in: 0..<patterns.count, using: &chance)].sentences
    return sentences[Int.random(in: 0..<sentences.count, using: &chance)]
  }

  private mutating func append(_ sentence: [Substring], to text: inout String) {
    for word in sentence {
      if word.utf8.count > 6, Int.random(in: 0..<7, using: &chance) == 0 {
        // The marks that end a sentence stay.
        text += inventedWord() + (word.last.map { $0.isPunctuation ? String($0) : "" } ?? "")
      } else {
        text += word
      }
      text += " "
    }
  }

  /// A word whose rank has a Zipf distribution: the logarithm of the rank is even.
  private mutating func inventedWord() -> String {
    var rank = Int(exp(Double.random(in: 0..<1, using: &chance) * log(vocabulary)))
    let (consonants, vowels) = (Array("bdfghjklmnprstvwz"), Array("aeiou"))
    var word = "x"
    repeat {
      word.append(vowels[rank % vowels.count])
      rank /= vowels.count
      word.append(consonants[rank % consonants.count])
      rank /= consonants.count
    } while rank > 0
    return word
  }
}
