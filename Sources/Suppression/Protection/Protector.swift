
/// Complementary suppression, one required side at a time: the cheapest move that makes it
/// possible says which further cells to hide; the table it leads to proves other sides as well.
/// Then cells are given back as long as every side keeps a proof.
struct Protector {
  let incidence: Incidence
  let table: [Int]
  let weights: [Double]
  let isFixed: [Bool]
  let isUnsafe: [Bool]
  private(set) var isHidden: [Bool]
  private(set) var certificates: Certificates
  private var moves: Moves
  private let chooser: ScopeChooser
  private var programs: [ScopeChooser.Key: MoveProgram] = [:]
  private let limit: Int
  private(set) var solves = 0
  /// Bases of the widest scope in which proofs are looked for when giving back.
  private let reach = 150

  init(
    _ system: AdditiveSystem, _ incidence: Incidence, table: [Int], sides: [Side],
    unsafe: [Bool], fixed: [Bool], weights: [Double]
  ) {
    self.incidence = incidence
    self.table = table
    self.weights = weights
    isFixed = fixed
    isUnsafe = unsafe
    isHidden = unsafe
    certificates = Certificates(sides: sides, cellCount: incidence.cellCount)
    moves = Moves(incidence)
    chooser = ScopeChooser(
      system, incidence, table: table, movable: incidence.isMovable, capacity: 450)
    limit = sides.map { Int($0.need.magnitude) }.max() ?? 0
  }

  var loss: Double {
    isHidden.indices.reduce(0) { isHidden[$1] && !isUnsafe[$1] ? $0 + weights[$1] : $0 }
  }

  /// Proves every side, hiding what that takes.
  ///
  /// - Returns: a side that nothing protects, or `nil`.
  mutating func protect() -> Side? {
    for side in order where !certificates.isProved(side) {
      guard prove(side, mayHide: true) else { return certificates.sides[side] }
    }
    return nil
  }

  /// Coarse cells first: what they take, their parts find hidden already.
  private var order: [Int] {
    certificates.sides.indices.sorted {
      let (a, b) = (certificates.sides[$0], certificates.sides[$1])
      let (wide, narrow) = (incidence.row(a.cell).count, incidence.row(b.cell).count)
      return (narrow, b.need, a.cell) < (wide, a.need, b.cell)
    }
  }

  /// Gives back complementary cells, dearest first, when every side finds another proof.
  mutating func giveBack() {
    let candidates = isHidden.indices.filter { isHidden[$0] && !isUnsafe[$0] }
      .sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    for cell in candidates {
      let using = certificates.valid(using: cell)
      let orphans = certificates.withdraw(using)
      isHidden[cell] = false
      let isFree = orphans.allSatisfy {
        certificates.isProved($0) || prove($0, mayHide: false)
      }
      if !isFree {
        isHidden[cell] = true
        certificates.restore(using)
      }
    }
    for cell in candidates where isHidden[cell] && certificates.valid(using: cell).isEmpty {
      isHidden[cell] = false
    }
  }

  /// Finds a table that proves a side; hides what it changes when it may.
  private mutating func prove(_ side: Int, mayHide: Bool) -> Bool {
    let (cell, need) = (certificates.sides[side].cell, certificates.sides[side].need)
    let keys = chooser.keys(for: cell, by: need)
    for (index, key) in keys.enumerated() {
      let program = program(key)
      if !mayHide, index > 0, program.scope.bases.count > reach { break }
      let prices = prices(program.scope, mayHide: mayHide)
      solves += 1
      let nodes = mayHide && index == keys.count - 1 ? 2000 : 40
      let answer = program.move(
        cell, by: need, from: table, prices: prices, polish: mayHide ? 2 : 0, nodes: nodes)
      guard case .move(let found) = answer else { continue }
      var sparse: [(base: Int, by: Int)] = []
      for (base, by) in zip(program.scope.bases, found) where by != 0 {
        sparse.append((base, by))
      }
      accept(sparse, for: side)
      return true
    }
    return false
  }

  private mutating func accept(_ found: [(base: Int, by: Int)], for side: Int) {
    let ends = Moves.ends(of: found, from: table, limit: limit)
    for move in [ends.forward, ends.backward] where !move.isEmpty {
      let certificate = Certificate(moves: move, changed: moves.changes(move))
      let proved = certificates.proved(by: certificate)
      guard proved.contains(where: { !certificates.isProved($0) }) else { continue }
      for (changed, _) in certificate.changed { isHidden[changed] = true }
      certificates.add(certificate)
    }
  }

  private mutating func program(_ key: ScopeChooser.Key) -> MoveProgram {
    if let known = programs[key] { return known }
    let made = MoveProgram(Scope(chooser.bases(key), in: incidence))
    programs[key] = made
    return made
  }

  private func prices(_ scope: Scope, mayHide: Bool) -> MoveProgram.Prices {
    (0..<scope.classCount).map { group in
      var price = 0.0
      for member in scope.cells(group) where !isHidden[Int(member)] {
        if !mayHide || isFixed[Int(member)] { return nil }
        price += weights[Int(member)]
      }
      return price
    }
  }
}
