// Passages of one document → the rows that the index stores for it.

/// What the index keeps of one clause.
struct ClauseRow: Sendable {
  var id: String
  var position: Int
  var printedNumber: String?
  var title: String
  var heading: String
  var leadIn: String
  var text: String
  var sha256: [UInt8]
  var bytes: Range<Int>
  var lines: ClosedRange<Int>
}

/// What the index keeps of one passage that is part of the page and no clause.
struct BoilerplateRow: Sendable {
  var position: Int
  var text: String
  var bytes: Range<Int>
  var lines: ClosedRange<Int>
}

/// The rows of one document, in reading order.
struct DocumentRows: Sendable {
  var clauses: [ClauseRow] = []
  var boilerplate: [BoilerplateRow] = []

  /// Between the headings of a heading path.
  static let headingSeparator = " › "

  /// Segments a document and makes its rows; record ids are not yet told apart within a platform.
  init(_ loaded: LoadedDocument) {
    let document = loaded.document
    for (position, passage) in Segmenter().segment(loaded.bytes).enumerated() {
      switch loaded.isForeign(passage.bytes) ? .boilerplate : passage.kind {
      case .clause:
        let text = passage.text
        clauses.append(
          ClauseRow(
            id: RecordID.clause(
              platform: document.platform, termsType: document.termsType, normalizedText: text.normalizedWords
            ),
            position: position, printedNumber: passage.number, title: passage.title ?? "",
            heading: passage.headings.joined(separator: Self.headingSeparator), leadIn: passage.leadIn ?? "",
            text: text, sha256: Digest.sha256(Array(text.utf8)), bytes: passage.bytes, lines: passage.lines))
      case .boilerplate:
        boilerplate.append(
          BoilerplateRow(
            position: position, text: passage.text, bytes: passage.bytes, lines: passage.lines))
      }
    }
  }
}

extension String {
  /// The words of a text for telling whether two texts are the same.
  ///
  /// Lower case, letters and digits only, one space between words: punctuation, typography and white space make
  /// no difference.
  var normalizedWords: String {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var gap = false
    for scalar in unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        let byte = UInt8(value)
        let isLetter = (byte | 0x20) &- 0x61 < 26
        guard isLetter || byte &- 0x30 < 10 else {
          gap = true
          continue
        }
        if gap, !result.isEmpty { result.append(0x20) }
        gap = false
        result.append(isLetter ? byte | 0x20 : byte)
      } else if value == 0x2019 || value == 0x2018 {
        gap = true  // a typographic apostrophe parts words as the ASCII one does
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if gap, !result.isEmpty { result.append(0x20) }
        gap = false
        result.append(contentsOf: Array(scalar.properties.lowercaseMapping.utf8))
      } else {
        gap = true
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
