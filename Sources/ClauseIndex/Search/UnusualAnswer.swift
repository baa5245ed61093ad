// What is unusual, and what is copied: the answers to questions about the prevalence of every clause.

/// The rarest provisions of a platform or of all.
public struct UnusualAnswer: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// The platform that was asked about, by id; nil for all.
  public var platform: String?
  /// Sector whose clauses alone are listed; nil for all.
  public var sector: String?
  /// Terms types of the documents whose clauses alone are listed; nil for all.
  public var termsTypes: [String]?
  /// Clauses that were looked at.
  public var clauses: Int
  /// Clauses that no other platform shares, of those that can be told.
  public var unique: Int
  /// Clauses that fewer than one platform in twenty shares, of those that can be told.
  public var rare: Int
  /// Clauses that would be unique or rare, but fewer than one platform in ten has a document in which they could stand.
  public var untold: Int
  /// What the reader should know.
  public var notes: [String]
  /// The rarest clauses, the rarest first; of equally rare ones that with the least likeness elsewhere.
  public var rows: [UnusualClause]

  enum CodingKeys: String, CodingKey {
    case schema, corpus, platform, sector, clauses, unique, rare, untold, notes, rows
    case termsTypes = "terms_types"
  }
}

/// A clause that few platforms share, or none.
public struct UnusualClause: Sendable, Codable {
  /// Record id of the clause.
  public var clause: String
  /// Platform, by id.
  public var platform: String
  /// Platform, by name.
  public var platformName: String
  /// Owner of the platform.
  public var company: String
  /// Terms type of the document.
  public var termsType: String
  /// Title; empty where it has none.
  public var title: String
  /// Clause types that it is surely of, by id.
  public var types: [String]
  /// "Unique · 0 of 325 platforms".
  public var headline: String
  /// Unique or Rare.
  public var label: PrevalenceLabel
  /// Platforms that share it; the clause's own never counts.
  public var sharing: Int
  /// Companies of the platforms that share it.
  public var companies: Int
  /// Platforms of the index.
  public var total: Int
  /// Platforms that lack it.
  public var lacking: Int
  /// Platforms that can't be told.
  public var unknown: Int
  /// How the text begins.
  public var excerpt: String
  /// The nearest clause of another platform: the evidence; nil where none is near.
  public var nearest: NearestClause?

  enum CodingKeys: String, CodingKey {
    case clause, platform, company, title, types, headline, label, sharing, companies, total, lacking,
      unknown, excerpt, nearest
    case platformName = "platform_name"
    case termsType = "terms_type"
  }
}

/// The nearest clause of another platform.
public struct NearestClause: Sendable, Codable {
  /// Record id of the clause.
  public var clause: String
  /// Platform, by id.
  public var platform: String
  /// Platform, by name.
  public var platformName: String
  /// Terms type of the document.
  public var termsType: String
  /// Title; empty where it has none.
  public var title: String
  /// How surely it is the same provision, 0…1.
  public var score: Double
  /// How the text begins.
  public var excerpt: String

  enum CodingKeys: String, CodingKey {
    case clause, platform, title, score, excerpt
    case platformName = "platform_name"
    case termsType = "terms_type"
  }
}

/// The wordings that the most companies and platforms have word for word.
public struct CopiedAnswer: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// The platform whose wordings alone are listed, by id; nil for all.
  public var platform: String?
  /// Sector whose clauses alone are counted; nil for all.
  public var sector: String?
  /// Terms types of the documents whose clauses alone are counted; nil for all.
  public var termsTypes: [String]?
  /// Wordings that two platforms or more have.
  public var total: Int
  /// What the reader should know.
  public var notes: [String]
  /// The wordings, that of the most companies first, then of the most platforms.
  public var rows: [CopiedWording]

  enum CodingKeys: String, CodingKey {
    case schema, corpus, platform, sector, total, notes, rows
    case termsTypes = "terms_types"
  }
}

/// A wording that several platforms have word for word: letter case, diacritics, punctuation and typography aside.
public struct CopiedWording: Sendable, Codable {
  /// Platforms that have it.
  public var platforms: Int
  /// Their companies.
  public var companies: Int
  /// Clauses that have it.
  public var clauses: Int
  /// Words of it.
  public var words: Int
  /// Record id of a clause that has it, of the platform asked about where one was.
  public var clause: String
  /// Title of that clause; empty where it has none.
  public var title: String
  /// The platforms, by id.
  public var sharedBy: [String]
  /// How it begins.
  public var excerpt: String

  enum CodingKeys: String, CodingKey {
    case platforms, companies, clauses, words, clause, title, excerpt
    case sharedBy = "shared_by"
  }
}
