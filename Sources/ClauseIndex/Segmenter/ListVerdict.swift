// Whether a list's items are provisions of their own or fragments of the sentence above them.

/// What becomes of a list.
enum ListVerdict: Equatable {
  /// One clause with the sentence above it.
  case together
  /// Each item is a clause.
  case apart
  /// A menu or a table of contents.
  case boilerplate

  /// An item of so many words stands by itself.
  static let longItem = 40
  /// Lists of fewer words are never taken apart for their items' length.
  static let shortList = 60

  init(_ above: Unit?, _ items: [Node.Item]) {
    var (long, sentences, words, links, nested, named) = (0, 0, 0, 0, 0, 0)
    for item in items {
      guard let first = item.first else { continue }
      let units = item.units
      let count = units.reduce(0) { $0 + $1.words }
      words += count
      if units.allSatisfy({ $0.link > 0.9 }), count <= 16 { links += 1 }
      if units.count > 1, count > ListVerdict.longItem { nested += 1 }
      guard first.beginsUpper || Definition.begins(first.text.bytes) else { continue }
      let isTitled = RunInTitle.find(in: first) != nil && count >= 12
      let isDefinition = Definition.begins(first.text.bytes)
      if isTitled || isDefinition { named += 1 }
      let isNumbered = (item.numbering?.components.count ?? 0) > 1 && count >= 10
      if count >= ListVerdict.longItem || isTitled || isNumbered || isDefinition { long += 1 }
      if count >= 8, units.last?.ending == .sentence { sentences += 1 }
    }
    let leads = above.map(ListVerdict.leadsIn) ?? false
    if links * 10 >= items.count * 7, items.count >= 2 || above == nil {
      self = leads && (above?.words ?? 0) >= 5 && words < 80 ? .together : .boilerplate
      return
    }
    let isOrdered = items.first?.numbering != nil
    let average = words / max(1, items.count)
    if long * 2 >= items.count, words > ListVerdict.shortList || named * 2 > items.count && named > 1 {
      self = .apart
    } else if nested * 2 > items.count, words > 2 * ListVerdict.shortList {
      self = .apart
    } else if !leads, sentences * 10 >= items.count * 7, average >= (isOrdered ? 9 : 14) {
      self = .apart
    } else {
      self = .together
    }
  }

  /// Whether the unit above a list is the beginning of its items' sentence.
  static func leadsIn(_ unit: Unit) -> Bool {
    if unit.isOpen { return true }
    return pointsDown(unit.text.bytes)
  }

  /// Whether the text ends by naming what comes after it, as "set out below" does.
  static func pointsDown(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes.suffix(120).map(\.lowered), as: UTF8.self)
    return text.contains("following") || text.contains("below") || text.contains("as follows")
  }
}

/// Paragraphs that say what a word means.
enum Definition {
  /// Whether the text begins with a word in quotation marks that it defines.
  static func begins(_ bytes: [UInt8]) -> Bool {
    let open = bytes.has("“", at: 0) ? 3 : bytes.has("\"", at: 0) ? 1 : bytes.has("‘", at: 0) ? 3 : 0
    guard open > 0 else { return false }
    var at = open
    while at < bytes.count, at < 100 {
      let close =
        bytes.has("”", at: at) || bytes.has("“", at: at) || bytes.has("’", at: at)
        ? 3 : bytes[at] == UInt8(ascii: "\"") ? 1 : 0
      if close > 0 {
        // “Account”: an area of …
        if bytes.has(": ", at: at + close) || bytes.has(" – ", at: at + close) { return true }
        let rest = String(
          decoding: bytes[min(at + close, bytes.count)..<min(at + close + 60, bytes.count)], as: UTF8.self)
        return verbs.contains { rest.contains($0) }
      }
      at += 1
    }
    return false
  }

  /// Whether the text goes on at `start` with the verb of a definition.
  static func hasVerb(_ bytes: [UInt8], from start: Int) -> Bool {
    let rest = " " + String(decoding: bytes[start..<min(start + 24, bytes.count)], as: UTF8.self)
    return verbs.contains { rest.hasPrefix($0) }
  }

  private static let verbs = [
    " means", " mean ", " refers to", " refer to", " has the meaning", " have the meaning", " shall ",
    " is defined", " includes", " is ", " are ", " has the same meaning",
  ]
}
