/// Reads the tables of a site's CSV files: one row a cell, a column of codes a dimension.
enum CSVTables {
  /// What one file says of one table.
  struct Sheet {
    let code: String
    let series: String
    let measure: String
    let dimensions: [String]
    let entries: [[String]: OutsideTable.Entry]

    /// The table, where no JSON file gives its hierarchy, rules and population: `total` is the sum,
    /// and every series a population of its own.
    var alone: OutsideTable {
      OutsideTable(
        code: code, series: series, measure: measure, dataset: series, threshold: nil,
        zerosAreSensitive: false,
        dimensions: dimensions.enumerated().map { place, name in
          OutsideTable.Dimension(
            code: name,
            categories: Set(entries.keys.map { $0[place] }).sorted().map {
              OutsideTable.Category(code: $0, isTotal: $0 == "total", parent: nil)
            })
        }, entries: entries)
    }
  }

  /// - Returns: nil for a CSV file that is no table.
  static func read(_ bytes: [UInt8]) -> Sheet? {
    let rows = records(String(decoding: bytes, as: UTF8.self))
    guard let header = rows.first, rows.count > 1, header.prefix(2) == ["table", "indicator"],
      let measure = header.firstIndex(of: "measure"), let value = header.firstIndex(of: "value"),
      let mark = header.firstIndex(of: "mark")
    else { return nil }
    // A dimension is a column of codes with its two labels beside it.
    let dimensions = header.indices.filter {
      $0 > 1 && $0 < measure && header.contains(header[$0] + "_en")
    }
    var entries: [[String]: OutsideTable.Entry] = [:]
    for row in rows.dropFirst() where row.count == header.count {
      let text = row[value].isEmpty ? row[mark] : row[value]
      entries[dimensions.map { row[$0] }] = PublishedNumber.entry(text, measure: row[measure])
    }
    guard let first = rows.dropFirst().first, first.count == header.count else { return nil }
    return Sheet(
      code: first[0], series: first[1], measure: first[measure],
      dimensions: dimensions.map { header[$0] }, entries: entries)
  }

  /// Records of RFC 4180: quoted fields may hold commas, quotes and line ends.
  private static func records(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        scalars.removeFirst()
        field.unicodeScalars.append(scalar)
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(field)
        field = ""
      case "\r" where !isQuoted: continue
      case "\n" where !isQuoted:
        rows.append(row + [field])
        row = []
        field = ""
      default: field.unicodeScalars.append(scalar)
      }
    }
    if !field.isEmpty || !row.isEmpty { rows.append(row + [field]) }
    return rows
  }
}
