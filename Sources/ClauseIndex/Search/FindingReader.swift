// A clause of a draft, its types and who shares it → why it deserves a look.

/// What is known of a draft's clause when it is asked what is unusual in it.
struct JudgedClause: Sendable {
  /// A company whose wording the clause has, and nobody else's.
  struct Copy: Sendable {
    var company: String
    var platforms: [String]
    var isVerbatim: Bool
  }

  var words: Int
  var kind: CheckedClause.Kind
  var typings: [TypingRow]
  var prevalence: CheckedPrevalence
  /// Score of the closest clause elsewhere; 0 where there is none.
  var nearest: Double
  var copy: Copy?
  /// Names of platforms that say the contrary in like words.
  var contrary: [String]
}

/// Finds what is unusual in clauses.
struct FindingReader {
  /// Fewer words tell no provision from another: as ``Probe/caution``.
  static let fewestWords = 8
  /// Fewer words are in many texts by chance.
  static let fewestCopiedWords = 20
  /// A type is rare where less than this share of the peers that could have it do.
  static let rareType = 0.1
  /// Confidence from which a typing is sure enough to call the clause rare or grave for it: a rule of the type suffices.
  static let sureType = 0.8
  /// Platforms that must be able to have a type, or have it, for it to be called rare or grave.
  static let leastPlatforms = 10
  /// A severity is unusual where at most this share of the platforms that have the type reaches it.
  static let graveFraction = 0.25
  /// Below this score the closest clause is about something else.
  static let nothingNear = 0.4

  /// A clause that is like that of one company alone counts as copied from there if it is rare, the very words, or one of
  /// this many: a single usual clause is like another by chance.
  static let fewestCopies = 3

  /// Platforms that must say the contrary: fewer may be misread.
  static let fewestContrary = 5
  /// Contrary clauses for each that shares the provision, at least.
  ///
  /// Of the 239 clauses of two platforms' terms three reach it, two of which deny what others say; at 0.15 and without
  /// a limit to the words, 13 of 126 do, most of them misread: of a long clause some part is denied somewhere.
  static let contraryFraction = 0.2
  /// Words of a clause that is held against contrary ones, at most.
  static let mostContraryWords = 40

  let usage: TypeUsage
  /// How many clauses of the draft have the wording of one company alone, by company.
  let copies: [String: Int]

  /// Why a clause deserves a look, the most telling first.
  func findings(of clause: JudgedClause) -> [CheckFinding] {
    var findings = clause.typings.flatMap { onType($0, clause) }
    if let rarity = rarity(of: clause) { findings.append(rarity) }
    if let contrary = contrary(to: clause) { findings.append(contrary) }
    if let copied = copied(in: clause) { findings.append(copied) }
    return findings.enumerated().sorted { left, right in
      let (a, b) = (left.element.attention, right.element.attention)
      return a != b ? a > b : left.offset < right.offset
    }.map(\.element)
  }

  private var peers: String {
    usage.scope.sector.map { "platforms of the sector \($0)" } ?? "platforms"
  }

  // MARK: Rarity

  private func rarity(of clause: JudgedClause) -> CheckFinding? {
    let (sharing, total) = (clause.prevalence.sharing, clause.prevalence.total)
    guard clause.kind == .clause, clause.words >= Self.fewestWords else { return nil }
    let usual = clause.typings.map { ($0.type, usage.countOfAll($0.type)) }
      .filter { $0.1.share >= Self.rareType }.max { $0.1.sharing < $1.1.sharing }
    switch clause.prevalence.label {
    case .unique:
      let near =
        clause.nearest < Self.nothingNear
        ? "and nothing comes near" : "though the closest clause is near: read it"
      if let (type, count) = usual {
        let name = usage.catalogue.types[type].name
        return CheckFinding(
          kind: .ownWording, attention: .low,
          text:
            "No other of \(total) platforms has it in like words, though \(count.sharing) of \(count.able) that could have a clause "
            + "on “\(name)” do: read what it adds", type: usage.catalogue.types[type].id, parameter: nil,
          count: 0, of: total)
      }
      return CheckFinding(
        kind: .unique, attention: clause.nearest < Self.nothingNear ? .high : .medium,
        text: "No other of \(total) platforms was found to have it, \(near)", type: nil, parameter: nil,
        count: 0, of: total)
    case .rare where usual == nil:
      let companies = clause.prevalence.companies
      return CheckFinding(
        kind: .rare, attention: .low,
        text: "Only \(sharing) of \(total) platforms \(sharing == 1 ? "has" : "have") it"
          + (companies < sharing ? ", of \(companies) \(companies == 1 ? "company" : "companies")" : ""),
        type: nil, parameter: nil, count: sharing, of: total)
    default: return nil
    }
  }

  // MARK: Types

  private func onType(_ typing: TypingRow, _ clause: JudgedClause) -> [CheckFinding] {
    let type = usage.catalogue.types[typing.type]
    var findings: [CheckFinding] = []
    if let rare = rareType(typing, type) { findings.append(rare) }
    if let grave = grave(typing, type) { findings.append(grave) }
    for value in typing.parameters {
      guard let unusual = usage.unusual(value, of: typing.type) else { continue }
      findings.append(
        CheckFinding(
          kind: .parameter, attention: unusual.isNumber ? .medium : .low,
          text:
            "\(type.name), \(value.parameter.split(separator: "_").joined(separator: " ")): \(unusual.text)",
          type: type.id, parameter: value.parameter, count: unusual.count, of: unusual.of))
    }
    return findings
  }

  /// "Arbitration opt-out (opt out period)", or the type alone where that says it.
  private static func subject(_ parameter: String, of type: ClauseType) -> String {
    let words = parameter.split(separator: "_")
    let isSaid = words.allSatisfy { type.name.lowercased().contains($0) }
    return isSaid ? type.name : "\(type.name) (\(words.joined(separator: " ")))"
  }

  private func rareType(_ typing: TypingRow, _ type: ClauseType) -> CheckFinding? {
    var (count, among) = (usage.count(typing.type), peers)
    if count.able < Self.leastPlatforms { (count, among) = (usage.countOfAll(typing.type), "platforms") }
    guard typing.confidence >= Self.sureType, count.able >= Self.leastPlatforms, count.share < Self.rareType
    else { return nil }
    let have = count.sharing == 0 ? "None" : "Only \(count.sharing)"
    return CheckFinding(
      kind: .rareType, attention: typing.severity == .high ? .high : .medium,
      text: "\(have) of the \(count.able) \(among) that could have a clause on “\(type.name)” "
        + "\(count.sharing == 1 ? "has" : "have") one", type: type.id, parameter: nil,
      count: count.sharing, of: count.able)
  }

  private func grave(_ typing: TypingRow, _ type: ClauseType) -> CheckFinding? {
    guard typing.severity > .low, typing.confidence >= Self.sureType else { return nil }
    let graves = usage.platforms(typing.type, atLeast: typing.severity)
    guard graves.of >= Self.leastPlatforms,
      Double(graves.count) <= Double(graves.of) * Self.graveFraction
    else { return nil }
    let reason = typing.condition.map { type.severity.conditions[$0].reason } ?? type.severity.reason
    // What a good part of the others have too is less of a surprise.
    let isFew = Double(graves.count) <= Double(graves.of) * Self.rareType
    return CheckFinding(
      kind: .severity,
      attention: typing.severity == .high ? (isFew ? .high : .medium) : (isFew ? .medium : .low),
      text:
        "Graver than such clauses mostly are: of the \(graves.of) platforms with a clause on “\(type.name)” "
        + "\(graves.count) (\(Self.percent(graves.count, of: graves.of))) have one of \(typing.severity) severity"
        + "\(typing.severity == .high ? "" : " or graver"). \(reason)",
      type: type.id, parameter: nil, count: graves.count, of: graves.of)
  }

  private static func percent(_ count: Int, of all: Int) -> String {
    count > 0 && count * 200 < all ? "<1%" : "\(Int((Double(count) / Double(max(1, all)) * 100).rounded()))%"
  }

  // MARK: Others

  private func contrary(to clause: JudgedClause) -> CheckFinding? {
    let (against, sharing) = (clause.contrary, clause.prevalence.sharing)
    guard against.count >= Self.fewestContrary,
      (Self.fewestWords...Self.mostContraryWords).contains(clause.words),
      Double(against.count) >= Double(sharing) * Self.contraryFraction
    else { return nil }
    return CheckFinding(
      kind: .contrary, attention: .medium,
      text:
        "\(against.count) of \(clause.prevalence.total) platforms seem to say the contrary, or a part of it, in like words "
        + "(\(against.prefix(3).joined(separator: ", ")) …); \(sharing) count as sharing it, some of these among them",
      type: nil, parameter: nil, count: against.count, of: clause.prevalence.total)
  }

  private func copied(in clause: JudgedClause) -> CheckFinding? {
    guard let copy = clause.copy, clause.words >= Self.fewestCopiedWords else { return nil }
    let isRare = clause.prevalence.label == .unique || clause.prevalence.label == .rare
    guard isRare || copy.isVerbatim || copies[copy.company, default: 0] >= Self.fewestCopies else {
      return nil
    }
    let names =
      copy.platforms == [copy.company] ? "" : " (\(copy.platforms.prefix(3).joined(separator: ", ")))"
    return CheckFinding(
      kind: .copied, attention: .low,
      text:
        "\(copy.isVerbatim ? "Word for word" : "Nearly word for word") the wording of \(copy.company)\(names), and of no other company: "
        + "copied from there?", type: nil, parameter: nil, count: copy.platforms.count,
      of: clause.prevalence.total)
  }
}
