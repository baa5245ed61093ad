// The rows of an index → stretches of rows of one platform, for loops over all clauses.

/// Stretches of rows that belong to one platform each.
struct PlatformRuns: Sendable {
  /// Rows, from 1, of one platform, as index into the platforms.
  struct Run: Sendable {
    var platform: Int
    var rows: Range<Int>
  }

  /// Ascending by row.
  private(set) var runs: [Run] = []

  /// - Parameters:
  ///   - documents: by row − 1, as index into the documents.
  ///   - platforms: by document, as index into the platforms.
  init(documents: [UInt32], platforms: [Int]) {
    for (place, document) in documents.enumerated() {
      let platform = platforms[Int(document)]
      if runs.last?.platform == platform {
        runs[runs.count - 1].rows = runs[runs.count - 1].rows.lowerBound..<(place + 2)
      } else {
        runs.append(Run(platform: platform, rows: (place + 1)..<(place + 2)))
      }
    }
  }
}
