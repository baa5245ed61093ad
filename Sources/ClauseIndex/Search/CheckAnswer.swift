// What is said of a draft: its clauses, what is unusual in them, and what is missing.

/// A draft, clause by clause, held against the platforms of an index.
public struct CheckAnswer: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// Date of the newest commit of the corpus, ISO 8601; nil where it has no history.
  public var corpusDate: String?
  /// The draft, and what was taken for granted of it.
  public var draft: CheckedDraft
  /// Platforms of the index; the draft's own, if named, is among them and never counts as sharing or lacking.
  public var total: Int
  /// Sector whose platforms types are counted among; nil for all platforms.
  public var sector: String?
  /// Platforms that types are counted among: those of the sector, else all, without the draft's own.
  public var peers: Int
  /// Score from which a clause elsewhere counts as the same provision, 0…1.
  public var minScore: Double
  /// Least share of the peers that could have a type, 0…1, for it to be missing.
  public var minShare: Double
  /// The clauses counted.
  public var counts: CheckCounts
  /// Companies whose wording some clauses have word for word, or nearly, and nobody else's; those of the most first.
  public var copiedFrom: [CopiedFrom]
  /// What the reader should know.
  public var notes: [String]
  /// The clauses, in order.
  public var clauses: [CheckedClause]
  /// Passages that were not looked at, in order: they are part of the page and no clause, or not in English.
  public var passedOver: [PassedOver]
  /// Types that enough of the peers state in such a document and no clause of the draft does, the most widespread first.
  public var missing: [MissingFromDraft]

  /// The clauses that deserve a look: those that deserve it most first, and last those that are like one company's alone.
  public var unusual: [CheckedClause] {
    func rank(_ clause: CheckedClause) -> (CheckFinding.Attention, Int, Int) {
      let own = clause.findings.filter { $0.kind != .copied }
      return (clause.attention ?? .low, own.count, -clause.position)
    }
    return clauses.filter { !$0.findings.isEmpty }.sorted { rank($0) > rank($1) }
  }

  enum CodingKeys: String, CodingKey {
    case schema, corpus, draft, total, sector, peers, counts, notes, clauses, missing
    case corpusDate = "corpus_date"
    case minScore = "min_score"
    case minShare = "min_share"
    case copiedFrom = "copied_from"
    case passedOver = "passed_over"
  }
}

/// A draft, and what was taken for granted of it.
public struct CheckedDraft: Sendable, Codable {
  /// Name that it was given, such as that of its file.
  public var name: String
  /// Its title; empty where none was found.
  public var title: String
  /// Kind of document that it is held to be.
  public var termsType: String
  /// Where its kind was taken from.
  public var termsTypeFrom: Source
  /// Name by which it speaks of its own company or platform; empty where none is known.
  public var ownName: String
  /// The platform it belongs to, by id, which is left out; nil where none was named.
  public var platform: String?
  /// Words of its text in English.
  public var words: Int
  /// SHA-256 of its bytes, in hexadecimal.
  public var sha256: String

  /// Where something was taken from.
  public enum Source: String, Sendable, Codable {
    /// It was asked for.
    case asked
    /// The draft's title.
    case title
    /// The draft's name.
    case name
    /// Nothing said it: the most usual kind was assumed.
    case assumed
  }

  enum CodingKeys: String, CodingKey {
    case name, title, platform, words, sha256
    case termsType = "terms_type"
    case termsTypeFrom = "terms_type_from"
    case ownName = "own_name"
  }
}

/// The clauses of a draft, counted.
public struct CheckCounts: Sendable, Codable {
  /// Clauses, definitions included.
  public var clauses: Int
  /// Clauses that deserve a look.
  public var unusual: Int
  /// Clauses that no other platform has.
  public var unique: Int
  /// Clauses that fewer than one platform in twenty has.
  public var rare: Int
  /// Clauses that from one platform in twenty to less than half have.
  public var shared: Int
  /// Clauses that half of the platforms or more have.
  public var common: Int
  /// Clauses that only say what a word means.
  public var definitions: Int
  /// Clauses of no type, definitions not counted.
  public var untyped: Int
  /// Different types that the clauses are of.
  public var types: Int
  /// Passages that were not looked at.
  public var passedOver: Int
  /// Types that are missing.
  public var missing: Int

  enum CodingKeys: String, CodingKey {
    case clauses, unusual, unique, rare, shared, common, definitions, untyped, types, missing
    case passedOver = "passed_over"
  }
}

/// A company from whose clauses some of a draft may be copied.
public struct CopiedFrom: Sendable, Codable {
  /// The company.
  public var company: String
  /// Names of its platforms that have such clauses.
  public var platforms: [String]
  /// Positions of the draft's clauses.
  public var clauses: [Int]
}

/// A passage of a draft that was not looked at.
public struct PassedOver: Sendable, Codable {
  /// Why.
  public var reason: Reason
  /// Text.
  public var text: String
  /// First and last line in the draft, counted from 1.
  public var lines: [Int]

  /// Why a passage was not looked at.
  public enum Reason: String, Sendable, Codable {
    /// Part of the page: a date, a menu, an address.
    case boilerplate
    /// Not in English.
    case notEnglish = "not English"
  }
}

/// A clause of a draft.
public struct CheckedClause: Sendable, Codable {
  /// Place among the draft's clauses, counted from 1.
  public var position: Int
  /// What it is.
  public var kind: Kind
  /// The number printed before it; nil where there is none.
  public var number: String?
  /// Title; empty where it has none.
  public var title: String
  /// Headings above it, outermost first, " › " between them.
  public var heading: String
  /// Sentence that leads into it; empty where there is none.
  public var leadIn: String
  /// Text.
  public var text: String
  /// First and last line in the draft, counted from 1.
  public var lines: [Int]
  /// Its types, most confident first.
  public var types: [CheckedType]
  /// Who shares it.
  public var prevalence: CheckedPrevalence
  /// The closest clauses elsewhere, closest first, one a platform; empty where none comes near.
  public var closest: [CloseClause]
  /// Why it deserves a look, the most telling first; empty where nothing is unusual.
  public var findings: [CheckFinding]
  /// That it is too short or too long to be judged well; nil for most.
  public var caution: String?

  /// What a clause is.
  public enum Kind: String, Sendable, Codable {
    /// A provision.
    case clause
    /// It only says what a word means.
    case definition
  }

  /// How much it deserves a look; nil where nothing is unusual.
  public var attention: CheckFinding.Attention? { findings.map(\.attention).max() }

  /// Severity of its gravest type; nil where it has none.
  public var severity: Severity? { types.map(\.severity).max() }

  enum CodingKeys: String, CodingKey {
    case position, kind, number, title, heading, text, lines, types, prevalence, closest, findings, caution
    case leadIn = "lead_in"
  }
}

/// A type of a draft's clause.
public struct CheckedType: Sendable, Codable {
  /// Type, by id.
  public var type: String
  /// Type, by name.
  public var name: String
  /// Category, by name.
  public var category: String
  /// How surely the clause is of it, 0.5…1.
  public var confidence: Double
  /// Severity of this clause.
  public var severity: Severity
  /// Why the severity is what it is.
  public var severityReason: String
  /// What the clause states: periods, sums, laws, places.
  public var parameters: [ParameterValue]
  /// Peers that share the type.
  public var sharing: Int
  /// Peers that could have it: they share it or lack it.
  public var able: Int

  enum CodingKeys: String, CodingKey {
    case type, name, category, confidence, severity, parameters, sharing, able
    case severityReason = "severity_reason"
  }
}

/// How many platforms share a draft's clause.
public struct CheckedPrevalence: Sendable, Codable {
  /// Unique, Rare, Shared or Common, counted among all platforms.
  public var label: PrevalenceLabel
  /// Platforms that share it.
  public var sharing: Int
  /// Platforms of the index.
  public var total: Int
  /// Companies of the platforms that share it.
  public var companies: Int
  /// Platforms that lack it.
  public var lacking: Int
  /// Platforms that can't be told.
  public var unknown: Int
  /// Platforms of the sector that share it; nil where no sector was named.
  public var sharingInSector: Int?
  /// Platforms of the sector that share or lack it; nil where no sector was named.
  public var ableInSector: Int?
  /// How those that share it word it, the closest wording first.
  public var levels: [LevelCount]
  /// Terms types in which such a provision stands.
  public var termsTypes: [String]

  enum CodingKeys: String, CodingKey {
    case label, sharing, total, companies, lacking, unknown, levels
    case sharingInSector = "sharing_in_sector"
    case ableInSector = "able_in_sector"
    case termsTypes = "terms_types"
  }
}

/// A clause of the index that is close to one of the draft.
public struct CloseClause: Sendable, Codable {
  /// Record id.
  public var clause: String
  /// Platform, by id.
  public var platform: String
  /// Platform, by name.
  public var platformName: String
  /// Owner of the platform.
  public var company: String
  /// Terms type of its document.
  public var termsType: String
  /// Title; empty where it has none.
  public var title: String
  /// The part of its text that is most like the draft's clause.
  public var excerpt: String
  /// How surely it is the same provision, 0…1.
  public var score: Double
  /// How much of the wording is the same, or that the provision is; nil below that.
  public var level: SharingLevel?
  /// Passages that both have; `own_start` and `own_end` are UTF-8 offsets in the text of the draft's clause.
  public var shared: [SharedPassage]
  /// Address of its document.
  public var sourceURL: String?

  enum CodingKeys: String, CodingKey {
    case clause, platform, company, title, excerpt, score, level, shared
    case platformName = "platform_name"
    case termsType = "terms_type"
    case sourceURL = "source_url"
  }
}
