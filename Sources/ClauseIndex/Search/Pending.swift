// A value that another thread makes meanwhile.

internal import Dispatch

/// A value that is being made on another thread.
final class Pending<Value>: @unchecked Sendable {
  private let group = DispatchGroup()
  private var made: Result<Value, any Error>?

  /// Begins to make the value.
  init(_ make: @escaping @Sendable () throws -> Value) {
    DispatchQueue.global(qos: .userInitiated).async(group: group) { [self] in made = Result { try make() } }
  }

  /// The value, waited for.
  ///
  /// - Throws: what making it threw.
  func value() throws -> Value {
    group.wait()
    return try made!.get()
  }
}
