import Languages
import Partnership
import Publication

/// Each table as CSV and JSON.
struct TableFiles: DataFormat {
  func files(of input: OpenDataInput, after _: [DataFile]) -> [DataFile] {
    input.record.tables.flatMap { table in
      tableFiles(
        "\(OpenDataBuilder.folder)/\(table.code)", series: table.series, table: table.code,
        title: nil, csv: TidyCSV.bytes(of: [table]),
        json: TableJSON.value(of: table, input.compact))
    }
  }
}

/// All tables of an indicator in one file: `data/v1/indicators/I2.4.csv`.
struct IndicatorFiles: DataFormat {
  func files(of input: OpenDataInput, after _: [DataFile]) -> [DataFile] {
    input.compact.indicators.flatMap { indicator -> [DataFile] in
      let tables = input.record.tables.filter { $0.series == indicator.code }
      guard !tables.isEmpty else { return [] }
      return tableFiles(
        "\(OpenDataBuilder.folder)/indicators/\(indicator.code)", series: indicator.code,
        table: nil,
        title: Localized(english: "all its tables", french: "tous ses tableaux"),
        csv: TidyCSV.bytes(of: tables),
        json: .object([
          ("code", .text(indicator.code)), ("objective", .text(indicator.objective)),
          ("name", .both(indicator.name.text)), ("unit", .both(indicator.unit.many)),
          ("direction", .text(indicator.direction.rawValue)),
          ("baseline", indicator.baseline.map(JSONValue.baseline) ?? .null),
          ("targets", .list(indicator.targets.map(JSONValue.target))),
          ("tables", .list(tables.map { TableJSON.value(of: $0, input.compact) })),
        ]))
    }
  }
}

/// Every table in one file.
struct WholeFiles: DataFormat {
  func files(of input: OpenDataInput, after _: [DataFile]) -> [DataFile] {
    tableFiles(
      "\(OpenDataBuilder.folder)/all", series: "", table: nil,
      title: Localized(english: "every table", french: "tous les tableaux"),
      csv: TidyCSV.bytes(of: input.record.tables),
      json: .object([
        ("name", .both(input.compact.name.text)), ("date", .text(input.day.iso)),
        ("demonstration", .flag(input.record.hasDemonstrationData)),
        ("tables", .list(input.record.tables.map { TableJSON.value(of: $0, input.compact) })),
      ]))
  }
}

private func tableFiles(
  _ stem: String, series: String, table: String?, title: Localized<String>?, csv: [UInt8],
  json: JSONValue
) -> [DataFile] {
  [("CSV", ".csv", "text/csv", csv), ("JSON", ".json", "application/json", json.bytes)].map {
    format, ending, type, bytes in
    DataFile(
      path: stem + ending, mediaType: type, bytes: bytes,
      listing: DataFile.Listing(
        series: series, table: table, format: format, path: Localized(both: stem + ending),
        title: title))
  }
}

extension JSONValue {
  static func both(_ text: Localized<String>) -> JSONValue {
    .object([("en", .text(text[.english])), ("fr", .text(text[.french]))])
  }

  fileprivate static func baseline(_ baseline: Baseline) -> JSONValue {
    .object([
      ("period", .text(baseline.period)),
      ("value", baseline.value.map { .number(String($0)) } ?? .null),
      ("decision", .optional(baseline.decision)),
      ("demonstration", .flag(baseline.isDemonstration)),
    ])
  }

  fileprivate static func target(_ target: Target) -> JSONValue {
    .object([
      ("period", .text(target.period)), ("value", .number(String(target.value))),
      ("decision", .optional(target.decision)), ("demonstration", .flag(target.isDemonstration)),
    ])
  }
}
