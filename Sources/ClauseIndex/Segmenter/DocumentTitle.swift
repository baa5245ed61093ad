// Which heading names the whole document: its text enters, all passages stand under it.

/// Finds the heading that is the document's title.
enum DocumentTitle {
  /// The title stands among the first headings of a page.
  private static let searched = 12

  /// The text of the title's heading; nil where the document has none.
  static func find(in units: [Unit]) -> String? {
    var headings: [(level: Int, unit: Unit)] = []
    for unit in units {
      if case .heading(let level) = unit.kind, !Boilerplate.isPageHeading(unit) {
        headings.append((level, unit))
      }
    }
    guard let first = headings.first else { return plainName(in: units) }
    // The highest heading that reads like a document's name, if nothing above it is higher.
    var highest = Int.max
    for (level, unit) in headings.prefix(searched) where level < highest || level == 1 {
      highest = min(highest, level)
      if unit.numbering == nil, isName(unit) { return unit.text.string }
    }
    if let name = plainName(in: units) { return name }
    let text = first.unit.text.bytes
    let isAlone = headings.dropFirst().allSatisfy { $0.level > first.level || $0.unit.text.bytes == text }
    return isAlone && first.unit.numbering == nil ? first.unit.text.string : nil
  }

  /// The name that stands as a plain line at the top of the page.
  private static func plainName(in units: [Unit]) -> String? {
    guard let first = units.first, first.isText, first.item < 0, first.numbering == nil, first.words >= 2,
      first.ending == .none, first.beginsUpper, first.link < 0.5, units.count > 3, isName(first),
      !RunInTitle.hasVerb(first.text), !first.text.bytes.contains(PlainText.lineBreak)
    else { return nil }
    return first.text.string
  }

  /// Whether a heading reads like the name of a document: "Terms of Service", "Privacy Notice".
  private static func isName(_ unit: Unit) -> Bool {
    guard unit.words <= 12 else { return false }
    let text = String(decoding: unit.text.bytes.map(\.lowered), as: UTF8.self)
    return text.split(whereSeparator: { !$0.isLetter }).contains { names.contains(String($0)) }
  }

  private static let names: Set<String> = [
    "terms", "policy", "policies", "agreement", "agreements", "guidelines", "notice", "conditions",
    "statement",
    "rules", "standards", "licence", "license", "imprint", "addendum", "contract", "eula", "charter",
    "principles",
    "conditions", "richtlinie", "datenschutzerklärung", "impressum", "politique", "privacy",
  ]
}
