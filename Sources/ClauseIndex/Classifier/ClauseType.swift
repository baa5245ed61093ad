// A clause type: what it is, why it matters, and by what its clauses are known.

/// A kind of provision, as `Corpus/types` defines it.
public struct ClauseType: Sendable, Hashable, Codable, Identifiable {
  /// Short name for filters and addresses: lower-case letters, digits and hyphens.
  public var id: String
  /// Name for people.
  public var name: String
  /// Category, by id.
  public var category: String
  /// One sentence that says when a clause is of this type.
  public var definition: String
  /// What does not count.
  public var not: String
  /// Terms types of the documents in which such a provision normally stands.
  ///
  /// A platform with one of them and no such clause lacks the provision; one with none of them is unknown.
  public var termsTypes: [String]
  /// How serious it is for a user.
  public var severity: SeverityRule
  /// Why it matters, for a reader who answers for compliance.
  public var whyItMatters: String
  /// What it means, for a user of the platform.
  public var whatItMeansForYou: String
  /// Laws that deal with it.
  public var regulations: [RegulationReference]
  /// Related types, by id.
  public var related: [String]
  /// Words by which a person may look for it.
  public var search: [String]
  /// What can be read from its clauses.
  public var parameters: [ParameterRule]
  /// By what its clauses are known.
  public var rules: TypeRules
  /// Invented clauses that are of this type.
  public var modelClauses: [ModelClause]
  /// Invented clauses that come near and are not.
  public var nearMisses: [ModelClause]

  enum CodingKeys: String, CodingKey {
    case id, name, category, definition, not, severity, regulations, related, search, parameters, rules
    case termsTypes = "terms_types"
    case whyItMatters = "why_it_matters"
    case whatItMeansForYou = "what_it_means_for_you"
    case modelClauses = "model_clauses"
    case nearMisses = "near_misses"
  }
}

/// How serious a provision is for a user.
public enum Severity: String, Sendable, Codable, CaseIterable, Comparable {
  /// Usual, and of little weight.
  case low
  /// Worth knowing.
  case medium
  /// Takes away a right or a remedy, or exposes the user.
  case high

  /// Low is less than medium, medium less than high.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int { self == .low ? 0 : self == .medium ? 1 : 2 }
}

/// The severity of a type, and what raises or lowers it.
public struct SeverityRule: Sendable, Hashable, Codable {
  /// Severity where no condition holds.
  public var level: Severity
  /// Why.
  public var reason: String
  /// Conditions on the clause's words; the first that holds decides.
  public var conditions: [Condition]

  /// Another severity for clauses that say something.
  public struct Condition: Sendable, Hashable, Codable {
    /// Pattern that must occur in the clause.
    public var when: String
    /// Severity then.
    public var level: Severity
    /// Why.
    public var reason: String
  }
}

/// A law that deals with a type of clause.
public struct RegulationReference: Sendable, Hashable, Codable {
  /// The law, by id.
  public var id: String
  /// Article or section, as it is cited; empty for the law as a whole.
  public var article: String
}

/// The patterns by which clauses of a type are known.
public struct TypeRules: Sendable, Hashable, Codable {
  /// Patterns of which one suffices.
  public var strong: [String]
  /// Patterns that need another, or a heading, beside them.
  public var likely: [String]
  /// Patterns that are looked for in title and headings.
  public var heading: [String]
  /// Patterns whose sentences are no evidence.
  public var exclude: [String]
}

/// A clause written to show what a type is, or is not.
public struct ModelClause: Sendable, Hashable, Codable {
  /// Heading above it; empty for none.
  public var heading: String
  /// Sentence that leads into it; empty for none.
  public var leadIn: String
  /// Its text.
  public var text: String

  enum CodingKeys: String, CodingKey {
    case heading, text
    case leadIn = "lead_in"
  }
}

/// A quantity or name that clauses of a type state.
public struct ParameterRule: Sendable, Hashable, Codable {
  /// What is read.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A period: days, months, years.
    case duration
    /// A sum of money, or the fees of a period.
    case amount
    /// The law that governs.
    case law
    /// Courts or place of a dispute.
    case forum
    /// Age in years.
    case age
    /// Institution that administers an arbitration.
    case provider
  }

  /// Name of the parameter, unique within the type.
  public var id: String
  /// What is read.
  public var kind: Kind
  /// Sequence that must occur in the same sentence; empty for none.
  public var near: String
}

/// A law or standard.
public struct Regulation: Sendable, Hashable, Codable, Identifiable {
  /// Short name for filters.
  public var id: String
  /// Name as it is cited.
  public var name: String
  /// ISO 3166 code of the country or state, "EU", "International" or "common law".
  public var jurisdiction: String
}

/// A group of clause types.
public struct TypeCategory: Sendable, Hashable, Codable, Identifiable {
  /// Short name for filters; also the name of its file.
  public var id: String
  /// Name for people.
  public var name: String
}
