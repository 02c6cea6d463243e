public import Languages

/// All that a partnership has agreed and set down about itself: what `Content/` says, as values.
public struct Compact: Sendable, Hashable {
  public var name: TranslatedText
  /// `CPC Partnership`, `Partenariat CPC`.
  public var shortName: Localized<String>
  /// The country or place it is about, as a sentence names it: `Côte d’Ivoire`.
  public var country: Localized<String>
  public var participants: [TranslatedText]
  public var clock: Clock
  public var signedAt: Localized<String>
  public var goal: TranslatedText
  public var purpose: TranslatedText
  /// What the partnership is not: “does not constitute an international agreement…”.
  public var nature: TranslatedText
  public var funding: FundingCeiling?
  public var objectives: [Objective]
  public var activities: [Activity]
  public var indicators: [Indicator]
  public var bodies: [Body]
  public var focalPoints: [FocalPoint]
  public var terms: [Term]
  public var obligations: [Obligation]
  public var districts: [District]
  public var agreement: [AgreementSection]
  public var amendments: [Amendment]
  public var classes: [ConfidentialityClass]
  public var nomenclatures: [Nomenclature]
  public var datasets: [DatasetSchema]
  public var settings: SiteSettings
  public var publicFigures: [PublicFigure] = []
  /// Names of the columns that are places, coarsest first.
  public var geography = ["district", "region", "department", "locality"]

  public init(
    name: TranslatedText,
    shortName: Localized<String>,
    country: Localized<String>,
    participants: [TranslatedText],
    clock: Clock,
    signedAt: Localized<String>,
    goal: TranslatedText,
    purpose: TranslatedText,
    nature: TranslatedText,
    funding: FundingCeiling? = nil,
    objectives: [Objective],
    activities: [Activity],
    indicators: [Indicator],
    bodies: [Body],
    focalPoints: [FocalPoint],
    terms: [Term],
    obligations: [Obligation],
    districts: [District],
    agreement: [AgreementSection],
    amendments: [Amendment],
    classes: [ConfidentialityClass],
    nomenclatures: [Nomenclature],
    datasets: [DatasetSchema],
    settings: SiteSettings
  ) {
    self.name = name
    self.shortName = shortName
    self.country = country
    self.participants = participants
    self.clock = clock
    self.signedAt = signedAt
    self.goal = goal
    self.purpose = purpose
    self.nature = nature
    self.funding = funding
    self.objectives = objectives
    self.activities = activities
    self.indicators = indicators
    self.bodies = bodies
    self.focalPoints = focalPoints
    self.terms = terms
    self.obligations = obligations
    self.districts = districts
    self.agreement = agreement
    self.amendments = amendments
    self.classes = classes
    self.nomenclatures = nomenclatures
    self.datasets = datasets
    self.settings = settings
  }

  public func objective(_ code: String) -> Objective? { objectives.first { $0.code == code } }
  public func indicator(_ code: String) -> Indicator? { indicators.first { $0.code == code } }
  public func activity(_ code: String) -> Activity? { activities.first { $0.code == code } }
  public func body(_ code: String) -> Body? { bodies.first { $0.code == code } }
  public func nomenclature(_ code: String) -> Nomenclature? {
    nomenclatures.first { $0.code == code }
  }
  public func confidentialityClass(_ code: String) -> ConfidentialityClass? {
    classes.first { $0.code == code }
  }
}

/// “Up to $10 million”, “subject to the availability of funds”: a ceiling, never a promise.
public struct FundingCeiling: Sendable, Hashable {
  /// In whole units of the currency.
  public var amount: Int
  /// ISO 4217.
  public var currency: String
  public var condition: TranslatedText

  public init(amount: Int, currency: String, condition: TranslatedText) {
    self.amount = amount
    self.currency = currency
    self.condition = condition
  }
}

/// What the site is called, where it will stand, and what is said on every page.
public struct SiteSettings: Sendable, Hashable {
  public var title: Localized<String>
  /// The address of the site when it is published, for canonical links; nil for a site on a key.
  public var address: String?
  public var licence: Localized<String>
  public var licenceAddress: String?
  /// How to report a problem or ask for removal.
  public var contact: Localized<String>
  /// The codes of partnership years with data in them.
  public var reportedPeriods: [String]
  /// What the IATI activity file says; no such file is written where it is nil.
  public var iati: IATISettings?

  public init(
    title: Localized<String>,
    address: String? = nil,
    licence: Localized<String>,
    licenceAddress: String? = nil,
    contact: Localized<String>,
    reportedPeriods: [String],
    iati: IATISettings? = nil
  ) {
    self.title = title
    self.address = address
    self.licence = licence
    self.licenceAddress = licenceAddress
    self.contact = contact
    self.reportedPeriods = reportedPeriods
    self.iati = iati
  }
}
