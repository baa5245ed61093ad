// An index → the prevalence of every clause, in one pass on all cores.

internal import Dispatch
internal import Foundation
internal import GRDB

/// Counts who shares the provision of every clause of an index.
///
/// All pairs of clauses are held against each other by word vectors, types and terms, 32 clauses at a time; the best of
/// each platform, and possible copies, are then judged in full. So it gives what asking for one clause after another
/// gives. See <doc:IsItUnusual>.
struct PrevalencePass: Sendable {
  private let columns: PairColumns
  private let judged: JudgedIndex
  private let order: [Int32]
  private let threshold: Double
  private let mostOfTerms: Double?
  private let way: DotProducts.Way
  /// How long reading and laying out took, step by step.
  let clock: StepClock

  /// Reads what the pass needs of an index.
  init(
    _ searcher: Searcher, _ database: Database, minScore: Double = SimilarityScore.sameProvision,
    mostOfTerms: Double? = nil, _ way: DotProducts.Way = .best
  ) throws {
    let clock = StepClock()
    let similarity = try searcher.similarityArrays(database)
    let order = ClauseOrder.rows(similarity)
    columns = PairColumns(
      try SparseTerms(database, similarity), similarity, order: order)
    self.order = order
    clock.end("terms")
    let texts = try ClauseTexts(database, try searcher.profileReader(database))
    clock.end("texts")
    judged = JudgedIndex(
      texts: texts, stretches: FiveWordStretches(texts.words), scope: PrevalenceScope(searcher),
      words: (0..<searcher.arrays.count).map { Int32(similarity.words(ofRow: $0 + 1)) })
    clock.end("stretches")
    threshold = SimilarityScore.linear(ofScore: minScore)
    self.mostOfTerms = mostOfTerms
    self.way = way
    self.clock = clock
  }

  /// The prevalence of every clause, by row − 1.
  ///
  /// - Parameter progress: told how many clauses are done, from any thread.
  func run(progress: @escaping @Sendable (Int) -> Void = { _ in }) -> [ClausePrevalence] {
    let lanes = PairScorer.lanes
    let total = order.count
    let groups = (total + lanes - 1) / lanes
    let (results, next) = (Gathered<[ClausePrevalence]>(count: groups), Counter())
    DispatchQueue.concurrentPerform(iterations: max(1, ProcessInfo.processInfo.activeProcessorCount)) { _ in
      let worker = Worker(self)
      while let group = next.take(below: groups) {
        let places = (group * lanes)..<min((group + 1) * lanes, total)
        let done = results.set(worker.prevalences(of: places), at: group)
        if done % 16 == 0 { progress(min(done * lanes, total)) }
      }
    }
    progress(total)
    var all = [ClausePrevalence](repeating: ClausePrevalence(), count: total)
    for (row, prevalence) in zip(order, results.all().joined()) { all[Int(row) - 1] = prevalence }
    clock.end("compare")
    return all
  }

  /// One thread's part.
  private final class Worker {
    private let pass: PrevalencePass
    private let scorer: PairScorer
    private let judge: ProvisionJudge
    private var best: BestOfPlatforms

    init(_ pass: PrevalencePass) {
      self.pass = pass
      scorer = PairScorer(
        pass.columns, threshold: pass.threshold, mostOfTerms: pass.mostOfTerms, pass.way)
      judge = ProvisionJudge(pass.judged, threshold: pass.threshold)
      best = BestOfPlatforms(platforms: pass.judged.scope.platforms)
    }

    func prevalences(of places: Range<Int>) -> [ClausePrevalence] {
      best.removeAll()
      let (words, scope) = (pass.judged.words, pass.judged.scope)
      let rows = pass.order[places]
      let own = rows.map { (words: Int(words[Int($0) - 1]), platform: scope.platform(ofRow: Int($0))) }
      scorer.forEachPair(of: places) { lane, row, common, score in
        let platform = scope.platform(ofRow: row)
        guard platform != own[lane].platform else { return }
        let scored = ScoredRow(row: Int32(row), common: Int32(common), score: score)
        if NearVerbatim.isPossible(shared: common, own[lane].words, Int(words[row - 1])) {
          best.addCopy(scored, lane: lane)
        } else {
          best.add(scored, of: platform, lane: lane)
        }
      }
      return rows.enumerated().map { lane, row in judge.judge(row: Int(row), best, lane: lane) }
    }
  }
}
