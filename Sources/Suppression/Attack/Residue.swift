/// What the published figures leave open: bases that are known are taken out, rows that say the
/// same are merged, and rows that are sums of other rows are shortened.
struct Residue: Sendable {
  let incidence: Incidence
  /// The value of each base that the published figures give away; `nil` where open.
  private(set) var known: [Int?]
  /// Whether each cell (of the incidence) is published.
  let isPublished: [Bool]
  /// The rows that remain over open bases.
  private(set) var rows: [Row] = []

  struct Row: Sendable, Hashable {
    var bases: [Int]
    var coefficients: [Int]
    var value: Int
    let cell: Int
  }

  /// - Throws: `contradiction` when two twins, or a row of known bases, disagree.
  init(
    _ system: AdditiveSystem, _ incidence: Incidence, _ published: [Int?]
  ) throws(SuppressionError) {
    self.incidence = incidence
    var values = [Int?](repeating: nil, count: incidence.cellCount)
    for (cell, value) in published.enumerated() {
      guard let value else { continue }
      let number = incidence.number[cell]
      if let other = values[number], other != value {
        throw .contradiction(codes: system.cells[cell].codes)
      }
      values[number] = value
    }
    isPublished = values.map { $0 != nil }
    known = incidence.isMovable.map { $0 ? nil : 0 }
    try settle(system, values)
    try collect(system, values)
  }

  /// Fixes bases until no row gives another away: a row with one open base, or whose rest is 0.
  private mutating func settle(
    _ system: AdditiveSystem, _ values: [Int?]
  ) throws(SuppressionError) {
    var rest = [Int](repeating: 0, count: incidence.cellCount)
    var open = rest
    var negatives = rest
    var queue: [Int] = []
    for cell in 0..<incidence.cellCount {
      guard let value = values[cell] else { continue }
      rest[cell] = value
      for entry in incidence.row(cell) where known[Int(incidence.rowBase[entry])] == nil {
        open[cell] += 1
        if incidence.rowCoefficient[entry] < 0 { negatives[cell] += 1 }
      }
      queue.append(cell)
    }
    while let cell = queue.popLast() {
      let codes = system.cells[incidence.origin[cell]].codes
      if open[cell] == 0 {
        if rest[cell] != 0 { throw .contradiction(codes: codes) }
        continue
      }
      if negatives[cell] == 0, rest[cell] < 0 { throw .contradiction(codes: codes) }
      let isZero = rest[cell] == 0 && (negatives[cell] == 0 || negatives[cell] == open[cell])
      guard isZero || open[cell] == 1 else { continue }
      for entry in incidence.row(cell) {
        let base = Int(incidence.rowBase[entry])
        guard known[base] == nil else { continue }
        let (value, over) = rest[cell].quotientAndRemainder(
          dividingBy: Int(incidence.rowCoefficient[entry]))
        let settled = isZero ? 0 : value
        if !isZero, over != 0 || value < 0 { throw .contradiction(codes: codes) }
        known[base] = settled
        for other in incidence.column(base) {
          let number = Int(incidence.columnCell[other])
          guard values[number] != nil else { continue }
          rest[number] -= Int(incidence.columnCoefficient[other]) * settled
          open[number] -= 1
          if incidence.columnCoefficient[other] < 0 { negatives[number] -= 1 }
          queue.append(number)
        }
        if !isZero { break }
      }
    }
  }

  private mutating func collect(
    _ system: AdditiveSystem, _ values: [Int?]
  ) throws(SuppressionError) {
    var merged: [Shape: Int] = [:]
    var rows: [Row] = []
    for cell in 0..<incidence.cellCount {
      guard var rest = values[cell] else { continue }
      var bases: [Int] = []
      var coefficients: [Int] = []
      for entry in incidence.row(cell) {
        let base = Int(incidence.rowBase[entry])
        let coefficient = Int(incidence.rowCoefficient[entry])
        if let value = known[base] {
          rest -= coefficient * value
        } else {
          bases.append(base)
          coefficients.append(coefficient)
        }
      }
      if bases.isEmpty { continue }
      let shape = Shape(bases: bases, coefficients: coefficients)
      if let other = merged[shape] {
        if rows[other].value != rest {
          throw .contradiction(codes: system.cells[incidence.origin[cell]].codes)
        }
      } else {
        merged[shape] = rows.count
        rows.append(Row(bases: bases, coefficients: coefficients, value: rest, cell: cell))
      }
    }
    self.rows = try shortened(rows, system)
  }

  /// Takes from each row the rows that lie within it; what becomes empty says nothing new.
  private func shortened(
    _ rows: [Row], _ system: AdditiveSystem
  ) throws(SuppressionError) -> [Row] {
    let order = rows.indices.sorted {
      (rows[$0].bases.count, $0) < (rows[$1].bases.count, $1)
    }
    var rank = [Int](repeating: 0, count: rows.count)
    for (place, row) in order.enumerated() { rank[row] = place }
    var holding = [[Int]](repeating: [], count: incidence.baseCount)
    for row in order { for base in rows[row].bases { holding[base].append(row) } }
    var weight = [Int](repeating: 0, count: incidence.baseCount)
    var kept: [Row] = []
    for index in order {
      let row = rows[index]
      for (base, coefficient) in zip(row.bases, row.coefficients) { weight[base] = coefficient }
      var value = row.value
      var left: [Int] = []
      for base in row.bases where weight[base] != 0 {
        // The largest earlier row that holds this base and fits in what is left.
        let fitting = holding[base].last { other in
          rank[other] < rank[index]
            && zip(rows[other].bases, rows[other].coefficients).allSatisfy {
              weight[$0] == $1
            }
        }
        if let fitting {
          value -= rows[fitting].value
          for covered in rows[fitting].bases { weight[covered] = 0 }
        } else {
          left.append(base)
        }
      }
      let open = left.filter { weight[$0] != 0 }
      if open.isEmpty {
        if value != 0 {
          throw .contradiction(codes: system.cells[incidence.origin[row.cell]].codes)
        }
      } else {
        kept.append(
          Row(
            bases: open, coefficients: open.map { weight[$0] }, value: value, cell: row.cell))
      }
      for base in row.bases { weight[base] = 0 }
    }
    return kept
  }

  private struct Shape: Hashable {
    let bases: [Int]
    let coefficients: [Int]
  }
}

extension Residue {
  /// Open bases that hang together, and the rows over them.
  struct Block: Sendable {
    let bases: [Int]
    let rows: [Row]
  }

  /// Blocks in the order of their first base; open bases in no row are blocks without rows.
  func blocks() -> [Block] {
    var leader = Array(0..<incidence.baseCount)
    func find(_ base: Int) -> Int {
      var base = base
      while leader[base] != base {
        leader[base] = leader[leader[base]]
        base = leader[base]
      }
      return base
    }
    for row in rows {
      guard let first = row.bases.first else { continue }
      let one = find(first)
      for base in row.bases { leader[find(base)] = one }
    }
    var order: [Int] = []
    var bases: [Int: [Int]] = [:]
    for base in 0..<incidence.baseCount where known[base] == nil {
      let top = find(base)
      if bases[top] == nil { order.append(top) }
      bases[top, default: []].append(base)
    }
    var rowsOf: [Int: [Row]] = [:]
    for row in rows {
      if let first = row.bases.first { rowsOf[find(first), default: []].append(row) }
    }
    return order.map { Block(bases: bases[$0] ?? [], rows: rowsOf[$0] ?? []) }
  }
}
