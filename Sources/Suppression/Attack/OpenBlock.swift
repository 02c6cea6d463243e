/// Open bases that hang together through what is published, and the linear program of all tables
/// that fit.
final class OpenBlock {
  let bases: [Int]
  private let program: LinearProgram
  private let place: [Int: Int]
  private var isFeasible = false

  init(bases: [Int], rows: [Residue.Row]) {
    self.bases = bases
    var place: [Int: Int] = [:]
    for (position, base) in bases.enumerated() { place[base] = position }
    var columnRows = [[Int32]](repeating: [], count: bases.count)
    var columnCoefficients = [[Double]](repeating: [], count: bases.count)
    for (index, row) in rows.enumerated() {
      for (base, coefficient) in zip(row.bases, row.coefficients) {
        guard let position = place[base] else { continue }
        columnRows[position].append(Int32(index))
        columnCoefficients[position].append(Double(coefficient))
      }
    }
    var starts: [Int32] = [0]
    for rows in columnRows { starts.append((starts.last ?? 0) + Int32(rows.count)) }
    let values = rows.map { Double($0.value) }
    program = LinearProgram(
      starts: starts, rows: columnRows.flatMap { $0 },
      coefficients: columnCoefficients.flatMap { $0 },
      lower: [Double](repeating: 0, count: bases.count),
      upper: [Double](repeating: LinearProgram.infinity, count: bases.count),
      cost: [Double](repeating: 0, count: bases.count), rowLower: values, rowUpper: values)
    self.place = place
  }

  /// A table that fits, whole if one is found within `nodes`; `nil` when there is none.
  func table(nodes: Int) -> (values: [Double], isWhole: Bool)? {
    guard program.solveDual() == .optimal else { return nil }
    isFeasible = true
    let relaxed = program.values
    var budget = nodes
    var best: [Double]?
    search(&budget, &best, bound: nil)
    return best.map { ($0, true) } ?? (relaxed, false)
  }

  /// The least of Σ `terms` over all tables that fit, whole numbers; `nil` when unbounded.
  ///
  /// - Returns: the bound of the linear program, rounded inward, made exact for whole tables where
  ///   `nodes` suffice.
  func least(_ terms: [(base: Int, coefficient: Int)], nodes: Int) -> Int? {
    for (base, coefficient) in terms {
      if let position = place[base] { program.setCost(position, Double(coefficient)) }
    }
    defer {
      for (base, _) in terms { if let position = place[base] { program.setCost(position, 0) } }
    }
    guard program.solvePrimal() == .optimal else { return nil }
    let bound = (program.objective - 1e-6).rounded(.up)
    var budget = nodes
    var best: [Double]?
    let isComplete = search(&budget, &best, bound: bound)
    guard isComplete || best != nil, let best else { return Int(bound) }
    var sum = 0.0
    for (base, coefficient) in terms {
      if let position = place[base] { sum += best[position] * Double(coefficient) }
    }
    return isComplete || sum <= bound ? Int(sum.rounded()) : Int(bound)
  }

  /// Depth-first branch and bound over whole tables; stops at a table that reaches `bound`, or at
  /// the first one when there is no bound to reach.
  ///
  /// - Returns: whether the search was complete.
  @discardableResult
  private func search(_ budget: inout Int, _ best: inout [Double]?, bound: Double?) -> Bool {
    var least = Double.infinity
    func dive() -> Bool {
      let values = program.values
      let objective = program.objective
      if bound != nil, (objective - 1e-6).rounded(.up) >= least { return true }
      var worst: (position: Int, distance: Double)?
      for (position, value) in values.enumerated() {
        let distance = abs(value - value.rounded())
        if distance > max(1e-5, worst?.distance ?? 0) { worst = (position, distance) }
      }
      guard let position = worst?.position else {
        best = values.map { $0.rounded() }
        least = objective
        return true
      }
      let old = program.bounds(position)
      let floor = values[position].rounded(.down)
      let basis = program.basis
      defer { program.setBounds(position, old.lower, old.upper) }
      let near = values[position] - floor > 0.5
      for goesUp in [near, !near] {
        if let bound { if least <= bound { return true } } else if best != nil { return true }
        if budget <= 0 { return false }
        budget -= 1
        program.setBounds(
          position, goesUp ? floor + 1 : old.lower, goesUp ? old.upper : floor)
        program.basis = basis
        if program.solveDual() == .optimal, !dive() { return false }
      }
      return true
    }
    return dive()
  }
}
