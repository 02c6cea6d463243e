public import Languages

/// What an activity file of the International Aid Transparency Initiative says beside the figures.
public struct IATISettings: Sendable, Hashable {
  /// The organisation that reports.
  public var reporter: Organisation
  /// The activity's identifier: the reporter's reference, a hyphen, and a word of its own.
  public var activity: String
  /// ISO 3166-1 alpha-2.
  public var country: String
  /// Five digits of the OECD DAC's purpose codes.
  public var sector: String
  public var participants: [Organisation]

  public struct Organisation: Sendable, Hashable {
    /// An organisation identifier such as `XM-DAC-41122`; nil where none is recorded.
    public var reference: String?
    /// Code list OrganisationType: 10 government, 22 national NGO…
    public var type: Int
    /// Code list OrganisationRole: 1 funding, 2 accountable, 3 extending, 4 implementing; nil for
    /// the reporter.
    public var role: Int?
    public var name: Localized<String>

    public init(reference: String?, type: Int, role: Int?, name: Localized<String>) {
      self.reference = reference
      self.type = type
      self.role = role
      self.name = name
    }
  }

  public init(
    reporter: Organisation, activity: String, country: String, sector: String,
    participants: [Organisation]
  ) {
    self.reporter = reporter
    self.activity = activity
    self.country = country
    self.sector = sector
    self.participants = participants
  }

  /// Code list OrganisationType, IATI 2.03.
  public static let organisationTypes: Set<Int> = [
    10, 11, 15, 21, 22, 23, 24, 30, 40, 60, 70, 71, 72, 73, 80, 90,
  ]
  /// Code list OrganisationRole, IATI 2.03.
  public static let organisationRoles: Set<Int> = [1, 2, 3, 4]
}
