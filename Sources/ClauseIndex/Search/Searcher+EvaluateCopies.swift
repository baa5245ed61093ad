// Are copies found? Clauses of the index, changed in known ways → how many are recognised as copies.

internal import GRDB

/// How well copies are told, measured on copies that were made for it.
public struct CopyEvaluation: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// Seed of the random choice.
  public var seed: UInt64
  /// Clauses that were copied.
  public var clauses: Int
  /// What came out, by kind of change and share of words changed.
  public var rows: [Row]

  /// The copies of one kind.
  public struct Row: Sendable, Codable {
    /// How the copies differ from their sources.
    public var edit: String
    /// Share of the words that were changed, 0…1.
    public var rate: Double
    /// Copies made.
    public var copies: Int
    /// Copies whose source was found as verbatim or near-verbatim.
    public var found: Int
    /// `found` of `copies`.
    public var recall: Double
    /// Clauses of the index that were called verbatim or near-verbatim copies of these.
    public var called: Int
    /// Those of them that are the source or, by the same measure, copies of the unchanged source.
    public var right: Int
    /// `right` of `called`; 1 where none was called.
    public var precision: Double
  }
}

extension Searcher {
  /// Words of the shortest clause that is copied.
  static let shortestCopied = 12

  /// Copies clauses at random, changes the copies, and looks in the whole index for what is near-verbatim to each.
  ///
  /// - Parameters:
  ///   - count: clauses to copy.
  ///   - seed: seed of the random choice; the same seed gives the same copies.
  ///   - rates: shares of words to change, 0…1.
  ///   - progress: told how many kinds of copies are done, of how many.
  public func evaluateCopies(
    count: Int = 2000, seed: UInt64 = 1, rates: [Double] = [0.01, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4],
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> CopyEvaluation {
    var chance = SeededGenerator(seed: seed)
    let (wordings, texts) = try read { database in
      let wordings = try ClauseWordings(database, vocabulary: try Vocabulary(expectedChunks: 200_000)) { _ in
        true
      }
      let long = wordings.words.indices.filter { wordings.words[$0].count >= Searcher.shortestCopied }
      let rows = long.flatMap { wordings.rows[$0] }.sorted().shuffled(using: &chance).prefix(count)
      let stored = try StoredClause.fetch(rows: Array(rows), from: database)
      return (wordings, rows.compactMap { stored[$0] })
    }
    var planter = CopyPlanter(
      pool: texts.flatMap { $0.text.split(whereSeparator: \.isWhitespace) }, names: platforms.map(\.name),
      chance: chance)
    let finder = CopyFinder(wordings.words)
    let vocabulary = wordings.vocabulary
    let sources = texts.map { Set(finder.copies(of: vocabulary.terms(of: $0.text))) }
    let own = texts.map { PlatformNames.words(of: platforms[platformOfDocument[$0.document]]) }
    let kinds = PlantedEdit.allCases.flatMap { edit -> [(edit: PlantedEdit, rate: Double)] in
      let moves = edit == .reordered || edit == .renamed
      return (moves ? [0, 0.1, 0.2] : rates).map { (edit, $0) }
    }
    var rows: [CopyEvaluation.Row] = []
    for (edit, rate) in kinds {
      var row = CopyEvaluation.Row(
        edit: edit.rawValue, rate: rate, copies: 0, found: 0, recall: 0, called: 0, right: 0, precision: 1)
      for (number, source) in texts.enumerated() {
        guard let copy = planter.copy(of: source.text, edit, rate: rate, own: own[number]) else { continue }
        row.copies += 1
        for wording in finder.copies(of: vocabulary.terms(of: copy)) {
          let clauses = wordings.rows[wording]
          row.called += clauses.count
          if sources[number].contains(wording) { row.right += clauses.count }
          if clauses.contains(source.row) { row.found += 1 }
        }
      }
      row.recall = row.copies == 0 ? 1 : (Double(row.found) / Double(row.copies)).rounded4
      row.precision = row.called == 0 ? 1 : (Double(row.right) / Double(row.called)).rounded4
      rows.append(row)
      progress(rows.count, kinds.count)
    }
    return CopyEvaluation(corpus: corpus.name, seed: seed, clauses: texts.count, rows: rows)
  }
}
