// Why a clause of a draft deserves a look, and what a draft lacks.

/// A reason for which a clause of a draft deserves a look.
public struct CheckFinding: Sendable, Codable {
  /// What is unusual.
  public var kind: Kind
  /// How much it deserves a look.
  public var attention: Attention
  /// The reason in a sentence, with its figures and what they are counted among.
  public var text: String
  /// The type that it is about, by id; nil where it is about none.
  public var type: String?
  /// The parameter that it is about; nil where it is about none.
  public var parameter: String?
  /// Platforms that have it so; for `copied`, those with the wording.
  public var count: Int
  /// Platforms that it is counted among.
  public var of: Int

  /// What is unusual.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// No other platform has such a provision.
    case unique
    /// Fewer than one platform in twenty has such a provision.
    case rare
    /// Many platforms have a clause of its type, and none or hardly any in like words.
    case ownWording = "own-wording"
    /// Few of the platforms that could have a clause of its type do.
    case rareType = "rare-type"
    /// It is graver than the clauses of its type mostly are.
    case severity
    /// A period, sum, law, place, age or provider that is outside of what is usual for its type.
    case parameter
    /// Others say the contrary.
    case contrary
    /// It has the wording of one company and of nobody else.
    case copied
  }

  /// How much something deserves a look.
  public enum Attention: String, Sendable, Codable, CaseIterable, Comparable {
    /// In passing.
    case low
    /// Read it.
    case medium
    /// Read it first.
    case high

    /// Low is less than medium, medium less than high.
    public static func < (left: Attention, right: Attention) -> Bool { left.rank < right.rank }

    private var rank: Int { self == .low ? 0 : self == .medium ? 1 : 2 }
  }
}

/// A clause type that peers state in such a document and no clause of the draft does.
public struct MissingFromDraft: Sendable, Codable {
  /// Type, by id.
  public var type: String
  /// Type, by name.
  public var name: String
  /// Category, by name.
  public var category: String
  /// Severity of the type.
  public var severity: Severity
  /// Why it matters, for a reader who answers for compliance.
  public var whyItMatters: String
  /// Laws that deal with it.
  public var regulations: [RegulationStatement]
  /// Peers that share it, in documents of the draft's kind.
  public var sharing: Int
  /// Peers that have a document of the draft's kind.
  public var able: Int
  /// `sharing` of `able`, 0…1.
  public var share: Double
  /// Platforms of the whole index that share it, in documents of the draft's kind.
  public var sharingOfAll: Int
  /// Platforms of the whole index that have a document of the draft's kind.
  public var ableOfAll: Int
  /// Position of the draft's clause that comes nearest; nil where none does.
  public var nearest: Int?
  /// How it was found.
  public var nearestBy: MissingType.FoundBy?
  /// How near it comes, 0…1: confidence by the type's rules, of which 0.50 would be enough, or likeness of the words.
  public var nearestScore: Double?
  /// How peers word it, the surest first.
  public var examples: [Example]

  /// A peer's clause of the type.
  public struct Example: Sendable, Codable {
    /// Record id.
    public var clause: String
    /// Platform, by id.
    public var platform: String
    /// Platform, by name.
    public var platformName: String
    /// The sentence that makes it one of the type; words that matched stand between `**` marks.
    public var excerpt: String

    enum CodingKeys: String, CodingKey {
      case clause, platform, excerpt
      case platformName = "platform_name"
    }
  }

  enum CodingKeys: String, CodingKey {
    case type, name, category, severity, regulations, sharing, able, share, nearest, examples
    case whyItMatters = "why_it_matters"
    case sharingOfAll = "sharing_of_all"
    case ableOfAll = "able_of_all"
    case nearestBy = "nearest_by"
    case nearestScore = "nearest_score"
  }
}
