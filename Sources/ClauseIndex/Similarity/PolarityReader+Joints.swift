// What joins the parts of a sentence: commas, "and", "that", "if", "(a)", and who acts after them.

extension PolarityReader {
  mutating func comma(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) {
    if open[current].isParenthesis { return }
    if open[current].statement.role == .manner, open[main].hasContent, !startsStatement(part(tokens, at + 1))
    {
      // "without warranties, express or implied"
      startAside()
      open[current].isRest = true
      return
    }
    if open[current].isRest, !startsStatement(part(tokens, at + 1)) { return }
    resumeBefore()
    if current != main {
      if isJoint(part(tokens, at + 1)) || isListed(tokens, at) { return }
      // "data that identifies you, such as your name"
      if part(tokens, at + 1) == .such { return }
      resume()
    }
    joint = words.count
    jointIsComma = true
    if startsStatement(part(tokens, at + 1)), open[current].hasContent {
      startMain()
    } else if open[current].isNegated, current == main {
      focusIsNext = true
      focusIsListed = true
    }
  }

  mutating func coordinate(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) {
    let next = part(tokens, at + 1)
    if current == main {
      if startsStatement(next), open[current].hasContent {
        startMain()
        return
      }
      if open[current].isNegated {
        focusIsNext = true
        focusIsListed = true
      }
    }
    joint = words.count
    jointIsComma = false
  }

  mutating func relative(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) {
    let before = at > 0 ? tokens[at - 1] : PolarityToken(part: .end)
    if before.trait.contains(.opensClause) || before.part == .agree
      || ((before.part == .end || before.part == .item || before.part == .semicolon) && current == main)
    {
      return
    }
    startAside()
    open[current].isRelative = true
  }

  mutating func exception() {
    open[main].statement.hasException = true
    startAside()
  }

  mutating func startWithout() {
    startAside(.manner)
    negate()
  }

  /// Somebody acts: at the start of the statement, or in a part without a joint, as in "the content you post is".
  mutating func subject(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) {
    let (before, next) = (part(tokens, at - 1), part(tokens, at + 1))
    let isVerbNext = next == .modal || next == .be || next == .auxiliary
    if current == main, open[current].hasContent, before == .content,
      tokens[at].part == .we || (tokens[at].part == .you && isVerbNext)
    {
      startAside()
      open[current].isRelative = true
    }
    let actor: Polarity.Actor =
      switch tokens[at].part {
      case .we: .provider
      case .you: .customer
      default: .unknown
      }
    meet(actor, afterJoint: isJoint(before) && actor != .unknown)
  }

  func isJoint(_ part: PolarityPart) -> Bool { part == .and || part == .or }

  /// "if a part is unlawful, void, or": a word alone between commas before the last of a list.
  func isListed(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) -> Bool {
    guard part(tokens, at + 1) == .content else { return false }
    for ahead in 2...3 where part(tokens, at + ahead) == .comma {
      return isJoint(part(tokens, at + ahead + 1))
    }
    return false
  }

  /// "and we", "and this clause"; other nouns after a joint may as well be items of a list.
  func startsStatement(_ part: PolarityPart) -> Bool { isSubject(part) || part == .this }

  /// "Examplia does not": who acts, and not what it is about.
  func isNameOfProvider(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) -> Bool {
    guard current == main, !open[current].hasContent, !open[current].hasVerb else { return false }
    let (next, afterNext) = (part(tokens, at + 1), part(tokens, at + 2))
    return next == .never || (next == .auxiliary && (afterNext == .not || afterNext == .never))
      || (next == .modal && tokens[at].weight == 8 && (afterNext == .content || afterNext == .not))
  }

  func isSubject(_ part: PolarityPart) -> Bool { part == .we || part == .you || part == .pronoun }
}
