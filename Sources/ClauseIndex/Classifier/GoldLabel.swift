// Labels of people: which platform has a provision of which type, and by which words.

internal import Foundation

/// Whether a platform has a provision of a type, as a reader found.
public struct GoldLabel: Sendable, Hashable {
  /// Platform, by id.
  public var platform: String
  /// Type, by id.
  public var type: String
  /// Whether the platform has it.
  public var isPresent: Bool
  /// First words of the passages that show it, or record ids of clauses.
  public var evidence: [String]

  /// Reads labels: JSON Lines with `platform`, `type`, `present`, and `evidence` of record ids or `{quote}`; or a
  /// table `truth.tsv` with the columns platform and kind, in which every pair that is not there is a no.
  ///
  /// - Throws: ``IndexError/badRow(file:line:problem:remedy:)`` naming the line that is no label.
  public static func read(_ path: String, types: Set<String>) throws(IndexError) -> [GoldLabel] {
    if path.hasSuffix(".tsv") { return try readTable(path, types: types) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path, reason: "no such file")
    }
    var labels: [GoldLabel] = []
    for (index, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated()
    where !line.allSatisfy(\.isBlank) {
      do {
        let written = try JSONDecoder().decode(Written.self, from: Data(line))
        labels.append(
          GoldLabel(
            platform: written.platform, type: written.type, isPresent: written.present,
            evidence: (written.evidence ?? []).map(\.text)))
      } catch {
        throw .badRow(
          file: path, line: index + 1, problem: "the line is no label",
          remedy: #"Write {"platform": "id", "type": "id", "present": true, "evidence": [{"quote": "…"}]}"#)
      }
    }
    return labels
  }

  /// Kinds of the sample that are one type here.
  private static let kindsOfType = ["sale-of-data-yes": "sale-of-data", "sale-of-data-no": "sale-of-data"]

  private static func readTable(_ path: String, types: Set<String>) throws(IndexError) -> [GoldLabel] {
    var present: [String: [String: [String]]] = [:]
    var platforms: [String] = []
    for row in try FactTable(path: path, columns: ["platform", "kind"]).rows {
      let (platform, kind) = (try row.text("platform"), try row.text("kind"))
      if present[platform] == nil { platforms.append(platform) }
      present[platform, default: [:]][kindsOfType[kind] ?? kind, default: []].append(
        row.fields["heading"] ?? "")
    }
    let kinds = Set(present.values.flatMap(\.keys)).intersection(types).sorted()
    return platforms.flatMap { platform in
      kinds.map { kind in
        GoldLabel(
          platform: platform, type: kind, isPresent: present[platform]?[kind] != nil, evidence: [])
      }
    }
  }

  private struct Written: Decodable {
    var platform: String
    var type: String
    var present: Bool
    var evidence: [Passage]?
  }

  private struct Passage: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
      if let id = try? decoder.singleValueContainer().decode(String.self) {
        text = id
      } else {
        text = try decoder.container(keyedBy: Key.self).decode(String.self, forKey: .quote)
      }
    }

    private enum Key: CodingKey { case quote }
  }
}
