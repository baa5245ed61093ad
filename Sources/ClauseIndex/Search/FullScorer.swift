// Clauses that are worth reading → their scores in full, on all cores.

internal import Dispatch
internal import Foundation
internal import GRDB

/// A clause that was read, with the logarithm of its odds.
typealias FullyScored = (scored: ScoredClause, linear: Double)

/// Reads clauses and scores them in full.
struct FullScorer {
  /// Clauses from which on it is worth waking another thread.
  private static let fewest = 4

  private let profile: ClauseProfile
  private let reader: ProfileReader
  private let polarity: Polarity
  private let database: Database
  private let parallel: PassageReaders

  init(
    _ probe: Probe, _ profile: ClauseProfile, _ reader: ProfileReader, _ parallel: PassageReaders,
    _ database: Database
  ) {
    self.profile = profile
    self.reader = reader
    self.parallel = parallel
    self.database = database
    polarity = Polarity(probe.text, leadIn: probe.leadIn)
  }

  /// What is to be done with a candidate, now that others are scored.
  enum Turn {
    case take
    case skip
    /// None of those that follow is wanted.
    case stop
  }

  /// Scores candidates in their order, some at once.
  ///
  /// - Parameters:
  ///   - count: how many at once.
  ///   - turn: whether a candidate is wanted; asked before it is read, and again when its turn has come.
  ///   - accept: takes a clause that is wanted.
  func score(
    _ candidates: [Candidate], atOnce count: Int, _ turn: (Candidate) -> Turn,
    accept: (Candidate, FullyScored) -> Void
  ) throws {
    var next = 0
    while next < candidates.count {
      var batch: [Candidate] = []
      collecting: while next < candidates.count, batch.count < count {
        switch turn(candidates[next]) {
        case .take: batch.append(candidates[next])
        case .skip: break
        case .stop: break collecting
        }
        next += 1
      }
      guard !batch.isEmpty else { return }
      let read = try batch.compactMap(read)
      let scores = parallel.map(read, fewest: Self.fewest) {
        score($0.candidate.measures, $0.clause, isPossibleCopy: $0.candidate.isPossibleCopy, $1)
      }
      for (read, found) in zip(read, scores) {
        switch turn(read.candidate) {
        case .take: accept(read.candidate, found)
        case .skip: break
        case .stop: return
        }
      }
    }
  }

  /// A candidate's clause, and the candidate with how like the headings are; nil where a damaged index has none.
  private func read(_ candidate: Candidate) throws -> (candidate: Candidate, clause: StoredClause)? {
    guard let clause = try StoredClause.fetch(row: candidate.row, from: database) else { return nil }
    let heading = profile.heading.cosine(
      to: try HeadingVector(title: clause.title, heading: clause.heading, reader))
    var candidate = candidate
    candidate.measures.heading = heading
    return (candidate, clause)
  }

  private func score(
    _ measures: SimilarityMeasures, _ clause: StoredClause, isPossibleCopy: Bool, _ passage: PassageReader
  ) -> FullyScored {
    var measures = measures
    // Shared passages can't bring the least like to where anyone looks; contradictions only lower a score.
    guard isPossibleCopy || SimilarityScore.most(measures) >= Searcher.leastSimilar else {
      return finished(ScoredClause(clause: clause, score: 0, measures: measures))
    }
    let wording = passage.passages.compared(with: clause.text)
    measures.coverage = wording.coverage
    if SimilarityScore.of(measures) >= Searcher.leastSimilar {
      measures.opposition = polarity.opposition(to: Polarity(clause.text, leadIn: clause.leadIn))
    }
    return finished(
      ScoredClause(
        clause: clause, score: 0, measures: measures, wording: wording.level, shared: wording.passages))
  }

  private func finished(_ clause: ScoredClause) -> FullyScored {
    var clause = clause
    let linear = clause.measures.map(SimilarityScore.linear) ?? -.infinity
    clause.score = SimilarityScore.ofLinear(linear)
    return (clause, linear)
  }
}
