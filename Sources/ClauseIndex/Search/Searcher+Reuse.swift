// Which passages does a platform have word for word from others? A platform → runs of words, longest first.

internal import GRDB

extension Searcher {
  /// Words in the shortest passage that `reuse` counts unless asked otherwise.
  public static let shortestReused = 12

  /// The passages that a platform shares word for word with another, or with any other.
  ///
  /// Words are the same where their letters and digits are, letter case and diacritics aside; what stands between them
  /// makes no difference. A passage lies within one clause on either side. Runs of stop words alone don't count.
  /// Every clause of the other platforms is read.
  ///
  /// - Parameters:
  ///   - name: the platform, by id or name.
  ///   - other: the one other platform to look at; nil for all.
  ///   - minWords: words in the shortest passage, 1 or more.
  ///   - otherCompanies: whether platforms of the same company are left out.
  ///   - sector: the sector whose platforms alone are looked at; nil for all.
  ///   - termsTypes: terms types of the documents looked at, on both sides; nil for all.
  ///   - limit: passages at most.
  /// - Throws: ``IndexError/unknownPlatform(name:near:)`` and ``IndexError/unknownValue(_:of:near:all:)`` for a
  ///   platform, sector or terms type that there is not.
  public func reuse(
    _ name: String, other: String? = nil, minWords: Int = Searcher.shortestReused,
    otherCompanies: Bool = false, sector: String? = nil, termsTypes: [String]? = nil, limit: Int = Int.max
  ) throws -> ReuseAnswer {
    let own = try platformIndex(named: name)
    let partner = try other.map { try platformIndex(named: $0) }
    let scope = try typeScope(sector: sector, termsTypes: termsTypes)
    let isLookedAt = documents.indices.map { index in
      let platform = platformOfDocument[index]
      return platform != own && scope.isLookedAt[index] && (partner == nil || platform == partner)
        && !(otherCompanies && platforms[platform].company == platforms[own].company)
    }
    let isOwn = documents.indices.map { index in
      platformOfDocument[index] == own && scope.termsTypes?.contains(documents[index].termsType) != false
    }
    return try read { database in
      let rows = (1..<(arrays.count + 1)).filter { isOwn[Int(arrays.document[$0 - 1])] }
      let stored = try StoredClause.fetch(rows: rows, from: database)
      var passages = ReusedPassages(
        rows.compactMap { stored[$0] }, shortest: max(1, minWords),
        vocabulary: try Vocabulary(expectedChunks: 100_000, Vocabulary.unstemmed))
      try forEachText(in: isLookedAt, database) { row, text in passages.add(text, row: row) }
      let found = passages.found { self.platform(ofRow: $0) }
      let shown = found.prefix(limit)
      let others = try StoredClause.fetch(
        rows: shown.flatMap { $0.sharing.map(\.row) }.distinct, from: database)
      func place(_ place: ReusedPassages.Place, _ clause: StoredClause) -> ReusedPlace {
        let document = documents[clause.document]
        let platform = platforms[platformOfDocument[clause.document]]
        let bytes = passages.bytes(of: place.range, in: clause.text)
        return ReusedPlace(
          clause: clause.id, platform: platform.id, platformName: platform.name, company: platform.company,
          isSameCompany: platform.company == platforms[own].company, document: document.id,
          termsType: document.termsType, title: clause.title, words: place.range.count,
          start: bytes.lowerBound, end: bytes.upperBound, sourceURL: document.sourceURL,
          lastChanged: document.lastChanged)
      }
      let answers = shown.map { passage -> ReusedPassage in
        let places = passage.places.compactMap { at in stored[at.row].map { place(at, $0) } }
        let sharing = passage.sharing.compactMap { at in others[at.row].map { place(at, $0) } }
        let whole = sharing.filter { $0.words == passage.words }
        let bytes = stored[passage.places[0].row].map { Array($0.text.utf8) } ?? []
        return ReusedPassage(
          text: String(decoding: bytes[places[0].start..<places[0].end], as: UTF8.self),
          words: passage.words, platforms: whole.count,
          companies: Set(whole.filter { !$0.isSameCompany }.map(\.company)).count,
          inPart: sharing.count - whole.count, places: places, sharing: sharing)
      }
      return ReuseAnswer(
        corpus: corpus.name, platform: platforms[own].id, platformName: platforms[own].name,
        other: partner.map { platforms[$0].id }, minWords: max(1, minWords), otherCompanies: otherCompanies,
        sector: scope.sector, termsTypes: scope.termsTypes, clauses: rows.count, total: found.count,
        platforms: Set(found.flatMap { $0.sharing.map { self.platform(ofRow: $0.row) } }).count,
        notes: reuseNotes(own, partner, rows.count, isLookedAt), passages: answers)
    }
  }

  private func reuseNotes(_ own: Int, _ partner: Int?, _ clauses: Int, _ isLookedAt: [Bool]) -> [String] {
    var notes: [String] = []
    if partner == own { notes.append("a platform shares every passage with itself: name another") }
    if clauses == 0 { notes.append("no clause of \(platforms[own].name) to look at") }
    if partner != own, !isLookedAt.contains(true) {
      notes.append("no document of \(partner.map { platforms[$0].name } ?? "other platforms") to look at")
    }
    return notes
  }

  /// Calls `body` with the text of every clause of some documents.
  private func forEachText(
    in isLookedAt: [Bool], _ database: Database, _ body: (_ row: Int, _ text: String) -> Void
  ) throws {
    let cursor = try Row.fetchCursor(database, sql: "SELECT number, text FROM clause ORDER BY number")
    while let row = try cursor.next() {
      let number: Int = try row.value(0)
      guard (1...arrays.count).contains(number), isLookedAt[Int(arrays.document[number - 1])] else {
        continue
      }
      body(number, try row.value(1))
    }
  }
}
