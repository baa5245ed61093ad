// Figures → JSON, a table for a terminal, a table in Markdown.

internal import Foundation

/// All that one run measured.
struct Report: Codable {
  /// Number of this layout.
  var schema = 1
  var corpus: String
  var seed: UInt64
  var machine: Machine
  var index: IndexParts
  /// The most memory that the process held at once, in KiB.
  var peakMemoryKb: Int
  var workloads: [WorkloadFigures]

  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return try encoder.encode(self) + Data("\n".utf8)
  }

  // MARK: Tables

  private static let columns = [
    "workload", "queries", "wall ms", "99 %", "CPU ms", "99 %", "other threads", "FTS5 wall ms", "99 %",
    "CPU ms",
    "times faster, wall", "CPU",
  ]

  private var rows: [[String]] {
    workloads.map { figures in
      let ours = figures.ours
      let others = ours.allThreadsCpuMs.median - ours.cpuMs.median
      let numbers: [Double?] = [
        ours.wallMs.median, ours.wallMs.p99, ours.cpuMs.median, ours.cpuMs.p99,
        others > Self.leastHelp * ours.allThreadsCpuMs.median ? others : nil,
        figures.fts5?.wallMs.median, figures.fts5?.wallMs.p99, figures.fts5?.cpuMs.median,
        figures.timesFasterThanFts5?.wall, figures.timesFasterThanFts5?.cpu,
      ]
      return [figures.name.rawValue, "\(ours.queries)"] + numbers.map { $0.map(Self.text) ?? "" }
    }
  }

  /// Share of the CPU time that other threads must have had to be named: below it the clocks alone differ.
  private static let leastHelp = 0.05

  /// Three digits that count, no more: no time repeats closer than that.
  static func text(_ number: Double) -> String {
    guard number.isFinite else { return "" }
    return String(
      format: number < 0.995 ? "%.3f" : number < 9.95 ? "%.2f" : number < 99.5 ? "%.1f" : "%.0f", number)
  }

  private static func megabytes(_ bytes: Int) -> String { String(format: "%.1f MB", Double(bytes) / 1e6) }

  private var caption: [String] {
    let parts = index.parts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(8)
      .map { "\($0.key) \(Self.megabytes($0.value))" }
    return [
      "\(corpus), \(index.clauses) clauses, seed \(seed); \(machine.date), commit \(machine.commit ?? "unknown")"
        + (machine.isOptimized ? "" : ", DEBUG BUILD: its times say nothing"),
      "\(machine.cpu), \(machine.cores) cores, \(machine.memoryMb) MB; SQLite \(machine.sqlite)",
      "peak memory \(Self.megabytes(peakMemoryKb * 1024)), mapped file included; index \(Self.megabytes(index.bytes)): "
        + parts.joined(separator: ", ") + (index.measuredBy == "pages" ? "" : " (bytes of values)"),
    ]
  }

  var markdown: String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    let rule = line(Self.columns.indices.map { $0 == 0 ? "---" : "--:" })
    return line(Self.columns) + rule + rows.map(line).joined() + "\n" + caption.joined(separator: ".\n")
      + ".\n"
  }

  var table: String {
    let cells = [Self.columns] + rows
    let widths = Self.columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    func line(_ row: [String]) -> String {
      zip(row, widths).enumerated().map { column, cell in
        let gap = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + gap : gap + cell.0
      }.joined(separator: "  ") + "\n"
    }
    return cells.map(line).joined() + "\n" + caption.joined(separator: "\n") + "\n"
  }
}
