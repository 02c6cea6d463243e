public import Languages

/// An institution that decides, owns, reports or attends: never a person.
public struct Body: Sendable, Hashable {
  /// `CNS`, `TIP`: stable, the same in both languages, as notes write it.
  public var code: String
  /// The acronym a reader knows, where languages differ or the code is not one.
  public var acronym: Localized<String>?
  public var name: TranslatedText
  public var role: Localized<String>
  /// Other recorded names and codes by which notes may call it.
  public var otherNames: [String]
  /// Where the French form comes from: the seed, public use, or our translation.
  public var nameStatus: NameStatus

  public init(
    code: String,
    acronym: Localized<String>? = nil,
    name: TranslatedText,
    role: Localized<String>,
    otherNames: [String],
    nameStatus: NameStatus
  ) {
    self.code = code
    self.acronym = acronym
    self.name = name
    self.role = role
    self.otherNames = otherNames
    self.nameStatus = nameStatus
  }
}

public enum NameStatus: String, Sendable, Hashable, CaseIterable {
  case seed
  case publicUse = "public"
  case translated
}

/// An institutional contact of the agreement, as printed there.
public struct FocalPoint: Sendable, Hashable {
  public var participant: Localized<String>
  public var body: String
  public var office: TranslatedText
  public var contacts: [Contact]

  public init(
    participant: Localized<String>,
    body: String,
    office: TranslatedText,
    contacts: [Contact]
  ) {
    self.participant = participant
    self.body = body
    self.office = office
    self.contacts = contacts
  }

  public struct Contact: Sendable, Hashable {
    /// `email`, `phone`, `fax`, `address`, `web`.
    public var kind: String
    public var text: Localized<String>

    public init(kind: String, text: Localized<String>) {
      self.kind = kind
      self.text = text
    }
  }
}
