/// Complementary suppression, one required side at a time: the cheapest move that makes it
/// possible says which further cells to hide (``prove(_:mayHide:)``); the table it leads to proves
/// other sides as well. Then cells are given back as long as every side keeps a proof
/// (``giveBack()``).
///
/// Fine cells are worked on in lanes, each blind to what the others do; the union of what they
/// hide, and all their proofs, hold together. Coarse cells follow, one after the other.
struct Protector {
  let incidence: Incidence
  let table: [Int]
  let weights: [Double]
  let isFixed: [Bool]
  let isUnsafe: [Bool]
  var isHidden: [Bool]
  var certificates: Certificates
  var moves: Moves
  let equations: Equations
  let chooser: ScopeChooser
  var scopes: [ScopeChooser.Key: Scope] = [:]
  /// The last program of each scope; it is made anew when what its cells cost has changed.
  var programs: [Search: MoveProgram] = [:]
  /// A cell that must not be hidden for now.
  var held: Int?
  /// Cells that may be given back yet: proofs go round them where they can.
  var isSpared: [Bool]
  /// Whether the last search that failed was given up rather than shown to be in vain.
  var gaveUp = false
  /// What a cell must be able to move at most.
  let limit: Int
  /// Branch-and-bound nodes of one search at most.
  let nodes: Int
  /// The same for a scope after which a wider one may be tried.
  let tries: Int
  /// Bases of the widest scope in which proofs are looked for when giving back.
  let reach: Int
  /// Bases of the widest scope in which a move is looked for that hides less than one found.
  let widest: Int
  /// A cell whose return would leave more sides than this without proof is kept hidden untried:
  /// on large systems such tries take most of the time.
  let orphanLimit: Int
  /// The lane of each cell; `nil` where it must wait for all lanes.
  let laneOf: [Int?]
  /// Depends on the size, never on the machine, as the pattern depends on it.
  let laneCount: Int

  init(
    _ system: AdditiveSystem, _ incidence: Incidence, table: [Int], sides: [Side],
    unsafe: [Bool], fixed: [Bool], weights: [Double], nodes: Int = 2000
  ) {
    self.nodes = nodes
    self.incidence = incidence
    self.table = table
    self.weights = weights
    isFixed = fixed
    isUnsafe = unsafe
    isHidden = unsafe
    isSpared = [Bool](repeating: false, count: incidence.cellCount)
    certificates = Certificates(sides: sides, cellCount: incidence.cellCount)
    moves = Moves(incidence)
    equations = Equations(incidence, table: table, sides: sides)
    chooser = ScopeChooser(
      system, incidence, table: table, movable: incidence.isMovable)
    let isLarge = incidence.baseCount > 2000
    reach = isLarge ? 150 : 400
    widest = isLarge ? 200 : 700
    orphanLimit = isLarge ? 30 : .max
    tries = incidence.baseCount > 8000 ? 10 : 40
    laneCount = isLarge ? 4 : 2
    laneOf = chooser.lanes(laneCount)
    limit = sides.map { Int($0.need.magnitude) }.max() ?? 0
  }

  var loss: Double {
    isHidden.indices.reduce(0) { isHidden[$1] && !isUnsafe[$1] ? $0 + weights[$1] : $0 }
  }

  /// Proves every side, hiding what that takes.
  ///
  /// - Returns: a side that nothing was found to protect, or `nil`.
  mutating func protect() -> Side? {
    let order = order
    if laneOf.contains(where: { $0 != nil }) {
      let ready = self
      let results = inLanes(laneCount) { lane in
        var worker = ready.worker()
        let own = order.filter { ready.laneOf[ready.certificates.sides[$0].cell] == lane }
        for side in own where !worker.certificates.isProved(side) {
          _ = worker.prove(side, mayHide: true)
        }
        return worker.findings(after: ready)
      }
      for result in results {
        for certificate in result.certificates {
          for (changed, _) in certificate.changed { isHidden[changed] = true }
          certificates.add(certificate)
        }
        scopes.merge(result.scopes) { known, _ in known }
      }
    }
    for side in order where !certificates.isProved(side) {
      guard prove(side, mayHide: true) else { return certificates.sides[side] }
    }
    return nil
  }

  /// The same protector before it did anything, with further cells hidden.
  func afresh(hiding further: [Bool]) -> Protector {
    var next = worker()
    next.isHidden = isUnsafe.indices.map { isUnsafe[$0] || further[$0] }
    next.certificates = Certificates(
      sides: certificates.sides, cellCount: incidence.cellCount)
    for index in certificates.all.indices where certificates.isValid[index] {
      let certificate = certificates.all[index]
      if certificate.changed.allSatisfy({ next.isHidden[$0.cell] }) {
        next.certificates.add(certificate)
      }
    }
    return next
  }

  /// The sides for which hidden cells, as they are, give no proof.
  mutating func unproved() -> [Side] {
    gaveUp = false
    var open: [Side] = []
    var anyUnknown = false
    for side in order where !certificates.isProved(side) {
      if combine(side) || prove(side, mayHide: false) { continue }
      open.append(certificates.sides[side])
      anyUnknown = anyUnknown || gaveUp
    }
    gaveUp = anyUnknown
    return open
  }

  /// What a lane brings home.
  struct LaneFindings {
    let certificates: [Certificate]
    let isHidden: [Bool]
    let scopes: [ScopeChooser.Key: Scope]
  }

  /// The same, with linear programs of its own.
  func worker() -> Protector {
    var worker = self
    worker.programs = [:]
    return worker
  }

  func findings(after start: Protector) -> LaneFindings {
    let new = certificates.all.indices.dropFirst(start.certificates.all.count)
    return LaneFindings(
      certificates: new.filter { certificates.isValid[$0] }.map { certificates.all[$0] },
      isHidden: isHidden, scopes: scopes)
  }

  /// Fine cells first: their moves hide little, and take coarse cells along.
  private var order: [Int] {
    certificates.sides.indices.sorted {
      let (a, b) = (certificates.sides[$0], certificates.sides[$1])
      let (first, second) = (incidence.row(a.cell).count, incidence.row(b.cell).count)
      return (first, -a.need, a.cell) < (second, -b.need, b.cell)
    }
  }
}
