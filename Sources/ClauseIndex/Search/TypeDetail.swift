// Everything that is known of a clause type, as an answer.

/// A clause type: what it is, who shares it, how it is worded.
public struct TypeDetail: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// The type, by id.
  public var type: String
  /// Its name.
  public var name: String
  /// Its category, by id.
  public var category: String
  /// Its category, by name.
  public var categoryName: String
  /// One sentence that says when a clause is of this type.
  public var definition: String
  /// What does not count.
  public var not: String
  /// Terms types in which such a provision normally stands.
  public var termsTypes: [String]
  /// How serious it is for a user.
  public var severity: SeverityDetail
  /// Why it matters, for a reader who answers for compliance.
  public var whyItMatters: String
  /// What it means, for a user of the platform.
  public var whatItMeansForYou: String
  /// Laws that deal with it.
  public var regulations: [RegulationStatement]
  /// Related types.
  public var related: [RelatedType]
  /// "Shared · 143 of 325 platforms".
  public var headline: String
  /// Unique, Rare, Shared or Common.
  public var label: PrevalenceLabel
  /// Sector whose platforms alone are counted; nil for all.
  public var sector: String?
  /// Terms types of the documents that were looked at; nil for all.
  public var lookedAt: [String]?
  /// Platforms that are counted.
  public var total: Int
  /// Platforms that share it.
  public var sharing: Int
  /// Platforms that lack it.
  public var lacking: Int
  /// Platforms that can't be told.
  public var unknown: Int
  /// Companies of the platforms that share it.
  public var companies: Int
  /// Share of the platforms that could have it which do, 0…1; nil where none could.
  public var share: Double?
  /// Clauses that are of it and count for the verdict of their platform.
  public var clauses: Int
  /// What the reader should know.
  public var notes: [String]
  /// The verdicts by sector, the sector with the greatest share first.
  public var sectors: [SectorCount]
  /// The clauses by severity, high first.
  public var severities: [SeverityCount]
  /// What its clauses state, by parameter; empty where nothing was read.
  public var parameters: [ParameterDistribution]
  /// How its clauses are worded: groups of like clauses, those of the most platforms first.
  public var wordings: [Wording]
  /// Every platform that counts: those that share it first, the surest first.
  public var platforms: [PlatformCount]

  /// The severity of a type, and what raises or lowers it.
  public struct SeverityDetail: Sendable, Codable {
    /// Severity where no condition holds.
    public var level: Severity
    /// Why.
    public var reason: String
    /// Conditions on the clause's words, in the order in which they are tried.
    public var conditions: [Condition]

    /// Another severity for clauses that say something.
    public struct Condition: Sendable, Codable {
      /// Severity then.
      public var level: Severity
      /// Why.
      public var reason: String
      /// Pattern that is looked for.
      public var when: String
      /// Clauses in which it was found.
      public var clauses: Int
    }
  }

  /// A related type.
  public struct RelatedType: Sendable, Codable {
    /// The type, by id.
    public var type: String
    /// Its name.
    public var name: String
    /// Platforms that share it.
    public var sharing: Int
    /// Share of the platforms that could have it which do, 0…1; nil where none could.
    public var share: Double?
  }

  /// The verdicts in one sector.
  public struct SectorCount: Sendable, Codable {
    /// The sector.
    public var sector: String
    /// Its platforms that share the type.
    public var sharing: Int
    /// Those that lack it.
    public var lacking: Int
    /// Those that can't be told.
    public var unknown: Int
    /// Share of those that could have it which do, 0…1; nil where none could.
    public var share: Double?
  }

  /// The clauses of one severity.
  public struct SeverityCount: Sendable, Codable {
    /// The severity.
    public var severity: Severity
    /// Clauses of it.
    public var clauses: Int
    /// Platforms with such a clause.
    public var platforms: Int
  }

  /// Clauses that are worded alike.
  public struct Wording: Sendable, Codable {
    /// Platforms with a clause of the group.
    public var platforms: Int
    /// Their companies.
    public var companies: Int
    /// Clauses in the group.
    public var clauses: Int
    /// Record id of the most typical clause.
    public var clause: String
    /// Its platform, by id.
    public var platform: String
    /// Its platform, by name.
    public var platformName: String
    /// Terms type of its document.
    public var termsType: String
    /// The sentence that makes it one of the type; words that matched stand between `**` marks.
    public var excerpt: String

    enum CodingKeys: String, CodingKey {
      case platforms, companies, clauses, clause, platform, excerpt
      case platformName = "platform_name"
      case termsType = "terms_type"
    }
  }

  /// One platform's verdict.
  public struct PlatformCount: Sendable, Codable {
    /// Platform, by id.
    public var platform: String
    /// Platform, by name.
    public var platformName: String
    /// Owner.
    public var company: String
    /// Sector.
    public var sector: String
    /// Shares, lacks or unknown.
    public var verdict: Verdict
    /// How surely the verdict is right, 0…1; 0 for unknown.
    public var confidence: Double
    /// Clauses of the type.
    public var clauses: Int
    /// The highest severity among them; nil where there is none.
    public var severity: Severity?
    /// Record id of the surest of them; of "lacks" the nearest that was found, or nil.
    public var clause: String?
    /// Terms type of its document.
    public var termsType: String?

    enum CodingKeys: String, CodingKey {
      case platform, company, sector, verdict, confidence, clauses, severity, clause
      case platformName = "platform_name"
      case termsType = "terms_type"
    }
  }

  enum CodingKeys: String, CodingKey {
    case schema, corpus, type, name, category, definition, not, severity, regulations, related, headline,
      label,
      sector, total, sharing, lacking, unknown, companies, share, clauses, notes, sectors, severities,
      parameters, wordings, platforms
    case categoryName = "category_name"
    case termsTypes = "terms_types"
    case whyItMatters = "why_it_matters"
    case whatItMeansForYou = "what_it_means_for_you"
    case lookedAt = "looked_at"
  }
}

/// The values that clauses of a type state for one parameter.
public struct ParameterDistribution: Sendable, Codable {
  /// The parameter, by the id of its rule.
  public var parameter: String
  /// What is read; nil where the type no longer has the parameter.
  public var kind: ParameterRule.Kind?
  /// Platforms with a value.
  public var platforms: Int
  /// Clauses with a value.
  public var clauses: Int
  /// The values, those of the most platforms first.
  public var values: [Value]
  /// Median of the numbers, each value counted once a platform: days, years of age or money; nil where there are none.
  public var median: Double?
  /// The least number.
  public var least: Double?
  /// The greatest number.
  public var greatest: Double?

  /// One value.
  public struct Value: Sendable, Codable {
    /// The value, normalised: "30 days", "California, US", "AAA".
    public var value: String
    /// As a number: days, money, years; nil where it is none.
    public var number: Double?
    /// Platforms that state it.
    public var platforms: Int
    /// Record id of one clause that states it.
    public var clause: String
    /// How that clause writes it.
    public var text: String
  }
}
