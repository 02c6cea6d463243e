import CCbc
import Synchronization

/// Least cost over columns that are 0 or 1 and rows from below, by Cbc's branch and cut.
///
/// The search is limited by nodes, never by the clock, and runs in one thread: the same program has
/// the same answer. Cbc keeps its settings in one place for the whole process: two searches at once
/// have been seen to call a dearer answer the best, so they wait for each other.
@safe final class BinaryProgram {
  struct Answer {
    /// The best columns found; `nil` when none is below the ceiling.
    let columns: [Bool]?
    /// No columns cost less than this (infinite when none fit below the ceiling).
    let bound: Double
    let isComplete: Bool
  }

  private static let turn = Mutex(())

  private let model: UnsafeMutableRawPointer
  private let columnCount: Int

  /// - Parameters:
  ///   - cost: one a column.
  ///   - rows: Σ coefficient × column ≥ 1 each.
  ///   - ceiling: only columns that cost less are looked for.
  init(cost: [Double], rows: [MasterRow], ceiling: Double, nodes: Int) {
    columnCount = cost.count
    var columnRows = [[Int32]](repeating: [], count: cost.count)
    var columnCoefficients = [[Double]](repeating: [], count: cost.count)
    for (index, row) in rows.enumerated() {
      for (column, coefficient) in row.terms {
        columnRows[column].append(Int32(index))
        columnCoefficients[column].append(coefficient)
      }
    }
    var starts: [CoinBigIndex] = [0]
    for rows in columnRows { starts.append((starts.last ?? 0) + CoinBigIndex(rows.count)) }
    unsafe model = Self.turn.withLock { _ in unsafe Cbc_newModel() }
    unsafe Cbc_loadProblem(
      model, Int32(cost.count), Int32(rows.count), starts, columnRows.flatMap { $0 },
      columnCoefficients.flatMap { $0 }, [Double](repeating: 0, count: cost.count),
      [Double](repeating: 1, count: cost.count), cost, rows.map(\.least),
      [Double](repeating: Double.greatestFiniteMagnitude, count: rows.count))
    for column in cost.indices { unsafe Cbc_setInteger(model, Int32(column)) }
    unsafe Cbc_setLogLevel(model, 0)
    unsafe Cbc_setParameter(model, "log", "0")
    unsafe Cbc_setMaximumNodes(model, Int32(clamping: nodes))
    if ceiling < .infinity { unsafe Cbc_setCutoff(model, ceiling) }
  }

  deinit { unsafe Cbc_deleteModel(model) }

  func solve() -> Answer {
    _ = Self.turn.withLock { _ in unsafe Cbc_solve(model) }
    let isOptimal = unsafe Cbc_isProvenOptimal(model) != 0
    let isInfeasible = unsafe Cbc_isProvenInfeasible(model) != 0
    let bound = unsafe Cbc_getBestPossibleObjValue(model)
    var columns: [Bool]?
    if !isInfeasible, let best = unsafe Cbc_bestSolution(model) {
      columns = unsafe UnsafeBufferPointer(start: best, count: columnCount).map { $0 > 0.5 }
    }
    return Answer(
      columns: columns, bound: isInfeasible ? .infinity : bound,
      isComplete: isOptimal || isInfeasible)
  }
}
