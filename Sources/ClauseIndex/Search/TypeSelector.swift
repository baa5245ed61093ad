// What a person names → clause types: ids, names, whole categories.

extension TypeCatalogue {
  /// The places of the types that selectors name, in the order in which they are named, each once.
  ///
  /// A selector is the id or name of a type, `category:disputes` for a category by id or name, `severity:high` for
  /// all of a severity, or `all`.
  ///
  /// - Throws: ``IndexError/unknownType(id:near:)`` or ``IndexError/unknownValue(_:of:near:all:)`` with the nearest
  ///   names for what there is not.
  func indices(selectedBy selectors: [String]) throws(IndexError) -> [Int] {
    var chosen: [Int] = []
    for selector in selectors {
      if selector.lowercased() == "all" {
        chosen += types.indices
      } else if let name = selector.after("category:") {
        let id = try category(named: name).id
        chosen += types.indices.filter { types[$0].category == id }
      } else if let name = selector.after("severity:") {
        let level = try severity(selectedBy: name)
        chosen += types.indices.filter { types[$0].severity.level == level }
      } else {
        chosen.append(try index(of: selector))
      }
    }
    return chosen.distinct
  }

  /// The category that is meant, by id or name.
  ///
  /// - Throws: ``IndexError/unknownValue(_:of:near:all:)`` with the nearest ids where there is none.
  func category(named name: String) throws(IndexError) -> TypeCategory {
    let wanted = name.lowercased()
    if let found = categories.first(where: { $0.id == wanted || $0.name.lowercased() == wanted }) {
      return found
    }
    throw .unknownValue(
      name, of: "category", near: Spelling.nearest(to: wanted, among: categories.map(\.id)),
      all: categories.map(\.id))
  }

  private func severity(selectedBy name: String) throws(IndexError) -> Severity {
    if let level = Severity(rawValue: name.lowercased()) { return level }
    throw .unknownValue(
      name, of: "severity", near: [], all: Severity.allCases.reversed().map(\.rawValue))
  }
}

extension String {
  /// What follows a beginning, letter case aside; nil where the text does not begin so.
  fileprivate func after(_ beginning: String) -> String? {
    guard lowercased().hasPrefix(beginning) else { return nil }
    return String(dropFirst(beginning.count)).trimmed
  }
}
