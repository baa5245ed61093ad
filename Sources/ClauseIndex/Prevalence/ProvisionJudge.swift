// The candidates of one clause → which platforms share its provision, in what wording, and the nearest clause elsewhere.

internal import Foundation

/// What judging needs of an index; only read.
struct JudgedIndex: Sendable {
  let texts: ClauseTexts
  let stretches: FiveWordStretches
  let scope: PrevalenceScope
  /// Tokens of the text, by row − 1.
  let words: [Int32]
}

/// Says of one clause after another who shares it, by the rules of ``Searcher/prevalence(of:minScore:)``.
///
/// The rules are the same; spared is only what can't change the answer: texts are aligned where the passages that they
/// can share would decide, and compared for contradictions where they can hold one. One instance a thread.
final class ProvisionJudge {
  private typealias Weight = SimilarityScore.Weight

  private let index: JudgedIndex
  private let threshold: Double
  private let aligner = Aligner()
  private let isMarked: FixedArray<Bool>

  // Of the clause that is being judged.
  private var own = 0
  private var ownWords = 1
  private var best: [Double]
  private var levels: [UInt8]
  private var evidence: [(score: Double, row: Int32)] = []
  private var seen: [Seen] = []
  /// Those that can't share the provision, whatever their texts; only a clause that nobody shares has need of them.
  private var far: [ScoredRow] = []

  /// A clause that was looked at.
  private struct Seen {
    var row: Int32
    /// The score without shared passages and contradictions.
    var base: Double
    /// The score without contradictions, at most.
    var most: Double
  }

  init(_ index: JudgedIndex, threshold: Double) {
    self.index = index
    self.threshold = threshold
    isMarked = FixedArray(repeating: false, count: index.stretches.count)
    best = Array(repeating: -.infinity, count: index.scope.platforms)
    levels = Array(repeating: 3, count: index.scope.platforms)
  }

  /// The prevalence of a clause.
  func judge(row: Int, _ candidates: BestOfPlatforms, lane: Int) -> ClausePrevalence {
    begin(row)
    for copy in candidates.copies[lane] { consider(copy, isPossibleCopy: true) }
    let home = index.scope.platform(ofRow: row)
    for platform in 0..<index.scope.platforms where platform != home {
      let (first, second) = candidates.best(lane, of: platform)
      guard first.row > 0 else { continue }
      // Those first that can score most, as the answer to one clause goes.
      let isSecondFirst = second.row > 0 && most(second) > most(first)
      for one in isSecondFirst ? [second, first] : [first, second] where one.row > 0 {
        if most(one) > best[platform] { consider(one, isPossibleCopy: false) }
      }
    }
    defer { end(row) }
    if evidence.isEmpty {
      for one in far { note(one) }
    }
    evidence.sort { ($0.score, $1.row) > ($1.score, $0.row) }
    var prevalence = index.scope.counted(row: row, levels, evidence: evidence.prefix(200).lazy.map(\.row))
    prevalence.wording = index.texts.wordings[row - 1]
    if let nearest = nearest() {
      prevalence.nearest = nearest.row
      prevalence.nearestScore = SimilarityScore.ofLinear(nearest.score)
    }
    return prevalence
  }

  private func begin(_ row: Int) {
    own = row
    ownWords = max(1, Int(index.words[row - 1]))
    for stretch in index.stretches.stretches[row - 1] { isMarked[Int(stretch.number)] = true }
  }

  private func end(_ row: Int) {
    for stretch in index.stretches.stretches[row - 1] { isMarked[Int(stretch.number)] = false }
    for platform in best.indices {
      best[platform] = -.infinity
      levels[platform] = 3
    }
    evidence.removeAll(keepingCapacity: true)
    seen.removeAll(keepingCapacity: true)
    far.removeAll(keepingCapacity: true)
  }

  /// What a clause can score at most before its text is looked at; as ``Candidate/most``.
  private func most(_ candidate: ScoredRow) -> Double {
    Double(candidate.score) + Weight.heading
      + Weight.coverage * min(1, Double(candidate.common) / Double(ownWords))
  }

  private func consider(_ candidate: ScoredRow, isPossibleCopy: Bool) {
    // A little less than is needed, for rounding.
    guard most(candidate) >= threshold - 1e-6 else {
      far.append(candidate)
      return
    }
    let row = Int(candidate.row)
    let platform = index.scope.platform(ofRow: row)
    let noted = note(candidate)
    var score = noted.most
    defer { best[platform] = max(best[platform], score) }
    guard score >= threshold else { return }
    let opposition = opposition(to: row)
    if opposition > 0 || noted.base < threshold {
      score = noted.base + Weight.coverage * coverage(by: row) + Weight.opposition * opposition
      guard score >= threshold else { return }
    }
    evidence.append((score, candidate.row))
    levels[platform] = min(levels[platform], isPossibleCopy ? level(of: row) : 2)
  }

  /// Scores a clause with its heading and the passages that it can share.
  @discardableResult
  private func note(_ candidate: ScoredRow) -> Seen {
    let row = Int(candidate.row)
    let heading = index.texts.headings[own - 1].cosine(to: index.texts.headings[row - 1])
    let base = Double(candidate.score) + Weight.heading * heading
    let covered = min(index.stretches.covered(row: row, isMarked.buffer), ownWords)
    let one = Seen(
      row: candidate.row, base: base, most: base + Weight.coverage * Double(covered) / Double(ownWords))
    seen.append(one)
    return one
  }

  /// 0 verbatim, 1 near-verbatim, 2 in other words.
  private func level(of row: Int) -> UInt8 {
    if index.texts.areVerbatim(own, row) { return 0 }
    let (mine, theirs) = (index.texts.words[own - 1], index.texts.words[row - 1])
    guard let needed = NearVerbatim.equalWordsNeeded(mine.count, theirs.count) else { return 2 }
    return NearVerbatim.equalWords(mine, theirs, aligner, atLeast: needed) >= needed ? 1 : 2
  }

  private func opposition(to row: Int) -> Double {
    guard index.texts.outlines[own - 1].canOppose(index.texts.outlines[row - 1]) else { return 0 }
    return index.texts.polarities[own - 1].opposition(to: index.texts.polarities[row - 1])
  }

  /// ``SimilarityMeasures/coverage`` of the clause by another.
  private func coverage(by row: Int) -> Double {
    let (mine, theirs) = (index.texts.words[own - 1], index.texts.words[row - 1])
    guard !mine.isEmpty else { return 0 }
    return Double(SharedPassages.coveredWords(mine, theirs, aligner)) / Double(mine.count)
  }

  /// The nearest of the clauses that were looked at, with its score; nil where none was near enough to be.
  private func nearest() -> (row: Int32, score: Double)? {
    var nearest: (row: Int32, score: Double)?
    while true {
      var next = -1
      for place in seen.indices where next < 0 || isBefore(seen[place], seen[next]) { next = place }
      guard next >= 0, seen[next].most > nearest?.score ?? -.infinity else { return nearest }
      let row = Int(seen[next].row)
      let score =
        seen[next].base + Weight.coverage * coverage(by: row) + Weight.opposition * opposition(to: row)
      if score > nearest?.score ?? -.infinity { nearest = (seen[next].row, score) }
      seen[next].most = -.infinity
    }
  }

  private func isBefore(_ a: Seen, _ b: Seen) -> Bool { a.most != b.most ? a.most > b.most : a.row < b.row }
}
