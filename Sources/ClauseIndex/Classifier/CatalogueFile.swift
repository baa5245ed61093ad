// A YAML file of clause types → its nodes, which know their line.

internal import Foundation
internal import Yams

/// A file of clause types.
struct CatalogueFile {
  let path: String
  let root: CatalogueNode

  init(path: String) throws(IndexError) {
    self.path = path
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path, reason: "no such file")
    }
    guard let text = String(data: data, encoding: .utf8) else {
      throw .badRow(file: path, line: 1, problem: "the file is not UTF-8", remedy: "Save it as UTF-8")
    }
    let node: Yams.Node?
    do {
      node = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      let (line, problem) = error.place
      throw .badRow(
        file: path, line: line, problem: "no YAML: \(problem)",
        remedy: "Check indentation, colons and quotes; put patterns in single quotes")
    } catch {
      throw .badRow(file: path, line: 1, problem: "no YAML: \(error)", remedy: "Check the file")
    }
    guard let node else {
      throw .badRow(
        file: path, line: 1, problem: "the file is empty", remedy: "Give it category, name and types")
    }
    root = CatalogueNode(file: path, node: node)
  }
}

extension YamlError {
  /// Line and message of a complaint of the parser.
  fileprivate var place: (line: Int, problem: String) {
    switch self {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      (mark.line, problem)
    case .reader(let problem, _, _, _): (1, problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      (context.mark.line, "the keys \(duplicates) are given twice")
    default: (1, "\(self)")
    }
  }
}

/// A part of a file of clause types.
struct CatalogueNode {
  let file: String
  fileprivate let node: Yams.Node

  /// Line of the file, from 1.
  var line: Int { node.mark?.line ?? 1 }

  func bad(_ problem: String, _ remedy: String) -> IndexError {
    .badRow(file: file, line: line, problem: problem, remedy: remedy)
  }

  /// The keys of a mapping, as written.
  var keys: [(key: String, node: CatalogueNode)] {
    (node.mapping.map { Array($0) } ?? []).map { key, value in
      (key.scalar?.string ?? "", CatalogueNode(file: file, node: value))
    }
  }

  var isMapping: Bool { node.mapping != nil }

  /// The value of a key; nil where there is none.
  subscript(key: String) -> CatalogueNode? {
    keys.first { $0.key == key }?.node
  }

  /// The text of a scalar, white space folded.
  func text() throws(IndexError) -> String {
    guard let scalar = node.scalar else { throw bad("a text is expected here", "Write one value, in quotes") }
    let folded = scalar.string.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !folded.isEmpty else { throw bad("the value is empty", "Fill it in, or delete the key") }
    return folded
  }

  /// The text of a key that must be there.
  func text(_ key: String) throws(IndexError) -> String {
    guard let value = self[key] else { throw bad("the key `\(key)` is missing", "Add it") }
    return try value.text()
  }

  /// The elements of a list.
  func list() throws(IndexError) -> [CatalogueNode] {
    guard let sequence = node.sequence else {
      throw bad("a list is expected here", "Write it as [a, b] or with one '- ' a line")
    }
    return sequence.map { CatalogueNode(file: file, node: $0) }
  }

  /// The elements of the list of a key; none where the key is missing.
  func list(_ key: String) throws(IndexError) -> [CatalogueNode] { try self[key]?.list() ?? [] }

  /// The texts of the list of a key.
  func texts(_ key: String) throws(IndexError) -> [String] {
    var result: [String] = []
    for element in try list(key) { result.append(try element.text()) }
    return result
  }

  /// Refuses keys that nothing is known by.
  func allowOnly(_ known: [String]) throws(IndexError) {
    for (key, node) in keys where !known.contains(key) {
      let near = Spelling.nearest(to: key, among: known)
      throw node.bad(
        "there is no key `\(key)` here",
        near.isEmpty
          ? "Use \(known.joined(separator: ", "))" : "Did you mean \(near.joined(separator: ", "))?")
    }
  }

  /// The value of an enumeration.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ type: Value.Type
  ) throws(IndexError) -> Value
  where Value.RawValue == String {
    let written = try text()
    guard let value = Value(rawValue: written) else {
      throw bad(
        "'\(written)' is none of the values", "Use \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return value
  }
}
