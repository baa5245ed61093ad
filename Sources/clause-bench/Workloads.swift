// An index, a seed and how much → the workloads.

internal import ClauseIndex

/// How much is measured.
struct Effort {
  var queries: Int
  var passes: Int

  /// Of questions that take as long as a hundred searches.
  var slowQueries: Int { min(queries, 100) }
  /// Of FTS5 asked for 25 words, which takes longer still.
  var slowestQueries: Int { min(queries, 20) }
  var slowestPasses: Int { min(passes, 3) }
  /// Of opening an index.
  var openings: Int { min(queries, 30) }

  /// Everything once, to see that it works.
  static let smoke = Effort(queries: 3, passes: 1)
}

/// Makes workloads from an index.
struct Workloads {
  /// Hits that are asked for: as many as the command shows of a search.
  static let hits = 20
  /// Words by which FTS5 looks for like clauses, and clauses it is asked for.
  static let (similarWords, similarHits) = (25, 50)

  let searcher: Searcher
  let fullText: FullTextRoute
  let seed: UInt64
  let effort: Effort

  func workload(_ name: WorkloadName) throws -> Workload {
    switch name {
    case .searchAll: try ranking(name, .all)
    case .searchAllAnswer: try answer(name, .all)
    case .searchAny: try ranking(name, .any)
    case .searchAnyAnswer: try answer(name, .any)
    case .phrase: try ranking(name, .phrase)
    case .phraseAnswer: try answer(name, .phrase)
    case .near: try ranking(name, .near)
    case .nearAnswer: try answer(name, .near)
    case .similar: try similar(name)
    case .similarPassage:
      try ofPassages(name) { try searcher.similar(toText: $0).matches.count }
    case .prevalence: try ofClauses(name) { try searcher.prevalence(of: $0).platforms.count }
    case .prevalencePassage:
      try ofPassages(name) { try searcher.prevalence(ofText: $0).platforms.count }
    case .open: try open(name)
    case .openSimilar: try openSimilar(name)
    }
  }

  // MARK: What is asked

  /// Draws queries; those of a kind are the same in every workload and every export.
  func queries(_ kind: WordQuery.Kind) throws -> [WordQuery] {
    var maker = QueryMaker(seed: seed, clauses: searcher.corpus.clauses, text: fullText.text)
    return try maker.queries(kind, count: effort.queries)
  }

  /// Rows of the clauses that are asked about.
  func rows() throws -> [Int] {
    var maker = QueryMaker(seed: seed, clauses: searcher.corpus.clauses, text: fullText.text)
    return try maker.rows(count: effort.slowQueries)
  }

  /// The words of a clause, one of which FTS5 is to find.
  func anyWord(ofRow row: Int) throws -> String {
    try searcher.weightiestWords(ofRow: row, atMost: Self.similarWords).map { "\"\($0.word)\"" }
      .joined(separator: " OR ")
  }

  // MARK: How it is asked

  private func route(_ queries: Int, _ ask: @escaping (Int) throws -> Int) -> Route {
    Route(queries: queries, passes: effort.passes, ask: ask)
  }

  private func ranking(_ name: WorkloadName, _ kind: WordQuery.Kind) throws -> Workload {
    let queries = try queries(kind)
    let (texts, expressions) = (queries.map(\.text), queries.map(\.expression))
    return Workload(
      name: name,
      ours: route(queries.count) { try searcher.ranking(of: Query(texts[$0]), limit: Self.hits).count },
      fts5: route(queries.count) { try fullText.rows(matching: expressions[$0], limit: Self.hits).count })
  }

  private func answer(_ name: WorkloadName, _ kind: WordQuery.Kind) throws -> Workload {
    let queries = try queries(kind)
    let (texts, expressions) = (queries.map(\.text), queries.map(\.expression))
    return Workload(
      name: name,
      ours: route(queries.count) { try searcher.search(Query(texts[$0]), limit: Self.hits).hits.count },
      fts5: route(queries.count) { try fullText.answers(matching: expressions[$0], limit: Self.hits) })
  }

  private func similar(_ name: WorkloadName) throws -> Workload {
    let rows = try rows()
    let ids = try rows.map(fullText.id)
    let expressions = try rows.prefix(effort.slowestQueries).map(anyWord)
    return Workload(
      name: name, ours: route(ids.count) { try searcher.similar(to: ids[$0]).matches.count },
      fts5: Route(queries: expressions.count, passes: effort.slowestPasses) {
        try fullText.rows(matching: expressions[$0], limit: Self.similarHits).count
      })
  }

  private func ofClauses(_ name: WorkloadName, _ ask: @escaping (String) throws -> Int) throws -> Workload {
    let ids = try rows().map(fullText.id)
    return Workload(name: name, ours: route(ids.count) { try ask(ids[$0]) }, fts5: nil)
  }

  private func ofPassages(_ name: WorkloadName, _ ask: @escaping (String) throws -> Int) throws -> Workload {
    let texts = try rows().map(fullText.text)
    return Workload(name: name, ours: route(texts.count) { try ask(texts[$0]) }, fts5: nil)
  }

  private func open(_ name: WorkloadName) throws -> Workload {
    let queries = try queries(.all).prefix(effort.openings)
    let (texts, expressions) = (queries.map(\.text), queries.map(\.expression))
    let path = searcher.path
    return Workload(
      name: name,
      ours: route(texts.count) {
        try Searcher(path: path).search(Query(texts[$0]), limit: Self.hits).hits.count
      },
      fts5: route(texts.count) {
        let opened = try FullTextRoute(path: path)
        defer { try? opened.close() }
        return try opened.answers(matching: expressions[$0], limit: Self.hits)
      })
  }

  private func openSimilar(_ name: WorkloadName) throws -> Workload {
    let ids = try rows().prefix(effort.openings).map(fullText.id)
    let path = searcher.path
    return Workload(
      name: name,
      ours: route(ids.count) { try Searcher(path: path).similar(to: ids[$0]).matches.count }, fts5: nil)
  }
}
