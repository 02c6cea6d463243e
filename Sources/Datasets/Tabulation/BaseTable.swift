/// The finest cells of a dataset. Confidential: nothing that draws or writes may name it.
public struct BaseTable: Sendable {
  /// The name of the dataset's schema.
  public var dataset: String
  /// The period first; then every dimension of the schema, in its order.
  public var dimensions: [Axis]
  /// Sorted by their keys; only combinations that occur.
  public var cells: [BaseCell]

  public init(dataset: String, dimensions: [Axis], cells: [BaseCell]) {
    self.dataset = dataset
    self.dimensions = dimensions
    self.cells = cells
  }
}

/// One dimension of a base table.
public struct Axis: Sendable, Hashable {
  /// The column's name; `period` for the period.
  public var code: String
  /// Category codes in the order of the nomenclature.
  public var categories: [String]

  public init(code: String, categories: [String]) {
    self.code = code
    self.categories = categories
  }
}

/// One combination of the finest categories.
public struct BaseCell: Sendable, Hashable {
  /// A category's position for each axis.
  public var keys: [Int]
  public var count: Int
  /// One a magnitude column, scaled by its decimals.
  public var sums: [Int]
  /// One a magnitude column: what each contributor gives.
  public var contributors: [[Contribution]]

  public init(keys: [Int], count: Int, sums: [Int] = [], contributors: [[Contribution]] = []) {
    self.keys = keys
    self.count = count
    self.sums = sums
    self.contributors = contributors
  }
}

/// What one contributor gives to a magnitude.
public struct Contribution: Sendable, Hashable {
  /// A number for the contributor, the same throughout the dataset.
  public var contributor: Int
  public var amount: Int

  public init(contributor: Int, amount: Int) {
    self.contributor = contributor
    self.amount = amount
  }
}
