/// Complementary suppression, one required side at a time: the cheapest move that makes it
/// possible says which further cells to hide; the table it leads to proves other sides as well.
/// Then cells are given back as long as every side keeps a proof.
struct Protector {
  let incidence: Incidence
  let table: [Int]
  private var weights: [Double]
  let isFixed: [Bool]
  let isUnsafe: [Bool]
  private(set) var isHidden: [Bool]
  private(set) var certificates: Certificates
  private var moves: Moves
  private let chooser: ScopeChooser
  private var hiding: [ScopeChooser.Key: MoveProgram] = [:]
  private var keeping: [ScopeChooser.Key: MoveProgram] = [:]
  private let limit: Int
  private(set) var solves = 0
  /// Bases of the widest scope in which proofs are looked for when giving back.
  private let reach: Int
  /// A move that hides no more than this is not compared with those of a wider scope.
  private let cheap = 1.0

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
    reach = incidence.baseCount > 2000 ? 150 : 400
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
  mutating func giveBack() {
    let candidates = isHidden.indices.filter { isHidden[$0] && !isUnsafe[$0] }
      .sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    for cell in candidates {
      let using = certificates.valid(using: cell)
      let orphans = certificates.withdraw(using)
      isHidden[cell] = false
      let isFree = orphans.allSatisfy {
        certificates.isProved($0) || combine($0) || prove($0, mayHide: false)
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
    var best: (loss: Double, moves: [(base: Int, by: Int)])?
    let places = chooser.places(for: cell)
    for (index, place) in places.enumerated() {
      let key = chooser.key(place, for: cell, by: need)
      let program = program(key, hasPrices: mayHide)
      let size = program.scope.bases.count
      if index > 0, size > (mayHide ? best == nil ? .max : 700 : reach) { break }
      let answer = program.move(
        cell, by: need, from: table, prices: prices(program.scope, mayHide: mayHide),
        polish: mayHide ? 2 : 0, nodes: mayHide && index == places.count - 1 ? 2000 : 40)
      solves += 1
      guard case .move(let found, let loss) = answer else { continue }
      if loss >= best?.loss ?? .infinity { break }
      var sparse: [(base: Int, by: Int)] = []
      for (base, by) in zip(program.scope.bases, found) where by != 0 {
        sparse.append((base, by))
      }
      best = (loss, sparse)
      if !mayHide || loss <= cheap { break }
    }
    guard let best else { return false }
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

  private mutating func program(
    _ key: ScopeChooser.Key, hasPrices: Bool
  ) -> MoveProgram {
    if let known = hasPrices ? hiding[key] : keeping[key] { return known }
    let other = hasPrices ? keeping[key] : hiding[key]
    let scope = other?.scope ?? Scope(chooser.bases(key), in: incidence)
    let made = MoveProgram(scope, hasPrices: hasPrices)
    if hasPrices { hiding[key] = made } else { keeping[key] = made }
    return made
  }

  private func prices(_ scope: Scope, mayHide: Bool) -> MoveProgram.Prices {
    (0..<scope.classCount).map { group in
      var price = 0.0
      for member in scope.cells(group) where !isHidden[Int(member)] {
        if !mayHide || isFixed[Int(member)] { return .infinity }
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
