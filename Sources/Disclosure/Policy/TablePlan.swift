import Partnership
@_spi(Gate) import Publication

/// The tables that a measure asks to publish: its main table, one figure a period, and those of
/// its breakdowns that the class allows, in order of worth.
struct TablePlan {
  let main: PlannedTable
  var breakdowns: [PlannedTable]
  var withheld: [WithheldBreakdown]

  /// - Parameter geography: names of the columns that are places, coarsest first.
  init(measure: DatasetSchema.Measure, rules: ConfidentialityClass, geography: [String]) {
    main = PlannedTable(measure: measure, dimensions: [])
    breakdowns = []
    withheld = []
    for dimensions in measure.breakdowns {
      if let rule = Self.obstacle(
        to: dimensions, filtered: measure.filter.keys.sorted(), rules, geography)
      {
        withheld.append(
          WithheldBreakdown(series: measure.code, dimensions: dimensions, rule: rule))
      } else {
        breakdowns.append(PlannedTable(measure: measure, dimensions: dimensions))
      }
    }
  }

  private static func obstacle(
    to dimensions: [String], filtered: [String], _ rules: ConfidentialityClass,
    _ geography: [String]
  ) -> WithheldBreakdown.Rule? {
    if let most = rules.maximumCrossing, dimensions.count > most { return .maximumCrossing }
    // A measure of one origin, by district, is a crossing of district and origin.
    let crossed = Set(dimensions + filtered)
    if rules.forbiddenCrossings.contains(where: { crossed.isSuperset(of: $0) }) {
      return .forbiddenCrossing
    }
    if let finest = rules.finestGeography, let limit = geography.firstIndex(of: finest),
      dimensions.contains(where: { name in
        geography.firstIndex(of: name).map { $0 > limit } ?? false
      })
    {
      return .finestGeography
    }
    return nil
  }

  /// The main table first, then breakdowns.
  var tables: [PlannedTable] { [main] + breakdowns }
}

/// A table to be published if it can be.
struct PlannedTable: Hashable {
  let measure: DatasetSchema.Measure
  /// Column names, the period aside.
  let dimensions: [String]
  /// By column how many of its finest levels are left out.
  var droppedLevels: [String: Int] = [:]

  /// `I2.4`, `I2.4-sex`; the counts behind a percent change are `I3.1-count`, `I3.1-count-form`.
  var code: String {
    let stem = measure.function == .percentChange ? [measure.code, "count"] : [measure.code]
    return (stem + dimensions).joined(separator: "-")
  }
}
