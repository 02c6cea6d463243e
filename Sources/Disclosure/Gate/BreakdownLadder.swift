import Partnership
@_spi(Gate) import Publication

/// The ladder: a breakdown of which too much would be hidden is shown in broader categories, or not at
/// all.
extension DatasetPress {
  func isRest(_ table: PlannedTable) -> Bool { rests[table.measure.code] != nil }

  /// A rest can be worked out only where both the whole and the part are still broken down so.
  func dropNeedlessRests(from plans: inout [TablePlan]) {
    let shown = plans.filter { !isRest($0.main) }.flatMap(\.breakdowns)
    for index in plans.indices {
      guard let rest = rests[plans[index].main.measure.code] else { continue }
      plans[index].breakdowns.removeAll { table in
        ![rest.whole, rest.part].allSatisfy { code in
          shown.contains {
            $0.measure.code == code && Set($0.dimensions) == Set(table.dimensions)
          }
        }
      }
    }
  }

  /// A rung of the ladder: a breakdown loses its finest level, or goes where it has one level only,
  /// and the page says so.
  func descend(
    from table: PlannedTable, in plans: inout [TablePlan], into part: inout DatasetPart
  ) {
    if let name = coarsenable(table) {
      for plan in plans.indices {
        for index in plans[plan].breakdowns.indices
        where plans[plan].breakdowns[index] == table
          || isRest(plans[plan].breakdowns[index], of: table)
        {
          let now = plans[plan].breakdowns[index].droppedLevels[name] ?? 0
          plans[plan].breakdowns[index].droppedLevels[name] = max(
            now, (table.droppedLevels[name] ?? 0) + 1)
        }
      }
      return
    }
    for index in plans.indices { plans[index].breakdowns.removeAll { $0 == table } }
    part.withheld.append(
      WithheldBreakdown(
        series: table.measure.code, dimensions: table.dimensions, rule: .hiddenShare))
  }

  /// Whether a table is what is in a whole and not in a part, of the same columns as one of the two.
  func isRest(_ rest: PlannedTable, of table: PlannedTable) -> Bool {
    guard let pair = rests[rest.measure.code] else { return false }
    return [pair.whole, pair.part].contains(table.measure.code)
      && Set(rest.dimensions) == Set(table.dimensions)
  }

  /// The column whose finest level is left out next: of those that have a coarser one, that of most
  /// categories.
  func coarsenable(_ table: PlannedTable) -> String? {
    let sizes = table.dimensions.compactMap { name -> (name: String, count: Int)? in
      let dropped = table.droppedLevels[name] ?? 0
      guard let column = owner(table.measure).columns.first(where: { $0.name == name }),
        let nomenclature = column.nomenclature.flatMap(compact.nomenclature),
        nomenclature.levels > dropped + 1
      else { return nil }
      return (name, nomenclature.categories(withoutFinest: dropped).count)
    }
    let most = sizes.map(\.count).max()
    return sizes.first { $0.count == most }?.name
  }
}
