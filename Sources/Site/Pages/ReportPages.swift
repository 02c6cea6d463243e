import Languages
import Notes
import Partnership
import Publication

/// The annual report of Section V.B, from the same records: five parts, one page a year.
extension Edition {
  func reportsPage() -> Page {
    let items = book.elapsedPeriods.reversed().map { period -> Markup in
      """
      \(link(.report(period), "\(self[.reportTitle]) \(say.uncapitalized(say.year(period.number)))"))
      <span class="meta">\(say.span(period.start, period.end))</span>
      """
    }
    return plainPage(
      .reports, kind: "reports", title: self[.reportsTitle], description: self[.reportsLede],
      lede: paragraph("\(self[.reportsLede])"),
      body: items.isEmpty ? paragraph("\(self[.reportsNone])") : list(items, style: "steps"))
  }

  func reportPage(_ period: Period) -> Page {
    let title = "\(self[.reportTitle]) \(say.uncapitalized(say.year(period.number)))"
    let next = book.period("Y\(period.number + 1)")
    // The report of a year is presented at the annual meeting that follows it.
    let meeting = book.meetings.first { record in
      record.meeting.kind == .annual
        && next.map { $0.start <= record.meeting.date && record.meeting.date <= $0.end } ?? false
    }
    let presented: Markup =
      meeting.map {
        "\(self[.reportMeeting]) \(meetingLink($0.meeting.code)), \(date($0.meeting.date))."
      } ?? "\(self[.reportNoMeeting])"
    let narrative = compact.objectives.map { objective -> Markup in
      let codes = Set(book.activities(of: objective).map(\.code))
      let said = (meeting?.reports ?? []).filter { codes.contains($0.activity) }.map {
        report -> Markup in
        """
        \(activityLink(report.activity)) \(text(report.sentence)) \
        <span class="meta">\(status(report.status))</span>
        """
      }
      return said.isEmpty
        ? ""
        : #"<h3 class="o\#(objective.number)">\#(shape(objective))\#(text(objective.shortName))</h3>"#
          + "\n\(list(said, style: "activities"))"
    }.joined()
    let taken = book.decisions.filter { $0.meeting == meeting?.meeting.code }
    let sustaining =
      taken
      + book.decisions.filter { decision in
        !taken.contains(decision) && decision.date <= (meeting?.meeting.date ?? period.end)
      }
    let lasting = sustaining.filter { decision in
      decision.concerns.contains { code in
        compact.indicator(code)?.type == .milestone || concernsMilestone(code)
      }
    }
    let body =
      section(
        "narrative", self[.reportNarrative],
        narrative.isEmpty ? paragraph("\(self[.reportNarrativeNone])") : narrative)
      + section(
        "recommendations", self[.reportRecommendations],
        taken.isEmpty
          ? paragraph("\(self[.reportRecommendationsNone])")
          : list(taken.map(summary), style: "decisions"))
      + section(
        "sustainability", self[.reportSustainability],
        lasting.isEmpty
          ? paragraph("\(self[.reportSustainabilityNone])")
          : list(lasting.map(summary), style: "decisions"))
      + section("improvement", self[.reportImprovement], improvement(period))
      + section("data", self[.reportData], reportTable(period))
    return plainPage(
      .report(period), kind: "report", title: title,
      description: "\(title)\(colon)\(say.span(period.start, period.end)).",
      trail: [homeCrumb, crumb(.navReports, .reports)],
      lede: paragraph("\(say.capitalized(say.span(period.start, period.end))). \(presented)")
        + paragraph("\(self[.reportPrint])", style: "screen meta"),
      body: body)
  }

  /// An activity whose indicators include a milestone, such as a sustainability plan.
  private func concernsMilestone(_ code: String) -> Bool {
    compact.activity(code)?.indicators.contains { relation in
      compact.indicator(relation.indicator)?.type == .milestone
    } ?? false
  }

  private func improvement(_ period: Period) -> Markup {
    let missing = awaitedFigures.filter { $0.period == period }.map { figure -> Markup in
      "\(indicatorLink(figure.indicator.code)) \(plain(figure.indicator.name))\(colon)\(self[.reportFigureMissing])"
    }
    let late = book.decisions.filter { decision in
      decision.date <= period.end && decision.status(on: period.end) == .overdue
    }.map { summary($0, on: period.end) }
    let all = missing + late
    return all.isEmpty
      ? paragraph("\(self[.reportImprovementNone])") : list(all, style: "decisions")
  }

  private func reportTable(_ period: Period) -> Markup {
    var shown: [Figure] = []
    let groups = compact.objectives.map { objective in
      Table.Group(
        title: "\(text(objective.shortName))",
        rows: book.indicators(of: objective).map { indicator in
          let table = book.record.main(of: indicator.code)
          let figure = table?.figure([period.code])
          if let figure { shown.append(figure) }
          let target = indicator.targets.first { $0.period == period.code }
          let measure = table?.measure ?? .count
          let absent: Markup =
            #"<abbr class="mark" title="\#(self[.markNotAvailable])">[x]</abbr>"#
          return .init(cells: [
            "\(indicatorLink(indicator.code)) \(plain(indicator.name))",
            figure.map { reached(indicator, $0, measure) ?? self.figure($0, measure) } ?? absent,
            target.map { "\(say.value(Quantity($0.value), measure))" }
              ?? notYetSet(.indicatorTargetNotSet),
          ])
        })
    }
    return Table(
      id: "report-table", caption: "\(self[.reportDataCaption])",
      columns: [
        .init(title: "\(self[.tableIndicators])"),
        .init(title: "\(self[.indicatorActual])", isNumber: true),
        .init(title: "\(self[.indicatorTarget])", isNumber: true),
      ], groups: groups
    ).markup + legend(of: shown)
  }
}
