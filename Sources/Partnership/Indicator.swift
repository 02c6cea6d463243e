public import Languages

/// One indicator with its reference sheet, after the Performance Indicator Reference Sheet of U.S.
/// assistance.
public struct Indicator: Sendable, Hashable {
  /// `I2.4`.
  public var code: String
  public var objective: String
  public var name: TranslatedText
  public var level: IndicatorLevel
  public var type: IndicatorType
  public var unit: UnitName
  public var direction: Direction
  public var combination: Combination
  /// The code of its confidentiality class.
  public var confidentiality: String
  /// Breakdowns in order of worth, each a list of dimension codes: `["sex"]`, `["age", "form"]`.
  public var breakdowns: [[String]]
  public var sheet: [SheetEntry]
  /// The trap to write on its page: how not to read it.
  public var caution: TranslatedText
  /// How to read it.
  public var reading: TranslatedText
  /// Where the notes themselves are counted: the kind of meeting that counts for one.
  public var countedMeetings: MeetingKind?
  public var baseline: Baseline?
  public var targets: [Target]

  public init(
    code: String,
    objective: String,
    name: TranslatedText,
    level: IndicatorLevel,
    type: IndicatorType,
    unit: UnitName,
    direction: Direction,
    combination: Combination,
    confidentiality: String,
    breakdowns: [[String]],
    sheet: [SheetEntry],
    caution: TranslatedText,
    reading: TranslatedText,
    countedMeetings: MeetingKind? = nil,
    baseline: Baseline? = nil,
    targets: [Target]
  ) {
    self.code = code
    self.objective = objective
    self.name = name
    self.level = level
    self.type = type
    self.unit = unit
    self.direction = direction
    self.combination = combination
    self.confidentiality = confidentiality
    self.breakdowns = breakdowns
    self.sheet = sheet
    self.caution = caution
    self.reading = reading
    self.countedMeetings = countedMeetings
    self.baseline = baseline
    self.targets = targets
  }
}

public enum IndicatorLevel: String, Sendable, Hashable, CaseIterable {
  case annex
  case committee
}

public enum IndicatorType: String, Sendable, Hashable, CaseIterable {
  case count
  case people
  case households
  case percentChange = "percent-change"
  case milestone
}

/// Which way is better; `context` has none, and never bears good or bad colours.
public enum Direction: String, Sendable, Hashable, CaseIterable {
  case up
  case down
  case context
}

/// How the figures of periods make one.
public enum Combination: String, Sendable, Hashable, CaseIterable {
  /// A sum each period; a cumulative total may be shown.
  case sum
  /// A level at the end of the period.
  case snapshot
  /// Each thing counted once, ever.
  case cumulative
  /// A stage reached.
  case stage
  /// Change from the baseline, in percent.
  case change
}

/// The unit as sentences need it: one, several, and its grammar.
public struct UnitName: Sendable, Hashable {
  /// `person`, `personne`.
  public var one: Localized<String>
  /// `people`, `personnes`.
  public var many: Localized<String>
  /// Whether the French noun is feminine, for agreement: `formées`.
  public var isFeminineInFrench: Bool

  public init(one: Localized<String>, many: Localized<String>, isFeminineInFrench: Bool) {
    self.one = one
    self.many = many
    self.isFeminineInFrench = isFeminineInFrench
  }
}

/// A field of the reference sheet; nil text is “not yet set”, a real state.
public struct SheetEntry: Sendable, Hashable {
  /// `definition`, `unit`, `source`…: a stable code whose label the theme has.
  public var field: String
  public var text: TranslatedText?

  public init(field: String, text: TranslatedText? = nil) {
    self.field = field
    self.text = text
  }
}

/// Where an indicator started; in demonstration data only until the committee sets one.
public struct Baseline: Sendable, Hashable {
  public var period: String
  /// In the indicator's unit; nil where the data itself gives it (percent change).
  public var value: Int?
  public var decision: String?
  public var isDemonstration: Bool

  public init(period: String, value: Int? = nil, decision: String? = nil, isDemonstration: Bool) {
    self.period = period
    self.value = value
    self.decision = decision
    self.isDemonstration = isDemonstration
  }
}

/// What is to be reached in a partnership year.
public struct Target: Sendable, Hashable {
  public var period: String
  public var value: Int
  public var decision: String?
  public var isDemonstration: Bool

  public init(period: String, value: Int, decision: String? = nil, isDemonstration: Bool) {
    self.period = period
    self.value = value
    self.decision = decision
    self.isDemonstration = isDemonstration
  }
}
