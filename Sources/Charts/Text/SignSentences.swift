import Languages

/// How many cells have each sign: enough for the closing sentences of a description.
struct SignCount {
  private var hidden = 0
  private var notAvailable = 0
  private var notApplicable = 0
  private var notYetDue = 0
  private var undrawable = 0
  private(set) var values = 0
  private(set) var hasLetters = false
  /// What the hidden figures are of.
  private var hiddenNames: [String] = []

  /// - Parameter name: of the period or the category; nil where nothing but the number is told.
  @inline(__always)
  mutating func count(_ reading: Reading, of name: @autoclosure () -> String? = nil) {
    if reading.isSoft { hasLetters = true }
    if case .sign(.hidden) = reading.cell, let name = name() { hiddenNames.append(name) }
    guard case .sign(let sign) = reading.cell else {
      values += 1
      return
    }
    switch sign {
    case .hidden: hidden += 1
    case .notAvailable: notAvailable += 1
    case .notApplicable: notApplicable += 1
    case .notYetDue: notYetDue += 1
    case .undrawable: undrawable += 1
    }
  }

  var hasHidden: Bool { hidden > 0 }

  /// What the title says where there is no value at all.
  var emptyTitle: Localized<Template> {
    if hidden > 0, notAvailable + notApplicable + notYetDue + undrawable == 0 { return .allHidden }
    return undrawable > 0 && hidden == 0 ? .undrawable : .nonePublished
  }

  func tell(_ prose: inout Prose) {
    if hidden == 1 {
      prose.add(.hiddenOne)
    } else if hidden > 1 {
      prose.add(.hiddenMany, (.count, .count(hidden)))
    }
    if hidden > 0, hiddenNames.count == hidden, hidden <= 12 {
      prose.add(
        .hiddenAre,
        (
          .name,
          .text(hiddenNames.joined(separator: prose.language == .english ? "; " : "\u{202F}; "))
        ))
    }
    if notAvailable > 0 { prose.add(.missing, (.count, .count(notAvailable))) }
    if notApplicable > 0 { prose.add(.notApplicable, (.count, .count(notApplicable))) }
    if notYetDue > 0 { prose.add(.notYetDue, (.count, .count(notYetDue))) }
    if undrawable > 0 { prose.add(.tooLarge, (.count, .count(undrawable))) }
    if hasLetters { prose.add(.soft) }
  }
}
