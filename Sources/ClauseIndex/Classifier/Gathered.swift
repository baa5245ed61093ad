// What several threads found, put in order.

internal import Foundation

/// Results of parallel work, each written once at its own index.
final class Gathered<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var values: [Value?]
  private var done = 0

  init(count: Int) { values = Array(repeating: nil, count: count) }

  /// Keeps a value and tells how many there are now.
  @discardableResult
  func set(_ value: Value, at index: Int) -> Int {
    lock.withLock {
      values[index] = value
      done += 1
      return done
    }
  }

  func all() -> [Value] { lock.withLock { values.compactMap { $0 } } }
}
