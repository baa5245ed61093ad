// Text → the stems that the index holds of it.

/// Cuts texts into the stems by which clauses are found; one instance a thread.
package final class Stemmer {
  private let vocabulary: Vocabulary

  package init() throws { vocabulary = try Vocabulary() }

  /// The stems of a text in order.
  package func stems(of text: String) -> [String] {
    vocabulary.terms(of: text).map { vocabulary.terms[Int($0)] }
  }
}
