// The clauses of all documents and a catalogue of types → what the index stores of their types.

internal import Dispatch
internal import Foundation

/// What the index keeps of one type of one clause.
struct TypingRow: Sendable {
  /// Index into the catalogue's types.
  var type: Int
  /// Index of the clause in its document.
  var clause: Int
  /// How surely, 0…1.
  var confidence: Double
  /// Severity of this clause.
  var severity: Severity
  /// Index of the severity condition that fired; nil where the type's own severity stands.
  var condition: Int?
  /// What the clause states for the type's parameters.
  var parameters: [ParameterValue]
}

/// The types of the clauses of one document.
struct DocumentTypings: Sendable {
  /// Confidence from which a typing is kept: below ``Confidence/typed`` it is no more than the nearest text that
  /// was found.
  static let kept = 0.3

  var rows: [TypingRow] = []

  /// Types the clauses of documents on all cores; the order of the result is that of the documents.
  static func all(
    of rows: [DocumentRows], _ documents: [LoadedDocument], _ input: IndexInput,
    progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) throws -> [DocumentTypings] {
    guard !input.types.types.isEmpty else { return rows.map { _ in DocumentTypings() } }
    let compiled = try CompiledTypes.checked(input.types)
    let names = Dictionary(
      input.platforms.map { ($0.id, PlatformNames.words(of: $0)) }, uniquingKeysWith: { first, _ in first })
    let results = Gathered<DocumentTypings>(count: rows.count)
    let order = rows.indices.sorted { documents[$0].bytes.count > documents[$1].bytes.count }
    let next = Counter()
    DispatchQueue.concurrentPerform(iterations: max(1, ProcessInfo.processInfo.activeProcessorCount)) { _ in
      var classifier = Classifier(compiled)
      while let turn = next.take(below: order.count) {
        let index = order[turn]
        let typings = DocumentTypings(
          rows[index], &classifier, names: names[documents[index].document.platform] ?? [])
        let done = results.set(typings, at: index)
        if done % 16 == 0 || done == order.count { progress(done) }
      }
    }
    return results.all()
  }

  init() {}

  init(_ document: DocumentRows, _ classifier: inout Classifier, names: Set<[UInt8]>) {
    for (number, clause) in document.clauses.enumerated() {
      let text = ClassifiedText(clause, after: number > 0 ? document.clauses[number - 1] : nil)
      let reading = classifier.read(text, names: names)
      for typing in reading.typings where typing.confidence >= Self.kept {
        let rule = classifier.types.catalogue.types[typing.type].severity
        rows.append(
          TypingRow(
            type: typing.type, clause: number, confidence: typing.confidence,
            severity: typing.condition.map { rule.conditions[$0].level } ?? rule.level,
            condition: typing.condition,
            parameters: typing.confidence >= Confidence.typed
              ? classifier.parameters(of: typing, in: reading, text) : []))
      }
    }
  }
}

extension ClassifiedText {
  /// A clause of a document, after the one before it.
  init(_ clause: ClauseRow, after previous: ClauseRow?) {
    self.init(
      title: clause.title, heading: clause.heading, leadIn: clause.leadIn, text: clause.text,
      after: previous.map { ($0.title, $0.heading) })
  }
}

extension CompiledTypes {
  /// Compiles a catalogue.
  ///
  /// - Throws: ``IndexError/badRow(file:line:problem:remedy:)`` for a pattern that can't be read.
  static func checked(_ catalogue: TypeCatalogue) throws(IndexError) -> CompiledTypes {
    do { return try CompiledTypes(catalogue) } catch {
      throw .badRow(file: "clause types", line: 1, problem: error.problem, remedy: error.remedy)
    }
  }
}

/// Turns for several threads.
final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var next = 0

  /// The next number; nil from `limit` on.
  func take(below limit: Int) -> Int? {
    lock.withLock {
      guard next < limit else { return nil }
      defer { next += 1 }
      return next
    }
  }
}
