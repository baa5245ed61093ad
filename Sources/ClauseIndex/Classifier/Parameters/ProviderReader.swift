// A sentence → the institutions that administer an arbitration.

/// Reads providers of arbitration and mediation by name, by initials, or as the name of any institution.
enum ProviderReader {
  static func providers(in text: ParameterText) -> [ParameterReading] {
    var result: [ParameterReading] = []
    var at = 0
    while at < text.count {
      guard text.capitals[at] else {
        at += 1
        continue
      }
      if let (value, end) = named(text, at) ?? initials(text, at) {
        result.append(reading(text, value, at..<end))
        at = end
      } else {
        at += 1
      }
    }
    if result.isEmpty, !text.isShouted { result = unknown(text) }
    return result
  }

  private static func reading(_ text: ParameterText, _ value: String, _ words: Range<Int>) -> ParameterReading
  {
    ParameterReading(value: value, number: nil, words: words, text: text.text(words))
  }

  private static func named(_ text: ParameterText, _ at: Int) -> (String, Int)? {
    guard let candidates = ProviderTable.names[text[at]] else { return nil }
    for (words, value) in candidates where text.has(words, at: at) { return (value, at + words.count) }
    return nil
  }

  /// "AAA", "JAMS": only in capitals, and those that mean other things as well only beside "arbitration".
  private static func initials(_ text: ParameterText, _ at: Int) -> (String, Int)? {
    guard text.isAllCapitals(at), let name = ProviderTable.initials[text[at]] else { return nil }
    if name.needsArbitration, !text.containsStem(["arbitra", "mediat"], in: 0..<text.count) { return nil }
    return (name.value, at + 1)
  }

  /// An institution that is in no table: "the Harbourline Arbitration Chamber".
  private static func unknown(_ text: ParameterText) -> [ParameterReading] {
    var result: [ParameterReading] = []
    var at = 0
    while at < text.count {
      guard text.capitals[at], !openers.contains(text[at]) else {
        at += 1
        continue
      }
      var end = at + 1
      while end < text.count,
        text.gap(after: end - 1).allSatisfy({
          $0.isBlank || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "&")
        })
      {
        if text.capitals[end] {
          end += 1
        } else if joiners.contains(text[end]), text.isCapital(end + 1) {
          end += 2
        } else if joiners.contains(text[end]), text[end + 1] == "the", text.isCapital(end + 2) {
          end += 3
        } else {
          break
        }
      }
      // "the Rules of the Calder Institute of Arbitration": the institution follows the document.
      var start = (at..<end).last { documents.contains(text[$0]) }.map { $0 + 1 } ?? at
      while start < end, joiners.contains(text[start]) || text[start] == "the" { start += 1 }
      let words = start..<end
      if words.count >= 3, text.containsStem(["arbitra", "mediat", "dispute", "conciliat"], in: words),
        text.contains(institutions, in: words),
        text.words[words].contains(where: isProper)
      {
        result.append(reading(text, text.text(words), words))
      }
      at = end
    }
    return result
  }

  /// Whether a word of a name sets it apart from others.
  private static func isProper(_ word: String) -> Bool {
    !institutions.contains(word) && !common.contains(word) && !joiners.contains(word)
      && !word.hasPrefix("arbitra") && !word.hasPrefix("mediat")
  }

  private static let joiners: Set<String> = ["of", "for", "and", "in"]
  private static let openers: Set<String> = [
    "the", "any", "all", "if", "each", "our", "your", "this", "such",
  ]
  private static let institutions: Set<String> = [
    "association", "institute", "institution", "centre", "center", "board", "chamber", "chambers", "service",
    "services",
    "council", "commission", "court", "forum", "academy", "tribunal",
  ]
  private static let documents: Set<String> = [
    "rules", "agreement", "procedures", "procedure", "act", "terms", "policy", "section", "provision", "fees",
    "claims",
    "process", "notice", "demand", "batch", "mass", "law", "conditions", "mechanism",
  ]
  private static let common: Set<String> = [
    "dispute", "disputes", "resolution", "international", "commercial", "alternative", "online", "consumer",
    "informal",
    "the", "arbitrators", "user", "use", "customer", "you", "we", "company",
  ]
}
