import Languages
import Partnership

/// `objectives.yml`, `activities.yml`, `indicators.yml`: the implementation plan.
extension Keyed {
  func objective(_ number: Int, _ status: Localized<TranslationStatus>) -> Objective {
    let objective = Objective(
      code: requiredString("code"), number: number, shortName: requiredLocalized("name"),
      text: requiredText("text", status), annexText: text("annex", status),
      slug: requiredLocalized("slug"))
    refuseUnknownKeys()
    return objective
  }

  func activity(_ status: Localized<TranslationStatus>) -> Activity {
    let named = keyed("names")
    let names = Localized(
      english: named?.strings("en") ?? [], french: named?.strings("fr") ?? [])
    named?.refuseUnknownKeys()
    let activity = Activity(
      code: requiredString("code"), objective: requiredString("objective"),
      text: requiredText("text", status), kind: requiredLocalized("kind"), names: names,
      indicators: list("indicators").map { relation in
        let found = IndicatorRelation(
          indicator: relation.requiredString("code"), isPartial: relation.flag("partial"))
        relation.refuseUnknownKeys()
        return found
      },
      milestone: localized("milestone"))
    refuseUnknownKeys()
    return activity
  }

  func indicator(_ status: Localized<TranslationStatus>) -> Indicator {
    let unitKeys = keyed("unit")
    let unit = UnitName(
      one: unitKeys?.requiredLocalized("one") ?? Localized(both: ""),
      many: unitKeys?.requiredLocalized("many") ?? Localized(both: ""),
      isFeminineInFrench: unitKeys?.flag("feminine") ?? false)
    if unitKeys == nil { scribe.add(.missingKey("unit"), at: place) }
    unitKeys?.refuseUnknownKeys()
    let sheet = keyed("sheet")
    let entries = SheetEntry.fields.map { field in
      SheetEntry(field: field, text: sheet?.text(field, status))
    }
    sheet?.refuseUnknownKeys()
    let indicator = Indicator(
      code: requiredString("code"), objective: requiredString("objective"),
      name: requiredText("name", status),
      level: choice("level", IndicatorLevel.self, default: .annex) ?? .annex,
      type: choice("type", IndicatorType.self) ?? .count, unit: unit,
      direction: choice("direction", Direction.self) ?? .context,
      combination: choice("combination", Combination.self) ?? .sum,
      confidentiality: requiredString("class"), breakdowns: stringLists("breakdowns"),
      sheet: entries, caution: requiredText("caution", status),
      reading: requiredText("reading", status),
      countedMeetings: has("counts-meetings") ? choice("counts-meetings", MeetingKind.self) : nil,
      baseline: nil, targets: [])
    refuseUnknownKeys()
    return indicator
  }
}

extension SheetEntry {
  /// The fields of a reference sheet, in the order in which they are shown.
  static let fields = [
    "definition", "unit", "formula", "combination", "measured", "source", "method", "responsible",
    "frequency", "deadline", "rationale", "limitations", "quality-review", "access",
  ]
}
