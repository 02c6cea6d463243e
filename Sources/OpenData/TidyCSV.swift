import Languages
import Publication

/// Tidy CSV (RFC 4180, UTF-8): one row a cell; codes and both labels; value and mark apart.
enum TidyCSV {
  /// - Parameter tables: tables with the same dimensions.
  static func bytes(of tables: [PublishedTable]) -> [UInt8] {
    guard let first = tables.first else { return [] }
    var csv = CSVWriter()
    var header = ["table", "indicator"]
    for dimension in first.dimensions {
      header += [dimension.code, dimension.code + "_en", dimension.code + "_fr"]
    }
    csv.row(header + ["measure", "value", "mark", "qualifier", "demonstration"])
    for table in tables {
      for (position, figure) in table.figures.enumerated() {
        var row = [table.code, table.series]
        for category in table.categories(at: position) {
          row += [category.code, category.label[.english], category.label[.french]]
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
