import Languages
import Partnership

/// Where the partnership stands in its years.
extension Sentences {
  /// Before the start, in a year, on the last day, or after the end.
  func standing(of clock: Clock, on today: CalendarDate) -> String {
    if today < clock.effective {
      let days = today.days(until: clock.effective)
      return pick(
        "The Partnership takes effect on \(date(clock.effective)), in \(count(days, "day", "days")).",
        "Le Partenariat prend effet le \(date(clock.effective)), dans \(count(days, "jour", "jours"))."
      )
    }
    guard let period = clock.period(containing: today) else {
      return pick(
        "The Partnership ended on \(date(clock.end)), after \(count(clock.years, "year", "years")).",
        "Le Partenariat a pris fin le \(date(clock.end)), après \(count(clock.years, "an", "ans"))."
      )
    }
    let days = clock.effective.days(until: today) + 1
    let left = today.days(until: clock.end)
    if days <= 14 {
      return pick(
        "The Partnership began on \(date(clock.effective)): this is day \(days) of"
          + " \(count(clock.years, "year", "years")), and the first figures are due after"
          + " \(date(period.end)).",
        "Le Partenariat a commencé le \(date(clock.effective)) : il en est au jour \(days) d’une durée de"
          + " \(count(clock.years, "an", "ans")), et les premiers chiffres seront exigibles après le"
          + " \(date(period.end)).")
    }
    return pick(
      "On \(date(today)), the Partnership is in year\u{A0}\(period.number) of"
        + " \(numbers.text(clock.years)); it ends on \(date(clock.end))"
        + (left > 60 ? "" : ", in \(count(left, "day", "days"))") + ".",
      "Au \(date(today)), le Partenariat en est à l’année\u{A0}\(period.number) sur"
        + " \(numbers.text(clock.years)) ; il prend fin le \(date(clock.end))"
        + (left > 60 ? "" : ", dans \(count(left, "jour", "jours"))") + ".")
  }

  func begins(_ year: Int) -> String {
    pick("Year\u{A0}\(year) begins", "Début de l’année\u{A0}\(year)")
  }

  func extended(by years: Int, effective day: CalendarDate) -> String {
    pick(
      "An amendment in effect since \(date(day)) extended it by \(count(years, "year", "years")).",
      "Un amendement en vigueur depuis le \(date(day)) l’a prolongé \(de(count(years, "an", "ans")))."
    )
  }
}
