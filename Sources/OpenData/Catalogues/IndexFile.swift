import Languages
import Partnership
import Publication

/// What there is: objectives, activities, indicators, meetings, decisions, releases, and the
/// address of every table; the layout is `index.schema.json`.
struct IndexFile: DataFormat {
  static let path = OpenDataBuilder.folder + "/index.json"

  func files(of input: OpenDataInput, after _: [DataFile]) -> [DataFile] {
    let compact = input.compact
    let record = input.record
    let value = JSONValue.object([
      ("$schema", .text("index.schema.json")),
      ("name", .both(compact.name.text)),
      ("date", .text(input.day.iso)),
      ("demonstration", .flag(record.hasDemonstrationData)),
      (
        "objectives",
        .list(
          compact.objectives.map {
            .object([
              ("code", .text($0.code)), ("name", .both($0.shortName)),
              ("text", .both($0.text.text)), ("page", page(input.pages.objectives[$0.code])),
            ])
          })
      ),
      (
        "activities",
        .list(
          compact.activities.map { activity in
            .object([
              ("code", .text(activity.code)), ("objective", .text(activity.objective)),
              ("text", .both(activity.text.text)),
              ("status", .text(status(activity, input))),
              ("indicators", .list(activity.indicators.map { .text($0.indicator) })),
            ])
          })
      ),
      (
        "indicators",
        .list(
          compact.indicators.map { indicator in
            let tables = record.tables.filter { $0.series == indicator.code }
            return .object([
              ("code", .text(indicator.code)), ("objective", .text(indicator.objective)),
              ("name", .both(indicator.name.text)),
              ("class", .text(indicator.confidentiality)),
              ("unit", .both(indicator.unit.many)),
              ("page", page(input.pages.indicators[indicator.code])),
              (
                "csv", tables.isEmpty ? .null : .text("indicators/\(indicator.code).csv")
              ),
              (
                "json", tables.isEmpty ? .null : .text("indicators/\(indicator.code).json")
              ),
              ("tables", .list(tables.map { .text($0.code) })),
            ])
          })
      ),
      ("meetings", .list(input.meetings.map { meeting($0, input) })),
      ("decisions", .list(input.decisions.map { decision($0, input) })),
      (
        "releases",
        .list(
          input.releases.map {
            .object([
              ("name", .text($0.name)), ("date", .text($0.date.iso)),
              ("folder", .text("../../releases/\($0.name)/")),
            ])
          })
      ),
      (
        "tables",
        .list(
          record.tables.map { table in
            .object([
              ("code", .text(table.code)), ("indicator", .text(table.series)),
              ("csv", .text(table.code + ".csv")), ("json", .text(table.code + ".json")),
            ])
          })
      ),
    ])
    return [
      DataFile(
        path: Self.path, mediaType: "application/json", bytes: value.bytes,
        listing: DataFile.Listing(
          series: "", table: nil, format: "JSON", path: Localized(both: Self.path),
          title: Localized(
            english: "index of everything", french: "index de l’ensemble")))
    ]
  }

  private func page(_ page: Localized<String>?) -> JSONValue {
    page.map { JSONValue.both($0.map { "../../" + $0 }) } ?? .null
  }

  private func status(_ activity: Activity, _ input: OpenDataInput) -> String {
    let last = input.reports.last { $0.activity == activity.code }
    return (last?.status ?? .noInformation).rawValue
  }

  private func meeting(_ meeting: Meeting, _ input: OpenDataInput) -> JSONValue {
    .object([
      ("code", .text(meeting.code)), ("kind", .text(meeting.kind.rawValue)),
      ("date", .text(meeting.date.iso)), ("title", .both(meeting.title)),
      ("place", .both(meeting.place)), ("adopted", .flag(meeting.isAdopted)),
      ("demonstration", .flag(meeting.isDemonstration)),
      ("page", page(input.pages.meetings[meeting.code])),
    ])
  }

  private func decision(_ decision: Decision, _ input: OpenDataInput) -> JSONValue {
    .object([
      ("code", .text(decision.code)), ("meeting", .text(decision.meeting)),
      ("date", .text(decision.date.iso)), ("text", .both(decision.text)),
      ("owners", .list(decision.owners.map(JSONValue.text))),
      ("due", .optional(decision.dueInForce?.iso)),
      ("concerns", .list(decision.concerns.map(JSONValue.text))),
      ("status", .text(decision.status(on: input.day).rawValue)),
    ])
  }
}
