import Languages
import Partnership

/// `confidentiality.yml`, `public-figures.yml`, `nomenclatures/*.yml`, `data/*.yml`, `targets.yml`.
extension Keyed {
  func confidentialityClass(_ status: Localized<TranslationStatus>) -> ConfidentialityClass {
    let found = ConfidentialityClass(
      code: requiredString("code"), name: requiredText("name", status),
      covers: requiredText("covers", status), rule: requiredText("rule", status),
      threshold: int("threshold"), totalsAreExact: flag("totals-are-exact"),
      zerosAreSensitive: flag("zeros-are-sensitive"),
      totalsStay: flag("totals-stay"),
      intervalWidth: flag("sliding") ? requiredInt("interval-width") : int("interval-width"),
      isSliding: flag("sliding"), roundingBase: roundingBase(),
      amountsMayChange: flag("amounts-may-change"),
      allInOneCategory: strings("all-in-one-category"),
      isNeverPublished: flag("never-published"), dominance: dominance("dominance"),
      pPercent: int("p-percent"), maximumCrossing: int("maximum-crossing"),
      finestGeography: string("finest-geography"),
      forbiddenCrossings: stringLists("forbidden-crossings"),
      maximumHiddenShare: int("maximum-hidden-share") ?? 30, decision: string("decision"))
    refuseRelaxation(of: found)
    refuseUnknownKeys()
    rememberDecision(of: "classes/\(found.code)")
    return found
  }

  /// `round-to: 5`.
  private func roundingBase() -> Int? {
    guard let base = int("round-to") else { return nil }
    if base > 1, has("threshold") { return base }
    scribe.add(
      .wrongShape(
        "a whole number of 2 or more, in a class with a threshold",
        "un nombre entier supérieur ou égal à 2, dans une classe qui a un seuil"),
      at: place(of: "round-to"))
    return nil
  }

  /// A line of `public-figures.yml`: `cell: I2.4-sex/Y1/F`.
  func publicFigure() -> PublicFigure {
    let figure = PublicFigure(
      codes: requiredString("cell").split(separator: "/").map(String.init),
      value: requiredInt("value"), source: requiredLocalized("source"),
      decision: string("decision"), place: place(of: "cell"))
    rememberDecision(of: "public-figures")
    refuseUnknownKeys()
    return figure
  }

  func nomenclature() -> Nomenclature {
    let nomenclature = Nomenclature(
      code: requiredString("code"), title: requiredLocalized("title"),
      categories: list("categories").map { category in
        let found = Nomenclature.Category(
          code: category.requiredString("code"), label: category.requiredLocalized("label"),
          parent: category.string("parent"), synonyms: category.strings("synonyms"))
        category.refuseUnknownKeys()
        return found
      })
    refuseUnknownKeys()
    return nomenclature
  }

  func datasetSchema(
    named name: String, _ status: Localized<TranslationStatus>
  ) -> DatasetSchema? {
    let version = requiredDate("version")
    let kind = choice("kind", DatasetSchema.Kind.self)
    let database = keyed("postgresql").map { $0.databaseTable() }
    let file = database == nil ? requiredString("file") : ""
    if database != nil, has("file") { scribe.add(.twoSources, at: place(of: "file")) }
    scribe.positions.set(placeOfKey("postgresql"), of: "datasets/\(name)/postgresql")
    // What lies outside the folder, or hidden in it, is neither shown by the content nor watched for
    // changes.
    let parts = file.split(separator: "/").filter { $0 != "." }
    if file.hasPrefix("/") || parts.contains(where: { $0.hasPrefix(".") }) {
      scribe.add(.pathLeavesFolder, at: place(of: "file"))
    }
    let schema = DatasetSchema(
      name: name, title: requiredText("title", status), notes: text("notes", status),
      source: requiredString("source"), confidentiality: requiredString("class"),
      kind: kind ?? .records, file: file, database: database,
      sheet: string("sheet"), range: string("range"), isDemonstration: flag("demonstration"),
      version: version ?? CalendarDate(daysSinceEpoch: 0),
      cadence: has("cadence") ? choice("cadence", DatasetSchema.Cadence.self) : nil,
      validFrom: date("valid-from"), validTo: date("valid-to"),
      columns: list("columns").map { $0.column(of: name) },
      measures: list("measures").map { $0.measure() }, subsetOf: string("subset-of"))
    if let from = schema.validFrom, let to = schema.validTo, to < from {
      scribe.add(.validityEndsFirst, at: place(of: "valid-to"))
    }
    refuseUnknownKeys()
    return version == nil || kind == nil ? nil : schema
  }

  private func column(of dataset: String) -> DatasetSchema.Column {
    if let name = string("name") {
      scribe.positions.set(place(of: "name"), of: "datasets/\(dataset)/columns/\(name)")
    }
    let column = DatasetSchema.Column(
      name: requiredString("name"),
      role: choice("role", DatasetSchema.Role.self) ?? .ignored,
      title: requiredLocalized("title"), nomenclature: string("nomenclature"),
      decimals: min(int("decimals") ?? 0, 6))
    refuseUnknownKeys()
    return column
  }

  private func measure() -> DatasetSchema.Measure {
    var filter: [String: [String]] = [:]
    if let keyed = keyed("filter") {
      for key in keyed.keys { filter[key] = keyed.strings(key) }
    }
    let measure = DatasetSchema.Measure(
      code: requiredString("code"),
      function: choice("function", DatasetSchema.Function.self) ?? .count,
      column: string("column"), filter: filter, breakdowns: stringLists("breakdowns"))
    refuseUnknownKeys()
    return measure
  }
}
