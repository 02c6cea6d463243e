import Foundation
import Languages

/// Days as a reader of the language writes them, with CLDR’s names of months.
struct DateWriter: Sendable {
  private let language: Language
  private let months: [String]
  private let shortMonths: [String]

  private init(_ language: Language) {
    var calendar = Calendar(identifier: .gregorian)
    calendar.locale = language.locale
    self.language = language
    months = calendar.monthSymbols
    shortMonths = calendar.shortMonthSymbols
  }

  private static let each = Localized<DateWriter>(
    english: DateWriter(.english), french: DateWriter(.french))

  static func of(_ language: Language) -> DateWriter { each[language] }

  /// `October 14, 2024`; `14 octobre 2024`, `1er mai 2025`.
  func full(_ date: CalendarDate) -> String {
    let month = name(months, date)
    switch language {
    case .english: return "\(month) \(date.day), \(date.year)"
    case .french: return "\(date.day == 1 ? "1er" : "\(date.day)") \(month) \(date.year)"
    }
  }

  /// `Oct 2024`, `oct. 2024`.
  func month(_ date: CalendarDate) -> String { "\(name(shortMonths, date)) \(date.year)" }

  private func name(_ names: [String], _ date: CalendarDate) -> String {
    names.indices.contains(date.month - 1) ? names[date.month - 1] : "\(date.month)"
  }
}
