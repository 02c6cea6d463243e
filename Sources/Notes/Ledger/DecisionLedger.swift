public import Languages
public import Partnership

/// The memory of all meetings: every decision with what became of it, the history of every
/// activity, and what the agreement's text expects.
public struct DecisionLedger: Sendable, Hashable {
  /// In order of date, then of identifier.
  public let decisions: [Decision]
  /// For each activity, what notes said of it, oldest first.
  public let reports: [String: [ActivityReport]]
  public let obligations: [ObligationState]
  /// The day on which statuses are told.
  public let day: CalendarDate
  private let activities: [Activity]

  public init(records: [MeetingRecord], compact: Compact, day: CalendarDate) {
    var decisions: [String: Decision] = [:]
    for record in records {
      for decision in record.decisions where decisions[decision.code] == nil {
        decisions[decision.code] = decision
      }
    }
    for record in records {
      for stated in record.followUps {
        decisions[stated.decision]?.followUps.append(stated.followUp)
      }
    }
    self.decisions = decisions.values.sorted { ($0.date, $0.code) < ($1.date, $1.code) }
    self.day = day
    activities = compact.activities
    reports = Dictionary(grouping: records.flatMap(\.reports)) { $0.activity }
    obligations = ObligationChecks(
      records: records, decisions: self.decisions, compact: compact, day: day
    ).states()
  }

  public func decision(_ code: String) -> Decision? { decisions.first { $0.code == code } }

  public func status(of decision: Decision) -> Decision.Status { decision.status(on: day) }

  /// Where an activity stands: what the last note said; “no information received” by default.
  public func status(ofActivity code: String) -> ActivityStatus {
    reports[code]?.last?.status ?? .noInformation
  }

  public func decisions(concerning code: String) -> [Decision] {
    decisions.filter { $0.concerns.contains(code) }
  }

  /// Decisions neither done, replaced nor withdrawn: the matters of the next annual meeting.
  public var open: [Decision] {
    decisions.filter { [.open, .overdue, .carriedOver].contains(status(of: $0)) }
  }
}

/// Whether something that the text expects happened.
public struct ObligationState: Sendable, Hashable {
  public enum Answer: String, Sendable, Hashable, CaseIterable {
    case met
    case due
    case notMet = "not-met"
    /// Nothing has happened that would call for it.
    case notCalledFor = "not-called-for"
    /// Only a person can tell.
    case cannotBeTold = "cannot-be-told"
  }

  public let obligation: String
  public let answer: Answer
  /// Codes of the meetings and decisions that show it.
  public let evidence: [String]
  public let sentence: Localized<String>
}
