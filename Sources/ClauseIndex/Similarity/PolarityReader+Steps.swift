// What each word and mark does to the statement that is read.

extension PolarityReader {
  /// Reads the token at `at`; returns how many tokens that took.
  mutating func step(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) -> Int {
    let token = tokens[at]
    switch token.part {
    case .content:
      add(token)
    case .filler, .than, .of, .out, .into, .more, .time, .limitation, .from, .with: break
    case .to, .other:
      if token.part == .other, part(tokens, at + 1) == .than {
        exception()
        return 2
      }
    case .end:
      endSentence()
      if part(tokens, at - 1) != .colon {
        leadIsNegated = leadIsNegated && part(tokens, at - 1) == .semicolon
      }
      sentence += 1
      startSentence()
    case .colon, .semicolon:
      if token.part == .colon { leadIsNegated = focusIsNext && open[current].isNegated && current == main }
      if open[current].hasContent || open[current].hasVerb || open[current].isNegated || current != main {
        start(.main)
      }
      if leadIsNegated { negate() }
    case .comma: comma(tokens, at)
    case .and, .or: coordinate(tokens, at)
    case .but:
      if notOnly { notOnly = false } else { startMain(keepsActor: true) }
    case .relative: relative(tokens, at)
    case .condition: condition(tokens, at)
    case .before, .after:
      let next = part(tokens, at + 1)
      if isSubject(next) {
        startAside()
        open[current].isBefore = token.part == .before
      }
    case .exception: exception()
    case .we: subject(.provider)
    case .you: subject(.customer)
    case .us: break
    case .pronoun: subject(.unknown)
    case .by:
      switch part(tokens, at + 1) {
      case .us, .we: open[current].statement.actor = .provider
      case .you: open[current].statement.actor = .customer
      default: break
      }
    case .modal, .be, .auxiliary: verb(token.part)
    default: return turningStep(tokens, at)
    }
    return 1
  }

  private mutating func turningStep(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) -> Int {
    let token = tokens[at]
    let next = part(tokens, at + 1)
    switch token.part {
    case .not: return not(tokens, at)
    case .no: return no(tokens, at)
    case .without:
      // "with or without", "without limitation"
      let isLimitation = next == .turnOwn && part(tokens, at + 2) != .content
      if part(tokens, at - 1) == .or || isLimitation { return isLimitation ? 2 : 1 }
      startWithout()
    case .free:
      if next == .of || next == .from {
        startWithout()
        return 2
      }
    case .turn:
      turn(allInFocus: false)
    case .turnPredicate:
      if isAfterBe {
        turn(allInFocus: next != .from && next != .to)
      } else if next == .from {
        turn(allInFocus: false)
      }
    case .turnFrom:
      for ahead in 1...5 where part(tokens, at + ahead) == .from {
        turn(allInFocus: false)
        break
      }
    case .turnTo:
      if next == .to { turn(allInFocus: false) }
    case .turnOwn:
      turnOwn(token)
    case .turnOwnPredicate:
      if isAfterBe { turnOwn(token) }
    case .turned:
      if isAfterBe {
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
        option.weight = 4
        focusIsNext = true
        add(option, turnedAlone: next == .out)
        return 2
      }
    case .only:
      if current == main { open[current].isRestricted = true }
    case .regardless: open[main].statement.isStressed = true
    case .even:
      if next == .condition || next == .with || next == .without { open[main].statement.isStressed = true }
    default: break
    }
    return 1
  }

  // MARK: Joints

  private mutating func comma(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) {
    if current != main {
      resume()
    }
    joint = words.count
    if isSubject(part(tokens, at + 1)), open[current].hasContent {
      startMain()
    } else if open[current].isNegated, current == main {
      focusIsNext = true
    }
  }

  private mutating func coordinate(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) {
    let next = part(tokens, at + 1)
    if current == main {
      if isSubject(next), open[current].hasContent {
        startMain()
        return
      }
      if open[current].isNegated { focusIsNext = true }
    }
    joint = words.count
  }

  private mutating func relative(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) {
    let before = at > 0 ? tokens[at - 1] : PolarityToken(part: .end)
    if before.trait.contains(.opensClause) || (before.part == .end && current == main) { return }
    startAside()
    open[current].isRelative = true
  }

  private mutating func condition(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) {
    // "only if", "even if" and "unless where" were seen to by the word before.
    startAside()
  }

  private mutating func exception() {
    open[main].statement.hasException = true
    startAside()
  }

  private mutating func startWithout() {
    startAside(.manner)
    negate()
  }

  private mutating func subject(_ actor: Polarity.Actor) {
    meet(actor)
  }

  private func isSubject(_ part: PolarityPart) -> Bool { part == .we || part == .you || part == .pronoun }

  // MARK: Negations

  private mutating func not(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) -> Int {
    let (before, next) = (part(tokens, at - 1), part(tokens, at + 1))
    if next == .only {
      notOnly = true
      return 2
    }
    // "or not", "not more than", "but not limited to"
    if before == .or { return 1 }
    if next == .more, part(tokens, at + 2) == .than { return 2 }
    if next == .turnOwnPredicate || next == .turnOwn, before == .but || before == .and || before == .comma {
      if before == .but { rejoin() }
      return 2
    }
    startDenial(after: before)
    negate()
    return 1
  }

  private mutating func no(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) -> Int {
    let (before, next) = (part(tokens, at - 1), part(tokens, at + 1))
    if next == .more { return 2 }
    if before == .with, next != .time {
      startWithout()
      return 1
    }
    startDenial(after: before)
    negate()
    return 1
  }

  /// "…, but not your address": what is denied after a joint is a statement of its own.
  private mutating func startDenial(after before: PolarityPart) {
    guard before == .comma || before == .and || before == .but, current == main, open[current].hasContent
    else { return }
    startMain(keepsActor: true)
  }

  /// Takes back the statement that "but" opened.
  private mutating func rejoin() {
    guard open.count > 1, !open[current].hasContent, current == open.count - 1 else { return }
    open.removeLast()
    current = open.count - 1
    main = open[current].parent
  }

  private mutating func turnOwn(_ token: PolarityToken) {
    var limit = token
    limit.weight = 4
    let wasTurned = isAfterTurn
    focusIsNext = true
    open[current].statement.isMarked = true
    if !wasTurned { open[current].isTurned.toggle() }
    add(limit, turnedAlone: true)
    isAfterTurn = true
    focusIsNext = true
  }

  private func part(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) -> PolarityPart {
    tokens.indices.contains(at) ? tokens[at].part : .end
  }
}
