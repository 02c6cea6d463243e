import Diagnostics
import Languages
import Partnership

extension DatasetReader {
  /// Lays the schema over the header; nil where anything found is an error.
  func plan(
    for dialect: Dialect, at path: String, into findings: inout Findings
  ) -> ReadingPlan? {
    var own = Findings()
    let header = Place(file: path, line: dialect.headerLines)
    let columns = matched(dialect, at: path, into: &own)
    let confidentiality = compact.confidentialityClass(schema.confidentiality)
    let isOpen = confidentiality.map { $0.threshold == nil && !$0.isNeverPublished } ?? false
    let finest =
      confidentiality == nil
      ? PlaceFineness.region
      : confidentiality?.finestGeography.flatMap { PlaceFineness(words: Folding.words($0)) }
    let children = schema.countsChildren(in: compact)

    var plan = ReadingPlan(
      columns: [], axes: [], matchers: [], amounts: [], hasContributors: false, hasCount: false,
      isAggregated: schema.kind == .aggregated, identifierColumn: nil,
      countsDistinct: schema.countsDistinct, keyBound: 1, weights: [],
      isOpen: isOpen, countsChildren: children,
      suspects: SuspectValue(allowed: compact.institutionalTexts),
      keepsLargest: true)

    // Axes in the schema's order, the period first.
    let ordered =
      schema.columns.filter { $0.role == .period }
      + schema.columns
      .filter { $0.role == .dimension }
    var axisOf: [String: Int] = [:]
    for column in ordered {
      guard
        let (axis, matcher) = axis(
          of: column, children: children, isOpen: isOpen, finest: finest, at: header, into: &own)
      else { continue }
      axisOf[column.name] = plan.axes.count
      plan.axes.append(axis)
      plan.matchers.append(matcher)
    }
    plan.amounts = schema.columns.filter { $0.role == .amount }
      .map { AmountColumn(code: $0.name, decimals: $0.decimals) }

    for (index, column) in columns.enumerated() {
      let name = column?.name ?? dialect.header[index]
      let role = column.map { SuspectRole($0.role) } ?? .plain
      let place = Place(file: path, line: dialect.headerLines, column: index + 1)
      if let suspicion = SuspectHeader.suspicion(
        of: name, role: role, isOpen: isOpen, finest: finest)
      {
        let said: Localized<String> =
          column == nil ? Localized(both: "\(index + 1)") : .inQuotes(name)
        own.add(.refusedColumn(said, suspicion), at: place)
      }
      guard let column else { continue }
      let isAge = AdultAge.isAge(Folding.words(name))
      plan.columns.append(
        ColumnPlan(
          use: use(of: column, axisOf: axisOf, plan: plan), name: name, role: role, isAge: isAge))
      switch column.role {
      case .contributor: plan.hasContributors = true
      case .count: plan.hasCount = true
      case .identifier: plan.identifierColumn = index
      default: break
      }
    }
    checkRoles(of: plan, at: header, into: &own)
    weigh(&plan, at: header, into: &own)
    findings.add(contentsOf: own.all)
    return own.hasErrors ? nil : plan
  }

  /// For each column of the file, the schema's; nil where it has none.
  private func matched(
    _ dialect: Dialect, at path: String, into findings: inout Findings
  ) -> [DatasetSchema.Column?] {
    var byName: [String: DatasetSchema.Column] = [:]
    for column in schema.columns where byName[Folding.fold(column.name)] == nil {
      byName[Folding.fold(column.name)] = column
    }
    let columns = dialect.header.map { byName[Folding.fold($0)] }
    let place = Place(file: path, line: dialect.headerLines)
    if columns.allSatisfy({ $0 == nil }) {
      // Nothing here is a header: it may be the first record, and none of it is said.
      findings.add(.headerWithoutColumns, at: place)
      return columns
    }
    var seen: [String: Int] = [:]
    var proposed: Set<String> = []
    for (index, header) in dialect.header.enumerated() {
      let here = Place(file: path, line: dialect.headerLines, column: index + 1)
      let folded = Folding.fold(header)
      if seen[folded] != nil {
        let name: Localized<String> =
          columns[index].map { .inQuotes($0.name) } ?? Localized(both: String(index + 1))
        findings.add(.duplicateHeader(name), at: here)
        continue
      }
      seen[folded] = index
      if columns[index] == nil {
        let absent = schema.columns.filter { column in
          !dialect.header.contains { Folding.fold($0) == Folding.fold(column.name) }
        }
        let nearest = nearestWord(to: Folding.trim(header), among: absent.map(\.name))
        if let nearest { proposed.insert(nearest) }
        findings.add(.unknownColumn(number: index + 1, nearest: nearest), at: here)
      }
    }
    for column in schema.columns
    where seen[Folding.fold(column.name)] == nil && !proposed.contains(column.name) {
      findings.add(.missingColumn(column.name), at: place)
    }
    return columns
  }

  private func axis(
    of column: DatasetSchema.Column, children: Bool, isOpen: Bool, finest: PlaceFineness?,
    at place: Place, into findings: inout Findings
  ) -> (Axis, CategoryMatcher)? {
    if column.role == .period {
      let codes = ["Y0"] + compact.clock.periods.map(\.code)
      return (
        Axis(code: column.name, nomenclature: nil, categories: codes, isPeriod: true),
        CategoryMatcher(compact.clock, readsDays: isOpen, valid: schema)
      )
    }
    guard let code = column.nomenclature, let nomenclature = compact.nomenclature(code) else {
      findings.add(.unknownNomenclature(column: column.name), at: place)
      return nil
    }
    let words = Folding.words(code) + Folding.words(nomenclature.title.english)
    if let finest, let fineness = PlaceFineness(words: words), fineness > finest {
      findings.add(.refusedColumn(.inQuotes(column.name), .finePlace), at: place)
    }
    let isAge = AdultAge.isAge(words + Folding.words(column.name))
    return (
      Axis(
        code: column.name, nomenclature: code, categories: nomenclature.categories.map(\.code),
        isPeriod: false),
      CategoryMatcher(nomenclature, refusesAdults: children && isAge)
    )
  }

  private func use(
    of column: DatasetSchema.Column, axisOf: [String: Int], plan: ReadingPlan
  ) -> ColumnPlan.Use {
    switch column.role {
    case .period, .dimension: axisOf[column.name].map { .axis($0) } ?? .ignored
    case .count: .count
    case .amount:
      plan.amounts.firstIndex { $0.code == column.name }
        .map { .amount($0, decimals: column.decimals) } ?? .ignored
    case .contributor: .contributor
    case .identifier: .identifier
    case .ignored: .ignored
    }
  }

  private func checkRoles(
    of plan: ReadingPlan, at place: Place, into findings: inout Findings
  ) {
    if !schema.columns.contains(where: { $0.role == .period }) {
      findings.add(.missingRole("period"), at: place)
    }
    if schema.kind == .aggregated, plan.amounts.isEmpty,
      !schema.columns.contains(where: { $0.role == .count })
    {
      findings.add(.missingRole("count"), at: place)
    }
  }

  private func weigh(
    _ plan: inout ReadingPlan, at place: Place, into findings: inout Findings
  ) {
    var weight = 1
    for axis in plan.axes {
      plan.weights.append(weight)
      let (product, overflow) = weight.multipliedReportingOverflow(
        by: max(axis.categories.count, 1))
      if overflow || product > Int.max / 4 {
        findings.add(.tooManyDimensions, at: place)
        return
      }
      weight = product
    }
    plan.keyBound = weight
  }
}

extension SuspectRole {
  init(_ role: DatasetSchema.Role) {
    switch role {
    case .period: self = .period
    case .dimension: self = .dimension
    case .count, .amount: self = .number
    case .contributor: self = .contributor
    case .identifier: self = .identifier
    case .ignored: self = .plain
    }
  }
}

extension Finding.Message {
  fileprivate static var tooManyDimensions: Self {
    Self(
      .error, "too-many-dimensions",
      en: "dimensions of the dataset make more cells than can be kept",
      fr:
        "les dimensions du jeu de données se croisent en plus de cellules qu’il n’est possible d’en "
        + "garder")
  }
}
