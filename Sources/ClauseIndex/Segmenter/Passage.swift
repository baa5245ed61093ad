// What the segmenter makes of a document: passages in reading order, each tied to its bytes.

/// A passage of a document, as the segmenter cut it.
public struct Passage: Sendable, Hashable, Codable {
  /// Whether the passage is a clause of the terms or part of the page around them.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The smallest passage of the terms that stands by itself.
    case clause
    /// Boilerplate of the page: cookie banners, "last updated" lines, tables of contents, link lists.
    case boilerplate
  }

  /// Clause or boilerplate.
  public var kind: Kind
  /// Headings above the passage, outermost first, without Markdown marks, numbering kept.
  public var headings: [String]
  /// The passage's own number as printed ("4.2", "(a)"), without trailing full stop; nil where it has none.
  ///
  /// It is not in `text`; an item's number within the list of a clause is.
  public var number: String?
  /// The run-in title, which is not in `text`, or else the nearest heading without its number.
  ///
  /// Nil where the only heading above is the document's own title, or none.
  public var title: String?
  /// The sentence that leads into the list the passage is an item of; nil where there is none.
  ///
  /// It is not in `text`. Its bytes are in the `bytes` of the list's first item, unless a clause above has them.
  public var leadIn: String?
  /// Plain text: Markdown marks and links removed, white space folded, one line a paragraph or list item.
  public var text: String
  /// The passage's bytes in the document, UTF-8 offsets from 0.
  public var bytes: Range<Int>
  /// The passage's lines in the document, counted from 1.
  public var lines: ClosedRange<Int>

  /// Creates a passage from its parts.
  public init(
    kind: Kind, headings: [String], number: String?, title: String?, leadIn: String?, text: String,
    bytes: Range<Int>, lines: ClosedRange<Int>
  ) {
    self.kind = kind
    self.headings = headings
    self.number = number
    self.title = title
    self.leadIn = leadIn
    self.text = text
    self.bytes = bytes
    self.lines = lines
  }
}
