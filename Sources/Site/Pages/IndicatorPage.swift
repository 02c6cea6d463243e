import Charts
import Languages
import Partnership
import Publication

/// What `indicator.mustache` may say.
struct IndicatorContext: TemplateContext {
  let kicker: Markup
  let title: Markup
  let headline: Markup
  let chart: Markup
  let results: Markup
  let progress: Markup
  let breakdowns: Markup
  let reading: Markup
  let caution: Markup
  let sheet: Markup
  let related: Markup
  let provenance: Markup
  let citation: Markup
  let files: Markup

  static let template = "indicator"
  static let fields: [Field<Self>] = [
    .markup("kicker") { $0.kicker }, .markup("title") { $0.title },
    .markup("headline") { $0.headline }, .markup("chart") { $0.chart },
    .markup("results") { $0.results }, .markup("progress") { $0.progress },
    .markup("breakdowns") { $0.breakdowns }, .markup("reading") { $0.reading },
    .markup("caution") { $0.caution }, .markup("sheet") { $0.sheet },
    .markup("related") { $0.related }, .markup("provenance") { $0.provenance },
    .markup("citation") { $0.citation }, .markup("files") { $0.files },
  ]
}

extension Edition {
  func indicatorPage(_ indicator: Indicator) -> Page {
    let main = book.record.main(of: indicator.code)
    let objective = compact.objective(indicator.objective)
    let headline = headline(of: indicator)
    let context = IndicatorContext(
      kicker: objective.map { "\(tag($0)) \(indicator.code)" } ?? "\(indicator.code)",
      title: text(indicator.name),
      headline: paragraph("\(headline)", style: "headline") + contextNote(indicator),
      chart: main.map { mainChart(indicator, $0) } ?? "",
      results: results(indicator, main), progress: progress(indicator, main),
      breakdowns: breakdowns(of: indicator), reading: text(indicator.reading),
      caution: text(indicator.caution), sheet: sheet(of: indicator),
      related: related(to: indicator),
      provenance: main.map(provenance) ?? expected(from: indicator),
      citation: main.map { citation(indicator, $0) } ?? "", files: files(of: indicator))
    return Page(
      address: .indicator(indicator.code), kind: "indicator",
      title: "\(indicator.code) \(string(indicator.name))", shortTitle: indicator.code,
      description: headline, trail: indicatorTrail(objective),
      main: render(context), objective: objective?.number,
      data: main.map { datasetDescription(indicator, $0) })
  }

  private func indicatorTrail(_ objective: Objective?) -> [Page.Crumb] {
    [homeCrumb, crumb(.navIndicators, .indicators)]
      + (objective.map { [Page.Crumb(title: text($0.shortName), address: .objective($0))] } ?? [])
  }

  // MARK: Headline

  func headline(of indicator: Indicator) -> String {
    guard let table = book.record.main(of: indicator.code),
      let (code, figure) = book.latest(of: indicator.code), let period = book.period(code)
    else { return say.noFigureYet }
    let before = table.figure(["Y\(period.number - 1)"])?.value
    return say.headline(
      .init(
        indicator: indicator, measure: table.measure, period: period, figure: figure,
        target: indicator.targets.first { $0.period == code }?.value,
        previous: table.measure == .count ? before : nil,
        stage: figure.value.flatMap { stageName(indicator, $0) }))
  }

  private func contextNote(_ indicator: Indicator) -> Markup {
    indicator.direction == .context
      ? paragraph("\(self[.indicatorReadInContext])", style: "context") : ""
  }

  // MARK: Chart

  private func mainChart(_ indicator: Indicator, _ table: PublishedTable) -> Markup {
    guard let chart = chartKind(indicator, table) else { return "" }
    return figure(
      ChartFigure(
        chart: chart, id: "chart", table: plainTable(table, id: "chart-table"),
        notes: sourceNote(table), files: fileLinks(indicator.code)))
  }

  func chartKind(_ indicator: Indicator, _ table: PublishedTable) -> (any ChartKind)? {
    let subject = subject(indicator, table.measure)
    let periods = table.dimensions.first?.categories ?? []
    if table.measure == .stage {
      let stages = stages(of: indicator)
      guard !stages.isEmpty else { return nil }
      return MilestoneTrack(
        subject: subject, stages: stages, periods: periods.map(\.label), reached: table.figures)
    }
    let telling = table.figures.count { $0.value != nil || $0.isHidden }
    guard telling > 0 else { return nil }
    if telling == 1, let (code, figure) = book.latest(of: indicator.code),
      let period = periods.first(where: { $0.code == code })
    {
      return BulletChart(
        subject: subject,
        rows: [
          .init(
            period.label, actual: figure,
            target: indicator.targets.first { $0.period == code }.map { Quantity($0.value) },
            baseline: indicator.baseline?.value.map { Quantity($0) })
        ])
    }
    return LineChart(
      table, subject: subject, targets: indicator.targets, baseline: indicator.baseline)
  }

  private func plainTable(_ table: PublishedTable, id: String) -> Markup {
    self.table(table, id: id, caption: "\(self[.indicatorPublishedFigures])").markup
      + legend(of: table.figures) + stageKey(table)
  }

  private func sourceNote(_ table: PublishedTable) -> Markup {
    paragraph(
      """
      \(self[.chartSource]) \(bodyOrText(table.provenance.source)), \
      \(self[.chartVersion]) \(date(table.provenance.version)).
      """)
  }

  func bodyOrText(_ source: String) -> Markup {
    compact.body(source) == nil ? "\(set(source))" : body(source)
  }

  // MARK: Results

  /// Baseline, target and actual, a partnership year each; “not yet set” where nothing is.
  private func results(_ indicator: Indicator, _ table: PublishedTable?) -> Markup {
    let measure = table?.measure ?? .count
    var rows: [Table.Row] = []
    let baseline: Markup =
      indicator.baseline.map { baseline in
        baseline.value.map { "\(say.value(Quantity($0), measure))" }
          ?? table?.figure([baseline.period]).map { figure($0, measure) }
          ?? notYetSet(.indicatorBaselineNotSet)
      } ?? notYetSet(.indicatorBaselineNotSet)
    rows.append(
      .init(cells: [
        "\(self[.indicatorBaseline])\(decisionNote(indicator.baseline?.decision))", baseline, "",
      ]))
    for period in compact.clock.periods {
      let target = indicator.targets.first { $0.period == period.code }
      let shown: Markup =
        target.map {
          "\(say.value(Quantity($0.value), measure))\(decisionNote($0.decision))"
        } ?? notYetSet(.indicatorTargetNotSet)
      rows.append(
        .init(cells: [
          #"\#(say.year(period.number)) <span class="when">\#(say.span(period.start, period.end))</span>"#,
          actual(indicator, table, period, measure), shown,
        ]))
    }
    return Table(
      id: "results-table", caption: "\(self[.indicatorResultsCaption])",
      columns: [
        .init(title: "\(self[.tableYear])"),
        .init(title: "\(self[.indicatorActual])", isNumber: true),
        .init(title: "\(self[.indicatorTarget])", isNumber: true),
      ], rows: rows
    ).markup + legend(of: resultFigures(table), absent: absences(table))
  }

  /// Marks of years for which there is no table, or no cell of it.
  private func absences(_ table: PublishedTable?) -> Set<Absence> {
    Set(
      compact.clock.periods.compactMap { period in
        table?.figure([period.code]) == nil
          ? (book.today <= period.end ? .notYetDue : .notAvailable) : nil
      })
  }

  private func actual(
    _ indicator: Indicator, _ table: PublishedTable?, _ period: Period, _ measure: PublishedMeasure
  ) -> Markup {
    if let figure = table?.figure([period.code]) {
      return reached(indicator, figure, measure) ?? self.figure(figure, measure)
    }
    let absence: Absence = book.today <= period.end ? .notYetDue : .notAvailable
    return #"<abbr class="mark" title="\#(self[absence.word])">\#(absence.mark)</abbr>"#
  }

  /// A link to the decision that set a baseline or a target.
  private func decisionNote(_ code: String?) -> Markup {
    code.map { #" <span class="by">\#(decisionLink($0))</span>"# } ?? ""
  }

  // MARK: Provenance

  private func provenance(_ table: PublishedTable) -> Markup {
    let provenance = table.provenance
    let title = compact.datasets.first { $0.name == provenance.dataset }?.title
    let rule = compact.confidentialityClass(provenance.confidentiality)
    var pairs: [(String, Markup)] = [
      (self[.provenanceDataset], title.map { plain($0) } ?? "\(provenance.dataset)"),
      (self[.provenanceVersion], date(provenance.version)),
      (self[.provenanceSource], bodyOrText(provenance.source)),
      (self[.provenanceMethod], method(of: table)),
      (
        self[.provenanceRule],
        rule.map {
          "\(link(.confidentiality.at("class-" + slug($0.code)), $0.code)) \(plain($0.name))"
        } ?? "\(provenance.confidentiality)"
      ),
    ]
    if let release = book.input.release { pairs.append((self[.provenanceRelease], "\(release)")) }
    if let revision = book.input.revision {
      pairs.append((self[.provenanceRevision], "<code>\(revision)</code>"))
    }
    if provenance.isDemonstration {
      pairs.append((self[.provenanceNature], "\(self[.demonstrationShort])"))
    }
    return facts(pairs)
  }

  /// How the figures are made from the rows of the dataset; empty where it is not among the content.
  private func method(of table: PublishedTable) -> Markup {
    guard let dataset = compact.datasets.first(where: { $0.name == table.provenance.dataset }),
      let measure = dataset.measures.first(where: { $0.code == table.series })
    else { return "" }
    let kept = table.provenance.filter.sorted { $0.key < $1.key }.map { name, codes in
      let column = dataset.columns.first { $0.name == name }
      let categories = column?.nomenclature.flatMap { compact.nomenclature($0) }?.categories ?? []
      return (
        column.map { text($0.title) } ?? name,
        codes.map { code in categories.first { $0.code == code }.map { text($0.label) } ?? code }
      )
    }
    let title = dataset.title(ofMeasure: measure.code).map { text($0) }
    let base = table.provenance.roundedTo
    let ofParts = book.record.tables.filter { $0.series == table.series }
      .compactMap(\.provenance.roundedTo).first
    let method = say.method(
      measure.function, of: dataset.kind, column: title, kept: kept, roundedTo: base ?? ofParts,
      inParts: base == nil)
    return "\(set(method))"
  }

  /// Where nothing is published yet: the dataset that is to bring it, or that there is none.
  private func expected(from indicator: Indicator) -> Markup {
    let dataset = compact.datasets.first { dataset in
      dataset.measures.contains { $0.code == indicator.code }
    }
    guard let dataset else { return paragraph(notYetSet(.provenanceNone)) }
    return facts([
      (self[.provenanceDataset], plain(dataset.title)),
      (self[.provenanceSource], bodyOrText(dataset.source)),
    ])
  }

  private func citation(_ indicator: Indicator, _ table: PublishedTable) -> Markup {
    let path = Address.indicator(indicator.code)[language]
    let address = absolute(path) ?? path
    let release = book.input.release.map { ", \(self[.footerRelease]) \($0)" } ?? ""
    return
      """
      <h3>\(self[.indicatorCitation])</h3>
      <p class="citation">\(text(compact.settings.title)), \
      <cite>\(indicator.code) \(string(indicator.name))</cite>\(release), \
      \(say.date(book.today)). \(address)</p>
      """
  }
}
