// A passage in the making: its parts are still text with source offsets.

/// What the assembler collects and the passage writer cuts and prints.
struct Draft {
  struct Part {
    var text: PlainText
    /// Whether the part is an item of the clause's list.
    var isItem: Bool
    var source: Range<Int>
    /// The item's own number as printed; nil for a bullet.
    var label: String?

    var words: Int { text.wordCount }
  }

  var kind: Passage.Kind
  var headings: [String]
  var number: String?
  var title: String?
  var leadIn: String?
  var parts: [Part]
  /// Bytes of the document; covers every part.
  var source: Range<Int>
  /// Whether the title was set into the text.
  var isTitled = false
  /// The table without column names whose row this is; nil for all else.
  var table: Int?

  var words: Int { parts.reduce(0) { $0 + $1.words } }
}
