// Runs one program to its end: arguments and input go in, everything it wrote comes out.

internal import Foundation

/// A program run to its end.
///
/// Not Foundation's `Process`: on Linux that puts the child into a process group of its own, where Ctrl-C at the
/// terminal doesn't reach it, and it would go on writing after we are gone.
enum ChildProcess {
  /// What a program left behind.
  struct Output {
    /// Exit status, or 128 and the number of the signal that ended it.
    var status: Int32
    var standardOutput: [UInt8]
    var standardError: String
  }

  /// Why a program couldn't be started.
  struct StartError: Error {
    var code: Int32
    var reason: String { String(cString: strerror(code)) }
  }

  /// Runs a program, and reads both of its outputs as they fill.
  ///
  /// - Parameters:
  ///   - input: bytes for standard input, given as a nameless file: nothing can block, no broken pipe kills us.
  ///   - progress: receives every line of standard error as it comes.
  /// - Throws: `StartError`.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String], input: [UInt8],
    progress: ((String) -> Void)?
  ) throws(StartError) -> Output {
    let (child, output, errors) = try start(path, arguments, environment, input: input)
    defer {
      close(output)
      close(errors)
    }
    let (standardOutput, standardError) = drain(output, errors, progress)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7f
    return Output(
      status: signal == 0 ? status >> 8 & 0xff : 128 + signal, standardOutput: standardOutput,
      standardError: standardError)
  }

  /// One start at a time: between the making of a pipe and its mark another child could inherit it, and a child that
  /// holds the end of another's pipe keeps its reader waiting.
  private static let starting = NSLock()

  /// Starts a program; returns it with the ends of its outputs to read from.
  private static func start(
    _ path: String, _ arguments: [String], _ environment: [String: String], input: [UInt8]
  ) throws(StartError) -> (child: pid_t, output: Int32, errors: Int32) {
    starting.lock()
    defer { starting.unlock() }
    let output = try makePipe()
    defer { close(output.writing) }
    let errors: (reading: Int32, writing: Int32)
    do throws(StartError) { errors = try makePipe() } catch {
      close(output.reading)
      throw error
    }
    defer { close(errors.writing) }
    do throws(StartError) {
      let child = try spawn(
        path, arguments, environment, input: input, output: output.writing, errors: errors.writing)
      return (child, output.reading, errors.reading)
    } catch {
      close(output.reading)
      close(errors.reading)
      throw error
    }
  }

  private static func spawn(
    _ path: String, _ arguments: [String], _ environment: [String: String], input: [UInt8], output: Int32,
    errors: Int32
  ) throws(StartError) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var file: UnsafeMutablePointer<FILE>?
    defer { if let file { fclose(file) } }
    if input.isEmpty {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    } else {
      guard let made = tmpfile() else { throw StartError(code: errno) }
      file = made
      guard fwrite(input, 1, input.count, made) == input.count, fflush(made) == 0 else {
        throw StartError(code: errno)
      }
      rewind(made)
      posix_spawn_file_actions_adddup2(&actions, fileno(made), 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var child = pid_t()
    let code = posix_spawn(&child, path, &actions, nil, &words, &variables)
    guard code == 0 else { throw StartError(code: code) }
    return child
  }

  /// A pipe whose ends children don't inherit.
  private static func makePipe() throws(StartError) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw StartError(code: errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

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
        let count = read(waiting[index].fd, &buffer, buffer.count)
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
