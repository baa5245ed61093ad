// Which types are there, and how widespread is each? Also: the clauses that are of none.

internal import GRDB

/// The clause types of an index, counted.
public struct TypesAnswer: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// Sector whose platforms are counted; nil for all.
  public var sector: String?
  /// Terms types of the documents that were looked at; nil for all.
  public var termsTypes: [String]?
  /// Platforms that are counted: sharing, lacking and unknown together.
  public var platforms: Int
  /// Clauses in the documents looked at that are of a type.
  public var typed: Int
  /// Clauses in the documents looked at that are of none.
  public var untyped: Int
  /// What the reader should know.
  public var notes: [String]
  /// The types.
  public var types: [TypeSummary]

  enum CodingKeys: String, CodingKey {
    case schema, corpus, sector, platforms, typed, untyped, notes, types
    case termsTypes = "terms_types"
  }
}

/// A clause type and how widespread it is.
public struct TypeSummary: Sendable, Codable {
  /// The type, by id.
  public var type: String
  /// Its name.
  public var name: String
  /// Its category, by id.
  public var category: String
  /// Its category, by name.
  public var categoryName: String
  /// How serious it is for a user, where no condition raises or lowers it.
  public var severity: Severity
  /// Clauses that are of it and count for the verdict of their platform.
  public var clauses: Int
  /// Platforms that share it.
  public var sharing: Int
  /// Platforms that lack it.
  public var lacking: Int
  /// Platforms that can't be told.
  public var unknown: Int
  /// Companies of the platforms that share it.
  public var companies: Int
  /// Share of the platforms that could have it which do, 0…1: sharing / (sharing + lacking); nil where none could.
  public var share: Double?

  enum CodingKeys: String, CodingKey {
    case type, name, category, severity, clauses, sharing, lacking, unknown, companies, share
    case categoryName = "category_name"
  }
}

/// An order of clause types.
public enum TypeOrder: String, Sendable, CaseIterable {
  /// As the catalogue has them: by category.
  case category
  /// The most widespread first, by the share of those that could have it.
  case share
  /// By id.
  case name
  /// Those with the most clauses first.
  case clauses
  /// The most serious first, then the most widespread.
  case severity
}

/// Clauses that are of no type.
public struct UntypedAnswer: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// Clauses of no type in the documents looked at.
  public var total: Int
  /// Clauses in the documents looked at.
  public var of: Int
  /// Seed of the choice; nil where they are given in order.
  public var seed: UInt64?
  /// Some of them.
  public var clauses: [UntypedClause]
}

/// A clause that is of no type.
public struct UntypedClause: Sendable, Codable {
  /// Record id.
  public var clause: String
  /// Platform, by id.
  public var platform: String
  /// Platform, by name.
  public var platformName: String
  /// Terms type of the document.
  public var termsType: String
  /// Headings above it, outermost first, " › " between them.
  public var heading: String
  /// Title; empty where it has none.
  public var title: String
  /// Sentence that leads into it; empty where there is none.
  public var leadIn: String
  /// Text.
  public var text: String
  /// The type that it comes nearest to, by id; nil where it comes near none.
  public var nearest: String?
  /// How near, below 0.5; nil where it comes near none.
  public var confidence: Double?

  enum CodingKeys: String, CodingKey {
    case clause, platform, heading, title, text, nearest, confidence
    case platformName = "platform_name"
    case termsType = "terms_type"
    case leadIn = "lead_in"
  }
}

extension Searcher {
  /// The clause types with the platforms that share each.
  ///
  /// - Parameters:
  ///   - category: only types of this category, by id or name.
  ///   - severity: only types of this severity.
  ///   - regulation: only types that name this law, by id or name.
  ///   - sector: only platforms of this sector are counted.
  ///   - termsTypes: only documents of these kinds are looked at; nil for all.
  ///   - order: the order of the types.
  /// - Throws: ``IndexError/unknownValue(_:of:near:all:)`` for a filter that names what there is not.
  public func types(
    category: String? = nil, severity: Severity? = nil, regulation: String? = nil, sector: String? = nil,
    termsTypes: [String]? = nil, order: TypeOrder = .category
  ) throws -> TypesAnswer {
    let scope = try typeScope(sector: sector, termsTypes: termsTypes)
    return try read { database in
      let catalogue = try catalogue(database)
      let group = try category.map { try catalogue.category(named: $0).id }
      let law = try regulation.map { try catalogue.regulation(named: $0, self) }
      let chosen = catalogue.types.indices.filter { index in
        let type = catalogue.types[index]
        return group.map { type.category == $0 } ?? true
          && severity.map { type.severity.level == $0 } ?? true
          && law.map { law in type.regulations.contains { $0.id == law } } ?? true
      }
      let grid = try typeGrid(catalogue, only: chosen, termsTypes: scope.termsTypes, database)
      let types = chosen.enumerated().map { column, index in
        summary(of: catalogue.types[index], grid.cells[column], catalogue, scope)
      }
      let isTyped = try typedRows(database)
      var counts = (typed: 0, all: 0)
      for row in 1..<(arrays.count + 1) where scope.isLookedAt[Int(arrays.document[row - 1])] {
        counts.all += 1
        if isTyped[row] { counts.typed += 1 }
      }
      return TypesAnswer(
        corpus: corpus.name, sector: scope.sector, termsTypes: scope.termsTypes, platforms: scope.platforms,
        typed: counts.typed, untyped: counts.all - counts.typed,
        notes: catalogue.types.isEmpty ? [Self.noTypes] : [],
        types: order == .category ? types : types.sorted(by: order.isBefore))
    }
  }

  /// What is said where an index has no types.
  static let noTypes = "the index was built without clause types; build it anew with: clause build"

  func summary(
    of type: ClauseType, _ cells: [TypeGrid.Cell], _ catalogue: TypeCatalogue, _ scope: TypeScope
  ) -> TypeSummary {
    let count = counted(cells, scope)
    return TypeSummary(
      type: type.id, name: type.name, category: type.category,
      categoryName: catalogue.category(type.category)?.name ?? type.category, severity: type.severity.level,
      clauses: count.clauses, sharing: count.sharing, lacking: count.lacking, unknown: count.unknown,
      companies: count.companies, share: count.share)
  }

  /// Verdicts of the platforms that count, counted.
  struct VerdictCount {
    var clauses = 0
    var sharing = 0
    var lacking = 0
    var unknown = 0
    var companies = 0

    /// Share of the platforms that could have it which do; nil where none could.
    var share: Double? {
      sharing + lacking == 0 ? nil : (Double(sharing) / Double(sharing + lacking)).rounded4
    }
  }

  func counted(_ cells: [TypeGrid.Cell], _ scope: TypeScope) -> VerdictCount {
    var count = VerdictCount()
    var companies: Set<String> = []
    for (platform, cell) in cells.enumerated() where scope.isCounted[platform] {
      count.clauses += cell.count
      switch cell.verdict {
      case .shares:
        count.sharing += 1
        companies.insert(platforms[platform].company)
      case .lacks: count.lacking += 1
      case .unknown: count.unknown += 1
      }
    }
    count.companies = companies.count
    return count
  }

  /// Clauses that are of no type: none with a confidence of 0.5 or more.
  ///
  /// - Parameters:
  ///   - platform: only clauses of this platform, by id or name.
  ///   - termsTypes: only documents of these kinds; nil for all.
  ///   - limit: clauses at most.
  ///   - seed: chooses at random, the same clauses for the same seed; nil for the order of the index.
  /// - Throws: ``IndexError/unknownPlatform(name:near:)``, or ``IndexError/unknownValue(_:of:near:all:)`` for a
  ///   terms type that there is not.
  public func untyped(
    platform: String? = nil, termsTypes: [String]? = nil, limit: Int = 20, seed: UInt64? = nil
  ) throws -> UntypedAnswer {
    let own = try platform.map { try platformIndex(named: $0) }
    let scope = try typeScope(sector: nil, termsTypes: termsTypes, platform: own)
    return try read { database in
      let catalogue = try catalogue(database)
      let isTyped = try typedRows(database)
      let rows = (1..<(arrays.count + 1)).filter { scope.isLookedAt[Int(arrays.document[$0 - 1])] }
      var untyped = rows.filter { !isTyped[$0] }
      let total = untyped.count
      if let seed {
        var chance = SeededGenerator(seed: seed)
        untyped.shuffle(using: &chance)
      }
      let stored = try StoredClause.fetch(rows: Array(untyped.prefix(limit)), from: database)
      let clauses = try untyped.prefix(limit).compactMap { stored[$0] }.map { clause in
        let near = try StoredTyping.fetch(clause: clause.row, from: database).first
        let owner = platforms[platformOfDocument[clause.document]]
        return UntypedClause(
          clause: clause.id, platform: owner.id, platformName: owner.name,
          termsType: documents[clause.document].termsType, heading: clause.heading, title: clause.title,
          leadIn: clause.leadIn, text: clause.text,
          nearest: near.flatMap {
            catalogue.types.indices.contains($0.type) ? catalogue.types[$0.type].id : nil
          },
          confidence: near?.confidence)
      }
      return UntypedAnswer(
        corpus: corpus.name, total: total, of: rows.count, seed: seed, clauses: clauses)
    }
  }
}

extension TypeOrder {
  /// Whether a type comes before another; the order of the catalogue stays where nothing decides.
  fileprivate func isBefore(_ a: TypeSummary, _ b: TypeSummary) -> Bool {
    let byShare = (b.share ?? -1, b.sharing, a.type) < (a.share ?? -1, a.sharing, b.type)
    return switch self {
    case .category: false
    case .share: byShare
    case .name: a.type < b.type
    case .clauses: (b.clauses, a.type) < (a.clauses, b.type)
    case .severity: a.severity != b.severity ? a.severity > b.severity : byShare
    }
  }
}

extension TypeCatalogue {
  fileprivate func regulation(named name: String, _ searcher: Searcher) throws(IndexError) -> String {
    if let law = regulations.first(where: { $0.name.lowercased() == name.lowercased() }) { return law.id }
    let named = Set(types.flatMap { $0.regulations.map(\.id) })
    return try searcher.known(
      name, of: "regulation", among: regulations.map(\.id).filter { named.contains($0) })
  }
}
