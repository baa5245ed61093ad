// What an index says of the corpus it was made from.

/// Name and kind of a corpus, shown with every answer.
public struct CorpusDescription: Sendable, Hashable, Codable {
  /// Name for people, such as "Open Terms Archive" or "sample corpus".
  public var name: String
  /// Whether the terms are invented.
  public var isSample: Bool

  /// A description from its parts.
  public init(name: String, isSample: Bool) {
    self.name = name
    self.isSample = isSample
  }

  /// The collections of Open Terms Archive.
  public static let openTermsArchive = CorpusDescription(name: "Open Terms Archive", isSample: false)
  /// The invented terms that come with the program.
  public static let sample = CorpusDescription(name: "sample corpus", isSample: true)
}
