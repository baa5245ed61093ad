// What a word does to the polarity of a statement.

/// The part that a word or mark plays in a statement.
enum PolarityPart: UInt8 {
  /// A word that says what the statement is about.
  case content
  /// A word that says nothing here: articles, most prepositions, adverbs, words of permission and of duty.
  case filler

  // Marks and joints.
  case comma, colon, semicolon, end, line, initial, item, open, close
  case and, or, but
  case relative, condition, exception
  /// "before", "after", "until": a condition where somebody acts in it.
  case before, after

  // Who acts.
  case we, us, you, pronoun, this, agree
  case by

  // Where a statement has its verb.
  case modal, be, auxiliary
  /// "be" after a modal verb.
  case bare

  // What turns a statement over.
  case not, never, nor, no, without
  /// "prohibit": turns the statement over wherever it stands.
  case turn
  /// "prohibited": turns it over as a predicate, but not in "prohibited content".
  case turnPredicate
  /// "stop … from": turns it over where "from" follows soon.
  case turnFrom
  /// "refuse to": turns it over where "to" follows.
  case turnTo
  /// "limit": turns over what is limited, and is itself a matter that may be denied.
  case turnOwn
  /// "limited": the same as a predicate, but not in "a limited licence".
  case turnOwnPredicate
  /// "irrevocable": turns its own stem over; the whole statement where it is the predicate.
  case turned
  case non

  // What restricts a statement or stresses it.
  case only, even, regardless, sole

  // Words that count beside others.
  case to, from, of, than, other, with, any, out, into, more, limitation, free, opt, time, such, means
}

/// A word or mark of a text.
struct PolarityToken {
  var part: PolarityPart
  /// How much a content word says, in eighths: 8 for a word of its own, 3 for a common one, 2 for one that
  /// is everywhere, 1 for a party or a light verb.
  var weight: UInt8 = 0
  var trait: PolarityTrait = []
  /// Hash of the stem, the same for words that say the same here.
  var stem: UInt32 = 0
}

/// What else is known of a content word.
struct PolarityTrait: OptionSet {
  let rawValue: UInt16

  /// May be what "without" decides: notice, consent, reasons, charges.
  static let decisive = PolarityTrait(rawValue: 1)
  /// Consent: acting without it is acting whether one agrees or not.
  static let consent = PolarityTrait(rawValue: 2)
  /// "guarantee that …": what follows is the matter itself.
  static let opensClause = PolarityTrait(rawValue: 4)
  /// A participle, which after "you are" says what is done to you.
  static let participle = PolarityTrait(rawValue: 8)
  /// Customers as the one who acts.
  static let customer = PolarityTrait(rawValue: 16)
  /// Sellers as the one who acts.
  static let seller = PolarityTrait(rawValue: 32)
  /// "We give you …": says who may act, not who acts.
  static let passesOn = PolarityTrait(rawValue: 64)
  /// Liability: "you are liable" and "we are not liable" go together.
  static let liability = PolarityTrait(rawValue: 128)
  /// The provider as the one who acts.
  static let provider = PolarityTrait(rawValue: 512)
  /// Written with a capital letter, and no plural: it may be a name.
  static let capital = PolarityTrait(rawValue: 256)
}
