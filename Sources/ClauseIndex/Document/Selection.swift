// What the Document stage hands to the segmenter: the documents, and an account of everything else.

/// A collection as it stood when the documents were chosen.
public struct CollectionState: Sendable, Hashable, Codable {
  /// Id of the collection.
  public var id: String
  /// Commit that was read; nil for a plain folder.
  public var commit: String?
  /// Date of that commit; nil for a plain folder.
  public var date: Timestamp?
  /// Whether only the newest versions were there, without history.
  public var isShallow: Bool
  /// Number of documents that it gave to the index.
  public var documents: Int
}

/// A service that the registry names and its collection doesn't hold.
public struct MissingService: Sendable, Hashable, Codable {
  /// Id of the platform.
  public var platform: String
  /// The service that isn't there.
  public var service: ServiceReference
}

/// The documents that go into an index, and an account of all that don't.
public struct Selection: Sendable {
  /// The documents, in the order of platform id, service, terms type.
  public var documents: [LoadedDocument]
  /// Every other file of the collections, in the order of collection and path.
  public var leftOut: [LeftOutDocument]
  /// The collections that were read, by id.
  public var collections: [CollectionState]
  /// Services that their collection doesn't hold, by platform; those of a missing collection aren't listed.
  public var missingServices: [MissingService]
  /// Collections that the registry names and that weren't there to be read, by id.
  public var missingCollections: [String]
  /// Services that belong to no platform, with their files in `leftOut`.
  public var unregisteredServices: [ServiceReference]
  /// What a person should know about the whole, in sentences.
  public var warnings: [String]
}
