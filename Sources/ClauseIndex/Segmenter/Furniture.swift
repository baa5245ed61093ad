// Lines that a printed document repeats on each page: "ACME-17 B3 EN - 14 -", "Controlled document".

/// Marks the heads and feet of printed pages.
enum Furniture {
  /// A line comes so often before it counts as furniture.
  private static let repeats = 4
  private static let longest = 20

  static func marked(_ units: [Unit]) -> [Unit] {
    var counts: [[UInt8]: Int] = [:]
    for unit in units where isShort(unit) { counts[key(unit), default: 0] += 1 }
    guard counts.contains(where: { $0.value >= repeats }) else { return units }
    return units.map { unit in
      guard isShort(unit), counts[key(unit), default: 0] >= repeats, isOfPage(unit) else { return unit }
      var marked = unit
      marked.isFurniture = true
      return marked
    }
  }

  private static func isShort(_ unit: Unit) -> Bool {
    unit.isText && unit.item < 0 && unit.words > 0 && unit.words <= longest && unit.ending != .sentence
      && unit.numbering == nil
  }

  private static func isOfPage(_ unit: Unit) -> Bool {
    hasPageNumber(unit.text.bytes) || isCode(unit)
      || notices.contains { String(decoding: unit.text.bytes.map(\.lowered), as: UTF8.self).contains($0) }
  }

  /// The line without its digits and blanks: pages count on, and a line may end without its number.
  private static func key(_ unit: Unit) -> [UInt8] {
    unit.text.bytes.filter { !$0.isDigit && !$0.isBlank }
  }

  /// "- 14 -" at the end, "Page 3 of 10".
  private static func hasPageNumber(_ bytes: [UInt8]) -> Bool {
    if bytes.has("Page ", at: 0) || bytes.has("page ", at: 0) || bytes.has("PAGE ", at: 0) {
      return bytes.count > 5 && bytes[5].isDigit && bytes.count <= 16
    }
    var end = bytes.count
    guard end > 4, bytes[end - 1] == UInt8(ascii: "-") else { return false }
    end -= 1
    while end > 0, bytes[end - 1].isBlank { end -= 1 }
    let digits = end
    while end > 0, bytes[end - 1].isDigit { end -= 1 }
    guard end < digits else { return false }
    while end > 0, bytes[end - 1].isBlank { end -= 1 }
    return end > 0 && bytes[end - 1] == UInt8(ascii: "-")
  }

  /// A document's signature: capitals, digits and dashes.
  private static func isCode(_ unit: Unit) -> Bool {
    unit.capitals == 1 && unit.letters >= 4 && unit.strong < 0.9
      && unit.text.bytes.contains(where: \.isDigit) && unit.text.bytes.contains(UInt8(ascii: "-"))
  }

  private static let notices = [
    "controlled document", "security level", "strictly confidential", "internal use only",
  ]
}
