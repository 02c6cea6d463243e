public import Languages

public enum MeetingKind: String, Sendable, Hashable, CaseIterable {
  case annual
  case committee
  case csoCoordination = "cso-coordination"
  case monitoring
  case fieldVisit = "field-visit"
  case activityReport = "activity-report"
  case consultation
  case extraordinary

  public var name: Localized<String> {
    switch self {
    case .annual: Localized(english: "annual meeting", french: "réunion annuelle")
    case .committee:
      Localized(
        english: "meeting of the monitoring and assessment committee",
        french: "réunion du comité de suivi et d’évaluation")
    case .csoCoordination:
      Localized(
        english: "meeting of the CSO coordination committee",
        french: "réunion du comité de coordination des OSC")
    case .monitoring: Localized(english: "monitoring note", french: "note de suivi")
    case .fieldVisit: Localized(english: "field visit", french: "visite de terrain")
    case .activityReport:
      Localized(
        english: "activity implementation report",
        french: "rapport de mise en œuvre d’activité")
    case .consultation: Localized(english: "consultation", french: "consultation")
    case .extraordinary:
      Localized(english: "extraordinary meeting", french: "réunion extraordinaire")
    }
  }
}

extension MeetingKind {
  /// The word for it in addresses, commands and front matters.
  public var slug: Localized<String> {
    let french =
      switch self {
      case .annual: "annuelle"
      case .committee: "comite"
      case .csoCoordination: "coordination-osc"
      case .monitoring: "suivi"
      case .fieldVisit: "visite-de-terrain"
      case .activityReport: "rapport-d-activite"
      case .consultation: "consultation"
      case .extraordinary: "extraordinaire"
      }
    return Localized(english: rawValue, french: french)
  }

  /// A kind by its word or its name, in either language: `annual`, `annuelle`, `réunion annuelle`.
  public static func named(_ word: String) -> MeetingKind? {
    let word = word.lowercased()
    return allCases.first { kind in
      Language.allCases.contains { word == kind.slug[$0] || word == kind.name[$0].lowercased() }
        || kind == .committee && word == "comité"
    }
  }
}

/// What the front matter of a note says of a meeting.
public struct Meeting: Sendable, Hashable {
  /// `2024-12-10-annual`: the name of its folder.
  public var code: String
  public var kind: MeetingKind
  public var date: CalendarDate
  public var place: Localized<String>
  public var title: Localized<String>
  /// The code of the body in the chair.
  public var chair: String
  /// Codes of the bodies present.
  public var participants: [String]
  public var isAdopted: Bool
  public var isDemonstration: Bool
  public var documents: [Document]
  public var status: Localized<TranslationStatus>
  /// How many passages were closed to the public, and so never left the source.
  public var closedPassages: Int

  public init(
    code: String,
    kind: MeetingKind,
    date: CalendarDate,
    place: Localized<String>,
    title: Localized<String>,
    chair: String,
    participants: [String],
    isAdopted: Bool,
    isDemonstration: Bool,
    documents: [Document],
    status: Localized<TranslationStatus>,
    closedPassages: Int
  ) {
    self.code = code
    self.kind = kind
    self.date = date
    self.place = place
    self.title = title
    self.chair = chair
    self.participants = participants
    self.isAdopted = isAdopted
    self.isDemonstration = isDemonstration
    self.documents = documents
    self.status = status
    self.closedPassages = closedPassages
  }

  public struct Document: Sendable, Hashable {
    public var title: Localized<String>
    public var address: String?

    public init(title: Localized<String>, address: String? = nil) {
      self.title = title
      self.address = address
    }
  }
}

/// A decision or action of a meeting, as both languages state it.
public struct Decision: Sendable, Hashable {
  /// `D-2024-03`.
  public var code: String
  public var meeting: String
  public var date: CalendarDate
  public var text: Localized<String>
  /// Codes of the bodies that own it.
  public var owners: [String]
  public var due: CalendarDate?
  /// Codes of activities, indicators and obligations that it concerns.
  public var concerns: [String]
  public var followUps: [FollowUp]

  public init(
    code: String,
    meeting: String,
    date: CalendarDate,
    text: Localized<String>,
    owners: [String],
    due: CalendarDate? = nil,
    concerns: [String],
    followUps: [FollowUp]
  ) {
    self.code = code
    self.meeting = meeting
    self.date = date
    self.text = text
    self.owners = owners
    self.due = due
    self.concerns = concerns
    self.followUps = followUps
  }

  /// What a later note said of it.
  public struct FollowUp: Sendable, Hashable {
    public var meeting: String
    public var date: CalendarDate
    public var outcome: Outcome
    /// The decision that replaces it.
    public var replacement: String?
    /// A new due date.
    public var due: CalendarDate?
    public var text: Localized<String>

    public init(
      meeting: String,
      date: CalendarDate,
      outcome: Outcome,
      replacement: String? = nil,
      due: CalendarDate? = nil,
      text: Localized<String>
    ) {
      self.meeting = meeting
      self.date = date
      self.outcome = outcome
      self.replacement = replacement
      self.due = due
      self.text = text
    }
  }

  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    case done
    case carriedOver = "carried-over"
    case replaced
    case withdrawn
  }

  public enum Status: String, Sendable, Hashable, CaseIterable {
    case open
    case overdue
    case carriedOver = "carried-over"
    case done
    case replaced
    case withdrawn
  }

  /// The due date in force: the last one set.
  public var dueInForce: CalendarDate? {
    followUps.last { $0.due != nil }?.due ?? due
  }

  /// Whether something of it remains to be done on a day.
  public func isUnfinished(on day: CalendarDate) -> Bool {
    switch status(on: day) {
    case .open, .overdue, .carriedOver: true
    case .done, .replaced, .withdrawn: false
    }
  }

  /// Where it stands on a day: overdue and carried over are computed, never typed.
  public func status(on day: CalendarDate) -> Status {
    switch followUps.last(where: { $0.date <= day })?.outcome {
    case .done: return .done
    case .replaced: return .replaced
    case .withdrawn: return .withdrawn
    case .carriedOver:
      if let due = dueInForce, due < day { return .overdue }
      return .carriedOver
    case nil:
      if let due, due < day { return .overdue }
      return .open
    }
  }
}
