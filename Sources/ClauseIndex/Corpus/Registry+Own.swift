// Services of a folder of one's own that no row of the registry names → platforms of their own.

extension Registry {
  /// The registry with a platform for each service of these collections that belongs to none yet.
  ///
  /// The platform has the service's name, its sector is "own" and its country "ZZ" (ISO 3166: unknown).
  ///
  /// - Throws: `IndexError` where a collection can't be read.
  public func adding(
    servicesOf ids: [String], in collections: [String: any Repository]
  ) throws(IndexError) -> Registry {
    var platforms = self.platforms
    var taken = Set(platforms.map(\.id))
    let named = Set(platforms.flatMap { $0.services.joined() })
    for id in ids {
      guard let collection = collections[id] else { continue }
      var services: [String] = []
      for file in try collection.files() {
        if let service = file.document?.service, services.last != service, !services.contains(service) {
          services.append(service)
        }
      }
      for service in services where !named.contains(ServiceReference(collection: id, service: service)) {
        var slug = Registry.slug(service)
        if !taken.insert(slug).inserted {
          slug = Registry.slug("\(id) \(service)")
          var number = 2
          while !taken.insert(slug).inserted {
            slug = Registry.slug("\(id) \(service) \(number)")
            number += 1
          }
        }
        platforms.append(
          Platform(
            id: slug, name: service, company: service, sector: "own", country: "ZZ",
            services: [[ServiceReference(collection: id, service: service)]]))
      }
    }
    return Registry(platforms: platforms)
  }

  /// A name in lower-case letters, digits and hyphens.
  private static func slug(_ name: String) -> String {
    let parts = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return parts.isEmpty ? "platform" : parts.joined(separator: "-")
  }
}
