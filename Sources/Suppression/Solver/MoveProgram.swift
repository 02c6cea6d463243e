/// The cheapest move of a table within a scope that takes one cell as far as required
/// (the attacker's problem of Kelly, Golden & Assad 1992, with a price on cells not yet hidden).
///
/// Columns: for each base how far it goes up and how far down; where cells may still be hidden,
/// for each class of several bases likewise, tied to its bases by one row. A class whose cells
/// are all hidden is free, and so is its row.
final class MoveProgram {
  let scope: Scope
  /// Whether classes may be moved at a price, or not at all.
  let hasPrices: Bool
  private let program: LinearProgram
  /// For each class the column of its rise, the next one being its fall; `nil` without prices.
  private let columnOfClass: [Int?]
  /// For each class its row; `nil` for a class that is one base.
  private let rowOfClass: [Int?]
  /// How far each class can go down at most: its value, when it has no negative coefficient.
  private var depth: [Double]

  init(_ scope: Scope, hasPrices: Bool) {
    self.scope = scope
    self.hasPrices = hasPrices
    var columnRows = [[Int32]](repeating: [], count: scope.bases.count)
    var columnCoefficients = [[Double]](repeating: [], count: scope.bases.count)
    var columnOfClass = [Int?](repeating: nil, count: scope.classCount)
    var rowOfClass = [Int?](repeating: nil, count: scope.classCount)
    var rowCount = 0
    var column = 2 * scope.bases.count
    for group in 0..<scope.classCount {
      let entries = scope.row(group)
      if scope.isBase(group) {
        columnOfClass[group] = 2 * Int(scope.rowBase[entries.lowerBound])
        continue
      }
      for entry in entries {
        let base = Int(scope.rowBase[entry])
        columnRows[base].append(Int32(rowCount))
        columnCoefficients[base].append(Double(scope.rowCoefficient[entry]))
      }
      rowOfClass[group] = rowCount
      if hasPrices {
        columnOfClass[group] = column
        column += 2
      }
      rowCount += 1
    }
    var starts: [Int32] = []
    var rows: [Int32] = []
    var coefficients: [Double] = []
    for base in scope.bases.indices {
      for sign in [1.0, -1.0] {
        starts.append(Int32(rows.count))
        rows.append(contentsOf: columnRows[base])
        coefficients.append(contentsOf: columnCoefficients[base].map { $0 * sign })
      }
    }
    for row in 0..<(hasPrices ? rowCount : 0) {
      for sign in [-1.0, 1.0] {
        starts.append(Int32(rows.count))
        rows.append(Int32(row))
        coefficients.append(sign)
      }
    }
    starts.append(Int32(rows.count))
    program = LinearProgram(
      starts: starts, rows: rows, coefficients: coefficients,
      lower: [Double](repeating: 0, count: column),
      upper: [Double](repeating: LinearProgram.infinity, count: column),
      cost: [Double](repeating: 0, count: column),
      rowLower: [Double](repeating: 0, count: rowCount),
      rowUpper: [Double](repeating: 0, count: rowCount))
    self.columnOfClass = columnOfClass
    self.rowOfClass = rowOfClass
    depth = [Double](repeating: LinearProgram.infinity, count: scope.classCount)
  }

  /// The price of moving each class at all: 0 where all its cells are hidden already, infinite
  /// where it must not move.
  typealias Prices = [Double]

  /// What a search for a move found.
  enum Answer {
    /// One entry a base of the scope, and the prices of all classes that it moves.
    case move([Int], loss: Double)
    /// No whole move does it.
    case impossible
    /// The search was given up.
    case unknown
  }

  /// Moves `cell` up (`need` > 0) or down (`need` < 0) by at least that much, from `table`.
  ///
  /// - Parameters:
  ///   - polish: how often to solve again with prices a unit that follow the last answer, so
  ///     that few cells move rather than little.
  ///   - nodes: branch-and-bound nodes to make the move whole; 0 accepts none but whole ones.
  func move(
    _ cell: Int, by need: Int, from table: [Int], prices: Prices, polish: Int, nodes: Int
  ) -> Answer {
    guard need != 0, let target = scope.classOf(cell), prices[target] < .infinity else {
      return .impossible
    }
    prepare(table, prices, Double(need.magnitude))
    if need < 0, depth[target] < Double(-need) { return .impossible }
    aim(target, need)
    program.resetBasis()
    switch program.solveDual() {
    case .optimal: break
    case .infeasible: return .impossible
    case .unsolved: return .unknown
    }
    var best = solution
    var loss = price(of: best, prices)
    if loss > 0 {
      for _ in 0..<polish {
        reprice(best, prices, Double(need.magnitude))
        guard program.solvePrimal() == .optimal else { break }
        let next = solution
        let nextLoss = price(of: next, prices)
        if nextLoss >= loss - 1e-9 { break }
        best = next
        loss = nextLoss
      }
    }
    if let whole = Self.whole(best) { return .move(whole, loss: loss) }
    var budget = nodes
    if let found = branch(&budget) {
      return .move(found, loss: price(of: found.map(Double.init), prices))
    }
    return budget > 0 ? .impossible : .unknown
  }

  /// A small price on every step: among moves that hide the same, short ones are more often whole.
  private static let shortness = 0.01

  private func prepare(_ table: [Int], _ prices: Prices, _ need: Double) {
    for (position, base) in scope.bases.enumerated() {
      let step = Self.shortness * (1 + Double((base &* 7919) % 101) / 200) / need
      program.setBounds(2 * position, 0, LinearProgram.infinity)
      program.setBounds(2 * position + 1, 0, Double(table[base]))
      program.setCost(2 * position, step)
      program.setCost(2 * position + 1, step)
    }
    for group in 0..<scope.classCount {
      let price = prices[group]
      var room = 0.0
      for entry in scope.row(group) {
        let value = Double(table[scope.bases[Int(scope.rowBase[entry])]])
        let coefficient = Double(scope.rowCoefficient[entry])
        room += coefficient > 0 ? coefficient * value : LinearProgram.infinity
      }
      depth[group] = room
      if let row = rowOfClass[group] {
        // A row that others imply is left out: it would only make the basis larger.
        let isOpen =
          price == 0
          || price == .infinity
            && scope.sums[group].contains { parts in
              parts.allSatisfy { prices[Int($0)] == .infinity }
            }
        program.setRow(
          row, isOpen ? -LinearProgram.infinity : 0, isOpen ? LinearProgram.infinity : 0)
      }
      guard let column = columnOfClass[group] else { continue }
      if rowOfClass[group] != nil {
        let limit = price == .infinity ? 0 : LinearProgram.infinity
        program.setBounds(column, 0, limit)
        program.setBounds(column + 1, 0, limit)
        program.setCost(column, price == .infinity ? 0 : price / need)
        program.setCost(column + 1, price == .infinity ? 0 : price / max(1, min(need, room)))
      } else if price == .infinity {
        program.setBounds(column, 0, 0)
        program.setBounds(column + 1, 0, 0)
      } else if price > 0 {
        program.setCost(column, price / need)
        program.setCost(column + 1, price / max(1, min(need, room)))
      }
    }
  }

  private func aim(_ target: Int, _ need: Int) {
    let amount = Double(need.magnitude)
    guard let column = columnOfClass[target] else {
      if let row = rowOfClass[target] {
        program.setRow(
          row, need > 0 ? amount : -LinearProgram.infinity,
          need > 0 ? LinearProgram.infinity : -amount)
      }
      return
    }
    if let row = rowOfClass[target] { program.setRow(row, 0, 0) }
    let (up, down) = (program.bounds(column).upper, program.bounds(column + 1).upper)
    program.setBounds(column, need > 0 ? amount : 0, need > 0 ? max(up, amount) : 0)
    program.setBounds(column + 1, need < 0 ? amount : 0, need < 0 ? down : 0)
  }

  /// Makes each class cost its price divided by how far it went: what moved much gets cheap.
  private func reprice(_ moves: [Double], _ prices: Prices, _ need: Double) {
    for group in 0..<scope.classCount {
      let price = prices[group]
      guard price > 0, price < .infinity, let column = columnOfClass[group] else { continue }
      let unit = price / (abs(amount(of: group, moves)) + 0.02 * need)
      program.setCost(column, unit)
      program.setCost(column + 1, unit)
    }
  }

  private var solution: [Double] {
    scope.bases.indices.map { program.value(2 * $0) - program.value(2 * $0 + 1) }
  }

  private func amount(of group: Int, _ moves: [Double]) -> Double {
    var sum = 0.0
    for entry in scope.row(group) {
      sum += Double(scope.rowCoefficient[entry]) * moves[Int(scope.rowBase[entry])]
    }
    return sum
  }

  private func price(of moves: [Double], _ prices: Prices) -> Double {
    var sum = 0.0
    for group in 0..<scope.classCount {
      let price = prices[group]
      guard price > 0, price < .infinity else { continue }
      if abs(amount(of: group, moves)) > 1e-6 { sum += price }
    }
    return sum
  }

  private static func whole(_ moves: [Double]) -> [Int]? {
    var whole: [Int] = []
    whole.reserveCapacity(moves.count)
    for move in moves {
      let rounded = move.rounded()
      guard abs(move - rounded) < 1e-5, rounded.magnitude < 1e15 else { return nil }
      whole.append(Int(rounded))
    }
    return whole
  }

  /// Depth first, the nearer side first.
  private func branch(_ budget: inout Int) -> [Int]? {
    let moves = solution
    if let whole = Self.whole(moves) { return whole }
    var worst: (position: Int, distance: Double)?
    for (position, move) in moves.enumerated() {
      let distance = abs(move - move.rounded())
      if distance > max(1e-5, worst?.distance ?? 0) { worst = (position, distance) }
    }
    guard let position = worst?.position else { return nil }
    let floor = moves[position].rounded(.down)
    let sides = moves[position] - floor > 0.5 ? [true, false] : [false, true]
    let (rise, fall) = (2 * position, 2 * position + 1)
    let (oldRise, oldFall) = (program.bounds(rise), program.bounds(fall))
    let basis = program.basis
    for goesUp in sides {
      if budget <= 0 { return nil }
      budget -= 1
      // One of the two columns carries the move, the other is closed.
      let bound = goesUp ? floor + 1 : floor
      if goesUp {
        if bound >= 0 {
          program.setBounds(rise, max(bound, oldRise.lower), oldRise.upper)
          program.setBounds(fall, oldFall.lower, oldFall.lower)
        } else {
          program.setBounds(fall, oldFall.lower, min(-bound, oldFall.upper))
        }
      } else {
        if bound >= 0 {
          program.setBounds(rise, oldRise.lower, min(bound, oldRise.upper))
        } else {
          program.setBounds(rise, oldRise.lower, oldRise.lower)
          program.setBounds(fall, max(-bound, oldFall.lower), oldFall.upper)
        }
      }
      let ordered =
        program.bounds(rise).lower <= program.bounds(rise).upper
        && program.bounds(fall).lower <= program.bounds(fall).upper
      program.basis = basis
      if ordered, program.solveDual() == .optimal, let found = branch(&budget) { return found }
      program.setBounds(rise, oldRise.lower, oldRise.upper)
      program.setBounds(fall, oldFall.lower, oldFall.upper)
    }
    return nil
  }
}
