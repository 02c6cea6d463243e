import Foundation

/// Reads a figure as it is published, in a file or on a page of either language.
enum PublishedNumber {
  /// - Parameter text: `1,234`, `1 234`, `−12,3 %`, `[c]`, or nothing; the text of a cell without
  ///   its qualifiers.
  /// - Returns: nil where it is neither a number nor a mark.
  static func entry(
    _ text: String, measure: String, decimalComma: Bool = false
  ) -> OutsideTable.Entry? {
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    if trimmed == "[c]" { return .hidden }
    if trimmed.isEmpty || trimmed.hasPrefix("[") { return .absent }
    var plain = ""
    for character in trimmed {
      switch character {
      case "0"..."9": plain.append(character)
      case "-", "−": plain.append("-")
      case "," where decimalComma: plain.append(".")
      case "." where !decimalComma: plain.append(".")
      default: continue
      }
    }
    guard let value = Decimal(string: plain) else { return nil }
    return units(value, measure: measure).map { .value($0) }
  }

  /// Whole units: persons for counts, hundredths for all else.
  ///
  /// - Returns: nil where it is too large to be added up.
  static func units(_ value: Decimal, measure: String) -> Int? {
    let scaled = measure == "count" ? value : value * 100
    return Int(exactly: NSDecimalNumber(decimal: scaled).doubleValue.rounded())
      .flatMap { $0.magnitude < 1 << 50 ? $0 : nil }
  }
}
