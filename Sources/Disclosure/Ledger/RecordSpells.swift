import Suppression

/// Several releases of one period as one additive system.
///
/// Each record enters with some release and leaves with another. An unknown is the number of records
/// of one base cell that are there from one release to another, its spell; what a release shows of a
/// cell is the sum of the spells that hold that release. Where an attacker guesses that records only
/// came, no spell ends there; where they only left, none begins.
struct RecordSpells {
  private let system: AdditiveSystem
  private let rows: [Row]
  private let threshold: Int
  /// 0 where a zero tells too much as well.
  private let leastUnsafe: Int
  private let slidingWidth: Int?
  private let last: Int

  /// How an attacker takes a change between two releases.
  enum Guess: CaseIterable {
    /// By the smallest cell that both releases show: where it rose records came, where it fell they
    /// left, where it stayed nothing changed.
    case byFinestCell
    /// All one way, where all figures that changed did.
    case byWhole
  }

  private enum Way { case came, left, same, either }

  private struct Row {
    /// The state whose figure it is; nil for what came or left between two.
    let state: Int?
    /// What the release shows; nil where hidden.
    let published: Int?
    /// Whether the release has the cell, so that its mark must hold.
    let isMarked: Bool
  }

  /// More unknowns than this are not attacked.
  private static let largest = 400_000

  /// - Returns: nil where there are too many unknowns.
  init?(
    _ states: [PeriodState], _ cells: [RevisionGuard.Tracked], guess: Guess, threshold: Int,
    zerosAreSensitive: Bool = false, slidingWidth: Int? = nil
  ) {
    let used = Set(cells.flatMap(\.bases)).sorted()
    let order = cells.indices.sorted { (cells[$0].bases.count, $0) < (cells[$1].bases.count, $1) }
    let ways = states.indices.dropLast().map { edge in
      Self.ways(from: states[edge], to: states[edge + 1], cells, order, guess)
    }
    // The spells of each base cell: (first state, last state, unknown).
    var spells: [Int: [(first: Int, last: Int, unknown: Int)]] = [:]
    var count = 0
    for base in used {
      func way(_ edge: Int) -> Way { ways[edge][base] ?? .either }
      for first in states.indices where first == 0 || [.came, .either].contains(way(first - 1)) {
        for end in first..<states.count {
          if end > first, way(end - 1) == .either { break }
          guard end == states.count - 1 || [.left, .either].contains(way(end)) else { continue }
          spells[base, default: []].append((first, end, count))
          count += 1
          if count > Self.largest { return nil }
        }
      }
    }
    var systemCells: [AdditiveSystem.Cell] = []
    var rows: [Row] = []
    func add(
      _ row: Row, _ cell: RevisionGuard.Tracked, where isMeant: (Int, Int) -> Bool
    ) {
      let unknowns = cell.bases.flatMap { base in
        (spells[base] ?? []).filter { isMeant($0.first, $0.last) }.map(\.unknown)
      }
      systemCells.append(AdditiveSystem.Cell(codes: cell.codes, bases: unknowns))
      rows.append(row)
    }
    for (index, cell) in cells.enumerated() {
      for (state, shown) in states.enumerated() {
        let isMarked = shown.hidden[index] && shown.values[index] == nil && !cell.isExact
        add(Row(state: state, published: shown.values[index], isMarked: isMarked), cell) {
          $0 <= state && state <= $1
        }
        // A difference that both releases show was looked at already.
        guard state > 0, !cell.isExact,
          shown.difference(since: states[state - 1], of: index) == nil
        else { continue }
        add(Row(state: nil, published: nil, isMarked: true), cell) { first, _ in first == state }
        add(Row(state: nil, published: nil, isMarked: true), cell) { $1 == state - 1 }
      }
    }
    guard let system = try? AdditiveSystem(baseCount: count, cells: systemCells) else { return nil }
    self.system = system
    self.rows = rows
    self.threshold = threshold
    leastUnsafe = zerosAreSensitive ? 0 : 1
    self.slidingWidth = slidingWidth
    last = states.count - 1
  }

  /// By base cell how its records changed between two releases.
  private static func ways(
    from earlier: PeriodState, to later: PeriodState, _ cells: [RevisionGuard.Tracked],
    _ order: [Int], _ guess: Guess
  ) -> [Int: Way] {
    let changes = order.compactMap { later.difference(since: earlier, of: $0) }
    let whole: Way =
      !changes.contains { $0 < 0 } ? .came : !changes.contains { $0 > 0 } ? .left : .either
    var ways: [Int: Way] = [:]
    var sizes: [Int: Int] = [:]
    for base in Set(cells.flatMap(\.bases)) { ways[base] = whole }
    guard guess == .byFinestCell else { return ways }
    for cell in order {
      guard let change = later.difference(since: earlier, of: cell) else { continue }
      let way: Way = change > 0 ? .came : change < 0 ? .left : .same
      for base in cells[cell].bases {
        let size = cells[cell].bases.count
        guard let known = sizes[base] else {
          sizes[base] = size
          ways[base] = way
          continue
        }
        // Two cells of one size that say different things say nothing.
        if known == size, ways[base] != way { ways[base] = .either }
      }
    }
    return ways
  }

  /// Whether the newest release gives something away that the earlier ones did not.
  ///
  /// - Throws: `contradiction` where the guess does not fit the figures.
  func newlyGiven() throws(SuppressionError) -> Bool {
    let now = try given(rows.map(\.published))
    guard !now.isEmpty else { return false }
    let before = try given(rows.map { $0.state == last ? nil : $0.published })
    return !now.isSubset(of: before)
  }

  /// Rows of which more can be told than their mark says, given some of the figures.
  private func given(_ published: [Int?]) throws(SuppressionError) -> Set<Int> {
    let attacker = try Attacker(system: system, published: published)
    let verdict = try attacker.verdict(threshold: threshold)
    var given: Set<Int> = []
    for row in Set(verdict.exact).union(verdict.narrow)
    where rows[row].isMarked && published[row] == nil {
      // That nobody came gives nobody away, and many are many.
      let least = rows[row].state == nil ? 1 : leastUnsafe
      let interval = try attacker.feasibilityInterval(of: row)
      guard interval.lower >= least, let upper = interval.upper, upper < threshold else { continue }
      // That much and no more is asked for of a count; of what came or left, all that a mark says.
      if let slidingWidth, rows[row].state != nil, upper - interval.lower >= slidingWidth {
        continue
      }
      given.insert(row)
    }
    return given
  }
}
