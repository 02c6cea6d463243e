import Suppression

/// Whether the figures of one period may replace those of the last release, since a reader of both
/// sees the difference.
///
/// A difference from 1 to k − 1 is as unsafe as a count from 1 to k − 1. Where one shows, or where
/// both releases together give more away than their marks say, the whole period stays as it was,
/// marked as awaiting revision: late records never block a release, and never betray themselves.
struct RevisionGuard {
  let history: History
  let threshold: Int

  /// - Parameters:
  ///   - protected: the tables as they would be published now.
  ///   - period: the position of a period among the first dimension's categories.
  func mustWait(_ protected: ProtectedTables, period: Int) throws(SuppressionError) -> Bool {
    var old: [Int?] = []
    var new: [Int?] = []
    var cells: [Int] = []
    var changes = false
    var falls = false
    for (index, layout) in protected.layouts.enumerated() {
      for position in 0..<layout.cellCount where layout.indices(at: position)[0] == period {
        guard let before = history.lastShown(layout.codes(at: position)) else { continue }
        let cell = protected.starts[index] + position
        let isShown = protected.statuses[cell] == .published
        if let then = before.units, isShown {
          let difference = protected.values[cell] - then
          if difference != 0, difference.magnitude < threshold { return true }
          changes = changes || difference != 0
          falls = falls || difference < 0
        }
        // An absence says nothing to add up.
        guard before.units != nil || before.mark == "[c]" else { continue }
        cells.append(cell)
        old.append(before.units)
        new.append(isShown ? protected.values[cell] : nil)
      }
    }
    // Where nothing changed, what was public is in the attacker's hands already; where something
    // fell, records were taken out, and one release says nothing of the other's.
    guard changes, !falls else { return false }
    return try !isSafeTogether(protected.system, cells, old, new)
  }

  /// Both releases as one system: unknowns of the old one, and what was added since.
  private func isSafeTogether(
    _ system: AdditiveSystem, _ cells: [Int], _ old: [Int?], _ new: [Int?]
  ) throws(SuppressionError) -> Bool {
    let used = Set(cells.flatMap { system.cells[$0].bases }).sorted()
    var place: [Int: Int] = [:]
    for (index, base) in used.enumerated() { place[base] = index }
    var rows: [AdditiveSystem.Cell] = []
    var published: [Int?] = []
    for (index, cell) in cells.enumerated() {
      let bases = system.cells[cell].bases.compactMap { place[$0] }
      let added = bases.map { $0 + used.count }
      let codes = system.cells[cell].codes
      rows.append(AdditiveSystem.Cell(codes: codes + ["before"], bases: bases))
      published.append(old[index])
      rows.append(AdditiveSystem.Cell(codes: codes + ["now"], bases: bases + added))
      published.append(new[index])
      rows.append(AdditiveSystem.Cell(codes: codes + ["difference"], bases: added))
      published.append(nil)
    }
    let joint = try AdditiveSystem(baseCount: used.count * 2, cells: rows)
    let verdict = try Attacker(system: joint, published: published).verdict(threshold: threshold)
    let unsafe = Set(verdict.narrow).union(verdict.exact).filter { cell in
      // A difference that both releases show was looked at already, and zero gives nobody away.
      cell % 3 != 2 || (old[cell / 3] == nil || new[cell / 3] == nil)
    }
    return unsafe.isEmpty
  }
}
