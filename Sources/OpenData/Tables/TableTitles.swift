import Languages
import Partnership
import Publication

extension OpenDataInput {
  /// “Number of people trained, by sex”, as both languages say it.
  func title(of table: PublishedTable) -> Localized<String> {
    let name =
      compact.indicator(table.series)?.name.text
      ?? compact.datasets.first { $0.name == table.provenance.dataset }?.title.text
      ?? Localized(both: table.series)
    return .each { language in
      let by = table.dimensions.dropFirst().map { $0.title[language].lowercasedFirst }
      let breakdown =
        by.isEmpty ? "" : (language == .english ? ", by " : ", par ") + language.list(by)
      return name[language] + breakdown + " (\(measure(table)[language]))"
    }
  }

  /// What the numbers of a table are.
  func measure(_ table: PublishedTable) -> Localized<String> {
    switch table.measure {
    case .count:
      compact.indicator(table.series)?.unit.many
        ?? Localized(english: "count", french: "effectif")
    case .amount(let unit): Localized(both: unit)
    case .percentChange:
      Localized(
        english: "percent change from the baseline year",
        french: "variation en % par rapport à l’année de référence")
    case .cumulative:
      Localized(english: "cumulative total", french: "total cumulé")
    case .stage: Localized(english: "stage reached", french: "étape atteinte")
    }
  }
}

extension String {
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

/// What each mark says, in the files as on the pages.
enum MarkWords {
  static let all: [(mark: String, words: Localized<String>)] = [
    ("[c]", hidden),
    (
      "[x]",
      Localized(
        english: "Not available: not collected or not received",
        french: "Non disponible\u{A0}: non collecté ou non reçu")
    ),
    ("[z]", Localized(english: "Not applicable", french: "Sans objet")),
    ("[n]", Localized(english: "Not yet due", french: "Non encore exigible")),
    ("[e]", Localized(english: "Estimated", french: "Estimé")),
    ("[p]", Localized(english: "Provisional", french: "Provisoire")),
    ("[r]", Localized(english: "Revised", french: "Révisé")),
    (
      "[a]",
      Localized(
        english: "Awaiting revision: a revision will be shown when it can be shown safely",
        french:
          "En attente de révision\u{A0}: la révision sera montrée quand elle pourra l’être sans "
          + "risque")
    ),
  ]

  static let hidden = Localized(
    english: "Hidden: fewer than the threshold, or hidden so that a hidden figure cannot be "
      + "worked out",
    french: "Masqué\u{A0}: inférieur au seuil, ou masqué afin qu’un chiffre protégé ne puisse être "
      + "déduit")

  static func words(_ mark: String) -> Localized<String> {
    all.first { $0.mark == mark }?.words ?? Localized(both: mark)
  }
}
