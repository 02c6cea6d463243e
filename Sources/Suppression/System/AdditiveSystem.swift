/// Cells given as sums of base cells: cell *i* = Σ<sub>j</sub> *M<sub>ij</sub> x<sub>j</sub>*,
/// *x* whole and ≥ 0.
///
/// Everything that is published together, or was published before, is one system: the tables of
/// a cube (``cube(dimensions:tables:empty:)``), linked tables, subsets (identified = referred +
/// not referred), running totals and earlier releases (``init(baseCount:cells:empty:)``).
/// Cells with the same row are one cell to an attacker: they share value and mark.
public struct AdditiveSystem: Sendable {
  /// One cell: its codes, and how many times each base cell counts in it.
  public struct Cell: Sendable, Hashable {
    /// What the cell is called in messages: one code a dimension, or any path.
    public let codes: [String]
    /// Base cells, ascending, each once.
    public let bases: [Int]
    /// As many as `bases`; not zero.
    public let coefficients: [Int]

    /// A cell that sums `bases`, each once.
    public init(codes: [String], bases: [Int]) {
      self.init(codes: codes, terms: bases.map { ($0, 1) })
    }

    /// A cell as a list of (base cell, coefficient); a base cell may come several times.
    public init(codes: [String], terms: [(base: Int, coefficient: Int)]) {
      var sums: [Int: Int] = [:]
      for term in terms { sums[term.base, default: 0] &+= term.coefficient }
      let kept = sums.filter { $0.value != 0 }.sorted { $0.key < $1.key }
      self.codes = codes
      bases = kept.map(\.key)
      coefficients = kept.map(\.value)
    }
  }

  /// How many base cells there are: `0..<baseCount`.
  public let baseCount: Int
  /// The cells, in the caller's order; an index into this array names a cell everywhere.
  public let cells: [Cell]
  /// Base cells that everybody knows to be empty (a combination that cannot occur): always 0.
  public let empty: Set<Int>
  /// For each cell the first cell with the same row (itself when there is none before).
  public let twin: [Int]
  /// Nested partitions of the base cells, finest first: where to look for moves. May be empty.
  let neighbourhoods: [[Int]]
  /// Cells that are sums of other cells, as far as the tables' shape tells. May be empty.
  let sums: [Sum]

  /// A cell and the cells that it sums, each once; each of its base cells is in one of them.
  struct Sum: Sendable {
    let whole: Int
    let parts: [Int]
  }

  /// A system of arbitrary rows.
  ///
  /// - Throws: `malformedSystem` when a row names a base cell outside `0..<baseCount`.
  public init(
    baseCount: Int, cells: [Cell], empty: Set<Int> = []
  ) throws(SuppressionError) {
    try self.init(baseCount: baseCount, cells: cells, empty: empty, neighbourhoods: [], sums: [])
  }

  init(
    baseCount: Int, cells: [Cell], empty: Set<Int>, neighbourhoods: [[Int]], sums: [Sum]
  ) throws(SuppressionError) {
    var first: [Row: Int] = [:]
    var twin: [Int] = []
    twin.reserveCapacity(cells.count)
    for (index, cell) in cells.enumerated() {
      if let low = cell.bases.first, let high = cell.bases.last, low < 0 || high >= baseCount {
        throw .malformedSystem(codes: cell.codes)
      }
      let row = Row(bases: cell.bases, coefficients: cell.coefficients)
      if let known = first[row] {
        twin.append(known)
      } else {
        first[row] = index
        twin.append(index)
      }
    }
    self.baseCount = baseCount
    self.cells = cells
    self.empty = empty
    self.twin = twin
    self.neighbourhoods = neighbourhoods
    self.sums = sums
  }

  /// The same with further cells after the others, as of figures that are public elsewhere.
  func adding(_ further: [Cell]) throws(SuppressionError) -> AdditiveSystem {
    if further.isEmpty { return self }
    return try AdditiveSystem(
      baseCount: baseCount, cells: cells + further, empty: empty,
      neighbourhoods: neighbourhoods, sums: sums)
  }

  /// The value of every cell for a table of base cells.
  ///
  /// - Throws: `negative` for a base cell below zero (named by a cell that holds it), `overflow`
  ///   when a sum passes 2^50, `malformedSystem` when `base` has another length.
  public func values(of base: [Int]) throws(SuppressionError) -> [Int] {
    guard base.count == baseCount else { throw .malformedSystem(codes: []) }
    var values: [Int] = []
    values.reserveCapacity(cells.count)
    for cell in cells {
      var sum = 0
      for (place, coefficient) in zip(cell.bases, cell.coefficients) {
        if base[place] < 0 { throw .negative(codes: cell.codes) }
        let (product, over) = base[place].multipliedReportingOverflow(by: coefficient)
        let (next, beyond) = sum.addingReportingOverflow(product)
        if over || beyond || next.magnitude > Self.largest {
          throw .overflow(codes: cell.codes)
        }
        sum = next
      }
      values.append(sum)
    }
    return values
  }

  /// Checks that given values are those sums.
  ///
  /// - Throws: `doesNotAddUp` with the codes of the first cell that differs, and what
  ///   ``values(of:)`` throws.
  public func check(values: [Int], of base: [Int]) throws(SuppressionError) {
    guard values.count == cells.count else { throw .malformedSystem(codes: []) }
    for (index, value) in try self.values(of: base).enumerated() where value != values[index] {
      throw .doesNotAddUp(codes: cells[index].codes)
    }
  }

  /// Whether a cell has nothing but empty base cells.
  public func isEmpty(_ cell: Int) -> Bool {
    cells[cell].bases.allSatisfy(empty.contains)
  }

  /// Whole numbers up to here stay exact in every sum and in floating point.
  static let largest: UInt = 1 << 50

  /// Cells of a cube at most: a larger one would fill the memory before anything is said.
  static let mostCells = 1 << 22

  private struct Row: Hashable {
    let bases: [Int]
    let coefficients: [Int]
  }
}
