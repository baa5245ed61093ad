// Clauses too short to stand alone go with their neighbour: "Here's how:" with what follows.

/// Merges drafts that are no clauses by themselves.
enum FragmentMerger {
  static func merge(_ drafts: [Draft]) -> [Draft] {
    var result: [Draft] = []
    result.reserveCapacity(drafts.count)
    for draft in drafts {
      if let last = result.last, last.headings == draft.headings, leadsInto(draft, last) {
        var joined = draft
        if let first = draft.parts.first, Definition.begins(first.text.bytes), last.parts.count == 1 {
          // Definitions stay apart: "In these terms:" leads into the first.
          joined.leadIn = last.parts[0].text.string
          joined.number = draft.number ?? last.number
          joined.source = last.source.lowerBound..<draft.source.upperBound
          result[result.count - 1] = joined
          continue
        }
        joined.kind = .clause
        joined.parts = last.parts + draft.parts
        joined.number = last.number ?? draft.number
        joined.title = last.title ?? draft.title
        joined.source = last.source.lowerBound..<draft.source.upperBound
        result[result.count - 1] = joined
      } else {
        result.append(draft)
      }
    }
    return result
  }

  /// Whether `last` ends with a colon and what it announces is `draft`.
  private static func leadsInto(_ draft: Draft, _ last: Draft) -> Bool {
    guard last.kind == .clause, let end = last.parts.last, last.leadIn == nil,
      Unit.ending(of: end.text.bytes) == .colon, end.words <= 60
    else { return false }
    if draft.kind == .clause { return last.words <= 30 && !end.isItem && draft.number == nil }
    // The address after "write to us at:".
    let link = draft.parts.allSatisfy { part in
      part.text.share(of: .link, in: 0..<part.text.count) > 0.8
        && !part.text.bytes.contains(UInt8(ascii: "@"))
    }
    return draft.words <= 50 && !link
  }
}
