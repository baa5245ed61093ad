// Passages that people filed by kind → every one ranked for every other by the product's own score.

internal import Dispatch
internal import Foundation

/// A benchmark of likeness: passages, and names of kinds that are asked for as well.
///
/// The passages are their own corpus: rarity is counted among them. No platform, date or label is looked at.
public struct SimilarityEvaluation: Sendable {
  /// A text with its id.
  public struct Item: Sendable {
    /// Id in the benchmark.
    public var id: String
    /// The passage, or the name of a kind.
    public var text: String
  }

  /// The passages that are ranked.
  public let items: [Item]
  /// What is asked for: every passage, then the names of kinds.
  public let queries: [Item]
  private let profiles: [ClauseProfile]
  private let passages: [SharedPassages]
  private let polarities: [Polarity]
  /// Of every item, by place.
  private let crowding: [Float]

  /// Reads a benchmark.
  ///
  /// - Parameters:
  ///   - items: JSON Lines with `id` and `text`.
  ///   - types: JSON Lines with `type` and `name`; nil where only passages are asked for.
  ///   - vectors: the word vectors.
  ///   - catalogue: the clause types that passages are given.
  /// - Throws: ``IndexError`` naming the file and line that can't be read.
  public init(
    items: String, types: String?, vectors: WordVectors, catalogue: TypeCatalogue
  ) throws {
    self.items = try Self.read(items, id: "id", text: "text")
    queries = self.items + (try types.map { try Self.read($0, id: "type", text: "name") } ?? [])
    let vocabulary = try Vocabulary()
    let facts = TextTermFacts(self.items.map(\.text), words: vectors, vocabulary: vocabulary)
    let reader = ProfileReader(facts, vocabulary: vocabulary)
    var classifier = Classifier(try CompiledTypes.checked(catalogue))
    profiles = try queries.map { item in
      var profile = try reader.profile(text: item.text)
      profile.types = TypeShares(classifier.read(ClassifiedText(text: item.text)).typings)
      return profile
    }
    polarities = queries.map { Polarity($0.text) }
    let vectors = ClauseVectorArray(
      profiles[..<self.items.count].map(\.vector), dimensions: vectors.dimensions)
    let reference = Crowding(among: vectors)
    crowding = reference.ofAll(vectors)
    passages = queries.map { SharedPassages(of: $0.text, vocabulary: vocabulary) }
  }

  private static func read(_ path: String, id: String, text: String) throws -> [Item] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw IndexError.unreadable(path: path, reason: "no such file")
    }
    return try data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap {
      line, bytes in
      guard !bytes.isEmpty else { return nil }
      guard let fields = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any],
        let name = fields[id] as? String, let passage = fields[text] as? String
      else {
        throw IndexError.badRow(
          file: path, line: line + 1, problem: "no JSON object with the texts “\(id)” and “\(text)”",
          remedy: "Give one object a line")
      }
      return Item(id: name, text: passage)
    }
  }

  /// The measures of every passage for every query, row by row.
  ///
  /// - Parameter body: called once a query, in order, with one row of measures; the query's own passage among them.
  public func forEachQuery(_ body: (Int, [SimilarityMeasures]) throws -> Void) rethrows {
    let workers = ProcessInfo.processInfo.activeProcessorCount
    for first in stride(from: 0, to: queries.count, by: 64 * workers) {
      let count = min(64 * workers, queries.count - first)
      let rows = Gathered<[SimilarityMeasures]>(count: count)
      DispatchQueue.concurrentPerform(iterations: count) { offset in
        rows.set(measures(of: first + offset), at: offset)
      }
      for (offset, row) in rows.all().enumerated() { try body(first + offset, row) }
    }
  }

  /// The score of a pair, 0…1.
  public static func score(_ measures: SimilarityMeasures) -> Double { SimilarityScore.of(measures) }

  private func measures(of query: Int) -> [SimilarityMeasures] {
    let own = profiles[query]
    return items.indices.map { item in
      let other = profiles[item]
      var measures = SimilarityMeasures(
        own.likeness(to: other), meaning: own.vector.cosine(to: other.vector),
        crowding: crowding[item], coverage: passages[query].coverage(by: passages[item]),
        type: own.types.comparison(with: other.types))
      measures.opposition = polarities[query].opposition(to: polarities[item])
      return measures
    }
  }
}
