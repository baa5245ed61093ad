// A pattern as it was read: sequences of words, and conditions on what stands beside them.

/// Words in order within one sentence.
struct WordSequence: Hashable, Sendable {
  /// One place of a sequence.
  struct Element: Hashable, Sendable {
    /// What may stand there: each alternative is one or more words.
    var alternatives: [[WordPattern]]
    /// Whether it may be left out.
    var isOptional: Bool
    /// How many other words may stand before it, at most.
    var gap: Int
  }

  var elements: [Element]
  /// As it was written.
  var source: String
}

/// A word that a text may hold.
enum WordPattern: Hashable, Sendable {
  case exact(String)
  /// Any word that begins so.
  case prefix(String)
  /// A number in digits, or spelled out.
  case number
}

/// A sequence with conditions.
struct Pattern: Hashable, Sendable {
  /// Where a condition looks.
  enum Place: Hashable, Sendable {
    /// The sentence of the sequence.
    case sentence
    /// Any sentence of the clause.
    case clause
    /// Title, headings and lead-in.
    case heading
  }

  struct Condition: Hashable, Sendable {
    var place: Place
    var isWanted: Bool
    var sequence: WordSequence
  }

  var sequence: WordSequence
  var conditions: [Condition]
  /// As it was written.
  var source: String
}
