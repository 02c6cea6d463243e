import Languages

/// Which number of `03/04/2025` is the day.
enum DayOrder: Sendable, Hashable, CaseIterable {
  case dayFirst, monthFirst
}

/// A day as people write it, in French or English, and what its writing tells of its neighbours.
enum WrittenDay: Sendable, Hashable {
  /// `3 avril 2025`, `April 3, 2025`, `2025-04-03`, `25/04/2025`.
  case day(CalendarDate)
  /// `03/04/2025`, `3/4/25`: another day in France than in the United States.
  case ambiguous
  /// `31/02/2025`, or `04/25/2025` among days that come first.
  case impossible

  /// - Parameters:
  ///   - text: one field.
  ///   - order: that of the column, where another field of it shows it.
  /// - Returns: nil where it is not written as a day.
  init?(_ text: String, order: DayOrder?) {
    let parts = Self.parts(text)
    if let found = Self.named(parts) {
      self = found.map { .day($0) } ?? .impossible
      return
    }
    guard let numbers = Self.numbered(text) else { return nil }
    if numbers.isYearFirst {
      self = numbers.day(.monthFirst, year: 0, from: 1).map { .day($0) } ?? .impossible
      return
    }
    if numbers.digits[2] == 2 {
      self = .ambiguous
      return
    }
    let dayFirst = numbers.day(.dayFirst, year: 2, from: 0)
    let monthFirst = numbers.day(.monthFirst, year: 2, from: 0)
    switch (dayFirst, monthFirst, order) {
    case (nil, nil, _): self = .impossible
    case (let day?, let other?, nil) where day == other: self = .day(day)
    case (.some, .some, nil): self = .ambiguous
    case (let day?, nil, nil), (nil, let day?, nil): self = .day(day)
    case (let day, _, .dayFirst): self = day.map { .day($0) } ?? .impossible
    case (_, let day, .monthFirst): self = day.map { .day($0) } ?? .impossible
    }
  }

  /// What a field tells of the others of its column: `25/04/2025` that days come first.
  static func order(told text: String) -> DayOrder? {
    guard let numbers = numbered(text), !numbers.isYearFirst, numbers.digits[2] == 4 else {
      return nil
    }
    let isDayFirst = numbers.day(.dayFirst, year: 2, from: 0) != nil
    let isMonthFirst = numbers.day(.monthFirst, year: 2, from: 0) != nil
    if isDayFirst == isMonthFirst { return nil }
    return isDayFirst ? .dayFirst : .monthFirst
  }

  // MARK: In numbers

  private struct Numbers {
    var values: [Int]
    var digits: [Int]
    var isYearFirst: Bool { digits[0] == 4 }

    func day(_ order: DayOrder, year: Int, from first: Int) -> CalendarDate? {
      let (one, two) = (values[first], values[first + 1])
      return order == .dayFirst
        ? CalendarDate(year: values[year], month: two, day: one)
        : CalendarDate(year: values[year], month: one, day: two)
    }
  }

  /// Three numbers with one and the same mark between, and a time of day after it or nothing.
  private static func numbered(_ text: String) -> Numbers? {
    let trimmed = Folding.trim(text)
    let end = trimmed.firstIndex { $0 == "T" || $0.isWhitespace } ?? trimmed.endIndex
    guard isTime(trimmed[end...]) else { return nil }
    let day = trimmed[..<end]
    for mark in ["/", "-", "."] as [Character] {
      let parts = day.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      let values = parts.compactMap { part in
        part.utf8.allSatisfy { (0x30...0x39).contains($0) } && part.utf8.count <= 4
          ? Int(part) : nil
      }
      let digits = parts.map(\.utf8.count)
      guard values.count == 3 else { return nil }
      let isYearFirst = digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2
      let isYearLast = digits[0] <= 2 && digits[1] <= 2 && (digits[2] == 4 || digits[2] == 2)
      return isYearFirst || isYearLast ? Numbers(values: values, digits: digits) : nil
    }
    return nil
  }

  /// Nothing, or `T10:30:00.000Z`, ` 10:30`.
  private static func isTime(_ text: Substring) -> Bool {
    let rest = text.dropFirst()
    if rest.isEmpty { return true }
    return rest.contains(":")
      && rest.allSatisfy { $0.isNumber || ":.+-Z".contains($0) } && rest.count <= 20
  }

  // MARK: In words

  private static func parts(_ text: String) -> [String] { Folding.words(text) }

  /// A day, a month’s name and a year in either language’s order, after a weekday or without one.
  ///
  /// - Returns: nil where it is no such text; a nil day where the calendar has none.
  private static func named(_ parts: [String]) -> CalendarDate?? {
    var words = parts
    // “mar.” is Tuesday in French where another month follows.
    if let first = words.first,
      weekdays.contains(first), words.dropFirst().contains(where: { months[$0] != nil })
    {
      words.removeFirst()
    }
    guard words.count == 3, let at = words.firstIndex(where: { months[$0] != nil }), at < 2,
      let month = months[words[at]]
    else { return nil }
    let ordinal = words[1 - at]
    let digits = ordinal.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count), let day = Int(digits),
      ["", "er", "st", "nd", "rd", "th"].contains(ordinal.dropFirst(digits.count)),
      words[2].count == 4, let year = Int(words[2])
    else { return nil }
    return .some(CalendarDate(year: year, month: month, day: day))
  }

  private static let weekdays: Set<String> = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lun", "mar", "mer",
    "jeu", "ven", "sam", "dim", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun",
  ]

  /// Without accents, as `Folding.words` gives them.
  private static let months: [String: Int] = {
    let names = [
      "janvier january janv jan", "fevrier february fevr fev feb", "mars march mar",
      "avril april avr apr", "mai may", "juin june jun", "juillet july juil jul",
      "aout august aug", "septembre september sept sep", "octobre october oct",
      "novembre november nov", "decembre december dec",
    ]
    var table: [String: Int] = [:]
    for (index, words) in names.enumerated() {
      for word in words.split(separator: " ") { table[String(word)] = index + 1 }
    }
    return table
  }()
}
