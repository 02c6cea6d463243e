/// Complementary suppression, one required side at a time: the cheapest move that makes it
/// possible says which further cells to hide; the table it leads to proves other sides as well.
/// Then cells are given back as long as every side keeps a proof.
///
/// Fine cells are worked on in lanes, each blind to what the others do; the union of what they
/// hide, and all their proofs, hold together. Coarse cells follow, one after the other.
struct Protector {
  let incidence: Incidence
  let table: [Int]
  private var weights: [Double]
  let isFixed: [Bool]
  let isUnsafe: [Bool]
  private(set) var isHidden: [Bool] { didSet { programs = [:] } }
  private(set) var certificates: Certificates
  private var moves: Moves
  private let equations: Equations
  private let asksEquations: Bool
  private let chooser: ScopeChooser
  private var scopes: [ScopeChooser.Key: Scope] = [:]
  /// Programs for the cells that are hidden now; the other ones may be hidden at a price, or not.
  private var programs: [Search: MoveProgram] = [:]
  private let limit: Int
  /// Branch-and-bound nodes of one search at most.
  private let nodes: Int
  /// The same for a scope after which a wider one may be tried.
  private let tries: Int
  private(set) var solves = 0
  /// A cell that must not be hidden for now.
  private var held: Int? { didSet { programs = [:] } }
  /// Whether the last search that failed was given up rather than shown to be in vain.
  private(set) var gaveUp = false
  /// Bases of the widest scope in which proofs are looked for when giving back.
  private let reach: Int
  /// Bases of the widest scope in which a move is looked for that hides less than one found.
  private let widest: Int
  /// A cell whose return would leave more sides than this without proof is kept hidden untried:
  /// on large systems such tries take most of the time.
  private let orphanLimit: Int
  /// A move that hides no more than this is not compared with those of a wider scope.
  private let cheap = 1.0
  /// The lane of each cell; `nil` where it must wait for all lanes.
  private let laneOf: [Int?]
  /// As many whatever the machine: the pattern depends on it.
  private static let laneCount = 4

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
    certificates = Certificates(sides: sides, cellCount: incidence.cellCount)
    moves = Moves(incidence)
    equations = Equations(incidence, table: table, sides: sides)
    chooser = ScopeChooser(
      system, incidence, table: table, movable: incidence.isMovable)
    let isLarge = incidence.baseCount > 2000
    reach = isLarge ? 150 : 400
    widest = isLarge ? 200 : 700
    orphanLimit = isLarge ? 30 : .max
    // Between the two sizes, what a vain search finds on its way is worth the search.
    asksEquations = !isLarge || incidence.baseCount > 8000
    tries = incidence.baseCount > 8000 ? 10 : 40
    laneOf = chooser.lanes(Self.laneCount)
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
      let results = inLanes(Self.laneCount) { lane in
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
        solves += result.solves
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
  private struct LaneFindings {
    let certificates: [Certificate]
    let isHidden: [Bool]
    let scopes: [ScopeChooser.Key: Scope]
    let solves: Int
  }

  /// The same, with linear programs of its own.
  private func worker() -> Protector {
    var worker = self
    worker.programs = [:]
    return worker
  }

  private func findings(after start: Protector) -> LaneFindings {
    let new = certificates.all.indices.dropFirst(start.certificates.all.count)
    return LaneFindings(
      certificates: new.filter { certificates.isValid[$0] }.map { certificates.all[$0] },
      isHidden: isHidden, scopes: scopes, solves: solves - start.solves)
  }

  /// Fine cells first: their moves hide little, and take coarse cells along.
  private var order: [Int] {
    certificates.sides.indices.sorted {
      let (a, b) = (certificates.sides[$0], certificates.sides[$1])
      let (first, second) = (incidence.row(a.cell).count, incidence.row(b.cell).count)
      return (first, -a.need, a.cell) < (second, -b.need, b.cell)
    }
  }

  /// Protects from the start again, with cells cheaper the more proofs needed them before.
  mutating func protectAgain() {
    var next = self
    for cell in weights.indices where isHidden[cell] && !isUnsafe[cell] {
      next.weights[cell] /= 1 + Double(certificates.valid(using: cell).count)
    }
    next.isHidden = isUnsafe
    next.certificates = Certificates(sides: certificates.sides, cellCount: incidence.cellCount)
    guard next.protect() == nil else { return }
    next.weights = weights
    if next.loss < loss { self = next }
  }

  /// Gives back complementary cells, dearest first, when every side finds another proof.
  ///
  /// - Returns: a side that nothing protects, or `nil`.
  mutating func giveBack() -> Side? {
    let candidates = isHidden.indices.filter { isHidden[$0] && !isUnsafe[$0] }
      .sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    if laneOf.contains(where: { $0 != nil }) {
      let ready = self
      let results = inLanes(Self.laneCount) { lane in
        var worker = ready.worker()
        worker.giveBack(candidates.filter { ready.laneOf[$0] == lane })
        return worker.findings(after: ready)
      }
      join(results)
      // A proof of one lane may have used what another gave back.
      if let failed = protect() { return failed }
    }
    let left = isHidden.indices.filter { isHidden[$0] && !isUnsafe[$0] }
      .filter { laneOf[$0] == nil || certificates.valid(using: $0).isEmpty }
      .sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    giveBack(left)
    for cell in candidates where isHidden[cell] && certificates.valid(using: cell).isEmpty {
      isHidden[cell] = false
    }
    return nil
  }

  private mutating func giveBack(_ candidates: [Int]) {
    for cell in candidates where !(asksEquations && equations.forbid(cell, hidden: isHidden)) {
      let using = certificates.valid(using: cell)
      let orphans = certificates.withdraw(using)
      isHidden[cell] = false
      let isFree =
        orphans.count <= orphanLimit
        && orphans.allSatisfy {
          certificates.isProved($0) || combine($0) || prove($0, mayHide: false)
        }
      if !isFree {
        isHidden[cell] = true
        certificates.restore(using)
      }
    }
  }

  /// Puts others in the place of one complementary cell after the other, dearest first, where that
  /// loses less.
  ///
  /// - Returns: whether any was exchanged.
  mutating func exchange() -> Bool {
    var isBetter = false
    let candidates = isHidden.indices.filter { isHidden[$0] && !isUnsafe[$0] }
      .sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    for cell in candidates where isHidden[cell] {
      let before = (isHidden: isHidden, certificates: certificates, loss: loss)
      let using = certificates.valid(using: cell)
      // What moved along with it may be needless without it.
      let near = Set(using.flatMap { certificates.all[$0].changed.map(\.cell) })
        .filter { isHidden[$0] && !isUnsafe[$0] && $0 != cell }
        .sorted { (-weights[$0], $0) < (-weights[$1], $1) }
      let orphans = certificates.withdraw(using)
      isHidden[cell] = false
      held = cell
      // More than this is seldom given back.
      let ceiling = loss + 2 * weights[cell]
      let isProved = orphans.allSatisfy { side in
        loss < ceiling
          && (certificates.isProved(side) || combine(side) || prove(side, mayHide: true))
      }
      if isProved {
        let added = isHidden.indices.filter { isHidden[$0] && !before.isHidden[$0] }
        giveBack(near)
        giveBack(added)
        for other in near + added
        where isHidden[other] && certificates.valid(using: other).isEmpty {
          isHidden[other] = false
        }
      }
      held = nil
      if isProved, loss < before.loss - 1e-9 {
        isBetter = true
      } else {
        (isHidden, certificates) = (before.isHidden, before.certificates)
      }
    }
    return isBetter
  }

  /// Keeps hidden what every lane kept, and the proofs that this leaves standing.
  private mutating func join(_ results: [LaneFindings]) {
    for result in results {
      for cell in isHidden.indices where !result.isHidden[cell] { isHidden[cell] = false }
      solves += result.solves
    }
    var joined = Certificates(sides: certificates.sides, cellCount: incidence.cellCount)
    let known = certificates.all.indices.filter { certificates.isValid[$0] }
      .map { certificates.all[$0] }
    for certificate in known + results.flatMap(\.certificates)
    where certificate.changed.allSatisfy({ isHidden[$0.cell] }) {
      joined.add(certificate)
    }
    certificates = joined
  }

  /// Finds a table that proves a side; hides what it changes when it may.
  private mutating func prove(_ side: Int, mayHide: Bool) -> Bool {
    let (cell, need) = (certificates.sides[side].cell, certificates.sides[side].need)
    var best: (loss: Double, moves: [(base: Int, by: Int)])?
    let places = chooser.places(for: cell)
    var isUnknown = false
    for (index, place) in places.enumerated() {
      let key = chooser.key(place, for: cell, by: need)
      let scope = scope(key)
      if index > 0, scope.bases.count > (mayHide ? best == nil ? .max : widest : reach) { break }
      let answer = program(Search(key: key, mayHide: mayHide), in: scope).move(
        cell, by: need, polish: mayHide ? 2 : 0,
        nodes: min(nodes, mayHide && index == places.count - 1 ? .max : 40))
      solves += 1
      if case .unknown = answer { isUnknown = true }
      guard case .move(let moves, let loss) = answer else { continue }
      if loss >= best?.loss ?? .infinity { break }
      best = (loss, moves)
      if !mayHide || loss <= cheap { break }
    }
    guard let best else {
      gaveUp = isUnknown
      return false
    }
    accept(best.moves, for: side)
    return true
  }

  /// Adds up tables known to be possible until a side is proved, without a linear program.
  private mutating func combine(_ side: Int) -> Bool {
    let (cell, need) = (certificates.sides[side].cell, certificates.sides[side].need)
    let helpful = certificates.valid(using: cell).compactMap {
      index -> (by: Int, index: Int)? in
      let by = certificates.all[index].change(of: cell)
      return by.signum() == need.signum() ? (by, index) : nil
    }.sorted { (-$0.by.magnitude.signed, $0.index) < (-$1.by.magnitude.signed, $1.index) }
    var total: [Int: Int] = [:]
    var reached = 0
    for (by, index) in helpful.prefix(40) {
      let moves = certificates.all[index].moves
      var divisor = 0
      for move in moves { divisor = Moves.greatestCommonDivisor(divisor, abs(move.by)) }
      var steps = divisor
      for (base, by) in moves where by < 0 {
        steps = min(steps, (table[base] + total[base, default: 0]) / (-by / divisor))
      }
      guard steps > 0 else { continue }
      for (base, by) in moves { total[base, default: 0] += by / divisor * steps }
      reached += by / divisor * steps
      if need > 0 ? reached >= need : reached <= need {
        accept(
          total.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { ($0, $1) }, for: side)
        return true
      }
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

  private struct Search: Hashable {
    let key: ScopeChooser.Key
    let mayHide: Bool
  }

  private mutating func scope(_ key: ScopeChooser.Key) -> Scope {
    if let known = scopes[key] { return known }
    let made = Scope(chooser.bases(key), in: incidence)
    scopes[key] = made
    return made
  }

  private mutating func program(_ search: Search, in scope: Scope) -> MoveProgram {
    if let known = programs[search] { return known }
    let made = MoveProgram(scope, from: table, prices: prices(scope, mayHide: search.mayHide))
    programs[search] = made
    return made
  }

  private func prices(_ scope: Scope, mayHide: Bool) -> MoveProgram.Prices {
    (0..<scope.classCount).map { group in
      var price = 0.0
      for member in scope.cells(group) where !isHidden[Int(member)] {
        if !mayHide || isFixed[Int(member)] || Int(member) == held { return .infinity }
        price += weights[Int(member)]
      }
      return price
    }
  }
}

extension UInt {
  /// The same, for comparison with signed numbers.
  fileprivate var signed: Int { Int(clamping: self) }
}
