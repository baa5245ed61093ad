// Clause types that are known by a few patterns, and a reader of single clauses.

import Foundation

@testable import ClauseIndex

extension ClauseType {
  /// A type with these patterns; all else is filled in.
  static func known(
    _ id: String = "type", strong: [String] = [], likely: [String] = [], heading: [String] = [],
    exclude: [String] = [], severity: [SeverityRule.Condition] = [], parameters: [ParameterRule] = [],
    models: [String] = []
  ) -> ClauseType {
    ClauseType(
      id: id, name: id, category: "tests", definition: "Is a test.", not: "No test.",
      termsTypes: ["Terms of Service"],
      severity: SeverityRule(level: .low, reason: "A test.", conditions: severity), whyItMatters: "It fails.",
      whatItMeansForYou: "It fails.", regulations: [], related: [], search: [], parameters: parameters,
      rules: TypeRules(strong: strong, likely: likely, heading: heading, exclude: exclude),
      modelClauses: models.map { ModelClause(heading: "", leadIn: "", text: $0) }, nearMisses: [])
  }
}

/// Reads clauses with a few types.
struct TypeReader {
  private var classifier: Classifier

  init(_ types: [ClauseType], sets: [String: String] = [:]) throws {
    let category = TypeCategory(id: "tests", name: "Tests")
    classifier = Classifier(
      try CompiledTypes(TypeCatalogue(categories: [category], types: types, sets: sets)))
  }

  init(_ compiled: CompiledTypes) { classifier = Classifier(compiled) }

  /// How surely a clause is of each type that something speaks for.
  mutating func confidences(_ clause: ClassifiedText, names: [String] = []) -> [String: Double] {
    let types = classifier.types.catalogue.types
    let reading = classifier.read(clause, names: Set(names.map { Array($0.utf8) }))
    return Dictionary(uniqueKeysWithValues: reading.typings.map { (types[$0.type].id, $0.confidence) })
  }

  /// Ids of the types that a clause is of, most confident first.
  mutating func types(_ clause: ClassifiedText, names: [String] = []) -> [String] {
    let types = classifier.types.catalogue.types
    return classifier.read(clause, names: Set(names.map { Array($0.utf8) })).typings
      .filter { $0.confidence >= Confidence.typed }.map { types[$0.type].id }
  }

  /// Severity of a clause for the one type that it is of; nil where it is of none.
  mutating func severity(_ clause: ClassifiedText) -> Severity? {
    guard let typing = classifier.read(clause).typings.first, typing.confidence >= Confidence.typed else {
      return nil
    }
    let rule = classifier.types.catalogue.types[typing.type].severity
    return typing.condition.map { rule.conditions[$0].level } ?? rule.level
  }
}

extension ClassifiedText {
  /// A clause of a text alone.
  init(_ text: String) { self.init(text: text) }
}

/// The types of `Corpus/types`, read and compiled once for all tests of a run.
enum CorpusTypes {
  static let folder = SharedData.package + "/Corpus/types"

  static var catalogue: TypeCatalogue { get throws { try readCatalogue.get() } }

  /// A reader with all types.
  static var reader: TypeReader { get throws { TypeReader(try compiled.get()) } }

  private static let readCatalogue = Result { try TypeCatalogue.read(folder: folder) }
  private static let compiled = Result { try CompiledTypes(try readCatalogue.get()) }
}
