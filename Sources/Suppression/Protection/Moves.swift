/// Moves of a table worked out over a whole system: what they change, how far they go.
struct Moves: Sendable {
  let incidence: Incidence
  private var sums: [Int]
  private var isTouched: [Bool]

  init(_ incidence: Incidence) {
    self.incidence = incidence
    sums = [Int](repeating: 0, count: incidence.cellCount)
    isTouched = [Bool](repeating: false, count: incidence.cellCount)
  }

  /// The cells that change when bases move, ascending.
  mutating func changes(_ moves: [(base: Int, by: Int)]) -> [(cell: Int, by: Int)] {
    var touched: [Int] = []
    for (base, by) in moves {
      for entry in incidence.column(base) {
        let cell = Int(incidence.columnCell[entry])
        if !isTouched[cell] {
          isTouched[cell] = true
          touched.append(cell)
        }
        sums[cell] += Int(incidence.columnCoefficient[entry]) * by
      }
    }
    touched.sort()
    var changed: [(cell: Int, by: Int)] = []
    for cell in touched {
      if sums[cell] != 0 { changed.append((cell, sums[cell])) }
      sums[cell] = 0
      isTouched[cell] = false
    }
    return changed
  }

  /// The same direction carried as far as the table allows, forward and backward.
  ///
  /// - Parameter limit: steps at most, where nothing else bounds it.
  static func ends(
    of moves: [(base: Int, by: Int)], from table: [Int], limit: Int
  ) -> (forward: [(base: Int, by: Int)], backward: [(base: Int, by: Int)]) {
    var divisor = 0
    for (_, by) in moves { divisor = greatestCommonDivisor(divisor, abs(by)) }
    guard divisor > 0 else { return ([], []) }
    var forward = limit
    var backward = limit
    for (base, by) in moves {
      let step = by / divisor
      if step < 0 {
        forward = min(forward, table[base] / -step)
      } else {
        backward = min(backward, table[base] / step)
      }
    }
    let current = max(forward, divisor)
    return (
      moves.map { ($0.base, $0.by / divisor * current) },
      backward == 0 ? [] : moves.map { ($0.base, -($0.by / divisor) * backward) }
    )
  }

  static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
