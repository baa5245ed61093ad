// A few hundred clauses → which of them are the same provision, by the same score as `similar`.

internal import GRDB

/// Term vectors of some clauses, for comparing each with each.
struct ClauseVectors {
  private let vectors: [[Int32: Float]]
  private let norms: [Float]
  private let passages: [SharedPassages]
  private let texts: [String]
  private let headings: [HeadingLikeness.Vector]

  init(_ clauses: [StoredClause], arrays: ClauseArrays, database: Database) throws {
    let vocabulary = try Vocabulary()
    vectors = try TermVectors.of(clauses, vocabulary, total: arrays.count, database)
    norms = clauses.map { arrays.norm[$0.row - 1] }
    passages = clauses.map { SharedPassages(of: $0.text, vocabulary: vocabulary) }
    texts = clauses.map(\.text)
    var headings = HeadingLikeness(vocabulary: vocabulary, clauses: arrays.count, database: database)
    self.headings = try clauses.map { try headings.vector(title: $0.title, heading: $0.heading) }
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
    var holders: [Int32: [(clause: Int, weight: Float)]] = [:]
    var found: [(first: Int, second: Int, score: Double)] = []
    for clause in vectors.indices {
      var sums: [Int: Likeness] = [:]
      for (term, weight) in vectors[clause].sorted(by: { $0.key < $1.key }) {
        for other in holders[term] ?? [] where owners[other.clause] != owners[clause] {
          var sum = sums[other.clause] ?? Likeness(cosine: 0, ofProbe: 0, ofClause: 0)
          sum.cosine += weight * other.weight
          sum.ofProbe += weight * weight
          sum.ofClause += other.weight * other.weight
          sums[other.clause] = sum
        }
        holders[term, default: []].append((clause, weight))
      }
      for (other, sum) in sums {
        guard norms[clause] > 0, norms[other] > 0 else { continue }
        let likeness = Likeness(
          cosine: min(1, sum.cosine / (norms[clause] * norms[other])),
          ofProbe: min(1, sum.ofProbe / (norms[clause] * norms[clause])),
          ofClause: min(1, sum.ofClause / (norms[other] * norms[other])))
        var measures = SimilarityMeasures(likeness, coverage: 1)
        measures.heading = HeadingLikeness.cosine(headings[clause], headings[other])
        guard SimilarityScore.of(measures) >= minScore else { continue }
        measures.coverage = passages[clause].with(texts[other]).coverage
        let score = SimilarityScore.of(measures)
        if score >= minScore { found.append((other, clause, score)) }
      }
    }
    return found.sorted { ($0.score, $1.first, $1.second) > ($1.score, $0.first, $0.second) }
  }
}
