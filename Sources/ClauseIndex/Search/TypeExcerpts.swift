// A clause and its type → the sentence that makes it one of the type.

internal import GRDB

/// Finds the sentences by which clauses are of one type, by classifying these clauses anew.
struct TypeExcerpts {
  /// Words in an excerpt.
  static let words = 40

  private var classifier: Classifier

  /// - Throws: ``IndexError`` for a pattern that can't be read.
  init(_ type: ClauseType, of catalogue: TypeCatalogue) throws(IndexError) {
    classifier = Classifier(try CompiledTypes.checked(catalogue.only([type.id])))
  }

  /// The sentence that decided, the words that matched between `**` marks; the beginning of the text where only
  /// title or headings did.
  mutating func of(_ clause: StoredClause, names: Set<[UInt8]>, _ database: Database) throws -> String {
    let text = try ClassifiedText(clause, database)
    let reading = classifier.read(text, names: names)
    let rules = classifier.types.rules
    let best = reading.typings.first?.evidence
      .filter { $0.excludedBy == nil && !$0.isTitle && rules[$0.rule].role != .heading }
      .min { rules[$0.rule].role.rawValue < rules[$1.rule].role.rawValue }
    guard let best else { return Snippets.beginning(of: clause.text) }
    return reading.sentences[best.sentence].excerpt(marking: best.words, of: text, words: Self.words)
  }
}

extension SentenceWords {
  /// Bytes between two words that still follow one another in the text: a mark, brackets, a line end.
  private static let farthest = 24

  /// Words that stand one after the other in one field.
  private struct Piece {
    var field: Field
    var lower: Int
    var upper: Int
    var mark: Range<Int>?
  }

  /// The sentence as it is written, cut to some words around those that are marked.
  func excerpt(marking marked: Range<Int>, of clause: ClassifiedText, words most: Int) -> String {
    var pieces: [Piece] = []
    for (index, place) in places.enumerated() {
      let (lower, upper) = (Int(place.lower), Int(place.upper))
      if let last = pieces.last, last.field == place.field, lower >= last.lower,
        lower - last.upper <= Self.farthest
      {
        pieces[pieces.count - 1].upper = max(last.upper, upper)
      } else {
        pieces.append(Piece(field: place.field, lower: lower, upper: upper))
      }
      if marked.contains(index) {
        let start = pieces[pieces.count - 1].mark?.lowerBound ?? lower
        pieces[pieces.count - 1].mark = start..<max(start, upper)
      }
    }
    var words: [String] = []
    for (index, piece) in pieces.enumerated() {
      if index > 0, pieces[index - 1].field == piece.field { words.append("…") }
      words += Self.text(of: piece, in: clause.bytes(of: piece.field)).split(whereSeparator: \.isWhitespace)
        .map(String.init)
    }
    return Self.cut(words, to: most)
  }

  /// A piece up to the blanks around it, with its marks.
  private static func text(of piece: Piece, in bytes: [UInt8]) -> String {
    guard piece.upper <= bytes.count else { return "" }
    var (lower, upper) = (piece.lower, piece.upper)
    while lower > 0, !bytes[lower - 1].isBlank { lower -= 1 }
    while upper < bytes.count, !bytes[upper].isBlank { upper += 1 }
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    guard let mark = piece.mark else { return string(lower..<upper) }
    return string(lower..<mark.lowerBound) + Snippets.mark + string(mark) + Snippets.mark
      + string(mark.upperBound..<upper)
  }

  /// The words around the mark, with `…` where some are left out.
  private static func cut(_ words: [String], to most: Int) -> String {
    guard words.count > most else { return words.joined(separator: " ") }
    let marked = words.firstIndex { $0.contains(Snippets.mark) } ?? 0
    let start = max(0, min(marked - most / 4, words.count - most))
    var text = words[start..<(start + most)].joined(separator: " ")
    if (text.split(separator: Snippets.mark, omittingEmptySubsequences: false).count - 1) % 2 == 1 {
      text += Snippets.mark
    }
    return (start > 0 ? "… " : "") + text + (start + most < words.count ? " …" : "")
  }
}

extension Searcher {
  /// Clauses by row, with what makes each of them one of a type.
  func typeExcerpts(
    _ type: ClauseType, of rows: [Int], _ catalogue: TypeCatalogue, _ database: Database
  ) throws -> [Int: (clause: StoredClause, excerpt: String)] {
    let stored = try StoredClause.fetch(rows: rows, from: database)
    var excerpts = try TypeExcerpts(type, of: catalogue)
    return try stored.mapValues { clause in
      let names = PlatformNames.words(of: platforms[platformOfDocument[clause.document]])
      return (clause, try excerpts.of(clause, names: names, database))
    }
  }
}
