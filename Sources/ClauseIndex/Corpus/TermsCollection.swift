// The collections that the index is made from: their addresses, licences and attributions.

/// An Open Terms Archive collection: a git repository of the versions of many services' terms.
public struct TermsCollection: Sendable, Hashable, Codable {
  /// Short name, as in `contrib/Facebook`.
  public var id: String
  /// Name for people.
  public var name: String
  /// Address of the git repository of versions; empty for a collection that lies in the corpus folder itself.
  public var repository: String
  /// SPDX id of the licence of the collection as a database.
  public var licence: String
  /// Whom the licence asks to name; empty where it asks for nobody.
  public var attribution: String

  /// Creates a collection from its facts.
  public init(id: String, name: String, repository: String, licence: String, attribution: String) {
    self.id = id
    self.name = name
    self.repository = repository
    self.licence = licence
    self.attribution = attribution
  }

  /// Reads `collections.tsv`, in the order of the file.
  ///
  /// - Throws: `IndexError.unreadable`, or `IndexError.badRow` for a malformed or repeated row.
  public static func read(_ path: String) throws(IndexError) -> [TermsCollection] {
    let table = try FactTable(path: path, columns: ["id", "name", "repository", "licence", "attribution"])
    var lines: [String: Int] = [:]
    var collections: [TermsCollection] = []
    for row in table.rows {
      let collection = TermsCollection(
        id: try row.text("id"), name: try row.text("name"), repository: row.fields["repository"] ?? "",
        licence: try row.text("licence"), attribution: row.fields["attribution"] ?? "")
      guard collection.id.utf8.allSatisfy({ isSafe($0) }), collection.id.first != ".",
        collection.id.first != "-"
      else {
        throw row.bad(
          "the id '\(collection.id)' can't name a folder", "Use letters, digits, '-', '_' and '.' only")
      }
      if let earlier = lines.updateValue(row.line, forKey: collection.id) {
        throw row.bad(
          "the collection \(collection.id) is already in line \(earlier)", "Delete one of the two rows")
      }
      collections.append(collection)
    }
    return collections
  }

  private static func isSafe(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
