import Diagnostics
import Languages
import Partnership

/// `iati:` of `partnership.yml`: its codes are of the lists of IATI 2.03, or the file would be
/// refused by those who take it.
extension Keyed {
  func iatiSettings() -> IATISettings {
    let reporter = keyed("reporter").map { $0.organisation(hasRole: false) }
    if !has("reporter") { scribe.add(.missingKey("reporter"), at: place) }
    let settings = IATISettings(
      reporter: reporter
        ?? .init(reference: nil, type: 90, role: nil, name: Localized(both: "")),
      activity: identifier("activity") ?? "",
      country: checked("country") { text in
        text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      },
      sector: checked("sector") { text in
        text.utf8.count == 5 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      },
      participants: list("participants").map { $0.organisation(hasRole: true) })
    if !has("activity") { scribe.add(.missingKey("activity"), at: place) }
    refuseUnknownKeys()
    return settings
  }

  private func organisation(hasRole: Bool) -> IATISettings.Organisation {
    let type = requiredInt("type")
    let role = hasRole ? requiredInt("role") : nil
    if has("type"), !IATISettings.organisationTypes.contains(type) {
      scribe.add(.iatiCode("type"), at: place(of: "type"))
    }
    if let role, has("role"), !IATISettings.organisationRoles.contains(role) {
      scribe.add(.iatiCode("role"), at: place(of: "role"))
    }
    if !hasRole, !has("reference") { scribe.add(.missingKey("reference"), at: place) }
    let organisation = IATISettings.Organisation(
      reference: identifier("reference"), type: type, role: role, name: requiredLocalized("name"))
    refuseUnknownKeys()
    return organisation
  }

  /// No spaces, and none of `/ & | ?`, by the standard's rule for identifiers.
  private func identifier(_ key: String) -> String? {
    has(key)
      ? checked(key) { text in
        !text.isEmpty
          && text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F }
          && !text.contains { "/&|?".contains($0) }
      } : nil
  }

  private func checked(_ key: String, _ isRight: (String) -> Bool) -> String {
    let text = requiredString(key)
    if has(key), !isRight(text) { scribe.add(.iatiCode(key), at: place(of: key)) }
    return text
  }
}

extension Finding.Message {
  static func iatiCode(_ key: String) -> Self {
    Self(
      .error, "iati-code", en: "‘\(key)’ is not of the form or code list of IATI 2.03",
      fr: "« \(key) » n’a pas la forme, ou n’est pas dans la liste de codes, de l’IITA 2.03",
      fix: Localized(
        english: "take the code from iatistandard.org, code lists of version 2.03",
        french: "prenez le code sur iatistandard.org, listes de codes de la version 2.03"))
  }
}
