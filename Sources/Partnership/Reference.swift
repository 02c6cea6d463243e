public import Languages

/// A term of the partnership and what it means.
public struct Term: Sendable, Hashable {
  public var code: String
  public var term: Localized<String>
  /// The acronym in each language where there is one: NRM, MNR.
  public var acronym: Localized<String>?
  public var definition: TranslatedText?

  public init(
    code: String,
    term: Localized<String>,
    acronym: Localized<String>? = nil,
    definition: TranslatedText? = nil
  ) {
    self.code = code
    self.term = term
    self.acronym = acronym
    self.definition = definition
  }
}

/// Something the text expects to happen, and how it can be checked.
public struct Obligation: Sendable, Hashable {
  /// `R4`.
  public var code: String
  /// `V.B`.
  public var section: String
  public var text: TranslatedText
  public var check: Localized<String>
  /// How the tool checks it; nil where only a person can.
  public var rule: ObligationRule?

  public init(
    code: String,
    section: String,
    text: TranslatedText,
    check: Localized<String>,
    rule: ObligationRule? = nil
  ) {
    self.code = code
    self.section = section
    self.text = text
    self.check = check
    self.rule = rule
  }
}

/// A check that notes and records can answer.
public enum ObligationRule: String, Sendable, Hashable, CaseIterable {
  case annualMeeting = "annual-meeting"
  case threeHeadings = "three-headings"
  case annualReport = "annual-report"
  case decision
  case monitoringNote = "monitoring-note"
  case noticeOfChange = "notice-of-change"
  case noticeOfAmendment = "notice-of-amendment"
  case confidentialityStatement = "confidentiality-statement"
  case clock
  case consultation
}

/// A district with its regions and its place on the tile-grid map.
public struct District: Sendable, Hashable {
  /// ISO 3166-2: `CI-AB`.
  public var code: String
  public var name: String
  public var isAutonomous: Bool
  public var row: Int
  public var column: Int
  public var regions: [Region]

  public init(
    code: String,
    name: String,
    isAutonomous: Bool,
    row: Int,
    column: Int,
    regions: [Region]
  ) {
    self.code = code
    self.name = name
    self.isAutonomous = isAutonomous
    self.row = row
    self.column = column
    self.regions = regions
  }
}

public struct Region: Sendable, Hashable {
  public var code: String
  public var name: String

  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}

/// A section of the agreement's text, paragraphs in order.
public struct AgreementSection: Sendable, Hashable {
  /// `V.B`, `annex-a`: the anchor of it.
  public var code: String
  /// `V.`; empty for the preamble.
  public var number: String
  public var title: TranslatedText
  public var paragraphs: [TranslatedText]
  /// A note that explains an oddity of the text.
  public var notes: [Localized<String>]

  public init(
    code: String,
    number: String,
    title: TranslatedText,
    paragraphs: [TranslatedText],
    notes: [Localized<String>]
  ) {
    self.code = code
    self.number = number
    self.title = title
    self.paragraphs = paragraphs
    self.notes = notes
  }
}
