// Which language a text is in, by its most frequent function words.

/// Languages in Latin script that documents of the collections are in, whole or in part.
enum Language: String, CaseIterable, Sendable {
  case english = "English"
  case french = "French"
  case german = "German"
  case spanish = "Spanish"
  case italian = "Italian"
  case dutch = "Dutch"
  case portuguese = "Portuguese"
  case polish = "Polish"
  case hungarian = "Hungarian"
  case romanian = "Romanian"

  /// Function words: the most frequent words of the language that aren't also common in English.
  private var words: String {
    switch self {
    case .english:
      """
      the of and to in a or you your we our us is are be that this for with by on as it any not may will if from \
      at such their they other which have has can do all an these must shall when about been was were who no
      """
    case .french:
      "le les des et en du une un pour vous nous est dans que qui par votre vos sur avec sont aux ou au ne"
    case .german:
      "der die und den das von zu mit sie wir ist des für oder nicht auf ein eine im dem werden bei ihre"
    case .spanish: "el los las y en del que por con una un para se su sus al es como o no nuestro usted sobre"
    case .italian: "il di che e la per non con del della dei le un una sono nel alla da si dati i gli"
    case .dutch: "het een en van de dat voor met op te wij zijn u niet om aan deze kunnen uw of ons worden"
    case .portuguese: "o os as e em do da dos das que para com um uma por não se sua seus ao ou você"
    case .polish: "i w z na do o nie się lub jest że przez oraz od za dla po w celu są te tych które może"
    case .hungarian: "a az és hogy nem egy vagy is ez ha meg azt valamint de csak arra ezt amely során"
    case .romanian: "și de în a la cu pe pentru să care din nu sau sunt ale prin este un o dvs ca al"
    }
  }

  /// The languages by function word: bit n is the n-th language.
  static let byWord: [UInt64: UInt16] = {
    var table: [UInt64: UInt16] = [:]
    for (bit, language) in allCases.enumerated() {
      for word in language.words.split(separator: " ") {
        table[word.utf8.reduce(0) { $0 << 8 | UInt64($1) }, default: 0] |= 1 << UInt16(bit)
      }
    }
    return table
  }()
}
