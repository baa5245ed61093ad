// clause pull: collections → data folder.

internal import ArgumentParser
internal import ClauseIndex

struct PullCommand: Question {
  static let configuration = CommandConfiguration(
    commandName: "pull", abstract: "Get the collections, or bring them up to date.")
  func answer() throws -> Bool { false }
}
