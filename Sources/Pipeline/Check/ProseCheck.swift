import Diagnostics
import Disclosure
import Languages
import Notes
import Publication

/// Whether notes quote figures that exist, and type none that is hidden.
struct ProseCheck {
  let record: PublishedRecord
  let proseGuard: ProseGuard

  func check(_ meetings: [MeetingRecord], into findings: inout Findings) {
    for meeting in meetings {
      for language in Language.allCases {
        guard let document = meeting.documents[language] else { continue }
        for typed in document.typedNumbers
        where proseGuard.reveals(typed.number, of: typed.series) {
          findings.add(.typedNumber, at: typed.place)
        }
        for reference in document.references where !exists(reference) {
          findings.add(.referenceToNothing, at: reference.place)
        }
      }
    }
  }

  private func exists(_ reference: FigureReference) -> Bool {
    record.figure(of: reference) != nil
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
    .error, "typed-number", en: "number beside an indicator's words equals a hidden figure",
    fr: "ce nombre, à côté des mots d’un indicateur, est égal à un chiffre masqué",
    fix: Localized(
      english: "refer to the figure with ‘{{…}}’, or allow it: "
        + "<!-- vitrine: allow typed-number because … -->",
      french: "citez le chiffre par « {{…}} », ou autorisez-le : "
        + "<!-- vitrine: allow typed-number car … -->"))

  fileprivate static let referenceToNothing = Self(
    .error, "reference-to-nothing", en: "figure referred to is in no published table",
    fr: "le chiffre cité ne figure dans aucun tableau publié",
    fix: Localized(
      english: "check its year and breakdown on the indicator's page",
      french: "vérifiez l’année et la ventilation sur la page de l’indicateur"))
}
