// A platform's clauses, then everybody else's → the passages that it shares, each once.

/// Gathers the passages that clauses share word for word with others.
struct ReusedPassages {
  /// Some words of a clause.
  struct Place: Hashable {
    var row: Int
    /// The words, counted from 0.
    var range: Range<Int>
  }

  /// A run of words that others have too.
  struct Passage {
    var words: Int
    /// Where it stands among the given clauses.
    var places: [Place]
    /// The longest part that each other platform has, the longest first: in its clauses, one place a platform.
    var sharing: [Place]
  }

  private let clauses: [StoredClause]
  private let texts: [[Int32]]
  private let shared: SharedRuns
  private let vocabulary: Vocabulary
  /// By place of a given clause: what other clauses share with it.
  private var runs: [[(row: Int, run: SharedRuns.Run)]]
  private let stopWords: Set<Int32>

  init(_ clauses: [StoredClause], shortest: Int, vocabulary: Vocabulary) {
    self.clauses = clauses
    self.vocabulary = vocabulary
    stopWords = Set(StopWords.all.sorted().flatMap { vocabulary.terms(of: $0) })
    texts = clauses.map { vocabulary.terms(of: $0.text) }
    shared = SharedRuns(texts, shortest: shortest)
    runs = Array(repeating: [], count: clauses.count)
  }

  /// Holds another clause against the given ones.
  mutating func add(_ text: String, row: Int) {
    for run in shared.runs(in: vocabulary.terms(of: text))
    where !texts[run.text][run.range].allSatisfy({ stopWords.contains($0) }) {
      runs[run.text].append((row, run))
    }
  }

  /// The passages, longest first.
  ///
  /// Of the runs of a clause those are passages that don't lie within a longer one. Where the given clauses have a
  /// passage more than once, it is one passage with several places.
  func found(platformOf: (_ row: Int) -> Int) -> [Passage] {
    var places: [[Int32]: Int] = [:]
    var passages: [Passage] = []
    for (text, runs) in runs.enumerated() where !runs.isEmpty {
      for range in Self.outermost(runs.map(\.run.range)) {
        let place = Place(row: clauses[text].row, range: range)
        let words = Array(texts[text][range])
        if let known = places[words] {
          passages[known].places.append(place)
        } else {
          places[words] = passages.count
          passages.append(
            Passage(
              words: range.count, places: [place], sharing: sharing(range, runs, platformOf: platformOf)))
        }
      }
    }
    return passages.sorted { a, b in
      (b.words, b.sharing.count, a.places[0].row, a.places[0].range.lowerBound)
        < (a.words, a.sharing.count, b.places[0].row, b.places[0].range.lowerBound)
    }
  }

  /// The ranges that don't lie within another, each once, in order.
  static func outermost(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var kept: [Range<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) })
    where kept.last.map({ range.upperBound > $0.upperBound }) ?? true {
      kept.append(range)
    }
    return kept
  }

  private func sharing(
    _ range: Range<Int>, _ runs: [(row: Int, run: SharedRuns.Run)], platformOf: (_ row: Int) -> Int
  ) -> [Place] {
    var best: [Int: Place] = [:]
    for (row, run) in runs {
      let part = run.range.clamped(to: range)
      guard part.count >= shared.shortest, part.count > best[platformOf(row)]?.range.count ?? 0 else {
        continue
      }
      let start = run.otherStart + part.lowerBound - run.start
      best[platformOf(row)] = Place(row: row, range: start..<(start + part.count))
    }
    return best.values.sorted { ($1.range.count, $0.row) < ($0.range.count, $1.row) }
  }

  /// Where some words of a text lie, in bytes.
  func bytes(of words: Range<Int>, in text: String) -> Range<Int> {
    Wording(text, vocabulary).bytes(of: words)
  }
}
