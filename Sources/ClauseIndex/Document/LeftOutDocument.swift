// Files that are in a collection but not in the index, and why.

/// A file that doesn't go into the index, with the reason.
public struct LeftOutDocument: Sendable, Hashable, Codable {
  /// Why a file doesn't go into the index.
  public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
    /// Its service belongs to no platform of the registry.
    case notInRegistry
    /// Its path isn't of the form `<service>/<terms type>.md`, or it is a link.
    case notADocument
    /// It is larger than any terms are.
    case tooLarge
    /// It can't be read.
    case unreadable
    /// It has no text.
    case empty
    /// It holds bytes that no text has.
    case binary
    /// It isn't UTF-8.
    case invalidUTF8
    /// Its language isn't English.
    case notEnglish
    /// It holds no terms: an error page, a menu, a few lines.
    case noTerms
    /// The same document was taken from another collection or name, where it changed last.
    case superseded
    /// The same text already stands under another name of the platform.
    case identical

    /// The reason in words.
    public var text: String {
      switch self {
      case .notInRegistry: "service not in the registry of platforms"
      case .notADocument: "not a document"
      case .tooLarge: "too large"
      case .unreadable: "can't be read"
      case .empty: "empty"
      case .binary: "not a text"
      case .invalidUTF8: "not valid UTF-8"
      case .notEnglish: "not in English"
      case .noTerms: "holds no terms"
      case .superseded: "superseded by the same document elsewhere"
      case .identical: "identical to another document of the platform"
      }
    }
  }

  /// Id of the collection.
  public var collection: String
  /// Path inside the collection.
  public var path: String
  /// Id of the platform, where the service belongs to one.
  public var platform: String?
  /// Why it was left out.
  public var reason: Reason
  /// The particulars: line of the first bad byte, language, the document taken instead.
  public var detail: String

  /// The whole report in one line: file, reason, particulars.
  public var description: String {
    "\(collection)/\(path): \(reason.text)" + (detail.isEmpty ? "" : " (\(detail))")
  }
}

extension LeftOutDocument: CustomStringConvertible {}
