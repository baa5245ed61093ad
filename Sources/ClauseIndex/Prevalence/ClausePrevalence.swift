// How many platforms share the provision of a clause: a row of the table `prevalence`.

/// The counts of one clause; what ``Searcher/prevalence(of:minScore:)`` counts, without the evidence.
struct ClausePrevalence: Sendable, Hashable {
  /// Platforms that share the provision; the clause's own never counts.
  var sharing = 0
  /// Companies of the platforms that share it.
  var companies = 0
  /// Platforms by wording, each at the closest that it has: verbatim, near-verbatim, the same provision.
  var platforms = [0, 0, 0]
  /// Companies of the platforms at each level.
  var companiesAt = [0, 0, 0]
  /// Platforms that lack it.
  var lacking = 0
  /// Platforms that can't be told.
  var unknown = 0
  /// Row of the first clause with the same wording.
  var wording: Int32 = 0
  /// Row of the nearest clause elsewhere; 0 where none is near.
  var nearest: Int32 = 0
  /// Its score; 0 where none is near.
  var nearestScore = 0.0
}
