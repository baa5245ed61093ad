// Words and marks → statements with their signs.

/// Cuts sentences into statements and finds what is denied in each.
struct PolarityReader {
  /// A statement while it is read.
  struct Open {
    var statement: Polarity.Statement
    /// The main statement it belongs to; itself where it is one.
    var parent: Int
    var isNegated = false
    var isTurned = false
    var isRestricted = false
    var isRelative = false
    var isBefore = false
    var isParenthesis = false
    /// What follows "without …" after a comma, up to the next verb.
    var isRest = false
    /// It may be an item of a list, and is no sentence for sure.
    var isItem = false
    /// It begins as a sentence does.
    var isSentence = false
    /// Denied by what leads into the list.
    var isDeniedItem = false
    var hasBe = false
    /// The statement that a denial in passing interrupts.
    var before: Int?
    var hasVerb = false
    var hasContent = false
    /// A pronoun came: "that you grant" has its verb in the next word.
    var hasSubject = false
    var hasConsent = false
    /// Every word is decisive: "commercial use is prohibited".
    var isAllInFocus = false
  }

  struct Word {
    var stem: UInt32
    var weight: UInt8
    var statement: Int32
    var isTurned: Bool
    var isInFocus: Bool
  }

  var open: [Open] = []
  var words: [Word] = []
  var current = 0
  var main = 0
  var sentence: Int32 = 0
  /// The first statement of the sentence.
  var firstOfSentence = 0

  /// The next content word is what a negation is about.
  var focusIsNext = false
  /// It is one of several that are denied: "sell, rent or lease".
  var focusIsListed = false
  /// The next content word is turned over: "non-exclusive".
  var turnsNext = false
  /// A form of "be" came, and no content word since.
  var isAfterBe = false
  /// A word that turns came, and no content word since: "excludes and disclaims" turns once.
  var isAfterTurn = false
  /// A content word came since the last verb.
  var contentSinceVerb = false
  /// Where a joint came since the last verb: a place in `words`.
  var joint: Int?
  var jointIsComma = false
  /// A sentence leads into a list with a denial: "You may not:".
  var leadIsDenied = false
  var notOnly = false
  /// Whether the items "(a)", "(b)" of the sentence are denied; nil before the first.
  var itemIsDenied: Bool?

  mutating func read(_ tokens: [PolarityToken]) {
    open.reserveCapacity(16)
    words.reserveCapacity(tokens.count / 2 + 1)
    tokens.withUnsafeBufferPointer { tokens in
      startSentence(isItem: false)
      var at = 0
      while at < tokens.count {
        at += step(tokens, at)
        if open.count >= Polarity.mostStatements { break }
      }
      endSentence()
    }
  }

  /// Opens a statement.
  mutating func start(_ role: Polarity.Role, parent: Int? = nil) {
    let index = open.count
    open.append(
      Open(statement: .init(sentence: sentence, role: role), parent: parent ?? index))
    current = index
    focusIsNext = false
    turnsNext = false
    isAfterBe = false
    isAfterTurn = false
    contentSinceVerb = false
    joint = nil
    if role == .main { main = index }
  }

  /// Opens a part that says when, of what or how.
  mutating func startAside(_ role: Polarity.Role = .aside) {
    let isRest = open[current].isRest
    start(role, parent: main)
    open[current].isRest = isRest
  }

  /// Goes back to the main statement after an aside.
  mutating func resume() {
    guard current != main else { return }
    current = main
    focusIsNext = false
    isAfterBe = false
    contentSinceVerb = true
    joint = nil
  }

  /// Goes back to the statement before a denial in passing: "you, and not we, are liable".
  mutating func resumeBefore() {
    guard let place = open[current].before, !open[current].hasVerb else { return }
    main = place
    current = place
    contentSinceVerb = true
    joint = nil
    focusIsNext = false
  }

  /// Opens a new main statement where the present one says something already.
  mutating func startMain(keepsActor: Bool = false) {
    let last = open[main]
    if !open[current].hasContent, current == main, !last.hasVerb { return }
    start(.main)
    open[current].statement.isConditional = last.statement.isConditional
    open[current].isSentence = true
    if keepsActor { open[current].statement.actor = last.statement.actor }
  }

  /// - Parameter isItem: whether it starts on a line of its own and without one who acts, as an item of a list does.
  mutating func startSentence(isItem: Bool) {
    // Nothing was read since the last: it is begun anew.
    if let last = open.last, open.count - 1 == firstOfSentence, !last.hasContent { open.removeLast() }
    firstOfSentence = open.count
    start(.main)
    notOnly = false
    itemIsDenied = nil
    open[current].isItem = isItem
    open[current].isSentence = true
    if leadIsDenied, isItem { denyItem() }
  }

  mutating func endSentence() {
    for index in firstOfSentence..<open.count where open[index].statement.role == .main {
      if open[index].isRestricted, !open[index].isNegated {
        open[index].isNegated = true
        open[index].statement.hasException = true
      }
    }
    for index in firstOfSentence..<open.count where open[index].statement.role != .main {
      let part = open[index]
      if part.statement.role == .manner {
        let main = open[part.parent]
        if main.isNegated != main.isTurned {
          // "not without your consent": with it.
          open[part.parent].statement.hasException = true
          open[index].statement.role = .aside
        } else if part.hasConsent {
          open[part.parent].statement.isStressed = true
        }
      } else if part.isBefore, part.hasConsent {
        open[part.parent].statement.isStressed = true
      }
    }
  }

  /// Denies an item by the lead of its list.
  mutating func denyItem() {
    negate()
    open[current].isDeniedItem = true
  }

  mutating func negate() {
    // "you waive, and agree not to assert" says two things; "we do not exclude" turns back.
    if open[current].isTurned, current == main, let joint { split(at: joint) }
    open[current].isNegated = true
    open[current].statement.isMarked = true
    focusIsNext = true
    focusIsListed = false
  }

  /// Turns the statement over, once however many such words come.
  mutating func turn(allInFocus: Bool) {
    open[current].statement.isMarked = true
    if allInFocus { open[current].isAllInFocus = true } else { focusIsNext = true }
    open[current].isTurned = true
    isAfterTurn = true
  }

  mutating func add(_ token: PolarityToken, turnedAlone: Bool = false) {
    var token = token
    let isWhole = token.weight >= 2
    if focusIsNext, focusIsListed, isWhole { token.weight /= 2 }
    if token.trait.contains(.consent) { open[current].hasConsent = true }
    if token.trait.contains(.liability) { open[current].statement.isLiability = true }
    if token.trait.contains(.passesOn) { open[current].statement.passesOn = true }
    if open[current].statement.role == .main, !open[current].hasContent, !open[current].hasVerb {
      if token.trait.contains(.customer) { meet(.customer, afterJoint: true) }
      if token.trait.contains(.provider) { meet(.provider, afterJoint: true) }
      if token.trait.contains(.seller) { meet(.seller, afterJoint: true) }
    }
    if isAfterBe, token.trait.contains(.participle), current == main, !open[current].hasContent {
      open[current].statement.actor = .unknown  // "you are charged"
    }
    var isInFocus = focusIsNext && isWhole
    if open[current].statement.role == .manner, !token.trait.contains(.decisive) { isInFocus = false }
    let isTurned = turnedAlone || (turnsNext && isWhole)
    if isTurned {
      open[current].statement.isMarked = true
      open[current].statement.hasTurnedWord = true
    }
    words.append(
      Word(
        stem: token.stem, weight: token.weight, statement: Int32(current), isTurned: isTurned,
        isInFocus: isInFocus || isTurned))
    open[current].statement.weight += Float(token.weight) / 8
    open[current].hasContent = true
    if open[current].hasSubject, open[current].statement.role == .aside { open[current].hasVerb = true }
    contentSinceVerb = true
    isAfterBe = false
    if isWhole {
      focusIsNext = false
      turnsNext = false
      isAfterTurn = false
    }
  }

  /// Somebody stands where the one who acts stands.
  mutating func meet(_ actor: Polarity.Actor, afterJoint: Bool) {
    open[current].hasSubject = true
    guard current == main, !open[current].hasContent else { return }
    // "you or we", but "you agree that we"
    let before = open[current].statement.actor
    open[current].statement.actor = before == .unknown || before == actor || !afterJoint ? actor : .either
  }

  /// A verb: where a second one comes, something else is said.
  mutating func verb(_ part: PolarityPart) {
    let isSameVerb = open[current].hasVerb && !contentSinceVerb
    if open[current].hasVerb, !isSameVerb {
      switch open[current].statement.role {
      case .main:
        // ", or any part of it, is" goes on.
        if let joint, !(jointIsComma && joint == words.count) { split(at: joint) }
      case .aside:
        if open[current].isParenthesis { break }
        if joint == nil || !open[current].isRelative { resume() }
      case .manner: break
      }
    }
    if open[current].statement.role == .manner {
      if let joint { split(at: joint) } else if part == .modal { resume() }
    }
    open[current].hasVerb = true
    contentSinceVerb = false
    joint = nil
    if part == .be {
      isAfterBe = true
      open[current].hasBe = true
    }
    if open[current].isNegated, open[current].statement.role != .manner {
      focusIsNext = true
      focusIsListed = false
    }
  }

  /// Moves the words after a joint to a new main statement.
  mutating func split(at place: Int) {
    let old = current
    start(.main)
    open[current].statement.isConditional = open[old].statement.isConditional
    for index in place..<words.count where words[index].statement == Int32(old) {
      words[index].statement = Int32(current)
      words[index].isInFocus = false
      let weight = Float(words[index].weight) / 8
      open[old].statement.weight -= weight
      open[current].statement.weight += weight
      open[current].hasContent = true
    }
    if place == words.count { open[current].statement.actor = open[old].statement.actor }
  }
}
