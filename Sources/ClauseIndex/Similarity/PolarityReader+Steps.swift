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
      if leadIsDenied { negate() }
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
      if notOnly { notOnly = false } else { startMain(keepsActor: true) }
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
      for ahead in 1...5 where part(tokens, at + ahead) == .from {
        turn(allInFocus: false)
        break
      }
    case .turnTo:
      if next == .to { turn(allInFocus: false) }
    case .turnOwn, .limitation:
      let isListed = next == .or || next == .and || next == .comma
      let afterNext = part(tokens, at + 2)
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

  // MARK: Joints

  private mutating func comma(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) {
    if open[current].isParenthesis { return }
    if open[current].statement.role == .manner, open[main].hasContent, !startsStatement(part(tokens, at + 1)) {
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

  private mutating func coordinate(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) {
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

  private mutating func relative(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) {
    let before = at > 0 ? tokens[at - 1] : PolarityToken(part: .end)
    if before.trait.contains(.opensClause) || before.part == .agree || ((before.part == .end || before.part == .item || before.part == .semicolon) && current == main)
    { return }
    startAside()
    open[current].isRelative = true
  }

  private mutating func exception() {
    open[main].statement.hasException = true
    startAside()
  }

  private mutating func startWithout() {
    startAside(.manner)
    negate()
  }

  /// Somebody acts: at the start of the statement, or in a part without a joint, as in "the content you post is".
  private mutating func subject(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) {
    let (before, next) = (part(tokens, at - 1), part(tokens, at + 1))
    let isVerbNext = next == .modal || next == .be || next == .auxiliary
    if current == main, open[current].hasContent, before == .content, tokens[at].part == .we || isVerbNext {
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

  private func isJoint(_ part: PolarityPart) -> Bool { part == .and || part == .or }

  /// "if a part is unlawful, void, or": a word alone between commas before the last of a list.
  private func isListed(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) -> Bool {
    guard part(tokens, at + 1) == .content else { return false }
    for ahead in 2...3 where part(tokens, at + ahead) == .comma {
      return isJoint(part(tokens, at + ahead + 1))
    }
    return false
  }

  /// "and we", "and this clause"; other nouns after a joint may as well be items of a list.
  private func startsStatement(_ part: PolarityPart) -> Bool { isSubject(part) || part == .this }

  /// "Examplia does not": who acts, and not what it is about.
  private func isNameOfProvider(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) -> Bool {
    guard current == main, !open[current].hasContent, !open[current].hasVerb else { return false }
    let (next, afterNext) = (part(tokens, at + 1), part(tokens, at + 2))
    return next == .never || (next == .auxiliary && (afterNext == .not || afterNext == .never))
      || (next == .modal && tokens[at].weight == 8 && (afterNext == .content || afterNext == .not))
  }

  private func isSubject(_ part: PolarityPart) -> Bool { part == .we || part == .you || part == .pronoun }

  // MARK: Negations

  private static let track = PolarityLexicon.shared.content(stem: PolarityStem.stemHash("track")).stem

  private mutating func not(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) -> Int {
    let (before, next) = (part(tokens, at - 1), part(tokens, at + 1))
    if next == .only {
      notOnly = true
      return 2
    }
    // "or not", "not more than", "but not limited to"
    if before == .or { return 1 }
    if next == .more, part(tokens, at + 2) == .than { return 2 }
    if next == .content, tokens[at + 1].stem == Self.track, before == .auxiliary, part(tokens, at - 2) == .content {
      return 1  // the signal "do not track"
    }
    if tokens[at].part == .not, next != .to, current == main, open[current].hasContent,
      !open[current].hasVerb || contentSinceVerb, joint != words.count, before != .but
    {
      // "terms not defined here have …": which are not defined.
      startAside()
      open[current].isRelative = true
      open[current].hasVerb = true
      return 1
    }
    if next == .turnOwnPredicate || next == .turnOwn, before == .but || before == .and || before == .comma {
      if before == .but { rejoin() }
      return 2
    }
    startDenial(afterBut: before == .but)
    negate()
    return 1
  }

  private mutating func no(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) -> Int {
    let (before, next) = (part(tokens, at - 1), part(tokens, at + 1))
    if next == .more, !(part(tokens, at + 2) == .content) { return 2 }
    if before == .with, next != .time {
      startWithout()
      return 1
    }
    startDenial(afterBut: before == .but)
    negate()
    return 1
  }

  /// "…, but not your address": what is denied after a joint is a statement of its own.
  private mutating func startDenial(afterBut: Bool) {
    guard current == main, open[current].hasContent, afterBut || joint == words.count else { return }
    let interrupted = main
    startMain(keepsActor: true)
    if !afterBut {
      open[current].before = interrupted
      open[current].isSentence = false
    }
  }

  /// "(a)": a statement of its own, under the sign of what led into the list.
  private mutating func item() {
    let denied = itemIsDenied ?? (open[main].isNegated != open[main].isTurned)
    itemIsDenied = denied
    guard open[current].hasContent || open[current].hasVerb else { return }
    start(.main)
    open[current].isItem = true
    if denied { negate() }
  }

  /// Takes back the statement that "but" opened.
  private mutating func rejoin() {
    guard open.count > 1, !open[current].hasContent, current == open.count - 1 else { return }
    open.removeLast()
    current = open.count - 1
    main = open[current].parent
  }

  /// Turns over what is limited: as a verb what follows, as a predicate the whole statement.
  private mutating func turnOwn(_ token: PolarityToken, isPredicate: Bool = false, isListed: Bool = false) {
    var limit = token
    limit.weight = 8
    // "suspend, limit or end": one of several, of which none turns the others.
    if isListed, !isAfterTurn {
      add(limit)
      return
    }
    if !open[current].isTurned {
      open[current].isTurned = true
      if !isPredicate {
        var at = words.count
        while at > 0, words[at - 1].statement >= firstOfSentence {
          at -= 1
          if words[at].statement == Int32(current) { words[at].isTurned.toggle() }
        }
      }
    }
    open[current].statement.isMarked = true
    focusIsNext = true
    add(limit, turnedAlone: true)
    isAfterTurn = true
    focusIsNext = true
  }

  private func part(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) -> PolarityPart {
    tokens.indices.contains(at) ? tokens[at].part : .end
  }
}
