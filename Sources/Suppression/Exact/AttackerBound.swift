/// How far an attacker must believe that an unsafe class can move, when every class is hidden to
/// the degree that a point says; and the row that a pattern must fulfil where that is too little.
///
/// The row comes from the dual of the attacker's program (Fischetti & Salazar 2000, "capacity
/// constraints"): with multipliers π such that the class is Σ π × classes − Σ γ × bases, γ ≥ 0, no
/// table moves it further than hidden classes and the bases' values let it.
final class AttackerBound {
  private let choice: HidingChoice
  private let table: [Int]
  private let program: LinearProgram
  /// For each class the column of its rise, the next being its fall; for each its row, unless it is
  /// one base.
  private let columnOfClass: [Int]
  private let rowOfClass: [Int?]
  /// For each base of the scope the class that is this base alone.
  private let classOfBase: [Int?]

  init(_ choice: HidingChoice, table: [Int]) {
    self.choice = choice
    self.table = table
    let scope = choice.scope
    var columnRows = [[Int32]](repeating: [], count: scope.bases.count)
    var columnCoefficients = [[Double]](repeating: [], count: scope.bases.count)
    var columnOfClass: [Int] = []
    var rowOfClass: [Int?] = []
    var classOfBase = [Int?](repeating: nil, count: scope.bases.count)
    var rowCount = 0
    var column = 2 * scope.bases.count
    for group in 0..<scope.classCount {
      let entries = scope.row(group)
      if scope.isBase(group) {
        let base = Int(scope.rowBase[entries.lowerBound])
        classOfBase[base] = group
        columnOfClass.append(2 * base)
        rowOfClass.append(nil)
        continue
      }
      for entry in entries {
        let base = Int(scope.rowBase[entry])
        columnRows[base].append(Int32(rowCount))
        columnCoefficients[base].append(Double(scope.rowCoefficient[entry]))
      }
      rowOfClass.append(rowCount)
      columnOfClass.append(column)
      column += 2
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
    for row in 0..<rowCount {
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
      upper: [Double](repeating: 0, count: column),
      cost: [Double](repeating: 0, count: column),
      rowLower: [Double](repeating: 0, count: rowCount),
      rowUpper: [Double](repeating: 0, count: rowCount))
    self.columnOfClass = columnOfClass
    self.rowOfClass = rowOfClass
    self.classOfBase = classOfBase
  }

  /// Looks for a row that a point breaks.
  ///
  /// - Parameters:
  ///   - point: how far each column of the choice is hidden, 0 to 1.
  ///   - isWhole: whether the point is a pattern: then hidden classes rise without end, and a row
  ///     is found for every side that this pattern leaves open to the linear attack.
  func row(_ group: Int, need: Int, at point: [Double], isWhole: Bool) -> MasterRow? {
    let amount = Double(need.magnitude)
    lay(point, amount, isWhole)
    let column = columnOfClass[group]
    let fall = choice.depth[group] ?? LinearProgram.infinity
    program.setBounds(column, 0, need > 0 ? amount : 0)
    program.setBounds(column + 1, 0, need < 0 ? min(amount, fall) : 0)
    let aim = need > 0 ? column : column + 1
    program.setCost(aim, -1)
    defer { program.setCost(aim, 0) }
    guard program.solvePrimal() == .optimal, -program.objective < amount - 1e-6 else {
      return nil
    }
    return row(group, need: need, multipliers: program.rowDuals, point)
  }

  private func lay(_ point: [Double], _ amount: Double, _ isWhole: Bool) {
    let scope = choice.scope
    for (position, base) in scope.bases.enumerated() {
      program.setBounds(2 * position, 0, LinearProgram.infinity)
      program.setBounds(2 * position + 1, 0, Double(table[base]))
    }
    for group in 0..<scope.classCount {
      let degree: Double
      switch choice.roles[group] {
      case .unsafe: degree = 1
      case .fixed: degree = 0
      case .open(let column): degree = min(1, max(0, point[column]))
      }
      let isFree = degree == 1 && (isWhole || choice.roles[group] == .unsafe)
      let depth = choice.depth[group]
      let rise = isFree ? LinearProgram.infinity : degree * amount
      let fall =
        isFree
        ? depth ?? LinearProgram.infinity : degree * min(amount, depth ?? amount)
      program.setBounds(columnOfClass[group], 0, rise)
      program.setBounds(columnOfClass[group] + 1, 0, fall)
    }
  }

  /// The row of multipliers: all of it is worked out again from the multipliers alone, so that it
  /// holds whatever the solver's signs and tolerances.
  private func row(
    _ group: Int, need: Int, multipliers: [Double], _ point: [Double]
  ) -> MasterRow? {
    var best: MasterRow?
    var worst = 1 - 1e-4
    for sign in [1.0, -1.0] {
      guard let row = row(group, need: need, multipliers: multipliers, sign: sign) else { continue }
      let activity = row.activity(point)
      if activity < worst {
        worst = activity
        best = row
      }
    }
    return best
  }

  private func row(
    _ target: Int, need: Int, multipliers: [Double], sign: Double
  ) -> MasterRow? {
    let scope = choice.scope
    let amount = Double(need.magnitude)
    // What is left of the target's row for bases to explain.
    var rest = [Double](repeating: 0, count: scope.bases.count)
    func take(_ group: Int, _ factor: Double) {
      for entry in scope.row(group) {
        rest[Int(scope.rowBase[entry])] += factor * Double(scope.rowCoefficient[entry])
      }
    }
    take(target, need > 0 ? 1 : -1)
    var terms: [(group: Int, factor: Double)] = []
    for group in 0..<scope.classCount where group != target {
      guard let row = rowOfClass[group] else { continue }
      let factor = Self.plain(sign * multipliers[row])
      if factor == 0 { continue }
      take(group, -factor)
      terms.append((group, factor))
    }
    var least = amount
    for (position, base) in scope.bases.enumerated() {
      let factor = Self.plain(rest[position])
      if factor == 0 { continue }
      if let group = classOfBase[position], group != target {
        terms.append((group, factor))
      } else {
        // A base that no class shows alone rises without end, and falls by its value.
        if factor > 0 { return nil }
        least += factor * Double(table[base])
      }
    }
    var open: [(column: Int, coefficient: Double)] = []
    for (group, factor) in terms {
      let capacity =
        factor > 0 ? Double.infinity : choice.depth[group].map { -factor * $0 } ?? .infinity
      switch choice.roles[group] {
      case .fixed: continue
      case .unsafe: least -= capacity
      case .open(let column): open.append((column, capacity))
      }
      if least <= 1e-7 { return nil }
    }
    return MasterRow(terms: open.map { ($0, min($1, least) / least) }, least: 1)
  }

  /// A multiplier with the dust of floating point brushed off: twelfths where it is one.
  private static func plain(_ value: Double) -> Double {
    let near = (value * 12).rounded() / 12
    return abs(value - near) < 1e-6 ? near : value
  }
}
