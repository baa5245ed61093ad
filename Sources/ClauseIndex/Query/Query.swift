// A person's words → a query that can't be wrong: what is no operator is a word to look for.

/// What is looked for: words, phrases and filters, read from what a person types.
///
/// Plain words must all occur. `"a phrase"` occurs word for word; `-word` and `-"a phrase"` must not occur;
/// `a OR b` asks for one of the two; `clon*` stands for all words that begin so; `NEAR(voice consent, 5)` asks
/// for the words with at most five others between them; `platform:`, `company:`, `sector:`, `country:`,
/// `terms:` and `changed:` filter documents; `type:`, `category:`, `severity:` and `regulation:` filter clauses by their
/// types. Anything else is a word to look for: no text is a syntax error.
public struct Query: Sendable, Hashable, Codable {
  /// One thing that a clause can hold.
  public enum Term: Sendable, Hashable, Codable {
    /// A word, in any of its inflections.
    case word(String)
    /// Words that follow one another.
    case phrase(String)
    /// The beginning of a word.
    case prefix(String)
    /// Words with at most `within` other words between them, in any order.
    case near([String], within: Int)
  }

  /// What must occur: of each group at least one term.
  public var required: [[Term]] = []
  /// What must not occur.
  public var excluded: [Term] = []
  /// Which documents and clauses are looked at; filters on different keys must all hold.
  public var filters: [Filter] = []
  /// What was typed.
  public var text: String
  /// What the reader should know of how the text was understood.
  public var notes: [String] = []

  /// Reads a query.
  public init(_ text: String) {
    self.text = text
    var reader = QueryReader(text)
    reader.read(into: &self)
  }

  /// Whether there is nothing to look for besides filters.
  public var isEmpty: Bool { required.isEmpty && excluded.isEmpty }
}

/// A condition on the document that a clause stands in, or on the clause's types.
public struct Filter: Sendable, Hashable, Codable {
  /// What a filter looks at.
  public enum Key: String, Sendable, Hashable, Codable, CaseIterable {
    /// Platform, by id or name.
    case platform
    /// Owner of the platform.
    case company
    /// Sector of the platform.
    case sector
    /// Country of the company's seat, two letters.
    case country
    /// Terms type, such as "Privacy Policy".
    case terms
    /// Date of the document's last recorded change: `>2026-01-01`, `<2025`, `2026-03`.
    case changed
    /// Clause type, by id or name.
    case type
    /// Category of clause types, by id or name.
    case category
    /// Severity of the clause: high, medium or low.
    case severity
    /// Law that deals with the clause's type, by id or name.
    case regulation

    /// Whether it looks at the document; else at the types of the clause.
    var isOfDocument: Bool {
      switch self {
      case .platform, .company, .sector, .country, .terms, .changed: true
      case .type, .category, .severity, .regulation: false
      }
    }
  }

  /// What is looked at.
  public var key: Key
  /// The values asked for; one of them must hold.
  public var values: [String]

  /// A filter from its parts.
  public init(_ key: Key, _ values: [String]) {
    self.key = key
    self.values = values
  }
}
