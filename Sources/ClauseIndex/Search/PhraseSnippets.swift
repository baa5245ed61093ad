// The texts of some clauses and the words that were looked for → the parts that match best, the words marked.

/// Makes of a text what FTS5's `snippet()` would make of it, without asking FTS5, which looks the clause up in the
/// postings of every word first: for frequent words that takes longer than all the rest of a search.
///
/// The rules are FTS5's (`fts5SnippetFunction` in https://sqlite.org/src/file/ext/fts5/fts5_aux.c): of the stretches
/// that begin at a match, or at the sentence of a match, the one that holds the most phrases wins.
struct PhraseSnippets {
  private let vocabulary: Vocabulary
  /// The terms of each phrase; a word is a phrase of one.
  private let phrases: [[Int32]]
  /// By byte, whether a term begins with it.
  private let isFirst: [Bool]

  /// - Returns: nil where only FTS5 knows what matches: words near each other, and beginnings of words.
  init?(_ terms: [Query.Term], _ vocabulary: Vocabulary) {
    var phrases: [[Int32]] = []
    var isFirst = [Bool](repeating: false, count: 256)
    for term in terms {
      switch term {
      case .word(let text), .phrase(let text): phrases.append(text.hasWord ? vocabulary.terms(of: text) : [])
      case .near, .prefix: return nil
      }
    }
    for number in phrases.joined() {
      if let first = vocabulary.terms[Int(number)].utf8.first { isFirst[Int(first)] = true }
    }
    self.vocabulary = vocabulary
    self.phrases = phrases.filter { !$0.isEmpty }
    self.isFirst = isFirst
  }

  /// The excerpt of a clause's text; nil where no field of the clause holds any of the phrases.
  func snippet(of clause: StoredClause) -> String? {
    var text = clause.text
    return text.withUTF8 { bytes in
      let tokens = Tokens(bytes, vocabulary, isFirst)
      let matches = tokens.matches(of: phrases)
      if matches.isEmpty, ![clause.title, clause.heading, clause.leadIn].contains(where: holdsPhrase) {
        return nil
      }
      let start = tokens.bestStart(matches, phrases: phrases.count, words: Snippets.words)
      return tokens.marked(matches, from: start, words: Snippets.words)
    }
  }

  private func holdsPhrase(_ field: String) -> Bool {
    var field = field
    return field.withUTF8 { !Tokens($0, vocabulary, isFirst).matches(of: phrases).isEmpty }
  }
}

/// Where a phrase stands in a text.
private struct PhraseMatch {
  var phrase: Int
  /// Number of its first token in the text.
  var place: Int
  /// Tokens of the phrase.
  var length: Int
}

/// The tokens of a text.
private struct Tokens {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var terms: [Int32] = []
  private var starts: [Int] = []
  private var ends: [Int] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ vocabulary: Vocabulary, _ isFirst: [Bool]) {
    self.bytes = bytes
    terms.reserveCapacity(bytes.count / 5)
    starts.reserveCapacity(bytes.count / 5)
    ends.reserveCapacity(bytes.count / 5)
    vocabulary.forEachToken(in: bytes, beginningWith: isFirst) { term, start, end in
      terms.append(term)
      starts.append(start)
      ends.append(end)
    }
  }

  /// All matches in order; of those at one place in the order of the phrases.
  func matches(of phrases: [[Int32]]) -> [PhraseMatch] {
    var found: [PhraseMatch] = []
    for (place, term) in terms.enumerated() where term >= 0 {
      for (number, phrase) in phrases.enumerated()
      where phrase[0] == term && place + phrase.count <= terms.count
        && phrase.indices.dropFirst().allSatisfy({ terms[place + $0] == phrase[$0] })
      {
        found.append(PhraseMatch(phrase: number, place: place, length: phrase.count))
      }
    }
    return found
  }

  /// The token at which the best stretch of so many words begins.
  func bestStart(_ matches: [PhraseMatch], phrases: Int, words: Int) -> Int {
    var best = (score: 0, start: 0)
    let sentences = matches.isEmpty || terms.count <= words ? [] : sentences
    for match in matches {
      let own = score(matches, phrases, from: match.place, words)
      if own.score > best.score {
        // In the middle, where the text is long enough.
        let middle = own.first - (words - (own.end - own.first)) / 2
        best = (own.score, max(0, min(middle, terms.count - words)))
      }
      guard let sentence = sentences.last(where: { $0 <= match.place }), sentence < match.place else {
        continue
      }
      // A stretch that begins as a sentence does reads better, one at the beginning of the text best.
      let whole = score(matches, phrases, from: sentence, words).score + (sentence == 0 ? 120 : 100)
      if whole > best.score { best = (whole, sentence) }
    }
    return best.start
  }

  /// 1,000 for each phrase in a stretch, 1 for each repetition; and where the matches in it begin and end.
  private func score(
    _ matches: [PhraseMatch], _ phrases: Int, from start: Int, _ words: Int
  ) -> (score: Int, first: Int, end: Int) {
    var seen = [Bool](repeating: false, count: phrases)
    var result = (score: 0, first: -1, end: 0)
    for match in matches where match.place >= start && match.place < start + words {
      result.score += seen[match.phrase] ? 1 : 1000
      seen[match.phrase] = true
      if result.first < 0 { result.first = match.place }
      result.end = match.place + match.length
    }
    return result
  }

  /// The tokens that begin a sentence: the first, and those after a full stop or colon and white space.
  private var sentences: [Int] {
    starts.indices.filter { token in
      guard token > 0 else { return true }
      var place = starts[token] - 1
      while place >= 0, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place -= 1 }
      return place >= 0 && place < starts[token] - 1
        && (bytes[place] == UInt8(ascii: ".") || bytes[place] == UInt8(ascii: ":"))
    }
  }

  /// A stretch of the text with its matches between marks.
  func marked(_ matches: [PhraseMatch], from first: Int, words: Int) -> String {
    let last = first + words - 1
    var result: [UInt8] = first > 0 ? Array("…".utf8) : []
    var written = first > 0 && first < starts.count ? starts[first] : 0
    func write(to end: Int) {
      if end > written { result += bytes[written..<end] }
      written = max(written, end)
    }
    var rest = merged(matches).drop { $0.lowerBound < first }
    while let match = rest.popFirst(), match.lowerBound <= last {
      write(to: starts[match.lowerBound])
      result += Snippets.mark.utf8
      write(to: ends[min(match.upperBound - 1, last)])
      result += Snippets.mark.utf8
    }
    if last >= terms.count - 1 {
      write(to: bytes.count)
    } else {
      write(to: ends[last])
      result += "…".utf8
    }
    return String(decoding: result, as: UTF8.self).singleLine
  }

  /// The tokens of matches, of such as overlap together.
  private func merged(_ matches: [PhraseMatch]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for match in matches {
      if let before = merged.last, match.place < before.upperBound {
        merged[merged.count - 1] =
          before.lowerBound..<max(before.upperBound, match.place + match.length)
      } else {
        merged.append(match.place..<(match.place + match.length))
      }
    }
    return merged
  }
}
