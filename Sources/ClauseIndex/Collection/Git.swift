// Runs the git command: arguments and input go in, what git wrote comes out whole.

internal import Foundation

/// The `git` command of this computer.
struct Git: Sendable {
  private let executable: String
  private let environment: [String: String]

  /// Settings that would change what git prints or start programs of the user's; the rest of the user's settings
  /// (proxies, certificates) is wanted.
  private static let settings = [
    "core.quotePath=false", "color.ui=false", "log.showSignature=false", "log.mailmap=false",
    "diff.renames=false",
    "credential.helper=", "gc.autoDetach=false", "maintenance.autoDetach=false", "init.defaultBranch=main",
    "advice.detachedHead=false", "core.hooksPath=/dev/null",
  ].flatMap { ["-c", $0] }

  /// Finds git on the search path.
  ///
  /// - Parameter environment: variables to work in; nil for those of this process.
  /// - Throws: `IndexError.gitNotFound`.
  init(environment: [String: String]? = nil) throws(IndexError) {
    var environment = environment ?? ProcessInfo.processInfo.environment
    let searchPath = environment["PATH"] ?? ""
    let found = searchPath.split(separator: ":").lazy.map { "\($0)/git" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { throw .gitNotFound(searchPath: searchPath) }
    executable = found
    // A hook or an alias that started us leaves GIT_DIR and the like behind: they would redirect every command.
    let kept = [
      "GIT_SSL_", "GIT_HTTP_", "GIT_PROXY_", "GIT_SSH", "GIT_TRACE", "GIT_EXEC_PATH", "GIT_CONFIG_GLOBAL",
    ]
    for name in environment.keys where name.hasPrefix("GIT_") && !kept.contains(where: { name.hasPrefix($0) })
    {
      environment[name] = nil
    }
    environment["GIT_TERMINAL_PROMPT"] = "0"
    environment["GIT_ASKPASS"] = "true"
    environment["GIT_OPTIONAL_LOCKS"] = "0"
    environment["LC_ALL"] = "C"
    // Give up on a line that carries under 1,000 bytes a second for a minute, rather than hang.
    environment["GIT_HTTP_LOW_SPEED_LIMIT"] = "1000"
    environment["GIT_HTTP_LOW_SPEED_TIME"] = "60"
    self.environment = environment
  }

  /// Runs a command to its end.
  ///
  /// - Parameters:
  ///   - arguments: command and options.
  ///   - gitFolder: the repository, named outright so that git never takes one further up instead.
  ///   - input: bytes for standard input.
  ///   - progress: receives every line of standard error as it comes.
  /// - Throws: `IndexError.gitNotFound` where git can't be started.
  func run(
    _ arguments: [String], gitFolder: String? = nil, input: [UInt8] = [], progress: ((String) -> Void)? = nil
  ) throws(IndexError) -> ChildProcess.Output {
    let folder = gitFolder.map { ["--git-dir=\($0)"] } ?? []
    do {
      return try ChildProcess.run(
        executable, folder + Git.settings + arguments, environment: environment, input: input,
        progress: progress)
    } catch {
      throw .gitNotFound(searchPath: "\(executable): \(error.reason)")
    }
  }

  /// Runs a command that must succeed, and returns what it wrote.
  ///
  /// - Throws: `IndexError.gitFailed` with git's own words.
  func read(_ arguments: [String], gitFolder: String, input: [UInt8] = []) throws(IndexError) -> [UInt8] {
    let output = try run(arguments, gitFolder: gitFolder, input: input)
    guard output.status == 0 else {
      throw .gitFailed(
        command: arguments[0], repository: gitFolder,
        message: Git.message(output.standardError, output.status))
    }
    return output.standardOutput
  }

  /// What an error text says, in one line: the errors in it, else its last lines.
  static func message(_ standardError: String, _ status: Int32) -> String {
    let lines = standardError.split(whereSeparator: \.isNewline).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    var telling = lines.filter { $0.hasPrefix("fatal: ") || $0.hasPrefix("error: ") }.map {
      String($0.dropFirst(7))
    }
    // Git adds this sentence to whatever went wrong at the other end.
    if telling.count > 1 { telling.removeAll { $0.hasPrefix("Could not read from remote repository") } }
    let chosen = telling.isEmpty ? Array(lines.suffix(2)) : telling
    if chosen.isEmpty { return "git ended with status \(status)" }
    return chosen.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }.joined(separator: "; ")
  }
}
