// Which of these platforms has which of these clause types? Types × platforms → a table of verdicts with totals.

internal import GRDB

/// Verdicts of platforms on clause types, side by side.
public struct TypeComparison: Sendable, Codable {
  /// Number of this layout.
  public var schema = 1
  /// Name of the corpus.
  public var corpus: String
  /// Date of the newest commit of its collections, ISO 8601; nil where they have no history.
  public var date: String?
  /// Terms types of the documents that were looked at; nil for all.
  public var termsTypes: [String]?
  /// Sector of the platforms; nil where none was asked for.
  public var sector: String?
  /// Platforms of the index, whether compared or not.
  public var total: Int
  /// Verdicts "shares".
  public var sharing: Int
  /// Verdicts "lacks".
  public var lacking: Int
  /// Verdicts "unknown".
  public var unknown: Int
  /// The platforms with their totals.
  public var platforms: [Column]
  /// One type a row, grouped by category.
  public var types: [Row]

  /// A platform with its totals over the types compared.
  public struct Column: Sendable, Codable {
    /// Platform, by id.
    public var platform: String
    /// Platform, by name.
    public var name: String
    /// Owner of the platform.
    public var company: String
    /// Sector of the platform.
    public var sector: String
    /// Types that it shares.
    public var sharing: Int
    /// Types that it lacks.
    public var lacking: Int
    /// Types of which it can't be told.
    public var unknown: Int
  }

  /// A type with its totals over the platforms compared.
  public struct Row: Sendable, Codable {
    /// Type, by id.
    public var type: String
    /// Type, by name.
    public var name: String
    /// Category, by id.
    public var category: String
    /// Category, by name.
    public var categoryName: String
    /// Severity of the type.
    public var severity: Severity
    /// Platforms compared that share it.
    public var sharing: Int
    /// Platforms compared that lack it.
    public var lacking: Int
    /// Platforms compared that can't be told.
    public var unknown: Int
    /// Platforms of the whole index that share it.
    public var sharingOfAll: Int
    /// Platforms of the whole index that share or lack it.
    public var ableOfAll: Int
    /// The verdicts, in the order of the platforms.
    public var cells: [Cell]

    enum CodingKeys: String, CodingKey {
      case type, name, category, severity, sharing, lacking, unknown, cells
      case categoryName = "category_name"
      case sharingOfAll = "sharing_of_all"
      case ableOfAll = "able_of_all"
    }
  }

  /// A platform's verdict on a type.
  public struct Cell: Sendable, Codable {
    /// Platform, by id.
    public var platform: String
    /// Shares, lacks or unknown.
    public var verdict: Verdict
    /// How surely the verdict is right, 0…1; 0 for unknown.
    public var confidence: Double
    /// The highest severity among the clauses that it rests on; nil where the verdict is not "shares".
    public var severity: Severity?
    /// Record ids of the clauses that it rests on, most confident first; of "lacks" the nearest that was found.
    public var clauses: [String]
  }

  enum CodingKeys: String, CodingKey {
    case schema, corpus, date, sector, total, sharing, lacking, unknown, platforms, types
    case termsTypes = "terms_types"
  }
}

extension Searcher {
  /// The verdicts of some platforms on some clause types, side by side.
  ///
  /// - Parameters:
  ///   - selectors: types by id or name, `category:disputes`, `severity:high`, or `all`.
  ///   - names: platforms by id or name, in this order; empty for all of the sector.
  ///   - sector: sector of the platforms; nil for any.
  ///   - termsTypes: documents to look at; nil for all. A verdict is then about these documents alone.
  /// - Throws: ``IndexError/unknownType(id:near:)``, ``IndexError/unknownPlatform(name:near:)`` or
  ///   ``IndexError/unknownValue(_:of:near:all:)`` for what there is not, with the nearest names.
  public func compare(
    types selectors: [String], platforms names: [String] = [], sector: String? = nil,
    termsTypes: [String]? = nil
  ) throws -> TypeComparison {
    let scope = try typeScope(sector: sector, termsTypes: termsTypes)
    let named = try names.map { try platformIndex(named: $0) }.distinct
    let chosen = (named.isEmpty ? Array(platforms.indices) : named).filter { scope.isCounted[$0] }
    return try read { database in
      let catalogue = try catalogue(database)
      let types = try catalogue.indices(selectedBy: selectors).sorted()
      let grid = try typeGrid(catalogue, only: types, termsTypes: scope.termsTypes, database)
      let ids = try clauseIDs(
        grid.cells.flatMap { column in chosen.flatMap { column[$0].evidence } }, database)
      let rows = grid.types.enumerated().map { column, type in
        row(catalogue, type, grid.cells[column], chosen, ids)
      }
      let columns = chosen.enumerated().map { place, platform in
        let verdicts = rows.map { $0.cells[place].verdict }
        return TypeComparison.Column(
          platform: platforms[platform].id, name: platforms[platform].name,
          company: platforms[platform].company, sector: platforms[platform].sector,
          sharing: verdicts.count { $0 == .shares }, lacking: verdicts.count { $0 == .lacks },
          unknown: verdicts.count { $0 == .unknown })
      }
      return TypeComparison(
        corpus: corpus.name, date: corpus.date, termsTypes: scope.termsTypes, sector: scope.sector,
        total: platforms.count,
        sharing: rows.reduce(0) { $0 + $1.sharing }, lacking: rows.reduce(0) { $0 + $1.lacking },
        unknown: rows.reduce(0) { $0 + $1.unknown }, platforms: columns, types: rows)
    }
  }

  private func row(
    _ catalogue: TypeCatalogue, _ type: Int, _ all: [TypeGrid.Cell], _ chosen: [Int], _ ids: [Int: String]
  ) -> TypeComparison.Row {
    let cells = chosen.map { all[$0] }
    let (definition, sharing) = (catalogue.types[type], all.count { $0.verdict == .shares })
    return TypeComparison.Row(
      type: definition.id, name: definition.name, category: definition.category,
      categoryName: catalogue.category(definition.category)?.name ?? definition.category,
      severity: definition.severity.level, sharing: cells.count { $0.verdict == .shares },
      lacking: cells.count { $0.verdict == .lacks }, unknown: cells.count { $0.verdict == .unknown },
      sharingOfAll: sharing, ableOfAll: sharing + all.count { $0.verdict == .lacks },
      cells: zip(chosen, cells).map { platform, cell in
        TypeComparison.Cell(
          platform: platforms[platform].id, verdict: cell.verdict, confidence: cell.confidence.rounded4,
          severity: cell.severity, clauses: cell.evidence.compactMap { ids[$0] })
      })
  }
}
