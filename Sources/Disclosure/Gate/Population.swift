import Datasets
import Partnership
import Suppression

/// The unknowns of an attacker: every combination of categories that could occur in a dataset, in
/// the columns that its tables use, with the true value of each.
///
/// A combination that no record has is an unknown as well: that it is zero is not published.
struct Population {
  /// Positions of the used axes in the base table; the period is the first.
  let axes: [Int]
  /// How many categories each used axis has.
  let sizes: [Int]
  let values: [Int]
  /// For magnitudes: what each contributor gives to each base cell.
  let contributions: [[Contribution]]

  /// More unknowns than this are refused with a finding: such a table is no public table.
  static let largest = 2_000_000

  /// - Parameters:
  ///   - amount: the position of the magnitude column among the base table's sums; nil for counts.
  ///   - keep: which base cells belong to the measure (its filter).
  /// - Returns: nil where there would be too many unknowns.
  init?(
    _ base: BaseTable, axes: [Int], amount: Int?, keep: (BaseCell) -> Bool
  ) {
    self.axes = axes
    sizes = axes.map { base.dimensions[$0].categories.count }
    var count = 1
    for size in sizes {
      let (product, overflow) = count.multipliedReportingOverflow(by: max(1, size))
      guard !overflow, product <= Self.largest else { return nil }
      count = product
    }
    var values = [Int](repeating: 0, count: count)
    var contributions = [[Contribution]](repeating: [], count: amount == nil ? 0 : count)
    for cell in base.cells where keep(cell) {
      var position = 0
      for (axis, size) in zip(axes, sizes) { position = position * size + cell.keys[axis] }
      if let amount {
        values[position] += cell.sums[amount]
        contributions[position] += cell.contributors[amount]
      } else {
        values[position] += cell.count
      }
    }
    self.values = values
    self.contributions = contributions
  }

  /// The unknowns that a cell sums, ascending.
  ///
  /// - Parameter wanted: for each axis of the base table the categories summed; all where absent.
  func members(_ wanted: [Int: Set<Int>]) -> [Int] {
    var positions = [0]
    for (axis, size) in zip(axes, sizes) {
      let chosen = wanted[axis].map { $0.sorted() } ?? Array(0..<size)
      positions = positions.flatMap { start in chosen.map { start * size + $0 } }
    }
    return positions
  }
}
