// A value that another thread makes meanwhile.

internal import Dispatch

/// A value that is being made on another thread.
final class Pending<Value: Sendable>: @unchecked Sendable {
  private let group = DispatchGroup()
  private var made: Value?

  /// Begins to make the value.
  init(_ make: @escaping @Sendable () -> Value) {
    DispatchQueue.global(qos: .userInitiated).async(group: group) { [self] in made = make() }
  }

  /// The value, waited for.
  func value() -> Value {
    group.wait()
    return made!
  }
}
