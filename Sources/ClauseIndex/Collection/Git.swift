// Runs the git command: arguments and input go in, what git wrote comes out whole.

internal import Foundation

/// The `git` command of this computer.
struct Git: Sendable {
  /// What a command left behind.
  struct Output {
    var status: Int32
    var standardOutput: [UInt8]
    var standardError: String
  }

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
  ) throws(IndexError) -> Output {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = (gitFolder.map { ["--git-dir=\($0)"] } ?? []) + Git.settings + arguments
    process.environment = environment
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    let output: Pipe
    let errors: Pipe
    do {
      // One start at a time: a child would else inherit, and hold open, the pipes of another.
      (output, errors) = try Git.starting.withLock {
        let output = Pipe()
        let errors = Pipe()
        process.standardInput = try Git.file(holding: input)
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        return (output, errors)
      }
    } catch {
      throw .gitNotFound(searchPath: "\(executable): \(error)")
    }
    let (standardOutput, standardError) = Git.drain(
      output.fileHandleForReading.fileDescriptor, errors.fileHandleForReading.fileDescriptor, progress)
    ended.wait()
    return Output(
      status: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus,
      standardOutput: standardOutput, standardError: standardError)
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

  /// The lines of an error text that matter, in one line.
  static func message(_ standardError: String, _ status: Int32) -> String {
    let lines = standardError.split(whereSeparator: \.isNewline).map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let telling = lines.filter { $0.hasPrefix("fatal: ") || $0.hasPrefix("error: ") }
    let chosen = telling.isEmpty ? Array(lines.suffix(2)) : telling
    if chosen.isEmpty { return "git ended with status \(status)" }
    return chosen.map { String($0.dropFirst(telling.isEmpty ? 0 : 7)) }.joined(separator: "; ")
  }

  private static let starting = NSLock()

  /// A nameless file rather than a pipe: nothing can block, and no broken pipe kills this process.
  private static func file(holding bytes: [UInt8]) throws -> FileHandle {
    if bytes.isEmpty { return FileHandle.nullDevice }
    guard let file = tmpfile() else { throw CocoaError(.fileWriteUnknown) }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0 else {
      throw CocoaError(.fileWriteOutOfSpace)
    }
    rewind(file)
    return FileHandle(fileDescriptor: dup(fileno(file)), closeOnDealloc: true)
  }

  /// Reads both pipes as they fill, so that neither can stall the child.
  private static func drain(
    _ output: Int32, _ errors: Int32, _ progress: ((String) -> Void)?
  ) -> (output: [UInt8], errors: String) {
    var collected: [UInt8] = []
    var messages: [UInt8] = []
    var line: [UInt8] = []
    var waiting = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
    ]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while waiting.contains(where: { $0.fd >= 0 }) {
      if poll(&waiting, nfds_t(waiting.count), -1) < 0 {
        if errno == EINTR { continue }
        break
      }
      for index in waiting.indices where waiting[index].fd >= 0 && waiting[index].revents != 0 {
        let count = Foundation.read(waiting[index].fd, &buffer, buffer.count)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 {
          waiting[index].fd = -1
        } else if index == 0 {
          collected.append(contentsOf: buffer[..<count])
        } else {
          messages.append(contentsOf: buffer[..<count])
          guard let progress else { continue }
          for byte in buffer[..<count] {
            if byte != 10 && byte != 13 {
              line.append(byte)
            } else if !line.isEmpty {
              progress(String(decoding: line, as: UTF8.self))
              line.removeAll(keepingCapacity: true)
            }
          }
        }
      }
    }
    return (collected, String(decoding: messages, as: UTF8.self))
  }
}
