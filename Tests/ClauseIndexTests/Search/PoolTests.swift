import Testing

@testable import ClauseIndex

@Suite("Things that are lent")
struct PoolTests {
  private final class Thing {}

  @Test("come back when they are let go, but not while somebody still holds them")
  func comesBack() throws {
    let pool = Pool<Thing>()
    let first = try pool.lend { Thing() }.use { ObjectIdentifier($0) }
    let kept = try pool.lend { Thing() }.use { $0 }
    #expect(ObjectIdentifier(kept) == first)
    // Its loan is over, but it is still in use here.
    let other = try pool.lend { Thing() }
    other.use { #expect($0 !== kept) }
    #expect(try pool.lend { Thing() }.use { $0 !== kept && $0 !== other.value })
  }
}
