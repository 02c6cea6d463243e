public import Languages

/// One activity of the implementation plan.
public struct Activity: Sendable, Hashable {
  /// `A1.03`.
  public var code: String
  /// The code of its objective.
  public var objective: String
  public var text: TranslatedText
  /// Training, campaign, study…: in words.
  public var kind: Localized<String>
  /// Bodies and audiences that the text names.
  public var names: Localized<[String]>
  public var indicators: [IndicatorRelation]
  /// What would show progress where no indicator does: `study published`.
  public var milestone: Localized<String>?

  public init(
    code: String,
    objective: String,
    text: TranslatedText,
    kind: Localized<String>,
    names: Localized<[String]>,
    indicators: [IndicatorRelation],
    milestone: Localized<String>? = nil
  ) {
    self.code = code
    self.objective = objective
    self.text = text
    self.kind = kind
    self.names = names
    self.indicators = indicators
    self.milestone = milestone
  }
}

/// An indicator that could show the effect of an activity.
public struct IndicatorRelation: Sendable, Hashable {
  public var indicator: String
  public var isPartial: Bool

  public init(indicator: String, isPartial: Bool) {
    self.indicator = indicator
    self.isPartial = isPartial
  }
}

/// Where an activity stands. Never read as “not started” when nothing was received.
public enum ActivityStatus: String, Sendable, Hashable, CaseIterable {
  case notStarted = "not-started"
  case planned
  case underWay = "under-way"
  case completed
  case continuing
  case suspended
  case withdrawn
  case noInformation = "no-information"

  public var word: Localized<String> {
    switch self {
    case .notStarted: Localized(english: "not started", french: "non démarrée")
    case .planned: Localized(english: "planned", french: "planifiée")
    case .underWay: Localized(english: "under way", french: "en cours")
    case .completed: Localized(english: "completed", french: "achevée")
    case .continuing: Localized(english: "continuing", french: "continue")
    case .suspended: Localized(english: "suspended", french: "suspendue")
    case .withdrawn: Localized(english: "withdrawn by decision", french: "retirée par décision")
    case .noInformation:
      Localized(english: "no information received", french: "aucune information reçue")
    }
  }
}

/// What one note said of an activity.
public struct ActivityReport: Sendable, Hashable {
  public var activity: String
  public var status: ActivityStatus
  public var asOf: CalendarDate
  /// The code of the meeting whose note says so.
  public var meeting: String
  /// The body that reported it.
  public var reportedBy: String?
  /// The decision that changed it.
  public var decision: String?
  /// The sentence of the note.
  public var sentence: Localized<String>

  public init(
    activity: String,
    status: ActivityStatus,
    asOf: CalendarDate,
    meeting: String,
    reportedBy: String? = nil,
    decision: String? = nil,
    sentence: Localized<String>
  ) {
    self.activity = activity
    self.status = status
    self.asOf = asOf
    self.meeting = meeting
    self.reportedBy = reportedBy
    self.decision = decision
    self.sentence = sentence
  }
}
