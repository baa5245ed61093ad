// Statements that were read → what a reading keeps of them.

extension PolarityReader {
  /// The statements and their words, by stem.
  func finished() -> (statements: [Polarity.Statement], terms: [Polarity.Term]) {
    var statements: [Polarity.Statement] = []
    statements.reserveCapacity(open.count)
    for part in open {
      var statement = part.statement
      statement.isDenied = part.isNegated != part.isTurned
      statement.isSaid =
        part.hasVerb || part.hasSubject || part.statement.isAfterBut || part.isDeniedItem
        || (part.isSentence && !part.isItem)
      statements.append(statement)
    }
    var terms: [Polarity.Term] = []
    terms.reserveCapacity(words.count)
    for word in words {
      let part = open[Int(word.statement)]
      terms.append(
        Polarity.Term(
          stem: word.stem, statement: Int(word.statement), weight: word.weight,
          isDenied: (part.isNegated != part.isTurned) != word.isTurned,
          isInFocus: word.isInFocus || part.isAllInFocus || part.isRestricted))
    }
    terms.sort()
    // The same word once a statement; the last of the same has the focus, if any has.
    var kept = 0
    for index in terms.indices {
      if kept > 0, terms[kept - 1].bits >> 8 == terms[index].bits >> 8 {
        statements[terms[index].statement].weight -= terms[index].weight
        terms[kept - 1] = terms[index]
      } else {
        terms[kept] = terms[index]
        kept += 1
      }
    }
    terms.removeLast(terms.count - kept)
    return (statements, terms)
  }
}
