import Suppression

/// All tables of whole numbers up to a ceiling over a tiny system, as what they change of a true
/// one. Made once, it answers for every choice of hidden cells: a table fits what is published when
/// it changes hidden cells only.
struct TinyTables {
  let system: AdditiveSystem
  /// The cells that a table changes, a bit each, and by how much it changes each cell.
  private let tables: [(mask: UInt64, changes: [Int])]

  /// - Parameter ceilings: the largest count of each base cell that is tried.
  init(_ system: AdditiveSystem, base: [Int], ceilings: [Int]) {
    self.system = system
    let columns = (0..<system.baseCount).map { base in
      system.cells.indices.flatMap { cell in
        zip(system.cells[cell].bases, system.cells[cell].coefficients)
          .filter { $0.0 == base }.map { (cell: cell, coefficient: $0.1) }
      }
    }
    var tables: [(mask: UInt64, changes: [Int])] = []
    var changes = [Int](repeating: 0, count: system.cells.count)
    func place(_ index: Int) {
      if index == system.baseCount {
        var mask: UInt64 = 0
        for cell in changes.indices where changes[cell] != 0 { mask |= 1 << UInt64(cell) }
        tables.append((mask, changes))
        return
      }
      for (cell, coefficient) in columns[index] { changes[cell] -= coefficient * base[index] }
      for count in 0...ceilings[index] {
        if count > 0 { for (cell, coefficient) in columns[index] { changes[cell] += coefficient } }
        place(index + 1)
        if system.empty.contains(index) { break }
      }
      let last = system.empty.contains(index) ? 0 : ceilings[index]
      for (cell, coefficient) in columns[index] {
        changes[cell] -= coefficient * (last - base[index])
      }
    }
    place(0)
    self.tables = tables
  }

  /// How far each cell can fall and rise when these cells are hidden.
  func reach(hiding hidden: UInt64) -> [ClosedRange<Int>] {
    var lowest = [Int](repeating: 0, count: system.cells.count)
    var highest = lowest
    for table in tables where table.mask & ~hidden == 0 {
      for (cell, change) in table.changes.enumerated() {
        lowest[cell] = min(lowest[cell], change)
        highest[cell] = max(highest[cell], change)
      }
    }
    return zip(lowest, highest).map { $0...$1 }
  }

  /// The least loss of all patterns that protect, by trying every one; `nil` when none does.
  func leastLoss(
    _ values: [Int], _ unsafe: [UnsafeCell], weights: [Double], fixed: Set<Int> = []
  ) -> Double? {
    var start: UInt64 = 0
    for entry in unsafe { start |= 1 << UInt64(entry.cell) }
    // What a side needs: one of these sets of cells hidden, least sets only.
    var sides: [[UInt64]] = []
    for entry in unsafe {
      guard case .interval(let range) = entry.requirement else { return nil }
      let value = values[entry.cell]
      for need in [range.lowerBound - value, range.upperBound - value] where need != 0 {
        guard need < 0 ? range.lowerBound < value : range.upperBound > value else { continue }
        let masks = Set(
          tables.filter {
            need < 0 ? $0.changes[entry.cell] <= need : $0.changes[entry.cell] >= need
          }.map { $0.mask | start })
        sides.append(
          masks.filter { mask in !masks.contains { $0 != mask && $0 & ~mask == 0 } }.sorted())
      }
    }
    var price = [Double](repeating: 0, count: 64)
    for cell in values.indices { price[cell] = weights[cell] }
    let kept = fixed.reduce(into: UInt64(0)) { $0 |= 1 << UInt64($1) }
    func loss(_ mask: UInt64) -> Double {
      values.indices.reduce(0) { mask & ~start & (1 << UInt64($1)) != 0 ? $0 + price[$1] : $0 }
    }
    var best: Double?
    // Depth first over the sides, each by one of its sets.
    func extend(_ hidden: UInt64) {
      if let best, loss(hidden) >= best - 1e-9 { return }
      guard let side = sides.first(where: { masks in !masks.contains { $0 & ~hidden == 0 } })
      else {
        best = loss(hidden)
        return
      }
      for mask in side where mask & kept == 0 { extend(hidden | mask) }
    }
    extend(start)
    return best
  }
}
