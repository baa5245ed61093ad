// A clause → the sentences that patterns are looked for in.

/// The text of a clause and what stands around it.
struct ClassifiedText {
  var title = ""
  /// Headings above, with separators between them.
  var heading = ""
  var leadIn = ""
  var text: String
  /// Whether the clause before has the same title, so that the title is not this clause's own statement.
  var repeatsTitle = false
}

extension ClassifiedText {
  /// A clause that stands after another in its document; nil for the first.
  init(
    title: String, heading: String, leadIn: String, text: String,
    after previous: (title: String, heading: String)?
  ) {
    self.init(
      title: title, heading: heading, leadIn: leadIn, text: text,
      repeatsTitle: previous.map { $0.title == title && $0.heading == heading } ?? false)
  }
}

/// Words of a sentence, with the place of each in the clause.
struct SentenceWords {
  /// A part of a clause.
  enum Field: UInt8 {
    case title, heading, leadIn, text
  }

  struct Place {
    var field: Field
    var lower: Int32
    var upper: Int32
  }

  var ids: [Int32] = []
  var places: [Place] = []
  /// Whether it is title or heading, and no statement of the clause.
  var isHeading = false

  mutating func append(_ other: SentenceWords, from first: Int = 0) {
    ids += other.ids[first...]
    places += other.places[first...]
  }
}

/// Cuts clauses into sentences of numbered words.
struct SentenceReader {
  /// Words of the sentence that leads into a list that are kept before each item.
  static let leadWords = 30

  /// The sentences that the clause states: its title unless repeated, lead-in with the first sentence, the others.
  ///
  /// An item of a list within the text follows the sentence that leads into the list.
  static func sentences(
    of clause: ClassifiedText, _ matcher: inout SentenceMatcher, names: Set<[UInt8]>
  ) -> [SentenceWords] {
    var result: [SentenceWords] = []
    if !clause.repeatsTitle, !clause.title.isEmpty {
      let bytes = Array(clause.title.utf8)
      for range in Sentences.ranges(in: bytes) {
        result.append(words(bytes, range, .title, &matcher, names))
      }
    }
    var lead = SentenceWords()
    if !clause.leadIn.isEmpty {
      let bytes = Array(clause.leadIn.utf8)
      lead = words(bytes, 0..<bytes.count, .leadIn, &matcher, names)
      if lead.ids.count > leadWords * 2 {
        var end = SentenceWords()
        end.append(lead, from: lead.ids.count - leadWords * 2)
        lead = end
      }
    }
    let bytes = Array(clause.text.utf8)
    var isFirst = true
    var list: SentenceWords?
    var previous = 0
    var isAfterMarker = false
    for range in Sentences.ranges(in: bytes) {
      let sentence = words(bytes, range, .text, &matcher, names)
      var joined = isFirst ? lead : SentenceWords()
      let startsLine =
        bytes[previous..<range.lowerBound].contains(PlainText.lineBreak)
        || (range.lowerBound > 0 && bytes[range.lowerBound - 1] == PlainText.lineBreak)
      // "4. Harassing others": the number is cut off as a sentence, and belongs to the one that follows.
      if sentence.ids.count == 1, range.count <= 5, startsLine || isFirst, range.upperBound < bytes.count {
        isAfterMarker = true
        continue
      }
      if let list, startsLine || isAfterMarker, !isFirst { joined.append(list) }
      isAfterMarker = false
      joined.append(sentence)
      if !joined.ids.isEmpty { result.append(joined) }
      if endsWithColon(bytes, range) {
        var lead = SentenceWords()
        lead.append(sentence, from: max(0, sentence.ids.count - leadWords))
        list = lead
      }
      isFirst = false
      previous = range.upperBound
    }
    if isFirst, !lead.ids.isEmpty { result.append(lead) }
    return result
  }

  /// What stands above the clause: its title, its headings, its lead-in.
  static func headings(
    of clause: ClassifiedText, _ matcher: inout SentenceMatcher, names: Set<[UInt8]>
  ) -> [SentenceWords] {
    var result: [SentenceWords] = []
    func add(_ bytes: [UInt8], _ range: Range<Int>, _ field: SentenceWords.Field) {
      var sentence = words(bytes, range, field, &matcher, names)
      sentence.isHeading = true
      if !sentence.ids.isEmpty { result.append(sentence) }
    }
    let title = Array(clause.title.utf8)
    add(title, 0..<title.count, .title)
    let headings = Array(clause.heading.utf8)
    var start = 0
    for at in headings.indices where headings.has("›", at: at) {
      add(headings, start..<at, .heading)
      start = at + 3
    }
    add(headings, start..<headings.count, .heading)
    let leadIn = Array(clause.leadIn.utf8)
    add(leadIn, 0..<leadIn.count, .leadIn)
    return result
  }

  private static func endsWithColon(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1].isBlank { end -= 1 }
    return end > range.lowerBound && bytes[end - 1] == UInt8(ascii: ":")
  }

  private static func words(
    _ bytes: [UInt8], _ range: Range<Int>, _ field: SentenceWords.Field, _ matcher: inout SentenceMatcher,
    _ names: Set<[UInt8]>
  ) -> SentenceWords {
    var sentence = SentenceWords()
    let count = range.count / 5
    sentence.ids.reserveCapacity(count)
    sentence.places.reserveCapacity(count)
    WordReader.forEachWord(of: bytes[range]) { word, place, isCapital in
      var id = matcher.id(of: word)
      if isCapital, names.contains(word) { id = matcher.named(id) }
      sentence.ids.append(id)
      sentence.places.append(
        .init(field: field, lower: Int32(place.lowerBound), upper: Int32(place.upperBound)))
    }
    return sentence
  }
}
