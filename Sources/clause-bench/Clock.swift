// Work → how long it took: by the clock on the wall, on this thread, and on all threads of the process.

internal import Foundation

/// Times of one piece of work, in milliseconds.
struct Duration: Equatable {
  /// By the clock on the wall.
  var wall: Double
  /// Spent by the thread that asked (`CLOCK_THREAD_CPUTIME_ID`).
  var thread: Double
  /// Spent by all threads of the process (`CLOCK_PROCESS_CPUTIME_ID`); more than `thread` where others helped.
  var process: Double
}

enum Clock {
  /// Does work and times it.
  static func time<Value>(_ work: () throws -> Value) rethrows -> (value: Value, took: Duration) {
    let process = read(CLOCK_PROCESS_CPUTIME_ID)
    let thread = read(CLOCK_THREAD_CPUTIME_ID)
    let wall = read(CLOCK_MONOTONIC)
    let value = try work()
    let took = Duration(
      wall: read(CLOCK_MONOTONIC) - wall, thread: read(CLOCK_THREAD_CPUTIME_ID) - thread,
      process: read(CLOCK_PROCESS_CPUTIME_ID) - process)
    return (value, took)
  }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }
}
