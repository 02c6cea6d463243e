import Languages
import Partnership
import Publication

extension XMLWriter {
  /// An objective as a result of the activity (code list ResultType: 2, outcome), with an
  /// indicator for each measure of its indicators. Nothing where no indicator has a table.
  mutating func result(of objective: Objective, _ input: OpenDataInput) {
    let indicators = input.compact.indicators.filter { $0.objective == objective.code }
    let measured = indicators.flatMap { indicator -> [(Indicator, [PublishedTable])] in
      let tables = input.record.tables.filter { $0.series == indicator.code }
      var measures: [PublishedMeasure] = []
      // The indicator's own measure first: its main table bears the indicator's code.
      for table in tables.sorted(by: { ($0.code.count, $0.code) < ($1.code.count, $1.code) })
      where !measures.contains(table.measure) {
        measures.append(table.measure)
      }
      return measures.map { measure in (indicator, tables.filter { $0.measure == measure }) }
    }
    guard !measured.isEmpty else { return }
    element("result", ["type": "2", "aggregation-status": "0"]) {
      $0.narratives("title", of: objective.shortName)
      $0.narratives("description", of: objective.text.text)
      for (indicator, tables) in measured { $0.indicator(indicator, tables, input) }
    }
  }

  private mutating func indicator(
    _ indicator: Indicator, _ tables: [PublishedTable], _ input: OpenDataInput
  ) {
    guard let first = tables.first else { return }
    let isOwn = tables.contains { $0.code == indicator.code }
    let name = indicator.name.text
    let measure = input.measure(first)
    let ascending = indicator.direction == .down ? "0" : "1"
    element(
      "indicator",
      ["measure": first.measure.iatiCode, "ascending": ascending, "aggregation-status": "0"]
    ) {
      $0.narratives(
        "title",
        of: .each { "\(indicator.code) \(name[$0]) (\(measure[$0]))" })
      $0.narratives("description", of: indicator.reading.text)
      if isOwn { $0.baseline(indicator, tables, input.compact.clock) }
      for period in input.compact.clock.periods where period.number > 0 {
        $0.period(period, indicator, tables, hasTarget: isOwn)
      }
    }
  }

  private mutating func baseline(
    _ indicator: Indicator, _ tables: [PublishedTable], _ clock: Clock
  ) {
    guard let baseline = indicator.baseline else { return }
    let number = Int(baseline.period.dropFirst()) ?? 0
    let end = clock.effective.adding(years: number).adding(days: -1)
    let main = tables.first { $0.code == indicator.code }
    let value =
      baseline.value.map(String.init)
      ?? main?.figure([baseline.period])?.value.map(TidyCSV.plain)
    let comment = Localized(
      english: baseline.isDemonstration ? "Demonstration value" : "Set by the committee",
      french: baseline.isDemonstration ? "Valeur de démonstration" : "Fixée par le comité")
    guard let value else { return }
    element("baseline", ["year": String(end.year), "iso-date": end.iso, "value": value]) {
      $0.narratives("comment", of: comment)
    }
  }

  private mutating func period(
    _ period: Period, _ indicator: Indicator, _ tables: [PublishedTable], hasTarget: Bool
  ) {
    let target = hasTarget ? indicator.targets.first { $0.period == period.code } : nil
    var seen: Set<[String]> = []
    var actuals: [(dimensions: [(String, String)], figure: Figure)] = []
    for table in tables.sorted(by: { $0.dimensions.count < $1.dimensions.count }) {
      for (position, figure) in table.figures.enumerated() {
        let categories = table.categories(at: position)
        guard categories.first?.code == period.code else { continue }
        let dimensions = zip(table.dimensions, categories).dropFirst()
          .filter { !$0.1.isTotal }.map { ($0.0.code, $0.1.code) }
        let key = dimensions.flatMap { [$0.0, $0.1] }
        // An absence is said once, for all; a total is the figure of the table above it.
        if case .absent = figure.state, !dimensions.isEmpty { continue }
        if seen.insert(key).inserted { actuals.append((dimensions, figure)) }
      }
    }
    guard target != nil || !actuals.isEmpty else { return }
    element("period") {
      $0.empty("period-start", ["iso-date": period.start.iso])
      $0.empty("period-end", ["iso-date": period.end.iso])
      if let target {
        $0.element("target", ["value": String(target.value)]) {
          if target.isDemonstration {
            $0.narratives(
              "comment",
              of: Localized(english: "Demonstration value", french: "Valeur de démonstration"))
          }
        }
      }
      for (dimensions, figure) in actuals { $0.actual(figure, dimensions) }
    }
  }

  /// A hidden or absent figure is an actual without a value, and a comment that begins with its
  /// mark.
  private mutating func actual(_ figure: Figure, _ dimensions: [(String, String)]) {
    let marks = (figure.mark.map { [$0] } ?? []) + figure.qualifiers.sorted().map(\.mark)
    func inside(_ xml: inout XMLWriter) {
      for (name, value) in dimensions { xml.empty("dimension", ["name": name, "value": value]) }
      guard !marks.isEmpty else { return }
      xml.narratives(
        "comment",
        of: .each { language in
          marks.map { "\($0) \(MarkWords.words($0)[language])" }.joined(separator: " ")
        })
    }
    if let value = figure.value {
      element("actual", ["value": TidyCSV.plain(value)], inside)
    } else {
      element("actual", [:], inside)
    }
  }
}

extension PublishedMeasure {
  /// Code list IndicatorMeasure: 1 unit, 2 percentage, 4 ordinal.
  var iatiCode: String {
    switch self {
    case .count, .amount, .cumulative: "1"
    case .percentChange: "2"
    case .stage: "4"
    }
  }
}
