/// What may be chosen of a system: classes of cells that move together, the price of hiding each,
/// and the equations between them.
struct HidingChoice {
  enum Role: Hashable {
    /// Hidden by the rules.
    case unsafe
    /// May be hidden.
    case open(column: Int)
    /// Stays published.
    case fixed
  }

  let scope: Scope
  /// How many cells the incidence has.
  let cellCount: Int
  let roles: [Role]
  /// The price of each column, and of what is hidden whatever is chosen.
  let cost: [Double]
  let constant: Double
  /// The class of each column.
  let classOfColumn: [Int]
  /// The true value of each class; `nil` where coefficients below zero let it fall without end.
  let depth: [Double?]
  /// How far each class of unsafe cells must be able to rise and to fall.
  let wanted: [(group: Int, need: Int)]

  init(
    _ incidence: Incidence, _ demand: Demand, table: [Int], weights: [Double]
  ) {
    let movable = (0..<incidence.baseCount).filter { incidence.isMovable[$0] }
    let scope = Scope(movable, in: incidence)
    var roles: [Role] = []
    var cost: [Double] = []
    var constant = 0.0
    var classOfColumn: [Int] = []
    var depth: [Double?] = []
    for group in 0..<scope.classCount {
      let cells = scope.cells(group).map(Int.init)
      let price = cells.reduce(0) { $0 + (demand.isUnsafe[$1] ? 0 : weights[$1]) }
      if cells.contains(where: { demand.isUnsafe[$0] }) {
        // Twins of an unsafe cell through cells that cannot occur have to go with it.
        constant += price
        roles.append(.unsafe)
      } else if cells.contains(where: { demand.isFixed[$0] }) {
        roles.append(.fixed)
      } else {
        roles.append(.open(column: cost.count))
        cost.append(price)
        classOfColumn.append(group)
      }
      var value: Double? = 0
      for entry in scope.row(group) {
        let coefficient = Double(scope.rowCoefficient[entry])
        let base = Double(table[scope.bases[Int(scope.rowBase[entry])]])
        value = coefficient < 0 ? nil : value.map { $0 + coefficient * base }
      }
      depth.append(value)
    }
    var needs: [Int: (down: Int, up: Int)] = [:]
    for side in demand.sides {
      guard let group = scope.classOf(side.cell) else { continue }
      let old = needs[group, default: (0, 0)]
      needs[group] = (min(old.down, side.need), max(old.up, side.need))
    }
    var wanted: [(group: Int, need: Int)] = []
    for (group, need) in needs.sorted(by: { $0.key < $1.key }) {
      if need.down < 0 { wanted.append((group, need.down)) }
      if need.up > 0 { wanted.append((group, need.up)) }
    }
    self.scope = scope
    cellCount = incidence.cellCount
    self.roles = roles
    self.cost = cost
    self.constant = constant
    self.classOfColumn = classOfColumn
    self.depth = depth
    self.wanted = wanted
  }

  func column(_ group: Int) -> Int? {
    if case .open(let column) = roles[group] { return column }
    return nil
  }

  /// A row of `least` from unit terms and a constant; `nil` when it says nothing.
  func row(_ terms: [(group: Int, coefficient: Double)], least: Double) -> MasterRow? {
    var rest = least
    var open: [(column: Int, coefficient: Double)] = []
    for (group, coefficient) in terms {
      switch roles[group] {
      case .unsafe: rest -= coefficient
      case .open(let column): open.append((column, coefficient))
      case .fixed: break
      }
    }
    guard rest > 1e-9 else { return nil }
    return MasterRow(
      terms: open.map { ($0.column, min($0.coefficient, rest) / rest) }, least: 1)
  }

  /// What single equations (a whole and its parts) say of every least pattern.
  ///
  /// - A cell hidden alone in an equation can be worked out: to hide it was in vain, or it is
  ///   unsafe and not protected (the bridgeless rows of Fischetti & Salazar 2000).
  /// - The other cells of an equation must be able to take up what an unsafe one must move.
  func equationRows() -> [MasterRow] {
    var equations: [(whole: Int, members: [Int])] = []
    var holding = [[Int]](repeating: [], count: scope.classCount)
    for (whole, ways) in scope.sums.enumerated() {
      for parts in ways {
        let members = [whole] + parts.map(Int.init)
        for member in members { holding[member].append(equations.count) }
        equations.append((whole, members))
      }
    }
    var rows: [MasterRow] = []
    for (_, members) in equations where !members.contains(where: { roles[$0] == .unsafe }) {
      let open = members.compactMap { column($0) }
      for member in open {
        rows.append(
          MasterRow(terms: open.map { ($0, $0 == member ? -1.0 : 1.0) }, least: 0))
      }
    }
    for (group, need) in wanted {
      let amount = Double(need.magnitude)
      for (whole, members) in holding[group].map({ equations[$0] }) {
        let terms = members.filter { $0 != group }.map {
          other -> (group: Int, coefficient: Double) in
          // Where a part rises, its whole rises and its siblings fall.
          let rises = (need > 0) == (whole == group || other == whole)
          return (other, rises ? amount : min(amount, depth[other] ?? amount))
        }
        if let row = row(terms, least: amount) { rows.append(row) }
      }
    }
    return rows
  }
}
