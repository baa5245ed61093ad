// Units in a row enter, a tree of lists leaves: Markdown's lists, and those that legal numbering makes.

/// A unit, or a list of items that hold nodes themselves.
enum Node {
  case unit(Unit)
  case list([Item])

  struct Item {
    var nodes: [Node]
    /// The item's number; nil for a bullet.
    var numbering: Numbering?

    /// The first unit of the item, however deep.
    var first: Unit? {
      var nodes = nodes
      while let node = nodes.first {
        switch node {
        case .unit(let unit): return unit
        case .list(let items): nodes = items.first?.nodes ?? []
        }
      }
      return nil
    }

    /// The units of the item in reading order.
    var units: [Unit] { nodes.flatMap(\.units) }
  }

  var units: [Unit] {
    switch self {
    case .unit(let unit): [unit]
    case .list(let items): items.flatMap(\.units)
    }
  }
}

/// Builds the tree of lists.
///
/// Recursion goes no deeper than `BlockReader.maximumDepth` plus the kinds of numbering.
struct Outline {
  let items: [ListItem]

  /// The tree of all units.
  func nodes(of units: [Unit]) -> [Node] {
    nodes(of: units[...], in: -1)
  }

  private func nodes(of units: ArraySlice<Unit>, in parent: Int) -> [Node] {
    var result: [Node] = []
    var index = units.startIndex
    while index < units.endIndex {
      guard let item = child(of: parent, holding: units[index].item) else {
        result.append(.unit(units[index]))
        index += 1
        continue
      }
      let list = items[item].list
      var members: [Node.Item] = []
      while index < units.endIndex, let member = child(of: parent, holding: units[index].item),
        items[member].list == list
      {
        let start = index
        while index < units.endIndex, child(of: parent, holding: units[index].item) == member { index += 1 }
        members.append(self.item(member, nodes(of: units[start..<index], in: member)))
      }
      result.append(.list(members))
    }
    return LegalLists.gather(result)
  }

  /// An item whose first unit takes the list's number where it has none of its own.
  private func item(_ index: Int, _ nodes: [Node]) -> Node.Item {
    var nodes = nodes
    var numbering = items[index].ordinal.map(Numbering.init(ordinal:))
    if case .unit(var unit)? = nodes.first {
      if let own = unit.numbering {
        numbering = own
      } else if let numbering {
        unit.numbering = numbering
        nodes[0] = .unit(unit)
      }
    }
    return Node.Item(nodes: nodes, numbering: numbering?.style == .bullet ? nil : numbering)
  }

  /// The item directly under `parent` that holds `item`; nil where `item` is `parent` itself.
  private func child(of parent: Int, holding item: Int) -> Int? {
    guard item != parent, item >= 0 else { return nil }
    var current = item
    while items[current].parent != parent {
      current = items[current].parent
      if current < 0 { return nil }
    }
    return current
  }
}
