// Tables that the page lost, without labels: "_ab", "79 days", "Counts visits.", again and again, become rows.

/// Gathers the cells of a row that stand as paragraphs.
enum FlatTable {
  /// So many rows of one shape make a table.
  private static let rows = 3
  /// A row that begins with a number has at most so many cells.
  private static let cells = 7

  static func gather(_ units: [Unit]) -> [Unit] {
    let shapes: [([Unit], Int) -> Int?] = [numbered, valueInside, valueLast]
    var gathered = units
    for shape in shapes {
      let found = gathered.indices.filter { shape(gathered, $0) != nil }
      if found.count >= rows { gathered = rowed(gathered, shape) }
    }
    return gathered
  }

  private static func rowed(_ units: [Unit], _ shape: ([Unit], Int) -> Int?) -> [Unit] {
    var result: [Unit] = []
    result.reserveCapacity(units.count)
    var index = 0
    while index < units.count {
      guard let end = shape(units, index) else {
        result.append(units[index])
        index += 1
        continue
      }
      var text = PlainText()
      for unit in units[index..<end] { text.append(unit.text, separator: PlainText.lineBreak) }
      result.append(
        Unit(
          kind: .row(table: -1, isHeader: false), text: text, item: -1,
          source: units[index].source.lowerBound..<units[end - 1].source.upperBound))
      index = end
    }
    return result
  }

  // MARK: Shapes of rows: the unit after the row that begins at `start`

  /// The form "_ab", "79 days", "Counts visits".
  private static func valueInside(_ units: [Unit], _ start: Int) -> Int? {
    guard start + 2 < units.count, isName(units[start]), isValue(units[start + 1]), isText(units[start + 2])
    else { return nil }
    return start + 3
  }

  /// The form "_ab", "Counts visits", "79 days".
  private static func valueLast(_ units: [Unit], _ start: Int) -> Int? {
    guard start + 2 < units.count, isName(units[start]), isText(units[start + 1]), isValue(units[start + 2])
    else { return nil }
    return start + 3
  }

  /// The form "B.", "Payment data", "Yes", "Card numbers", "Banks".
  private static func numbered(_ units: [Unit], _ start: Int) -> Int? {
    guard start + 3 < units.count, isNumber(units[start]), units[start + 1].isText, isValue(units[start + 2])
    else { return nil }
    var end = start + 3
    while end < units.count, end - start < cells, units[end].isText, units[end].item < 0,
      units[end].strong < 0.9, !isNumber(units[end])
    {
      end += 1
    }
    return end
  }

  private static func isName(_ unit: Unit) -> Bool {
    unit.isText && unit.item < 0 && (1...4).contains(unit.words) && unit.ending == .none && unit.strong < 0.9
      && unit.numbering == nil && !Measure.matches(unit.text.bytes)
  }

  private static func isValue(_ unit: Unit) -> Bool {
    unit.isText && unit.item < 0 && unit.numbering == nil && Measure.matches(unit.text.bytes)
  }

  private static func isText(_ unit: Unit) -> Bool {
    unit.isText && unit.item < 0 && unit.words >= 4 && unit.numbering == nil
  }

  private static func isNumber(_ unit: Unit) -> Bool {
    let bytes = unit.text.bytes
    return unit.isText && unit.item < 0 && (bytes.count == 2 || bytes.count == 3)
      && bytes.last == UInt8(ascii: ".")
      && bytes.dropLast().allSatisfy { $0.isUpper || $0.isDigit }
  }
}
