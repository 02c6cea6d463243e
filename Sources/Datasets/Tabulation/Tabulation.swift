/// A table for the committee's own desk. CONFIDENTIAL: exact counts, nothing protected.
public struct Tabulation: Sendable, Hashable {
  /// The columns that it is by, as the file's header has them.
  public var by: [String]
  /// The column that is summed.
  public var sum: String?
  /// Digits after the decimal mark of every sum.
  public var decimals: Int
  /// Sorted by category, a margin after what it is the sum of.
  public var cells: [Cell]
  public var rows: Int

  public struct Cell: Sendable, Hashable {
    /// One for each column; nil where the cell is a margin over it.
    public var categories: [String?]
    public var count: Int
    /// In units of 10⁻ᵈ, `d` being the decimals.
    public var sum: Int
  }

  /// Nil where a sum of sums overflows.
  static func cells(
    of base: [[Int]: (count: Int, sum: Int)], names: [[String]], isCube: Bool
  ) -> [Cell]? {
    let width = names.count
    // A margin has the code after the last category, and so sorts after all of them.
    var all: [[Int]: (count: Int, sum: Int)] = [:]
    for mask in 0..<(isCube ? 1 << width : 1) {
      for (key, numbers) in base {
        var key = key
        for index in 0..<width where mask >> index & 1 == 1 { key[index] = names[index].count }
        let before = all[key] ?? (0, 0)
        let (sum, overflow) = before.sum.addingReportingOverflow(numbers.sum)
        if overflow { return nil }
        all[key] = (before.count + numbers.count, sum)
      }
    }
    return all.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, numbers in
      Cell(
        categories: key.enumerated().map { index, code in
          code < names[index].count ? names[index][code] : nil
        }, count: numbers.count, sum: numbers.sum)
    }
  }
}
