// A document's passages, as the segmenter's tests ask for them.

import ClauseIndex

/// What the segmenter makes of a document written in a test.
struct Segmented {
  let source: [UInt8]
  let passages: [Passage]

  init(_ markdown: String) {
    self.init(Array(markdown.utf8))
  }

  init(_ bytes: [UInt8]) {
    source = bytes
    passages = Segmenter().segment(bytes)
  }

  var clauses: [Passage] { passages.filter { $0.kind == .clause } }
  var boilerplate: [Passage] { passages.filter { $0.kind == .boilerplate } }

  /// The first clause whose text contains `words`.
  func clause(_ words: String) -> Passage? {
    clauses.first { $0.text.contains(words) }
  }

  /// The bytes of a passage as they stand in the document.
  func source(of passage: Passage) -> String {
    String(decoding: source[passage.bytes], as: UTF8.self)
  }

  /// Whether the ranges are inside the document, in order, apart from each other, and trimmed.
  var hasSoundRanges: Bool {
    var end = 0
    var line = 1
    for passage in passages {
      guard passage.bytes.lowerBound >= end, !passage.bytes.isEmpty, passage.bytes.upperBound <= source.count,
        source[passage.bytes.lowerBound] > 0x20, source[passage.bytes.upperBound - 1] > 0x20,
        passage.lines.lowerBound >= line
      else { return false }
      end = passage.bytes.upperBound
      line = passage.lines.lowerBound
    }
    return true
  }
}
