// What a clause affirms and denies → whether it can contradict another at all, told without comparing them.

/// What must hold of two clauses before ``Polarity/opposition(to:)`` can be above 0.
///
/// Either they share a word under different signs that a negation is about in one of them, or two statements of much
/// the same words have different actors. Words are kept as bits of a hash: two that can't contradict are nearly always
/// told so, two that can are never missed.
struct OppositionOutline: Sendable {
  private typealias Words = SIMD4<UInt64>

  private var affirmed = Words.zero
  private var denied = Words.zero
  /// Those of them that a negation is about.
  private var affirmedInFocus = Words.zero
  private var deniedInFocus = Words.zero
  /// Statements whose actor is named.
  private var acts: [(weight: Float, form: UInt8, actor: Polarity.Actor)] = []
  /// Whether a statement has a word twice, with different weights: it may share more than it weighs.
  private var hasRepeats = false

  init(_ polarity: Polarity) {
    for (term, next) in zip(polarity.terms, polarity.terms.dropFirst())
    where term.stem == next.stem && term.statement == next.statement {
      hasRepeats = true
    }
    for term in polarity.terms where polarity.statements[term.statement].role != .aside {
      let bit = (term.stem &* 0x9e37_79b9) >> 24
      var word = Words.zero
      word[Int(bit >> 6)] = 1 << UInt64(bit & 63)
      if term.isDenied { denied |= word } else { affirmed |= word }
      if term.isInFocus {
        if term.isDenied { deniedInFocus |= word } else { affirmedInFocus |= word }
      }
    }
    for statement in polarity.statements
    where statement.role == .main && statement.actor != .unknown && statement.actor != .either
      && !statement.passesOn && !statement.hasException && statement.weight >= Polarity.leastOfActs
    {
      acts.append(
        (
          statement.weight, (statement.isDenied ? 1 : 0) | (statement.isConditional ? 2 : 0), statement.actor
        ))
    }
  }

  /// Whether two clauses can contradict each other; the same both ways round.
  @inline(__always)
  func canOppose(_ other: OppositionOutline) -> Bool {
    let differing =
      (deniedInFocus & other.affirmed) | (denied & other.affirmedInFocus)
      | (affirmedInFocus & other.denied) | (affirmed & other.deniedInFocus)
    return differing != .zero || canDifferInActor(other)
  }

  private func canDifferInActor(_ other: OppositionOutline) -> Bool {
    for own in acts {
      for theirs in other.acts where own.actor != theirs.actor && own.form == theirs.form {
        // A little less than is needed, for rounding.
        if hasRepeats || other.hasRepeats
          || min(own.weight, theirs.weight) >= (Polarity.shareOfActs - 0.01) * max(own.weight, theirs.weight)
        {
          return true
        }
      }
    }
    return false
  }
}
