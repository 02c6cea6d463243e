public import Foundation

/// How a number is written in a language: CLDR's separators, read once from Foundation, and digits
/// set by ourselves, since a chart writes thousands of them.
public struct NumberFormat: Sendable {
  public let decimalSeparator: String
  public let groupingSeparator: String
  /// What stands between a number and `%`: nothing in English, U+00A0 in French.
  public let percentGap: String

  public init(_ language: Language) {
    let locale = language.locale
    decimalSeparator = locale.decimalSeparator ?? "."
    groupingSeparator = locale.groupingSeparator ?? ","
    percentGap = language == .english ? "" : "\u{A0}"
  }

  /// A whole number with its thousands apart; the sign is U+2212 in both languages.
  public func text(_ value: Int) -> String { text(units: value, decimals: 0) }

  /// A scaled number: `units` 12345 with 2 decimals is 123.45.
  public func text(units: Int, decimals: Int) -> String {
    var digits = String(units.magnitude)
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    let whole = digits.dropLast(decimals)
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      let left = whole.count - index
      if index > 0, left % 3 == 0 { grouped += groupingSeparator }
      grouped.append(digit)
    }
    let fraction = decimals > 0 ? decimalSeparator + digits.suffix(decimals) : ""
    return (units < 0 ? "\u{2212}" : "") + grouped + fraction
  }

  /// `12.3%`, `12,3 %` with the no-break space that French wants.
  public func percent(units: Int, decimals: Int) -> String {
    text(units: units, decimals: decimals) + percentGap + "%"
  }

  private static let each = Localized<NumberFormat>(
    english: NumberFormat(.english), french: NumberFormat(.french))

  /// The format of a language, made once.
  public static func of(_ language: Language) -> NumberFormat { each[language] }
}

extension Language {
  /// The locale whose CLDR data sets numbers and dates: the United States, Côte d’Ivoire.
  public var locale: Locale { Locale(identifier: self == .english ? "en_US" : "fr_CI") }
}
