import Datasets
import Diagnostics
import Languages
import Partnership
@_spi(Gate) import Publication
import Suppression

/// Makes the published tables of one dataset: plan, protect jointly, climb down the ladder of
/// breakdowns, attack, print.
struct DatasetPress {
  let base: BaseTable
  let schema: DatasetSchema
  let rules: ConfidentialityClass
  let compact: Compact
  let history: History
  /// By measure code the dataset it is published as, where two are protected as one.
  private let owners: [String: DatasetSchema]
  /// By code the measures that are protected and never printed.
  let rests: [String: NestedMeasures.Rest]
  /// What earlier builds chose and proved.
  var memory: (any PatternMemory)?

  init(
    base: BaseTable, schema: DatasetSchema, rules: ConfidentialityClass, compact: Compact,
    history: History, owners: [String: DatasetSchema] = [:]
  ) {
    let nested = NestedMeasures(schema)
    self.base = base
    self.schema = nested.schema
    self.rules = rules
    self.compact = compact
    self.history = history
    rests = nested.rests
    self.owners = owners.merging(nested.rests.mapValues { owners[$0.part] ?? schema }) { $1 }
  }

  /// - Returns: nil where a finding stops it.
  func print(into findings: inout Findings) -> DatasetPart? {
    guard isCovered(by: &findings) else { return nil }
    var part = DatasetPart()
    // Counts of one dataset share their records, whatever the filter: they are one population.
    let counts = schema.measures.filter { $0.function != .sum && $0.function != .milestone }
    let exact = rules.countRules.isEmpty
    if exact {
      for measure in counts where rests[measure.code] == nil { printExactly(measure, into: &part) }
    } else if !counts.isEmpty,
      !printProtected(counts, amount: nil, rules.countRules, into: &part, &findings)
    {
      return nil
    }
    for measure in schema.measures where measure.function == .milestone {
      printExactly(measure, into: &part)
    }
    // So do sums of one column.
    for (amount, column) in schema.columns.filter({ $0.role == .amount }).enumerated() {
      let sums = schema.measures.filter { $0.function == .sum && $0.column == column.name }
      if sums.isEmpty { continue }
      guard printProtected(sums, amount: amount, rules.magnitudeRules, into: &part, &findings)
      else { return nil }
    }
    return part
  }

  /// Fails closed: what the rules of this class do not cover is refused, never shown exactly.
  private func isCovered(by findings: inout Findings) -> Bool {
    if let finest = rules.finestGeography, !compact.geography.contains(finest) {
      findings.add(.unknownGeography(finest, rules.code, compact.geography))
    }
    guard rules.threshold != nil else { return !findings.hasErrors }
    let functions = schema.measures.map(\.function)
    if functions.contains(.sum), rules.magnitudeRules.isEmpty {
      findings.add(.amountsWithoutRule(schema.name, rules.code))
    }
    if functions.contains(.milestone) { findings.add(.milestoneOfPeople(schema.name, rules.code)) }
    return !findings.hasErrors
  }

  // MARK: Planning

  func owner(_ measure: DatasetSchema.Measure) -> DatasetSchema {
    owners[measure.code] ?? schema
  }

  /// One column a dataset, all of the same periods: what is late in one is not zero in it.
  private func columns(of measures: [DatasetSchema.Measure]) -> [String: PeriodColumn] {
    let baseline = periods(of: measures).categories.contains { $0.code == Period.baselineCode }
    return Dictionary(grouping: measures) { owner($0).name }
      .mapValues { periods(of: $0, withBaseline: baseline) }
  }

  private func periods(
    of measures: [DatasetSchema.Measure], withBaseline: Bool = false
  ) -> PeriodColumn {
    var reported: Set<String> = []
    for cell in base.cells where measures.contains(where: { reports(cell, $0) }) {
      guard let axis = base.dimensions.first, let key = cell.keys.first,
        axis.categories.indices.contains(key)
      else { continue }
      reported.insert(axis.categories[key])
    }
    let version = measures.first.map { owner($0).version } ?? schema.version
    return PeriodColumn(
      clock: compact.clock, reported: reported, version: version, withBaseline: withBaseline)
  }

  /// Whether a cell says that its period was received. A record that a filter leaves out does: the
  /// measure is 0 then, not unknown. Of aggregated rows each measure has its own.
  private func reports(_ cell: BaseCell, _ measure: DatasetSchema.Measure) -> Bool {
    guard owner(measure).kind == .records else { return keeps(cell, measure) }
    var whole = measure
    whole.filter = measure.filter.filter { $0.key == JointPopulation.membership }
    return keeps(cell, whole)
  }

  /// How the counts of a table are rounded; nil where they are shown as they are.
  func rounding(of table: PlannedTable) -> Rounding? {
    let isExact = rules.totalsAreExact && table.dimensions.isEmpty
    return table.measure.function == .sum || isExact ? nil : rounding
  }

  /// How the counts of its class are rounded.
  private var rounding: Rounding? {
    guard let base = rules.roundingBase, let threshold = rules.threshold else { return nil }
    return Rounding(base: base, threshold: threshold)
  }

  private func keeps(_ cell: BaseCell, _ measure: DatasetSchema.Measure) -> Bool {
    measure.filter.allSatisfy { name, codes in
      guard let axis = base.dimensions.firstIndex(where: { $0.code == name }) else { return false }
      return codes.contains(base.dimensions[axis].categories[cell.keys[axis]])
    }
  }

  func layout(_ plan: PlannedTable, _ periods: PeriodColumn) -> TableLayout? {
    TableLayout(
      plan, over: base, schema: owner(plan.measure), compact: compact,
      periods: periods.categories)?
      .filtered(
        by: plan.measure.filter, without: rests[plan.measure.code]?.leftOut, in: base)
  }

  // MARK: Exact tables

  /// A class without threshold: every figure as it is.
  private func printExactly(_ measure: DatasetSchema.Measure, into part: inout DatasetPart) {
    let plan = TablePlan(measure: measure, rules: rules, geography: compact.geography)
    part.withheld += plan.withheld
    let periods = periods(of: [measure])
    for table in plan.tables {
      guard let layout = layout(table, periods),
        let population = Population(
          base, axes: layout.usedAxes, amount: nil, keep: { keeps($0, measure) })
      else { continue }
      let figures = (0..<layout.cellCount).map { position in
        let indices = layout.indices(at: position)
        if let absence = periods.absences[indices[0]] { return Figure(.absent(absence)) }
        let members = layout.bases(at: indices, in: population)
        let total = members.reduce(0) { $0 + population.values[$1] }
        return Figure(
          .value(Quantity(total)),
          qualifiers: periods.areProvisional[indices[0]] ? [.provisional] : [])
      }
      part.append(
        published(layout, figures, measure.function == .milestone ? .stage : .count),
        change: measure.function == .percentChange)
      part.report.append(
        DisclosureReport.Entry(
          tables: [table.code], cells: figures.count, unsafe: 0, complementary: 0,
          recoverable: 0, narrow: 0))
    }
  }

  // MARK: Protected tables

  private func printProtected(
    _ measures: [DatasetSchema.Measure], amount: Int?, _ sensitivity: [any SensitivityRule],
    into part: inout DatasetPart, _ findings: inout Findings
  ) -> Bool {
    // Rows outside a part are no sign that the part was received.
    let columns = self.columns(of: measures.filter { rests[$0.code] == nil })
    let fallback = self.periods(of: measures)
    func periods(_ layout: PlannedTable) -> PeriodColumn {
      columns[owner(layout.measure).name] ?? fallback
    }
    var plans = measures.map { TablePlan(measure: $0, rules: rules, geography: compact.geography) }
    part.withheld += plans.flatMap(\.withheld).filter { rests[$0.series] == nil }
    while true {
      dropNeedlessRests(from: &plans)
      let layouts = plans.flatMap(\.tables).compactMap { layout($0, periods($0)) }
      let gone = goneTables(measures, apartFrom: layouts, periods)
      let axes = Set((layouts + gone).flatMap(\.usedAxes)).sorted()
      guard
        let population = Population(
          base, axes: axes, amount: amount,
          keep: { cell in measures.contains { keeps(cell, $0) } })
      else {
        findings.add(.tooManyCells(dataset: schema.name))
        return false
      }
      let remembered = history.cells(of: gone, apartFrom: layouts, in: population)
      let protected: ProtectedTables
      do {
        protected = try ProtectedTables(
          layouts, population: population, rules: sensitivity,
          sensitiveColumns: amount == nil ? rules.allInOneCategory : [],
          intervalWidth: amount == nil ? rules.intervalWidth : nil, isSliding: rules.isSliding,
          totalsAreExact: rules.totalsAreExact && amount == nil,
          totalsStay: rules.totalsStay && amount == nil, remembered: remembered,
          memory: memory, isPublic: { isPublic($1, of: $0, isAmount: amount != nil) })
      } catch {
        // A breakdown that nothing can protect is not published; without one left, nothing is.
        if case .cannotProtect = error,
          let last = layouts.last(where: { $0.isBreakdown && !isRest($0.plan) })
        {
          descend(from: last.plan, in: &plans, into: &part)
          continue
        }
        findings.add(.cannotProtect(dataset: schema.name, error))
        return false
      }
      // The ladder: the breakdown of least worth among those that hide too much goes first.
      let overfull = layouts.indices.last { index in
        layouts[index].isBreakdown && !isRest(layouts[index].plan)
          && protected.hiddenShare(of: index, periods: periods(layouts[index].plan))
            > rules.maximumHiddenShare
      }
      if let overfull {
        descend(from: layouts[overfull].plan, in: &plans, into: &part)
        continue
      }
      guard protected.isSafe else {
        findings.add(
          .recoverable(
            dataset: schema.name, count: protected.exact.union(protected.narrow).count))
        return false
      }
      part.publicFigures.formUnion(protected.publicFigures(compact, sensitivity, &findings))
      if findings.hasErrors { return false }
      let decimals = decimals(of: amount)
      let waiting =
        amount == nil
        ? waitingPeriods(protected, remembered, Array(columns.values), periods)
        : waitingAmounts(
          protected, remembered, population, decimals: decimals,
          Array(columns.values), periods)
      printFigures(
        protected, periods, waiting, isAmount: amount != nil, decimals: decimals, into: &part)
      guardProse(protected, periods, decimals: decimals, into: &part)
      return true
    }
  }

  /// Whether everybody has this value of a cell already; whoever has a count rounded is taken to know it.
  private func isPublic(_ value: Int, of codes: [String], isAmount: Bool) -> Bool {
    if history.hasShown(value, of: codes) { return true }
    guard !isAmount, let rounding else { return false }
    return history.hasShown(rounding.shown(value), of: codes)
  }

  private func printFigures(
    _ protected: ProtectedTables, _ column: (PlannedTable) -> PeriodColumn, _ waiting: Set<Int>,
    isAmount: Bool, decimals: Int, into part: inout DatasetPart
  ) {
    // Of years with figures only: where there are none, no mark stands.
    var hidden: [CellExplanation.Reason] = []
    for (index, layout) in protected.layouts.enumerated() where !isRest(layout.plan) {
      let periods = column(layout.plan)
      func hide(_ value: Int) {
        part.secrets[layout.plan.measure.code, default: []]
          .insert(Quantity(value, decimals: decimals).wholeUnits)
      }
      let figures = (0..<layout.cellCount).map { position in
        let period = layout.indices(at: position)[0]
        if let absence = periods.absences[period] { return Figure(.absent(absence)) }
        let codes = layout.codes(at: position)
        if waiting.contains(period) {
          let figure = history.figure(awaitingRevisionOf: codes)
          let value = protected.value(index, position)
          part.explanations.append(CellExplanation(codes: codes, reason: .awaitingRevision))
          // What waits is not to be typed in a note either.
          let shown = figure.value?.units
          if shown != value {
            hide(value)
            if let shown { hide(abs(value - shown)) }
          }
          return figure
        }
        if protected.isHidden(index, position) {
          hide(protected.value(index, position))
          let reason = protected.reason(index, position)
          hidden.append(reason)
          part.explanations.append(CellExplanation(codes: codes, reason: reason))
          return Figure(.hidden)
        }
        let exact = protected.value(index, position)
        let value = rounding(of: layout.plan)?.shown(exact) ?? exact
        // Nor is the count itself, where a rounded one is shown.
        if value != exact { hide(exact) }
        var qualifiers: Set<Qualifier> = periods.areProvisional[period] ? [.provisional] : []
        if history.hasShownOther(than: value, of: codes) { qualifiers.insert(.revised) }
        return Figure(.value(Quantity(value, decimals: decimals)), qualifiers: qualifiers)
      }
      part.append(
        published(layout, figures, isAmount ? .amount(unit: currency) : .count),
        change: layout.plan.measure.function == .percentChange,
        maximumHiddenShare: rules.maximumHiddenShare)
    }
    part.report.append(
      DisclosureReport.Entry(
        tables: protected.layouts.map(\.plan).filter { !isRest($0) }.map(\.code),
        cells: protected.plannedCount,
        unsafe: hidden.count { $0 != .complementary },
        complementary: hidden.count { $0 == .complementary },
        recoverable: protected.exact.count, narrow: protected.narrow.count))
  }

  /// Keeps what a sentence must not state. What is in a whole and not in a part of it goes by the words
  /// of both.
  private func guardProse(
    _ protected: ProtectedTables, _ column: (PlannedTable) -> PeriodColumn, decimals: Int,
    into part: inout DatasetPart
  ) {
    func series(_ layout: TableLayout) -> [String] {
      let code = layout.plan.measure.code
      return rests[code].map { [$0.whole, $0.part] } ?? [code]
    }
    func isReported(_ layout: TableLayout, _ period: Int) -> Bool {
      column(layout.plan).absences[period] == nil
    }
    for (index, layout) in protected.layouts.enumerated() where isRest(layout.plan) {
      for position in 0..<layout.cellCount where protected.isHidden(index, position) {
        guard isReported(layout, layout.indices(at: position)[0]) else { continue }
        for name in series(layout) {
          part.secrets[name, default: []]
            .insert(Quantity(protected.value(index, position), decimals: decimals).wholeUnits)
        }
      }
    }
    part.combinations.append(
      StatedCombinations(
        protected, decimals: decimals, series: series, isReported: isReported))
    part.shares.append(StatedShares(protected, series: series, isReported: isReported))
  }

  private func decimals(of amount: Int?) -> Int {
    amount.map { schema.columns.filter { $0.role == .amount }[$0].decimals } ?? 0
  }

  private var currency: String { compact.funding?.currency ?? "" }

  private func published(
    _ layout: TableLayout, _ figures: [Figure], _ measure: PublishedMeasure
  ) -> PublishedTable {
    let schema = owner(layout.plan.measure)
    return PublishedTable(
      code: layout.plan.code, series: layout.plan.measure.code, dimensions: layout.dimensions,
      figures: figures, measure: measure,
      provenance: Provenance(
        dataset: schema.name, version: schema.version, source: schema.source,
        confidentiality: rules.code, isDemonstration: schema.isDemonstration,
        subsetOf: schema.subsetOf,
        filter: layout.plan.measure.filter.filter { $0.key != JointPopulation.membership },
        roundedTo: rounding(of: layout.plan)?.base))
  }
}

extension DatasetPart {
  /// Adds a table, and the percent change derived from it where its measure asks for one.
  ///
  /// A derived breakdown of which too much is hidden is left out: its counts say all there is.
  fileprivate mutating func append(
    _ table: PublishedTable, change: Bool, maximumHiddenShare: Int = 100
  ) {
    tables.append(table)
    guard change else { return }
    let derived = table.percentChange()
    let told = derived.figures.count { $0.value != nil || $0.isHidden }
    let isMain = derived.dimensions.count == 1
    if isMain || derived.hiddenCount * 100 <= told * maximumHiddenShare {
      tables.append(derived)
    } else {
      withheld.append(
        WithheldBreakdown(
          series: derived.series, dimensions: derived.dimensions.dropFirst().map(\.code),
          rule: .hiddenShare))
    }
  }
}

extension ProtectedTables {
  /// The share of hidden cells among those of reported periods.
  func hiddenShare(of layout: Int, periods: PeriodColumn) -> Int {
    var cells = 0
    var hidden = 0
    for position in 0..<layouts[layout].cellCount {
      guard periods.absences[layouts[layout].indices(at: position)[0]] == nil else { continue }
      cells += 1
      if isHidden(layout, position) { hidden += 1 }
    }
    return cells == 0 ? 0 : (hidden * 100 + cells - 1) / cells
  }
}
