import Languages
import Partnership

/// Checks obligations against notes and records: a row a rule.
struct ObligationChecks {
  let records: [MeetingRecord]
  let decisions: [Decision]
  let compact: Compact
  let day: CalendarDate

  func states() -> [ObligationState] { compact.obligations.map(state) }

  private func state(_ obligation: Obligation) -> ObligationState {
    switch obligation.rule {
    case .annualMeeting: annualMeeting(obligation)
    case .threeHeadings: threeHeadings(obligation)
    case .annualReport: byDecision(obligation, orMeeting: .annual)
    case .decision: byDecision(obligation, orMeeting: nil)
    case .monitoringNote: byNote(obligation, .monitoring)
    case .consultation: byNote(obligation, .consultation)
    case .noticeOfAmendment: amendments(obligation)
    case .noticeOfChange:
      ObligationState(
        obligation: obligation.code, answer: .notCalledFor, evidence: [],
        sentence: Localized(
          english: "No change of focal point is recorded.",
          french: "Aucun changement de point focal n’est enregistré."))
    case .confidentialityStatement:
      ObligationState(
        obligation: obligation.code, answer: .met, evidence: [],
        sentence: Localized(
          english: "The confidentiality page states the rules in force.",
          french: "La page de confidentialité énonce les règles en vigueur."))
    case .clock:
      ObligationState(
        obligation: obligation.code, answer: day <= compact.clock.end ? .met : .notCalledFor,
        evidence: [],
        sentence: Localized(
          english: day <= compact.clock.end
            ? "The Partnership is in force." : "The Partnership has ended.",
          french: day <= compact.clock.end
            ? "Le Partenariat est en vigueur." : "Le Partenariat a pris fin."))
    case nil:
      ObligationState(
        obligation: obligation.code, answer: .cannotBeTold, evidence: [],
        sentence: Localized(
          english: "The records cannot tell.", french: "Les documents ne permettent pas de le dire."
        ))
    }
  }

  /// One annual meeting in each partnership year from the second, up to the day.
  private func annualMeeting(_ obligation: Obligation) -> ObligationState {
    let annual = records.filter { $0.meeting.kind == .annual }.map(\.meeting)
    let expected = compact.clock.periods.dropFirst().filter { $0.start <= day }
    let missing = expected.filter { period in
      !annual.contains { period.start <= $0.date && $0.date <= period.end }
    }
    let overdue = missing.filter { $0.end < day }
    let answer: ObligationState.Answer =
      expected.isEmpty ? .notCalledFor : !overdue.isEmpty ? .notMet : missing.isEmpty ? .met : .due
    return ObligationState(
      obligation: obligation.code, answer: answer, evidence: annual.map(\.code),
      sentence: Localized(
        english: annual.isEmpty
          ? "No annual meeting is on record."
          : annual.count == 1
            ? "1 annual meeting is on record." : "\(annual.count) annual meetings are on record.",
        french: annual.isEmpty
          ? "Aucune réunion annuelle n’est consignée."
          : annual.count == 1
            ? "1 réunion annuelle est consignée."
            : "\(annual.count) réunions annuelles sont consignées."))
  }

  private func threeHeadings(_ obligation: Obligation) -> ObligationState {
    let annual = records.filter { $0.meeting.kind == .annual }
    let without = annual.filter { !$0.hasStandingHeadings }
    return ObligationState(
      obligation: obligation.code,
      answer: annual.isEmpty ? .notCalledFor : without.isEmpty ? .met : .notMet,
      evidence: annual.filter(\.hasStandingHeadings).map(\.meeting.code),
      sentence: without.isEmpty
        ? Localized(
          english: "The notes of every annual meeting have the three headings.",
          french: "Chaque compte rendu de réunion annuelle comporte les trois rubriques.")
        : Localized(
          english: "The notes of an annual meeting lack one of the three headings.",
          french: "Un compte rendu de réunion annuelle n’a pas les trois rubriques."))
  }

  /// Met where a decision's concerns name the obligation.
  private func byDecision(
    _ obligation: Obligation, orMeeting kind: MeetingKind?
  ) -> ObligationState {
    let found = decisions.filter {
      $0.concerns.contains(obligation.code) && $0.status(on: day) != .withdrawn
    }
    let isDone = found.contains { $0.status(on: day) == .done }
    return ObligationState(
      obligation: obligation.code, answer: isDone ? .met : found.isEmpty ? .notMet : .due,
      evidence: found.map(\.code),
      sentence: isDone
        ? Localized(
          english: "A decision records it as done.",
          french: "La décision qui le prévoit est exécutée.")
        : found.isEmpty
          ? Localized(
            english: "No decision on record provides for it.",
            french: "Aucune décision consignée ne le prévoit.")
          : Localized(
            english: "A decision provides for it and is not yet recorded as done.",
            french: "Une décision le prévoit et n’est pas encore exécutée."))
  }

  private func byNote(_ obligation: Obligation, _ kind: MeetingKind) -> ObligationState {
    let found = records.filter { $0.meeting.kind == kind }
    return ObligationState(
      obligation: obligation.code, answer: found.isEmpty ? .notCalledFor : .met,
      evidence: found.map(\.meeting.code),
      sentence: found.isEmpty
        ? Localized(english: "None is on record.", french: "Rien n’est consigné.")
        : Localized(english: "It is on record.", french: "C’est consigné."))
  }

  private func amendments(_ obligation: Obligation) -> ObligationState {
    let late = compact.amendments.filter { amendment in
      guard
        let notice = CalendarDate(
          year: amendment.notified.year + (amendment.notified.month > 9 ? 1 : 0),
          month: (amendment.notified.month + 2) % 12 + 1, day: min(28, amendment.notified.day))
      else { return false }
      return amendment.effective < notice
    }
    return ObligationState(
      obligation: obligation.code,
      answer: compact.amendments.isEmpty ? .notCalledFor : late.isEmpty ? .met : .notMet,
      evidence: compact.amendments.compactMap(\.decision),
      sentence: compact.amendments.isEmpty
        ? Localized(
          english: "No amendment is recorded.", french: "Aucun amendement n’est enregistré.")
        : late.isEmpty
          ? Localized(
            english: "Every amendment had three months' notice.",
            french: "Chaque amendement a eu un préavis de trois mois.")
          : Localized(
            english: "An amendment had less than three months' notice.",
            french: "Un amendement a eu moins de trois mois de préavis."))
  }
}
