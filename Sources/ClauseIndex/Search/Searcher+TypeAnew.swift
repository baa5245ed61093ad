// The clauses of an index and a catalogue of types → what each clause is, found anew.

internal import Dispatch
internal import Foundation
internal import GRDB

/// A clause that a catalogue gives a type.
public struct TypedClause: Sendable, Codable {
  /// Record id.
  public var clause: String
  /// Platform, by id.
  public var platform: String
  /// Terms type of the document.
  public var termsType: String
  /// Type, by id.
  public var type: String
  /// How surely, as it counts for the platform's verdict, 0…1.
  public var confidence: Double
  /// The pattern that decided, and the words that it matched.
  public var because: String
  /// Headings and title.
  public var heading: String
  /// The clause's text, after its lead-in.
  public var text: String
}

extension Searcher {
  /// Types the clauses of some documents with a catalogue, which need not be the index's own.
  ///
  /// - Parameters:
  ///   - catalogue: the types.
  ///   - platforms: ids of the platforms to look at; nil for all.
  ///   - termsTypes: documents to look at; nil for all.
  ///   - least: least confidence.
  /// - Throws: ``IndexError/unknownValue(_:of:near:all:)`` for a terms type that there is not.
  public func typeAnew(
    with catalogue: TypeCatalogue, platforms: Set<String>? = nil, termsTypes: [String]? = nil,
    least: Double = 0.5
  ) throws -> [TypedClause] {
    let scope = try typeScope(sector: nil, termsTypes: termsTypes)
    let compiled = try CompiledTypes.checked(catalogue)
    let numbers = documents.indices.filter { index in
      scope.isLookedAt[index] && platforms?.contains(documents[index].platform) != false
    }
    let weights = numbers.map { number in
      catalogue.types.map { type in
        Confidence.weight(in: documents[number].termsType, stands: Set(type.termsTypes))
      }
    }
    let clauses = try read { database in
      try numbers.map { number in
        try Row.fetchAll(
          database,
          sql: "SELECT \(StoredClause.columns) FROM clause WHERE document = ? ORDER BY position",
          arguments: [number + 1]
        ).map { try StoredClause($0) }
      }
    }
    let results = Gathered<[TypedClause]>(count: numbers.count)
    let workers = max(1, ProcessInfo.processInfo.activeProcessorCount)
    DispatchQueue.concurrentPerform(iterations: workers) { worker in
      var classifier = Classifier(compiled)
      for index in stride(from: worker, to: numbers.count, by: workers) {
        let document = documents[numbers[index]]
        let names = PlatformNames.words(of: self.platforms[platformOfDocument[numbers[index]]])
        var found: [TypedClause] = []
        var previous: (title: String, heading: String)?
        for clause in clauses[index] {
          let text = ClassifiedText(
            title: clause.title, heading: clause.heading, leadIn: clause.leadIn, text: clause.text,
            after: previous)
          previous = (clause.title, clause.heading)
          let reading = classifier.read(text, names: names)
          for typing in reading.typings {
            let confidence = typing.confidence * weights[index][typing.type]
            guard confidence >= least else { continue }
            let matches = typing.evidence.map { $0.described(reading, text, compiled.rules) }
            found.append(
              TypedClause(
                clause: clause.id, platform: document.platform, termsType: document.termsType,
                type: catalogue.types[typing.type].id, confidence: confidence,
                because: matches.map(\.line).joined(separator: "\n"),
                heading: clause.heading + (clause.title.isEmpty ? "" : " › " + clause.title),
                text: (clause.leadIn.isEmpty ? "" : "<" + clause.leadIn + "> ") + clause.text))
          }
        }
        results.set(found, at: index)
      }
    }
    return results.all().flatMap { $0 }
  }
}
