// A document of the index: what is known about it, and its bytes.

/// A platform's current version of one terms type, as one collection records it.
public struct Document: Sendable, Hashable, Codable {
  /// Stable id: `D-` and ten characters, made from platform, service and terms type.
  public var id: String
  /// Id of the platform.
  public var platform: String
  /// Owner of the platform.
  public var company: String
  /// Id of the collection that the text comes from.
  public var collection: String
  /// The service, as that collection names it.
  public var service: String
  /// The terms type, as `Privacy Policy`.
  public var termsType: String
  /// Path inside the collection, as `Facebook/Privacy Policy.md`.
  public var path: String
  /// Address that the collection takes the document from, where known.
  public var sourceURL: String?
  /// SHA-256 of the bytes, in hexadecimal.
  public var sha256: String
  /// Commit of the collection whose file has just these bytes (`git show <commit>:<path>`); nil without history.
  public var commit: String?
  /// Commit of the service's last change: `commit`, or an earlier one where a technical upgrade came after it.
  public var changeCommit: String?
  /// When the collection first recorded the document; nil without history.
  public var firstRecorded: Timestamp?
  /// When the service last changed it, technical upgrades not counted; nil without history.
  public var lastChanged: Timestamp?
  /// Date of the collection's newest commit: the document still stood so then; nil for a plain folder.
  public var lastVerified: Timestamp?
  /// Number of recorded versions, technical upgrades not counted; nil without history.
  public var versions: Int?
  /// Number of words of the English text, addresses of links not counted.
  public var words: Int
}

/// A document with its content.
public struct LoadedDocument: Sendable, Hashable {
  /// What is known about it.
  public var document: Document
  /// The file: valid UTF-8 Markdown without NUL bytes.
  public var bytes: [UInt8]
  /// Bytes of the translations that stand beside the English text, in whole lines; empty for most documents.
  public var foreign: [Range<Int>]

  /// Creates a document with its content; which of it is in other languages is found by reading it.
  public init(document: Document, bytes: [UInt8]) {
    self.init(document: document, bytes: bytes, foreign: TextProfile(bytes).foreign)
  }

  init(document: Document, bytes: [UInt8], foreign: [Range<Int>]) {
    self.document = document
    self.bytes = bytes
    self.foreign = foreign
  }

  /// Whether a passage of the document, by its bytes, begins in a translation.
  public func isForeign(_ passage: Range<Int>) -> Bool {
    foreign.contains { $0.contains(passage.lowerBound) }
  }
}
