// The pairs of `Fixtures/polarity.tsv`.

import Foundation

@testable import ClauseIndex

/// Two invented clauses on one matter.
struct PolarityPair {
  enum Relation: String { case opposed, same }
  enum Split: String { case build, test }

  var first: String
  var second: String
  var relation: Relation
  var kind: String
  var split: Split

  /// How surely the two are read as contrary.
  var opposition: Double { Polarity(first).opposition(to: Polarity(second)) }

  /// Whether they are told apart as they should be.
  var isRight: Bool { (opposition >= Polarity.contrary) == (relation == .opposed) }

  static func all() throws -> [PolarityPair] {
    let path = SharedData.package + "/Tests/ClauseIndexTests/Fixtures/polarity.tsv"
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
      let columns = line.split(separator: "\t").map(String.init)
      guard columns.count == 5, let relation = Relation(rawValue: columns[2]),
        let split = Split(rawValue: columns[4])
      else { throw Malformed(line: String(line)) }
      return PolarityPair(
        first: columns[0], second: columns[1], relation: relation, kind: columns[3], split: split)
    }
  }

  struct Malformed: Error { var line: String }
}
