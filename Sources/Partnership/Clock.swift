public import Languages

/// The five years: when each partnership year begins and ends, and the end that a recorded
/// amendment moves.
public struct Clock: Sendable, Hashable {
  public var signed: CalendarDate
  public var effective: CalendarDate
  /// Whole years from the effective date, extensions included.
  public var years: Int

  public init(signed: CalendarDate, effective: CalendarDate, years: Int) {
    self.signed = signed
    self.effective = effective
    self.years = years
  }

  /// The day of the last anniversary, when it ends unless extended.
  public var end: CalendarDate { effective.adding(years: years) }

  /// The partnership years in order, `Y1` first.
  public var periods: [Period] {
    guard years > 0 else { return [] }
    return (1...years).map { number in
      Period(
        number: number, start: effective.adding(years: number - 1),
        end: effective.adding(years: number).adding(days: -1))
    }
  }

  public func period(containing date: CalendarDate) -> Period? {
    periods.first { $0.start <= date && date <= $0.end }
  }
}

/// One partnership year: from an anniversary to the eve of the next.
public struct Period: Sendable, Hashable {
  /// 1 for the first; 0 for the baseline year before the effective date.
  public var number: Int
  public var start: CalendarDate
  /// The last day of it.
  public var end: CalendarDate

  public init(number: Int, start: CalendarDate, end: CalendarDate) {
    self.number = number
    self.start = start
    self.end = end
  }

  /// `Y2`: the code in datasets and files, the same in both languages.
  public var code: String { "Y\(number)" }

  /// The calendar year in which it ends, by which notes call it.
  public var calendarYear: Int { end.year }
}

/// A recorded change of the partnership's text: what it changed, decided when, notified when.
public struct Amendment: Sendable, Hashable {
  public var code: String
  public var notified: CalendarDate
  public var effective: CalendarDate
  /// Years added to the duration; 0 where it changes something else.
  public var extendsYears: Int
  public var text: TranslatedText
  /// The identifier of the decision that records it.
  public var decision: String?

  public init(
    code: String,
    notified: CalendarDate,
    effective: CalendarDate,
    extendsYears: Int,
    text: TranslatedText,
    decision: String? = nil
  ) {
    self.code = code
    self.notified = notified
    self.effective = effective
    self.extendsYears = extendsYears
    self.text = text
    self.decision = decision
  }
}
