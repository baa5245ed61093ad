// A value that is made when it is first asked for.

internal import Foundation

/// Makes a value once and keeps it; safe to share between threads.
final class Once<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var made: Value?

  /// The value, made by `make` where it is not yet there.
  ///
  /// What `make` throws is not kept.
  func value(_ make: () throws -> Value) rethrows -> Value {
    try lock.withLock {
      if let made { return made }
      let value = try make()
      made = value
      return value
    }
  }
}
