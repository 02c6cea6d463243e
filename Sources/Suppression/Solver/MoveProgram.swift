/// The cheapest move of a table within a scope that takes one cell as far as required
/// (the attacker's problem of Kelly, Golden & Assad 1992, with a price on cells not yet hidden).
///
/// Columns: for each base that may move how far it goes up and how far down; for each class of
/// several bases that has a price likewise, tied to its bases by one row. A class that must not
/// move is a row alone; one that moves for nothing has no row, but while it is the target.
final class MoveProgram {
  /// The price of moving each class of a scope at all: 0 where all its cells are hidden already,
  /// infinite where it must not move.
  typealias Prices = [Double]

  /// What a search for a move found.
  enum Answer {
    /// How far each base goes that moves, ascending, and the prices of all classes that this moves.
    case move([(base: Int, by: Int)], loss: Double)
    /// No whole move does it.
    case impossible
    /// The search was given up.
    case unknown
  }

  let program: LinearProgram
  /// The bases that may move; columns 2 i and 2 i + 1 are the rise and the fall of `bases[i]`.
  let bases: [Int]
  private let scope: Scope
  private let table: [Int]
  let prices: Prices
  /// For each position in the scope the column of its rise, -1 where it must stand still.
  private let columnOfBase: [Int32]
  /// Classes with a price, the column of the rise of each (the next one is its fall), and how far
  /// it can fall.
  private var priced: [(group: Int, column: Int, depth: Double)] = []

  /// - Parameter table: the true value of each base of the system.
  init(_ scope: Scope, from table: [Int], prices: Prices) {
    self.scope = scope
    self.table = table
    self.prices = prices
    let closed = prices.indices.filter { prices[$0] == .infinity }
    let still = Self.still(scope, closed)
    var bases: [Int] = []
    var columnOfBase = [Int32](repeating: -1, count: scope.bases.count)
    for (position, base) in scope.bases.enumerated() where !still[position] {
      columnOfBase[position] = Int32(2 * bases.count)
      bases.append(base)
    }
    var remainders = Remainders(scope, closed: closed, still: still)
    // The rows' entries in the scope, one row after the other.
    var entries: [Int32] = []
    var rows: [(end: Int, isPriced: Bool)] = []
    var upper: [Double] = []
    var cost: [Double] = []
    for base in bases {
      let step = Self.shortness * (1 + Double((base &* 7919) % 101) / 200)
      for fall in 0..<2 {
        upper.append(fall == 0 ? LinearProgram.infinity : Double(table[base]))
        cost.append(step)
      }
    }
    var next = 2 * bases.count
    for group in 0..<scope.classCount {
      let price = prices[group]
      if price == 0 { continue }
      let count = entries.count
      if price == .infinity {
        remainders.append(group, to: &entries)
        if entries.count > count { rows.append((entries.count, false)) }
        continue
      }
      let isBase = scope.isBase(group)
      for entry in scope.row(group) where !still[Int(scope.rowBase[entry])] {
        entries.append(Int32(entry))
      }
      guard let first = entries.dropFirst(count).first else { continue }
      let column = isBase ? Int(columnOfBase[Int(scope.rowBase[Int(first)])]) : next
      priced.append((group, column, Self.depth(scope, group, table)))
      if isBase {
        entries.removeLast()
      } else {
        rows.append((entries.count, true))
        next += 2
      }
    }
    // The matrix by columns: a fall is the opposite of a rise.
    var counts = [Int32](repeating: 0, count: bases.count)
    for entry in entries { counts[Int(columnOfBase[Int(scope.rowBase[Int(entry)])]) / 2] += 1 }
    var starts: [Int32] = [0]
    for count in counts {
      starts.append(starts[starts.count - 1] + count)
      starts.append(starts[starts.count - 1] + count)
    }
    var fill = starts
    var index = [Int32](repeating: 0, count: Int(starts[starts.count - 1]))
    var coefficients = [Double](repeating: 0, count: index.count)
    var begin = 0
    for (row, (end, isPriced)) in rows.enumerated() {
      defer { begin = end }
      for entry in entries[begin..<end].lazy.map(Int.init) {
        let column = Int(columnOfBase[Int(scope.rowBase[entry])])
        let coefficient = Double(scope.rowCoefficient[entry])
        for fall in 0..<2 {
          let place = Int(fill[column + fall])
          fill[column + fall] += 1
          index[place] = Int32(row)
          coefficients[place] = fall == 0 ? coefficient : -coefficient
        }
      }
      guard isPriced else { continue }
      for fall in 0..<2 {
        index.append(Int32(row))
        coefficients.append(fall == 0 ? -1 : 1)
        starts.append(Int32(index.count))
        upper.append(LinearProgram.infinity)
        cost.append(0)
      }
    }
    program = LinearProgram(
      starts: starts, rows: index, coefficients: coefficients,
      lower: [Double](repeating: 0, count: upper.count), upper: upper, cost: cost,
      rowLower: [Double](repeating: 0, count: rows.count),
      rowUpper: [Double](repeating: 0, count: rows.count))
    self.bases = bases
    self.columnOfBase = columnOfBase
  }

  /// Moves `cell` up (`need` > 0) or down (`need` < 0) by at least that much.
  ///
  /// - Parameter nodes: branch-and-bound nodes to make the move whole; 0 accepts none but whole
  ///   ones.
  func move(_ cell: Int, by need: Int, nodes: Int) -> Answer {
    guard need != 0, let target = scope.classOf(cell), prices[target] < .infinity,
      need > 0 || Self.depth(scope, target, table) >= Double(-need)
    else { return .impossible }
    let amount = Double(need.magnitude)
    for (group, column, depth) in priced {
      program.setCost(column, prices[group])
      program.setCost(column + 1, prices[group] * amount / max(1, min(amount, depth)))
    }
    guard let restore = aim(target, need) else { return .impossible }
    defer { restore() }
    program.resetBasis()
    switch program.solveDual() {
    case .optimal: break
    case .infeasible: return .impossible
    case .unsolved: return .unknown
    }
    if let whole = whole(solution) { return .move(whole, loss: loss) }
    var budget = nodes
    if let found = branch(&budget) { return .move(found, loss: loss) }
    return budget > 0 ? .impossible : .unknown
  }

  /// A small price on every step: among moves that hide the same, short ones are more often whole.
  private static let shortness = 0.01

  /// How far a class can fall: its value, when it has no negative coefficient.
  private static func depth(_ scope: Scope, _ group: Int, _ table: [Int]) -> Double {
    var room = 0.0
    for entry in scope.row(group) {
      let coefficient = Double(scope.rowCoefficient[entry])
      if coefficient < 0 { return LinearProgram.infinity }
      room += coefficient * Double(table[scope.bases[Int(scope.rowBase[entry])]])
    }
    return room
  }

  /// The bases that cannot move, as a class that must not is one of them, or has no other.
  private static func still(_ scope: Scope, _ closed: [Int]) -> [Bool] {
    var still = [Bool](repeating: false, count: scope.bases.count)
    var rest = closed
    var isSettled = false
    while !isSettled {
      let known = rest.count
      rest.removeAll { group in
        var open: Int?
        for entry in scope.row(group) where !still[Int(scope.rowBase[entry])] {
          if open != nil { return false }
          open = Int(scope.rowBase[entry])
        }
        if let open { still[open] = true }
        return true
      }
      isSettled = rest.count == known
    }
    return still
  }

  /// Asks for the move of a class, the other way closed where it is a base.
  ///
  /// - Returns: what undoes it, or `nil` where it stands still.
  private func aim(_ target: Int, _ need: Int) -> (() -> Void)? {
    let amount = Double(need.magnitude)
    let row = scope.row(target)
    if scope.isBase(target) {
      let column = Int(columnOfBase[Int(scope.rowBase[row.lowerBound])])
      guard column >= 0 else { return nil }
      let depth = program.bounds(column + 1).upper
      program.setBounds(column, need > 0 ? amount : 0, need > 0 ? LinearProgram.infinity : 0)
      program.setBounds(column + 1, need < 0 ? amount : 0, need < 0 ? depth : 0)
      return { [program] in
        program.setBounds(column, 0, LinearProgram.infinity)
        program.setBounds(column + 1, 0, depth)
      }
    }
    var columns: [Int32] = []
    var coefficients: [Double] = []
    for entry in row {
      let column = columnOfBase[Int(scope.rowBase[entry])]
      guard column >= 0 else { continue }
      let coefficient = Double(scope.rowCoefficient[entry])
      for fall in 0..<2 {
        columns.append(column + Int32(fall))
        coefficients.append(fall == 0 ? coefficient : -coefficient)
      }
    }
    guard !columns.isEmpty else { return nil }
    program.addRow(
      columns, coefficients, need > 0 ? amount : -LinearProgram.infinity,
      need > 0 ? LinearProgram.infinity : -amount)
    return { [program] in program.removeLastRow() }
  }

  /// The prices of all classes that the last answer moves.
  private var loss: Double {
    priced.reduce(0) { sum, entry in
      abs(program.value(entry.column) - program.value(entry.column + 1)) > 1e-6
        ? sum + prices[entry.group] : sum
    }
  }

  /// How far each base goes.
  var solution: [Double] {
    bases.indices.map { program.value(2 * $0) - program.value(2 * $0 + 1) }
  }
}
