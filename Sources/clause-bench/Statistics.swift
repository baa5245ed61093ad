// Numbers → the middle one, and the one that ninety-nine in a hundred do not pass.

/// Median and 99th percentile of some numbers.
struct Spread: Codable, Equatable {
  var median: Double
  var p99: Double

  /// - Parameter numbers: at least one number, in any order.
  init(_ numbers: [Double]) {
    median = numbers.median
    p99 = numbers.percentile(99)
  }
}

extension [Double] {
  /// The middle number; of an even count the mean of the two in the middle.
  ///
  /// NaN of none.
  var median: Double {
    guard !isEmpty else { return .nan }
    let sorted = sorted()
    let middle = count / 2
    return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// The smallest number that at least so many in a hundred do not pass (nearest rank).
  ///
  /// NaN of none.
  func percentile(_ percent: Double) -> Double {
    guard !isEmpty else { return .nan }
    let rank = Int((percent / 100 * Double(count)).rounded(.up))
    return sorted()[Swift.min(count, Swift.max(1, rank)) - 1]
  }
}
