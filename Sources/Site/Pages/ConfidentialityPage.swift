import Languages
import Partnership
import Publication

/// The rules in force in plain words, how many cells each table hides, how it is checked, how to
/// ask for removal: generated from the rules that the gate applied.
extension Edition {
  func confidentialityPage() -> Page {
    let hidden = book.record.statement.map(\.hidden).reduce(0, +)
    let cells = book.record.statement.map(\.cells).reduce(0, +)
    let lede =
      cells == 0
      ? self[.confidentialityNoTables]
      : "\(self[.confidentialityLede]) \(say.hidden(hidden, of: cells))"
    let body =
      section("rules", self[.confidentialityRules], rules)
      + section("tables", self[.confidentialityTables], statement)
      + section("withheld", self[.confidentialityWithheld], withheld)
      + section(
        "checked", self[.confidentialityChecked],
        paragraph("\(self[.confidentialityHow])") + publicElsewhere)
      + section(
        "removal", self[.confidentialityRemoval],
        paragraph("\(self[.confidentialityRemovalHow]) \(text(compact.settings.contact))"))
    return plainPage(
      .confidentiality, kind: "confidentiality", title: self[.confidentialityTitle],
      description: lede, lede: paragraph("\(lede)"), body: body)
  }

  private var rules: Markup {
    compact.classes.map { rule in
      """
      <article class="rule" id="class-\(slug(rule.code))">
      <h3>\(rule.code) · \(plain(rule.name))</h3>
      <p>\(text(rule.covers))</p>
      \(list(rule.isNeverPublished ? ["\(self[.ruleNever])"] : lines(rule)))\
      \(paragraph(text(rule.rule), style: "note"))</article>

      """
    }.joined()
  }

  /// Where figures come from that others have published, which ones aside.
  private var publicElsewhere: Markup {
    let sources = Set(compact.publicFigures.map { text($0.source) }).sorted()
    return sources.isEmpty ? "" : paragraph("\(say.publicElsewhere(sources))")
  }

  /// Each rule in a sentence that needs no training to read.
  private func lines(_ rule: ConfidentialityClass) -> [Markup] {
    var lines: [String] = []
    if let threshold = rule.threshold {
      lines.append(say.threshold(threshold))
      lines.append(self[rule.zerosAreSensitive ? .ruleZerosHidden : .ruleZerosShown])
      lines.append(self[.ruleComplementary])
      if rule.totalsAreExact { lines.append(self[.ruleTotalsExact]) }
      if rule.totalsStay { lines.append(say.totalsStay) }
      if let base = rule.roundingBase { lines.append(say.rounded(to: base)) }
      if let width = rule.intervalWidth {
        lines.append(rule.isSliding ? say.slidingWidth(width) : say.intervalWidth(width))
      }
    } else if rule.dominance == nil, rule.pPercent == nil {
      lines.append(self[.ruleExact])
    }
    if rule.threshold != nil, !rule.allInOneCategory.isEmpty {
      lines.append(say.allInOneCategory(rule.allInOneCategory.map(dimensionTitle)))
    }
    if let dominance = rule.dominance {
      lines.append(say.dominance(dominance))
    }
    if let percent = rule.pPercent { lines.append(say.pPercent(percent)) }
    if rule.dominance != nil || rule.pPercent != nil {
      lines.append(say.changedAmounts(areShown: rule.amountsMayChange))
    }
    if let most = rule.maximumCrossing { lines.append(say.maximumCrossing(most)) }
    if let finest = rule.finestGeography {
      lines.append(say.finestGeography(dimensionTitle(finest)))
    }
    for crossing in rule.forbiddenCrossings {
      lines.append(say.forbiddenCrossing(crossing.map(dimensionTitle)))
    }
    if rule.threshold != nil, rule.maximumHiddenShare < 100 {
      lines.append(say.maximumHiddenShare(rule.maximumHiddenShare))
    }
    var all = lines.map { Markup(text: $0) }
    if let decision = rule.decision {
      all.append("\(self[.ruleRelaxed]) \(decisionLink(decision)).")
    }
    return all
  }

  private var statement: Markup {
    guard !book.record.statement.isEmpty else {
      return paragraph("\(self[.confidentialityNoTables])")
    }
    let table = Table(
      id: "statement", caption: "\(self[.confidentialityTablesCaption])",
      columns: [
        .init(title: "\(self[.tableTable])"), .init(title: "\(self[.tableClass])"),
        .init(title: "\(self[.tableCells])", isNumber: true),
        .init(title: "\(self[.tableHidden])", isNumber: true),
      ],
      rows: book.record.statement.map { line in
        .init(cells: [
          tableName(line.table),
          link(.confidentiality.at("class-" + slug(line.confidentiality)), line.confidentiality),
          "\(numbers.text(line.cells))", "\(numbers.text(line.hidden))",
        ])
      })
    return table.markup + paragraph("\(self[.confidentialityWhy])", style: "note")
  }

  /// What of its series a table holds: counts beside a percent change, and what it is broken down by.
  private func parts(of table: PublishedTable) -> [String] {
    let by = table.dimensions.dropFirst().map { text($0.title) }
    return (isCountOfChange(table) ? [self[.tableCounts]] : [])
      + (by.isEmpty ? [] : [say.breakdown(by: by)])
  }

  /// A percent change stands beside the counts that it is made from.
  func isCountOfChange(_ table: PublishedTable) -> Bool {
    table.measure == .count && book.record.main(of: table.series)?.measure == .percentChange
  }

  /// A table on the page of its own indicator.
  func tablePart(_ code: String) -> Markup {
    guard let table = book.record.table(code) else { return "\(code)" }
    let parts = parts(of: table)
    return "\(parts.isEmpty ? self[.tableAll] : say.capitalized(parts.joined(separator: " · ")))"
  }

  /// A table by its indicator and what it is broken down by.
  func tableName(_ code: String) -> Markup {
    guard let table = book.record.table(code) else { return "\(code)" }
    let parts = parts(of: table)
    let rest: Markup = parts.isEmpty ? "" : " · \(parts.joined(separator: " · "))"
    if let indicator = compact.indicator(table.series) {
      let name: Markup = parts.isEmpty ? " \(plain(indicator.name))" : ""
      return "\(indicatorLink(table.series))\(name)\(rest)"
    }
    return "\(seriesName(table.series))\(rest)"
  }

  /// A series that is no indicator by its name: the theme’s, else that of its dataset’s column.
  func seriesName(_ series: String) -> String {
    words.text("series.\(series)")
      ?? compact.datasets.lazy.compactMap { $0.title(ofMeasure: series) }.first.map { text($0) }
      ?? series
  }

  private var withheld: Markup {
    list(
      book.record.withheld.map { withheld in
        "\(indicatorLink(withheld.series)) · \(withheldWords(withheld))"
      }
        + book.record.tables.compactMap { table in
          let coarsened = table.dimensions.filter(\.isCoarsened).map { text($0.title) }
          return coarsened.isEmpty
            ? nil : "\(tableName(table.code))\(colon)\(say.uncapitalized(say.coarsened(coarsened)))"
        })
  }

  private func withheldWords(_ withheld: WithheldBreakdown) -> Markup {
    let rule =
      switch withheld.rule {
      case .hiddenShare: self[.withheldHiddenShare]
      case .maximumCrossing: self[.withheldMaximumCrossing]
      case .forbiddenCrossing: self[.withheldForbiddenCrossing]
      case .finestGeography: self[.withheldFinestGeography]
      }
    return "\(say.breakdown(by: withheld.dimensions.map(dimensionTitle)))\(colon)\(rule)"
  }
}
