// Nodes of YAML files → checked clause types.

/// Reads clause types from files and checks them against one another.
struct CatalogueReader {
  private let regulations: [Regulation]
  private var sets: [String: String] = [:]
  private var categories: [TypeCategory] = []
  private var types: [(type: ClauseType, node: CatalogueNode)] = []

  init(regulations: [Regulation]) { self.regulations = regulations }

  /// Reads the sets that a file defines.
  mutating func readSets(of file: CatalogueFile) throws(IndexError) {
    guard let node = file.root["sets"] else { return }
    guard node.isMapping else {
      throw node.bad("sets are a mapping", "Write one `name: a|b|c` a line")
    }
    for (name, value) in node.keys {
      guard sets[name] == nil else {
        throw value.bad("the set {\(name)} is already defined", "Give it another name")
      }
      sets[name] = try value.text()
    }
  }

  /// Reads the types of a file.
  mutating func readTypes(of file: CatalogueFile) throws(IndexError) {
    try file.root.allowOnly(["category", "name", "types", "sets"])
    guard let list = file.root["types"] else {
      if file.root["sets"] != nil { return }
      throw file.root.bad("the key `types` is missing", "Give the file category, name and types")
    }
    let category = TypeCategory(id: try file.root.text("category"), name: try file.root.text("name"))
    guard !categories.contains(where: { $0.id == category.id }) else {
      throw file.root.bad("the category \(category.id) is in another file", "Put its types into one file")
    }
    categories.append(category)
    for node in try list.list() {
      let type = try self.type(node, category: category.id)
      if let earlier = types.first(where: { $0.type.id == type.id }) {
        throw node.bad(
          "the type \(type.id) is already in \(earlier.node.file), line \(earlier.node.line)",
          "Give it another id, or delete one")
      }
      types.append((type, node))
    }
  }

  /// Everything that was read.
  func catalogue() throws(IndexError) -> TypeCatalogue {
    let known = Set(types.map(\.type.id))
    for (type, node) in types {
      for name in type.related where !known.contains(name) {
        throw (node["related"] ?? node).bad(
          "\(type.id) names the related type \(name), which there is not", hint(name, Array(known)))
      }
    }
    return TypeCatalogue(
      categories: categories, types: types.map(\.type), regulations: regulations, sets: sets)
  }

  private func hint(_ name: String, _ known: [String]) -> String {
    let near = Spelling.nearest(to: name, among: known)
    return near.isEmpty ? "Delete it, or define it" : "Did you mean \(near.joined(separator: ", "))?"
  }

  private func type(_ node: CatalogueNode, category: String) throws(IndexError) -> ClauseType {
    guard node.isMapping else {
      throw node.bad("a type is a mapping", "Write `- id: …` and its keys below it")
    }
    try node.allowOnly([
      "id", "name", "definition", "not", "terms_types", "severity", "why_it_matters", "what_it_means_for_you",
      "regulations", "related", "search", "parameters", "rules", "model_clauses", "near_misses",
    ])
    let id = try node.text("id")
    guard id.utf8.allSatisfy({ $0.isLower || $0.isDigit || $0 == UInt8(ascii: "-") }) else {
      throw node.bad("the id '\(id)' isn't plain", "Use lower-case letters, digits and '-' only")
    }
    let termsTypes = try node.texts("terms_types")
    guard !termsTypes.isEmpty else {
      throw node.bad(
        "\(id) has no terms_types", "Name the documents in which it stands, as [Terms of Service]")
    }
    return ClauseType(
      id: id, name: try node.text("name"), category: category, definition: try node.text("definition"),
      not: try node.text("not"), termsTypes: termsTypes, severity: try severity(of: node),
      whyItMatters: try node.text("why_it_matters"),
      whatItMeansForYou: try node.text("what_it_means_for_you"),
      regulations: try references(of: node), related: try node.texts("related"),
      search: try node.texts("search"), parameters: try parameters(of: node), rules: try rules(of: node),
      modelClauses: try clauses(node, "model_clauses"), nearMisses: try clauses(node, "near_misses"))
  }

  private func severity(of node: CatalogueNode) throws(IndexError) -> SeverityRule {
    guard let severity = node["severity"] else { throw node.bad("the key `severity` is missing", "Add it") }
    try severity.allowOnly(["level", "reason", "conditions"])
    guard let level = severity["level"] else { throw severity.bad("the key `level` is missing", "Add it") }
    var conditions: [SeverityRule.Condition] = []
    for condition in try severity.list("conditions") {
      try condition.allowOnly(["when", "level", "reason"])
      guard let level = condition["level"] else {
        throw condition.bad("the key `level` is missing", "Add it")
      }
      conditions.append(
        .init(
          when: try pattern(condition["when"] ?? condition), level: try level.choice(Severity.self),
          reason: try condition.text("reason")))
    }
    return SeverityRule(
      level: try level.choice(Severity.self), reason: try severity.text("reason"), conditions: conditions)
  }

  private func references(of node: CatalogueNode) throws(IndexError) -> [RegulationReference] {
    var result: [RegulationReference] = []
    for element in try node.list("regulations") {
      guard element.isMapping else {
        let id = try element.text()
        try checkLaw(id, element)
        result.append(RegulationReference(id: id, article: ""))
        continue
      }
      try element.allowOnly(["id", "article"])
      let id = try element.text("id")
      try checkLaw(id, element)
      result.append(RegulationReference(id: id, article: try element["article"]?.text() ?? ""))
    }
    return result
  }

  private func checkLaw(_ id: String, _ node: CatalogueNode) throws(IndexError) {
    guard !regulations.contains(where: { $0.id == id }) else { return }
    throw node.bad(
      "the law \(id) is not in regulations.tsv",
      "Add a row for it. \(hint(id, regulations.map(\.id)))")
  }

  private func parameters(of node: CatalogueNode) throws(IndexError) -> [ParameterRule] {
    var result: [ParameterRule] = []
    for element in try node.list("parameters") {
      let rule = try parameter(element)
      guard !result.contains(where: { $0.id == rule.id }) else {
        throw element.bad("the parameter \(rule.id) is given twice", "Give it an id of its own")
      }
      result.append(rule)
    }
    return result
  }

  private func parameter(_ element: CatalogueNode) throws(IndexError) -> ParameterRule {
    guard element.isMapping else {
      let kind = try element.choice(ParameterRule.Kind.self)
      return ParameterRule(id: kind.rawValue, kind: kind, near: "")
    }
    try element.allowOnly(["id", "kind", "near"])
    guard let kind = element["kind"] else { throw element.bad("the key `kind` is missing", "Add it") }
    let value = try kind.choice(ParameterRule.Kind.self)
    let near = try element["near"].map { node throws(IndexError) in try pattern(node) }
    return ParameterRule(id: try element["id"]?.text() ?? value.rawValue, kind: value, near: near ?? "")
  }

  private func rules(of node: CatalogueNode) throws(IndexError) -> TypeRules {
    guard let rules = node["rules"] else { throw node.bad("the key `rules` is missing", "Add it") }
    try rules.allowOnly(["strong", "likely", "heading", "exclude"])
    func patterns(_ key: String) throws(IndexError) -> [String] {
      var result: [String] = []
      for element in try rules.list(key) { result.append(try pattern(element)) }
      return result
    }
    let read = TypeRules(
      strong: try patterns("strong"), likely: try patterns("likely"), heading: try patterns("heading"),
      exclude: try patterns("exclude"))
    guard !(read.strong.isEmpty && read.likely.isEmpty) else {
      throw rules.bad("there is no strong and no likely pattern", "Give at least one")
    }
    return read
  }

  /// A pattern, as written, that can be read.
  private func pattern(_ node: CatalogueNode) throws(IndexError) -> String {
    let source = try node.text()
    do {
      _ = try PatternReader(sets: sets).pattern(source)
    } catch {
      throw node.bad(error.problem, error.remedy)
    }
    return source
  }

  private func clauses(_ node: CatalogueNode, _ key: String) throws(IndexError) -> [ModelClause] {
    var result: [ModelClause] = []
    for element in try node.list(key) {
      guard element.isMapping else {
        result.append(ModelClause(heading: "", leadIn: "", text: try element.text()))
        continue
      }
      try element.allowOnly(["heading", "lead_in", "text"])
      result.append(
        ModelClause(
          heading: try element["heading"]?.text() ?? "", leadIn: try element["lead_in"]?.text() ?? "",
          text: try element.text("text")))
    }
    return result
  }
}
