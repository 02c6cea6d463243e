import Languages
import Publication

/// Tidy CSV (RFC 4180, UTF-8): one row a cell; codes and both labels; value and mark apart.
enum TidyCSV {
  /// - Parameter tables: a column stays empty for a table that does not break down by it.
  static func bytes(of tables: [PublishedTable]) -> [UInt8] {
    var csv = CSVWriter()
    let dimensions = dimensions(of: tables)
    csv.row(header(of: tables))
    for table in tables {
      let places = dimensions.map { name in table.dimensions.firstIndex { $0.code == name } }
      for (position, figure) in table.figures.enumerated() {
        var row = [table.code, table.series]
        let categories = table.categories(at: position)
        for place in places {
          let category = place.map { categories[$0] }
          row += [
            category?.code ?? "", category?.label[.english] ?? "", category?.label[.french] ?? "",
          ]
        }
        row += [
          table.measure.code, figure.value.map(plain) ?? "", figure.mark ?? "",
          figure.qualifiers.sorted().map(\.mark).joined(),
          table.provenance.isDemonstration ? "yes" : "no",
        ]
        csv.row(row)
      }
    }
    return csv.bytes
  }

  /// The columns' names; descriptions of the file repeat them.
  static func header(of tables: [PublishedTable]) -> [String] {
    ["table", "indicator"]
      + dimensions(of: tables).flatMap { [$0, $0 + "_en", $0 + "_fr"] }
      + ["measure", "value", "mark", "qualifier", "demonstration"]
  }

  /// The dimensions' codes in order of first appearance: the period is always first.
  static func dimensions(of tables: [PublishedTable]) -> [String] {
    var found: [String] = []
    for dimension in tables.flatMap(\.dimensions) where !found.contains(dimension.code) {
      found.append(dimension.code)
    }
    return found
  }

  /// A number as a machine reads it: `-12.3`, no grouping.
  static func plain(_ quantity: Quantity) -> String {
    guard quantity.decimals > 0 else { return String(quantity.units) }
    var digits = String(quantity.units.magnitude)
    if digits.count <= quantity.decimals {
      digits = String(repeating: "0", count: quantity.decimals + 1 - digits.count) + digits
    }
    return (quantity.units < 0 ? "-" : "") + digits.dropLast(quantity.decimals) + "."
      + digits.suffix(quantity.decimals)
  }
}

/// Rows of RFC 4180, with what a spreadsheet would run as a formula made harmless.
struct CSVWriter {
  private(set) var bytes: [UInt8] = []

  mutating func row(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      write(Self.harmless(field))
    }
    bytes += [0x0D, 0x0A]
  }

  /// A text that a spreadsheet would take for a formula gets an apostrophe before it; a number
  /// stays one.
  static func harmless(_ field: String) -> String {
    guard let first = field.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
      return field
    }
    let isNumber =
      first == "-"
      && field.dropFirst().utf8.allSatisfy {
        (0x30...0x39).contains($0) || $0 == 0x2E
      }
    return isNumber ? field : "'" + field
  }

  private mutating func write(_ field: String) {
    let needsQuotes = field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else {
      bytes += Array(field.utf8)
      return
    }
    bytes.append(0x22)
    for byte in field.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }
}

extension PublishedTable {
  /// One category a dimension, of the cell at a row-major position.
  func categories(at position: Int) -> [PublishedCategory] {
    var rest = position
    var found: [PublishedCategory] = []
    for dimension in dimensions.reversed() {
      guard !dimension.categories.isEmpty else { return [] }
      found.append(dimension.categories[rest % dimension.categories.count])
      rest /= dimension.categories.count
    }
    return found.reversed()
  }
}

extension PublishedMeasure {
  /// A stable word for files.
  var code: String {
    switch self {
    case .count: "count"
    case .amount(let unit): "amount-" + unit
    case .percentChange: "percent-change"
    case .cumulative: "cumulative"
    case .stage: "stage"
    }
  }
}
