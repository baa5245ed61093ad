// clause prevalence --every, and clause build --prevalence: the counts of every clause, added to the index.

internal import ClauseIndex
internal import Foundation

/// Measures the prevalence of every clause and tells how it went.
enum EveryPrevalence {
  /// Adds the counts to an index.
  ///
  /// - Returns: a summary in two lines.
  static func measure(_ path: String) throws -> String {
    let progress = ProgressLine()
    let began = Date()
    let report = try IndexWriter(path: path).measurePrevalence { step in
      progress.show(step.step, step.done, step.total, "clauses")
    }
    progress.clear()
    func seconds(_ value: Double) -> String { String(format: "%.1f s", value) }
    let steps = report.seconds.map { "\($0.step) \(seconds($0.seconds))" }.joined(separator: ", ")
    let grown = Double(report.bytes[1] - report.bytes[0]) / 1_000_000
    return """
      prevalence of \(report.clauses) clauses: \(report.unique) unique, \(report.rare) rare, \(report.shared) shared, \
      \(report.common) common (clause unusual lists them)
      \(path), \(report.bytes[1] / 1_000_000) MB, of it \(String(format: "%.1f", grown)) MB added; \
      \(seconds(Date().timeIntervalSince(began))) in all: \(steps)

      """
  }
}
