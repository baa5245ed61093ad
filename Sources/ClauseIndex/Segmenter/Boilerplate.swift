// What belongs to the page and not to the terms: dates, links, menus, banners, addresses.

/// Judges whether a unit is boilerplate of the page.
enum Boilerplate {
  static func matches(_ unit: Unit) -> Bool {
    if unit.isHeading { return isPageHeading(unit) }
    if unit.kind == .code || unit.isFurniture { return true }
    if unit.isRow { return unit.words < 2 }
    if unit.words == 0 { return true }
    if isDateLine(unit) || isLinkLine(unit) || isNamedLinks(unit) || hasDotLeaders(unit) || isChoice(unit) {
      return true
    }
    guard unit.words <= 80 else { return false }
    let text = String(decoding: unit.text.bytes.map(\.lowered), as: UTF8.self)
    // A wiki's note of who keeps the page and its translations.
    if text.hasPrefix("this p"), text.contains("is maintained by"), text.contains("translation") {
      return true
    }
    return isCopyright(text, unit) || isPageTalk(text, unit) || isBanner(text, unit) || isAddress(unit)
      || isFragment(unit)
  }

  /// Whether a heading belongs to the page: "Contents", "Last updated …", "Was this helpful?".
  static func isPageHeading(_ unit: Unit) -> Bool {
    if isDateLine(unit) { return true }
    let text = String(decoding: unit.text.bytes.map(\.lowered), as: UTF8.self)
    return pageHeadings.contains(text.last == ":" ? String(text.dropLast()) : text) || isPageTalk(text, unit)
      || hasDotLeaders(unit)
  }

  /// Whether dots lead to a page number, as in a printed table of contents.
  static func hasDotLeaders(_ unit: Unit) -> Bool {
    var dots = 0
    for byte in unit.text.bytes {
      dots = byte == UInt8(ascii: ".") || byte == 0x20 && dots > 0 ? dots + 1 : 0
      if dots >= 8 { return true }
    }
    return false
  }

  private static let pageHeadings: Set<String> = [
    "contents", "table of contents", "content", "menu", "navigation", "index", "related articles", "share",
    "log in or sign up", "feedback", "page summary", "quick links", "search", "language", "cookies settings",
    "related links", "related content", "related topics", "topics", "resources",
  ]

  // MARK: Dates

  /// "Last updated: …", "Effective …", a date alone.
  static func isDateLine(_ unit: Unit) -> Bool {
    guard unit.words <= 16 else { return false }
    let text = String(decoding: unit.text.bytes.map(\.lowered), as: UTF8.self)
    let hasDigit = unit.text.bytes.contains(where: \.isDigit)
    if unit.words <= 14, dateWords.contains(where: { text.hasPrefix($0) }), hasDigit || unit.words <= 3 {
      return unit.words <= 8 || !text.contains("terms") || text.contains("updated")
        || text.contains("modified")
    }
    if hasDigit, dateParts.contains(where: { text.contains($0) }) { return true }
    guard hasDigit, unit.words <= 4 else { return false }
    let letters = text.split(whereSeparator: { !$0.isLetter })
    return letters.allSatisfy { word in
      months.contains(where: { word.hasPrefix($0) }) || word == "of" || word.count <= 2
    }
      && unit.text.bytes.filter(\.isDigit).count >= 4
  }

  private static let dateWords = [
    "last updated", "last modified", "last revised", "last update", "last revision", "last changed",
    "last edited",
    "last reviewed", "last amended", "updated", "update:", "effective", "revised", "revision", "version",
    "modified",
    "published", "posted", "date", "as of ", "current as of", "valid from", "valid as of", "previous version",
    "in force", "date of last", "release date", "release:", "status:", "stand:", "created", "issued",
  ]
  private static let dateParts = [
    "last updated", "last modified", "last revised", "was updated on", "last changed on", "effective date:",
    "effective as of", "effective from",
  ]
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  // MARK: Links and menus

  /// Nothing but links, or links between bars and arrows.
  static func isLinkLine(_ unit: Unit) -> Bool {
    guard unit.link > 0.8 else {
      return unit.link > 0.4 && unit.words < 40 && unit.ending == .none && separators(unit.text.bytes) >= 2
    }
    // "How can I …?": the title of another page.
    let isQuestion = unit.text.bytes.last == UInt8(ascii: "?") && unit.words <= 30 && unit.link > 0.95
    return unit.ending != .sentence || unit.words < 8 || isQuestion
  }

  /// Links with no more than names and brackets around them: "Europe (3 May 2019), Asia (…)".
  private static func isNamedLinks(_ unit: Unit) -> Bool {
    guard unit.link > 0.4, unit.ending == .none, unit.numbering == nil else { return false }
    let (bytes, style) = (unit.text.bytes, unit.text.style)
    var links = 0
    for index in bytes.indices {
      let isLink = style[index].contains(.link)
      let isStart = index == 0 || !bytes[index - 1].isWordByte && bytes[index - 1] != UInt8(ascii: "'")
      if isLink, index == 0 || !style[index - 1].contains(.link) { links += 1 }
      if !isLink, isStart, bytes[index].isLower { return false }
    }
    return links >= 3
  }

  /// "I have another question": what a guest of the page picks, not what its terms say.
  static func isChoice(_ unit: Unit) -> Bool {
    unit.isText && unit.numbering == nil && unit.item < 0 && unit.words <= 8 && unit.ending == .none
      && (unit.text.bytes.has("I ", at: 0) || unit.text.bytes.has("I'", at: 0))
  }

  private static func separators(_ bytes: [UInt8]) -> Int {
    var count = 0
    for index in bytes.indices.dropFirst() where bytes[index - 1] == 0x20 {
      if bytes.has("| ", at: index) || bytes.has("> ", at: index) || bytes.has("/ ", at: index)
        || bytes.has("» ", at: index) || bytes.has("› ", at: index) || bytes.has("· ", at: index)
      {
        count += 1
      }
    }
    return count
  }

  // MARK: Sentences of the page

  private static func isCopyright(_ text: String, _ unit: Unit) -> Bool {
    guard unit.words <= 25 else { return false }
    return text.hasPrefix("©") || text.hasPrefix("copyright ©") || text.hasPrefix("copyright (c)")
      || text.hasPrefix("copyright 20") || text.hasPrefix("(c) 20") || text.contains("all rights reserved")
  }

  private static func isPageTalk(_ text: String, _ unit: Unit) -> Bool {
    guard unit.words <= 20 else { return false }
    if unit.ending == .none, text.hasPrefix("learn more") || text.hasPrefix("previous versions of") {
      return true
    }
    return pageTalk.contains { text.hasPrefix($0) }
      || unit.words <= 14 && (text.contains("helpful?") || text.contains("this helpful"))
  }

  private static let pageTalk = [
    "skip to", "back to top", "jump to", "print this", "printable version", "download pdf", "download as pdf",
    "view pdf", "table of contents", "on this page", "in this article", "was this ", "did this answer",
    "did you find", "thanks for your feedback", "thank you for your feedback", "need more help",
    "related articles",
    "share this", "follow us", "select language", "choose your language", "loading", "you are here",
    "sign in to", "log in to your", "subscribe to our newsletter", "return to top", "expand all",
    "collapse all",
    "show more", "read more", "see all", "view all", "click here to view", "to view this page",
    "your browser",
    "please enable javascript", "javascript", "enable javascript", "sample document of clauseindex",
  ]

  private static func isBanner(_ text: String, _ unit: Unit) -> Bool {
    guard unit.words <= 70, text.contains("cookie") else { return false }
    let opens = [
      "we use cookies", "this site uses cookies", "this website uses cookies", "we and our partners",
      "by clicking", "our website uses cookies", "by continuing to",
    ]
    return opens.contains { text.hasPrefix($0) }
      && ["accept all", "reject all", "“accept", "\"accept", "cookie settings", "“reject"].contains {
        text.contains($0)
      }
  }

  // MARK: Addresses and fragments

  /// Short lines without a sentence: a postal address, a phone number, an e-mail address.
  private static func isAddress(_ unit: Unit) -> Bool {
    guard unit.words <= 50, unit.ending == .none || unit.words <= 4 else { return false }
    let lines = unit.text.bytes.split(separator: PlainText.lineBreak)
    if lines.count >= 3 {
      return lines.allSatisfy { PlainText.words($0) <= 8 } && unit.numbering == nil
    }
    if unit.ending == .none, unit.text.bytes.indices.contains(where: { unit.text.bytes.has("://", at: $0) }) {
      let words = unit.text.bytes.split(whereSeparator: \.isBlank)
      if words.count <= 5 { return true }
    }
    return unit.words <= 8 && unit.text.bytes.contains(UInt8(ascii: "@"))
  }

  /// Too few words for a provision and no sentence: a button, a label.
  private static func isFragment(_ unit: Unit) -> Bool {
    guard unit.numbering == nil || unit.numbering?.style == .bullet else { return unit.words < 2 }
    if unit.words <= 2, unit.ending != .colon { return true }
    // A question that no paragraph answers: a prompt of the page.
    if unit.words <= 12, unit.text.bytes.last == UInt8(ascii: "?") { return true }
    return unit.ending == .none && unit.words <= 4 && !unit.beginsLower || unit.words <= 1
  }
}

extension PlainText {
  /// The number of words in bytes of text.
  static func words(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.split(whereSeparator: \.isBlank).count { $0.contains(where: \.isWordByte) }
  }
}
