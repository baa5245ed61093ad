// Platforms, companies and documents of an index → the counts of a clause's prevalence.

/// Who is counted, and where a provision could stand.
struct PrevalenceScope: Sendable {
  /// How many platforms there are.
  let platforms: Int
  /// By row − 1.
  private let platformOfRow: [Int32]
  /// By row − 1: number of the terms type of the clause's document.
  private let typeOfRow: [Int32]
  /// By platform.
  private let companyOf: [Int]
  private let companies: Int
  /// By terms type and platform: whether the platform has such a document.
  private let has: [[Bool]]

  init(_ searcher: Searcher) {
    platforms = searcher.platforms.count
    platformOfRow = searcher.arrays.document.map { Int32(searcher.platformOfDocument[Int($0)]) }
    var numbers: [String: Int] = [:]
    let types = searcher.documents.map { document in
      if let known = numbers[document.termsType] { return known }
      numbers[document.termsType] = numbers.count
      return numbers.count - 1
    }
    typeOfRow = searcher.arrays.document.map { Int32(types[Int($0)]) }
    var has = Array(repeating: [Bool](repeating: false, count: platforms), count: numbers.count)
    for (document, type) in types.enumerated() { has[type][searcher.platformOfDocument[document]] = true }
    self.has = has
    var owners: [String: Int] = [:]
    companyOf = searcher.platforms.map { platform in
      if let known = owners[platform.company] { return known }
      owners[platform.company] = owners.count
      return owners.count - 1
    }
    companies = owners.count
  }

  @inline(__always)
  func platform(ofRow row: Int) -> Int { Int(platformOfRow[row - 1]) }

  /// Counts who shares, lacks and can't be told.
  ///
  /// - Parameters:
  ///   - levels: by platform: how close its wording is; 3 where it does not share the provision.
  ///   - evidence: the clauses that share it, best first.
  func counted(row: Int, _ levels: [UInt8], evidence: some Collection<Int32>) -> ClausePrevalence {
    var prevalence = ClausePrevalence()
    var isCounted = Array(repeating: [Bool](repeating: false, count: companies), count: 4)
    for (platform, level) in levels.enumerated() where level < 3 {
      let company = companyOf[platform]
      prevalence.sharing += 1
      prevalence.platforms[Int(level)] += 1
      if !isCounted[3][company] { prevalence.companies += 1 }
      if !isCounted[Int(level)][company] { prevalence.companiesAt[Int(level)] += 1 }
      isCounted[3][company] = true
      isCounted[Int(level)][company] = true
    }
    // The terms types of a tenth of the evidence or more, and the clause's own, as `prevalence` looks in.
    var counts = [Int](repeating: 0, count: has.count)
    var all = 0
    for row in evidence {
      counts[Int(typeOfRow[Int(row) - 1])] += 1
      all += 1
    }
    let home = Int(typeOfRow[row - 1])
    let standsIn = has.indices.filter { $0 == home || (counts[$0] > 0 && counts[$0] * 10 >= all) }
    let own = platform(ofRow: row)
    for platform in 0..<platforms where platform != own && levels[platform] == 3 {
      if standsIn.contains(where: { has[$0][platform] }) {
        prevalence.lacking += 1
      } else {
        prevalence.unknown += 1
      }
    }
    return prevalence
  }
}
