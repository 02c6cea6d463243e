import Languages
import Partnership

/// `partnership.yml`: the partnership itself and the site's settings.
struct PartnershipFile {
  let name: TranslatedText
  let shortName: Localized<String>
  let country: Localized<String>
  let participants: [TranslatedText]
  let clock: Clock?
  let signedAt: Localized<String>
  let goal: TranslatedText
  let purpose: TranslatedText
  let nature: TranslatedText
  let funding: FundingCeiling?
  let settings: SiteSettings

  init(_ root: Keyed) {
    let status = root.status ?? Localized(both: .official)
    name = root.requiredText("name", status)
    shortName = root.requiredLocalized("short-name")
    country = root.requiredLocalized("country")
    participants = root.nodes("participants").compactMap {
      Keyed.text($0, status, root.file, root.scribe)
    }
    if let keyed = root.keyed("clock") {
      let signed = keyed.requiredDate("signed")
      let effective = keyed.requiredDate("effective")
      let years = keyed.requiredInt("years")
      keyed.refuseUnknownKeys()
      if let signed, let effective {
        clock = Clock(signed: signed, effective: effective, years: min(years, 100))
      } else {
        clock = nil
      }
    } else {
      root.scribe.add(.missingKey("clock"), at: root.place)
      clock = nil
    }
    signedAt = root.requiredLocalized("signed-at")
    goal = root.requiredText("goal", status)
    purpose = root.requiredText("purpose", status)
    nature = root.requiredText("nature", status)
    funding = root.keyed("funding").map { keyed in
      let ceiling = FundingCeiling(
        amount: keyed.requiredInt("amount"), currency: keyed.requiredString("currency"),
        condition: keyed.requiredText("condition", status))
      keyed.refuseUnknownKeys()
      return ceiling
    }
    if let site = root.keyed("site") {
      settings = SiteSettings(
        title: site.requiredLocalized("title"), address: site.string("address"),
        licence: site.requiredLocalized("licence"),
        licenceAddress: site.string("licence-address"),
        contact: site.requiredLocalized("contact"), reportedPeriods: [],
        iati: root.keyed("iati").map { $0.iatiSettings() })
      site.refuseUnknownKeys()
    } else {
      root.scribe.add(.missingKey("site"), at: root.place)
      settings = SiteSettings(
        title: Localized(both: ""), licence: Localized(both: ""), contact: Localized(both: ""),
        reportedPeriods: [])
    }
    root.refuseUnknownKeys()
  }
}
