// A workload → its figures.

/// Times of one way to an answer; each query counts with the median of its passes.
struct RouteFigures: Codable {
  /// Queries asked.
  var queries: Int
  /// Passes over them.
  var passes: Int
  /// Milliseconds by the clock on the wall.
  var wallMs: Spread
  /// Milliseconds of the thread that asks.
  var cpuMs: Spread
  /// Milliseconds of all threads.
  var allThreadsCpuMs: Spread
  /// Clauses or platforms in an answer, on average.
  var meanResults: Double
}

/// Figures of one workload.
struct WorkloadFigures: Codable {
  var name: WorkloadName
  var title: String
  var ours: RouteFigures
  var fts5: RouteFigures?
  /// How many times faster than FTS5 ours is, on the queries that both were asked.
  var timesFasterThanFts5: TimesFaster?
}

/// Median time of the other way over the median of ours.
struct TimesFaster: Codable {
  /// By the clock on the wall.
  var wall: Double
  /// By the CPU time of all threads, which other programs on the machine disturb less.
  var cpu: Double
}

/// Times of a route while passes go on: by query, one a pass.
private struct Times {
  let route: Route
  var durations: [[Duration]]
  var results = 0

  init(_ route: Route) {
    self.route = route
    durations = Array(repeating: [], count: route.queries)
  }

  mutating func warmUp() throws {
    for query in 0..<route.queries { results += try route.ask(query) }
  }

  mutating func pass(_ number: Int) throws {
    guard number < route.passes else { return }
    for query in 0..<route.queries {
      durations[query].append(try Clock.time { try route.ask(query) }.took)
    }
  }

  /// By query, the median over the passes.
  func medians(_ clock: KeyPath<Duration, Double>) -> [Double] {
    durations.map { $0.map { $0[keyPath: clock] }.median }
  }

  var figures: RouteFigures {
    RouteFigures(
      queries: route.queries, passes: route.passes, wallMs: Spread(medians(\.wall)),
      cpuMs: Spread(medians(\.thread)), allThreadsCpuMs: Spread(medians(\.process)),
      meanResults: Double(results) / Double(max(1, route.queries)))
  }
}

extension Workload {
  /// Asks everything once unmeasured, then measures pass by pass, ours and FTS5 in turn, so that a machine that slows
  /// down slows both.
  func measured(withFTS5: Bool = true) throws -> WorkloadFigures {
    var ours = Times(self.ours)
    var fts5 = withFTS5 ? self.fts5.map { Times($0) } : nil
    try ours.warmUp()
    try fts5?.warmUp()
    for pass in 0..<max(self.ours.passes, self.fts5?.passes ?? 0) {
      try ours.pass(pass)
      try fts5?.pass(pass)
    }
    func times(_ clock: KeyPath<Duration, Double>, _ other: Times) -> Double {
      other.medians(clock).median / Array(ours.medians(clock).prefix(other.route.queries)).median
    }
    let faster = fts5.map { TimesFaster(wall: times(\.wall, $0), cpu: times(\.process, $0)) }
    return WorkloadFigures(
      name: name, title: name.title, ours: ours.figures, fts5: fts5?.figures, timesFasterThanFts5: faster)
  }
}
