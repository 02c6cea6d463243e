/// Reads the tables of a site's CSV files: one row a cell, a column of codes a dimension.
enum CSVTables {
  /// What one file says of one table.
  struct Sheet {
    let code: String
    let series: String
    let measure: String
    let dimensions: [String]
    let entries: [[String]: OutsideTable.Entry]

    /// The entries with codes in the order of a known table's dimensions; nil where they are others.
    func entries(inOrderOf table: OutsideTable) -> [[String]: OutsideTable.Entry]? {
      let places = table.dimensions.compactMap { dimensions.firstIndex(of: $0.code) }
      guard places.count == dimensions.count, places.count == table.dimensions.count else {
        return nil
      }
      return entries.reduce(into: [:]) { found, entry in
        found[places.map { entry.key[$0] }] = entry.value
      }
    }

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

  /// - Returns: a sheet a table: a file may hold those of an indicator, or all; none where the file
  ///   holds no table.
  static func read(_ bytes: [UInt8]) -> [Sheet] {
    let rows = records(String(decoding: bytes, as: UTF8.self))
    guard let header = rows.first, rows.count > 1, header.prefix(2) == ["table", "indicator"],
      let measure = header.firstIndex(of: "measure"), let value = header.firstIndex(of: "value"),
      let mark = header.firstIndex(of: "mark")
    else { return [] }
    // A dimension is a column of codes with its two labels beside it.
    let columns = header.indices.filter {
      $0 > 1 && $0 < measure && header.contains(header[$0] + "_en")
    }
    let whole = rows.dropFirst().filter { $0.count == header.count }
    return Dictionary(grouping: whole) { $0[0] }.sorted { $0.key < $1.key }.compactMap {
      code, rows in
      guard let first = rows.first else { return nil }
      // Where tables stand in one file, a table leaves the columns of the others empty.
      let used = columns.filter { column in rows.contains { !$0[column].isEmpty } }
      var entries: [[String]: OutsideTable.Entry] = [:]
      for row in rows {
        let text = row[value].isEmpty ? row[mark] : row[value]
        entries[used.map { row[$0] }] = PublishedNumber.entry(text, measure: row[measure])
      }
      return Sheet(
        code: code, series: first[1], measure: first[measure], dimensions: used.map { header[$0] },
        entries: entries)
    }
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
