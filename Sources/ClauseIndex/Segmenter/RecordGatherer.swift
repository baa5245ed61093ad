// Tables that the page lost: "Name", "_ga", "Purpose", "…" as paragraphs, again and again, become rows.

/// Gathers label and value paragraphs that repeat into one unit a record.
enum RecordGatherer {
  /// A label comes so often in a document.
  private static let repeats = 8
  /// A label has at most so many words, a value so many.
  private static let labelWords = 6
  private static let valueWords = 60
  /// A record has at least so many labels.
  private static let fields = 3

  static func gather(_ units: [Unit]) -> [Unit] {
    var counts: [[UInt8]: Int] = [:]
    for unit in units where isShort(unit) { counts[unit.text.bytes, default: 0] += 1 }
    // Values repeat as well; labels come about as often as each other.
    let most = counts.values.max() ?? 0
    let labels = Set(counts.lazy.filter { $0.value >= repeats && $0.value * 10 >= most * 7 }.map(\.key))
    guard labels.count >= fields, let first = units.first(where: { isLabel($0, labels) })?.text.bytes else {
      return units
    }
    var result: [Unit] = []
    result.reserveCapacity(units.count)
    var index = 0
    while index < units.count {
      if let (record, next) = record(units, from: index, labels, first) {
        result.append(record)
        index = next
      } else {
        result.append(units[index])
        index += 1
      }
    }
    return result
  }

  private static func isShort(_ unit: Unit) -> Bool {
    unit.isText && unit.item < 0 && unit.words > 0 && unit.words <= labelWords && unit.ending == .none
      && unit.numbering == nil && unit.link < 0.5
  }

  /// The record that begins at `start` and the unit after it.
  private static func record(
    _ units: [Unit], from start: Int, _ labels: Set<[UInt8]>, _ first: [UInt8]
  ) -> (Unit, Int)? {
    guard isLabel(units[start], labels) else { return nil }
    var text = PlainText()
    var seen: Set<[UInt8]> = []
    var index = start
    var end = start
    while index < units.count, isLabel(units[index], labels),
      index == start || units[index].text.bytes != first,
      seen.insert(units[index].text.bytes).inserted
    {
      if !text.isEmpty { text.append(UInt8(ascii: ";"), from: Int(units[index].text.origin[0])) }
      text.append(units[index].text, separator: 0x20)
      index += 1
      var isFirst = true
      while index < units.count, isValue(units[index], labels) {
        if isFirst { text.append(UInt8(ascii: ":"), from: Int(units[index].text.origin[0])) }
        isFirst = false
        text.append(units[index].text, separator: 0x20)
        index += 1
      }
      end = index
    }
    guard seen.count >= fields, end - start > seen.count else { return nil }
    return (
      Unit(
        kind: .row(table: 0, isHeader: false), text: text, item: -1,
        source: units[start].source.lowerBound..<units[end - 1].source.upperBound), end
    )
  }

  private static func isLabel(_ unit: Unit, _ labels: Set<[UInt8]>) -> Bool {
    isShort(unit) && labels.contains(unit.text.bytes)
  }

  private static func isValue(_ unit: Unit, _ labels: Set<[UInt8]>) -> Bool {
    unit.isText && unit.item < 0 && unit.words <= valueWords && unit.strong < 0.9 && !isLabel(unit, labels)
  }
}
