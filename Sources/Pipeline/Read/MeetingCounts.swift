import Datasets
import Languages
import Notes
import Partnership

/// What is counted from the notes themselves: the meetings of a kind, such as those of the CSO
/// coordination committee (I4.1).
struct MeetingCounts {
  let compact: Compact
  let meetings: [MeetingRecord]

  /// One table an indicator that counts meetings and is fed by no dataset.
  func tables() -> [(DatasetSchema, BaseTable)] { compact.indicators.compactMap(table) }

  private func table(_ indicator: Indicator) -> (DatasetSchema, BaseTable)? {
    guard let kind = indicator.countedMeetings,
      !compact.datasets.contains(where: { schema in
        schema.measures.contains { $0.code == indicator.code }
      }), let last = meetings.map(\.meeting.date).max()
    else { return nil }
    let name = "meetings-\(indicator.code)"
    let periods = compact.clock.periods
    let counted = meetings.map(\.meeting).filter { $0.kind == kind }
    // A year of which any note speaks is reported, even with none of these meetings in it.
    let cells = periods.indices.filter { periods[$0].start <= last && periods[$0].end < last }
      .map { index in
        BaseCell(
          keys: [index],
          count: counted.count { periods[index].start <= $0.date && $0.date <= periods[index].end },
          sums: [], contributors: [])
      }
    let schema = DatasetSchema(
      name: name,
      title: TranslatedText(english: "Meeting notes", french: "Comptes rendus de réunion"),
      source: counted.last?.chair ?? compact.bodies.first?.code ?? "",
      confidentiality: indicator.confidentiality, kind: .aggregated, file: "meetings",
      isDemonstration: meetings.contains { $0.meeting.isDemonstration }, version: last,
      columns: [
        .init(
          name: "period", role: .period,
          title: Localized(english: "Partnership year", french: "Année du Partenariat"),
          decimals: 0)
      ],
      measures: [
        .init(code: indicator.code, function: .count, filter: [:], breakdowns: [])
      ])
    return (
      schema,
      BaseTable(
        dataset: name,
        dimensions: [
          Axis(
            code: "period", nomenclature: nil, categories: periods.map(\.code), isPeriod: true)
        ],
        amounts: [], cells: cells)
    )
  }
}
