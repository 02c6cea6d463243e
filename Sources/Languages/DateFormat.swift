extension CalendarDate {
  private static let months = Localized(
    english: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    french: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ])

  /// `7 December 2022`, `7 décembre 2022`, `1er janvier 2024`; no-break spaces keep day and month
  /// together.
  public func words(in language: Language) -> String {
    let month = Self.months[language][self.month - 1]
    let ordinal = language == .french && day == 1 ? "er" : ""
    return "\(day)\(ordinal)\u{A0}\(month) \(year)"
  }
}
