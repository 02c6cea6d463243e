import Languages
import Partnership

/// All activities with their status, by plain links: by objective, by status, by body; their
/// history; and the matrix with the indicators.
extension Edition {
  private var activitiesCrumb: Page.Crumb { crumb(.navActivities, .activities) }

  func plainPage(
    _ address: Address, kind: String, title: String, description: String? = nil,
    trail: [Page.Crumb]? = nil, lede: Markup, body: Markup, objective: Int? = nil,
    scripts: [String] = [], heading: Markup? = nil
  ) -> Page {
    let context = PlainContext(title: heading ?? "\(title)", lede: lede, body: body)
    return Page(
      address: address, kind: kind, title: title, description: description ?? title,
      trail: trail ?? [homeCrumb], main: render(context),
      objective: objective, scripts: scripts)
  }

  func activitiesPage() -> Page {
    let all = compact.activities
    let grid = activityGrid(compact.objectives, id: "grid")
    let table =
      all.isEmpty
      ? paragraph("\(self[.activitiesNone])")
      : activityTable(all, id: "activities-table", caption: self[.activitiesCaption])
    return plainPage(
      .activities, kind: "activities", title: self[.activitiesTitle],
      description: standing(all), lede: paragraph("\(standing(all))"),
      body: grid + filters(current: .activities)
        + section("list", self[.homeAllActivities], table))
  }

  /// Every filter as a link to a page of its own, so that it works without script.
  private func filters(current: Address) -> Markup {
    func row(_ title: Word, _ links: [(Address, Markup)]) -> Markup {
      guard !links.isEmpty else { return "" }
      let items = links.map { address, content -> Markup in
        address == current
          ? #"<li><a href="\#(href(address))" aria-current="page">\#(content)</a></li>"#
          : "<li>\(link(address, content))</li>"
      }.joined()
      return "<div><dt>\(self[title])</dt><dd><ul>\(items)</ul></dd></div>\n"
    }
    let statuses = ActivityStatus.allCases.filter { !book.activities(with: $0).isEmpty }
    let bodies = compact.bodies.filter { !book.activities(naming: $0).isEmpty }
    return
      """
      <nav class="filters" aria-label="\(self[.filtersLabel])"><dl>
      \(row(.filtersView, [
        (.activities, "\(self[.filtersAll])"), (.activityHistory, "\(self[.historyTitle])"),
        (.matrix, "\(self[.matrixTitle])"),
      ]))\(row(
        .filtersObjective,
        compact.objectives.map { (.activities(of: $0), "\(shape($0))\(text($0.shortName))") }))\
      \(row(.filtersStatus, statuses.map { (.activities(with: $0), status($0)) }))\
      \(row(.filtersBody, bodies.map { (.activities(naming: $0), "\(bodyName($0.code))") }))\
      </dl></nav>

      """
  }

  func activitiesPage(of objective: Objective) -> Page {
    filtered(
      .activities(of: objective), title: "\(self[.activitiesOf]) \(text(objective.shortName))",
      book.activities(of: objective), objective: objective.number)
  }

  func activitiesPage(with status: ActivityStatus) -> Page {
    filtered(
      .activities(with: status), title: say.activities(with: status),
      book.activities(with: status))
  }

  func activitiesPage(naming body: Body) -> Page {
    filtered(
      .activities(naming: body),
      title: "\(self[.activitiesNaming])\(colon)\(bodyName(body.code))",
      book.activities(naming: body))
  }

  private func filtered(
    _ address: Address, title: String, _ activities: [Activity], objective: Int? = nil
  ) -> Page {
    let lede = say.activitiesShown(activities.count, of: compact.activities.count)
    let table =
      activities.isEmpty
      ? paragraph("\(self[.objectiveNoActivities])")
      : activityTable(activities, id: "activities-table", caption: title)
    return plainPage(
      address, kind: "activities", title: title, description: "\(title). \(lede)",
      trail: [homeCrumb, activitiesCrumb], lede: paragraph("\(lede)"),
      body: filters(current: address) + table, objective: objective)
  }

  // MARK: History

  func activityHistoryPage() -> Page {
    let body = compact.objectives.map { objective -> Markup in
      let activities = book.activities(of: objective)
      let entries =
        activities.isEmpty
        ? paragraph("\(self[.objectiveNoActivities])") : activities.map(history).joined()
      return section(slug(objective.code), text(objective.shortName), entries)
    }.joined()
    return plainPage(
      .activityHistory, kind: "history", title: self[.historyTitle],
      description: self[.historyLede], trail: [homeCrumb, activitiesCrumb],
      lede: paragraph("\(self[.historyLede])"), body: filters(current: .activityHistory) + body)
  }

  private func history(_ activity: Activity) -> Markup {
    let objective = compact.objective(activity.objective)
    let number = objective?.number ?? 0
    let reports = book.reports[activity.code] ?? []
    let steps = reports.reversed().map { report -> Markup in
      let by: Markup = report.reportedBy.map { " · \(body($0))" } ?? ""
      let decision: Markup =
        report.decision.map { " · \(self[.historyDecision]) \(decisionLink($0))" } ?? ""
      return
        """
        \(date(report.asOf)) \(status(report.status))\(by)\(decision)
        <blockquote><p>\(text(report.sentence))</p></blockquote>
        <span class="meta">\(meetingLink(report.meeting))</span>
        """
    }
    let decisions = (book.decisionsConcerning[activity.code] ?? []).map { decisionLink($0.code) }
    let indicators = activity.indicators.map { relation -> Markup in
      relation.isPartial
        ? "\(indicatorLink(relation.indicator)) (\(self[.relatedPartly]))"
        : indicatorLink(relation.indicator)
    }
    return
      """
      <article class="activity o\(number)" id="\(slug(activity.code))">
      <h3><span class="code">\(activity.code)</span> \(status(book.status(of: activity)))</h3>
      <p>\(text(activity.text))</p>
      \(facts([
        (self[.activityKind], "\(text(activity.kind))"),
        (self[.activityNames], "\(activity.names[language].map(set).joined(separator: ", "))"),
        (
          self[.activityIndicators],
          indicators.isEmpty ? "\(self[.activityNoIndicator])" : indicators.joined(by: ", ")
        ),
        (self[.activityMilestone], activity.milestone.map { "\(text($0))" } ?? ""),
        (self[.activityDecisions], decisions.joined(by: ", ")),
      ]))\(steps.isEmpty
        ? paragraph("\(self[.historyNothing])", style: "meta") : list(steps, style: "steps"))\
      </article>

      """
  }

  // MARK: Matrix

  func matrixPage() -> Page {
    let uncovered = compact.activities.filter(\.indicators.isEmpty)
    let lede = say.uncovered(uncovered.count)
    let tables = compact.objectives.map { objective -> Markup in
      let activities = book.activities(of: objective)
      let codes = Set(activities.flatMap { $0.indicators.map(\.indicator) })
        .union(book.indicators(of: objective).map(\.code))
      let indicators = compact.indicators.filter { codes.contains($0.code) }
      guard !activities.isEmpty, !indicators.isEmpty else { return "" }
      let table = Table(
        id: "matrix-\(slug(objective.code))",
        caption: "\(text(objective.shortName))\(colon)\(say.uncapitalized(self[.matrixCaption]))",
        columns: [.init(title: "\(self[.tableActivity])")]
          + indicators.map { .init(title: indicatorLink($0.code)) },
        rows: activities.map { activity in
          .init(
            cells: [
              """
              \(activityLink(activity.code)) \
              <span class="gist">\(shortened(string(activity.text)))</span>
              """
            ]
              + indicators.map { cell(activity, $0) })
        }, style: "matrix")
      return section("m-\(slug(objective.code))", text(objective.shortName), table.markup)
    }.joined()
    let rest = uncovered.map { activity -> Markup in
      let milestone: Markup =
        activity.milestone.map {
          #" <span class="meta">\#(self[.activityMilestone])\#(colon)\#(text($0))</span>"#
        } ?? ""
      return "\(activityLink(activity.code)) \(plain(activity.text))\(milestone)"
    }
    return plainPage(
      .matrix, kind: "matrix", title: self[.matrixTitle], description: lede,
      trail: [homeCrumb, activitiesCrumb], lede: paragraph("\(self[.matrixLede]) \(lede)"),
      body: filters(current: .matrix) + tables
        + section("uncovered", self[.matrixUncovered], list(rest, style: "activities")))
  }

  private func cell(_ activity: Activity, _ indicator: Indicator) -> Markup {
    guard let relation = activity.indicators.first(where: { $0.indicator == indicator.code })
    else { return "" }
    return relation.isPartial
      ? #"<abbr title="\#(self[.matrixPartly])">◐</abbr>"#
      : #"<abbr title="\#(self[.matrixFully])">●</abbr>"#
  }
}
