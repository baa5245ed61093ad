// What the clauses of a type state, by platform → whether a value is outside of what is usual.

internal import Foundation
internal import GRDB

/// The values that platforms state for the parameters of one type.
struct UsualParameters: Sendable {
  /// Platforms that must state a parameter: of fewer nothing is usual.
  static let leastPlatforms = 10
  /// A number is unusual where at most this share of the platforms goes as far.
  static let fewFraction = 0.1
  /// Share of the platforms by which the usual range is told.
  static let mostFraction = 0.8
  /// A name is unusual where at most this share of the platforms gives it.
  static let rareFraction = 0.02

  private struct Stated {
    var platform: Int
    var value: String
    var number: Double?
  }

  private var byParameter: [String: [Stated]] = [:]

  /// - Parameter counts: whether a platform counts, by index.
  init(_ type: Int, _ searcher: Searcher, counts: (Int) -> Bool, _ database: Database) throws {
    let rows = try Row.fetchAll(
      database, sql: "SELECT parameter, value, number, clause FROM parameter_value WHERE type = ?",
      arguments: [type + 1])
    for row in rows {
      let clause: Int = try row.value(3)
      guard (1...max(1, searcher.arrays.count)).contains(clause) else { continue }
      let platform = searcher.platform(ofRow: clause)
      guard counts(platform) else { continue }
      byParameter[try row.value(0), default: []].append(
        Stated(platform: platform, value: try row.value(1), number: try row.value(2)))
    }
  }

  /// What is unusual in a value.
  struct Unusual: Equatable {
    var text: String
    /// Platforms that go as far, or give the same.
    var count: Int
    /// Platforms that state the parameter.
    var of: Int
    /// Whether it is a number.
    var isNumber: Bool
  }

  /// What is unusual in a value; nil where it is usual or too few platforms state any.
  func unusual(_ value: ParameterValue) -> Unusual? {
    let stated = byParameter[value.parameter] ?? []
    return value.number == nil ? unusualName(value, stated) : unusualNumber(value, stated)
  }

  private func unusualNumber(_ value: ParameterValue, _ stated: [Stated]) -> Unusual? {
    guard let number = value.number else { return nil }
    let currency = Self.currency(of: value.value, value.kind)
    var ranges: [Int: (least: Double, greatest: Double)] = [:]
    var written: [Double: String] = [:]
    for other in stated {
      guard let theirs = other.number, Self.currency(of: other.value, value.kind) == currency else {
        continue
      }
      let range = ranges[other.platform] ?? (theirs, theirs)
      ranges[other.platform] = (min(range.least, theirs), max(range.greatest, theirs))
      // Of "7 days" and "1 week" the one that comes first in the alphabet, so that answers do not change.
      if written[theirs].map({ other.value < $0 }) ?? true { written[theirs] = other.value }
    }
    let all = ranges.count
    guard all >= Self.leastPlatforms else { return nil }
    let few = Int(Double(all) * Self.fewFraction)
    let most = Int((Double(all) * Self.mostFraction).rounded(.up))
    let asMuch = ranges.values.count { $0.greatest >= number }
    let asLittle = ranges.values.count { $0.least <= number }
    let words = Self.words(for: value.kind)
    if asMuch <= few {
      let limit = ranges.values.map(\.greatest).sorted()[most - 1]
      guard limit < number else { return nil }
      let usual = ranges.values.count { $0.greatest <= limit }
      return Unusual(
        text: "\(value.value) is \(words.more) than usual: of \(all) platforms that state it, "
          + "\(usual) give \(written[limit] ?? "\(limit)") or less, and \(Self.givers(asMuch)) \(value.value) or more",
        count: asMuch, of: all, isNumber: true)
    }
    if asLittle <= few {
      let limit = ranges.values.map(\.least).sorted(by: >)[most - 1]
      guard limit > number else { return nil }
      let usual = ranges.values.count { $0.least >= limit }
      return Unusual(
        text: "\(value.value) is \(words.less) than usual: of \(all) platforms that state it, "
          + "\(usual) give \(written[limit] ?? "\(limit)") or more, and \(Self.givers(asLittle)) \(value.value) or less",
        count: asLittle, of: all, isNumber: true)
    }
    return nil
  }

  private func unusualName(_ value: ParameterValue, _ stated: [Stated]) -> Unusual? {
    let own = Self.name(value.value, value.kind)
    var holders: [String: Set<Int>] = [:]
    for other in stated where other.number == nil {
      holders[Self.name(other.value, value.kind), default: []].insert(other.platform)
    }
    let all = Set(holders.values.joined()).count
    guard all >= Self.leastPlatforms else { return nil }
    let same = holders[own]?.count ?? 0
    guard same <= max(1, Int(Double(all) * Self.rareFraction)) else { return nil }
    let usual = holders.filter { $0.key != own }.sorted {
      ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }
    .prefix(3).map { "\($0.key) (\($0.value.count))" }
    return Unusual(
      text:
        "\(own) is unusual: of \(all) platforms that state it, \(same == 0 ? "none names" : same == 1 ? "one names" : "\(same) name") it; "
        + "most often it is \(usual.joined(separator: ", "))",
      count: same, of: all, isNumber: false)
  }

  private static func givers(_ count: Int) -> String {
    count == 0 ? "none gives" : count == 1 ? "one gives" : "\(count) give"
  }

  /// Sums of different currencies are not compared.
  private static func currency(of value: String, _ kind: ParameterRule.Kind) -> Substring {
    kind == .amount ? value.prefix { !$0.isNumber && $0 != " " } : ""
  }

  /// Laws and courts by country: nearly every county is rare.
  private static func name(_ value: String, _ kind: ParameterRule.Kind) -> String {
    guard kind == .law || kind == .forum, let comma = value.lastIndex(of: ",") else { return value }
    let last = value[value.index(after: comma)...].trimmingCharacters(in: .whitespaces)
    return countries[last] ?? last
  }

  /// Names of countries by their codes, by which places within them are written: "California, US".
  private static let countries: [String: String] = {
    let rows = CountryTable.rows.split(separator: "\n").map { $0.split(separator: ";", maxSplits: 2) }
    return Dictionary(
      rows.filter { $0.count > 1 }.map { (String($0[0]), String($0[1])) },
      uniquingKeysWith: { first, _ in first })
  }()

  private static func words(for kind: ParameterRule.Kind) -> (more: String, less: String) {
    switch kind {
    case .duration: ("longer", "shorter")
    case .age: ("older", "younger")
    default: ("more", "less")
    }
  }
}
