// A leaf of the document's Markdown: what the block reader finds, before any text is read.

/// A heading, paragraph, table row or code line group, with the bytes of its lines.
struct Block {
  enum Kind: Equatable {
    case paragraph
    /// 1 is the highest level.
    case heading(level: Int)
    /// A row of the table with this number; its header row comes first.
    case row(table: Int, isHeader: Bool)
    case code
    /// A line across the page, which has no text.
    case rule
  }

  var kind: Kind
  /// Each line's content, without the marks of the lists and quotes around it.
  var spans: [Range<Int>]
  /// The list item that holds the block: an index into `BlockList.items`; -1 where there is none.
  var item: Int
  /// From the first byte (list mark included) to the last (a heading's underline included).
  var source: Range<Int>
}

/// An item of a Markdown list.
struct ListItem {
  /// The item around this one; -1 at the top.
  var parent: Int
  /// Items with the same number are neighbours in one list.
  var list: Int
  /// The number in an ordered list ("3." → 3).
  var ordinal: Int?
  /// Nesting depth, 1 at the top.
  var depth: Int
}

/// The blocks of a document in reading order and the list items that hold them.
struct BlockList {
  var blocks: [Block] = []
  var items: [ListItem] = []
}
