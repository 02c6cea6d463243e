import Languages
public import Partnership
public import Publication

/// What one release showed: published values and marks, by cell code, and the rules in force; no
/// raw value.
public struct Release: Sendable, Hashable, Codable {
  /// `2025-annual`: a word for its address.
  public let name: String
  /// ISO 8601.
  public let date: String
  /// The threshold of each class when it was made.
  public let thresholds: [String: Int]
  /// In order of their codes.
  public let cells: [Cell]

  /// One cell as it was shown.
  public struct Cell: Sendable, Hashable, Codable {
    /// The table's code, then one category code a dimension.
    public let codes: [String]
    /// Scaled by 10 to the power of `decimals`; nil where a mark stands.
    public let units: Int?
    public let decimals: Int
    public let mark: String?
  }

  /// What a record shows, under a name.
  ///
  /// - Parameter date: the day of the content, ISO 8601.
  public init(name: String, date: String, record: PublishedRecord, compact: Compact) {
    self.name = name
    self.date = date
    thresholds = compact.classes.reduce(into: [:]) { $0[$1.code] = $1.threshold }
    cells = record.tables.flatMap { table in
      table.figures.enumerated().map { position, figure in
        Cell(
          codes: [table.code] + table.path(at: position), units: figure.value?.units,
          decimals: figure.value?.decimals ?? 0, mark: figure.mark)
      }
    }
    .sorted { $0.codes.lexicographicallyPrecedes($1.codes) }
  }
}

extension PublishedTable {
  /// One category code a dimension, of the cell at a row-major position.
  func path(at position: Int) -> [String] {
    var rest = position
    var path: [String] = []
    for dimension in dimensions.reversed() where !dimension.categories.isEmpty {
      path.append(dimension.categories[rest % dimension.categories.count].code)
      rest /= dimension.categories.count
    }
    return path.reversed()
  }
}
