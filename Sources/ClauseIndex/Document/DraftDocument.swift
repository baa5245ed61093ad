// Bytes of a draft that someone wrote → its clauses, or what is wrong with the file.

internal import Foundation

/// A draft of terms: Markdown or plain text in English.
struct DraftDocument: Sendable {
  /// Larger than any terms: the largest of 1,428 documents has 0.4 MB.
  static let sizeLimit = 5_000_000

  /// Name that it was given, such as that of its file.
  let name: String
  /// Its title; empty where none was found.
  let title: String
  /// Its clauses, and passages that are part of the page.
  let rows: DocumentRows
  /// What a build would say of such a file.
  let check: DocumentCheck

  /// Reads a draft.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: what messages call it.
  /// - Throws: ``IndexError/badDraft(name:problem:remedy:)`` for a file that is no text, not in UTF-8, not in English,
  ///   empty or too large.
  init(_ bytes: [UInt8], name: String) throws(IndexError) {
    func refused(_ problem: String, _ remedy: String) -> IndexError {
      .badDraft(name: name, problem: problem, remedy: remedy)
    }
    self.name = name
    guard bytes.count <= Self.sizeLimit else {
      let megabytes = Double(bytes.count / 100_000) / 10
      throw refused(
        "it has \(megabytes) MB, and the limit is \(Self.sizeLimit / 1_000_000) MB", "Check it in parts")
    }
    if let (format, remedy) = Self.otherFormat(bytes) { throw refused("it is \(format)", remedy) }
    let text = Self.withoutCodeBlocks(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes)
    check = DocumentCheck(text)
    switch check.objection?.reason {
    case .empty: throw refused("it holds no text", "Give Markdown or plain text")
    case .binary:
      throw refused("it is no text: \(check.objection?.detail ?? "")", "Give Markdown or plain text in UTF-8")
    case .invalidUTF8:
      throw refused(
        "it is not UTF-8 text: \(check.objection?.detail ?? "")",
        "Convert it, for example with: iconv -f windows-1252 -t utf-8")
    case .notEnglish:
      throw refused(
        "it is not in English (\(check.objection?.detail ?? ""))", "Only terms in English can be checked")
    default: break
    }
    rows = DocumentRows(Self.loaded(text, check.foreign))
    guard !rows.clauses.isEmpty else {
      throw refused(
        "no clause was found in its \(check.words) words", "Give the text of the terms, in whole sentences")
    }
    title = Self.title(rows, text)
  }

  /// A draft has no address, no owner and no history.
  private static func loaded(_ bytes: [UInt8], _ foreign: [Range<Int>]) -> LoadedDocument {
    LoadedDocument(
      document: Document(
        id: "", platform: "", company: "", collection: "", service: "", termsType: "", path: "", sha256: "",
        words: 0),
      bytes: bytes, foreign: foreign)
  }

  /// A format that is no plain text, with the way to make it one; nil where none is recognised.
  private static func otherFormat(_ bytes: [UInt8]) -> (format: String, remedy: String)? {
    func begins(_ text: String) -> Bool { bytes.starts(with: text.utf8) }
    if begins("%PDF") { return ("a PDF", "Make it text, for example with: pdftotext -layout FILE draft.txt") }
    if begins("PK\u{3}\u{4}") {
      return ("a zip file, perhaps of Word", "Make it text, for example with: pandoc -t markdown FILE")
    }
    if begins("{\\rtf") { return ("RTF", "Make it text, for example with: pandoc -t markdown FILE") }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return ("UTF-16 text", "Convert it, for example with: iconv -f utf-16 -t utf-8")
    }
    let start = String(decoding: bytes.drop { $0 <= 0x20 }.prefix(15), as: UTF8.self).lowercased()
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") {
      return ("a web page", "Make it text, for example with: pandoc -f html -t markdown FILE")
    }
    return nil
  }

  /// The text with indented paragraphs moved to the left, where Markdown would take them for code.
  ///
  /// Terms have no code, and plain text is often indented. Lines keep their numbers.
  private static func withoutCodeBlocks(_ bytes: [UInt8]) -> [UInt8] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
    func indent(_ line: [UInt8]) -> Int {
      line.prefix { $0 == 0x20 || $0 == 0x09 }.reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
    }
    guard lines.contains(where: { indent($0) >= 4 }) else { return bytes }
    var isChanged = false
    for passage in Segmenter().segment(bytes) where passage.kind == .boilerplate {
      let range = (passage.lines.lowerBound - 1)..<min(passage.lines.upperBound, lines.count)
      let filled = range.filter { !lines[$0].allSatisfy { $0 <= 0x20 } }
      guard !filled.isEmpty, filled.allSatisfy({ indent(lines[$0]) >= 4 }) else { continue }
      for line in filled { lines[line] = Array(lines[line].drop { $0 == 0x20 || $0 == 0x09 }) }
      isChanged = true
    }
    return isChanged ? Array(lines.joined(separator: [UInt8(ascii: "\n")])) : bytes
  }

  /// The heading above nearly all clauses, else a first line that reads like a title.
  private static func title(_ rows: DocumentRows, _ bytes: [UInt8]) -> String {
    func outermost(_ clause: ClauseRow) -> String {
      clause.heading.components(separatedBy: DocumentRows.headingSeparator).first ?? ""
    }
    if let first = rows.clauses.lazy.map(outermost).first(where: { !$0.isEmpty }),
      rows.clauses.count(where: { outermost($0) == first }) * 5 >= rows.clauses.count * 4
    {
      return first
    }
    let line = bytes.split(separator: UInt8(ascii: "\n")).first { $0.contains { $0 > 0x20 } } ?? []
    let text = String(decoding: line, as: UTF8.self).trimmingCharacters(
      in: CharacterSet(charactersIn: "#*_ \t\r"))
    let isTitle = text.split(separator: " ").count <= 12 && !text.hasSuffix(".") && !text.hasSuffix(":")
    return isTitle ? text : ""
  }
}

extension DraftDocument {
  /// The kind of document that the draft is, and what says so.
  ///
  /// - Parameter known: terms types of the index.
  func termsType(among known: [String]) -> (termsType: String, from: CheckedDraft.Source) {
    if let type = Self.termsType(in: title, among: known) { return (type, .title) }
    if let type = Self.termsType(in: name, among: known) { return (type, .name) }
    let usual = "Terms of Service"
    return (known.contains(usual) ? usual : known.first ?? usual, .assumed)
  }

  private static func termsType(in text: String, among known: [String]) -> String? {
    let text = " " + text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") + " "
    if let type = known.filter({ text.contains(" \($0.lowercased()) ") }).max(by: { $0.count < $1.count }) {
      return type
    }
    return kinds.first { kind in
      known.contains(kind.termsType) && kind.words.contains { text.contains(" \($0) ") }
    }?.termsType
  }

  /// Words in titles by which kinds of documents are known; the first that fits decides.
  private static let kinds: [(termsType: String, words: [String])] = [
    ("Privacy Policy", ["privacy", "data protection"]),
    ("Trackers Policy", ["cookie", "cookies", "trackers"]),
    ("Copyright Claims Policy", ["copyright", "dmca"]),
    ("Community Guidelines", ["community", "code of conduct", "content guidelines"]),
    ("Acceptable Use Policy", ["acceptable use", "aup", "usage policy", "usage policies"]),
    ("Data Processor Agreement", ["data processing", "dpa", "data processor"]),
    ("Law Enforcement Guidelines", ["law enforcement"]),
    ("Vulnerability Disclosure Policy", ["vulnerability", "bug bounty"]),
    ("Service Level Agreement", ["service level", "sla"]),
    ("Brand Guidelines", ["brand", "trademark guidelines"]),
    ("Developer Terms", ["developer", "developers", "api"]),
    ("Commercial Terms", ["commercial terms", "business terms", "sales terms"]),
    (
      "Terms of Service",
      ["terms", "conditions", "tos", "eula", "user agreement", "license agreement", "licence agreement"]
    ),
  ]

  /// The name before "Terms of Service" or the like in the title, by which the draft speaks of its own company; empty
  /// where none is told.
  var nameInTitle: String {
    var words = title.split(separator: " ").map { $0.trimmingCharacters(in: .punctuationCharacters) }
    for place in ["for", "of", "at", "by"] {
      // "Terms of Service for Brindle", "Privacy Policy of Brindle"
      if let last = words.lastIndex(where: { $0.lowercased() == place }), last >= 2, last + 1 < words.count {
        let name = Array(words[(last + 1)...])
        if name.allSatisfy(Self.isNameWord) {
          words = name
          break
        }
      }
    }
    let name = words.prefix(while: Self.isNameWord)
    return name.count <= 4 ? name.joined(separator: " ") : ""
  }

  /// Whether a word of a title can be part of a name: written with a capital, and none of those that titles are made of.
  private static func isNameWord(_ word: String) -> Bool {
    let first = word.unicodeScalars.first
    return first.map { $0.properties.isUppercase || ("0"..."9").contains($0) } == true
      && !titleWords.contains(word.lowercased())
  }

  private static let titleWords: Set<String> = [
    "a", "the", "our", "your", "terms", "term", "privacy", "policy", "policies", "notice", "statement",
    "conditions", "agreement", "user", "users", "service", "services", "general", "website", "site", "use",
    "usage", "end", "license", "licence", "eula", "cookie", "cookies", "community", "guidelines", "rules",
    "acceptable", "data", "processing", "protection", "customer", "master", "subscription", "developer",
    "api",
    "copyright", "dmca", "draft", "version", "welcome", "standard", "legal", "platform", "app", "online",
    "global", "new", "updated", "introduction", "definitions", "overview", "contents", "about", "section",
    "article", "part", "1", "i", "this", "these", "we", "you", "code", "content", "law", "brand", "and", "&",
    "purchase", "sale", "sales", "commercial", "business", "consumer", "membership", "payment", "refund",
  ]
}
