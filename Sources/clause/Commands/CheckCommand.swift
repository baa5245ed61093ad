// clause check: is my draft as others are?

internal import ArgumentParser
internal import ClauseIndex
internal import Foundation

struct CheckCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a draft of terms: what is unusual in it, and what is missing.",
    discussion: """
      clause check draft.md
      clause check draft.md --sector ai --output report.html
      clause check privacy.txt --as "Privacy Policy" --platform spotify --limit 0
      pandoc -t markdown draft.docx | clause check - --format csv

      The draft is Markdown or plain text, English, in UTF-8. It is cut into clauses as the index was. Each clause is \
      held against all platforms: its types, how many share it, the closest wordings, and why it deserves a look: it is \
      unique or rare, few platforms have such a clause at all, it is graver than those of others, a period or sum lies \
      outside of what is usual, others say the contrary, or the wording is one company's. Missing are the clause types \
      that --min-share or more of the platforms have in documents of the draft's kind, those of the sector if one is \
      named, and that no clause of the draft states.

      Exit codes: 0 something is unusual or missing, 1 nothing is, 2 the draft or the index can't be used, 64 wrong usage.
      """)

  @Argument(help: "File of the draft, or - to read it from standard input.")
  var file: String

  @Option(
    name: .long,
    help: "Count clause types among platforms of this sector (default: that of --platform, else all).")
  var sector: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Kind of document that the draft is, such as \"Privacy Policy\" (default: by its title, else Terms of Service).",
      valueName: "terms type"))
  var termsType: String?

  @Option(name: .long, help: "The platform that the draft belongs to: it is left out of all counts.")
  var platform: String?

  @Option(
    name: .customLong("name"),
    help: ArgumentHelp(
      "Name by which the draft speaks of its own company (default: that of --platform, else as its title says).",
      valueName: "name"))
  var ownName: String?

  @Option(
    name: .customLong("min-share"),
    help: "Least share of the platforms that could have a type, 0 to 1, for it to be missing.")
  var minShare = CheckOptions().minShare

  @Option(
    name: .customLong("min-score"),
    help: "Score from which a clause counts as the same provision, 0 to 1.")
  var minScore = Searcher.sameProvision

  @Option(name: .shortAndLong, help: "Form of output; by default as the --output file is named, else table.")
  var format: ReportFormat?

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?

  @OptionGroup var rows: RowOptions
  @OptionGroup var index: IndexOptions

  /// A form of output: those of all answers, and a page.
  enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case table, json, ndjson, csv, tsv, markdown, html

    /// The form of rows that it is; nil for a page.
    var rows: OutputFormat? { OutputFormat(rawValue: rawValue) }
  }

  private var form: ReportFormat {
    format ?? output.flatMap { CompareFormat(endingOf: $0) }.flatMap { ReportFormat(rawValue: $0.rawValue) }
      ?? .table
  }

  func validate() throws {
    for (name, value) in [("--min-share", minShare), ("--min-score", minScore)] where !(0...1).contains(value)
    {
      throw ValidationError("\(name) \(value): give a number from 0 to 1")
    }
  }

  func answer() throws -> Bool {
    let (bytes, name) = try draft()
    let searcher = try index.searcher()
    var options = CheckOptions()
    (options.termsType, options.sector, options.platform) = (termsType, sector, platform)
    (options.ownName, options.minShare, options.minScore) = (ownName, minShare, minScore)
    let line = ProgressLine()
    defer { line.clear() }
    let answer = try searcher.check(bytes, name: name, options: options) { done, all in
      line.show("checking", done, all, "clauses")
    }
    line.clear()
    let report = CheckReport(answer, searcher.corpus)
    if form == .html {
      try Output.write(report.html, to: output)
    } else {
      let lines = report.lines.prefix(rows.rows(default: Int.max))
      try rows.print(
        answer, as: form.rows ?? .table, from: searcher, rows: Array(lines), defaults: CheckLine.columns,
        notes: answer.notes,
        human: { report.text(most: rows.rows(default: CheckReport.shown)) + HumanText.foot(searcher) },
        to: output)
    }
    return answer.counts.unusual + answer.missing.count > 0
  }

  /// The bytes of the draft, and its name.
  private func draft() throws -> (bytes: [UInt8], name: String) {
    if file == "-" { return (Array(FileHandle.standardInput.readDataToEndOfFile()), "standard input") }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
      throw IndexError.unreadable(path: file, reason: "no such file")
    }
    guard !isFolder.boolValue else {
      throw IndexError.badDraft(name: file, problem: "it is a folder", remedy: "Give one file")
    }
    do {
      return (
        Array(try Data(contentsOf: URL(fileURLWithPath: file))), URL(fileURLWithPath: file).lastPathComponent
      )
    } catch {
      throw IndexError.unreadable(path: file, reason: error.localizedDescription)
    }
  }
}
