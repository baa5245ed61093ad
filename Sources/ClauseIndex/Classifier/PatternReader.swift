// The pattern language → `Pattern`. What the language is, is told in the article "Clause types".

/// What is wrong with a pattern, and what to do about it.
struct PatternError: Error, Hashable {
  var problem: String
  var remedy: String
}

/// Reads patterns; named sets are filled in.
struct PatternReader {
  /// Words that a gap may hold where no number is given.
  static let usualGap = 8

  /// Alternatives that sets within an alternative may expand to.
  static let mostAlternatives = 400

  /// Named sets: alternatives, as they are written between brackets.
  let sets: [String: String]
  private let known = Known()

  /// What was read before: most patterns are made of the same sets and words.
  private final class Known {
    var sets: [String: [[WordPattern]]] = [:]
    var words: [String: [WordPattern]] = [:]
  }

  init(sets: [String: String]) { self.sets = sets }

  func pattern(_ source: String) throws(PatternError) -> Pattern {
    var parts: [(Pattern.Place, Bool, String)] = []
    var rest = ""
    var (place, wanted) = (Pattern.Place.sentence, true)
    for token in source.utf8.split(whereSeparator: \.isBlank).map({ Substring($0) }) {
      let condition: (Pattern.Place, Bool)? =
        switch token {
        case "&": (.sentence, true)
        case "!": (.sentence, false)
        case "+": (.clause, true)
        case "!+": (.clause, false)
        case "@": (.heading, true)
        case "!@": (.heading, false)
        default: nil
        }
      guard let condition else {
        rest += rest.isEmpty ? token : " \(token)"
        continue
      }
      parts.append((place, wanted, rest))
      (place, wanted) = condition
      rest = ""
    }
    parts.append((place, wanted, rest))
    let main = try sequence(parts[0].2)
    var conditions: [Pattern.Condition] = []
    for (place, wanted, text) in parts.dropFirst() {
      conditions.append(.init(place: place, isWanted: wanted, sequence: try sequence(text)))
    }
    return Pattern(sequence: main, conditions: conditions, source: source)
  }

  func sequence(_ source: String) throws(PatternError) -> WordSequence {
    var elements: [WordSequence.Element] = []
    var gap = 0
    var rest = source[...]
    while true {
      rest = rest.withoutLeadingBlanks
      guard let first = rest.first else { break }
      if first == "(" || first == "{" {
        let close: Character = first == "(" ? ")" : "}"
        guard let end = Self.close(of: rest, close) else {
          throw PatternError(problem: "'\(first)' without '\(close)' in '\(source)'", remedy: "Close it")
        }
        let inner = String(rest[rest.index(after: rest.startIndex)..<end])
        rest = rest[rest.index(after: end)...]
        let optional = rest.first == "?"
        if optional { rest = rest.dropFirst() }
        let read =
          first == "(" ? try alternatives(inner, source) : try alternatives(ofSet: inner, source, within: [])
        elements.append(.init(alternatives: read, isOptional: optional, gap: gap))
        gap = 0
        continue
      }
      let token = rest.upToBlankOrBracket
      rest = rest[token.endIndex...]
      if token.hasPrefix("..") {
        let digits = token.dropFirst(2)
        guard digits.isEmpty || Int(digits).map({ (0...60).contains($0) }) == true else {
          throw PatternError(
            problem: "'\(token)' is no gap in '\(source)'", remedy: "Write '..' or '..3' (at most 60 words)")
        }
        gap = digits.isEmpty ? Self.usualGap : Int(digits) ?? Self.usualGap
        continue
      }
      let optional = token.hasSuffix("?")
      let words = try self.words(String(optional ? token.dropLast() : token), source)
      if optional {
        elements.append(.init(alternatives: [words], isOptional: true, gap: gap))
      } else {
        for (place, word) in words.enumerated() {
          elements.append(.init(alternatives: [[word]], isOptional: false, gap: place == 0 ? gap : 0))
        }
      }
      gap = 0
    }
    guard elements.contains(where: { !$0.isOptional }) else {
      throw PatternError(
        problem: "'\(source)' asks for no word", remedy: "Give at least one word that must occur")
    }
    return WordSequence(elements: elements, source: source)
  }

  private func set(_ name: String) throws(PatternError) -> String {
    guard let words = sets[name] else {
      throw PatternError(
        problem: "there is no set {\(name)}",
        remedy: "Use one of: \(sets.keys.sorted().joined(separator: ", ")); or define it under `sets:`")
    }
    return words
  }

  /// - Parameter outer: the sets that are being filled in, of which none may stand within itself.
  private func alternatives(
    ofSet name: String, _ source: String, within outer: [String]
  ) throws(PatternError) -> [[WordPattern]] {
    guard !outer.contains(name) else {
      throw PatternError(problem: "the set {\(name)} stands within itself", remedy: "Write its words out")
    }
    if let read = known.sets[name] { return read }
    let read = try alternatives(try set(name), source, within: outer + [name])
    known.sets[name] = read
    return read
  }

  private func alternatives(
    _ written: String, _ source: String, within outer: [String] = []
  ) throws(PatternError) -> [[WordPattern]] {
    var result: [[WordPattern]] = []
    var distinct: Set<[WordPattern]> = []
    for part in Self.parts(of: written) {
      // A set or a bracket within an alternative stands for each of its words in turn.
      var expanded: [[WordPattern]] = [[]]
      var rest = part.withoutLeadingBlanks
      while let first = rest.first {
        var choices: [[WordPattern]]
        if first == "(" || first == "{" {
          let close: Character = first == "(" ? ")" : "}"
          guard let end = Self.close(of: rest, close) else {
            throw PatternError(problem: "'\(first)' without '\(close)' in '\(source)'", remedy: "Close it")
          }
          let inner = String(rest[rest.index(after: rest.startIndex)..<end])
          choices =
            first == "("
            ? try alternatives(inner, source, within: outer)
            : try alternatives(ofSet: inner, source, within: outer)
          rest = rest[rest.index(after: end)...]
          if rest.first == "?" {
            choices.append([])
            rest = rest.dropFirst()
          }
        } else {
          let token = rest.upToBlankOrBracket
          guard !token.hasPrefix("..") else {
            throw PatternError(
              problem: "a gap '\(token)' between brackets in '\(source)'",
              remedy: "Put gaps outside brackets, or write two patterns")
          }
          rest = rest[token.endIndex...]
          let isOptional = token.hasSuffix("?")
          choices = [try self.words(String(isOptional ? token.dropLast() : token), source)]
          if isOptional { choices.append([]) }
        }
        guard expanded.count * choices.count <= Self.mostAlternatives else {
          throw PatternError(
            problem: "\(expanded.count * choices.count) alternatives from the sets in '\(source)'",
            remedy: "Write the sets as places of their own, one after another")
        }
        expanded = expanded.flatMap { head in choices.map { head + $0 } }
        rest = rest.withoutLeadingBlanks
      }
      for words in expanded where words.isEmpty {
        throw PatternError(
          problem: "an empty alternative in '\(source)'", remedy: "Write words between the bars")
      }
      for words in expanded where distinct.insert(words).inserted { result.append(words) }
    }
    return result
  }

  /// The bracket that closes the one `text` begins with; nil where there is none.
  private static func close(of text: Substring, _ close: Character) -> String.Index? {
    guard close == ")" else { return text.firstIndex(of: close) }
    var depth = 0
    let bytes = text.utf8
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// The alternatives of a bracket's inside: parted by bars that stand in no inner bracket.
  private static func parts(of written: String) -> [Substring] {
    var result: [Substring] = []
    var depth = 0
    var start = written.startIndex
    let bytes = written.utf8
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "|") where depth == 0:
        result.append(written[start..<index])
        start = bytes.index(after: index)
      default: break
      }
    }
    return result + [written[start...]]
  }

  /// The words that one written word stands for: "opt-out" two, "don't" two.
  private func words(_ written: String, _ source: String) throws(PatternError) -> [WordPattern] {
    if let read = known.words[written] { return read }
    let read = try wordsAnew(written, source)
    known.words[written] = read
    return read
  }

  private func wordsAnew(_ written: String, _ source: String) throws(PatternError) -> [WordPattern] {
    if written == "#" { return [.number] }
    let isPrefix = written.hasSuffix("*")
    let read = WordReader.strings(of: isPrefix ? String(written.dropLast()) : written)
    let odd = written.contains { "()|{}*?".contains($0) && !($0 == "*" && isPrefix) }
    guard !read.isEmpty,
      !odd || (isPrefix && written.filter { $0 == "*" }.count == 1 && !written.contains("|"))
    else {
      throw PatternError(
        problem: "'\(written)' is no word in '\(source)'",
        remedy: "Write words, (a|b), {set}, word*, word?, # or .. with blanks between them")
    }
    return read.enumerated().map { place, word in
      isPrefix && place == read.count - 1 ? .prefix(word) : .exact(word)
    }
  }
}

extension Substring {
  // By bytes: to ask each Character whether it is white space takes ten times as long.

  fileprivate var withoutLeadingBlanks: Substring { Substring(utf8.drop(while: \.isBlank)) }

  fileprivate var upToBlankOrBracket: Substring {
    Substring(utf8.prefix { !$0.isBlank && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: "{") })
  }
}
