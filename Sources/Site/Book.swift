import Languages
import Notes
import Partnership
import Publication

/// What the pages of both editions are made from, and what follows from it, worked out once.
final class Book: Sendable {
  let input: SiteInput
  let theme: Theme
  let frames = Frames()
  /// What was reported of each activity, oldest first.
  let reports: [String: [ActivityReport]]
  /// By code of what they concern, in order of date.
  let decisionsConcerning: [String: [Decision]]
  let decisions: [Decision]
  let decisionCodes: Set<String>
  /// In the order of the list of bodies.
  let bodyCodes: [String]
  /// By code of the meeting that took them, in order of date.
  let decisionsTaken: [String: [Decision]]
  /// Newest first.
  let meetings: [MeetingRecord]
  let meetingsByCode: [String: Meeting]
  let hasDemonstration: Bool

  /// Pages see what all notes state; the prose of a note is given to its own page alone, so that none
  /// but that page can depend on it.
  init(_ input: consuming SiteInput, theme: Theme) {
    input.meetings = input.meetings.map(\.withoutProse)
    self.input = input
    self.theme = theme.withoutAssets
    var reports: [String: [ActivityReport]] = [:]
    for report in input.activityReports { reports[report.activity, default: []].append(report) }
    self.reports = reports.mapValues { $0.sorted { ($0.asOf, $0.meeting) < ($1.asOf, $1.meeting) } }
    decisions = input.decisions.sorted { ($0.date, $0.code) < ($1.date, $1.code) }
    var concerning: [String: [Decision]] = [:]
    for decision in decisions {
      for code in decision.concerns { concerning[code, default: []].append(decision) }
    }
    decisionsConcerning = concerning
    decisionCodes = Set(decisions.map(\.code))
    bodyCodes = input.compact.bodies.map(\.code)
    decisionsTaken = Dictionary(grouping: decisions) { $0.meeting }
    meetingsByCode = input.meetings.reduce(into: [:]) { byCode, record in
      byCode[record.meeting.code] = record.meeting
    }
    meetings = input.meetings.sorted {
      ($1.meeting.date, $1.meeting.code) < ($0.meeting.date, $0.meeting.code)
    }
    hasDemonstration =
      input.record.hasDemonstrationData || input.meetings.contains { $0.meeting.isDemonstration }
      || input.pages.contains(where: \.isDemonstration)
  }

  var compact: Compact { input.compact }
  var record: PublishedRecord { input.record }
  /// Pages of the committee's own words, by name.
  var pages: [ContentPage] { input.pages }

  var today: CalendarDate { input.contentDate }

  func status(of activity: Activity) -> ActivityStatus {
    reports[activity.code]?.last?.status ?? .noInformation
  }

  func activities(of objective: Objective) -> [Activity] {
    compact.activities.filter { $0.objective == objective.code }
  }

  func activities(with status: ActivityStatus) -> [Activity] {
    compact.activities.filter { self.status(of: $0) == status }
  }

  func indicators(of objective: Objective) -> [Indicator] {
    compact.indicators.filter { $0.objective == objective.code }
  }

  /// The bodies that activities name, in the order of the list of bodies.
  func activities(naming body: Body) -> [Activity] {
    let names = Set(
      [body.code, body.acronym?.english, body.acronym?.french, body.name.text.english]
        .compactMap { $0 } + body.otherNames)
    return compact.activities.filter { activity in
      activity.names.english.contains { names.contains($0) }
        || activity.names.french.contains { names.contains($0) }
    }
  }

  /// The last period for which anything is known of a series, and what.
  func latest(of series: String) -> (period: String, figure: Figure)? {
    guard let table = record.main(of: series), let periods = table.dimensions.first?.categories
    else { return nil }
    let known = zip(periods, table.figures).filter { !$0.0.isTotal }
    let telling = known.last { $0.1.value != nil || $0.1.isHidden } ?? known.last
    return telling.map { ($0.0.code, $0.1) }
  }

  /// Periods that are over on the day of the content.
  var elapsedPeriods: [Period] { compact.clock.periods.filter { $0.end < today } }

  func period(_ code: String) -> Period? {
    compact.clock.periods.first { $0.code == code }
  }

  /// A period is awaited when it is over and the partnership says that its data are in.
  func isReported(_ indicator: Indicator) -> Bool {
    guard let figure = latest(of: indicator.code)?.figure else { return false }
    return figure.value != nil || figure.isHidden
  }
}
