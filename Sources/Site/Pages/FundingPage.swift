import Charts
import Languages
import Partnership
import Publication

/// Section VII.A: the ceiling, and what a dataset tells of commitments and disbursements, protected
/// as amounts are.
extension Edition {
  func fundingPage() -> Page {
    let ceiling: Markup =
      compact.funding.map { funding in
        paragraph(
          "\(say.ceiling(funding.amount, funding.currency, condition: string(funding.condition)))",
          style: "headline")
      } ?? ""
    let tables = book.record.tables.filter { $0.series.hasPrefix("funding-") }
    // What the last row of another table says is not said again.
    let shown = tables.filter { table in
      !tables.contains { other in
        other.series == table.series && other.dimensions.count > table.dimensions.count
          && other.dimensions.dropFirst().allSatisfy { $0.categories.contains(where: \.isTotal) }
      }
    }.map { table -> Markup in
      let id = slug(table.code)
      let name = seriesName(table.series)
      let by = table.dimensions.dropFirst().map { text($0.title) }
      let title = by.isEmpty ? name : "\(name), \(say.uncapitalized(say.breakdown(by: by)))"
      return self.table(table, id: id, caption: "\(title)").markup
        + legend(of: table.figures, hidden: .markHiddenAmountLong)
    }.joined()
    return plainPage(
      .funding, kind: "funding", title: self[.fundingTitle], description: self[.fundingLede],
      trail: [homeCrumb, crumb(.navPartnership, .agreement)],
      lede: ceiling + paragraph("\(self[.fundingLede])"),
      body: tables.isEmpty
        ? paragraph("\(self[.fundingNone])")
        : fundingCharts(tables) + section("amounts", self[.fundingTables], shown))
  }

  /// The series beside one another: by partnership year, then by objective in the latest year.
  private func fundingCharts(_ tables: [PublishedTable]) -> Markup {
    var html = Markup()
    let totals = tables.filter { $0.dimensions.count == 1 }
    if let chart = fundingByYear(totals) {
      html += figure(ChartFigure(chart: chart, id: "by-year"))
    }
    let codes = tables.filter { $0.dimensions.count == 2 }.map { $0.dimensions[1].code }
    for code in codes.indices.filter({ codes.firstIndex(of: codes[$0]) == $0 }).map({ codes[$0] }) {
      let parts = tables.filter { $0.dimensions.count == 2 && $0.dimensions[1].code == code }
      if let chart = fundingInLatestYear(parts) {
        html += figure(ChartFigure(chart: chart, id: "by-\(slug(code))"))
      }
    }
    return html
  }

  private func fundingByYear(_ tables: [PublishedTable]) -> BarChart? {
    guard let first = tables.first, let periods = first.dimensions.first?.categories else {
      return nil
    }
    func figure(_ table: PublishedTable, _ period: PublishedCategory) -> Figure? {
      table.figure([period.code])
    }
    let told = periods.filter { period in
      tables.contains { figure($0, period).map { $0.value != nil || $0.isHidden } ?? false }
    }
    guard let last = told.last else { return nil }
    let values = tables.compactMap { figure($0, last)?.value }
    let title =
      values.count == tables.count && tables.count == 2
      ? bothLanguages { edition in
        edition.say.funded(
          edition.periodTitle(last), edition.say.value(values[0], first.measure),
          edition.say.value(values[1], first.measure))
      } : nil
    return BarChart(
      subject: fundingSubject(first, title: title), categories: told.map(\.label),
      series: fundingSeries(tables) { table in told.compactMap { figure(table, $0) } })
  }

  private func fundingInLatestYear(_ tables: [PublishedTable]) -> BarChart? {
    guard let first = tables.first, let periods = first.dimensions.first?.categories else {
      return nil
    }
    let parts = first.dimensions[1].categories.filter { !$0.isTotal }
    func figures(_ table: PublishedTable, _ period: PublishedCategory) -> [Figure] {
      parts.compactMap { table.figure([period.code, $0.code]) }
    }
    let last = periods.last { period in
      tables.contains { table in
        figures(table, period).contains { $0.value != nil || $0.isHidden }
      }
    }
    guard let last else { return nil }
    return BarChart(
      subject: fundingSubject(first), categories: parts.map(\.label),
      series: fundingSeries(tables) { figures($0, last) }, period: last.label)
  }

  private func fundingSeries(
    _ tables: [PublishedTable], _ figures: (PublishedTable) -> [Figure]
  ) -> [Series] {
    tables.map { table in
      Series(bothLanguages { $0.seriesName(table.series) }, figures(table))
    }
  }

  private func fundingSubject(
    _ table: PublishedTable, title: Localized<String>? = nil
  ) -> Subject {
    Subject(
      name: bothLanguages { $0[.fundingTitle] },
      // Amounts have a currency, and no noun.
      unit: UnitName(
        one: Localized(both: ""), many: Localized(both: ""), isFeminineInFrench: false),
      measure: table.measure, title: title)
  }

  /// The same words in each language, for a chart, which bears both.
  private func bothLanguages(_ words: (Edition) -> String) -> Localized<String> {
    Localized(
      english: words(Edition(book, in: .english, at: .funding, watch)),
      french: words(Edition(book, in: .french, at: .funding, watch)))
  }
}
