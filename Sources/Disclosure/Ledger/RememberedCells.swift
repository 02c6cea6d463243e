import Partnership
import Suppression

/// What earlier releases have and no table has now is still in the attacker's hands.
extension History {
  /// Cells of tables of earlier releases, apart from those that are in a table now.
  func cells(
    of gone: [TableLayout], apartFrom layouts: [TableLayout], in population: Population
  ) -> [AdditiveSystem.Cell] {
    guard !tables.isEmpty else { return [] }
    var planned: Set<[String]> = []
    for layout in layouts where gone.contains(where: { $0.plan.code == layout.plan.code }) {
      for position in 0..<layout.cellCount { planned.insert(layout.codes(at: position)) }
    }
    return gone.flatMap { layout in
      (0..<layout.cellCount).compactMap { position in
        let codes = layout.codes(at: position)
        guard knows(codes), !planned.contains(codes) else { return nil }
        return AdditiveSystem.Cell(
          codes: codes,
          bases: layout.bases(at: layout.indices(at: position), in: population))
      }
    }
  }
}

extension PlannedTable {
  /// The columns that a table's code names, where it is a table of this one's measure: `I2.4-sex-age`
  /// of `I2.4` is by sex and age.
  ///
  /// - Parameter names: the columns that there are; a name may hold hyphens.
  func dimensions(in table: String, among names: [String]) -> [String]? {
    if table == code { return [] }
    guard table.hasPrefix(code + "-") else { return nil }
    return Self.columns(in: table.dropFirst(code.count), among: names)
  }

  private static func columns(in rest: Substring, among names: [String]) -> [String]? {
    if rest.isEmpty { return [] }
    for name in names where rest.hasPrefix("-" + name) {
      let others = names.filter { $0 != name }
      if let more = columns(in: rest.dropFirst(name.count + 1), among: others) {
        return [name] + more
      }
    }
    return nil
  }
}

extension ProtectedTables {
  /// The cells of one period as they would be published.
  ///
  /// - Parameters:
  ///   - period: a position among the first dimension's categories.
  ///   - rounding: how the counts of a table are rounded; nil where they are not.
  ///   - isAbsent: whether a table has no figures of that period.
  func tracked(
    in period: Int, totalsAreExact: Bool, rounding: (PlannedTable) -> Rounding? = { _ in nil },
    isAbsent: (PlannedTable) -> Bool
  ) -> [RevisionGuard.Tracked] {
    layouts.enumerated().flatMap { index, layout -> [RevisionGuard.Tracked] in
      let isAbsent = isAbsent(layout.plan)
      let rounding = rounding(layout.plan)
      return (0..<layout.cellCount).compactMap { position -> RevisionGuard.Tracked? in
        guard layout.indices(at: position).first == period else { return nil }
        let cell = starts[index] + position
        let isShown = statuses[cell] == .published && !isAbsent
        return RevisionGuard.Tracked(
          codes: layout.codes(at: position), bases: system.cells[cell].bases,
          now: isShown ? rounding?.shown(values[cell]) ?? values[cell] : nil,
          isHidden: !isShown && !isAbsent,
          isExact: totalsAreExact && layout.plan.dimensions.isEmpty)
      }
    }
  }
}
