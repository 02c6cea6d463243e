/// Proofs: a table for a side.
extension Protector {
  /// A move that hides no more than this is not compared with those of a wider scope.
  private static let cheap = 2.5
  /// The price of moving a cell that may be given back yet, in a search that hides nothing.
  private static let sparing = 0.5

  /// What a program was made for.
  struct Search: Hashable {
    let key: ScopeChooser.Key
    let mayHide: Bool
  }

  /// Finds a table that proves a side; hides what it changes when it may.
  mutating func prove(_ side: Int, mayHide: Bool) -> Bool {
    let (cell, need) = (certificates.sides[side].cell, certificates.sides[side].need)
    var best: (loss: Double, moves: [(base: Int, by: Int)])?
    let places = chooser.places(for: cell)
    var isUnknown = false
    for (index, place) in places.enumerated() {
      let key = chooser.key(place, for: cell, by: need)
      let scope = scope(key)
      if index > 0, scope.bases.count > (mayHide ? best == nil ? .max : widest : reach) { break }
      let answer = program(Search(key: key, mayHide: mayHide), in: scope).move(
        cell, by: need,
        nodes: min(nodes, mayHide && index == places.count - 1 ? .max : tries))
      if case .unknown = answer { isUnknown = true }
      guard case .move(let moves, let loss) = answer else { continue }
      if loss >= best?.loss ?? .infinity { break }
      best = (loss, moves)
      if !mayHide || loss <= Self.cheap { break }
    }
    guard let best else {
      gaveUp = isUnknown
      return false
    }
    accept(best.moves, for: side)
    return true
  }

  /// Adds up tables known to be possible until a side is proved, without a linear program.
  mutating func combine(_ side: Int) -> Bool {
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

  private mutating func scope(_ key: ScopeChooser.Key) -> Scope {
    if let known = scopes[key] { return known }
    let made = Scope(chooser.bases(key), in: incidence)
    scopes[key] = made
    return made
  }

  private mutating func program(_ search: Search, in scope: Scope) -> MoveProgram {
    let prices = prices(scope, mayHide: search.mayHide)
    if let known = programs[search], known.prices == prices { return known }
    let made = MoveProgram(scope, from: table, prices: prices)
    programs[search] = made
    return made
  }

  private func prices(_ scope: Scope, mayHide: Bool) -> MoveProgram.Prices {
    (0..<scope.classCount).map { group in
      var price = 0.0
      var isSpared = false
      for member in scope.cells(group).lazy.map(Int.init) {
        if isHidden[member] {
          isSpared = isSpared || self.isSpared[member]
          continue
        }
        if !mayHide || isFixed[member] || member == held { return .infinity }
        price += weights[member]
      }
      return isSpared && !mayHide ? Self.sparing : price
    }
  }
}

extension UInt {
  /// The same, for comparison with signed numbers.
  fileprivate var signed: Int { Int(clamping: self) }
}
