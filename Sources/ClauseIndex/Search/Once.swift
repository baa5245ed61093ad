// A value that is made when it is first asked for.

internal import Foundation

/// Makes a value once and keeps it; safe to share between threads.
final class Once<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value?

  /// The value, made by `make` where it is not yet there.
  ///
  /// What `make` throws is not kept.
  func value(_ make: () throws -> Value) rethrows -> Value {
    try lock.withLock {
      if let value { return value }
      let made = try make()
      value = made
      return made
    }
  }

  /// The value; nil where it was not asked for yet.
  var made: Value? { lock.withLock { value } }
}
