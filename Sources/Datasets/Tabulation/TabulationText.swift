import Foundation

/// The forms in which a desk table is printed.
extension Tabulation {
  /// RFC 4180, a margin as `*`, a decimal point.
  public var commaSeparated: String {
    var text = row(by.map(Self.quoted) + ["count"] + (sum.map { [Self.quoted($0)] } ?? []))
    for cell in cells {
      var fields = cell.categories.map { $0.map(Self.quoted) ?? "*" }
      fields.append(String(cell.count))
      if sum != nil { fields.append(decimal(cell.sum)) }
      text += row(fields)
    }
    return text
  }

  /// One object a cell in `cells`; a margin is null. Sums are exact numbers with all decimals.
  public var json: String {
    var text = "{\"confidential\":true,\"rows\":\(rows),\"by\":["
    text += by.map(Self.json).joined(separator: ",")
    text += "],\"sum\":" + (sum.map(Self.json) ?? "null") + ",\"cells\":[\n"
    text += cells.map { cell in
      var line = "{\"categories\":["
      line += cell.categories.map { $0.map(Self.json) ?? "null" }.joined(separator: ",")
      line += "],\"count\":\(cell.count)"
      if sum != nil { line += ",\"sum\":" + decimal(cell.sum) }
      return line + "}"
    }.joined(separator: ",\n")
    return text + "\n]}\n"
  }

  private func row(_ fields: [String]) -> String { fields.joined(separator: ",") + "\n" }

  /// `1234.5` of 12345 and one decimal.
  func decimal(_ units: Int) -> String {
    if decimals == 0 { return String(units) }
    var digits = String(units.magnitude)
    while digits.count <= decimals { digits = "0" + digits }
    return (units < 0 ? "-" : "") + digits.dropLast(decimals) + "." + digits.suffix(decimals)
  }

  private static func quoted(_ text: String) -> String {
    guard text == "*" || text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) })
    else { return text }
    return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
  }

  private static func json(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
