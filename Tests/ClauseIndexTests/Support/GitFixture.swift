// A small collection in git, with commits at fixed dates and messages as the archive writes them.

import Foundation

@testable import ClauseIndex

/// A git repository made for one test.
struct GitFixture {
  let folder: TemporaryFolder
  private let git: Git

  var path: String { folder.path }

  init() throws {
    folder = try TemporaryFolder()
    git = try Git()
    try run("init", "--quiet", folder.path)
  }

  /// Records files in one commit; a nil text removes the file.
  @discardableResult
  func commit(_ message: String, on day: String, _ files: [String: String?]) throws -> String {
    for (name, text) in files {
      if let text {
        try folder.write(text, to: name)
      } else {
        try FileManager.default.removeItem(atPath: "\(path)/\(name)")
      }
    }
    var environment = ProcessInfo.processInfo.environment
    environment["GIT_AUTHOR_DATE"] = "\(day)T12:00:00Z"
    environment["GIT_COMMITTER_DATE"] = "\(day)T12:00:00Z"
    for name in ["GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"] { environment[name] = "Test" }
    for name in ["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"] { environment[name] = "test@example.org" }
    try run("-C", path, "add", "--all")
    try run("-C", path, "commit", "--quiet", "--message", message, environment: environment)
    let head = try git.read(["rev-parse", "HEAD"], gitFolder: path + "/.git")
    return String(decoding: head, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Bundles everything into a file.
  func bundle(to path: String) throws {
    try run("-C", self.path, "bundle", "create", "--quiet", path, "--all")
  }

  /// Runs git as a person would, with the dates in the environment.
  func run(_ arguments: String..., environment: [String: String]? = nil) throws {
    let output = try ChildProcess.run(
      "/usr/bin/env", ["git"] + arguments, environment: environment ?? ProcessInfo.processInfo.environment,
      input: [], progress: nil)
    if output.status != 0 { throw Problem(message: output.standardError) }
  }

  struct Problem: Error { var message: String }
}
