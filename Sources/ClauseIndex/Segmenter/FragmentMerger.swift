// Clauses too short to stand alone go with their neighbour: "Here's how:" with what follows.

/// Merges drafts that are no clauses by themselves.
enum FragmentMerger {
  static func merge(_ drafts: [Draft]) -> [Draft] {
    var result: [Draft] = []
    result.reserveCapacity(drafts.count)
    for draft in drafts {
      if let last = result.last, last.kind == .clause, draft.kind == .clause, last.headings == draft.headings,
        last.words <= 30, let end = last.parts.last, !end.isItem, last.leadIn == nil,
        Unit.ending(of: end.text.bytes) == .colon
      {
        var joined = draft
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
}
