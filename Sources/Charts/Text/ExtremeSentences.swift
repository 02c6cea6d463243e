import Languages
import Partnership
import Publication

/// The extremes of categories, which titles and descriptions name.
struct Extremes {
  private(set) var highest: (name: String, quantity: Quantity)?
  private(set) var lowest: (name: String, quantity: Quantity)?
  private var high = 0.0
  private var low = 0.0
  private(set) var count = 0

  /// The first of equals counts.
  mutating func include(_ reading: Reading, _ name: @autoclosure () -> String) {
    guard case .value(let quantity, let value) = reading.cell else { return }
    count += 1
    if highest == nil || value > high {
      high = value
      highest = (name(), quantity)
    }
    if lowest == nil || value < low {
      low = value
      lowest = (name(), quantity)
    }
  }

  var isLevel: Bool { high == low }
}

extension Prose {
  /// The title of a chart of categories.
  mutating func titleOfRange(
    _ extremes: Extremes, _ signs: SignCount, period: String?, direction: Direction
  ) -> String {
    guard let (name, high) = extremes.highest, let (otherName, low) = extremes.lowest else {
      say(signs.emptyTitle)
      return take()
    }
    let period = period.map { (Slot.period, Word.time($0)) }
    let template: Localized<Template>
    if extremes.count == 1 {
      say(.single, (.period, .text(name)), (.figure, .figure(high)))
      return take()
    } else if extremes.isLevel {
      template = period == nil ? .level : .levelIn
    } else if direction == .context {
      template = period == nil ? .contextRange : .contextRangeIn
    } else if signs.hasHidden {
      template = period == nil ? .publishedRange : .publishedRangeIn
    } else {
      template = period == nil ? .range : .rangeIn
    }
    say(
      template, (.figure, .figure(high)), (.name, .text(name)), (.other, .number(low)),
      (.otherName, .text(otherName)), period ?? (.period, .text("")))
    return take()
  }

  /// The sentence of extremes, in a description.
  mutating func tell(_ extremes: Extremes, direction: Direction) {
    guard let (name, high) = extremes.highest, let (otherName, low) = extremes.lowest else {
      return
    }
    if extremes.isLevel {
      add(
        extremes.count == 1 ? .single : .level, (.figure, .figure(high)), (.period, .text(name)))
      out.put(".")
    } else if direction == .context {
      add(.extremesInContext, (.figure, .figure(high)), (.other, .number(low)))
    } else {
      add(
        .extremesNamed, (.figure, .figure(high)), (.name, .text(name)), (.other, .number(low)),
        (.otherName, .text(otherName)))
    }
  }

  /// Name, unit and period.
  mutating func subtitle(_ subject: Subject, period: String?, from: String? = nil) -> String {
    let terms = Terms.of(language)
    let unit =
      switch subject.measure {
      case .percentChange: terms.percentChange
      case .stage: terms.stage
      case .amount(let code): code
      case .count, .cumulative: subject.unit.many[language]
      }
    let name = subject.name[language]
    if let period, let from, from != period {
      say(
        .subtitleOfPeriods, (.name, .text(name)), (.otherName, .text(unit)),
        (.period, .time(period)), (.otherPeriod, .time(from)))
    } else if let period {
      say(
        .subtitleOfPeriod, (.name, .text(name)), (.otherName, .text(unit)),
        (.period, .time(period)))
    } else {
      say(.subtitle, (.name, .text(name)), (.otherName, .text(unit)))
    }
    return take()
  }
}
