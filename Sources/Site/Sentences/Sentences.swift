import Languages
import Partnership
import Publication

/// Sentences built from figures, both languages side by side: the room where a linguist works.
/// Every sentence comes out with the spaces of its language.
struct Sentences: Sendable {
  let language: Language
  let numbers: NumberFormat

  init(_ language: Language) {
    self.language = language
    numbers = NumberFormat.of(language)
  }

  /// One of two ways to say it, with French spaces set.
  func pick(_ english: @autoclosure () -> String, _ french: @autoclosure () -> String) -> String {
    language == .english ? english() : FrenchTypography.set(french())
  }

  func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// Plural of a count: English one is 1; French one is everything below 2 (CLDR).
  func isOne(_ count: Int) -> Bool {
    language == .english ? count.magnitude == 1 : count.magnitude < 2
  }

  func count(_ count: Int, _ one: String, _ many: String) -> String {
    "\(numbers.text(count))\u{A0}\(isOne(count) ? one : many)"
  }

  func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    let head = items.dropLast().joined(separator: ", ")
    let and = pick(items.count > 2 ? ", and " : " and ", " et ")
    return head + and + last
  }

  /// “de”, or “d’” before a vowel or a mute h.
  func de(_ noun: String) -> String {
    guard let first = folded(noun).first else { return noun }
    return "aeiouyh".contains(first) && !Self.aspirated.contains(where: noun.hasPrefix)
      ? "d’" + noun : "de " + noun
  }

  private static let aspirated = ["huit", "hausse", "haut", "hors", "yaourt"]

  // MARK: Days and years

  func date(_ day: CalendarDate) -> String {
    let month = Self.months[day.month - 1][language]
    return pick(
      "\(month)\u{A0}\(day.day), \(day.year)",
      "\(day.day == 1 ? "1er" : String(day.day))\u{A0}\(month) \(day.year)")
  }

  private static let months: [Localized<String>] = [
    Localized(english: "January", french: "janvier"),
    Localized(english: "February", french: "février"),
    Localized(english: "March", french: "mars"),
    Localized(english: "April", french: "avril"),
    Localized(english: "May", french: "mai"),
    Localized(english: "June", french: "juin"),
    Localized(english: "July", french: "juillet"),
    Localized(english: "August", french: "août"),
    Localized(english: "September", french: "septembre"),
    Localized(english: "October", french: "octobre"),
    Localized(english: "November", french: "novembre"),
    Localized(english: "December", french: "décembre"),
  ]

  /// “December 7, 2023 to December 6, 2024”, for brackets and captions.
  func span(_ start: CalendarDate, _ end: CalendarDate) -> String {
    pick("\(date(start)) to \(date(end))", "du \(date(start)) au \(date(end))")
  }

  /// “Year 2”, at the head of a column.
  func year(_ number: Int) -> String {
    number == 0
      ? pick("Baseline year", "Année de référence")
      : pick("Year\u{A0}\(number)", "Année\u{A0}\(number)")
  }

  /// “year 2”, inside a sentence.
  func yearInside(_ number: Int) -> String {
    number == 0
      ? pick("the baseline year", "l’année de référence")
      : pick("year\u{A0}\(number)", "l’année\u{A0}\(number)")
  }

  // MARK: Figures

  func quantity(_ quantity: Quantity) -> String {
    numbers.text(units: quantity.units, decimals: quantity.decimals)
  }

  /// A figure alone, as a cell has it: with its sign and unit where the measure has one.
  func value(_ quantity: Quantity, _ measure: PublishedMeasure) -> String {
    switch measure {
    case .percentChange:
      let sign = quantity.units > 0 ? "+" : ""
      return sign + numbers.percent(units: quantity.units, decimals: quantity.decimals)
    case .amount(let unit):
      return unit == "USD"
        ? pick("$\(self.quantity(quantity))", "\(self.quantity(quantity))\u{A0}$ US")
        : pick("\(unit) \(self.quantity(quantity))", "\(self.quantity(quantity))\u{A0}\(unit)")
    case .count, .cumulative, .stage:
      return self.quantity(quantity)
    }
  }

  /// “1,240 people”, “1 personne”, “2 000 000 de personnes”.
  func units(_ quantity: Quantity, _ unit: UnitName) -> String {
    let isOne = quantity.decimals == 0 ? self.isOne(quantity.units) : abs(quantity.double) < 2
    let noun = FrenchTypography.set(isOne ? unit.one[language] : unit.many[language])
    let whole = quantity.decimals == 0 ? quantity.units : 1
    if language == .french, whole != 0, whole.isMultiple(of: 1_000_000) {
      return "\(self.quantity(quantity)) \(de(noun))"
    }
    return "\(self.quantity(quantity))\u{A0}\(noun)"
  }

  func amount(_ whole: Int, _ currency: String) -> String {
    if currency == "USD", whole.isMultiple(of: 1_000_000) {
      let millions = whole / 1_000_000
      return pick(
        "$\(numbers.text(millions))\u{A0}million",
        "\(numbers.text(millions))\u{A0}\(millions < 2 ? "million" : "millions") de dollars")
    }
    return value(Quantity(whole), .amount(unit: currency))
  }
}
