// Things that are costly to make and serve one thread at a time.

internal import Foundation

/// Lends things that serve one thread at a time and are used again when they come back.
final class Pool<Value: AnyObject>: @unchecked Sendable {
  private let lock = NSLock()
  private var free: [Value] = []
  private let isKept: @Sendable (Value) -> Bool

  /// - Parameter isKept: whether what comes back is worth being used again.
  init(keeping isKept: @escaping @Sendable (Value) -> Bool = { _ in true }) {
    self.isKept = isKept
  }

  /// One that nobody else has, made where none is free; it comes back when the last reference to what is returned is
  /// gone.
  func lend(orMake make: () throws -> Value) throws -> Lent<Value> {
    let used = lock.withLock { free.popLast() }
    return Lent(try used ?? make(), from: self)
  }

  fileprivate func takeBack(_ value: Value) {
    if isKept(value) { lock.withLock { free.append(value) } }
  }
}

/// Something of a ``Pool``, or of nobody.
///
/// Hold this for as long as the value is in use, by ``use(_:)`` or in the same object: what somebody still holds when this
/// is gone is not lent again.
final class Lent<Value: AnyObject> {
  private(set) var value: Value
  private let pool: Pool<Value>?

  init(_ value: Value, from pool: Pool<Value>? = nil) {
    self.value = value
    self.pool = pool
  }

  /// Calls `body` with the value, which stays lent meanwhile.
  func use<Result>(_ body: (Value) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(self) { try body(value) }
  }

  deinit { if let pool, isKnownUniquelyReferenced(&value) { pool.takeBack(value) } }
}
