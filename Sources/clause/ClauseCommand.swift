// The command `clause`: one verb a file in Commands/, each a thin layer over the library method of its name.

internal import ArgumentParser
internal import ClauseIndex

@main
struct ClauseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clause",
    abstract: "Search, compare and cite the clauses of platforms' terms.",
    discussion: """
      Get the terms, index them, ask:

        clause pull
        clause build
        clause search "voice clone consent"
        clause prevalence --text "You may not clone a person's voice without their consent."
        clause types show binding-arbitration
        clause missing spotify
        clause check draft.md

      Everything lies in $CLAUSE_HOME (else the XDG data folder, ~/.local/share/clause). Answers go to standard \
      output, all else to standard error. Exit codes: 0 found, 1 nothing found, 2 failed, 64 wrong usage. \
      A verdict is a reading by a program and no legal advice.
      """,
    version: Program.version,
    subcommands: [
      PullCommand.self, BuildCommand.self, SearchCommand.self, ShowCommand.self, SimilarCommand.self,
      PrevalenceCommand.self, UnusualCommand.self, CheckCommand.self, CompareCommand.self, ReuseCommand.self,
      MissingCommand.self,
      MatrixCommand.self,
      WhyCommand.self,
      PlatformsCommand.self,
      DocumentsCommand.self,
      StatsCommand.self, VerifyCommand.self, TypesCommand.self, EvaluateCommand.self,
    ])

  static func main() {
    guard let question = SearchQuestion(plain: CommandLine.arguments.dropFirst()) else { return main(nil) }
    do { try Conduct.run(question.answer) } catch { exit(withError: error) }
  }
}
