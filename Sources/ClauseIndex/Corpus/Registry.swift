// The registry of platforms: platforms.tsv goes in, checked platforms come out.

internal import Foundation

/// All the platforms of an index.
public struct Registry: Sendable, Hashable {
  /// The platforms, in the order of the file; ids are unique, and no service belongs to two platforms.
  public let platforms: [Platform]

  private let places: [String: Int]

  /// Creates a registry of platforms whose ids differ.
  public init(platforms: [Platform]) {
    self.platforms = platforms
    places = Dictionary(platforms.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The platform with this id, or nil.
  public subscript(id: String) -> Platform? { places[id].map { platforms[$0] } }

  /// Reads `platforms.tsv`: id, name, company, sector, country, services.
  ///
  /// - Parameters:
  ///   - path: the table.
  ///   - collections: ids that a service may name; nil to allow any.
  /// - Throws: `IndexError.unreadable`, or `IndexError.badRow` for a malformed row, a repeated platform, a service
  ///   that belongs to two platforms, or one of an unknown collection.
  public static func read(platforms path: String, collections: [String]? = nil) throws(IndexError) -> Registry
  {
    let table = try FactTable(
      path: path, columns: ["id", "name", "company", "sector", "country", "services"])
    var platforms: [Platform] = []
    var lines: [String: Int] = [:]
    var owners: [ServiceReference: (platform: String, line: Int)] = [:]
    for row in table.rows {
      let platform = Platform(
        id: try row.text("id"), name: try row.text("name"), company: try row.text("company"),
        sector: try row.text("sector"), country: try row.text("country"), services: try services(of: row))
      let allowed = UInt8(ascii: "a")...UInt8(ascii: "z")
      guard platform.id.utf8.allSatisfy({ allowed.contains($0) || (48...57).contains($0) || $0 == 45 }) else {
        throw row.bad("the id '\(platform.id)' isn't plain", "Use lower-case letters, digits and '-' only")
      }
      guard platform.country.utf8.count == 2, platform.country.utf8.allSatisfy({ (65...90).contains($0) })
      else {
        throw row.bad(
          "the country '\(platform.country)' is no ISO 3166 code", "Write two capitals, as US or DE")
      }
      if let earlier = lines.updateValue(row.line, forKey: platform.id) {
        throw row.bad(
          "the platform \(platform.id) is already in line \(earlier)", "Delete one of the two rows")
      }
      for service in platform.services.joined() {
        if let known = collections, !known.contains(service.collection) {
          throw row.bad(
            "the service \(service) names no known collection", "Use one of: \(known.joined(separator: ", "))"
          )
        }
        if let owner = owners.updateValue((platform.id, row.line), forKey: service) {
          throw row.bad(
            "the service \(service) already belongs to \(owner.platform) in line \(owner.line)",
            "Name it once: a service belongs to one platform")
        }
      }
      platforms.append(platform)
    }
    return Registry(platforms: platforms)
  }

  private static func services(of row: FactTable.Row) throws(IndexError) -> [[ServiceReference]] {
    var groups: [[ServiceReference]] = []
    for group in try row.text("services").components(separatedBy: "; ") {
      var names: [ServiceReference] = []
      for part in group.components(separatedBy: " | ") {
        let text = part.trimmingCharacters(in: .whitespaces)
        guard let reference = ServiceReference(text) else {
          throw row.bad(
            "'\(text)' is no service",
            "Write <collection>/<service>, separated by '; ' or, for the same one, ' | '")
        }
        names.append(reference)
      }
      groups.append(names)
    }
    return groups
  }
}
