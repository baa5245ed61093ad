// Is my draft as others are? The text of one's own terms → each clause held against the index, and what is missing.

internal import Dispatch
internal import Foundation
internal import GRDB

extension Searcher {
  /// Checks a draft of terms: what its clauses are, who has the like, what is unusual, and what is missing.
  ///
  /// The draft is cut into clauses and typed as the build does it. Every clause is then held against the index as
  /// ``prevalence(ofText:leavingOut:minScore:)`` does, with its title and headings, on all cores.
  ///
  /// - Parameters:
  ///   - draft: the text of the draft, Markdown or plain text.
  ///   - options: the draft's kind, sector and platform, and thresholds.
  /// - Throws: as ``check(_:name:options:progress:)``.
  public func check(text draft: String, options: CheckOptions = CheckOptions()) throws -> CheckAnswer {
    try check(Array(draft.utf8), options: options)
  }

  /// Checks a draft of terms, from the bytes of its file.
  ///
  /// - Parameters:
  ///   - bytes: Markdown or plain text in English, UTF-8, at most 5 MB.
  ///   - name: what messages call the draft, such as the name of its file; its kind may be guessed from it.
  ///   - options: the draft's kind, sector and platform, and thresholds.
  ///   - progress: receives the number of clauses done and of all, from any thread.
  /// - Throws: ``IndexError/badDraft(name:problem:remedy:)`` for a draft that can't be read,
  ///   ``IndexError/unknownPlatform(name:near:)``, or ``IndexError/unknownValue(_:of:near:all:)`` for a sector or
  ///   terms type that there is not.
  public func check(
    _ bytes: [UInt8], name: String = "draft", options: CheckOptions = CheckOptions(),
    progress: @escaping @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws -> CheckAnswer {
    let draft = try DraftDocument(bytes, name: name)
    let scope = try DraftScope(options, self)
    let facts = try described(draft, Digest.sha256Hex(bytes), options, scope)
    let (usage, typings) = try read { database -> (TypeUsage, DocumentTypings) in
      let catalogue = try catalogue(database)
      let found = try typed(draft, ownName: facts.ownName, scope, catalogue)
      let types = Set(found.rows.filter { $0.confidence >= Confidence.typed }.map(\.type))
      return (try TypeUsage(scope, catalogue, types: types, self, database), found)
    }
    let judged = try judged(draft, typings, facts, scope, options, progress)
    let reader = FindingReader(
      usage: usage,
      copies: judged.reduce(into: [:]) { count, judged in
        if let copy = judged.facts.copy { count[copy.company, default: 0] += 1 }
      })
    let clauses = judged.map { judged -> CheckedClause in
      var clause = judged.clause
      clause.types = judged.facts.typings.map { checkedType($0, usage) }
      clause.findings = reader.findings(of: judged.facts)
      return clause
    }
    let missing = try missing(from: draft, typings, facts.termsType, usage, minShare: options.minShare)
    let passedOver = passedOver(in: draft)
    return CheckAnswer(
      corpus: corpus.name, corpusDate: corpus.date, draft: facts, total: platforms.count,
      sector: scope.sector, peers: scope.peers.count, minScore: options.minScore, minShare: options.minShare,
      counts: CheckCounts(clauses, passedOver: passedOver.count, missing: missing.count),
      copiedFrom: copiedFrom(zip(clauses, judged.map(\.facts.copy))),
      notes: notes(on: draft, facts, usage, passedOver), clauses: clauses, passedOver: passedOver,
      missing: missing)
  }

  private func described(
    _ draft: DraftDocument, _ sha256: String, _ options: CheckOptions, _ scope: DraftScope
  ) throws(IndexError) -> CheckedDraft {
    let known = documents.map(\.termsType).distinct.sorted()
    var kind = draft.termsType(among: known)
    if let asked = options.termsType {
      kind = (try self.known(asked, of: "terms type", among: known), .asked)
    }
    return CheckedDraft(
      name: draft.name, title: draft.title, termsType: kind.termsType, termsTypeFrom: kind.from,
      ownName: options.ownName ?? scope.own.map { platforms[$0].name } ?? draft.nameInTitle,
      platform: scope.own.map { platforms[$0].id }, words: draft.check.words, sha256: sha256)
  }

  /// The types of the draft's clauses, found as the build finds them.
  private func typed(
    _ draft: DraftDocument, ownName: String, _ scope: DraftScope, _ catalogue: TypeCatalogue
  ) throws -> DocumentTypings {
    guard !catalogue.types.isEmpty else { return DocumentTypings() }
    var names = scope.own.map { PlatformNames.words(of: platforms[$0]) } ?? []
    if !ownName.isEmpty {
      let named = Platform(id: "", name: ownName, company: ownName, sector: "", country: "", services: [])
      names.formUnion(PlatformNames.words(of: named))
    }
    var classifier = Classifier(try compiledTypes(catalogue))
    return DocumentTypings(draft.rows, &classifier, names: names)
  }

  private func checkedType(_ typing: TypingRow, _ usage: TypeUsage) -> CheckedType {
    let type = usage.catalogue.types[typing.type]
    let count = usage.count(typing.type)
    return CheckedType(
      type: type.id, name: type.name,
      category: usage.catalogue.category(type.category)?.name ?? type.category,
      confidence: typing.confidence, severity: typing.severity,
      severityReason: typing.condition.map { type.severity.conditions[$0].reason } ?? type.severity.reason,
      parameters: typing.parameters, sharing: count.sharing, able: count.able)
  }

  private func copiedFrom(
    _ clauses: Zip2Sequence<[CheckedClause], [JudgedClause.Copy?]>
  ) -> [CopiedFrom] {
    var byCompany: [String: CopiedFrom] = [:]
    for (clause, copy) in clauses where clause.findings.contains(where: { $0.kind == .copied }) {
      guard let copy else { continue }
      var all = byCompany[copy.company] ?? CopiedFrom(company: copy.company, platforms: [], clauses: [])
      all.platforms = (all.platforms + copy.platforms).distinct.sorted()
      all.clauses.append(clause.position)
      byCompany[copy.company] = all
    }
    return byCompany.values.sorted { ($1.clauses.count, $0.company) < ($0.clauses.count, $1.company) }
  }

  private func passedOver(in draft: DraftDocument) -> [PassedOver] {
    draft.rows.boilerplate.map { row in
      let isForeign = draft.check.foreign.contains { $0.contains(row.bytes.lowerBound) }
      return PassedOver(
        reason: isForeign ? .notEnglish : .boilerplate, text: row.text,
        lines: [row.lines.lowerBound, row.lines.upperBound])
    }
  }

  private func notes(
    on draft: DraftDocument, _ facts: CheckedDraft, _ usage: TypeUsage, _ passedOver: [PassedOver]
  ) -> [String] {
    var notes = usage.scope.notes
    if usage.catalogue.types.isEmpty { notes.append(Self.noTypes) }
    switch facts.termsTypeFrom {
    case .asked: break
    case .title: notes.append("taken for \(facts.termsType) by its title; say otherwise with --as")
    case .name: notes.append("taken for \(facts.termsType) by its name; say otherwise with --as")
    case .assumed:
      notes.append("nothing says what kind of document it is: \(facts.termsType) is assumed (--as)")
    }
    if facts.ownName.isEmpty {
      notes.append(
        "the name by which the draft speaks of its own company is not known: where it says that name instead of “we”, types may be missed (--name)"
      )
    }
    let foreign = passedOver.count { $0.reason == .notEnglish }
    if foreign > 0 { notes.append("\(foreign) passages are not in English and were not looked at") }
    if draft.check.words < Self.fewDraftWords {
      notes.append("the draft has only \(draft.check.words) words: what it lacks says little")
    }
    return notes
  }

  /// Fewer words are a clause or two and no document.
  private static let fewDraftWords = 300
}

extension CheckCounts {
  fileprivate init(_ clauses: [CheckedClause], passedOver: Int, missing: Int) {
    func count(_ label: PrevalenceLabel) -> Int { clauses.count { $0.prevalence.label == label } }
    self.clauses = clauses.count
    unusual = clauses.count { !$0.findings.isEmpty }
    (unique, rare, shared, common) = (count(.unique), count(.rare), count(.shared), count(.common))
    definitions = clauses.count { $0.kind == .definition }
    untyped = clauses.count { $0.kind == .clause && $0.types.isEmpty }
    types = Set(clauses.flatMap { $0.types.map(\.type) }).count
    self.passedOver = passedOver
    self.missing = missing
  }
}
