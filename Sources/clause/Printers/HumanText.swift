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
  fileprivate func components(separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    if !rest.isEmpty { parts.append(String(rest)) }
    return parts
  }
}
