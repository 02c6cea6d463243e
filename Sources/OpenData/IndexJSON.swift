import Languages
import Partnership
import Publication

/// What there is: objectives, activities, indicators, and the address of every table.
enum IndexJSON {
  static func bytes(of record: PublishedRecord, _ compact: Compact) -> [UInt8] {
    JSONValue.object([
      ("name", both(compact.name.text)),
      ("demonstration", .flag(record.hasDemonstrationData)),
      (
        "objectives",
        .list(
          compact.objectives.map { objective in
            .object([
              ("code", .text(objective.code)), ("name", both(objective.shortName)),
              ("text", both(objective.text.text)),
            ])
          })
      ),
      (
        "activities",
        .list(
          compact.activities.map { activity in
            .object([
              ("code", .text(activity.code)), ("objective", .text(activity.objective)),
              ("text", both(activity.text.text)),
              ("indicators", .list(activity.indicators.map { .text($0.indicator) })),
            ])
          })
      ),
      (
        "indicators",
        .list(
          compact.indicators.map { indicator in
            .object([
              ("code", .text(indicator.code)), ("objective", .text(indicator.objective)),
              ("name", both(indicator.name.text)), ("class", .text(indicator.confidentiality)),
              ("unit", both(indicator.unit.many)),
              (
                "tables",
                .list(
                  record.tables.filter { $0.series == indicator.code }.map { .text($0.code) })
              ),
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
    ]).bytes
  }

  private static func both(_ text: Localized<String>) -> JSONValue {
    .object([("en", .text(text[.english])), ("fr", .text(text[.french]))])
  }
}
