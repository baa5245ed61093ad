// Passages of more than 250 words are split at sentences and list items into pieces of 80–200 words.

/// Splits over-long drafts.
enum PassageSplitter {
  /// A sentence or a list item.
  private struct Atom {
    var part: Int
    var text: PlainText
    var source: Range<Int>
    var words: Int
  }

  /// The draft itself, or the pieces that it is split into.
  static func pieces(of draft: Draft) -> [Draft] {
    let total = draft.words
    guard total > PassageWriter.longest, draft.kind == .clause else { return [draft] }
    let atoms = atoms(of: draft)
    let count = max(2, (total + PassageWriter.piece / 2) / PassageWriter.piece)
    let target = total / count
    var groups: [[Atom]] = [[]]
    var (words, left) = (0, total)
    for atom in atoms {
      let isFull = words > 0 && words + atom.words / 2 >= target
      let leads = groups.last?.last.map { Unit.ending(of: $0.text.bytes) == .colon } ?? false
      if isFull, left >= 60, !leads || words > 2 * target {
        groups.append([])
        words = 0
      }
      groups[groups.count - 1].append(atom)
      words += atom.words
      left -= atom.words
    }
    let lead = draft.parts.first.flatMap {
      $0.isItem ? nil : Sentences.ranges(in: $0.text.bytes).last.map($0.text.slice).map(withoutItem)
    }
    return groups.filter { !$0.isEmpty }.enumerated().map { index, group in
      var piece = draft
      piece.parts = parts(group, of: draft)
      let start = index == 0 ? draft.source.lowerBound : group[0].source.lowerBound
      let end = index == groups.count - 1 ? draft.source.upperBound : group[group.count - 1].source.upperBound
      piece.source = start..<max(start, end)
      if index > 0 {
        let only = piece.parts.count == 1 ? piece.parts.first?.label : nil
        piece.number = only.map { $0.last == "." ? String($0.dropLast()) : $0 }
        if draft.parts[group[0].part].isItem, let lead { piece.leadIn = lead.string }
      }
      return piece
    }
  }

  /// A lead-in without the first item that the page set into its paragraph: "… not: (i) copy;".
  private static func withoutItem(_ lead: PlainText) -> PlainText {
    guard let colon = lead.bytes.lastIndex(of: UInt8(ascii: ":")), lead.bytes.has(": (", at: colon) else {
      return lead
    }
    return lead.slice(0..<colon + 1)
  }

  private static func atoms(of draft: Draft) -> [Atom] {
    draft.parts.indices.flatMap { index -> [Atom] in
      let part = draft.parts[index]
      if part.isItem, part.words <= PassageWriter.longest {
        return [Atom(part: index, text: part.text, source: part.source, words: part.words)]
      }
      var start = part.source.lowerBound
      return Sentences.ranges(in: part.text.bytes).map { range in
        let isLast = range.upperBound >= part.text.count
        let end = isLast ? part.source.upperBound : Int(part.text.origin[range.upperBound])
        defer { start = end }
        let text = part.text.slice(range)
        return Atom(part: index, text: text, source: min(start, end)..<end, words: text.wordCount)
      }
    }
  }

  /// Joins the sentences of a group that come from one part.
  private static func parts(_ group: [Atom], of draft: Draft) -> [Draft.Part] {
    var result: [Draft.Part] = []
    var last = -1
    for atom in group {
      if atom.part == last, !result.isEmpty {
        result[result.count - 1].text.append(atom.text, separator: 0x20)
        result[result.count - 1].source = result[result.count - 1].source.lowerBound..<atom.source.upperBound
      } else {
        var part = draft.parts[atom.part]
        part.text = atom.text
        part.source = atom.source
        result.append(part)
      }
      last = atom.part
    }
    return result
  }
}
