import Datasets
import Languages
import Notes
import Partnership

/// What is counted from the notes themselves: meetings of the CSO coordination committee (I4.1).
struct MeetingCounts {
  let compact: Compact
  let meetings: [MeetingRecord]

  /// The indicator that notes count, where the partnership has it and no dataset feeds it.
  private static let series = "I4.1"

  func table() -> (DatasetSchema, BaseTable)? {
    guard let indicator = compact.indicator(Self.series),
      !compact.datasets.contains(where: { schema in
        schema.measures.contains { $0.code == Self.series }
      }), let last = meetings.map(\.meeting.date).max()
    else { return nil }
    let periods = compact.clock.periods
    let counted = meetings.map(\.meeting).filter { $0.kind == .csoCoordination }
    // A year of which any note speaks is reported, even with none of these meetings in it.
    let cells = periods.indices.filter { periods[$0].start <= last && periods[$0].end < last }
      .map { index in
        BaseCell(
          keys: [index],
          count: counted.count { periods[index].start <= $0.date && $0.date <= periods[index].end },
          sums: [], contributors: [])
      }
    let schema = DatasetSchema(
      name: "meetings",
      title: TranslatedText(english: "Meeting notes", french: "Comptes rendus de réunion"),
      source: compact.body("COMMITTEE") == nil
        ? compact.bodies.first?.code ?? "" : "COMMITTEE",
      confidentiality: indicator.confidentiality, kind: .aggregated, file: "meetings",
      isDemonstration: meetings.contains { $0.meeting.isDemonstration }, version: last,
      columns: [
        .init(
          name: "period", role: .period,
          title: Localized(english: "Partnership year", french: "Année du Partenariat"),
          decimals: 0)
      ],
      measures: [
        .init(code: Self.series, function: .count, filter: [:], breakdowns: [])
      ])
    return (
      schema,
      BaseTable(
        dataset: "meetings",
        dimensions: [
          Axis(
            code: "period", nomenclature: nil, categories: periods.map(\.code), isPeriod: true)
        ],
        amounts: [], cells: cells)
    )
  }
}
