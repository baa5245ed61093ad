// The clauses of a draft → who has the like, and how they word it; on all cores.

internal import Dispatch
internal import Foundation
internal import GRDB

extension Searcher {
  /// A clause of a draft, still without types and findings, and what these are made from.
  struct Judged: Sendable {
    var clause: CheckedClause
    var facts: JudgedClause
  }

  /// The clauses of a draft, each held against the index.
  func judged(
    _ draft: DraftDocument, _ typings: DocumentTypings, _ facts: CheckedDraft, _ scope: DraftScope,
    _ options: CheckOptions, _ progress: @escaping @Sendable (Int, Int) -> Void
  ) throws -> [Judged] {
    let rows = draft.rows.clauses
    var types = [[TypingRow]](repeating: [], count: rows.count)
    for typing in typings.rows { types[typing.clause].append(typing) }
    let (found, next) = (Gathered<Result<Judged, any Error>>(count: rows.count), Counter())
    let typed = types
    DispatchQueue.concurrentPerform(iterations: max(1, ProcessInfo.processInfo.activeProcessorCount)) { _ in
      while let turn = next.take(below: rows.count) {
        let result = Result {
          try read { database in
            try judged(rows[turn], turn, typed[turn], facts, scope, options, database)
          }
        }
        progress(found.set(result, at: turn), rows.count)
      }
    }
    return try found.all().map { try $0.get() }
  }

  private func judged(
    _ row: ClauseRow, _ index: Int, _ typings: [TypingRow], _ facts: CheckedDraft, _ scope: DraftScope,
    _ options: CheckOptions, _ database: Database
  ) throws -> Judged {
    var probe = Probe(text: row.text, ownPlatform: scope.own)
    (probe.title, probe.heading, probe.leadIn) = (row.title, row.heading, row.leadIn)
    probe.types = TypeShares(found: typings.map { ($0.type, $0.confidence) })
    let typings = typings.filter { $0.confidence >= Confidence.typed }
    let near = try closestClauses(to: probe, .everyPlatform, database)
    let answer = prevalence(of: probe, near, home: facts.termsType, minScore: options.minScore)
    let kind: CheckedClause.Kind = typings.isEmpty && row.isDefinition ? .definition : .clause
    let clause = CheckedClause(
      position: index + 1, kind: kind, number: row.printedNumber, title: row.title, heading: row.heading,
      leadIn: row.leadIn, text: row.text, lines: [row.lines.lowerBound, row.lines.upperBound], types: [],
      prevalence: counted(answer, scope), closest: closest(near, most: options.closest), findings: [],
      caution: probe.caution)
    return Judged(
      clause: clause,
      facts: JudgedClause(
        words: row.text.split(whereSeparator: \.isWhitespace).count, kind: kind, typings: typings,
        prevalence: clause.prevalence, nearest: near.clauses.first?.score ?? 0, copy: copy(in: answer, scope),
        contrary: contrary(near, minScore: options.minScore)))
  }

  private func counted(_ answer: PrevalenceAnswer, _ scope: DraftScope) -> CheckedPrevalence {
    var inSector: (sharing: Int, able: Int)?
    if scope.sector != nil {
      let ids = Set(scope.peers.map { platforms[$0].id })
      let rows = answer.platforms.filter { ids.contains($0.platform) }
      inSector = (rows.count { $0.verdict == .shares }, rows.count { $0.verdict != .unknown })
    }
    return CheckedPrevalence(
      label: answer.label, sharing: answer.sharing, total: answer.total, companies: answer.companies,
      lacking: answer.lacking, unknown: answer.unknown, sharingInSector: inSector?.sharing,
      ableInSector: inSector?.able, levels: answer.levels ?? [], termsTypes: answer.termsTypes)
  }

  /// The closest clauses, one a platform.
  private func closest(_ near: ClosestClauses, most: Int) -> [CloseClause] {
    var taken: Set<Int> = []
    var clauses: [CloseClause] = []
    for found in near.clauses where found.score >= Self.leastSimilar && clauses.count < most {
      let owner = platformOfDocument[found.clause.document]
      guard taken.insert(owner).inserted else { continue }
      let (platform, document) = (platforms[owner], documents[found.clause.document])
      clauses.append(
        CloseClause(
          clause: found.clause.id, platform: platform.id, platformName: platform.name,
          company: platform.company, termsType: document.termsType, title: found.clause.title,
          excerpt: near.readers.first.excerpt.of(found.clause.text), score: found.score.rounded4,
          level: found.level,
          shared: found.shared, sourceURL: document.sourceURL))
    }
    return clauses
  }

  /// The one company that has the wording; nil where several have it or none, or it is the draft's own.
  private func copy(in answer: PrevalenceAnswer, _ scope: DraftScope) -> JudgedClause.Copy? {
    let rows = answer.platforms.filter { $0.level == .verbatim || $0.level == .nearVerbatim }
    guard let company = rows.first?.company, rows.allSatisfy({ $0.company == company }),
      scope.own.map({ platforms[$0].company != company }) ?? true
    else { return nil }
    return JudgedClause.Copy(
      company: company, platforms: rows.map(\.platformName),
      isVerbatim: rows.contains { $0.level == .verbatim })
  }

  /// Opposition from which two clauses are held to say contrary things.
  private static let leastOpposition = 0.5

  /// Platforms with a clause that would be the same provision did it not say the contrary, the closest first.
  private func contrary(_ near: ClosestClauses, minScore: Double) -> [String] {
    near.clauses.compactMap { found -> (platform: String, score: Double)? in
      guard var measures = found.measures, measures.opposition >= Self.leastOpposition else { return nil }
      measures.opposition = 0
      let score = SimilarityScore.of(measures)
      guard score >= minScore else { return nil }
      return (platforms[platformOfDocument[found.clause.document]].name, score)
    }.sorted { ($1.score, $0.platform) < ($0.score, $1.platform) }.map(\.platform).distinct
  }
}

extension ClauseRow {
  /// Whether it only says what a word means.
  var isDefinition: Bool {
    let start = text.split(whereSeparator: \.isWhitespace).prefix(14).joined(separator: " ").lowercased()
    let quotes = "“\"‘'„«"
    let isQuoted = start.first.map(quotes.contains) == true || title.first.map(quotes.contains) == true
    let verbs = [
      " means ", " mean ", " shall mean ", " refers to ", " refer to ", " has the meaning ",
      " have the meaning ",
    ]
    if verbs.contains(where: { start.contains($0) }), isQuoted || isUnderDefinitions || start.contains("” ") {
      return true
    }
    return isUnderDefinitions && isQuoted && [" is ", " are ", ": "].contains { start.contains($0) }
  }

  private var isUnderDefinitions: Bool {
    let above = (heading + " " + title).lowercased()
    return ["definition", "defined terms", "interpretation", "words mean"].contains { above.contains($0) }
  }
}
