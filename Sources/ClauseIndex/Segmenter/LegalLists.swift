// "(a)", "(i)", "•" at the start of paragraphs: lists to a reader, plain paragraphs to Markdown.

/// Gathers neighbouring paragraphs with legal numbering into lists.
enum LegalLists {
  /// What neighbours in one list share.
  private struct Key: Hashable {
    var style: Int
    var isUpper: Bool
    var isOpen: Bool

    /// The style of a dotted numbering is this and the number of its parts.
    static let dotted = 4

    /// The list of numbered sentences below a colon.
    init?(_ unit: Unit, below above: Unit) {
      guard above.isText, above.ending == .colon, unit.isText, let numbering = unit.numbering,
        numbering.style == .dotted, numbering.components.last == 1, unit.words >= 5, unit.ending != .none
      else { return nil }
      (style, isUpper, isOpen) = (Key.dotted + numbering.components.count, false, false)
    }

    init?(_ unit: Unit) {
      guard unit.isText, let numbering = unit.numbering else { return nil }
      // "**III. CONTACT**" is a heading.
      if numbering.style != .bullet, unit.strong > 0.95, unit.beginsUpper,
        unit.words <= 8 && unit.ending == .none || unit.words <= 12 && unit.ending == .sentence
      {
        return nil
      }
      switch numbering.style {
      case .bullet: style = 0
      case .letter: style = 1
      case .roman: style = 2
      case .parenthesis: style = 3
      // "4.2.1 …;" is an item of a sentence, "4.2.1 We …." a provision of its own.
      case .dotted:
        guard unit.beginsLower || unit.ending == .open else { return nil }
        style = Key.dotted + numbering.components.count
      case .word: return nil
      }
      let bytes = Array(numbering.label.utf8)
      isOpen = bytes.first == UInt8(ascii: "(") || bytes.first == UInt8(ascii: "[")
      isUpper = bytes.contains(where: \.isUpper)
    }
  }

  static func gather(_ nodes: [Node]) -> [Node] {
    let nodes = unmarked(nodes)
    guard nodes.indices.contains(where: { key(nodes[...], $0) != nil }) else { return nodes }
    return gather(nodes[...], outer: [])
  }

  /// Short lines without full stop after a colon are the items of a list that lost its bullets.
  private static func unmarked(_ nodes: [Node]) -> [Node] {
    var result: [Node] = []
    var index = 0
    while index < nodes.count {
      result.append(nodes[index])
      guard case .unit(let above) = nodes[index], above.isText, above.ending == .colon, above.words >= 3
      else {
        index += 1
        continue
      }
      index += 1
      var end = index
      while end < nodes.count, case .unit(let unit) = nodes[end], isItem(unit, after: nodes[end - 1]) {
        end += 1
      }
      // The last line above a long paragraph is that paragraph's heading.
      if end < nodes.count, end > index, case .unit(let next) = nodes[end], next.words > 12, !next.beginsLower
      {
        end -= 1
      }
      if end - index > 1 {
        result.append(.list(nodes[index..<end].map { Node.Item(nodes: [$0], numbering: nil) }))
        index = end
      }
    }
    return result
  }

  private static func isItem(_ unit: Unit, after node: Node) -> Bool {
    guard unit.isText, unit.numbering == nil, unit.words <= 30, unit.strong < 0.9, unit.link < 0.9 else {
      return false
    }
    if unit.ending == .none || unit.ending == .open { return true }
    guard case .unit(let before) = node, unit.ending == .sentence else { return false }
    return unit.beginsLower || before.ending == .open
  }

  private static func key(_ node: Node) -> Key? {
    if case .unit(let unit) = node { Key(unit) } else { nil }
  }

  private static func key(_ nodes: ArraySlice<Node>, _ index: Int) -> Key? {
    if let key = key(nodes[index]) { return key }
    guard index > nodes.startIndex, case .unit(let above) = nodes[index - 1],
      case .unit(let unit) = nodes[index]
    else { return nil }
    return Key(unit, below: above)
  }

  private static func gather(_ nodes: ArraySlice<Node>, outer: Set<Key>) -> [Node] {
    var result: [Node] = []
    var index = nodes.startIndex
    while index < nodes.endIndex {
      guard let key = key(nodes, index), !outer.contains(key) else {
        result.append(nodes[index])
        index += 1
        continue
      }
      var items: [Node.Item] = []
      while index < nodes.endIndex, case .unit(let unit) = nodes[index],
        continues(unit, key, first: items.first?.first, items.last)
      {
        let start = index
        index += 1
        while index < nodes.endIndex, belongs(nodes, index, to: key, outer: outer, last: unit) { index += 1 }
        let inner = [nodes[start]] + gather(nodes[start + 1..<index], outer: outer.union([key]))
        let numbering = unit.numbering?.style == .bullet ? nil : unit.numbering
        items.append(Node.Item(nodes: inner, numbering: numbering))
      }
      if index < nodes.endIndex, case .list(let more) = nodes[index], goesOn(more, after: items.last) {
        items += more
        index += 1
      }
      if items.isEmpty {
        result.append(nodes[index])
        index += 1
      } else {
        result.append(.list(items))
      }
    }
    return result
  }

  /// Whether `unit` is the next item of the list with `key`.
  private static func continues(_ unit: Unit, _ key: Key, first: Unit?, _ last: Node.Item?) -> Bool {
    if key.style >= Key.dotted {
      // As long as numbers go on and the sentence is open, or the first item was a sentence, too.
      guard let parts = unit.numbering?.components, unit.isText, parts.count == key.style - Key.dotted else {
        return false
      }
      guard let first, let before = last?.units.last else { return true }
      guard let number = last?.numbering?.components.last, parts.last == number + 1 else { return false }
      return Key(unit) != nil || before.ending == .open || first.ending == .sentence
    }
    guard let own = Key(unit) else { return false }
    return own == key || follows(unit, key, last)
  }

  /// Whether a Markdown list counts on: pages escape the first number of a list, but not the second.
  private static func goesOn(_ items: [Node.Item], after last: Node.Item?) -> Bool {
    guard let before = last?.numbering?.components.last, let now = items.first?.numbering?.components.last
    else {
      return false
    }
    return now == before + 1
  }

  /// Whether a Roman "(i)" is the letter after "(h)".
  private static func follows(_ unit: Unit, _ key: Key, _ last: Node.Item?) -> Bool {
    guard key.style == 1, let before = last?.numbering, let now = unit.numbering, now.style == .roman,
      let one = before.label.utf8.first(where: \.isASCIILetter),
      let other = now.label.utf8.first(where: \.isASCIILetter)
    else { return false }
    return now.label.utf8.filter(\.isASCIILetter).count == 1 && one + 1 == other
  }

  /// Whether the node at `index` belongs to the item that began before it.
  private static func belongs(
    _ nodes: ArraySlice<Node>, _ index: Int, to key: Key, outer: Set<Key>, last: Unit
  ) -> Bool {
    switch nodes[index] {
    case .list:
      guard case .unit(let before) = nodes[index - 1] else { return false }
      return before.ending == .colon
    case .unit(let unit):
      guard unit.isText else { return false }
      if let own = Key(unit) {
        if own == key || outer.contains(own) { return false }
        let item = Node.Item(nodes: [], numbering: last.numbering)
        return !follows(unit, key, item)
      }
      guard unit.numbering == nil else { return false }
      if key.style >= Key.dotted { return unit.beginsLower }
      if unit.beginsLower { return true }
      // A paragraph between two items; not a heading, not the next section.
      guard index + 1 < nodes.endIndex, unit.words > 12, let next = self.key(nodes[index + 1]) else {
        return false
      }
      return next == key && key.style != 0
    }
  }
}
