// Drafts enter, passages leave: long ones split, fragments merged, texts printed, bytes and lines set.

/// Turns drafts into passages.
struct PassageWriter {
  /// A passage of more words is split.
  static let longest = 250
  /// Pieces of a split passage have about so many words.
  static let piece = 150

  private let source: [UInt8]
  private let lineStarts: [Int]

  init(_ source: [UInt8]) {
    self.source = source
    var starts = [0]
    for index in source.indices where source[index] == 0x0A { starts.append(index + 1) }
    lineStarts = starts
  }

  /// The passages of the drafts, in order, their byte ranges apart from each other.
  func passages(of drafts: [Draft]) -> [Passage] {
    var result: [Passage] = []
    result.reserveCapacity(drafts.count)
    var end = 0
    for draft in FragmentMerger.merge(drafts) {
      for piece in PassageSplitter.pieces(of: draft) {
        let range = source.trimmed(max(end, piece.source.lowerBound)..<max(end, piece.source.upperBound))
        let text = self.text(of: piece)
        guard !range.isEmpty, !text.isEmpty else { continue }
        end = range.upperBound
        result.append(
          Passage(
            kind: piece.kind, headings: piece.headings, number: piece.number, title: piece.title,
            leadIn: piece.leadIn, text: text, bytes: range,
            lines: line(of: range.lowerBound)...line(of: range.upperBound - 1)))
      }
    }
    return result
  }

  private func text(of draft: Draft) -> String {
    let isList = draft.parts.count > 1
    return draft.parts.map { part in
      guard part.isItem, isList else { return part.text.string }
      return part.label.map { "• \($0) \(part.text.string)" } ?? "• " + part.text.string
    }.joined(separator: "\n")
  }

  private func line(of byte: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= byte { low = middle } else { high = middle }
    }
    return low + 1
  }
}
