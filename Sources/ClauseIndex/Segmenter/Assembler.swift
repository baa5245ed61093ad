// The tree of units enters, drafts of passages leave: which units make one clause, under which headings.

/// Decides where clauses begin and end.
struct Assembler {
  private(set) var drafts: [Draft] = []
  private var path = HeadingPath(documentTitle: nil)
  /// The letters of the document's headings: a list of them is a table of contents.
  private let headings: Set<[UInt8]>

  /// Prepares to assemble the units of one document.
  init(_ units: [Unit]) {
    headings = Set(units.lazy.filter(\.isHeading).map(Assembler.letters))
  }

  /// Begins one of the pages that the document is made of: no heading of the page before stands above it.
  mutating func begin(_ page: [Unit]) {
    path = HeadingPath(documentTitle: DocumentTitle.find(in: page))
  }

  private static func letters(_ unit: Unit) -> [UInt8] {
    unit.text.bytes.lazy.filter { $0.isASCIILetter || $0 >= 0x80 }.map(\.lowered)
  }

  /// What an item of a list inherits from the sentence above the list.
  struct Lead {
    var sentence: String
    var title: String?
    var number: String?
    /// Bytes of the lead-in that no draft has claimed: the first item's draft does.
    var unclaimed: Range<Int>?
  }

  /// Assembles sibling nodes in reading order.
  mutating func assemble(_ nodes: [Node], lead: Lead? = nil) {
    var lead = lead
    var index = 0
    while index < nodes.count {
      switch nodes[index] {
      case .unit(let unit):
        let next = index + 1 < nodes.count ? nodes[index + 1] : nil
        if take(heading: unit, before: next) {
          // The sentence above a list leads into its items, not into the sections in them.
          if let open = lead, open.unclaimed == nil { lead = nil }
          index += 1
        } else if case .list(let items)? = next, unit.isText,
          announces(unit, items) || soleHeading(items, above: nodes.dropFirst(index + 2).first) == nil,
          unit.ending == .colon || !Boilerplate.matches(unit)
        {
          index += 1 + take(unit, items, tail: nodes.dropFirst(index + 2).first, lead: &lead)
        } else if unit.isPartOfRow, index > 0, join(unit, below: nodes[index - 1]) {
          index += 1
        } else if case let labels = Labels.count(in: nodes[index...]), labels > 1 {
          let units = nodes[index..<index + labels].flatMap(\.units)
          add(units.map { part($0) }, kind: .clause, number: nil, title: nil, lead: lead)
          lead?.unclaimed = nil
          index += labels
        } else if isStray(unit, after: index > 0 ? nodes[index - 1] : nil, before: next) {
          add([part(unit)], kind: .boilerplate, number: unit.numbering, title: nil, lead: nil)
          index += 1
        } else {
          emit([part(unit)], of: unit, lead: &lead)
          index += 1
        }
      case .list(let items):
        index += take(nil, items, tail: nodes.dropFirst(index + 1).first, lead: &lead)
      }
    }
  }

  /// A few words without full stop among paragraphs: a link, a label.
  ///
  /// In a row of such lines each may be a provision: "Illegal acts", "Acts that promote them".
  private func isStray(_ unit: Unit, after last: Node?, before next: Node?) -> Bool {
    func isLine(_ node: Node?) -> Bool {
      guard case .unit(let other)? = node else { return false }
      return other.isText && other.ending == .none && !Boilerplate.matches(other)
    }
    guard unit.isText, unit.ending == .none, unit.words <= 8, unit.numbering == nil, unit.item < 0,
      unit.beginsUpper
    else { return false }
    if case .unit(let above)? = last, above.ending == .colon { return false }
    return !isLine(last) && !isLine(next)
  }

  // MARK: Headings

  private mutating func take(heading unit: Unit, before next: Node?) -> Bool {
    let rank: Int
    if case .heading(let level) = unit.kind {
      guard !Boilerplate.isPageHeading(unit) else { return false }
      rank = level * HeadingShape.Rank.markdown
    } else if path.entries.isEmpty, path.isDocumentTitle(unit.text.string), unit.isText {
      rank = HeadingShape.Rank.markdown
    } else if let found = HeadingShape.rank(of: unit, next: next?.units.first) {
      if case .list(let items)? = next, unit.ending == .colon, !items.contains(where: { $0.nodes.count > 1 }),
        unit.strong < 0.9
      {
        return false
      }
      rank = found
    } else if let below = next?.units.first, !below.beginsLower, unit.item < 0,
      path.isNext(unit.numbering), HeadingShape.isTitleLike(unit)
    {
      rank = HeadingShape.Rank.numbered
    } else {
      return false
    }
    push(unit, rank: rank, isItem: unit.item >= 0 && unit.isText)
    return true
  }

  private mutating func push(_ unit: Unit, rank: Int, isItem: Bool = false) {
    var numbering = unit.numbering
    var printed = unit.text.onOneLine().string
    var title = printed
    if unit.isHeading, numbering != nil {
      if let numbering { title = unit.text.slice(numbering.length..<unit.text.count).string }
    } else if let numbering, numbering.style != .bullet {
      printed = numbering.printed + " " + printed
    } else if numbering == nil, let bare = Numbering(heading: unit.text.bytes), bare.style == .dotted,
      bare.length < unit.text.count, unit.text.bytes[bare.length].isUpper
    {
      // "10 DATA SUBJECT RIGHTS": no mark sets the number apart.
      numbering = bare
      title = unit.text.slice(bare.length..<unit.text.count).string
    } else if numbering == nil, case let length = Numbering.mixedLength(unit.text.bytes), length > 0 {
      title = unit.text.slice(length..<unit.text.count).string
    }
    path.push(
      HeadingPath.Entry(
        rank: rank, printed: printed, title: RunInTitle.withoutMarks(title),
        components: numbering?.components ?? [], isItem: isItem))
  }

  // MARK: Lists

  /// Takes a list with the unit above it and a tail below it; returns how many nodes after the lead it took.
  private mutating func take(_ above: Unit?, _ items: [Node.Item], tail: Node?, lead: inout Lead?) -> Int {
    if above == nil, let heading = soleHeading(items, above: tail) {
      push(heading, rank: HeadingShape.Rank.numbered, isItem: true)
      return 1
    }
    for item in items { path.note(item.numbering) }
    if above == nil, items.count == 1, let only = items.first {
      assemble(only.nodes, lead: lead)
      return 1
    }
    switch isContents(items) ? .boilerplate : ListVerdict(above, items) {
    case .boilerplate:
      if let above { emit([part(above)], of: above, lead: &lead) }
      let units = items.flatMap(\.units)
      add(units.map { part($0, isItem: true) }, kind: .boilerplate, number: nil, title: nil, lead: nil)
      return 1
    case .together:
      var parts = above.map { [part($0)] } ?? []
      parts += items.flatMap(\.units).map { part($0, isItem: true) }
      var taken = 1
      if case .unit(let unit)? = tail, unit.isText, unit.beginsLower, unit.numbering == nil {
        parts.append(part(unit))
        taken = 2
      }
      if let above {
        emit(parts, of: above, lead: &lead)
      } else {
        add(parts, kind: .clause, number: nil, title: nil, lead: lead)
        lead?.unclaimed = nil
      }
      return taken
    case .apart:
      var inner = lead
      if let above { inner = split(above, lead: &lead) }
      for item in items { take(item, lead: &inner) }
      if above == nil { lead?.unclaimed = nil }
      return 1
    }
  }

  /// A table of contents: a list of the document's own headings.
  private func isContents(_ items: [Node.Item]) -> Bool {
    guard items.count >= 3 else { return false }
    let units = items.flatMap(\.units)
    if path.entries.isEmpty, units.allSatisfy({ $0.words <= 3 && $0.ending == .none }) { return true }
    let hits = units.count { headings.contains(Assembler.letters($0)) }
    return hits * 10 >= units.count * 6
  }

  private mutating func take(_ item: Node.Item, lead: inout Lead?) {
    let before = path
    if item.nodes.count > 1, case .unit(let unit)? = item.nodes.first, unit.isText,
      isListedHeading(unit, next: item.nodes[1])
    {
      push(unit, rank: HeadingShape.Rank.numbered, isItem: true)
      let leads = lead.map { Unit.ending(of: Array($0.sentence.utf8)) == .colon } ?? false
      assemble(Array(item.nodes.dropFirst()), lead: leads ? lead : nil)
      if leads { lead?.unclaimed = nil }
      path = before
      return
    }
    assemble(item.nodes, lead: lead)
    lead?.unclaimed = nil
    if item.nodes.count > 1 { path = before }
  }

  /// Whether the unit above a list of one plain item leads into it: "We share it with:", "We share it with...".
  private func announces(_ unit: Unit, _ items: [Node.Item]) -> Bool {
    guard unit.ending == .colon || unit.text.bytes.suffix(3).elementsEqual("...".utf8), unit.words >= 3,
      let item = items.first?.first
    else { return false }
    return item.numbering == nil && item.strong < 0.5 && item.emphasis < 0.5
  }

  /// The heading that a list of one item is, where it stands between paragraphs.
  private func soleHeading(_ items: [Node.Item], above next: Node?) -> Unit? {
    guard items.count == 1, items[0].nodes.count == 1, case .unit(let unit)? = items[0].nodes.first,
      isListedHeading(unit, next: next)
    else { return nil }
    return unit
  }

  /// Whether a list item is the heading of the paragraphs in it or below it.
  private func isListedHeading(_ unit: Unit, next: Node?) -> Bool {
    guard let next, unit.isText, let below = next.units.first else { return false }
    // "Examples include: …"
    if unit.numbering == nil, unit.strong < 0.5, unit.emphasis < 0.5,
      unit.text.bytes.dropLast().contains(UInt8(ascii: ":"))
    {
      return false
    }
    if HeadingShape.rank(of: unit, next: below) != nil { return true }
    guard unit.ending == .none, unit.beginsUpper, unit.numbering != nil else { return false }
    if !below.beginsLower, path.isNext(unit.numbering), HeadingShape.isTitleLike(unit) { return true }
    return unit.words <= 10 && below.words > unit.words || unit.strong > 0.95 && unit.words <= 20
  }

  /// Keeps the sentence that leads into a list for its items; what stands before it is a clause.
  private mutating func split(_ unit: Unit, lead: inout Lead?) -> Lead? {
    let sentences = Sentences.ranges(in: unit.text.bytes)
    guard let last = sentences.last else { return nil }
    guard unit.isOpen else {
      emit([part(unit)], of: unit, lead: &lead)
      // "… may do what is set out below.": a clause by itself, and the items need it.
      let sentence = unit.text.slice(last)
      return ListVerdict.pointsDown(sentence.bytes) ? Lead(sentence: sentence.string) : nil
    }
    var rest = last.lowerBound
    var title = RunInTitle.find(in: unit)
    begin(unit, isTitled: title != nil, lead: lead)
    if sentences.count > 1, unit.text.countWords(in: 0..<last.lowerBound) >= 12 {
      let cut = Int(unit.text.origin[last.lowerBound - 1])
      var prior = unit
      prior.text = unit.text.slice(0..<last.lowerBound)
      prior.source = unit.source.lowerBound..<cut
      prior.measure()
      emit([part(prior)], of: prior, lead: &lead)
      return Lead(
        sentence: unit.text.slice(last).string, title: title?.title.string,
        unclaimed: cut + 1..<unit.source.upperBound)
    }
    if let found = title, found.rest > 0 { rest = max(0, found.rest) } else { rest = 0 }
    if title?.rest ?? 0 >= unit.text.count { title = nil }
    return Lead(
      sentence: unit.text.slice(rest..<unit.text.count).string, title: title?.title.string,
      number: unit.numbering?.printedLabel, unclaimed: unit.source)
  }

  // MARK: Drafts

  private func part(_ unit: Unit, isItem: Bool = false) -> Draft.Part {
    let label = unit.numbering?.style == .bullet ? nil : unit.numbering?.printed
    return Draft.Part(text: unit.text, isItem: isItem, source: unit.source, label: label)
  }

  /// Adds a row that has but one cell to the row above, whose other cells hold for both.
  private mutating func join(_ unit: Unit, below node: Node) -> Bool {
    guard case .unit(let above) = node, case .row(let table, _) = unit.kind,
      case .row(table, _) = above.kind, let last = drafts.last, last.kind == .clause,
      last.words + unit.words <= PassageWriter.longest, last.source.upperBound == above.source.upperBound
    else { return false }
    drafts[drafts.count - 1].parts.append(part(unit))
    drafts[drafts.count - 1].source = last.source.lowerBound..<unit.source.upperBound
    return true
  }

  /// Closes the heading that a section with its title in its text ends.
  private mutating func begin(_ unit: Unit, isTitled: Bool, lead: Lead?) {
    if isTitled, lead == nil { path.close(beforeTitled: unit.numbering) }
    path.note(unit.numbering)
  }

  /// Adds a draft whose number and title come from its first unit.
  private mutating func emit(_ parts: [Draft.Part], of unit: Unit, lead: inout Lead?) {
    var parts = parts
    let kind: Passage.Kind = parts.count == 1 && Boilerplate.matches(unit) ? .boilerplate : .clause
    var title: String?
    if let numbering = unit.numbering { path.close(before: numbering.components) }
    let found = kind == .clause ? RunInTitle.find(in: unit) : nil
    begin(unit, isTitled: found != nil, lead: lead)
    if let found {
      title = found.title.string
      parts[0].text = unit.text.slice(found.rest..<unit.text.count)
    }
    add(
      parts, kind: kind, number: unit.numbering, title: title,
      lead: kind == .clause ? lead : nil, table: unit.bareTable)
    lead?.unclaimed = nil
  }

  private mutating func add(
    _ parts: [Draft.Part], kind: Passage.Kind, number: Numbering?, title: String?, lead: Lead?,
    table: Int? = nil
  ) {
    guard let first = parts.first, let last = parts.last else { return }
    let start = lead?.unclaimed?.lowerBound ?? first.source.lowerBound
    drafts.append(
      Draft(
        kind: kind, headings: path.printed(above: number?.components ?? []),
        number: number?.printedLabel ?? (lead?.unclaimed == nil ? nil : lead?.number),
        title: title ?? lead?.title ?? path.title, leadIn: lead?.sentence, parts: parts,
        source: min(start, first.source.lowerBound)..<max(last.source.upperBound, first.source.upperBound),
        isTitled: title != nil, table: table))
    path.closeCallout()
  }
}
