/// The choice of what to hide as a program: 0 or 1 for each column, with all rows known so far; and
/// its relaxation, where a column may be anything between.
struct Master {
  let cost: [Double]
  private(set) var rows: [MasterRow] = []
  private var known: Set<[Int]> = []
  private let relaxed: LinearProgram

  init(cost: [Double]) {
    self.cost = cost
    relaxed = LinearProgram(
      starts: [Int32](repeating: 0, count: cost.count + 1), rows: [], coefficients: [],
      lower: [Double](repeating: 0, count: cost.count),
      upper: [Double](repeating: 1, count: cost.count), cost: cost, rowLower: [], rowUpper: [])
  }

  /// Adds rows that are not there yet.
  ///
  /// - Returns: how many.
  @discardableResult
  mutating func add(_ new: [MasterRow]) -> Int {
    var added = 0
    for row in new {
      let name =
        row.terms.flatMap { [$0.column, Int(($0.coefficient * 1e6).rounded())] }
        + [Int((row.least * 1e6).rounded())]
      guard known.insert(name).inserted else { continue }
      rows.append(row)
      relaxed.addRow(
        row.terms.map { Int32($0.column) }, row.terms.map(\.coefficient), row.least,
        LinearProgram.infinity)
      added += 1
    }
    return added
  }

  /// The least cost of the relaxation and where; `nil` when nothing fits the rows.
  func relaxation() -> (cost: Double, point: [Double])? {
    guard relaxed.solveDual() == .optimal else { return nil }
    return (relaxed.objective, relaxed.values)
  }

  /// The least cost of whole columns.
  func solve(below ceiling: Double, nodes: Int) -> BinaryProgram.Answer {
    BinaryProgram(cost: cost, rows: rows, ceiling: ceiling, nodes: nodes).solve()
  }
}
