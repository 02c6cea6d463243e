import Suppression

/// Whether the amounts of one period may replace those of earlier releases, since a reader of all of
/// them sees by how much each changed.
///
/// The change of an amount is an amount, and unsafe where one contributor is behind it. The ledger
/// holds no contributor, so that who was behind it is not known: the worst is taken that those who
/// contribute now allow. Where that breaks a rule, or where a change touches a cell that is not shown
/// in both releases, the whole period stays as it was, marked as awaiting revision.
///
/// Where every changed cell is shown in both releases, the changes that can be worked out are sums of
/// those of the finest cells; dominance and p % are subadditive (Cox 1981, "Linear sensitivity
/// measures in statistical disclosure control"), so that sums of safe changes are safe.
struct AmountRevisionGuard {
  let history: History
  /// Of amounts by contributor.
  let rules: [any SensitivityRule]
  /// Of what would be published now.
  let decimals: Int

  /// One cell of the period, of a table that is published or was.
  struct Tracked: Sendable, Hashable {
    let codes: [String]
    /// The unknowns that it sums.
    let bases: [Int]
    /// What would be published now, in units; nil where it is hidden, or not there.
    let now: Int?
    /// Whether a mark would stand there now.
    var isHidden = false
  }

  /// - Parameter content: what a sum of unknowns is now, and what its contributors give to it, the
  ///   largest of them at least.
  func mustWait(_ cells: [Tracked], content: ([Int]) -> CellContent) -> Bool {
    let shown = cells.map { history.shown($0.codes) }
    return (0..<(shown.first?.count ?? 0)).contains { release in
      mustWait(cells, since: shown.map { $0[release] }, content)
    }
  }

  private func mustWait(
    _ cells: [Tracked], since earlier: [Release.Cell?], _ content: ([Int]) -> CellContent
  ) -> Bool {
    let changes = zip(cells, earlier).map { cell, then -> Int? in
      guard let now = cell.now, let units = then?.units else { return nil }
      return now - units
    }
    guard changes.contains(where: { $0 ?? 0 != 0 }) else { return false }
    // Amounts counted otherwise cannot be compared here; of one that fell nobody knows who left.
    let isComparable = zip(changes, earlier).allSatisfy { change, then in
      change.map { $0 >= 0 && then?.decimals == decimals } ?? true
    }
    guard isComparable else { return true }
    // An attacker takes it that a cell that did not change holds nothing that did.
    let still = zip(cells, changes).reduce(into: Set<Int>()) { still, cell in
      if cell.1 == 0 { still.formUnion(cell.0.bases) }
    }
    let moving = cells.map { $0.bases.filter { !still.contains($0) } }
    for (index, cell) in cells.enumerated() where !moving[index].isEmpty {
      let wasThere = earlier[index].map { $0.units != nil || $0.mark == "[c]" } ?? false
      guard changes[index] != nil || !(wasThere || cell.isHidden || cell.now != nil) else {
        return true
      }
    }
    // The unknowns that the same changed cells hold: each such set must be a cell by itself.
    let changed = cells.indices.filter { changes[$0] != nil && !moving[$0].isEmpty }
    var holding: [Int: [Int]] = [:]
    for index in changed { for base in moving[index] { holding[base, default: []].append(index) } }
    for (_, bases) in Dictionary(grouping: holding.keys.sorted(), by: { holding[$0] ?? [] }) {
      guard let cell = changed.first(where: { moving[$0] == bases }), let change = changes[cell],
        !isUnsafe(change, of: content(bases))
      else { return true }
    }
    return false
  }

  /// Whether a rise may be unsafe: as much of it as can be is taken to be the largest contributor's,
  /// then the next one's.
  private func isUnsafe(_ change: Int, of now: CellContent) -> Bool {
    guard now.contributions.allSatisfy({ $0 >= 0 }) else { return true }
    var rest = change
    var parts: [Int] = []
    for contribution in now.contributions.sorted(by: >) where rest > 0 {
      parts.append(min(contribution, rest))
      rest -= min(contribution, rest)
    }
    // More than all give now: somebody left.
    guard rest <= now.total - now.contributions.reduce(0, +) || rest == 0 else { return true }
    return rules.contains { $0.isUnsafe(CellContent(total: change, contributions: parts)) }
  }
}
