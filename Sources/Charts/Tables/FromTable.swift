import Languages
public import Partnership
public import Publication

extension LineChart {
  /// The periods of a table from left to right, a line for each category of `dimension` (totals
  /// apart), or one line where none is named.
  ///
  /// - Returns: nil where the table has no such dimension, or another that has no total.
  public init?(
    _ table: PublishedTable, subject: Subject, along dimension: String? = nil,
    targets: [Target] = [], baseline: Baseline? = nil, breaks: [Int] = []
  ) {
    guard let periods = table.dimensions.first else { return nil }
    var along = [0]
    if let dimension {
      guard let position = table.position(of: dimension), position > 0 else { return nil }
      along.append(position)
    }
    guard let slice = TableSlice(table, along: along) else { return nil }
    self.init(
      subject: subject, periods: periods.categories.map(\.label),
      series: slice.series(along: dimension == nil ? nil : along[1], name: subject.name),
      targets: periods.categories.map { period in
        targets.first { $0.period == period.code }.map { Quantity($0.value) }
      }, baseline: baseline?.value.map { Quantity($0) }, breaks: breaks)
  }
}

extension SmallMultiples {
  /// A panel for each category of `dimension`, totals apart.
  public init?(_ table: PublishedTable, subject: Subject, along dimension: String) {
    guard let position = table.position(of: dimension), position > 0,
      let slice = TableSlice(table, along: [0, position])
    else { return nil }
    self.init(
      subject: subject, periods: table.dimensions[0].categories.map(\.label),
      panels: slice.series(along: position, name: subject.name))
  }
}

extension Sparkline {
  /// - Returns: nil where a dimension other than the period has no total.
  public init?(_ table: PublishedTable, subject: Subject) {
    guard let periods = table.dimensions.first, let slice = TableSlice(table, along: [0]) else {
      return nil
    }
    self.init(
      subject: subject, periods: periods.categories.map(\.label),
      figures: slice.series(along: nil, name: subject.name).first?.figures ?? [])
  }
}

extension BarChart {
  /// A bar for each category of `dimension` in one period, split by `parts` where it is named.
  ///
  /// - Parameter period: its code; the last one with figures where none is given.
  public init?(
    _ table: PublishedTable, subject: Subject, along dimension: String, parts: String? = nil,
    period: String? = nil, arrangement: Arrangement = .grouped, order: Order = .given
  ) {
    guard let position = table.position(of: dimension), position > 0,
      let periodIndex = table.periodIndex(period)
    else { return nil }
    var along = [0, position]
    if let parts {
      guard let other = table.position(of: parts), other > 0, other != position else { return nil }
      along.append(other)
    }
    guard let slice = TableSlice(table, along: along) else { return nil }
    let categories = table.dimensions[position].categories
    let rows = TableSlice.parts(of: table.dimensions[position])
    let series: [Series]
    var totals: [Figure] = []
    if let parts, let other = table.position(of: parts) {
      let choices = table.dimensions[other].categories
      func column(_ part: Int) -> [Figure] {
        rows.compactMap { slice.figure([(0, periodIndex), (position, $0), (other, part)]) }
      }
      series = TableSlice.parts(of: table.dimensions[other]).map {
        Series(choices[$0].label, column($0))
      }
      if let total = choices.firstIndex(where: { $0.isTotal }) { totals = column(total) }
    } else {
      series = [
        Series(
          subject.name,
          rows.compactMap { slice.figure([(0, periodIndex), (position, $0)]) })
      ]
    }
    self.init(
      subject: subject, categories: rows.map { categories[$0].label }, series: series,
      totals: totals, arrangement: arrangement, order: order,
      period: table.dimensions[0].categories[periodIndex].label)
  }
}

extension DotPlot {
  /// A row for each category of `dimension`, a dot for each of the periods named.
  public init?(
    _ table: PublishedTable, subject: Subject, along dimension: String, periods: [String]
  ) {
    guard let position = table.position(of: dimension), position > 0,
      let slice = TableSlice(table, along: [0, position])
    else { return nil }
    let rows = TableSlice.parts(of: table.dimensions[position])
    let indices = periods.compactMap { table.periodIndex($0) }
    guard indices.count == periods.count else { return nil }
    self.init(
      subject: subject, categories: rows.map { table.dimensions[position].categories[$0].label },
      series: indices.map { index in
        Series(
          table.dimensions[0].categories[index].label,
          rows.compactMap { slice.figure([(0, index), (position, $0)]) })
      })
  }
}

extension SlopeChart {
  /// A line for each category of `dimension` between two periods.
  public init?(
    _ table: PublishedTable, subject: Subject, along dimension: String, from: String, to: String
  ) {
    guard let position = table.position(of: dimension), position > 0,
      let slice = TableSlice(table, along: [0, position]),
      let first = table.periodIndex(from), let last = table.periodIndex(to)
    else { return nil }
    let periods = table.dimensions[0].categories
    self.init(
      subject: subject, from: periods[first].label, to: periods[last].label,
      rows: TableSlice.parts(of: table.dimensions[position]).compactMap { index in
        guard let one = slice.figure([(0, first), (position, index)]),
          let other = slice.figure([(0, last), (position, index)])
        else { return nil }
        return Row(table.dimensions[position].categories[index].label, from: one, to: other)
      })
  }
}

extension DistrictMap {
  /// The figures of one period by the code of the district, as the dimension `district` has them.
  public init?(
    _ table: PublishedTable, subject: Subject, districts: [District],
    along dimension: String = "district", period: String? = nil
  ) {
    guard let position = table.position(of: dimension), position > 0,
      let slice = TableSlice(table, along: [0, position]),
      let periodIndex = table.periodIndex(period)
    else { return nil }
    var figures: [String: Figure] = [:]
    for index in TableSlice.parts(of: table.dimensions[position]) {
      figures[table.dimensions[position].categories[index].code] =
        slice.figure([(0, periodIndex), (position, index)])
    }
    self.init(
      subject: subject, districts: districts, figures: figures,
      period: table.dimensions[0].categories[periodIndex].label)
  }
}

extension TableSlice {
  /// A series of periods for each category of a dimension, totals apart; one where it is nil.
  func series(along position: Int?, name: Localized<String>) -> [Series] {
    let periods = table.dimensions[0].categories.indices
    guard let position else {
      return [Series(name, periods.compactMap { figure([(0, $0)]) })]
    }
    return TableSlice.parts(of: table.dimensions[position]).map { category in
      Series(
        table.dimensions[position].categories[category].label,
        periods.compactMap { figure([(0, $0), (position, category)]) })
    }
  }
}
