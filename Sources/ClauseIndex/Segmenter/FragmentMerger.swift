// Clauses too short to stand alone go with their neighbour: "Here's how:" with what follows.

/// Merges drafts that are no clauses by themselves.
struct FragmentMerger {
  /// Rows of a table without column names are gathered up to so many words; longer rows stand alone.
  private static let rows = 120
  private static let shortRow = 25
  /// A sentence of more words is no lead-in.
  private static let longestLead = 60
  /// A lead-in stands above at most so many drafts.
  private static let longestSeries = 12

  /// A lead-in that stands above the next drafts.
  private struct Lead {
    var sentence: String
    var headings: [String]
    /// Whether the drafts are numbered ones below the same headings; else each stands below its own heading.
    var isNumbered: Bool
    var last: [String]
    var uses = 1
  }

  private var result: [Draft] = []
  private var lead: Lead?

  static func merge(_ drafts: [Draft]) -> [Draft] {
    var merger = FragmentMerger()
    merger.result.reserveCapacity(drafts.count)
    for draft in drafts { merger.add(draft) }
    return merger.result
  }

  private mutating func add(_ draft: Draft) {
    guard let last = result.last else {
      result.append(draft)
      return
    }
    if last.headings == draft.headings, FragmentMerger.leadsInto(draft, last) {
      result[result.count - 1] = FragmentMerger.joined(last, draft)
    } else if FragmentMerger.areRows(last, draft) {
      var joined = last
      joined.parts += draft.parts
      joined.source = last.source.lowerBound..<draft.source.upperBound
      result[result.count - 1] = joined
    } else if let draft = announced(draft, by: last) {
      result.append(draft)
    } else {
      result.append(continued(draft))
    }
  }

  private static func joined(_ last: Draft, _ draft: Draft) -> Draft {
    var joined = draft
    joined.source = last.source.lowerBound..<draft.source.upperBound
    if let first = draft.parts.first, Definition.begins(first.text.bytes), last.parts.count == 1 {
      // Definitions stay apart: "In these terms:" leads into the first.
      joined.leadIn = last.parts[0].text.string
      joined.number = draft.number ?? last.number
      return joined
    }
    joined.kind = .clause
    joined.parts = last.parts + draft.parts
    joined.number = last.number ?? draft.number
    joined.title = last.title ?? draft.title
    return joined
  }

  /// Whether two short rows of one table without column names make one clause.
  private static func areRows(_ last: Draft, _ draft: Draft) -> Bool {
    guard let table = draft.table, table == last.table, last.kind == .clause, draft.kind == .clause,
      last.headings == draft.headings, draft.words <= shortRow, last.words + draft.words <= rows
    else { return false }
    return last.parts.allSatisfy { $0.words <= shortRow }
  }

  // MARK: Lead-ins

  /// The draft with the sentence that ends `last` with a colon as its lead-in; nil where that isn't so.
  private mutating func announced(_ draft: Draft, by last: Draft) -> Draft? {
    guard last.kind == .clause, draft.kind == .clause, draft.leadIn == nil, last.leadIn == nil,
      last.table == nil, let end = last.parts.last, last.parts.count == 1 || !end.isItem,
      Unit.ending(of: end.text.bytes) == .colon, draft.headings.starts(with: last.headings)
    else { return nil }
    let isDeeper = draft.headings.count > last.headings.count
    let isNumbered = draft.number.map { FragmentMerger.isBelow($0, last.number) } ?? false
    guard isDeeper || draft.number == nil || isNumbered else { return nil }
    guard let sentence = Sentences.ranges(in: end.text.bytes).last,
      end.text.countWords(in: sentence) <= FragmentMerger.longestLead
    else { return nil }
    var announced = draft
    let text = end.text.slice(sentence).string
    announced.leadIn = text
    let isWhole = last.parts.count == 1 && end.text.countWords(in: 0..<sentence.lowerBound) < 12
    if isWhole {
      announced.leadIn = end.text.string
      announced.source = last.source.lowerBound..<draft.source.upperBound
      announced.number = draft.number ?? last.number
      if last.isTitled, let title = last.title {
        if draft.isTitled {
          announced.leadIn = title + ": " + end.text.string
        } else {
          announced.title = title
        }
      }
      result.removeLast()
    } else {
      var rest = last
      let cut: Int
      if sentence.lowerBound > 0 {
        rest.parts[rest.parts.count - 1].text = end.text.slice(0..<sentence.lowerBound)
        cut = Int(end.text.origin[sentence.lowerBound - 1])
        rest.parts[rest.parts.count - 1].source = end.source.lowerBound..<max(end.source.lowerBound, cut)
      } else {
        rest.parts.removeLast()
        cut = end.source.lowerBound
      }
      rest.source = last.source.lowerBound..<max(last.source.lowerBound, cut)
      result[result.count - 1] = rest
      announced.source =
        min(max(cut, last.source.lowerBound), draft.source.lowerBound)..<draft.source.upperBound
    }
    // "By using the service, you agree:" above the whole document leads into its first section only.
    if isDeeper && last.headings.count > 1 || isNumbered && !isDeeper, let sentence = announced.leadIn {
      lead = Lead(
        sentence: sentence, headings: last.headings, isNumbered: !isDeeper, last: draft.headings)
    }
    return announced
  }

  /// Whether a number is of a lower kind than `above`: "(a)" or "4.2.1" below "4.2".
  private static func isBelow(_ number: String, _ above: String?) -> Bool {
    guard let above else { return true }
    if number.hasPrefix(above + ".") || number.hasPrefix(above + "(") { return true }
    return number.utf8.first?.isDigit != true && above.utf8.first?.isDigit == true
  }

  /// The draft with the lead-in that stands above it and the drafts before it.
  private mutating func continued(_ draft: Draft) -> Draft {
    guard var lead, lead.uses < FragmentMerger.longestSeries else {
      lead = nil
      return draft
    }
    lead.uses += 1
    guard draft.kind == .clause, draft.leadIn == nil else {
      if draft.kind == .clause { self.lead = nil }
      return draft
    }
    var continued = draft
    if lead.isNumbered {
      guard draft.headings == lead.headings, draft.number != nil else {
        self.lead = nil
        return draft
      }
      continued.leadIn = lead.sentence
    } else {
      guard draft.headings.count == lead.last.count, draft.headings.dropLast() == lead.last.dropLast() else {
        if draft.headings.count <= lead.last.count { self.lead = nil }
        return draft
      }
      // Further paragraphs below one heading stand without it.
      guard draft.headings != lead.last else { return draft }
      continued.leadIn = lead.sentence
      lead.last = draft.headings
    }
    self.lead = lead
    return continued
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
