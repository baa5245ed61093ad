// What `reuse` answers: passages that platforms have word for word, and families of wording.

/// The passages that a platform shares word for word with others.
public struct ReuseAnswer: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// The platform, by id.
  public var platform: String
  /// The platform, by name.
  public var platformName: String
  /// The one other platform that was looked at, by id; nil for all.
  public var other: String?
  /// Words in the shortest passage that counts.
  public var minWords: Int
  /// Whether platforms of the same company were left out.
  public var otherCompanies: Bool
  /// Sector whose platforms alone were looked at; nil for all.
  public var sector: String?
  /// Terms types of the documents that were looked at, on both sides; nil for all.
  public var termsTypes: [String]?
  /// Clauses of the platform that were looked at.
  public var clauses: Int
  /// Passages in all.
  public var total: Int
  /// Platforms that share a passage, in whole or in part.
  public var platforms: Int
  /// What the reader should know.
  public var notes: [String]
  /// The passages, longest first.
  public var passages: [ReusedPassage]

  enum CodingKeys: String, CodingKey {
    case schema, corpus, platform, other, sector, clauses, total, platforms, notes, passages
    case platformName = "platform_name"
    case minWords = "min_words"
    case otherCompanies = "other_companies"
    case termsTypes = "terms_types"
  }
}

/// A run of words that a platform and another have; no longer run around it is shared with any.
public struct ReusedPassage: Sendable, Codable {
  /// The passage as the platform has it.
  public var text: String
  /// How many words.
  public var words: Int
  /// Platforms that have the whole of it.
  public var platforms: Int
  /// Companies of these platforms, other than the platform's own.
  public var companies: Int
  /// Platforms that have a part of it that is long enough to count by itself.
  public var inPart: Int
  /// Where the platform has it.
  public var places: [ReusedPlace]
  /// Where others have it, one place a platform: those with the most of its words first.
  public var sharing: [ReusedPlace]

  enum CodingKeys: String, CodingKey {
    case text, words, platforms, companies, places, sharing
    case inPart = "in_part"
  }
}

/// Where a passage stands.
public struct ReusedPlace: Sendable, Codable {
  /// Record id of the clause.
  public var clause: String
  /// Platform, by id.
  public var platform: String
  /// Platform, by name.
  public var platformName: String
  /// Owner of the platform.
  public var company: String
  /// Whether the owner is that of the platform that was asked about.
  public var isSameCompany: Bool
  /// Id of the document.
  public var document: String
  /// Terms type of the document.
  public var termsType: String
  /// Title of the clause; empty where it has none.
  public var title: String
  /// How many words of the passage stand here in one run.
  public var words: Int
  /// Where they begin in the clause's text, UTF-8 offset.
  public var start: Int
  /// Where they end in the clause's text, UTF-8 offset after the last byte.
  public var end: Int
  /// Address the document was taken from.
  public var sourceURL: String?
  /// Date of the document's last recorded change.
  public var lastChanged: Timestamp?

  enum CodingKeys: String, CodingKey {
    case clause, platform, company, document, title, words, start, end
    case platformName = "platform_name"
    case isSameCompany = "is_same_company"
    case termsType = "terms_type"
    case sourceURL = "source_url"
    case lastChanged = "last_changed"
  }
}

/// Groups of clauses whose wording descends from one another.
public struct FamiliesAnswer: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// The platform whose families alone were asked for, by id; nil for all.
  public var platform: String?
  /// Whether families of one company alone were left out.
  public var otherCompanies: Bool
  /// Sector whose platforms alone were looked at; nil for all.
  public var sector: String?
  /// Terms types of the documents that were looked at; nil for all.
  public var termsTypes: [String]?
  /// Clauses that were looked at.
  public var clauses: Int
  /// Families in all.
  public var total: Int
  /// What the reader should know.
  public var notes: [String]
  /// The families: those of the most platforms first.
  public var families: [WordingFamily]

  enum CodingKeys: String, CodingKey {
    case schema, corpus, platform, sector, clauses, total, notes, families
    case otherCompanies = "other_companies"
    case termsTypes = "terms_types"
  }
}

/// Clauses of two platforms or more, each verbatim or near-verbatim to one of them.
public struct WordingFamily: Sendable, Codable {
  /// Platforms that have a clause in it.
  public var platforms: Int
  /// Companies of these platforms.
  public var companies: Int
  /// Record id of the clause that all others are near-verbatim to.
  public var clause: String
  /// Its title; empty where it has none.
  public var title: String
  /// Its text.
  public var text: String
  /// The clauses, that one among them: verbatim ones first.
  public var members: [Member]

  /// A clause of a family.
  public struct Member: Sendable, Codable {
    /// Record id.
    public var clause: String
    /// Platform, by id.
    public var platform: String
    /// Platform, by name.
    public var platformName: String
    /// Owner of the platform.
    public var company: String
    /// Id of the document.
    public var document: String
    /// Terms type of the document.
    public var termsType: String
    /// Verbatim or near-verbatim to the family's text.
    public var level: SharingLevel
    /// Address the document was taken from.
    public var sourceURL: String?
    /// Date of the document's last recorded change.
    public var lastChanged: Timestamp?

    enum CodingKeys: String, CodingKey {
      case clause, platform, company, document, level
      case platformName = "platform_name"
      case termsType = "terms_type"
      case sourceURL = "source_url"
      case lastChanged = "last_changed"
    }
  }
}
