/// The finest cells of a dataset: every count that anything published of it is a sum of.
///
/// CONFIDENTIAL: it holds exact counts of people. Only the gate may be given one.
public struct BaseTable: Sendable {
  /// The name of the schema.
  public var dataset: String
  /// The period first, then the dimensions in the schema's order.
  public var dimensions: [Axis]
  /// The magnitude columns, in the schema's order.
  public var amounts: [AmountColumn]
  /// Sorted by keys; only combinations that occur.
  public var cells: [BaseCell]

  public init(
    dataset: String, dimensions: [Axis], amounts: [AmountColumn], cells: [BaseCell]
  ) {
    self.dataset = dataset
    self.dimensions = dimensions
    self.amounts = amounts
    self.cells = cells
  }
}

/// One dimension of a base table: the closed list of its categories.
public struct Axis: Sendable, Hashable {
  /// The name of the column.
  public var code: String
  /// The nomenclature of its categories; nil for the period.
  public var nomenclature: String?
  /// The codes of the categories, in nomenclature order; `Y0`, `Y1`… for the period.
  public var categories: [String]
  public var isPeriod: Bool

  public init(code: String, nomenclature: String?, categories: [String], isPeriod: Bool) {
    self.code = code
    self.nomenclature = nomenclature
    self.categories = categories
    self.isPeriod = isPeriod
  }
}

/// A magnitude: money, hours.
public struct AmountColumn: Sendable, Hashable {
  /// The name of the column.
  public var code: String
  /// Amounts are whole numbers of 10⁻ᵈ units, `d` being this.
  public var decimals: Int

  public init(code: String, decimals: Int) {
    self.code = code
    self.decimals = decimals
  }
}

/// One combination of the finest categories that occurs in the data. CONFIDENTIAL.
public struct BaseCell: Sendable, Hashable {
  /// The index of the category on each axis.
  public var keys: [Int]
  /// Records, or the sum of the count column where the data came aggregated.
  public var count: Int
  /// One for each amount column, scaled by its decimals.
  public var sums: [Int]
  /// For each amount column, what each contributor gave, largest first. Where the schema has no
  /// contributor column, every row is its own contributor, and only the largest are kept
  /// (`Contribution.kept`).
  public var contributors: [[Contribution]]

  public init(keys: [Int], count: Int, sums: [Int], contributors: [[Contribution]]) {
    self.keys = keys
    self.count = count
    self.sums = sums
    self.contributors = contributors
  }
}

/// What one contributor gave to one cell. CONFIDENTIAL.
public struct Contribution: Sendable, Hashable {
  /// How many of the largest rows are kept for a cell without a contributor column: more than any
  /// dominance rule asks of.
  public static let kept = 8

  /// Numbered over the dataset, without its name; −1 for a row where no column names one.
  public var contributor: Int
  /// Scaled by the decimals of its column.
  public var amount: Int

  public init(contributor: Int, amount: Int) {
    self.contributor = contributor
    self.amount = amount
  }
}
