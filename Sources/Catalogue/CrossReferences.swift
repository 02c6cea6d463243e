import Diagnostics
import Languages
import Partnership

/// Codes that one file writes and another must know: fails closed on any that is not there.
struct CrossReferences {
  let compact: Compact
  let scribe: Scribe

  func check() {
    let objectives = compact.objectives.map(\.code)
    let indicators = compact.indicators.map(\.code)
    let classes = compact.classes.map(\.code)
    let bodies = compact.bodies.map(\.code)
    for activity in compact.activities {
      let place = scribe.positions.place(of: "activities/\(activity.code)")
      require(activity.objective, among: objectives, .objective, place)
      for relation in activity.indicators {
        require(relation.indicator, among: indicators, .indicator, place)
      }
    }
    for indicator in compact.indicators {
      let place = scribe.positions.place(of: "indicators/\(indicator.code)")
      require(indicator.objective, among: objectives, .objective, place)
      require(indicator.confidentiality, among: classes, .confidentiality, place)
    }
    let columns = compact.datasets.flatMap { $0.columns.map(\.name) }
    for rules in compact.classes {
      let place = scribe.positions.place(of: "classes/\(rules.code)")
      for name in rules.allInOneCategory { require(name, among: columns, .column, place) }
    }
    for point in compact.focalPoints { require(point.body, among: bodies, .body, nil) }
    for schema in compact.datasets { check(schema, bodies: bodies, classes: classes) }
    for nomenclature in compact.nomenclatures {
      let codes = nomenclature.categories.map(\.code)
      let place = scribe.positions.place(of: "nomenclatures/\(nomenclature.code)")
      if Set(codes).count < codes.count { scribe.add(.duplicateCode, at: place) }
    }
  }

  private func check(_ schema: DatasetSchema, bodies: [String], classes: [String]) {
    let place = scribe.positions.place(of: "datasets/\(schema.name)")
    require(schema.source, among: bodies, .body, place)
    require(schema.confidentiality, among: classes, .confidentiality, place)
    let columns = schema.columns.map(\.name)
    for column in schema.columns {
      if let code = column.nomenclature {
        require(code, among: compact.nomenclatures.map(\.code), .nomenclature, place)
      } else if column.role == .dimension {
        scribe.add(.missingKey("nomenclature"), at: place)
      }
    }
    if schema.countsDistinct {
      if schema.measures.contains(where: { $0.function == .count }) {
        scribe.add(.distinctMixed, at: place)
      }
      if schema.kind != .records || !schema.columns.contains(where: { $0.role == .identifier }) {
        scribe.add(.distinctWithoutIdentifier, at: place)
      }
    }
    for measure in schema.measures {
      for name in measure.breakdowns.joined() + measure.filter.keys.sorted() {
        require(name, among: columns, .column, place)
      }
      if let column = measure.column { require(column, among: columns, .column, place) }
      guard !measure.code.hasPrefix("funding-") else { continue }
      require(measure.code, among: compact.indicators.map(\.code), .indicator, place)
      requireStrictness(schema, for: measure.code, place)
    }
    if let whole = schema.subsetOf {
      require(whole, among: compact.datasets.map(\.name), .dataset, place)
    }
  }

  /// A dataset may not publish an indicator under a laxer class than the indicator's own.
  private func requireStrictness(_ schema: DatasetSchema, for code: String, _ place: Place?) {
    guard let indicator = compact.indicator(code),
      let own = compact.confidentialityClass(indicator.confidentiality),
      let used = compact.confidentialityClass(schema.confidentiality)
    else { return }
    if own.isNeverPublished || (used.threshold ?? 0) < (own.threshold ?? 0) {
      scribe.add(.laxerClass(own.code), at: place)
    }
  }

  private func require(
    _ code: String, among known: [String], _ what: Localized<String>, _ place: Place?
  ) {
    guard !known.contains(code), !code.isEmpty else { return }
    scribe.add(.unknownCode(what, nearest: nearestWord(to: code, among: known)), at: place)
  }
}

extension Localized<String> {
  fileprivate static let objective = Self(english: "objective", french: "cet objectif")
  fileprivate static let indicator = Self(english: "indicator", french: "cet indicateur")
  fileprivate static let confidentiality = Self(
    english: "class of confidentiality", french: "cette classe de confidentialité")
  fileprivate static let body = Self(english: "body", french: "cette instance")
  fileprivate static let nomenclature = Self(english: "nomenclature", french: "cette nomenclature")
  fileprivate static let column = Self(english: "column", french: "cette colonne")
  fileprivate static let dataset = Self(english: "dataset", french: "ce jeu de données")
}
