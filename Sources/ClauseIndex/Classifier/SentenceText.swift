// Words of a sentence → the text that they stand on.

extension SentenceWords {
  /// The text that some of the words stand on.
  ///
  /// - Parameter whole: whether what stands between the words is given as well.
  func written(_ range: Range<Int>, of clause: ClassifiedText, whole: Bool = false) -> String {
    var parts: [String] = []
    var stretch: Place?
    func end() {
      guard let place = stretch else { return }
      let bytes = clause.bytes(of: place.field)
      guard Int(place.upper) <= bytes.count else { return }
      parts.append(String(decoding: bytes[Int(place.lower)..<Int(place.upper)], as: UTF8.self))
    }
    for place in places[range] {
      if let last = stretch, last.field == place.field,
        place.lower == last.lower || (whole && place.lower >= last.lower && place.lower - last.upper < 8)
      {
        // "can't" is two words on one place.
        stretch?.upper = max(last.upper, place.upper)
      } else {
        end()
        stretch = place
      }
    }
    end()
    return parts.joined(separator: " ")
  }
}

extension ClassifiedText {
  /// The bytes of a part of the clause.
  func bytes(of field: SentenceWords.Field) -> [UInt8] {
    switch field {
    case .title: Array(title.utf8)
    case .heading: Array(heading.utf8)
    case .leadIn: Array(leadIn.utf8)
    case .text: Array(text.utf8)
    }
  }
}
