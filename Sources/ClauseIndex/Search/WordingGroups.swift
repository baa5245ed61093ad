// Clauses of one type → groups that word it alike.

/// Groups clauses by the likeness of their wording.
struct WordingGroups {
  /// Cosine from which a clause joins a group: clauses of one type with the same words in another order reach it,
  /// those that only speak of the same matter seldom do.
  static let sameWording: Float = 0.4

  private struct Term {
    var number: Int32
    var weight: Float
  }

  /// Vectors of length 1, terms in order, so that equal input gives equal sums.
  private let vectors: [[Term]]

  init(_ profiles: [ClauseProfile]) {
    vectors = profiles.map { profile in
      profile.terms.map {
        Term(number: $0.number, weight: profile.norm > 0 ? $0.weight / profile.norm : 0)
      }
    }
  }

  /// The groups: of each the members, the most typical first.
  ///
  /// Leader clustering: a clause joins the leader that is most like it, or leads a group of its own. A second pass
  /// starts from the most typical members of the groups that the first one made, the largest first.
  func groups() -> [[Int]] {
    let first = gather(Array(vectors.indices), leaders: [])
    let leaders = first.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.map { typicalFirst($0)[0] }
    let rest = Set(leaders)
    return gather(vectors.indices.filter { !rest.contains($0) }, leaders: leaders).map(typicalFirst)
  }

  /// Gives each clause to the leader that is most like it, or makes it one.
  private func gather(_ clauses: [Int], leaders given: [Int]) -> [[Int]] {
    var groups: [[Int]] = []
    var holders: [Int32: [(group: Int, weight: Float)]] = [:]
    func lead(_ clause: Int) {
      for term in vectors[clause] { holders[term.number, default: []].append((groups.count, term.weight)) }
      groups.append([clause])
    }
    for leader in given { lead(leader) }
    for clause in clauses {
      var cosines = [Float](repeating: 0, count: groups.count)
      for term in vectors[clause] {
        for holder in holders[term.number] ?? [] { cosines[holder.group] += term.weight * holder.weight }
      }
      var best = (cosine: Self.sameWording, group: -1)
      for (group, cosine) in cosines.enumerated() where cosine > best.cosine { best = (cosine, group) }
      if best.group >= 0 { groups[best.group].append(clause) } else { lead(clause) }
    }
    return groups
  }

  /// The members with the one before that is most like all of them.
  private func typicalFirst(_ members: [Int]) -> [Int] {
    guard members.count > 2 else { return members }
    var sum: [Int32: Float] = [:]
    for member in members { for term in vectors[member] { sum[term.number, default: 0] += term.weight } }
    var best = (likeness: Float(-1), member: members[0])
    for member in members {
      let likeness = vectors[member].reduce(Float(0)) { $0 + $1.weight * (sum[$1.number] ?? 0) }
      if likeness > best.likeness + 0.0001 { best = (likeness, member) }
    }
    return [best.member] + members.filter { $0 != best.member }
  }
}
