import Charts
import Languages
import Notes
import Partnership

/// Where does the Partnership stand?
struct HomeContext: TemplateContext {
  let title: String
  let goal: Markup
  let standing: Markup
  let clock: Markup
  let objectives: Markup
  let news: Markup
  let missing: Markup

  static let template = "home"
  static let fields: [Field<Self>] = [
    .text("title") { $0.title }, .markup("goal") { $0.goal },
    .markup("standing") { $0.standing }, .markup("clock") { $0.clock },
    .markup("objectives") { $0.objectives }, .markup("news") { $0.news },
    .markup("missing") { $0.missing },
  ]
}

extension Edition {
  func homePage() -> Page {
    let title = string(compact.name)
    let standing = say.standing(of: compact.clock, on: book.today)
    let context = HomeContext(
      title: title, goal: text(compact.goal), standing: paragraph("\(standing)") + extensions,
      clock: clockFigure, objectives: compact.objectives.map(card).joined(), news: news,
      missing: missing)
    return Page(
      address: .home, kind: "home", title: title, description: standing,
      main: render(context))
  }

  private var extensions: Markup {
    compact.amendments.filter { $0.extendsYears > 0 && $0.effective <= book.today }.map {
      paragraph("\(say.extended(by: $0.extendsYears, effective: $0.effective))")
    }.joined()
  }

  private var clockFigure: Markup {
    let done = compact.activities.count { book.status(of: $0) == .completed }
    let reported = compact.indicators.count { book.isReported($0) }
    let clock = FiveYearClock(
      clock: compact.clock, today: book.today,
      progress: [
        .init(
          Localized(english: "activities completed", french: "activités achevées"), done: done,
          of: compact.activities.count),
        .init(
          Localized(
            english: "indicators with a published figure",
            french: "indicateurs avec un chiffre publié"), done: reported,
          of: compact.indicators.count),
      ])
    return figure(ChartFigure(chart: clock, id: "clock"))
  }

  /// An objective with its sentence, its counts and one chart.
  private func card(_ objective: Objective) -> Markup {
    let indicators = book.indicators(of: objective)
    let reported = indicators.filter { book.isReported($0) }
    let chart: Markup =
      reported.first.flatMap { indicator -> Markup? in
        guard let spark = sparkline(indicator, id: "spark-\(slug(objective.code))") else {
          return nil
        }
        return
          """
          <p class="spark"><span>\(link(.indicator(indicator.code), plain(indicator.name)))</span>
          \(spark) <strong>\(latestFigure(indicator))</strong></p>

          """
      } ?? ""
    return
      """
      <article class="card o\(objective.number)">
      <h3>\(shape(objective))\(link(.objective(objective), text(objective.shortName)))</h3>
      <p>\(text(objective.text))</p>
      <p class="counts">\(standing(book.activities(of: objective)))
      \(say.reported(reported.count, of: indicators.count))</p>
      \(chart)</article>

      """
  }

  func standing(_ activities: [Activity]) -> String {
    say.standing(
      ActivityStatus.allCases.map { status in
        (status, activities.count { book.status(of: $0) == status })
      })
  }

  private var news: Markup {
    var dated: [(day: CalendarDate, what: Markup)] = book.meetings.prefix(3).map { record in
      (record.meeting.date, link(.meeting(record.meeting), text(record.meeting.title)))
    }
    if let last = book.input.releases.first {
      dated.append((last.date, link(.changes, self[.homeRelease] + " " + last.name)))
    }
    var html = self.dated(dated.sorted { $0.day > $1.day })
    let recent = book.decisions.suffix(3).reversed().map(summary)
    if !recent.isEmpty {
      html += "<h3>\(self[.homeDecisions])</h3>\n" + list(recent, style: "decisions")
    }
    return html.isEmpty ? paragraph("\(self[.homeNothingNew])") : html
  }

  private var missing: Markup {
    let unset = compact.indicators.count { $0.baseline == nil }
    let targets = compact.indicators.count { $0.targets.isEmpty }
    let overdue = book.decisions.count { $0.status(on: book.today) == .overdue }
    let silent = compact.activities.count { book.status(of: $0) == .noInformation }
    return list([
      "\(say.awaited(awaitedFigures.count)) \(link(.reportingStatus, self[.homeWhatIsAwaited]))",
      "\(say.unset(baselines: unset, targets: targets, of: compact.indicators.count))",
      "\(say.silent(silent, of: compact.activities.count)) \(link(.activities, self[.homeAllActivities]))",
      "\(say.overdue(overdue)) \(link(.decisions, self[.homeAllDecisions]))",
    ])
  }
}
