/// Everything of the data that the public may see: all tables that passed the gate together, and
/// what is said of those that did not.
public struct PublishedRecord: Sendable, Hashable {
  /// In order of code.
  public let tables: [PublishedTable]
  public let withheld: [WithheldBreakdown]
  public let statement: [TableStatement]

  @_spi(Gate) public init(
    tables: [PublishedTable], withheld: [WithheldBreakdown], statement: [TableStatement]
  ) {
    self.tables = tables
    self.withheld = withheld
    self.statement = statement
  }

  public func table(_ code: String) -> PublishedTable? { tables.first { $0.code == code } }

  /// The main table of a series: one figure a period.
  public func main(of series: String) -> PublishedTable? { table(series) }

  /// The breakdowns of a series, in order of worth.
  public func breakdowns(of series: String) -> [PublishedTable] {
    tables.filter { $0.series == series && $0.dimensions.count > 1 }
  }

  public var hasDemonstrationData: Bool { tables.contains { $0.provenance.isDemonstration } }
}

/// A breakdown that is not published, and by which rule; never how far it missed.
public struct WithheldBreakdown: Sendable, Hashable {
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    /// Too many of its cells would be hidden.
    case hiddenShare = "hidden-share"
    case maximumCrossing = "maximum-crossing"
    case forbiddenCrossing = "forbidden-crossing"
    case finestGeography = "finest-geography"
  }

  public let series: String
  /// The dimensions' codes.
  public let dimensions: [String]
  public let rule: Rule

  @_spi(Gate) public init(series: String, dimensions: [String], rule: Rule) {
    self.series = series
    self.dimensions = dimensions
    self.rule = rule
  }
}

/// How many cells of a table are hidden, for the confidentiality page.
public struct TableStatement: Sendable, Hashable {
  public let table: String
  public let confidentiality: String
  public let cells: Int
  public let hidden: Int

  @_spi(Gate) public init(table: String, confidentiality: String, cells: Int, hidden: Int) {
    self.table = table
    self.confidentiality = confidentiality
    self.cells = cells
    self.hidden = hidden
  }
}
