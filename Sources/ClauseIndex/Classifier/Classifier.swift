// A clause → its types, each with a confidence and what decided.

/// A type that a clause was found to be of.
struct Typing: Sendable {
  /// Index into the catalogue's types.
  var type: Int
  /// How surely the clause is of the type, 0…1.
  var confidence: Double
  /// Index of the severity condition that fired; nil where the type's own severity stands.
  var condition: Int?
  /// What decided.
  var evidence: [Evidence]

  /// A rule that matched.
  struct Evidence: Sendable {
    /// Index into the rules.
    var rule: Int
    /// The sentence it matched in, by index into the clause's sentences, or headings for a heading rule.
    var sentence: Int
    /// The words that it matched.
    var words: Range<Int>
    /// Whether it matched in the title alone.
    var isTitle: Bool
    /// The pattern that makes the sentence no evidence; nil where it counts.
    var excludedBy: String?
  }
}

/// Assigns types to clauses by the patterns of the types.
///
/// For one thread.
struct Classifier {
  let types: CompiledTypes
  private var matcher: SentenceMatcher
  /// Whether a sequence stands elsewhere in the clause or above it, as far as it was looked for.
  private var elsewhere: [Int: Bool] = [:]
  private var lastHeadings: (title: String, heading: String, names: Set<[UInt8]>, hits: [Typing.Evidence])?

  init(_ types: CompiledTypes) {
    self.types = types
    matcher = SentenceMatcher(types.table)
  }

  /// A clause that was looked at.
  struct Reading {
    var sentences: [SentenceWords]
    var headings: [SentenceWords]
    var typings: [Typing]
  }

  /// The types of a clause, those below the least confidence as well: most confident first.
  ///
  /// - Parameter names: words of the platform's and its owner's names, lower case.
  mutating func read(_ clause: ClassifiedText, names: Set<[UInt8]> = []) -> Reading {
    elsewhere.removeAll(keepingCapacity: true)
    let sentences = SentenceReader.sentences(of: clause, &matcher, names: names)
    let headings = SentenceReader.headings(of: clause, &matcher, names: names)
    var found: [Int: [Typing.Evidence]] = [:]
    var pending: [(evidence: Typing.Evidence, reasons: [CompiledTypes.Rule])] = []
    for (number, sentence) in sentences.enumerated() {
      matcher.load(sentence.ids)
      let hits = hits(inHeading: false)
      var excluded: [Int: [CompiledTypes.Rule]] = [:]
      for (index, words) in hits where holdsInSentence(types.rules[index]) {
        let type = types.rules[index].type
        let reasons: [CompiledTypes.Rule]
        if let known = excluded[type] {
          reasons = known
        } else {
          reasons = types.excluded[type].filter { matches($0) }
          excluded[type] = reasons
        }
        let certain = reasons.first { !$0.looksElsewhere }
        let evidence = Typing.Evidence(
          rule: index, sentence: number, words: words, isTitle: sentence.places.first?.field == .title,
          excludedBy: certain?.source)
        if types.rules[index].looksElsewhere || (certain == nil && !reasons.isEmpty) {
          pending.append((evidence, reasons))
        } else {
          found[type, default: []].append(evidence)
        }
      }
    }
    for (evidence, reasons) in pending {
      let rule = types.rules[evidence.rule]
      guard holdsElsewhere(rule, sentences, headings) else { continue }
      var evidence = evidence
      if evidence.excludedBy == nil {
        evidence.excludedBy = reasons.first { holdsElsewhere($0, sentences, headings) }?.source
      }
      found[rule.type, default: []].append(evidence)
    }
    for evidence in headingHits(of: clause, headings, names) {
      let rule = types.rules[evidence.rule]
      guard !rule.looksElsewhere || holdsElsewhere(rule, sentences, headings) else { continue }
      found[rule.type, default: []].append(evidence)
    }
    var typings: [Typing] = []
    for (type, evidence) in found {
      let confidence = Confidence.of(evidence, types.rules)
      guard confidence > 0 else { continue }
      typings.append(
        Typing(
          type: type, confidence: confidence, condition: nil,
          evidence: evidence.sorted { ($0.sentence, $0.rule) < ($1.sentence, $1.rule) }))
    }
    typings.sort { ($1.confidence, $0.type) < ($0.confidence, $1.type) }
    findSeverities(of: &typings, sentences, headings)
    return Reading(sentences: sentences, headings: headings, typings: typings)
  }

  /// The rules whose sequence occurs in the loaded sentence, with the words that it matches.
  private func hits(inHeading: Bool) -> [(rule: Int, words: Range<Int>)] {
    let anchored = inHeading ? types.anchoredInHeading : types.anchoredInText
    let rules = inHeading ? types.rulesInHeading : types.rulesInText
    var hits: [(rule: Int, words: Range<Int>)] = []
    for group in matcher.present {
      for sequence in anchored[Int(group)] {
        guard let words = matcher.find(Int(sequence)) else { continue }
        for rule in rules[Int(sequence)] { hits.append((Int(rule), words)) }
      }
    }
    return hits
  }

  /// Whether the conditions on the loaded sentence hold.
  private func holdsInSentence(_ rule: CompiledTypes.Rule) -> Bool {
    for condition in rule.conditions where condition.place == .sentence {
      if (matcher.find(condition.sequence) != nil) != condition.isWanted { return false }
    }
    return true
  }

  /// Whether a rule's sequence and its conditions on the sentence hold in a sentence.
  func stands(_ rule: CompiledTypes.Rule, in sentence: SentenceWords) -> Bool {
    matcher.load(sentence.ids)
    return matches(rule)
  }

  private func matches(_ rule: CompiledTypes.Rule) -> Bool {
    matcher.find(rule.sequence) != nil && holdsInSentence(rule)
  }

  /// Whether the conditions on the whole clause and on what stands above it hold.
  private mutating func holdsElsewhere(
    _ rule: CompiledTypes.Rule, _ sentences: [SentenceWords], _ headings: [SentenceWords]
  ) -> Bool {
    for condition in rule.conditions where condition.place != .sentence {
      let isClause = condition.place == .clause
      let key = condition.sequence * 2 + (isClause ? 1 : 0)
      let found = elsewhere[key] ?? occurs(condition.sequence, in: isClause ? sentences : headings)
      elsewhere[key] = found
      if found != condition.isWanted { return false }
    }
    return true
  }

  private mutating func occurs(_ sequence: Int, in places: [SentenceWords]) -> Bool {
    for sentence in places {
      matcher.load(sentence.ids)
      if matcher.find(sequence) != nil { return true }
    }
    return false
  }

  /// Finds which severity condition fires for each type that the clause is of.
  private mutating func findSeverities(
    of typings: inout [Typing], _ sentences: [SentenceWords], _ headings: [SentenceWords]
  ) {
    let open = typings.indices.filter {
      typings[$0].confidence >= Confidence.typed && !types.severity[typings[$0].type].isEmpty
    }
    guard !open.isEmpty else { return }
    for sentence in sentences {
      matcher.load(sentence.ids)
      for index in open {
        let rules = types.severity[typings[index].type]
        // The first condition that holds anywhere decides.
        for number in 0..<(typings[index].condition ?? rules.count) where matches(rules[number]) {
          if rules[number].looksElsewhere {
            let holds = holdsElsewhere(rules[number], sentences, headings)
            matcher.load(sentence.ids)
            guard holds else { continue }
          }
          typings[index].condition = number
          break
        }
      }
    }
  }

  /// The heading rules that title and headings meet, but for conditions elsewhere; those of the clause before are
  /// kept, as most have the same.
  private mutating func headingHits(
    of clause: ClassifiedText, _ headings: [SentenceWords], _ names: Set<[UInt8]>
  ) -> [Typing.Evidence] {
    if let last = lastHeadings, last.title == clause.title, last.heading == clause.heading,
      last.names == names
    {
      return last.hits
    }
    var found: [Typing.Evidence] = []
    for (number, heading) in headings.enumerated() where heading.places.first?.field != .leadIn {
      matcher.load(heading.ids)
      for (index, words) in hits(inHeading: true) where holdsInSentence(types.rules[index]) {
        found.append(
          Typing.Evidence(rule: index, sentence: number, words: words, isTitle: true, excludedBy: nil))
      }
    }
    lastHeadings = (clause.title, clause.heading, names, found)
    return found
  }
}
