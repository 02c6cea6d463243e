import Datasets
import Partnership
import Publication
import Suppression

/// What earlier releases have to say to the tables of one dataset.
extension DatasetPress {
  /// Tables of these measures that earlier releases had, as they would lie now: those that are no
  /// longer published, and those of which some cells no longer are.
  func goneTables(
    _ measures: [DatasetSchema.Measure], apartFrom layouts: [TableLayout],
    _ periods: (PlannedTable) -> PeriodColumn
  ) -> [TableLayout] {
    let names = base.dimensions.filter { !$0.isPeriod }.map(\.code)
    return history.tables.sorted().compactMap { code in
      for measure in measures where rests[measure.code] == nil {
        guard
          let dimensions = PlannedTable(measure: measure, dimensions: []).dimensions(
            in: code, among: names)
        else { continue }
        let table = PlannedTable(measure: measure, dimensions: dimensions)
        return layout(table, periods(table))
      }
      return nil
    }
  }

  /// Periods whose change since an earlier release would give somebody away.
  func waitingPeriods(
    _ protected: ProtectedTables, _ remembered: [AdditiveSystem.Cell], _ columns: [PeriodColumn],
    _ column: (PlannedTable) -> PeriodColumn
  ) -> Set<Int> {
    guard !history.isEmpty, let threshold = rules.threshold else { return [] }
    let revision = RevisionGuard(
      history: history, threshold: threshold, zerosAreSensitive: rules.zerosAreSensitive,
      slidingWidth: rules.isSliding ? rules.intervalWidth : nil, roundingBase: rules.roundingBase,
      memory: memory)
    var waiting: Set<Int> = []
    for (period, category) in (columns.first?.categories ?? []).enumerated()
    where columns.contains(where: { $0.absences[period] == nil }) {
      let tracked =
        protected.tracked(
          in: period, totalsAreExact: rules.totalsAreExact, rounding: rounding
        ) {
          column($0).absences[period] != nil
        }
        + remembered.filter { $0.codes.dropFirst().first == category.code }.map {
          RevisionGuard.Tracked(codes: $0.codes, bases: $0.bases, now: nil)
        }
      if revision.mustWait(tracked) { waiting.insert(period) }
    }
    return waiting
  }

  /// Periods of amounts whose change since an earlier release could give a contributor away.
  func waitingAmounts(
    _ protected: ProtectedTables, _ remembered: [AdditiveSystem.Cell], _ population: Population,
    decimals: Int, _ columns: [PeriodColumn], _ column: (PlannedTable) -> PeriodColumn
  ) -> Set<Int> {
    let sensitivity = rules.magnitudeRules
    guard !history.isEmpty, !sensitivity.isEmpty, !rules.amountsMayChange else { return [] }
    let revision = AmountRevisionGuard(history: history, rules: sensitivity, decimals: decimals)
    var waiting: Set<Int> = []
    for (period, category) in (columns.first?.categories ?? []).enumerated()
    where columns.contains(where: { $0.absences[period] == nil }) {
      let tracked =
        protected.tracked(in: period, totalsAreExact: false) {
          column($0).absences[period] != nil
        }
        .map {
          AmountRevisionGuard.Tracked(
            codes: $0.codes, bases: $0.bases, now: $0.now, isHidden: $0.isHidden)
        }
        + remembered.filter { $0.codes.dropFirst().first == category.code }.map {
          AmountRevisionGuard.Tracked(codes: $0.codes, bases: $0.bases, now: nil)
        }
      let mustWait = revision.mustWait(tracked) { bases in
        CellContent(
          total: bases.reduce(0) { $0 + population.values[$1] },
          contributions: population.contributions(of: bases))
      }
      if mustWait { waiting.insert(period) }
    }
    return waiting
  }
}
