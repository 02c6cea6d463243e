import Charts
import Languages
import Partnership

/// An objective: its text, its story, its indicators, its activities, the decisions that touch it.
struct ObjectiveContext: TemplateContext {
  let title: Markup
  let text: Markup
  let standing: Markup
  let chart: Markup
  let indicators: Markup
  let activities: Markup
  let decisions: Markup
  let notes: Markup

  static let template = "objective"
  static let fields: [Field<Self>] = [
    .markup("title") { $0.title }, .markup("text") { $0.text },
    .markup("standing") { $0.standing }, .markup("chart") { $0.chart },
    .markup("indicators") { $0.indicators }, .markup("activities") { $0.activities },
    .markup("decisions") { $0.decisions }, .markup("notes") { $0.notes },
  ]
}

extension Edition {
  func objectivePage(_ objective: Objective) -> Page {
    let activities = book.activities(of: objective)
    let indicators = book.indicators(of: objective)
    let reported = indicators.count { book.isReported($0) }
    let context = ObjectiveContext(
      title: "\(shape(objective))\(text(objective.shortName))",
      text: text(objective.text),
      standing: "\(standing(activities)) \(say.reported(reported, of: indicators.count))",
      chart: activityGrid([objective], id: "grid"),
      indicators: indicators.isEmpty
        ? paragraph("\(self[.objectiveNoIndicators])") : indicatorList(indicators),
      activities: activities.isEmpty
        ? paragraph("\(self[.objectiveNoActivities])")
        : activityTable(activities, id: "activities-table", caption: self[.objectiveActivities]),
      decisions: decisionList(of: objective),
      notes: annexNote(objective))
    return Page(
      address: .objective(objective), kind: "objective", title: text(objective.shortName),
      description: string(objective.text), trail: [homeCrumb],
      main: render(context), objective: objective.number)
  }

  private func decisionList(of objective: Objective) -> Markup {
    let codes =
      [objective.code] + book.activities(of: objective).map(\.code)
      + book.indicators(of: objective).map(\.code)
    let wanted = Set(codes)
    let decisions = book.decisions.filter { !wanted.isDisjoint(with: $0.concerns) }
    return decisions.isEmpty
      ? paragraph("\(self[.objectiveNoDecisions])")
      : list(decisions.reversed().map(summary), style: "decisions")
  }

  private func annexNote(_ objective: Objective) -> Markup {
    guard let annex = objective.annexText else { return "" }
    return paragraph("\(self[.objectiveAnnexWording]) <q>\(text(annex))</q>", style: "note")
  }

  func activityGrid(_ objectives: [Objective], id: String) -> Markup {
    let activities = compact.activities.filter { activity in
      objectives.contains { $0.code == activity.objective }
    }
    guard !activities.isEmpty else { return "" }
    let status = Dictionary(
      activities.map { ($0.code, book.status(of: $0)) }, uniquingKeysWith: { first, _ in first })
    return figure(
      ChartFigure(
        chart: ActivityGrid(objectives: objectives, activities: activities, status: status),
        id: id))
  }

  func activityTable(_ activities: [Activity], id: String, caption: String) -> Markup {
    Table(
      id: id, caption: "\(caption)",
      columns: [
        .init(title: "\(self[.tableActivity])"), .init(title: "\(self[.tableStatus])"),
        .init(title: "\(self[.tableText])"),
        .init(title: "\(self[.tableIndicators])", label: self[.tableIndicators]),
      ],
      rows: activities.map { activity in
        .init(cells: [
          activityLink(activity.code), statusCell(activity), plain(activity.text),
          activity.indicators.map { indicatorLink($0.indicator) }.joined(by: ", "),
        ])
      }, style: "activity-table stacks"
    ).markup
  }

  private func statusCell(_ activity: Activity) -> Markup {
    let shown = status(book.status(of: activity))
    guard let last = book.reports[activity.code]?.last else { return shown }
    return #"\#(shown) <span class="when">\#(date(last.asOf))</span>"#
  }
}
