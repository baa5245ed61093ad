// All clause types, with the categories and laws that they name.

internal import Foundation

/// The clause types of an index.
public struct TypeCatalogue: Sendable, Hashable, Codable {
  /// The categories, in the order of the types.
  public var categories: [TypeCategory]
  /// The types; ids are unique.
  public var types: [ClauseType]
  /// The laws that types name.
  public var regulations: [Regulation]
  /// Named sets of words that patterns use, as written between brackets.
  public var sets: [String: String]

  /// A catalogue from its parts.
  public init(
    categories: [TypeCategory] = [], types: [ClauseType] = [], regulations: [Regulation] = [],
    sets: [String: String] = [:]
  ) {
    self.categories = categories
    self.types = types
    self.regulations = regulations
    self.sets = sets
  }

  /// No types at all.
  public static let empty = TypeCatalogue()

  /// The type with this id, or nil.
  public subscript(id: String) -> ClauseType? { types.first { $0.id == id } }

  /// The law with this id, or nil.
  public func regulation(_ id: String) -> Regulation? { regulations.first { $0.id == id } }

  /// The category with this id, or nil.
  public func category(_ id: String) -> TypeCategory? { categories.first { $0.id == id } }

  /// Reads the catalogue from a folder: every `*.yaml` in it, and `regulations.tsv`.
  ///
  /// - Throws: ``IndexError/unreadable(path:reason:)``, or ``IndexError/badRow(file:line:problem:remedy:)`` for
  ///   what is missing, misspelt, repeated or no pattern.
  public static func read(folder: String) throws(IndexError) -> TypeCatalogue {
    let names: [String]
    do { names = try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
      throw .unreadable(path: folder, reason: "no such folder of clause types")
    }
    let paths = names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
    guard !paths.isEmpty else { throw .unreadable(path: folder, reason: "it holds no .yaml file") }
    return try read(files: paths, regulations: "\(folder)/regulations.tsv")
  }

  /// Reads the catalogue from files, which may name sets and related types of one another.
  public static func read(files paths: [String], regulations: String) throws(IndexError) -> TypeCatalogue {
    var laws: [Regulation] = []
    for row in try FactTable(path: regulations, columns: ["id", "name", "jurisdiction"]).rows {
      let law = Regulation(
        id: try row.text("id"), name: try row.text("name"), jurisdiction: try row.text("jurisdiction"))
      if laws.contains(where: { $0.id == law.id }) {
        throw row.bad("the law \(law.id) is already in the table", "Delete one of the two rows")
      }
      laws.append(law)
    }
    var files: [CatalogueFile] = []
    for path in paths { files.append(try CatalogueFile(path: path)) }
    var reader = CatalogueReader(regulations: laws)
    for file in files { try reader.readSets(of: file) }
    for file in files { try reader.readTypes(of: file) }
    return try reader.catalogue()
  }

  /// SHA-256 over everything in it, in hexadecimal.
  var digest: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return Digest.hex(Digest.sha256(Array((try? encoder.encode(self)) ?? Data())))
  }
}
