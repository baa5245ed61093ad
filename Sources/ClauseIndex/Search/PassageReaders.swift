// A passage, made ready to be held against texts: once for every thread.

internal import Dispatch
internal import Foundation

/// A passage and what reads other texts for it, on one thread.
struct PassageReader {
  /// Tells what a text shares with the passage.
  let passages: SharedPassages
  /// Shows the part of a text that is most like the passage.
  let excerpt: Excerpt
  /// What both read with; last, for it is lent again only when they are gone.
  private let vocabulary: Lent<Vocabulary>

  /// - Parameter rarities: of the passage's terms, by term.
  init(_ probe: Probe, rarities: [String: Float], _ vocabulary: Lent<Vocabulary>) {
    self.vocabulary = vocabulary
    let words = vocabulary.value
    passages = SharedPassages(of: probe.text, vocabulary: words)
    var byNumber: [Int32: Float] = [:]
    for field in [probe.text, probe.leadIn, probe.title] {
      words.forEachTerm(in: field) { term, _, _ in byNumber[term] = rarities[words.terms[Int(term)]] }
    }
    excerpt = Excerpt(vocabulary: words, rarities: byNumber)
  }
}

/// A passage made ready on several threads.
struct PassageReaders: @unchecked Sendable {
  /// Threads at most: the work of one question is done before more of them are awake.
  private static let mostThreads = 4

  private let readers: [PassageReader]

  /// - Parameter lend: gives each thread a vocabulary of its own.
  init(_ probe: Probe, rarities: [String: Float], lend: () throws -> Lent<Vocabulary>) rethrows {
    let threads = ProcessInfo.processInfo.activeProcessorCount
    readers = try (0..<min(threads, Self.mostThreads)).map { _ in
      PassageReader(probe, rarities: rarities, try lend())
    }
  }

  /// The one for whoever asks on one thread.
  var first: PassageReader { readers[0] }

  /// Results in the order of the elements, made on all threads.
  ///
  /// - Parameters:
  ///   - fewest: elements from which on more than this thread is used.
  ///   - body: called with every element and what the thread reads with.
  func map<Element, Result>(
    _ elements: [Element], fewest: Int = 8, _ body: (Element, PassageReader) -> Result
  ) -> [Result] {
    guard elements.count >= fewest, readers.count > 1 else { return elements.map { body($0, first) } }
    return withoutActuallyEscaping(body) { body in
      [Result](unsafeUninitializedCapacity: elements.count) { results, count in
        count = elements.count
        let work = Work(elements: elements, body: body, readers: readers, results: results.baseAddress)
        DispatchQueue.concurrentPerform(iterations: readers.count) { work.run($0) }
      }
    }
  }

  /// What threads work on, each with its own reader and on its own elements.
  private struct Work<Element, Result>: @unchecked Sendable {
    let elements: [Element]
    let body: (Element, PassageReader) -> Result
    let readers: [PassageReader]
    let results: UnsafeMutablePointer<Result>?

    func run(_ thread: Int) {
      for place in stride(from: thread, to: elements.count, by: readers.count) {
        (results.map { $0 + place })?.initialize(to: body(elements[place], readers[thread]))
      }
    }
  }
}
