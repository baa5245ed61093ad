// What is counted in "n of 325": a platform and the services whose documents are its terms.

/// A service as one collection names it, written `<collection>/<service>`.
public struct ServiceReference: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// Id of the collection.
  public var collection: String
  /// The service's name in that collection: its folder.
  public var service: String

  /// Creates a reference from its two parts.
  public init(collection: String, service: String) {
    self.collection = collection
    self.service = service
  }

  /// Reads `contrib/Facebook`; nil where a part is missing or the service would lie outside the collection.
  public init?(_ text: String) {
    guard let slash = text.firstIndex(of: "/") else { return nil }
    collection = String(text[..<slash])
    service = String(text[text.index(after: slash)...])
    if collection.isEmpty || service.isEmpty || service.contains("/") || service == ".." { return nil }
  }

  /// The reference as `contrib/Facebook`.
  public var description: String { "\(collection)/\(service)" }

  /// Orders by collection, then service.
  public static func < (left: ServiceReference, right: ServiceReference) -> Bool {
    (left.collection, left.service) < (right.collection, right.service)
  }
}

/// A platform: one product under one name, with all the services whose terms its users accept.
public struct Platform: Sendable, Hashable, Codable {
  /// Stable id in lower-case ASCII, as `amazon-com`.
  public var id: String
  /// Name for people.
  public var name: String
  /// Owner: the same string for everything under one owner.
  public var company: String
  /// What the platform does, as `messaging`.
  public var sector: String
  /// Seat of the company, ISO 3166 alpha-2.
  public var country: String
  /// The services: the outer elements are different services, each with its own documents; the inner ones are the
  /// same service in several collections or under former names.
  public var services: [[ServiceReference]]

  /// Creates a platform from its facts.
  public init(
    id: String, name: String, company: String, sector: String, country: String, services: [[ServiceReference]]
  ) {
    self.id = id
    self.name = name
    self.company = company
    self.sector = sector
    self.country = country
    self.services = services
  }
}

extension Platform {
  /// The services as a registry writes them: "; " between different ones, " | " between names of the same one.
  public var servicesField: String {
    services.map { $0.map(\.description).joined(separator: " | ") }.joined(separator: "; ")
  }

  /// Reads what ``servicesField`` wrote.
  static func services(fromField field: String) -> [[ServiceReference]] {
    field.replacing("; ", with: "\n").split(separator: "\n").map { group in
      group.replacing(" | ", with: "\n").split(separator: "\n").compactMap { ServiceReference(String($0)) }
    }
  }
}
