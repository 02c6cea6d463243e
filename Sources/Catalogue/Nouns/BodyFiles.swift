import Languages
import Partnership

/// `bodies.yml`, `focal-points.yml`, `glossary.yml`, `obligations.yml`, `districts.yml`,
/// `amendments.yml`, `agreement.yml`.
extension Keyed {
  func body(_ status: Localized<TranslationStatus>) -> Body {
    let body = Body(
      code: requiredString("code"), acronym: localized("acronym"),
      name: requiredText("name", status), role: requiredLocalized("role"),
      otherNames: strings("other-names"),
      nameStatus: choice("name-status", NameStatus.self, default: .translated) ?? .translated)
    refuseUnknownKeys()
    return body
  }

  func focalPoint(_ status: Localized<TranslationStatus>) -> FocalPoint {
    let point = FocalPoint(
      participant: requiredLocalized("participant"), body: requiredString("body"),
      office: requiredText("office", status),
      contacts: list("contacts").map { contact in
        let found = FocalPoint.Contact(
          kind: contact.requiredString("kind"), text: contact.requiredEither("text"))
        contact.refuseUnknownKeys()
        return found
      })
    refuseUnknownKeys()
    return point
  }

  func term(_ status: Localized<TranslationStatus>) -> Term {
    let term = Term(
      code: requiredString("code"), term: requiredLocalized("term"),
      acronym: localized("acronym"), definition: text("definition", status))
    refuseUnknownKeys()
    return term
  }

  func obligation(_ status: Localized<TranslationStatus>) -> Obligation {
    let obligation = Obligation(
      code: requiredString("code"), section: requiredString("section"),
      text: requiredText("text", status), check: requiredLocalized("check"),
      rule: has("rule") ? choice("rule", ObligationRule.self) : nil)
    refuseUnknownKeys()
    return obligation
  }

  func district() -> District {
    let district = District(
      code: requiredString("code"), name: requiredString("name"),
      isAutonomous: flag("autonomous"), row: requiredInt("row"), column: requiredInt("column"),
      regions: list("regions").map { region in
        let found = Region(
          code: region.requiredString("code"), name: region.requiredString("name"))
        region.refuseUnknownKeys()
        return found
      })
    refuseUnknownKeys()
    return district
  }

  func amendment(_ status: Localized<TranslationStatus>) -> Amendment? {
    let code = requiredString("code")
    let notified = requiredDate("notified")
    let effective = requiredDate("effective")
    let years = int("extends-years") ?? 0
    let text = requiredText("text", status)
    let decision = string("decision")
    refuseUnknownKeys()
    guard let notified, let effective else { return nil }
    return Amendment(
      code: code, notified: notified, effective: effective, extendsYears: min(years, 50),
      text: text, decision: decision)
  }

  func section(_ status: Localized<TranslationStatus>) -> AgreementSection {
    let section = AgreementSection(
      code: requiredString("code"), number: string("number") ?? "",
      title: requiredText("title", status),
      paragraphs: nodes("paragraphs").compactMap { Keyed.text($0, status, file, scribe) },
      notes: nodes("notes").compactMap { Keyed.localized($0, file, scribe) })
    refuseUnknownKeys()
    return section
  }
}
