// Markdown bytes of one document enter, its passages leave.

/// Cuts a document of terms into clauses and boilerplate.
///
/// The way of the data: bytes → `BlockReader` (Markdown blocks) → `UnitReader` (paragraphs as plain text that
/// knows its bytes) → `Outline` (lists, also those by legal numbering) → `Assembler` (headings and clauses)
/// → `PassageWriter` (passages).
public struct Segmenter: Sendable {
  /// Creates a segmenter; it keeps no state and may be shared between threads.
  public init() {}

  /// The passages of one Markdown document in reading order.
  ///
  /// Takes any bytes: invalid UTF-8 is repaired in the texts and a binary file gives what text it has. Byte
  /// ranges are inside the document, in order, and apart from each other. Time is linear in the length.
  /// Every visible word of the document is in a passage or a heading.
  public func segment(_ document: [UInt8]) -> [Passage] {
    var blockReader = BlockReader(document)
    let blocks = blockReader.read()
    var unitReader = UnitReader(document, blocks)
    let pages = unitReader.read()
    var assembler = Assembler(pages.flatMap(\.self))
    let outline = Outline(items: blocks.items)
    for page in pages {
      assembler.begin(page)
      assembler.assemble(outline.nodes(of: page))
    }
    return PassageWriter(document).passages(of: assembler.drafts)
  }
}
