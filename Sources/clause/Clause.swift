internal import ArgumentParser
internal import ClauseIndex

@main
struct ClauseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "clause")
}
