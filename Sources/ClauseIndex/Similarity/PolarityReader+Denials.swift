// "not", "no", "limit": what they deny, and where they deny nothing.

extension PolarityReader {
  private static let track = PolarityLexicon.shared.content(stem: PolarityStem.stemHash("track")).stem

  mutating func not(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) -> Int {
    let (before, next) = (part(tokens, at - 1), part(tokens, at + 1))
    if next == .only {
      notOnly = true
      return 2
    }
    // "or not", "not more than", "but not limited to"
    if before == .or { return 1 }
    if next == .more, part(tokens, at + 2) == .than { return 2 }
    if next == .content, tokens[at + 1].stem == Self.track, before == .auxiliary,
      part(tokens, at - 2) == .content
    {
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

  mutating func no(_ tokens: UnsafeBufferPointer<PolarityToken>, _ at: Int) -> Int {
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
  mutating func startDenial(afterBut: Bool) {
    guard current == main, open[current].hasContent, afterBut || joint == words.count else { return }
    let interrupted = main
    startMain(keepsActor: true)
    if !afterBut {
      open[current].before = interrupted
      open[current].isSentence = false
    }
  }

  /// "(a)": a statement of its own, under the sign of what led into the list.
  mutating func item() {
    let isFirst = itemIsDenied == nil
    let denied = itemIsDenied ?? (open[main].isNegated != open[main].isTurned)
    itemIsDenied = denied
    guard open[current].hasContent || open[current].hasVerb else {
      if denied, !isFirst { denyItem() }
      return
    }
    start(.main)
    open[current].isItem = true
    if denied { denyItem() }
  }

  /// Takes back the statement that "but" opened.
  mutating func rejoin() {
    guard open.count > 1, !open[current].hasContent, current == open.count - 1 else { return }
    open.removeLast()
    current = open.count - 1
    main = open[current].parent
  }

  /// Turns over what is limited: as a verb what follows, as a predicate the whole statement.
  mutating func turnOwn(_ token: PolarityToken, isPredicate: Bool = false, isListed: Bool = false) {
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
}
