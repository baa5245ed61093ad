// Which clauses descend from one another? All clauses → families of wording, those of the most platforms first.

internal import GRDB

extension Searcher {
  /// Families of wording: clauses of two platforms or more, each verbatim or near-verbatim to one of them.
  ///
  /// All clauses are compared with all, none by sampling. See ``SharingLevel`` for when two are near-verbatim. A clause
  /// is in one family at most.
  ///
  /// - Parameters:
  ///   - name: a platform whose families alone are wanted, by id or name; nil for all.
  ///   - otherCompanies: whether families of one company alone are left out.
  ///   - sector: the sector whose platforms alone are looked at; nil for all.
  ///   - termsTypes: terms types of the documents looked at; nil for all.
  ///   - limit: families at most.
  ///   - progress: told how many wordings are done, of how many.
  /// - Throws: ``IndexError/unknownPlatform(name:near:)`` and ``IndexError/unknownValue(_:of:near:all:)`` for a
  ///   platform, sector or terms type that there is not.
  public func families(
    of name: String? = nil, otherCompanies: Bool = false, sector: String? = nil, termsTypes: [String]? = nil,
    limit: Int = Int.max, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> FamiliesAnswer {
    let own = try name.map { try platformIndex(named: $0) }
    let scope = try typeScope(sector: sector, termsTypes: termsTypes)
    return try read { database in
      let wordings = try ClauseWordings(
        database, vocabulary: try Vocabulary(expectedChunks: 200_000)
      ) { row in
        (1...arrays.count).contains(row) && scope.isLookedAt[Int(arrays.document[row - 1])]
      }
      let holders = wordings.rows.map { $0.map { platform(ofRow: $0) }.distinct }
      let groups = WordingFamilies.groups(
        copies: copies(of: wordings.words, progress: progress), holders: holders)
      let families = groups.map { group -> (leader: Int, platforms: [Int], rows: [Int]) in
        (
          wordings.rows[group[0]][0], group.flatMap { holders[$0] }.distinct,
          group.flatMap { wordings.rows[$0] }
        )
      }.filter { family in
        family.platforms.count > 1 && own.map { family.platforms.contains($0) } != false
          && !(otherCompanies && Set(family.platforms.map { platforms[$0].company }).count < 2)
      }
      let shown = families.prefix(limit)
      let stored = try StoredClause.fetch(rows: shown.flatMap(\.rows), from: database)
      let answers = shown.compactMap { family in
        stored[family.leader].map { leader in
          self.family(
            of: leader, family.rows.compactMap { stored[$0] }, family.platforms, wordings.vocabulary)
        }
      }
      return FamiliesAnswer(
        corpus: corpus.name, platform: own.map { platforms[$0].id }, otherCompanies: otherCompanies,
        sector: scope.sector, termsTypes: scope.termsTypes,
        clauses: wordings.rows.reduce(0) { $0 + $1.count }, total: families.count,
        notes: wordings.rows.isEmpty ? ["no clause to look at"] : [], families: answers)
    }
  }

  /// For each wording the ones that are near-verbatim to it, itself left out.
  private func copies(of wordings: [[Int32]], progress: (Int, Int) -> Void) -> [[Int32]] {
    let finder = CopyFinder(wordings)
    var copies = [[Int32]](repeating: [], count: wordings.count)
    for number in wordings.indices {
      for copy in finder.laterCopies(of: number) {
        copies[number].append(Int32(copy))
        copies[copy].append(Int32(number))
      }
      if number % 1024 == 0 { progress(number, wordings.count) }
    }
    progress(wordings.count, wordings.count)
    return copies
  }

  private func family(
    of leader: StoredClause, _ clauses: [StoredClause], _ holders: [Int], _ vocabulary: Vocabulary
  ) -> WordingFamily {
    let wording = Wording(leader.text, vocabulary)
    let members = clauses.map { clause -> WordingFamily.Member in
      let document = documents[clause.document]
      let platform = platforms[platformOfDocument[clause.document]]
      return WordingFamily.Member(
        clause: clause.id, platform: platform.id, platformName: platform.name, company: platform.company,
        document: document.id, termsType: document.termsType,
        level: wording.isVerbatim(Wording(clause.text, vocabulary)) ? .verbatim : .nearVerbatim,
        sourceURL: document.sourceURL, lastChanged: document.lastChanged)
    }
    let verbatim = members.filter { $0.level == .verbatim }
    return WordingFamily(
      platforms: holders.count, companies: Set(holders.map { platforms[$0].company }).count,
      clause: leader.id, title: leader.title, text: leader.text,
      members: verbatim + members.filter { $0.level != .verbatim })
  }
}
