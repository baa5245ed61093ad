// Wordings and who has them → groups of wordings that are near-verbatim to one of them.

/// Groups wordings that descend from one another.
///
/// Joined from copy to copy, groups would drift: the first and the last of a long row have nothing in common. So a
/// group is a star: one wording, and those that are near-verbatim to it. The wording with the copies at the most
/// platforms leads the first group, which takes its copies away; then the next is chosen among the rest. Two members
/// are never further apart than two steps. A wording between two groups belongs to the one chosen first.
enum WordingFamilies {
  /// A group: wordings by number, the leader first.
  typealias Family = [Int]

  /// The groups, in the order in which they were chosen: those of the most platforms first.
  ///
  /// - Parameters:
  ///   - copies: for each wording the ones that are near-verbatim to it, both ways, itself left out.
  ///   - holders: for each wording the platforms that have it, as numbers.
  static func groups(copies: [[Int32]], holders: [[Int]]) -> [Family] {
    var isTaken = [Bool](repeating: false, count: copies.count)
    func star(_ leader: Int) -> Family { [leader] + copies[leader].map(Int.init).filter { !isTaken[$0] } }
    func reach(_ family: Family) -> Int { Set(family.flatMap { holders[$0] }).count }
    // The reach of a star only sinks as wordings are taken: one that keeps what it had is the best that is left.
    var waiting: [[Int]] = []
    func wait(_ leader: Int, _ reach: Int) {
      while waiting.count <= reach { waiting.append([]) }
      waiting[reach].append(leader)
    }
    for leader in copies.indices { wait(leader, reach(star(leader))) }
    var families: [Family] = []
    for expected in waiting.indices.reversed() where expected > 0 {
      // Of equal reach, the wording that the most platforms have, then the longest: equal input gives equal groups.
      let leaders = waiting[expected].sorted { (holders[$1].count, $1) < (holders[$0].count, $0) }
      for leader in leaders where !isTaken[leader] {
        let family = star(leader)
        let now = reach(family)
        guard now == expected else {
          wait(leader, now)
          continue
        }
        for wording in family { isTaken[wording] = true }
        families.append(family)
      }
    }
    return families
  }
}
