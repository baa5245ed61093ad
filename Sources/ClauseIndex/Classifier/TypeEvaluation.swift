// Verdicts and labels → how right the verdicts are.

/// How well verdicts agree with labels.
public struct TypeEvaluation: Sendable, Codable {
  /// Agreement over some pairs of platform and type.
  public struct Score: Sendable, Codable {
    /// Shares, and the label says yes.
    public var truePositives = 0
    /// Shares, and the label says no.
    public var falsePositives = 0
    /// Lacks or unknown, and the label says yes.
    public var falseNegatives = 0
    /// Lacks or unknown, and the label says no.
    public var trueNegatives = 0

    /// Pairs that were looked at.
    public var pairs: Int { truePositives + falsePositives + falseNegatives + trueNegatives }
    /// Share of pairs on which verdict and label agree; 1 where there are none.
    public var accuracy: Double { ratio(truePositives + trueNegatives, pairs) }
    /// Share of "shares" that are right.
    public var precision: Double { ratio(truePositives, truePositives + falsePositives) }
    /// Share of provisions that were found.
    public var recall: Double { ratio(truePositives, truePositives + falseNegatives) }
    /// F1 of "shares".
    public var f1: Double { ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives) }
    /// F1 of "lacks".
    public var f1Lacks: Double {
      ratio(2 * trueNegatives, 2 * trueNegatives + falsePositives + falseNegatives)
    }

    private func ratio(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 1 : Double(part) / Double(whole) }

    enum CodingKeys: String, CodingKey {
      case pairs, accuracy, precision, recall, f1
      case truePositives = "true_positives"
      case falsePositives = "false_positives"
      case falseNegatives = "false_negatives"
      case trueNegatives = "true_negatives"
      case f1Lacks = "f1_lacks"
    }

    /// No pair yet.
    public init() {}

    /// Reads the counts; the shares follow from them.
    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      truePositives = try container.decode(Int.self, forKey: .truePositives)
      falsePositives = try container.decode(Int.self, forKey: .falsePositives)
      falseNegatives = try container.decode(Int.self, forKey: .falseNegatives)
      trueNegatives = try container.decode(Int.self, forKey: .trueNegatives)
    }

    /// Writes the counts and the shares.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(pairs, forKey: .pairs)
      try container.encode(truePositives, forKey: .truePositives)
      try container.encode(falsePositives, forKey: .falsePositives)
      try container.encode(falseNegatives, forKey: .falseNegatives)
      try container.encode(trueNegatives, forKey: .trueNegatives)
      for (value, key) in [
        (accuracy, CodingKeys.accuracy), (precision, .precision), (recall, .recall), (f1, .f1),
        (f1Lacks, .f1Lacks),
      ] { try container.encode(value.rounded4, forKey: key) }
    }

    mutating func count(found: Bool, isPresent: Bool) {
      switch (found, isPresent) {
      case (true, true): truePositives += 1
      case (true, false): falsePositives += 1
      case (false, true): falseNegatives += 1
      case (false, false): trueNegatives += 1
      }
    }
  }

  /// A pair on which verdict and label differ.
  public struct Miss: Sendable, Codable {
    /// Platform, by id.
    public var platform: String
    /// Type, by id.
    public var type: String
    /// What the label says.
    public var isPresent: Bool
    /// What the label quotes, or record ids.
    public var quotes: [String]
    /// The clause that the verdict rests on, or the nearest one.
    public var nearest: TypedClause?

    enum CodingKeys: String, CodingKey {
      case platform, type, quotes, nearest
      case isPresent = "is_present"
    }
  }

  /// Number of this layout.
  public var schema = 1

  /// Over all pairs.
  public var all = Score()
  /// By type.
  public var types: [String: Score] = [:]
  /// Pairs on which they differ.
  public var misses: [Miss] = []
  /// True positives whose label gives evidence.
  public var withEvidence = 0
  /// Of these, those where a clause shown as evidence is one that the label names.
  public var evidenceFound = 0
  /// Labels that were left out: no such platform in the index, or no such type.
  public var leftOut = 0

  /// Mean over the types with at least one yes of the F1 of "shares".
  public var macroF1: Double {
    let scored = types.values.filter { $0.truePositives + $0.falseNegatives > 0 }
    return scored.isEmpty ? 1 : scored.reduce(0) { $0 + $1.f1 } / Double(scored.count)
  }

  enum CodingKeys: String, CodingKey {
    case schema, all, types, misses
    case withEvidence = "with_evidence"
    case evidenceFound = "evidence_found"
    case leftOut = "left_out"
  }

  /// Compares verdicts with labels.
  ///
  /// - Parameters:
  ///   - labels: what people found.
  ///   - clauses: typed clauses, those below the threshold as well, of the documents that the labels are about.
  ///   - threshold: confidence from which a clause makes its platform share the provision.
  ///   - shown: how many clauses a verdict shows as evidence.
  ///   - platforms: ids of the platforms of the index.
  ///   - known: ids of the types.
  public init(
    labels: [GoldLabel], clauses: [TypedClause], threshold: Double = 0.5, shown: Int = 5,
    platforms: Set<String>, known: Set<String>
  ) {
    var found: [String: [TypedClause]] = [:]
    for clause in clauses { found["\(clause.platform) \(clause.type)", default: []].append(clause) }
    for label in labels {
      guard platforms.contains(label.platform), known.contains(label.type) else {
        leftOut += 1
        continue
      }
      let near = (found["\(label.platform) \(label.type)"] ?? []).enumerated()
        .sorted { ($1.element.confidence, $0.offset) < ($0.element.confidence, $1.offset) }.map(\.element)
      let shares = near.filter { $0.confidence >= threshold }
      all.count(found: !shares.isEmpty, isPresent: label.isPresent)
      types[label.type, default: Score()].count(found: !shares.isEmpty, isPresent: label.isPresent)
      if shares.isEmpty == label.isPresent {
        misses.append(
          Miss(
            platform: label.platform, type: label.type, isPresent: label.isPresent, quotes: label.evidence,
            nearest: near.first))
      } else if label.isPresent, !label.evidence.isEmpty {
        withEvidence += 1
        let quotes = label.evidence.map(\.normalizedWords)
        let isFound = shares.prefix(shown).contains { clause in
          let text = clause.text.normalizedWords
          let whole = (clause.heading + " " + clause.text).normalizedWords
          return label.evidence.contains(clause.clause)
            || quotes.contains { whole.contains($0) || $0.contains(text) }
        }
        if isFound { evidenceFound += 1 }
      }
    }
  }
}
