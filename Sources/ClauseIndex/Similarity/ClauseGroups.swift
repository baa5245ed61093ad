// A few hundred clauses → which of them are the same provision, by the same score as `similar`.

internal import GRDB

/// Compares some clauses each with each.
struct ClauseGroups {
  private let profiles: [ClauseProfile]
  private let passages: [SharedPassages]
  private let polarities: [Polarity]

  init(_ clauses: [StoredClause], reader: ProfileReader, _ arrays: SimilarityArrays) throws {
    profiles = try clauses.map { clause in
      var profile = try reader.profile(clause)
      profile.types = arrays.typings.shares(ofRow: clause.row)
      profile.crowding = arrays.crowding[clause.row - 1]
      return profile
    }
    passages = clauses.map { SharedPassages(of: $0.text, vocabulary: reader.vocabulary) }
    polarities = clauses.map { Polarity($0.text, leadIn: $0.leadIn) }
  }

  /// Clauses that belong together, with the lowest score that joined two of them.
  struct Group {
    var members: [Int]
    var score: Double?
  }

  /// Brings clauses of different owners together, the surest pairs first.
  ///
  /// A group has one clause an owner at most. Larger groups come first, then in the order of the clauses.
  func groups(owners: [Int], minScore: Double) -> [Group] {
    var groupOf = Array(owners.indices)
    var groups = owners.indices.map { Group(members: [$0], score: nil) }
    for pair in pairs(owners: owners, minScore: minScore) {
      let (a, b) = (groupOf[pair.first], groupOf[pair.second])
      guard a != b else { continue }
      let taken = Set(groups[a].members.map { owners[$0] })
      guard !groups[b].members.contains(where: { taken.contains(owners[$0]) }) else { continue }
      for member in groups[b].members { groupOf[member] = a }
      groups[a].members += groups[b].members
      groups[a].score = pair.score
      groups[b].members = []
    }
    return groups.filter { !$0.members.isEmpty }.sorted {
      let (a, b) = ($0.members, $1.members)
      return a.count != b.count ? a.count > b.count : (a.min() ?? 0) < (b.min() ?? 0)
    }
  }

  private func pairs(owners: [Int], minScore: Double) -> [(first: Int, second: Int, score: Double)] {
    var found: [(first: Int, second: Int, score: Double)] = []
    for clause in profiles.indices {
      for other in 0..<clause where owners[other] != owners[clause] {
        let (a, b) = (profiles[clause], profiles[other])
        var measures = SimilarityMeasures(
          a.likeness(to: b), meaning: a.vector.cosine(to: b.vector),
          crowding: b.crowding, heading: a.heading.cosine(to: b.heading),
          type: a.types.comparison(with: b.types))
        guard SimilarityScore.most(measures) >= minScore else { continue }
        measures.coverage = passages[clause].coverage(by: passages[other])
        measures.opposition = polarities[clause].opposition(to: polarities[other])
        let score = SimilarityScore.of(measures)
        if score >= minScore { found.append((other, clause, score)) }
      }
    }
    return found.sorted { ($0.score, $1.first, $1.second) > ($1.score, $0.first, $0.second) }
  }
}
