// Where each document is published: sources.tsv goes in, addresses by document come out.

/// The addresses from which the collections take their documents.
public struct SourceAddresses: Sendable, Hashable {
  private struct Key: Hashable {
    var collection: String
    var service: String
    var termsType: String
  }

  private var addresses: [Key: String] = [:]

  /// Creates an empty table: every address is unknown.
  public init() {}

  /// How many addresses are known.
  public var count: Int { addresses.count }

  /// The address a document is taken from, or nil where it isn't known.
  public func address(collection: String, service: String, termsType: String) -> String? {
    addresses[Key(collection: collection, service: service, termsType: termsType)]
  }

  /// Reads `sources.tsv`: collection, service, terms_type, source_url.
  ///
  /// - Throws: `IndexError.unreadable`, or `IndexError.badRow` for a malformed row, an address that is neither
  ///   http nor https, or a document with two addresses.
  public static func read(_ path: String) throws(IndexError) -> SourceAddresses {
    let table = try FactTable(path: path, columns: ["collection", "service", "terms_type", "source_url"])
    var sources = SourceAddresses()
    for row in table.rows {
      let key = Key(
        collection: try row.text("collection"), service: try row.text("service"),
        termsType: try row.text("terms_type"))
      let address = try row.text("source_url")
      guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
        throw row.bad("'\(address)' is no web address", "Write the whole address, beginning with https://")
      }
      if let earlier = sources.addresses.updateValue(address, forKey: key), earlier != address {
        throw row.bad(
          "\(key.collection)/\(key.service), \(key.termsType) has two addresses", "Keep the one in use")
      }
    }
    return sources
  }
}
