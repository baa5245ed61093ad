// Clauses → postings: one pass over the fields of every clause, terms numbered as they come.

/// Gathers the postings of all clauses of an index, in the order of their rows.
struct PostingsBuilder {
  let vocabulary: Vocabulary
  private(set) var lists: [PostingList] = []
  /// Tokens of each clause over all fields, by row − 1: FTS5's document length.
  private(set) var lengths: [UInt32] = []
  /// Tokens of each clause's text alone.
  private(set) var words: [UInt32] = []
  /// Tokens of each clause's title, lead-in and text.
  private(set) var spans: [UInt32] = []
  /// Occurrences in text, title and heading of the clause being added: three numbers a term.
  private var counts: [Int32] = []
  private var seen: [Int32] = []
  /// The vectors of the clauses, one after another, and the length of each.
  private(set) var vectors: [Int8] = []
  private(set) var vectorLengths: [Float] = []
  let wordVectors: WordVectors
  /// Number in `wordVectors` of each term; −1 where it has no vector.
  private var wordOfTerm: [Int32] = []
  private var sum: TextVectorSum

  init(_ wordVectors: WordVectors) throws {
    vocabulary = try Vocabulary(expectedChunks: 200_000)
    self.wordVectors = wordVectors
    sum = TextVectorSum(dimensions: wordVectors.dimensions)
  }

  /// Adds the next clause; its row is the number of clauses added so far plus one.
  mutating func add(title: String, heading: String, leadIn: String, text: String) {
    var length: UInt32 = 0
    count(text, as: 0, &length)
    words.append(length)
    count(leadIn, as: 0, &length)
    count(title, as: 1, &length)
    spans.append(length)
    count(heading, as: 2, &length)
    lengths.append(length)
    let row = lengths.count
    for term in seen {
      let first = Int(term) * 3
      lists[Int(term)].append(
        Posting(
          row: row, text: Int(counts[first]), title: Int(counts[first + 1]), heading: Int(counts[first + 2])))
      addVector(of: term, frequency: Int(counts[first] + counts[first + 1]))
      counts[first] = 0
      counts[first + 1] = 0
      counts[first + 2] = 0
    }
    seen.removeAll(keepingCapacity: true)
    let vector = sum.take()
    vectors += vector.values
    vectorLengths.append(vector.length)
  }

  private mutating func addVector(of term: Int32, frequency: Int) {
    guard frequency > 0, wordOfTerm[Int(term)] >= 0 else { return }
    let word = Int(wordOfTerm[Int(term)])
    let weight = TextVectorSum.weight(frequency) * wordVectors.scales[word]
    wordVectors.withRow(word) { sum.add($0, weight: weight) }
  }

  private mutating func count(_ field: String, as kind: Int, _ length: inout UInt32) {
    for term in vocabulary.terms(of: field) {
      length += 1
      let first = Int(term) * 3
      while lists.count <= Int(term) {
        wordOfTerm.append(Int32(wordVectors.number(of: vocabulary.terms[lists.count]) ?? -1))
        lists.append(PostingList())
        counts.append(contentsOf: [0, 0, 0])
      }
      if counts[first] | counts[first + 1] | counts[first + 2] == 0 { seen.append(term) }
      counts[first + kind] += 1
    }
  }

  /// Length of each clause's vector under ``TermWeight`` and its own score under ``TermShare``, by row − 1.
  func normsAndScores() -> (norms: [Float], scores: [Float]) {
    var squares = [Float](repeating: 0, count: lengths.count)
    var scores = squares
    let average = TermShare.average(spans)
    let lengthParts = spans.map { TermShare.lengthPart(Float($0), average: average) }
    for list in lists {
      let rarity = TermWeight.rarity(clauses: list.count, of: lengths.count)
      let scoreRarity = TermShare.rarity(clauses: list.count, of: lengths.count)
      list.bytes.withUnsafeBytes { bytes in
        PostingList.forEach(in: bytes) { posting in
          let weight = TermWeight.weight(text: posting.text, title: posting.title, rarity: rarity)
          squares[posting.row - 1] += weight * weight
          let frequency = posting.text + posting.title
          guard frequency > 0 else { return }
          scores[posting.row - 1] += TermShare.score(
            frequency: Float(frequency), rarity: scoreRarity, lengthPart: lengthParts[posting.row - 1])
        }
      }
    }
    return (squares.map { $0.squareRoot() }, scores)
  }
}
