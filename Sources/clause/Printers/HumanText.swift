// The lines that answers for people have in common.

internal import ClauseIndex

enum HumanText {
  /// "Spotify · Terms of Service › 4 Your content › 4.2 Voice cloning".
  static func head(_ platform: String, _ termsType: String, _ heading: String, _ title: String) -> String {
    var path = heading
    if !title.isEmpty, !heading.lowercased().hasSuffix(title.lowercased()) {
      path += path.isEmpty ? title : " › \(title)"
    }
    let parts = path.components(separator: " › ")
    // The outermost heading is the document's name, which the terms type says already.
    let shown = parts.count > 2 ? Array(parts.suffix(2)) : parts
    return Terminal.bold(platform) + " · \(termsType)"
      + (path.isEmpty ? "" : " › \(shown.joined(separator: " › "))")
  }

  /// " · changed 2026-03-31", or nothing.
  static func changed(_ moment: Timestamp?) -> String { moment.map { " · changed \($0.day)" } ?? "" }

  /// The last line of every answer: which corpus, of which date.
  static func foot(_ searcher: Searcher) -> String {
    let corpus = searcher.corpus
    let name = corpus.isSample ? "sample corpus (invented terms)" : corpus.name
    let date = corpus.date.map { " · \($0.prefix(10))" } ?? ""
    return "\n"
      + Terminal.dim(
        "\(name)\(date) · \(corpus.platforms) platforms, \(corpus.documents) documents, \(corpus.clauses) clauses"
      )
      + "\n"
  }
}

extension String {
  /// The parts between separators, by bytes: a heading has one for each of its levels.
  fileprivate func components(separator: String) -> [String] {
    let (bytes, mark) = (Array(utf8), Array(separator.utf8))
    var parts: [String] = []
    var (start, place) = (0, 0)
    while place + mark.count <= bytes.count {
      guard bytes[place] == mark[0], bytes[place..<(place + mark.count)].elementsEqual(mark) else {
        place += 1
        continue
      }
      parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
      place += mark.count
      start = place
    }
    if start < bytes.count { parts.append(String(decoding: bytes[start...], as: UTF8.self)) }
    return parts
  }
}
