import Charts
import Languages
import Partnership
import Publication

/// An indicator in a list: its latest figure, its small line.
extension Edition {
  func subject(_ indicator: Indicator, _ measure: PublishedMeasure) -> Subject {
    Subject(
      indicator, measure: measure,
      objective: compact.objective(indicator.objective)?.number)
  }

  /// - Returns: nil where there is nothing to draw, and for stages, which are named and not measured.
  func sparkline(_ indicator: Indicator, id: String) -> Markup? {
    guard let table = book.record.main(of: indicator.code), table.measure != .stage,
      let spark = Sparkline(table, subject: subject(indicator, table.measure))
    else { return nil }
    return Markup(safe: spark.draw(in: language, id: id, width: .narrow).markup)
  }

  /// The latest figure with its year, or that there is none.
  func latestFigure(_ indicator: Indicator) -> Markup {
    guard let (period, latest) = book.latest(of: indicator.code),
      let table = book.record.main(of: indicator.code)
    else { return #"<span class="unset">\#(self[.indicatorNoFigure])</span>"# }
    let year = book.period(period).map { say.uncapitalized(say.year($0.number)) } ?? period
    let shown: Markup
    switch (latest.value, table.measure) {
    case (let value?, .count), (let value?, .cumulative):
      shown = "\(say.units(value, indicator.unit))"
    case (let value?, .stage): shown = "\(stageName(indicator, value) ?? say.quantity(value))"
    default: shown = figure(latest, table.measure)
    }
    return #"\#(shown) <span class="when">(\#(year))</span>"#
  }

  /// The stages of a milestone are the categories of the nomenclature that it breaks down by.
  func stages(of indicator: Indicator) -> [Localized<String>] {
    let codes = indicator.breakdowns.flatMap(\.self) + ["stage", "stages"]
    return codes.lazy.compactMap { self.compact.nomenclature($0) }.first?.categories.map(\.label)
      ?? []
  }

  func stageName(_ indicator: Indicator, _ value: Quantity) -> String? {
    let stages = stages(of: indicator)
    return stages.indices.contains(value.units) ? text(stages[value.units]) : nil
  }

  /// A stage that was reached, by its name; nil where the figure is no stage, or tells nothing.
  func reached(_ indicator: Indicator, _ figure: Figure, _ measure: PublishedMeasure) -> Markup? {
    guard measure == .stage, let value = figure.value else { return nil }
    return stageName(indicator, value).map { "\($0)" }
  }

  /// What the numbers of stages stand for, as the files have them.
  func stageKey(_ table: PublishedTable) -> Markup {
    guard table.measure == .stage, let indicator = compact.indicator(table.series) else {
      return ""
    }
    let entries = stages(of: indicator).enumerated().map { index, name -> Markup in
      "<div><dt>\(index)</dt><dd>\(text(name))</dd></div>"
    }
    return entries.isEmpty ? "" : #"<dl class="marks">\#(entries.joined())</dl>"#
  }

  /// Indicators as a list: name, small line, latest figure.
  func indicatorList(_ indicators: [Indicator]) -> Markup {
    list(
      indicators.map { indicator in
        let spark = sparkline(indicator, id: "spark-\(slug(indicator.code))") ?? ""
        return
          """
          <span class="code">\(indicator.code)</span>
          <span class="name">\(link(.indicator(indicator.code), plain(indicator.name)))</span>
          <span class="spark">\(spark)</span> <span class="latest">\(latestFigure(indicator))</span>
          """
      }, style: "indicators")
  }
}

extension Edition {
  /// Figures of years that are over, for which nothing is published but that nothing came.
  var awaitedFigures: [AwaitedFigure] {
    book.record.awaited(
      of: compact, in: book.elapsedPeriods, decisions: book.decisions, on: book.today)
  }
}
