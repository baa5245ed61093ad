// What is measured: each question with its queries, and the ways to its answer.

/// The questions that can be measured.
enum WorkloadName: String, CaseIterable, Codable {
  case searchAll = "search-all"
  case searchAllAnswer = "search-all-answer"
  case searchAny = "search-any"
  case searchAnyAnswer = "search-any-answer"
  case phrase
  case phraseAnswer = "phrase-answer"
  case near
  case nearAnswer = "near-answer"
  case similar
  case similarPassage = "similar-passage"
  case prevalence
  case prevalencePassage = "prevalence-passage"
  case open
  case openSimilar = "open-similar"

  /// What is asked, in a few words.
  var title: String {
    switch self {
    case .searchAll: "1–4 words, all: rows and scores of the best 20"
    case .searchAllAnswer: "1–4 words, all: whole answer with snippets"
    case .searchAny: "1–4 words, any: rows and scores of the best 20"
    case .searchAnyAnswer: "1–4 words, any: whole answer with snippets"
    case .phrase: "phrase of 2–4 words: rows and scores of the best 20"
    case .phraseAnswer: "phrase of 2–4 words: whole answer with snippets"
    case .near: "NEAR of two words: rows and scores of the best 20"
    case .nearAnswer: "NEAR of two words: whole answer with snippets"
    case .similar: "closest clauses to a clause"
    case .similarPassage: "closest clauses to a pasted passage"
    case .prevalence: "prevalence of a clause"
    case .prevalencePassage: "prevalence of a pasted passage"
    case .open: "open an index, first search"
    case .openSimilar: "open an index, first closest clauses"
    }
  }
}

/// One way to an answer.
struct Route {
  /// Queries that it can be asked.
  let queries: Int
  /// Passes over them, besides the one to warm up.
  let passes: Int
  /// Answers a query; returns how many clauses or platforms the answer has.
  let ask: (_ query: Int) throws -> Int
}

/// One question, asked of this library and, where it can, of FTS5.
struct Workload {
  let name: WorkloadName
  let ours: Route
  /// The first of the same queries; nil where FTS5 has no answer.
  let fts5: Route?
}
