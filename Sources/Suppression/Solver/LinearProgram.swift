import CClp

/// A linear program held by Clp: columns between bounds, rows between bounds, least cost.
///
/// All pointers into Clp stay in this file; every index is checked against the sizes that the
/// program was made with.
@safe final class LinearProgram {
  enum Outcome { case optimal, infeasible, unsolved }

  let columnCount: Int
  private(set) var rowCount: Int
  private let model: UnsafeMutableRawPointer

  /// A sparse program by columns: `starts` has one more entry than there are columns.
  init(
    starts: [Int32], rows: [Int32], coefficients: [Double], lower: [Double], upper: [Double],
    cost: [Double], rowLower: [Double], rowUpper: [Double]
  ) {
    columnCount = lower.count
    rowCount = rowLower.count
    unsafe model = Clp_newModel()
    unsafe Clp_setLogLevel(model, 0)
    unsafe Clp_loadProblem(
      model, Int32(lower.count), Int32(rowLower.count), starts, rows, coefficients, lower, upper,
      cost, rowLower, rowUpper)
    unsafe Clp_scaling(model, 0)
    unsafe Clp_setPerturbation(model, 100)
  }

  deinit { unsafe Clp_deleteModel(model) }

  /// Clp's infinity.
  static let infinity = Double.greatestFiniteMagnitude

  func setBounds(_ column: Int, _ lower: Double, _ upper: Double) {
    precondition(column >= 0 && column < columnCount)
    unsafe Clp_columnLower(model)[column] = lower
    unsafe Clp_columnUpper(model)[column] = upper
  }

  func bounds(_ column: Int) -> (lower: Double, upper: Double) {
    precondition(column >= 0 && column < columnCount)
    return unsafe (Clp_columnLower(model)[column], Clp_columnUpper(model)[column])
  }

  func setCost(_ column: Int, _ cost: Double) {
    precondition(column >= 0 && column < columnCount)
    unsafe Clp_objective(model)[column] = cost
  }

  func setRow(_ row: Int, _ lower: Double, _ upper: Double) {
    precondition(row >= 0 && row < rowCount)
    unsafe Clp_rowLower(model)[row] = lower
    unsafe Clp_rowUpper(model)[row] = upper
  }

  /// Adds one row.
  func addRow(_ columns: [Int32], _ coefficients: [Double], _ lower: Double, _ upper: Double) {
    unsafe Clp_addRows(
      model, 1, [lower], [upper], [0, Int32(columns.count)], columns, coefficients)
    rowCount += 1
  }

  func removeLastRow() {
    precondition(rowCount > 0)
    rowCount -= 1
    unsafe Clp_deleteRows(model, 1, [Int32(rowCount)])
  }

  /// All columns at their lower bound, all rows basic: feasible in the dual when costs are ≥ 0.
  func resetBasis() {
    unsafe statuses.update(repeating: 3, count: columnCount)
    unsafe (statuses + columnCount).update(repeating: 1, count: rowCount)
  }

  /// Where the simplex method stands, to come back to.
  var basis: [UInt8] {
    get {
      unsafe Array(UnsafeBufferPointer(start: statuses, count: columnCount + rowCount))
    }
    set {
      precondition(newValue.count == columnCount + rowCount)
      unsafe Clp_copyinStatus(model, newValue)
    }
  }

  private var statuses: UnsafeMutablePointer<UInt8> {
    if unsafe Clp_statusExists(model) == 0 {
      let slack =
        [UInt8](repeating: 3, count: columnCount) + [UInt8](repeating: 1, count: rowCount)
      unsafe Clp_copyinStatus(model, slack)
    }
    return unsafe Clp_statusArray(model)
  }

  /// Stops the dual simplex method when the least cost is known to be above this.
  func setLimit(_ ceiling: Double) {
    unsafe Clp_setDualObjectiveLimit(model, min(ceiling, Self.infinity))
  }

  func limitIterations(_ count: Int) {
    unsafe Clp_setMaximumIterations(model, Int32(clamping: count))
  }

  func solveDual() -> Outcome {
    unsafe Clp_dual(model, 0)
    return outcome
  }

  func solvePrimal() -> Outcome {
    unsafe Clp_primal(model, 0)
    return outcome
  }

  private var outcome: Outcome {
    switch unsafe Clp_status(model) {
    case 0: .optimal
    case 1: .infeasible
    default: .unsolved
    }
  }

  var objective: Double { unsafe Clp_objectiveValue(model) }

  var iterations: Int { Int(unsafe Clp_numberIterations(model)) }

  func value(_ column: Int) -> Double {
    precondition(column >= 0 && column < columnCount)
    return unsafe Clp_primalColumnSolution(model)[column]
  }

  var values: [Double] {
    unsafe Array(
      UnsafeBufferPointer(start: Clp_primalColumnSolution(model), count: columnCount))
  }

  var rowDuals: [Double] {
    unsafe Array(UnsafeBufferPointer(start: Clp_dualRowSolution(model), count: rowCount))
  }

  var reducedCosts: [Double] {
    unsafe Array(UnsafeBufferPointer(start: Clp_dualColumnSolution(model), count: columnCount))
  }
}
