// What the likeness of two clauses is measured by.

/// What a score is made of: measures of likeness of two clauses.
public struct SimilarityMeasures: Sendable, Codable, Hashable {
  /// Cosine of the two by the terms of title, lead-in and text, rare terms weighing more, 0…1.
  public var cosine: Double
  /// Share of the passage that lies in terms which the clause has too, 0…1: BM25 of the clause for the passage over
  /// that of the passage for itself.
  public var ofPassage: Double
  /// Share of the clause that lies in terms which the passage has too, 0…1: the same the other way round.
  public var ofClause: Double
  /// Cosine of the two by the word vectors of their terms, −1…1: like meaning in other words.
  public var meaning: Double
  /// How crowded the place of the clause is among word vectors, −1…1: its mean cosine to its nearest.
  public var crowding: Double
  /// Share of the passage's words that stand in runs of five words or more which the clause has too, 0…1.
  public var coverage: Double
  /// Cosine of titles and nearest headings, 0…1.
  public var heading: Double
  /// How surely both are of one clause type, 0…1.
  public var type: Double
  /// 1 where both are surely of clause types, and of none in common; else 0.
  public var otherType: Double
  /// How surely the two say contrary things about one matter, 0…1.
  public var opposition: Double = 0

  init(
    _ likeness: Likeness, meaning: Float, crowding: Float, coverage: Double = 0,
    heading: Double = 0,
    type: (agreement: Float, disagreement: Float) = (0, 0)
  ) {
    cosine = Double(likeness.cosine)
    ofPassage = Double(likeness.ofProbe)
    ofClause = Double(likeness.ofClause)
    self.meaning = Double(meaning)
    self.crowding = Double(crowding)
    self.coverage = coverage
    self.heading = heading
    self.type = Double(type.agreement)
    otherType = Double(type.disagreement)
  }

  /// The names of ``values``, in their order.
  public static let names = [
    "cosine", "of_passage", "of_clause", "meaning", "crowding", "coverage", "heading", "type",
    "other_type", "opposition",
  ]

  /// The measures in a row.
  public var values: [Double] {
    [
      cosine, ofPassage, ofClause, meaning, crowding, coverage, heading, type, otherType,
      opposition,
    ]
  }

  enum CodingKeys: String, CodingKey {
    case cosine, meaning, crowding, coverage, heading, type, opposition
    case otherType = "other_type"
    case ofPassage = "of_passage"
    case ofClause = "of_clause"
  }
}
