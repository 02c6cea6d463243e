import Catalogue
import Diagnostics
import Disclosure
import Languages
import Notes
import Partnership
import Publication

/// Whether notes and pages quote figures that exist, and type none that is hidden.
struct ProseCheck {
  let record: PublishedRecord
  let proseGuard: ProseGuard

  func check(_ texts: [Localized<NoteDocument?>], into findings: inout Findings) {
    for text in texts {
      for language in Language.allCases {
        guard let document = text[language] else { continue }
        for typed in document.typedNumbers where isRevealing(typed) {
          findings.add(.typedNumber, at: typed.place)
        }
        for reference in document.references where record.figure(of: reference) == nil {
          findings.add(message(for: reference), at: reference.place)
        }
      }
    }
  }

  /// The texts that stand beside an indicator's figures. They are the catalogue's, where a number may be
  /// an age or a law's: it is said, and stops nothing.
  func check(_ compact: Compact, positions: Positions, into findings: inout Findings) {
    for indicator in compact.indicators {
      let place =
        positions.place(of: "indicators/\(indicator.code)") ?? Place(file: "indicators.yml")
      let isFound = Language.allCases.contains { language in
        indicator.typedNumbers(in: language, at: place).contains(where: isRevealing)
      }
      if isFound { findings.add(.typedNumberInCatalogue(indicator.code), at: place) }
    }
  }

  private func isRevealing(_ typed: TypedNumber) -> Bool {
    typed.isPercent
      ? proseGuard.reveals(
        percent: Quantity(typed.number, decimals: typed.decimals), of: typed.series)
      : proseGuard.reveals(typed.number, of: typed.series)
  }

  /// What of a reference names nothing: the breakdown, the category, or the figure itself.
  private func message(for reference: FigureReference) -> Finding.Message {
    let dimensions = record.tables.filter { $0.series == reference.series }
      .flatMap { $0.dimensions.dropFirst() }
    let known = Set(dimensions.map(\.code)).sorted()
    for filter in reference.filters {
      guard known.contains(filter.dimension) else {
        return .referenceToNothing(
          nearest: nearestWord(to: filter.dimension, among: known), among: known)
      }
      let categories =
        dimensions.first { $0.code == filter.dimension }?.categories.map(\.code) ?? []
      if !categories.contains(filter.category) {
        return .referenceToNothing(
          nearest: nearestWord(to: filter.category, among: categories), among: categories)
      }
    }
    return .referenceToNothing(nearest: nil, among: [])
  }
}

extension PublishedRecord {
  /// The published figure that a note refers to, or its mark.
  func figure(of reference: FigureReference) -> Figure? {
    let names = Set(reference.filters.map(\.dimension))
    for table in tables where table.series == reference.series {
      guard Set(table.dimensions.dropFirst().map(\.code)) == names,
        (table.measure == .percentChange) == reference.wantsChange
          || !tables.contains(where: {
            $0.series == reference.series && $0.measure == .percentChange
          })
      else { continue }
      let codes = table.dimensions.map { dimension in
        reference.filters.first { $0.dimension == dimension.code }?.category ?? reference.period
      }
      if let figure = table.figure(codes) { return figure }
    }
    return nil
  }
}

extension Finding.Message {
  fileprivate static let typedNumber = Self(
    .error, "typed-number",
    en: "number beside an indicator's words is a hidden figure, or lets one be worked out",
    fr:
      "ce nombre, à côté des mots d’un indicateur, est un chiffre masqué ou permet d’en retrouver un",
    fix: Localized(
      english: "refer to the figure with ‘{{…}}’, or allow it: "
        + "<!-- vitrine: allow typed-number because … -->",
      french: "citez le chiffre par « {{…}} », ou autorisez-le : "
        + "<!-- vitrine: permettre typed-number car … -->"))

  fileprivate static func typedNumberInCatalogue(_ indicator: String) -> Self {
    Self(
      .warning, "typed-number-in-catalogue",
      en:
        "a number in ‘reading’ or ‘caution’ of \(indicator) is a hidden figure, or lets one be worked out",
      fr:
        "un nombre de « reading » ou « caution » de \(indicator) est un chiffre masqué ou permet d’en "
        + "retrouver un",
      fix: Localized(
        english: "write it without the number, unless it is something else, such as an age",
        french: "écrivez-le sans ce nombre, à moins qu’il ne dise autre chose, un âge par exemple"))
  }

  /// - Parameter known: words that could stand in place of the one that names nothing.
  fileprivate static func referenceToNothing(nearest: String?, among known: [String]) -> Self {
    let words = known.joined(separator: ", ")
    return Self(
      .error, "reference-to-nothing", en: "figure referred to is in no published table",
      fr: "le chiffre cité ne figure dans aucun tableau publié",
      fix: nearest.map {
        Localized(english: "did you mean ‘\($0)’?", french: "vouliez-vous dire « \($0) » ?")
      }
        ?? (known.isEmpty
          ? Localized(
            english: "check its year and breakdown on the indicator's page",
            french: "vérifiez l’année et la ventilation sur la page de l’indicateur")
          : Localized(
            english: "its breakdown is one of \(words)",
            french: "sa ventilation est l’une de \(words)")))
  }
}
