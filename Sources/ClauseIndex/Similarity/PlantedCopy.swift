// A clause → a copy with changes of a known kind, for measuring whether copies are found.

/// How a copy differs from its source.
enum PlantedEdit: String, Sendable, CaseIterable {
  /// Words replaced by words of other clauses.
  case replaced = "words replaced"
  /// Words left out.
  case deleted = "words deleted"
  /// Words of other clauses put in.
  case inserted = "words inserted"
  /// Words replaced, left out and put in, a third each.
  case mixed = "words replaced, deleted and inserted"
  /// Sentences in another order, and then as `mixed`.
  case reordered = "sentences reordered, then mixed"
  /// The names of the platform and all numbers replaced by others, and then as `mixed`.
  case renamed = "names and numbers changed, then mixed"
}

/// Makes copies with changes.
struct CopyPlanter {
  /// Words to put in, as often as clauses have them.
  let pool: [Substring]
  /// Names of platforms to put in.
  let names: [String]
  var chance: SeededGenerator

  /// A copy of a text.
  ///
  /// - Parameters:
  ///   - rate: share of the words that are changed, 0…1.
  ///   - own: words of the platform's names, lower case.
  /// - Returns: nil where the text has nothing that could be reordered or renamed.
  mutating func copy(of text: String, _ edit: PlantedEdit, rate: Double, own: Set<[UInt8]>) -> String? {
    switch edit {
    case .reordered: return reordered(text).map { changed($0, .mixed, rate) }
    case .renamed: return renamed(text, own).map { changed($0, .mixed, rate) }
    default: return changed(text, edit, rate)
    }
  }

  private mutating func changed(_ text: String, _ edit: PlantedEdit, _ rate: Double) -> String {
    var words = text.split(whereSeparator: \.isWhitespace)
    let count = Int((Double(words.count) * rate).rounded())
    // From the end, so that places before stay what they are.
    for place in words.indices.shuffled(using: &chance).prefix(count).sorted(by: >) {
      let kinds: [PlantedEdit] = edit == .mixed ? [.replaced, .deleted, .inserted] : [edit]
      switch kinds.randomElement(using: &chance) {
      case .deleted: words.remove(at: place)
      case .inserted: words.insert(other(), at: place)
      default: words[place] = other()
      }
    }
    return words.joined(separator: " ")
  }

  private mutating func other() -> Substring { pool.randomElement(using: &chance) ?? "word" }

  private mutating func reordered(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    let sentences = Sentences.ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    guard Set(sentences).count > 1 else { return nil }
    var moved = sentences
    while moved == sentences { moved.shuffle(using: &chance) }
    return moved.joined(separator: " ")
  }

  private mutating func renamed(_ text: String, _ own: Set<[UInt8]>) -> String? {
    let name = names.randomElement(using: &chance) ?? "Examplia"
    var isRenamed = false
    let words = text.split(whereSeparator: \.isWhitespace).map { word -> String in
      if own.contains(Array(word.lowercased().filter { $0.isLetter || $0.isNumber }.utf8)) {
        isRenamed = true
        return name
      }
      return String(
        word.map { character in
          guard character.isWholeNumber else { return character }
          isRenamed = true
          return Character("\(Int.random(in: 1...9, using: &chance))")
        })
    }
    return isRenamed ? words.joined(separator: " ") : nil
  }
}
