// The clauses of an index → what comparing their texts needs, read once: stems, headings, contradictions, wordings.

internal import GRDB

/// What is read of the texts of all clauses, by row − 1.
struct ClauseTexts: Sendable {
  /// Stems of each text.
  let words: FlatRows<Int32>
  let headings: [HeadingVector]
  let polarities: [Polarity]
  let outlines: [OppositionOutline]
  /// Row of the first clause with the same wording, its own where it is the first; see ``SharingLevel/verbatim``.
  let wordings: [Int32]

  init(_ database: Database, _ reader: ProfileReader) throws {
    var texts: [(title: String, heading: String, leadIn: String, text: String)] = []
    let rows = try Row.fetchCursor(
      database, sql: "SELECT title, heading, lead_in, text FROM clause ORDER BY number")
    while let row = try rows.next() {
      texts.append((try row.value(0), try row.value(1), try row.value(2), try row.value(3)))
    }
    let all = texts
    let polarities = Pending { all.map { Polarity($0.text, leadIn: $0.leadIn) } }
    let words = FlatRows<Int32>()
    var headings: [HeadingVector] = []
    var wordings = WordingNumbers(reader.vocabulary)
    for text in texts {
      let stems = reader.vocabulary.terms(of: text.text)
      words.append(stems)
      headings.append(try HeadingVector(title: text.title, heading: text.heading, reader))
      wordings.append(text.text, stems)
    }
    self.words = words
    self.headings = headings
    self.wordings = wordings.numbers
    self.polarities = try polarities.value()
    outlines = self.polarities.map { OppositionOutline($0) }
  }

  /// Whether two clauses have the same words in the same order.
  @inline(__always)
  func areVerbatim(_ row: Int, _ other: Int) -> Bool { wordings[row - 1] == wordings[other - 1] }
}

/// Texts in order → for each the number of the first with the same wording.
private struct WordingNumbers {
  /// By text: number from 1 of the first with its wording.
  private(set) var numbers: [Int32] = []
  private let vocabulary: Vocabulary
  /// The first texts of each wording, by their stems.
  private var firsts: [[Int32]: [(number: Int32, text: String)]] = [:]

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  mutating func append(_ text: String, _ stems: [Int32]) {
    let number = Int32(numbers.count + 1)
    guard !stems.isEmpty else {
      numbers.append(number)
      return
    }
    if let known = firsts[stems] {
      let wording = Wording(text, vocabulary)
      if let same = known.first(where: { wording.isVerbatim(Wording($0.text, vocabulary)) }) {
        numbers.append(same.number)
        return
      }
    }
    firsts[stems, default: []].append((number, text))
    numbers.append(number)
  }
}
