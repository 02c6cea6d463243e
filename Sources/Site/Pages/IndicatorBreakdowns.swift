import Charts
import Languages
import Partnership
import Publication

/// Breakdowns of an indicator, those withheld with their rule in words, its sheet and its kin.
extension Edition {
  func resultFigures(_ table: PublishedTable?) -> [Figure] {
    guard let table else { return [] }
    return compact.clock.periods.compactMap { table.figure([$0.code]) }
  }

  func breakdowns(of indicator: Indicator) -> Markup {
    let tables = book.record.breakdowns(of: indicator.code)
    let withheld = book.record.withheld.filter { $0.series == indicator.code }
    guard !tables.isEmpty || !withheld.isEmpty else {
      return paragraph("\(self[.indicatorNoBreakdowns])", style: "unset")
    }
    return tables.map { breakdown($0, of: indicator) }.joined()
      + list(withheld.map(withheldLine), style: "withheld")
  }

  private func breakdown(_ table: PublishedTable, of indicator: Indicator) -> Markup {
    let id = slug(table.code)
    let by = table.dimensions.dropFirst().map { text($0.title) }
    let title =
      isCountOfChange(table)
      ? "\(say.capitalized(self[.tableCounts])), \(say.uncapitalized(say.breakdown(by: by)))"
      : say.breakdown(by: by)
    let grid =
      self.table(table, id: "t-\(id)", caption: "\(title)").markup
      + legend(of: table.figures)
    let coarsened = table.dimensions.filter(\.isCoarsened).map { text($0.title) }
    let note: Markup =
      coarsened.isEmpty ? "" : paragraph("\(say.coarsened(coarsened))", style: "note")
    let content =
      breakdownChart(table, of: indicator).map {
        figure(ChartFigure(chart: $0, id: "c-\(id)", table: grid))
      } ?? grid
    return #"<section class="breakdown" id="b-\#(id)"><h3>\#(title)</h3>"# + "\n" + note + content
      + "</section>\n"
  }

  /// Bars of the latest year; a map where the breakdown is by district.
  private func breakdownChart(
    _ table: PublishedTable, of indicator: Indicator
  ) -> (any ChartKind)? {
    let subject = subject(indicator, table.measure)
    let parts = table.dimensions.dropFirst()
    guard let first = parts.first, parts.count <= 2, table.measure != .percentChange else {
      return nil
    }
    if parts.count == 1, !compact.districts.isEmpty,
      first.categories.contains(where: { category in
        compact.districts.contains { $0.code == category.code }
      }),
      let map = DistrictMap(
        table, subject: subject, districts: compact.districts, along: first.code)
    {
      return map
    }
    if parts.count == 2, let second = parts.last {
      return BarChart(table, subject: subject, along: first.code, parts: second.code)
    }
    return BarChart(table, subject: subject, along: first.code)
  }

  private func withheldLine(_ withheld: WithheldBreakdown) -> Markup {
    let names = withheld.dimensions.map(dimensionTitle)
    let rule =
      switch withheld.rule {
      case .hiddenShare: self[.withheldHiddenShare]
      case .maximumCrossing: self[.withheldMaximumCrossing]
      case .forbiddenCrossing: self[.withheldForbiddenCrossing]
      case .finestGeography: self[.withheldFinestGeography]
      }
    return
      """
      <strong>\(say.breakdown(by: names))</strong>, \(self[.withheldNotPublished]) \(rule) \
      \(link(.confidentiality, self[.markHiddenRules]))
      """
  }

  /// A dimension’s title by its code: from a nomenclature, a dataset’s column, or a table.
  func dimensionTitle(_ code: String) -> String {
    if let nomenclature = compact.nomenclature(code) { return text(nomenclature.title) }
    let column = compact.datasets.lazy.flatMap(\.columns).first { $0.name == code }
    if let column { return text(column.title) }
    let dimension = book.record.tables.lazy.flatMap(\.dimensions).first { $0.code == code }
    return dimension.map { text($0.title) } ?? code
  }

  // MARK: Progress

  /// Status in words by the published method: only where baseline and target exist, and never for
  /// an indicator that is read in context.
  func progress(_ indicator: Indicator, _ table: PublishedTable?) -> Markup {
    guard indicator.direction != .context, let table, table.measure != .stage,
      let (code, figure) = book.latest(of: indicator.code), let value = figure.value,
      let target = indicator.targets.first(where: { $0.period == code })?.value,
      let baseline = baselineValue(indicator, table)
    else { return "" }
    let standing = Progress(
      baseline: baseline, target: Double(target), actual: value.double,
      direction: indicator.direction)
    guard let standing else { return "" }
    let year = book.period(code).map { say.uncapitalized(say.year($0.number)) } ?? code
    return
      """
      <p class="progress"><strong>\(self[standing.word])</strong> (\(year)). \
      \(link(.data.at("progress-method"), self[.progressMethodLink]))</p>

      """
  }

  private func baselineValue(_ indicator: Indicator, _ table: PublishedTable) -> Double? {
    guard let baseline = indicator.baseline else { return nil }
    if let value = baseline.value { return Double(value) }
    return table.measure == .percentChange
      ? 0 : table.figure([baseline.period])?.value?.double
  }

  // MARK: Sheet

  func sheet(of indicator: Indicator) -> Markup {
    // Where the sheet has its own words for the unit or the years, the catalogue's are not repeated.
    func isWritten(_ field: String) -> Bool {
      indicator.sheet.contains { $0.field == field && $0.text != nil }
    }
    var pairs: [(String, Markup)] = [
      (self[.sheetCode], "\(indicator.code)"),
      (self[.sheetUnit], isWritten("unit") ? "" : "\(text(indicator.unit.one))"),
      (
        self[.sheetLevel],
        "\(self[indicator.level == .annex ? .sheetLevelAnnex : .sheetLevelCommittee])"
      ),
      (self[.sheetDirection], "\(self[indicator.direction.word])"),
      (
        self[.sheetCombination],
        isWritten("combination") ? "" : "\(self[indicator.combination.word])"
      ),
    ]
    if let rule = compact.confidentialityClass(indicator.confidentiality) {
      pairs.append(
        (
          self[.sheetConfidentiality],
          "\(link(.confidentiality.at("class-" + slug(rule.code)), rule.code)) \(plain(rule.name))"
        ))
    }
    for entry in indicator.sheet
    where entry.text != nil || !["unit", "combination"].contains(entry.field) {
      let label = words.text("sheet.\(entry.field)") ?? entry.field
      pairs.append((label, entry.text.map { text($0) } ?? notYetSet(.sheetNotSet)))
    }
    return facts(pairs)
  }

  // MARK: Kin

  func related(to indicator: Indicator) -> Markup {
    let activities = compact.activities.compactMap { activity -> Markup? in
      guard let relation = activity.indicators.first(where: { $0.indicator == indicator.code })
      else { return nil }
      let part: Markup =
        relation.isPartial ? #" <span class="meta">\#(self[.relatedPartly])</span>"# : ""
      return "\(activityLink(activity.code)) \(plain(activity.text))\(part)"
    }
    let decisions = (book.decisionsConcerning[indicator.code] ?? []).reversed().map(summary)
    var html = Markup()
    if !activities.isEmpty {
      html += "<h3>\(self[.relatedActivities])</h3>\n\(list(activities, style: "activities"))"
    }
    if !decisions.isEmpty {
      html += "<h3>\(self[.relatedDecisions])</h3>\n\(list(decisions, style: "decisions"))"
    }
    return html
  }

  // MARK: Files

  func fileLinks(_ series: String) -> Markup {
    var links: [Markup] = book.input.files.filter { $0.series == series && $0.table == nil }
      .map(fileLink)
    if let indicator = compact.indicator(series), hasChartFile(indicator) {
      links.append(#"<a href="\#(href(file: chartPath(series)))" download>SVG</a>"#)
    }
    return links.joined(by: " · ")
  }

  func fileLink(_ file: DataFileLink) -> Markup {
    #"<a href="\#(href(file: file.path[language]))" download>\#(file.format)</a>"#
  }

  func files(of indicator: Indicator) -> Markup {
    let all = book.input.files.filter { $0.series == indicator.code }.map { file -> Markup in
      let what: Markup =
        file.title.map { "\(text($0))" } ?? file.table.map { tablePart($0) }
        ?? "\(string(indicator.name))"
      let size = file.size.map { " (\(say.bytes($0)))" } ?? ""
      return "\(fileLink(file)) \(what)\(size)"
    }
    let chart: [Markup] =
      hasChartFile(indicator)
      ? [
        """
        <a href="\(href(file: chartPath(indicator.code)))" download>SVG</a> \(self[.filesChart])
        """
      ] : []
    let files = list(all + chart, style: "downloads")
    return files.isEmpty
      ? "" : #"<div class="screen"><h3>\#(self[.dataFiles])</h3>"# + "\n\(files)</div>\n"
  }

  func hasChartFile(_ indicator: Indicator) -> Bool {
    book.record.main(of: indicator.code).flatMap { chartKind(indicator, $0) } != nil
  }

  /// The chart of an indicator’s page as a file of its own, beside the page.
  func chartPath(_ series: String) -> String { Address.indicator(series).chart[language] }

  func chartFile(_ indicator: Indicator) -> SiteFile? {
    guard let table = book.record.main(of: indicator.code), let kind = chartKind(indicator, table)
    else { return nil }
    let chart = kind.draw(in: language, id: slug(indicator.code), width: .wide)
    return SiteFile(path: chartPath(indicator.code), text: chart.standalone())
  }

  /// schema.org’s Dataset, as JSON whose `<` cannot end the element that holds it.
  func datasetDescription(_ indicator: Indicator, _ table: PublishedTable) -> String {
    var members = [
      #""@context":"https://schema.org""#, #""@type":"Dataset""#,
      #""name":\#(json(string(indicator.name)))"#,
      #""description":\#(json(headline(of: indicator)))"#,
      #""identifier":\#(json(indicator.code))"#, #""inLanguage":"\#(language.tag)""#,
      #""dateModified":"\#(table.provenance.version.iso)""#,
      #""isAccessibleForFree":true"#,
    ]
    if let licence = compact.settings.licenceAddress {
      members.append(#""license":\#(json(licence))"#)
    }
    if let address = absolute(Address.indicator(indicator.code)[language]) {
      members.append(#""url":\#(json(address))"#)
    }
    let downloads = book.input.files.filter { $0.series == indicator.code }.compactMap {
      file -> String? in
      guard let address = absolute(file.path[language]) else { return nil }
      return
        #"{"@type":"DataDownload","encodingFormat":\#(json(file.format)),"contentUrl":\#(json(address))}"#
    }
    if !downloads.isEmpty {
      members.append(#""distribution":[\#(downloads.joined(separator: ","))]"#)
    }
    return "{" + members.joined(separator: ",") + "}"
  }
}

extension Direction {
  var word: Word {
    switch self {
    case .up: .directionUp
    case .down: .directionDown
    case .context: .directionContext
    }
  }
}

extension Combination {
  var word: Word {
    switch self {
    case .sum: .combinationSum
    case .snapshot: .combinationSnapshot
    case .cumulative: .combinationCumulative
    case .stage: .combinationStage
    case .change: .combinationChange
    }
  }
}

/// A string of JSON; `<`, `>` and `&` by number, so that it can stand inside HTML.
func json(_ text: String) -> String {
  // Most texts hold none of these, nor the first byte of U+2028.
  let needsCare = text.holdsByte {
    $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x3C || $0 == 0x3E || $0 == 0x26 || $0 == 0xE2
  }
  if !needsCare { return "\"\(text)\"" }
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "<", ">", "&", "\u{2028}", "\u{2029}", "\0"..."\u{1F}":
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
