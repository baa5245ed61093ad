// A text → what it affirms and what it denies, so that "we sell" and "we do not sell" can be held apart.

/// The statements of a text, and under which sign each of their words stands.
///
/// A statement is a part of a sentence with a verb of its own: "We share your name, | but not your address". Its
/// words stand under its sign, which negations, prohibitions and double negations turn over. Conditions, relative
/// clauses and exceptions are read apart, because a negation in them doesn't bear on the matter.
struct Polarity: Sendable {
  /// Opposition from which two texts count as contrary.
  ///
  /// The middle of the gap between the opposed pairs of the `build` split of `polarity.tsv` that are found (0.8 and
  /// more) and those that are missed (0.45 and less). Of the nearest clauses of real documents 0.2 % reach it, and
  /// about a quarter of these are truly contrary: weigh it, and don't drop a clause for it.
  static let contrary = 0.6

  /// The part of a sentence that a statement is.
  enum Role: UInt8, Sendable {
    /// What is said.
    case main
    /// "without notice": denied beside what is said.
    case manner
    /// "if …", "that …", "unless …": says when or of what, not what.
    case aside
  }

  /// Who acts in a statement.
  enum Actor: UInt8, Sendable {
    case unknown, provider, customer, seller, either
  }

  /// A part of a sentence with one sign.
  struct Statement: Sendable {
    var sentence: Int32
    var role = Role.main
    /// Whether its words are denied.
    var isDenied = false
    /// "unless …", "only if …": it holds with an exception.
    var hasException = false
    /// "even if …", "without your consent": it holds whatever one wants.
    var isStressed = false
    /// Whether it carries a negation, or a word that is turned over.
    var isMarked = false
    var actor = Actor.unknown
    /// Whether a verb or one who acts shows that something is said, and not only named.
    var isSaid = false
    /// "…, but not your address".
    var isAfterBut = false
    /// Whether it is about liability.
    var isLiability = false
    /// "solely responsible": so others are not.
    var isSole = false
    /// A word of it is turned over alone: "opt out", "limit", "non-exclusive".
    var hasTurnedWord = false
    /// "We give you …": who acts in it is not who may.
    var passesOn = false
    /// "If …": it is said for one case.
    var isConditional = false
    /// Weight of its words.
    var weight: Float = 0
  }

  /// A content word of a statement, packed so that sorting puts the same words together.
  ///
  /// Bits: 63–32 stem, 31–16 statement, 15–8 weight in eighths, 1 in focus, 0 denied.
  struct Term: Comparable, Sendable {
    var bits: UInt64

    init(stem: UInt32, statement: Int, weight: UInt8, isDenied: Bool, isInFocus: Bool) {
      bits =
        UInt64(stem) << 32 | UInt64(statement) << 16 | UInt64(weight) << 8 | (isInFocus ? 2 : 0)
        | (isDenied ? 1 : 0)
    }

    var stem: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
    var statement: Int { Int(bits >> 16 & 0xFFFF) }
    var weight: Float { Float(bits >> 8 & 0xFF) / 8 }
    var isInFocus: Bool { bits & 2 != 0 }
    var isDenied: Bool { bits & 1 != 0 }

    static func < (a: Term, b: Term) -> Bool { a.bits < b.bits }
  }

  /// In the order of the text, ``mostStatements`` at most.
  let statements: [Statement]
  /// By stem, then by statement; a word once a statement.
  let terms: [Term]

  /// Statements that are kept of a text: twice what the longest clauses of one provision hold.
  static let mostStatements = 64

  /// Reads a clause.
  ///
  /// - Parameter leadIn: the sentence that leads into the list that the clause is an item of.
  init(_ text: String, leadIn: String = "") {
    var text = leadIn.isEmpty ? text : leadIn + "\n" + text
    self = text.withUTF8 { Polarity(utf8: $0) }
  }

  /// Reads UTF-8.
  init(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var reader = PolarityReader()
    reader.read(PolarityTokens(bytes).tokens)
    (statements, terms) = reader.finished()
  }
}
