// What each word and mark does to the statement that is read.

extension PolarityReader {
  /// Reads the token at `at`; returns how many tokens that took.
  mutating func step(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) -> Int {
    let token = tokens[at]
    switch token.part {
    case .content:
      // "for any reason" is for none as well.
      if token.trait.contains(.capital), isNameOfProvider(tokens, at) {
        meet(.provider, afterJoint: false)
        break
      }
      var token = token
      if token.trait.contains(.decisive), part(tokens, at - 1) == .any, part(tokens, at - 2) == .with {
        token.stem &+= 1
      }
      add(token)
    case .filler, .agree, .any, .this, .such, .than, .of, .out, .into, .time, .from, .with: break
    case .more:
      // "not for more than a year": for a year it may be.
      if part(tokens, at + 1) == .than, open[main].isNegated { open[main].statement.hasException = true }
    case .means:
      // A definition says what a word means, not what holds.
      switch part(tokens, at - 1) {
      case .filler, .any, .by, .other, .or, .such: break
      default: if current == main, !open[current].hasVerb { open[current].statement.role = .aside }
      }
    case .to, .other:
      if token.part == .other, part(tokens, at + 1) == .than {
        if open[main].isNegated { exception() } else { startAside() }
        return 2
      }
    case .end, .line, .initial:
      // "the U.S. Government", but "in the U.S. We"
      if token.part == .initial, part(tokens, at + 1) == .content { break }
      endSentence()
      sentence += 1
      let isLine = token.part == .line
      let isItem = isLine && !startsStatement(part(tokens, at + 1))
      if isLine, !isItem { leadIsDenied = false }
      startSentence(isItem: isItem)
    case .colon, .semicolon:
      if token.part == .colon, !leadIsDenied {
        leadIsDenied = current == main && open[main].isNegated != open[main].isTurned
      }
      if token.part == .colon { open[main].isItem = true }
      if open[current].hasContent || open[current].hasVerb || open[current].isNegated || current != main {
        start(.main)
        open[current].isItem = true
      }
      if leadIsDenied { denyItem() }
    case .comma: comma(tokens, at)
    case .item: item()
    case .open:
      startAside()
      open[current].isParenthesis = true
    case .close:
      resume()
      joint = words.count
    case .and, .or: coordinate(tokens, at)
    case .but:
      if part(tokens, at + 1) == .without, part(tokens, at + 2) == .limitation { return 3 }
      if notOnly {
        notOnly = false
      } else {
        startMain(keepsActor: true)
        open[current].statement.isAfterBut = true
      }
    case .relative: relative(tokens, at)
    case .condition:
      // "even if" and "only if" are seen to by "even" and "only".
      if current == main, part(tokens, at - 1) != .even, part(tokens, at - 1) != .only {
        open[main].statement.isConditional = true
      }
      startAside()
    case .before, .after:
      let next = part(tokens, at + 1)
      if isSubject(next) {
        startAside()
        open[current].isBefore = token.part == .before
      }
    case .exception: exception()
    case .we, .you, .pronoun: subject(tokens, at)
    case .us: break
    case .by:
      guard open[current].hasBe else { break }
      switch part(tokens, at + 1) {
      case .us, .we: open[current].statement.actor = .provider
      case .you: open[current].statement.actor = .customer
      default: break
      }
    case .modal, .be, .auxiliary: verb(token.part)
    case .bare:
      open[current].hasBe = true
      if open[current].hasVerb {
        isAfterBe = true
        if open[current].isNegated, open[current].statement.role != .manner { focusIsNext = true }
      } else {
        verb(.be)
      }
    default: return turningStep(tokens, at)
    }
    return 1
  }

  private mutating func turningStep(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) -> Int {
    let token = tokens[at]
    let next = part(tokens, at + 1)
    switch token.part {
    case .not, .never: return not(tokens, at)
    case .nor:
      startMain(keepsActor: true)
      negate()
    case .no: return no(tokens, at)
    case .without:
      // "with or without", "without limitation"
      let isLimitation = next == .limitation
      if part(tokens, at - 1) == .or || isLimitation { return isLimitation ? 2 : 1 }
      startWithout()
    case .free:
      if next == .of || next == .from {
        startWithout()
        return 2
      }
    case .turn:
      // "you grant a licence and waive all claims"
      if let joint, !isAfterTurn, open[current].statement.weight >= 1, current == main { split(at: joint) }
      turn(allInFocus: false)
    case .turnPredicate:
      if isAfterBe {
        turn(allInFocus: next != .from && next != .to)
      } else if next == .from {
        turn(allInFocus: false)
      }
    case .turnFrom:
      if (1...5).contains(where: { part(tokens, at + $0) == .from }) {
        turn(allInFocus: false)
      } else {
        add(token)
      }
    case .turnTo:
      if next == .to { turn(allInFocus: false) }
    case .turnOwn, .limitation:
      let isListed = next == .or || next == .and || next == .comma
      let afterNext = part(tokens, at + 2)
      if token.part == .limitation, !open[current].hasContent, !open[current].hasVerb, next == .of {
        open[current].isItem = true  // "Limitation of liability" is a title
      }
      if isListed, afterNext == .turn || afterNext == .turnFrom || afterNext == .turnOwn {
        // "limits or excludes": the last of them turns.
        var limit = token
        limit.weight = 8
        add(limit, turnedAlone: true)
        isAfterTurn = true
      } else {
        turnOwn(token, isListed: isListed)
      }
    case .turnOwnPredicate:
      if isAfterBe { turnOwn(token, isPredicate: true) }
    case .turned:
      if isAfterBe, !open[current].isNegated, !open[current].isTurned || isAfterTurn {
        let wasAfterTurn = isAfterTurn
        turn(allInFocus: false)
        if wasAfterTurn { isAfterTurn = true }
        let wasAfterBe = isAfterBe
        add(token)
        (isAfterBe, isAfterTurn) = (wasAfterBe, true)
      } else {
        add(token, turnedAlone: true)
      }
    case .non:
      if isAfterBe {
        turn(allInFocus: false)
      } else {
        turnsNext = true
      }
    case .opt:
      if next == .out || next == .into {
        var option = token
        option.weight = 8
        focusIsNext = true
        add(option, turnedAlone: next == .out)
        return 2
      }
    case .only:
      if current == main { open[current].isRestricted = true }
    case .sole: open[current].statement.isSole = true
    case .regardless: open[main].statement.isStressed = true
    case .even:
      if next == .condition || next == .with || next == .without { open[main].statement.isStressed = true }
    default: break
    }
    return 1
  }

  /// The part of the token at a place; the end of the text beyond it.
  func part(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) -> PolarityPart {
    tokens.indices.contains(at) ? tokens[at].part : .end
  }
}
