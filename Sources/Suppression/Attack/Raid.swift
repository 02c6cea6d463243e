/// One attack on all hidden cells: from a table that fits, how far can each cell be moved?
struct Raid {
  private let incidence: Incidence
  private let residue: Residue
  private let table: [Int]
  private let chooser: ScopeChooser
  private var moves: Moves
  private var programs: [ScopeChooser.Key: MoveProgram] = [:]
  /// How far each cell was seen below and above the table.
  private var lowest: [Int]
  private var highest: [Int]
  private let wanted: [Int: Requirement]
  private let limit: Int
  private(set) var exact: Set<Int> = []
  private(set) var narrow: Set<Int> = []
  private(set) var unproved: Set<Int> = []

  init(
    _ system: AdditiveSystem, _ incidence: Incidence, _ residue: Residue, table: [Int],
    wanted: [Int: Requirement]
  ) {
    self.incidence = incidence
    self.residue = residue
    self.table = table
    self.wanted = wanted
    chooser = ScopeChooser(
      system, incidence, table: table, movable: residue.known.map { $0 == nil })
    moves = Moves(incidence)
    lowest = [Int](repeating: 0, count: incidence.cellCount)
    highest = lowest
    limit =
      wanted.values.map { requirement in
        switch requirement {
        case .interval(let range): range.upperBound
        case .sliding(let width): width
        }
      }.max() ?? 1
  }

  /// As many whatever the machine.
  private static let laneCount = 4

  /// Fine cells in lanes of their own, then all others, dealt out to as many.
  mutating func run() {
    let laneOf = chooser.lanes(Self.laneCount)
    var lanes = [[Int]](repeating: [], count: Self.laneCount)
    var rest = Array(lanes.prefix(2))
    var turn = 0
    for cell in order + (0..<incidence.cellCount).filter({ wanted[$0] == nil }) {
      if let lane = laneOf[cell] {
        lanes[lane].append(cell)
      } else {
        rest[turn].append(cell)
        turn = (turn + 1) % 2
      }
    }
    run(lanes)
    run(rest)
    unproved.subtract(narrow)
  }

  private mutating func run(_ lanes: [[Int]]) {
    let ready = self
    let used = lanes.filter { !$0.isEmpty }
    let results = inLanes(used.count) { lane in
      var worker = ready
      worker.attack(used[lane])
      worker.lookForExact(used[lane])
      worker.programs = [:]
      return worker
    }
    for result in results { join(result) }
  }

  /// Takes over what a lane has seen.
  private mutating func join(_ lane: Raid) {
    for cell in lowest.indices {
      lowest[cell] = min(lowest[cell], lane.lowest[cell])
      highest[cell] = max(highest[cell], lane.highest[cell])
    }
    exact.formUnion(lane.exact)
    narrow.formUnion(lane.narrow)
    unproved.formUnion(lane.unproved)
  }

  private mutating func attack(_ cells: [Int]) {
    for cell in cells {
      switch wanted[cell] {
      case .interval(let range): attack(cell, range)
      case .sliding(let width): attack(cell, width: width)
      case nil: break
      }
    }
  }

  private mutating func lookForExact(_ cells: [Int]) {
    for cell in cells {
      guard !residue.isPublished[cell] else { continue }
      guard lowest[cell] == 0, highest[cell] == 0 else { continue }
      guard isOpen(cell) else {
        exact.insert(cell)
        continue
      }
      let up = reach(cell, by: 1)
      if up == .reached { continue }
      let down = reach(cell, by: -1)
      if down == .reached { continue }
      if up == .impossible, down == .impossible {
        exact.insert(cell)
      } else {
        unproved.insert(cell)
      }
    }
  }

  private var order: [Int] {
    wanted.keys.sorted { (incidence.row($1).count, $0) < (incidence.row($0).count, $1) }
  }

  private func isOpen(_ cell: Int) -> Bool {
    !residue.isPublished[cell]
      && incidence.row(cell).contains { residue.known[Int(incidence.rowBase[$0])] == nil }
  }

  private mutating func attack(_ cell: Int, _ range: ClosedRange<Int>) {
    let value = incidence.value(cell, in: table)
    for need in [range.lowerBound - value, range.upperBound - value] {
      let isNeeded = need == range.lowerBound - value ? need < 0 : need > 0
      guard isNeeded else { continue }
      note(cell, isOpen(cell) ? reach(cell, by: need) : .impossible)
    }
  }

  private mutating func attack(_ cell: Int, width: Int) {
    guard isOpen(cell) else {
      if width > 0 { narrow.insert(cell) }
      return
    }
    var step = 1
    // As far up as it goes, doubling and halving, then down by what is missing.
    while highest[cell] < width, step > 0 {
      step = reach(cell, by: highest[cell] + step) == .reached ? step * 2 : step / 2
    }
    let missing = width - highest[cell]
    if missing > 0 { note(cell, reach(cell, by: -missing)) }
  }

  private mutating func note(_ cell: Int, _ outcome: Outcome) {
    switch outcome {
    case .reached: break
    case .impossible: narrow.insert(cell)
    case .unknown: unproved.insert(cell)
    }
  }

  private enum Outcome { case reached, impossible, unknown }

  /// Looks for a table in which the cell differs by at least `need` (at most, when negative).
  private mutating func reach(_ cell: Int, by need: Int) -> Outcome {
    if need > 0 ? highest[cell] >= need : lowest[cell] <= need { return .reached }
    var outcome = Outcome.unknown
    let places = chooser.places(for: cell)
    for (index, place) in places.enumerated() {
      let key = chooser.key(place, for: cell, by: need)
      var isWidest = index == places.count - 1
      switch program(key).move(cell, by: need, nodes: isWidest ? 400 : 20) {
      case .move(let moves, _):
        learn(moves)
        return .reached
      case .impossible:
        isWidest = isWidest && key.isWhole
        if isWidest { outcome = .impossible }
      case .unknown: break
      }
    }
    return outcome
  }

  /// What tables show that were handed over; one that does not fit shows nothing.
  mutating func learn(from witnesses: Witnesses) {
    for moves in witnesses.moves {
      let isPossible = moves.allSatisfy { move in
        table.indices.contains(move.base) && residue.known[move.base] == nil
          && table[move.base] + move.by >= 0
      }
      guard isPossible, Set(moves.map(\.base)).count == moves.count else { continue }
      let changes = self.moves.changes(moves.map { ($0.base, $0.by) })
      guard changes.allSatisfy({ !residue.isPublished[$0.cell] }) else { continue }
      for (cell, by) in changes {
        lowest[cell] = min(lowest[cell], by)
        highest[cell] = max(highest[cell], by)
      }
    }
  }

  private mutating func learn(_ found: [(base: Int, by: Int)]) {
    let ends = Moves.ends(of: found, from: table, limit: limit)
    for move in [ends.forward, ends.backward] where !move.isEmpty {
      for (cell, by) in moves.changes(move) {
        lowest[cell] = min(lowest[cell], by)
        highest[cell] = max(highest[cell], by)
      }
    }
  }

  private mutating func program(_ key: ScopeChooser.Key) -> MoveProgram {
    if let known = programs[key] { return known }
    let scope = Scope(chooser.bases(key), in: incidence)
    let made = MoveProgram(scope, from: table, prices: prices(scope))
    programs[key] = made
    return made
  }

  private func prices(_ scope: Scope) -> MoveProgram.Prices {
    (0..<scope.classCount).map { group in
      scope.cells(group).contains { residue.isPublished[Int($0)] } ? .infinity : 0
    }
  }
}
